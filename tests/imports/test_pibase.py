"""Folders in the format of π-Base become a framework that answers as its theorems say, with spaces as examples."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.diagnostics import Diagnostic
from hornbook.imports.formulas import MOST, All, Formula, NoFormulaError, Some, implications_of, read_formula
from hornbook.imports.pibase import read_pibase
from hornbook.imports.values import Vocabulary
from hornbook.load.text import source_text
from hornbook.load.tree import read_yaml
from tests.imports.reading import knowledge_in, losses, run, unread, written

REFS = "refs:\n- doi: 10.1007/978-1\n  name: Counterexamples\n- wikipedia: Compact_space\n  name: Compact"


def file(front: str, text: str = "") -> str:
    return f"---\n{front}\n---\n{text}\n"


FILES = {
    "properties/P000001.md": file("uid: P000001\nname: $T_0$\naliases:\n  - Kolmogorov", "Points of $X$ differ."),
    "properties/P000002.md": file("uid: P2\nname: $T_1$\ncounterexamples_id: 3", "See {P1} and {{P000003}}."),
    "properties/P000003.md": file(
        f"uid: P000003\nname: Compact\n{REFS}", "Defined in {{doi:10.1007/978-1}}: $\\{P1\\}$."
    ),
    "properties/P000004.md": file("uid: P000004\nname: Lonely"),
    "theorems/T000001.md": file("uid: T000001\nif:\n  P000002: true\nthen:\n  P000001: true", "Immediate."),
    "theorems/T000002.md": file(
        "uid: T000002\nif:\n  and:\n  - P1: true\n  - P3: false\nthen:\n  or:\n  - P2: true\n  - P3: true"
    ),
    "theorems/T000003.md": file("uid: T000003\nif:\n  P000009: true\nthen:\n  P000001: true"),
    "theorems/T000004.md": file("uid: T000004\nif: 3\nthen:\n  P000001: true"),
    "spaces/S000001/README.md": file(
        f"uid: S000001\nname: Two points\naliases: [$2$]\n{REFS}", "Let $X=\\{0,1\\}$. <b>Discrete</b>."
    ),
    "spaces/S000001/properties/P000002.md": file("space: S000001\nproperty: P000002\nvalue: true", "By {S1|P1}."),
    "spaces/S000001/properties/P000004.md": file("space: S000001\nproperty: P000004\nvalue: true"),
    "README.md": "nothing",
}


def read(files: dict[str, str]) -> Vocabulary | Diagnostic:
    return read_pibase("spaces", "data", {path: text.encode() for path, text in files.items()})


def test_properties_theorems_and_spaces_become_records() -> None:
    done = written(read(FILES))
    knowledge = knowledge_in(done)
    assert [*knowledge.terms] == ["compact", "lonely", "t-0", "t-1"]
    assert knowledge.terms["t-0"].label == "T₀"
    (framework,) = knowledge.frameworks.values()
    assert [(one.id, [*map(str, one.premises)], str(one.conclusion)) for one in framework.implications] == [
        ("t000001", ["t-1"], "t-0"),
        ("t000002", ["t-0", "not compact"], "t-1"),
    ]
    example = knowledge.examples["two-points"]
    assert [(fact.atom, fact.holds) for fact in example.facts] == [("t-1", True)]
    assert [one.ref for one in example.sources] == ["doi-10-1007-978-1", "wikipedia-compact-space"]
    (sense,) = knowledge.terms["compact"].senses
    assert [one.ref for one in sense.sources] == [one.ref for one in example.sources]
    assert knowledge.terms["compact"].short == "Defined in Counterexamples: {P1}."
    assert (
        "[Counterexamples](<https://doi.org/10.1007/978-1>): $\\{P1\\}$"
        in done.changes.written["glossary/terms/compact.yaml"]
    )
    assert "[[t-0|" in done.changes.written["glossary/terms/t-1.yaml"]
    assert losses(done) == {
        "fields that have no place in a record": 1,
        "other names of spaces": 1,
        "texts whose markup or formulas cannot be kept": 1,
        "theorems and traits about what is not there": 2,
        "theorems that say nothing, or no implication says": 1,
    }
    assert done.counts["implications"] == 2


def test_a_folder_without_properties_or_with_what_cannot_be_read_is_said() -> None:
    assert unread(read({})).place.path == "data"
    damaged = {
        "properties/P1.md": "---\nuid: P1\nname: A\n---\n",
        "properties/P2.md": "no front matter",
        "properties/P3.md": "---\nuid: P1\nname: B\n---\n",
        "properties/P4.md": "---\n[" + "[" * 5000 + "\n---\n",
        "spaces/S1/README.md": "---\nuid: S1\nname: S\n---\n",
        "theorems/T1.md": "---\nuid: T1\nif: {P1: true}\nthen: {P1: true}\n---\n",
    }
    done = written(read(damaged))
    assert losses(done)["files that cannot be read"] == 3
    assert [*knowledge_in(done).examples] == ["s"]


VALUED = st.tuples(st.sampled_from("abcd"), st.booleans())
FORMULAS = st.recursive(
    VALUED,
    lambda inner: (
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Some, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=5,
)


def is_true(formula: Formula, world: dict[str, bool]) -> bool:
    match formula:
        case All(parts):
            return all(is_true(one, world) for one in parts)
        case Some(parts):
            return any(is_true(one, world) for one in parts)
        case (name, holds):
            return world[name] is holds


@given(FORMULAS, FORMULAS)
def test_the_implications_say_what_the_theorem_says(given_: Formula, then: Formula) -> None:
    try:
        made = [*implications_of(given_, then)]
    except NoFormulaError:
        return
    for values in product((True, False), repeat=4):
        world = dict(zip("abcd", values, strict=True))
        wanted = not is_true(given_, world) or is_true(then, world)
        got = all(not all(is_true(one, world) for one in premises) or is_true(goal, world) for premises, goal in made)
        assert got is wanted


def test_what_would_be_too_many_implications_is_none() -> None:
    wide = Some(tuple(All((("a", True), (name, True))) for name in "bcdefgh"))
    with pytest.raises(NoFormulaError, match=str(MOST)):
        [*implications_of(All((wide, wide, wide)), ("z", True))]


@pytest.mark.parametrize("text", ["a: 1", "and: []", "and: {a: true}", "[a]", "and: [" * 30 + "{a: true}" + "]" * 30])
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(NoFormulaError):
        read_formula(read_yaml(source_text("", text)).value)


def test_the_command_writes_a_project_that_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path, text in FILES.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text, encoding="utf-8")
    (tmp_path / "data/theorems/T000009.md").symlink_to("/etc/passwd")
    status, said = run("import", "pibase", "data", "--to", "spaces")
    assert status == 0, said
    assert "implications 2, examples 1, facts 1" in said
    assert run("--root", "spaces", "fmt", "--check") == (0, "")
    assert "follows" in run("--root", "spaces", "ask", "t-1 => t-0")[1].lower()


def test_theorems_with_one_uid_or_a_strange_one_get_ids_of_their_own() -> None:
    files = {
        **FILES,
        "theorems/T000005.md": FILES["theorems/T000001.md"],
        "theorems/T000006.md": FILES["theorems/T000001.md"].replace("T000001", "T[[1"),
    }
    (framework,) = knowledge_in(written(read(files))).frameworks.values()
    assert [one.id for one in framework.implications] == ["t000001", "t000002", "t000001-2", "t-1"]
