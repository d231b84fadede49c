"""What is written twice, or against itself, is reported with its place, says nothing more, and stops no command."""

import json
from contextlib import chdir
from pathlib import Path
from typing import TypeVar

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from hornbook.cli import hornbook
from hornbook.logic import Literal, Theory
from hornbook.model import Choice, Claim, Framework, Implication, KnowledgeBase, Scope
from hornbook.reasoning.scopes import reason_about
from tests.load.project import found, loaded_with
from tests.made import CITED, GLOSSARY, HERE

T = TypeVar("T")
REPEATED = "field-repeated"
FRAMEWORK = "glossary/frameworks/weather.yaml"
FAQ = "glossary/faq/why.yaml"
ATOMS = "".join(f"  {atom}: {{holds: {atom} holds, fails: {atom} fails}}\n" for atom in "abc")
HEAD = f"label: Weather\nsource: almanac\natoms:\n{ATOMS}"
RAIN = "implications:\n  - {id: rain-wets, if: [rain], then: wet-ground}\n"
ASKING = "question: Why?\nshort: So.\nanswer: So.\nsource: almanac\nclaims:\n"


def framework(implication: str, choice: str = "") -> dict[str, str]:
    """The framework of the cases with three facts, this implication in line 9 and this choice."""
    choices = f"choices:\n  - {choice}\n" if choice else ""
    return {FRAMEWORK: f"{HEAD}{RAIN}  - {implication}\n{choices}"}


def claim(written: str) -> dict[str, str]:
    """A claim in line 6 of a question, where `a` gives `c`."""
    return framework("{id: d, if: [a], then: c}") | {FAQ: f"{ASKING}  - {written}\n"}


GIVEN = "conclusion-given"
REDUNDANT = ("implication-redundant", f"{FRAMEWORK}:9:5")
IMPLICATIONS: list[tuple[str, list[tuple[str, str]]]] = [
    ("{id: d, if: [a, a], then: b, converse: true}", [(REPEATED, f"{FRAMEWORK}:9:21")]),
    ('{id: d, if: [not a, "not  a"], then: b, converse: true}', [(REPEATED, f"{FRAMEWORK}:9:25")]),
    ("{id: d, if: [a, a], then: impossible, converse: true}", [(REPEATED, f"{FRAMEWORK}:9:21")]),
    ("{id: d, if: [a], assuming: [a, a], then: b, converse: true}", [
        REDUNDANT, (REPEATED, f"{FRAMEWORK}:9:33"), (REPEATED, f"{FRAMEWORK}:9:36"),
    ]),
    ("{id: d, if: [a, not a], then: b}", [REDUNDANT]),
    ("{id: d, if: [a, not a], then: b, converse: true}", [REDUNDANT]),
    ("{id: d, if: [a, b], then: a}", [(GIVEN, f"{FRAMEWORK}:9:5")]),
    ("{id: d, if: [a], assuming: [b], then: b}", [(GIVEN, f"{FRAMEWORK}:9:5")]),
    ("{id: d, if: [a], then: a, redundant: The source says so.}", []),
    ("{id: d, if: [a], then: a, converse: true}", [(GIVEN, f"{FRAMEWORK}:9:5")]),
    ("{id: d, if: [a, b], then: a, converse: true}", [REDUNDANT]),
    ("{id: d, if: [a], assuming: [b], then: b, converse: true}", [REDUNDANT]),
    ("{id: d, if: [not a], then: a}", []),
    ("{id: d, if: [not a], then: a, converse: true}", [("framework-contradictory", f"{FRAMEWORK}:1:1")]),
]  # fmt: skip
CLAIMS = [
    ("{if: [a, a], then: c}", [f"{FAQ}:6:14"]),
    ("{if: [a], assuming: [a], then: c}", [f"{FAQ}:6:26"]),
    ("a + a => c", [f"{FAQ}:6:9"]),
    ("a => c assuming a + a", [f"{FAQ}:6:21", f"{FAQ}:6:25"]),
    ("{then: c, verdict: open, missing: [[a, a], [a]], among: [a]}", [f"{FAQ}:6:44"]),
    ("{if: [a, not a], then: c, verdict: contradictory}", []),
]


def run(project: Path, *arguments: str) -> Result:
    with chdir(project):
        result = CliRunner().invoke(hornbook, [*arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def checked(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Codes and places that `check` reports; `ask` ends with a message or an answer too."""
    loaded_with(folder, files)
    project = folder / "project"
    for question in ("a + a => b assuming a", "b => a"):
        run(project, "ask", question)
    reported = json.loads(run(project, "check", "--format", "json").output)["diagnostics"]
    return [
        (one["code"], f"{one['path']}:{one['line']}:{one['column']}")
        for one in reported
        if one["code"] != "term-unused"
    ]


@pytest.mark.parametrize(("implication", "expected"), IMPLICATIONS)
def test_an_implication_may_repeat_or_contradict_itself(
    implication: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert checked(tmp_path, framework(implication)) == expected


def test_every_command_ends_whatever_is_repeated(tmp_path: Path) -> None:
    files = framework("{id: d, if: [a, a], then: b, converse: true}", "{id: ch, one_of: [a, a, b]}")
    loaded_with(tmp_path, files | {"mkdocs.yml": "theme: {name: material}\n"})
    for arguments in (("check",), ("ask", "a => b"), ("explain", "rain"), ("build",), ("check", "--update-drawings")):
        assert run(tmp_path / "project", *arguments).exit_code == 0


@pytest.mark.parametrize(("written", "places"), CLAIMS)
def test_a_claim_may_repeat_or_contradict_itself(written: str, places: list[str], tmp_path: Path) -> None:
    assert checked(tmp_path, claim(written)) == [(REPEATED, place) for place in places]


@pytest.mark.parametrize("written", ["{if: [c], then: c}", "a + c => c", "a => c assuming c", "{if: [c, a], then: c}"])
def test_a_claim_that_asks_for_what_it_gives_is_warned_of(written: str, tmp_path: Path) -> None:
    assert checked(tmp_path, claim(written)) == [(GIVEN, f"{FAQ}:6:5")]


def test_a_claim_in_passing_that_repeats_itself_is_reported(tmp_path: Path) -> None:
    files = claim("a => c")
    files[FAQ] = files[FAQ].replace("answer: So.", "answer: See [[a + a => c]].")
    assert checked(tmp_path, files) == [(REPEATED, f"{FAQ}:3:19")]


@pytest.mark.parametrize(("atoms", "excluded"), [("a", False), ("a, a", False), ("a, a, b", True)])
def test_a_choice_excludes_no_atom_from_itself(atoms: str, *, excluded: bool, tmp_path: Path) -> None:
    files = framework("{id: d, if: [b], then: c}", f"{{id: ch, one_of: [{atoms}]}}")
    assert checked(tmp_path, files) == [(REPEATED, f"{FRAMEWORK}:11:26")] * atoms.count("a, a")
    for question, verdict in (("=> not a", "open"), ("a => not b", "follows" if excluded else "open")):
        answered = run(tmp_path / "project", "ask", question, "--format", "json")
        assert json.loads(answered.output)["verdict"] == verdict


def test_what_is_listed_twice_is_loaded_once(tmp_path: Path) -> None:
    files = framework("{id: d, if: [a, a], assuming: [b, b], then: c}", "{id: ch, one_of: [a, a]}") | {
        "diagrams/wetness.yaml": "title: W\nframework: weather\ngoal: wet-ground\nshow: [rain-wets, rain-wets]\n",
        "glossary/examples/day.yaml": "label: Day\ntext: D.\nsource: almanac\n",
        "glossary/questions/which.yaml": "question: Q?\ntext: T.\noptions: [{id: a, label: A}, {id: b, label: B}]\n"
        "examples: [day, day]\nanswer: B.\nsource: almanac\n",
        FAQ: f"{ASKING}  - {{if: [a, a], then: c, verdict: open, missing: [[b], [b, b]]}}\n"
        "  - a + a => a assuming b + b\n",
        "glossary/terms/wet-ground.yaml": "label: W\nkind: property\nshort: S.\nholds: h\nfails: f\n"
        "related: [rain, rain]\nmatch: {close: [rain, rain], exact: [rain]}\n",
    }
    loaded = loaded_with(tmp_path, files)
    assert {code for code, _ in found(loaded)} == {REPEATED}
    assert loaded.knowledge is not None
    _, implication = loaded.knowledge.frameworks["weather"].implications
    assert (implication.premises, implication.assuming) == ((Literal("a"),), (Literal("b"),))
    assert loaded.knowledge.frameworks["weather"].choices[0].one_of == ("a",)
    assert loaded.knowledge.views["wetness"].show == ("rain-wets",)
    assert loaded.knowledge.questions["which"].examples == ("day",)
    listed, written = loaded.knowledge.faqs["why"].claims
    assert isinstance(listed, Claim)
    assert isinstance(written, Claim)
    assert (listed.premises, listed.missing) == ((Literal("a"),), (frozenset({Literal("b")}),))
    assert (written.premises, written.assuming) == ((Literal("a"),), (Literal("b"),))
    wet = loaded.knowledge.terms["wet-ground"]
    assert wet.related == ("rain",)
    assert [(match.relation, match.target) for match in wet.matches] == [("exact", "rain"), ("close", "rain")]


literals = st.builds(Literal, st.sampled_from("abc"), st.booleans())
bodies = st.tuples(
    st.lists(literals, min_size=1, max_size=4), st.lists(literals, max_size=3), st.none() | literals, st.booleans()
)


@given(st.lists(bodies, max_size=4), st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=2))
def test_any_implications_and_choices_make_the_theory_of_their_distinct_atoms(
    written: list[tuple[list[Literal], list[Literal], Literal | None, bool]], choices: list[list[str]]
) -> None:
    def theory(*, distinct: bool) -> Theory:
        def kept(items: list[T]) -> tuple[T, ...]:
            return tuple(dict.fromkeys(items) if distinct else items)

        implications = tuple(
            Implication(
                id=f"i{number}",
                premises=kept(premises),
                assuming=kept(assuming),
                conclusion=conclusion,
                converse=converse,
                sources=(CITED,),
                place=HERE,
            )
            for number, (premises, assuming, conclusion, converse) in enumerate(written)
        )
        made = tuple(Choice(id=f"c{n}", one_of=kept(atoms), place=HERE) for n, atoms in enumerate(choices))
        scope = Scope("weather")
        weather = Framework(id="weather", label="W", source=CITED, implications=implications, choices=made, place=HERE)
        return reason_about(KnowledgeBase(glossary=GLOSSARY, frameworks={"weather": weather})).settings[scope].theory

    assert theory(distinct=False) == theory(distinct=True)
