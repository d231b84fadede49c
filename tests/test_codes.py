"""What is said of a code is true: it is gathered once, and its example brings it about in the project of its case."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from os.path import lexists
from pathlib import Path
from pkgutil import walk_packages

import pytest

import hornbook
from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Severity
from hornbook.manual import all_codes
from hornbook.pages.codes_page import codes_page
from hornbook.pages.generated_page import Heading
from hornbook.production import examine
from tests.test_cases import CASES, WITHOUT_CASE, laid_out

GATHERED = [code for codes in all_codes().values() for code in codes]
WITH_CASE = [code for code in GATHERED if code not in WITHOUT_CASE]
WITH_LINES = [(code, code.example) for code in WITH_CASE if isinstance(code.example, Lines)]
WITH_WORDS = [(code, code.example) for code in WITH_CASE if isinstance(code.example, str)]


def declared() -> Iterator[tuple[str, Code]]:
    """Every code that a module of the package holds, with the name that it has there."""
    for module in walk_packages(hornbook.__path__, "hornbook."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Code):
                    yield name, value


def stretches(lines: str, text: str) -> list[tuple[int, int, str]]:
    """Where lines stand in a text, as numbers of lines, each time with the indentation that the text gives them."""
    wanted, present = lines.split("\n"), text.split("\n")
    found = []
    for first in range(len(present) - len(wanted) + 1):
        block = present[first : first + len(wanted)]
        if textwrap.dedent("\n".join(block)) == lines:
            found.append((first, first + len(wanted), block[0][: len(block[0]) - len(block[0].lstrip())]))
    return found


def times(code: Code, project: Path) -> int:
    return sum(found.code == code for found in examine(project).diagnostics)


def test_every_code_of_the_package_is_gathered_once() -> None:
    assert Counter(GATHERED) == Counter({code for _, code in declared()})


def test_a_code_is_declared_once_and_is_called_as_its_constant() -> None:
    objects = {id(code): code for _, code in declared()}
    assert len(objects) == len(GATHERED)
    assert {name for name, code in declared() if name != code.replace("-", "_").upper()} == set()


def test_what_is_no_declared_code_is_our_mistake() -> None:
    with pytest.raises(TypeError, match="no declared code"):
        Diagnostic(Place("x"), "term-unused", "m")  # type: ignore[arg-type]


def test_a_diagnostic_is_as_bad_as_its_code() -> None:
    code = Code("x", "Something was found.", "A file.", severity=Severity.WARNING)
    assert Diagnostic(Place("x"), code, "m").severity is Severity.WARNING


def test_only_what_the_cases_cannot_show_has_no_lines_or_files_of_a_case() -> None:
    assert {code for code in GATHERED if code in WITHOUT_CASE and isinstance(code.example, Lines)} == set()


@pytest.mark.parametrize(("code", "lines"), WITH_LINES)
def test_the_lines_of_an_example_stand_in_its_case_and_bring_the_code_about(
    code: Code, lines: Lines, tmp_path: Path
) -> None:
    written = (CASES / code / lines.path).read_text(encoding="utf-8")
    ((first, last, indentation),) = stretches(lines.wrong, written)
    project = laid_out(CASES / code, tmp_path / "project")
    before = times(code, project)
    every = written.split("\n")
    every[first:last] = textwrap.indent(lines.right, indentation).split("\n")
    (project / lines.path).write_text("\n".join(every), encoding="utf-8")
    assert times(code, project) < before


@pytest.mark.parametrize(("code", "words"), WITH_WORDS)
def test_an_example_in_words_names_a_file_of_its_case_or_one_that_the_case_lacks(
    code: Code, words: str, tmp_path: Path
) -> None:
    project = laid_out(CASES / code, tmp_path / "project")
    removed = project / "removed.txt"
    lacking = removed.read_text(encoding="utf-8").split() if removed.exists() else []
    named = [path for path in re.findall(r"`([^`]+)`", words) if "/" in path]
    assert named
    assert [path for path in named if path not in lacking and not lexists(project / path)] == []


def test_the_page_has_a_place_for_each_code_under_the_heading_of_its_group() -> None:
    shown: list[str] = []
    for block in codes_page(all_codes()).blocks:
        shown += [block.words] if isinstance(block, Heading) else re.findall(r'<h3 id="([^"]+)">', block)
    assert shown == [word for group, codes in all_codes().items() for word in (group.value, *codes)]


@pytest.mark.parametrize("code", GATHERED)
def test_a_code_says_what_it_means_and_shows_what_brings_it_about(code: Code) -> None:
    assert code.meaning.endswith(".")
    example = code.example
    assert example.endswith(".") if isinstance(example, str) else example.wrong.strip() != example.right.strip() != ""
