"""Deliberate damage to a good glossary is caught: at the right place, by the right code, and nothing else is blamed.

What must be found is worked out here by truth tables and by plain search, not by the program under test. The glossary
that is damaged in every way is the sample; the one of this repository has its verdicts flipped, wherever they stand.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from hornbook.check import check, published_ids
from hornbook.diagnostics import Place, Severity
from hornbook.logic import Clause, Literal, Verdict
from hornbook.model import Claim, EquivalenceClaim, Framework, Implication, KnowledgeBase, StatedClaim
from hornbook.model.contents import every_claim, every_prose
from hornbook.production import IDS, Result, examine
from hornbook.reasoning.scopes import clauses_of, reason_about
from tests.examined import examined
from tests.where import FLAGSHIP, OF_FLAGSHIP, SAMPLE

FOLDERS = ("glossary", "diagrams", "docs")
EXAMPLES = "glossary/examples/"  # what is given there are the facts that the framework knows, so it changes with it
Found = tuple[str, str, int]
"""Code, file, line."""


def claims_of(knowledge: KnowledgeBase) -> list[Claim]:
    return [claim for claim in every_claim(knowledge) if isinstance(claim, Claim)]


def wrong(claim: Claim) -> Verdict:
    """A verdict that the claim does not state."""
    return Verdict.OPEN if claim.verdict is Verdict.FOLLOWS else Verdict.FOLLOWS


KNOWLEDGE = examined(SAMPLE).knowledge
CLAIMS = claims_of(KNOWLEDGE)
SAME = [claim for claim in every_claim(KNOWLEDGE) if isinstance(claim, EquivalenceClaim)]
SHOWN = sorted({(view.framework, implication) for view in KNOWLEDGE.views.values() for implication in view.show})
"""The implications that some view shows, each with its framework."""
EVERY_SHOWN = pytest.mark.parametrize(("framework", "implication"), SHOWN)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in FOLDERS:
        shutil.copytree(SAMPLE / folder, tmp_path / folder)
    (tmp_path / IDS).write_text(published_ids(KNOWLEDGE), encoding="utf-8")
    return tmp_path


def errors(result: Result) -> set[Found]:
    found = (one for one in result.diagnostics if one.severity is Severity.ERROR)
    return {(one.code, one.place.path, one.place.line) for one in found}


def test_the_sample_is_clean(copy: Path) -> None:
    assert examine(copy).diagnostics == ()


@pytest.mark.parametrize("path", sorted({claim.place.path for claim in CLAIMS}))
def test_flipping_verdicts_is_caught_where_each_is_written_and_nowhere_else(copy: Path, path: str) -> None:
    lines = _rewrite_verdicts(copy / path, [claim for claim in CLAIMS if claim.place.path == path])
    assert errors(examine(copy)) == {("claim-verdict", path, line) for line in lines}


@pytest.mark.parametrize("number", range(len(CLAIMS)))
def test_flipping_one_verdict_is_caught(copy: Path, number: int) -> None:
    claim = CLAIMS[number]
    lines = _rewrite_verdicts(copy / claim.place.path, [claim])
    assert errors(examine(copy)) == {("claim-verdict", claim.place.path, line) for line in lines}


def flipped(value: Any) -> Any:
    """A value of the model in which every claim states another verdict."""
    if isinstance(value, Claim):
        return replace(value, verdict=wrong(value))
    if isinstance(value, tuple):
        return tuple(map(flipped, value))
    if isinstance(value, Mapping):
        return {key: flipped(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: flipped(getattr(value, field.name)) for field in fields(value) if field.init}
        )
    return value


@OF_FLAGSHIP
def test_flipping_every_verdict_of_a_large_glossary_is_caught_at_each_and_nowhere_else() -> None:
    """However its files are written, so that nothing here depends on that."""
    knowledge = examined(FLAGSHIP).knowledge
    found = check(reason_about(flipped(knowledge)))
    places = {claim.verdict_place for claim in claims_of(knowledge)}
    assert {(one.code, one.place) for one in found if one.severity is Severity.ERROR} == {
        ("claim-verdict", place) for place in places
    }


@EVERY_SHOWN
def test_deleting_an_implication_is_caught_in_every_view_that_shows_it(
    copy: Path, framework: str, implication: str
) -> None:
    _edit_implication(copy, framework, implication, "")
    expected = {
        ("reference-unknown", path.relative_to(copy).as_posix(), number)
        for path in sorted((copy / "diagrams").glob("*.yaml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(rf"(?<![\w-]){implication}(?![\w-])", line)
    }
    assert expected
    found = errors(examine(copy))
    # What was published, and what statements lead to, is missed in the same run.
    assert {one for one in found if one[0] == "reference-unknown"} == expected
    assert {code for code, _, _ in found} - {"statement-nowhere"} == {"reference-unknown", "id-removed"}


@EVERY_SHOWN
def test_deleting_an_implication_and_all_trace_of_it_is_caught_by_the_claims(
    copy: Path, framework: str, implication: str
) -> None:
    _edit_implication(copy, framework, implication, "")
    mention = re.compile(rf"(, {implication}(?![\w-])|(?<![\w-]){implication}, )")
    for path in (copy / "diagrams").glob("*.yaml"):
        path.write_text(mention.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    ids = copy / IDS
    line = f"implication {framework}/{implication}\n"
    ids.write_text(ids.read_text(encoding="utf-8").replace(line, ""), encoding="utf-8")
    found = errors(examine(copy))
    assert _of_claims(found) == _flipped(_without(framework, implication))
    assert {code for code, _, _ in found} <= {
        "author-differs",
        "claim-verdict",
        "claim-scope",
        "claim-missing",
        "view-goal",
        "views-differ",
        "drawing-stale",
        "statement-nowhere",
    }


@EVERY_SHOWN
def test_reversing_an_implication_is_caught_by_the_claims(copy: Path, framework: str, implication: str) -> None:
    original = next(one for one in KNOWLEDGE.frameworks[framework].implications if one.id == implication)
    assert original.conclusion is not None
    first, *rest = original.premises
    backwards = replace(original, premises=(original.conclusion, *rest), conclusion=first)
    written = f"if: [{', '.join(map(str, backwards.premises))}]"
    _edit_implication(copy, framework, implication, written, str(first))
    found = errors(examine(copy))
    assert _of_claims(found) == _flipped(
        _with_implications(framework, lambda one: backwards if one.id == implication else one)
    )
    assert {code for code, _, _ in found} <= {
        "author-differs",
        "claim-missing",
        "claim-verdict",
        "drawing-stale",
        "example-contradictory",
        "views-differ",
    }


def test_claims_stand_on_most_of_the_implications_that_are_deleted() -> None:
    standing = [one for one in SHOWN if _flipped(_without(*one))]
    assert len(standing) > len(SHOWN) / 2


def renamed() -> Iterator[tuple[str, str, str]]:
    """Every id, with its kind and the file that defines it."""
    records = (KNOWLEDGE.terms, KNOWLEDGE.frameworks, KNOWLEDGE.views, KNOWLEDGE.chains, KNOWLEDGE.faqs)
    situations = (KNOWLEDGE.examples, KNOWLEDGE.questions, KNOWLEDGE.disagreements)
    for group in (*records, *situations):
        yield from (("file", one.id, one.place.path) for one in group.values())
    yield from (("source", one.id, one.place.path) for one in KNOWLEDGE.sources.values())
    for framework in KNOWLEDGE.frameworks.values():
        yield from (("implication", one.id, one.place.path) for one in framework.implications)
        yield from (("fact", one.id, one.place.path) for one in framework.facts)
        yield from (("list", one.id, one.place.path) for one in framework.lists)
        yield from (("table", one.id, one.place.path) for one in framework.tables)
    for term in KNOWLEDGE.terms.values():
        yield from (("sense", one.id, one.place.path) for one in term.senses if one.id != one.framework)


@pytest.mark.parametrize(("kind", "name", "defined"), list(renamed()))
def test_renaming_an_id_is_caught_wherever_it_was_used(copy: Path, kind: str, name: str, defined: str) -> None:
    _rename(copy, kind, name, defined)
    result = examine(copy)
    found = errors(result)
    assert found
    assert {code for code, _, _ in found} <= {"reference-unknown", "reference-kind", "id-removed", "statement-nowhere"}
    for _, path, line in found:
        text = (copy / path).read_text(encoding="utf-8").splitlines()[line - 1]
        named = re.search(rf"(?<![\w-]){name}(-x)?(?![\w-])", text)
        assert named or Path(path).stem in {name, f"{name}-x"}, f"{path}:{line} does not name {name}"
    linked = {
        (path.relative_to(copy).as_posix(), number)
        for folder in FOLDERS
        for path in (copy / folder).rglob("*.*")
        if path.suffix == ".yaml" or path.name == "index.md"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(rf"\[\[{name}(\||\]\])", line) and "contribute" not in path.parts
    }
    grouped = [one for one in result.diagnostics if one.code == "reference-unknown" and one.related]
    if grouped:  # several places agree, so the definition is what is told, with how many they are
        assert [one.place.path for one in grouped] == [
            defined if kind != "file" else defined.replace(name, f"{name}-x")
        ]
        assert int(re.findall(r"(\d+) places", grouped[0].message)[0]) >= max(2, len(linked))
        assert [one for one in found if one[0] == "reference-unknown"] == [
            (one.code, one.place.path, one.place.line) for one in grouped
        ]
    else:
        assert kind == "fact" or linked <= {(path, line) for _, path, line in found}


def _rewrite_verdicts(path: Path, claims: list[Claim]) -> list[int]:
    """Give each claim another verdict where it has its own, or add one; the lines where they then stand."""
    text = path.read_text(encoding="utf-8")
    edits = sorted({_edit(text, claim) for claim in claims})
    written, done, lines = "", 0, []
    for start, end, before, verdict, after in edits:
        written += text[done:start] + before
        lines.append(written.count("\n") + 1)
        written += verdict + after
        done = end
    path.write_text(_PLAIN.sub(r'\1"\2"', written + text[done:]), encoding="utf-8")
    return lines


_PLAIN = re.compile(r"""(?m)^(\s*\w+: )([^\s"'|>\[{].* : .*)$""")
"""A value without quotation marks that has come to need them."""


def _edit(text: str, claim: Claim) -> tuple[int, int, str, str, str]:
    """Where to write what: start, end, and the new verdict with what stands before and after it."""
    place = claim.verdict_place
    start = sum(len(line) for line in text.splitlines(keepends=True)[: place.line - 1]) + place.column - 1
    if text.startswith(claim.verdict.value, start):
        return start, start + len(claim.verdict), "", wrong(claim), ""
    if text[start] == "{":
        return start + 1, start + 1, "verdict: ", wrong(claim), ", "
    if re.compile(r"\w+: ").match(text, start):  # a mapping in block style
        return start, start, "verdict: ", wrong(claim), "\n" + " " * (place.column - 1)
    ending = re.compile(r"\||\]\]|\"").search(text, start + 1)
    assert ending is not None
    return ending.start(), ending.start(), " : ", wrong(claim), ""


def _edit_implication(root: Path, framework: str, name: str, premises: str, conclusion: str | None = None) -> None:
    """Delete an implication's lines, or give it other premises and another conclusion."""
    path = root / KNOWLEDGE.frameworks[framework].place.path
    head, *blocks = re.split(r"(?m)^(?=  - id: )", path.read_text(encoding="utf-8"))
    kept = []
    for block in blocks:
        if not block.startswith(f"  - id: {name}\n"):
            kept.append(block)
        elif conclusion is not None:
            changed = re.sub(r"(?m)^    if: .*$", f"    {premises}", block)
            kept.append(re.sub(r"(?m)^    then: .*$", f"    then: {conclusion}", changed))
        else:
            kept.append("\n" * block.count("\n"))  # the lines below keep their numbers
    assert "".join(kept) != "".join(blocks)
    path.write_text(head + "".join(kept), encoding="utf-8")


def _rename(root: Path, kind: str, name: str, defined: str) -> None:
    """Give the thing another id where it is defined, and nowhere else."""
    path = root / defined
    if kind == "file":
        path.rename(path.with_stem(f"{name}-x"))
        for drawing in path.parent.glob(f"{name}*.svg"):
            drawing.unlink()
        return
    text = path.read_text(encoding="utf-8")
    pattern = rf"(?m)^(\s*){name}:" if kind == "fact" else rf"(?m)^(\s*(?:- )?\{{?id: ){name}(?=,|$)"
    new = rf"\g<1>{name}-x:" if kind == "fact" else rf"\g<1>{name}-x"
    changed, count = re.subn(pattern, new, text)
    assert count == 1
    path.write_text(changed, encoding="utf-8")


def _of_claims(found: set[Found]) -> set[tuple[str, int]]:
    claims = {(path, line) for code, path, line in found if code in {"claim-verdict", "claim-scope"}}
    return {(path, line) for path, line in claims if not path.startswith(EXAMPLES)}


def _without(framework: str, implication: str) -> Framework:
    return _with_implications(framework, lambda one: None if one.id == implication else one)


def _with_implications(name: str, change: Callable[[Implication], Implication | None]) -> Framework:
    framework = KNOWLEDGE.frameworks[name]
    changed = [change(one) for one in framework.implications]
    return replace(framework, implications=tuple(one for one in changed if one is not None))


def _flipped(framework: Framework) -> set[tuple[str, int]]:
    """The claims whose verdict a truth table over these implications does not give."""
    wrong = set()
    for claim in CLAIMS:
        if claim.scope.framework != framework.id or claim.place.path.startswith(EXAMPLES):
            continue
        view = KNOWLEDGE.views.get(claim.scope.view or "")
        shown = [one for one in framework.implications if view is None or one.id in view.show]
        known = {literal.atom for one in shown for literal in _literals(one)}
        known |= set() if view else {fact.id for fact in framework.facts}
        used = {literal.atom for literal in (*claim.given, claim.goal)}
        if not used <= known:
            wrong.add((claim.place.path, claim.place.line))
        elif _by_truth_table(shown, claim) is not claim.verdict:
            wrong.add((claim.verdict_place.path, claim.verdict_place.line))
    for same in SAME:
        if (_projected(framework, *same.views) == _projected(framework, *reversed(same.views))) is not same.holds:
            wrong.add((same.place.path, same.place.line))
    return wrong


def _projected(framework: Framework, one: str, other: str) -> set[tuple[bool, ...]]:
    """The rows over the atoms of both views that can be completed to a model of the first."""
    shown = {view: [x for x in framework.implications if x.id in KNOWLEDGE.views[view].show] for view in (one, other)}
    atoms = {view: {literal.atom for x in shown[view] for literal in _literals(x)} for view in shown}
    shared = sorted(atoms[one] & atoms[other])
    clauses = [clause for x in shown[one] for clause in clauses_of(x)]
    rows = set()
    for row in product((False, True), repeat=len(atoms[one])):
        model = dict(zip(sorted(atoms[one]), row, strict=True))
        if all(_satisfies(model, clause) for clause in clauses):
            rows.add(tuple(model[atom] for atom in shared))
    return rows


def _literals(implication: Implication) -> list[Literal]:
    conclusion = [implication.conclusion] if implication.conclusion else []
    return [*implication.premises, *implication.assuming, *conclusion]


def _by_truth_table(implications: list[Implication], claim: Claim) -> Verdict:
    clauses = [clause for one in implications for clause in clauses_of(one)]
    atoms = sorted(
        {x.atom for clause in clauses for x in clause.literals()} | {x.atom for x in (*claim.given, claim.goal)}
    )
    values = set()
    for row in product((False, True), repeat=len(atoms)):
        model = dict(zip(atoms, row, strict=True))
        if all(model[x.atom] is x.holds for x in claim.given) and all(_satisfies(model, one) for one in clauses):
            values.add(model[claim.goal.atom] is claim.goal.holds)
    return {
        frozenset({True}): Verdict.FOLLOWS,
        frozenset({False}): Verdict.REFUTED,
        frozenset({True, False}): Verdict.OPEN,
        frozenset(): Verdict.CONTRADICTORY,
    }[frozenset(values)]


def _satisfies(model: dict[str, bool], clause: Clause) -> bool:
    return any(model[literal.atom] is literal.holds for literal in clause.literals())


def test_every_claim_in_prose_is_among_those_that_are_flipped() -> None:
    stated = [node for prose in every_prose(KNOWLEDGE) for node in prose.walk() if isinstance(node, StatedClaim)]
    assert stated
    assert all(node.claim in CLAIMS for node in stated)
    assert all(isinstance(node.place, Place) for node in stated)
