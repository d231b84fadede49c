"""What reads files of others, each with whole files to be damaged: it ends with a value or with diagnostics."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from hornbook.context_protocol import answers
from hornbook.diagnostics import Diagnostic, has_errors
from hornbook.diagnostics.formats import as_github, as_json, as_text
from hornbook.imports.markdown_file import read_markdown
from hornbook.imports.pibase import read_pibase
from hornbook.imports.projects import imported
from hornbook.imports.skos import read_skos
from hornbook.imports.tables import read_table
from hornbook.imports.values import Vocabulary
from hornbook.lint import Against, lint
from hornbook.lint.against import against
from hornbook.load.foreign import read_foreign_text
from hornbook.load.outside import DamagedError
from hornbook.load.published import published_of
from hornbook.production import examine
from hornbook.publish import check_drawings_of
from tests.attacks import wholes
from tests.attacks.damage import damaged
from tests.load.project import BASE, loaded_with
from tests.published import published
from tests.where import INPUTS, SAMPLE

MOST_FOUND = 1_000
"""Diagnostics of one damaged file: more than anybody reads, and far less than a page has characters."""
_NOWHERE = Path("/nowhere")


class FaultError(Exception):
    """Something is not in order with how an input was answered."""


def in_order(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str] | None = None) -> None:
    """Hold that each finding can be printed and stands within its file, and that they are not without a bound."""
    found = tuple(diagnostics)
    texts = texts or {}
    if len(found) > MOST_FOUND:
        raise FaultError(f"{len(found)} diagnostics, such as {found[-1].code}")
    for one in found:
        lines = texts[one.place.path].split("\n") if one.place.path in texts else None
        if not one.message or one.place.line < 1 or one.place.column < 1:
            raise FaultError(f"no place or no message: {one}")
        if lines and not (one.place.line <= len(lines) and one.place.column <= len(lines[one.place.line - 1]) + 1):
            raise FaultError(f"outside its file: {one}")
    printed = (as_text(found, texts), as_json(found), as_github(found))
    if found and not all(printed):
        raise FaultError(f"nothing is printed of {found[0]}")


@cache
def _project(base: Path) -> tuple[Path, Mapping[str, bytes]]:
    """A copy of a project in a folder of this process, and what its files hold."""
    folder = Path(mkdtemp(prefix="attacked-"))
    loaded_with(folder, {}, base)
    at = folder / "project"
    wanted = sorted(
        file for name in INPUTS for file in ([at / name] if (at / name).is_file() else (at / name).rglob("*"))
    )
    return at, {str(file.relative_to(at)): file.read_bytes() for file in wanted if file.is_file()}


def _in_project(base: Path, chance: Random) -> None:
    """One file of a project is damaged, now and then two; the project is examined as `hornbook check` does."""
    at, files = _project(base)
    chosen = chance.sample(sorted(files), chance.choice((1, 1, 1, 2)))
    for path in chosen:
        (at / path).write_bytes(damaged(chance, files[path]))
    try:
        result = examine(at)
        in_order(result.diagnostics, result.texts)
        if result.reasoning is None and not has_errors(result.diagnostics):
            raise FaultError("there is no knowledge base, and nothing says why")
    finally:
        for path in chosen:
            (at / path).write_bytes(files[path])


def _imported(read: Vocabulary | Diagnostic) -> None:
    """What was read is refused, or can be written as files of a project."""
    if isinstance(read, Diagnostic):
        in_order((read,))
        return
    done = imported(_NOWHERE, read)
    in_order(getattr(done, "errors", ()))
    if getattr(done, "errors", ()):
        raise FaultError(f"what is imported is not in order: {done}")


@cache
def _against() -> Against:
    return against(published_of(published(SAMPLE), "glossary.json"))


@cache
def _published() -> bytes:
    return published(SAMPLE).encode()


def _copy(chance: Random) -> None:
    text = damaged(chance, _published()).decode("utf-8", "replace")
    try:
        against(published_of(text, "glossary.json"))
    except DamagedError:
        return


def _linted(path: str, data: bytes) -> None:
    foreign, found = read_foreign_text(path, data.decode("utf-8", "replace").replace("\r\n", "\n"))
    in_order((*found, *lint(_against(), foreign)))


_QUESTION = b"rectangle + not kite => square assuming planar in plane"


def _asked(chance: Random) -> None:
    answer = answers.ask(_against(), damaged(chance, _QUESTION).decode("utf-8", "replace"))
    if not answer:
        raise FaultError("a question without an answer")


def _spaces(chance: Random) -> None:
    files = dict(wholes.SPACES)
    for path in chance.sample(sorted(files), chance.choice((1, 2))):
        files[path] = damaged(chance, files[path])
    _imported(read_pibase("spaces", "data", files))


def _drawn(data: bytes) -> None:
    in_order(check_drawings_of("docs", {"a.svg": data}, frozenset({"a.svg"}), "https://a.example/"))


KINDS: dict[str, tuple[int, Callable[[Random], object]]] = {
    "a project": (30, lambda chance: _in_project(BASE, chance)),
    "a larger project": (6, lambda chance: _in_project(SAMPLE, chance)),
    "Turtle": (4, lambda chance: _imported(read_skos("a.ttl", damaged(chance, wholes.TURTLE)))),
    "RDF/XML": (4, lambda chance: _imported(read_skos("a.rdf", damaged(chance, wholes.RDF)))),
    "a table": (8, lambda chance: _imported(read_table("a.csv", damaged(chance, wholes.TABLE), {}))),
    "a glossary in Markdown": (8, lambda chance: _imported(read_markdown("a.md", damaged(chance, wholes.MARKDOWN)))),
    "a folder of spaces": (6, _spaces),
    "a kept copy": (8, _copy),
    "a text in Markdown": (8, lambda chance: _linted("a.md", damaged(chance, wholes.FOREIGN))),
    "a text in reStructuredText": (4, lambda chance: _linted("a.rst", damaged(chance, wholes.RESTRUCTURED))),
    "a question": (8, _asked),
    "a drawing": (6, lambda chance: _drawn(damaged(chance, wholes.DRAWING))),
}
"""How often of a hundred each is tried, and how."""
