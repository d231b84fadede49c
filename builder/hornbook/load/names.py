"""Labels and aliases: each names one term, compared without regard to case and form of letters."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hornbook.diagnostics import Diagnostic, Related
from hornbook.diagnostics.formats import shown
from hornbook.load.yaml_values import YamlMapping, YamlScalar, YamlSequence


@dataclass(frozen=True, slots=True)
class _Name:
    term: str
    written: YamlScalar
    framework: str | None
    what: str


def name_diagnostics(terms: Iterable[tuple[str, YamlMapping]]) -> Iterator[Diagnostic]:
    """Find labels and aliases that name two terms; two authors' words, each in a framework, do not clash."""
    first: dict[str, list[_Name]] = {}
    for term, tree in terms:
        for name in _names(term, tree):
            others = first.setdefault(_compared(name.written.text), [])
            clash = next((other for other in others if _clash(other, name)), None)
            if clash is None:
                others.append(name)
                continue
            yield Diagnostic(
                name.written.place,
                "alias-taken",
                f"the {name.what} `{shown(name.written.text)}` also names `{clash.term}` (compared without case)",
                hint="a word must name one term; choose another, or give both a `framework`",
                related=(Related(clash.written.place, f"the {clash.what} of `{clash.term}`"),),
            )


def _names(term: str, tree: YamlMapping) -> Iterator[_Name]:
    label = tree.text("label")
    if label:
        yield _Name(term, label, None, "label")
    aliases = tree.get("aliases")
    for item in aliases.items if isinstance(aliases, YamlSequence) else ():
        if isinstance(item, YamlScalar) and item.text:
            yield _Name(term, item, None, "alias")
        elif isinstance(item, YamlMapping) and (text := item.text("text")):
            framework = item.text("framework")
            yield _Name(term, text, framework.text if framework else None, "alias")


def _clash(one: _Name, other: _Name) -> bool:
    apart = one.framework is not None and other.framework is not None and one.framework != other.framework
    return one.term != other.term and not apart


def _compared(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
