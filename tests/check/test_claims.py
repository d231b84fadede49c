"""Checks of claims, views and frameworks, beyond what the cases show."""

from pathlib import Path

import pytest

from hornbook.check import check
from hornbook.diagnostics import Diagnostic
from tests.reasoning.projects import FRAMEWORK, with_files

FAQ = "glossary/faq/does-rain-wet.yaml"
ASKED = "question: Q?\nshort: A.\nanswer: A.\nsource: almanac\nclaims:\n  - {}\n"
VIEW = "title: A\nframework: weather\ngoal: wet-ground\nshow: [{}]\n"
WEATHER = """\
label: Weather
source: almanac
atoms:
  sun: {holds: the sun shines, fails: the sun does not shine}
  cold: {holds: it is cold, fails: it is not cold}
choices:
  - {id: sky, one_of: [sun, rain]}
implications:
  - {id: rain-wets, if: [rain], then: wet-ground, redundant: the other one is it in other words}
  - {id: sun-dries, if: [sun], then: not wet-ground}
  - {id: rain-wets-in-other-words, if: [not wet-ground], then: not rain, redundant: it is said so}
  - {id: cold-sun-dries, if: [cold, sun], then: not wet-ground, redundant: it is said so too}
"""


def findings(folder: Path, claim: str, **views: str) -> tuple[Diagnostic, ...]:
    files = {FRAMEWORK: WEATHER, FAQ: ASKED.format(claim)}
    files |= {f"diagrams/{name}.yaml": VIEW.format(shown) for name, shown in views.items()}
    return check(with_files(folder, files))


@pytest.mark.parametrize(
    ("claim", "said", "notes"),
    [
        (
            "=> rain",
            "rain follows from nothing",
            ["a model where it fails: nothing hold"],
        ),
        ("=> sun : refuted", "sun is refuted by nothing", ["a model where it holds: "]),
        (
            "=> rain : contradictory",
            "nothing cannot hold together",
            ["a model where it holds: ", "a model"],
        ),
        ("rain => wet-ground assuming not sun : open", "is open given rain assuming not sun", ["given: ", "1. "]),
        ("rain + sun => wet-ground", "follows from rain + sun", ["given: ", "1. "]),
        ("sun => wet-ground", "follows from sun", ["given: ", "1. "]),
    ],
)
def test_a_wrong_verdict_comes_with_what_tells_against_it(
    claim: str, said: str, notes: list[str], tmp_path: Path
) -> None:
    (found,) = findings(tmp_path, f"'{claim}'")
    assert found.code == "claim-verdict"
    assert said in found.message
    for note, expected in zip(found.notes, notes, strict=False):
        assert note.startswith(expected)
    assert len(found.notes) >= len(notes)


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ("{equivalent: [one, same], holds: false}", "differ; they agree"),
        ("{equivalent: [one, less]}", "only `one` gives `sun => not wet-ground`"),
        ("{equivalent: [less, one]}", "only `one` gives `sun => not wet-ground`"),
        ("{equivalent: [one, same]}", None),
        ("{equivalent: [one, less], holds: false}", None),
    ],
)
def test_two_views_say_the_same_or_not(claim: str, message: str | None, tmp_path: Path) -> None:
    views = {"one": "rain-wets, sun-dries", "same": "sun-dries, rain-wets", "less": "rain-wets, cold-sun-dries"}
    found = findings(tmp_path, claim, **views)
    assert len(found) == (message is not None)
    assert message is None or message in found[0].message


def test_a_view_is_compared_with_the_one_that_it_names_only(tmp_path: Path) -> None:
    same = "rain-wets]\nequivalent_to: two\nwas: [old"
    assert findings(tmp_path, "'rain => wet-ground'", one=same, two="rain-wets") == ()


def test_an_implication_that_follows_is_noted_unless_it_says_why_it_stays(tmp_path: Path) -> None:
    said = WEATHER.replace(", redundant: it is said so too", "")
    claim = ASKED.format("'rain => wet-ground'")
    (found,) = check(with_files(tmp_path, {FRAMEWORK: said, FAQ: claim}))
    assert found.code == "implication-redundant"
    assert "`cold-sun-dries` follows" in found.message


NAMED = "senses:\n  - {id: loose, called: rain, text: A., source: almanac}\n"


@pytest.mark.parametrize(("called", "codes"), [("rain", []), ("wet-ground", ["claim-naming"])])
def test_an_authors_word_for_a_sense_is_that_of_its_record(called: str, codes: list[str], tmp_path: Path) -> None:
    wet = "label: Wet ground\nkind: property\nshort: A.\nholds: a\nfails: b\n" + NAMED
    claim = f"{{sense: wet-ground/loose, called: {called}}}"
    files = {"glossary/terms/wet-ground.yaml": wet, FAQ: ASKED.format(claim)}
    assert [one.code for one in check(with_files(tmp_path, files))] == codes


def test_an_open_claim_is_told_what_is_missing(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "'=> wet-ground'")
    assert found.hint == "it follows with rain added; or write `verdict: open`"
