"""What may be left out in a file may be left out in the model, and means the same there."""

from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from hornbook import model
from hornbook.load import claim_records, framework_records, load, picture_records, records, situation_records
from hornbook.load.record_parts import Record
from hornbook.model import KnowledgeBase
from hornbook.production import examine
from hornbook.site import build

NAMES = {
    "if_": "premises",
    "match": "matches",
    "URL": "url",
    "atoms": "facts",
    "equivalent": "views",
    "verdicts": "judgements",
}
"""Fields of records whose values have another name in the model, whatever the record."""

PAIRS: list[tuple[type[Record], type, dict[str, str | None], set[str]]] = [
    (records.CitationRecord, model.Citation, {}, set()),
    (records.AliasRecord, model.Alias, {}, set()),
    (records.SenseRecord, model.Sense, {}, {"id", "called"}),
    (records.TermRecord, model.Term, {}, {"id"}),
    (records.SourceRecord, model.Source, {}, set()),
    (records.ChangeRecord, model.Change, {}, set()),
    (records.GlossaryRecord, model.Glossary, {}, set()),
    (framework_records.FactRecord, model.Fact, {}, {"id"}),
    (framework_records.ChoiceRecord, model.Choice, {}, set()),
    (framework_records.ImplicationRecord, model.Implication, {"then": "conclusion"}, {"source"}),
    (framework_records.ListingRecord, model.Listing, {}, {"source"}),
    (framework_records.TableRecord, model.Table, {}, {"source"}),
    (framework_records.FrameworkRecord, model.Framework, {}, {"id"}),
    (picture_records.ViewRecord, model.View, {"kind": None}, {"id", "source"}),
    (picture_records.LinkRecord, model.Link, {}, {"label"}),
    (picture_records.GapRecord, model.Gap, {}, set()),
    (picture_records.ChainRecord, model.Chain, {"kind": None}, {"id"}),
    (
        claim_records.ClaimRecord,
        model.Claim,
        {"then": "goal", "view": "scope", "framework": "scope"},
        {"scope"},
    ),
    (claim_records.EquivalenceRecord, model.EquivalenceClaim, {}, set()),
    (claim_records.NamingRecord, model.NamingClaim, {}, {"term"}),
    (situation_records.FaqRecord, model.Faq, {}, {"id", "framework"}),
    (
        situation_records.JudgementRecord,
        model.Judgement,
        dict.fromkeys(("framework", "assuming", "then", "verdict", "note"), "claim"),
        {"claim", "source"},
    ),
    (situation_records.AnswerRecord, model.RecordedAnswer, {"answer": "option"}, {"source"}),
    (situation_records.ExampleRecord, model.Example, {}, {"id"}),
    (situation_records.OptionRecord, model.Option, {"then": "literal"}, set()),
    (situation_records.QuestionRecord, model.Question, {}, {"id"}),
    (situation_records.PositionRecord, model.Position, {}, set()),
    (situation_records.DisagreementRecord, model.Disagreement, {}, {"id"}),
    (situation_records.StatementRecord, model.Statement, {"says": "text"}, set()),
]
"""A record, its value, the names that only they have (None: not kept), and what is filled in from elsewhere."""

MINIMAL = {
    "glossary/glossary.yaml": """\
title: Weather
description: Few words.
site_url: https://example.org/
repository: https://example.org/edit
licence: CC0
framework: weather
""",
    "glossary/sources.yaml": "- {id: almanac, title: Almanac, seen: 'no'}\n",
    "glossary/terms/rain.yaml": "{label: Rain, kind: concept, short: Water., holds: it rains, fails: it is dry}\n",
    "glossary/terms/air.yaml": "{label: Air, kind: concept, short: Thin.}\n",
    "glossary/terms/cloud.yaml": """\
label: Cloud
kind: concept
short: Water above.
aliases: [clouds]
match: {close: [air]}
senses: [{framework: weather, text: Grey., source: almanac}, {id: usual, text: White., source: almanac}]
""",
    "glossary/frameworks/weather.yaml": """\
label: Weather
source: almanac
atoms: {wet: {holds: wet, fails: dry}}
choices: [{id: one, one_of: [wet]}]
implications: [{id: rain-wets, if: [rain], then: wet}, {id: even-drought, if: [not rain], then: wet}]
lists: [{id: signs, title: Signs, items: [Grey.]}]
tables: [{id: days, title: Days, columns: [Day], rows: [[Monday.]]}]
""",
    "glossary/frameworks/other.yaml": "{label: Other, source: almanac}\n",
    "diagrams/wetting.yaml": "{title: Wetting, framework: weather, goal: wet, show: [rain-wets]}\n",
    "diagrams/down.yaml": """\
kind: chain
title: Down
framework: weather
links: [{term: rain}, {label: words}]
gaps: [{}]
text: Down.
source: almanac
""",
    "glossary/faq/short.yaml": "{question: Why?, short: So., answer: So., source: almanac}\n",
    "glossary/faq/why.yaml": """\
question: Why?
short: So.
answer: So.
claims: [{then: wet}, {equivalent: [wetting, wetting]}, {sense: cloud/weather, called: cloud}]
source: almanac
""",
    "glossary/examples/day.yaml": "{label: Day, text: A day., source: almanac}\n",
    "glossary/examples/night.yaml": """\
label: Night
text: A night.
facts: {rain: true}
verdicts: [{framework: weather, then: wet}]
answers: [{question: which, answer: a, kind: poll, by: Somebody}]
source: almanac
""",
    "glossary/questions/which.yaml": """\
question: Which?
text: Say.
options: [{id: a, label: A}, {id: b, label: B}]
examples: [day]
answer: Both.
source: almanac
""",
    "glossary/disagreements/what.yaml": """\
question: What?
short: Much.
positions: [{framework: weather, says: Much., source: almanac}]
""",
    "glossary/changes.yaml": "- {date: 2020-11-09, ids: [rain], text: New.}\n",
    "glossary/statements/almanac.yaml": "- {id: wet, says: Rain wets., at: [terms/rain]}\n",
}
"""Of every record one that says only what it must."""


@pytest.fixture(name="project", scope="module")
def project_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("minimal")
    for path, text in MINIMAL.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(name="knowledge", scope="module")
def knowledge_fixture(project: Path) -> KnowledgeBase:
    loaded = load(project)
    assert loaded.knowledge is not None, loaded.diagnostics
    return loaded.knowledge


def may_be_left_out(kind: type) -> set[str]:
    return {one.name for one in fields(kind) if one.default is not MISSING or one.default_factory is not MISSING}


def held(kind: type) -> set[str]:
    """The fields of a value apart from the places where it was written."""
    return {one.name for one in fields(kind) if one.name != "place" and not one.name.endswith(("_place", "_places"))}


@pytest.mark.parametrize(("record", "kind", "names", "filled_in"), PAIRS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_field_has_a_default_exactly_where_the_file_may_leave_it_out(
    record: type[Record], kind: type, names: dict[str, str | None], filled_in: set[str]
) -> None:
    named = {names.get(name, NAMES.get(name, name)): info for name, info in record.model_fields.items()}
    required = {name for name, info in named.items() if name is not None and info.is_required()}
    assert held(kind) == (named.keys() - {None}) | filled_in
    assert held(kind) - may_be_left_out(kind) == required | filled_in


def values(kind: type, within: Any) -> list[Any]:
    """All values of one class, however deep they stand."""
    match within:
        case tuple() | list():
            return [one for item in within for one in values(kind, item)]
        case dict():
            return values(kind, list(within.values()))
        case _:
            own = [within] if type(within) is kind else []
            inner = getattr(type(within), "__dataclass_fields__", {})
            return own + [one for name in inner for one in values(kind, getattr(within, name))]


@pytest.mark.parametrize(("record", "kind", "names", "filled_in"), PAIRS, ids=lambda one: getattr(one, "__name__", ""))
def test_what_a_file_leaves_out_has_the_default(
    record: type[Record],  # noqa: ARG001 - one list for both tests
    kind: type,
    names: dict[str, str | None],  # noqa: ARG001
    filled_in: set[str],  # noqa: ARG001
    knowledge: KnowledgeBase,
) -> None:
    found = values(kind, knowledge)
    defaults = {one.name: one.default for one in fields(kind) if one.name in may_be_left_out(kind)}
    assert defaults in [{name: getattr(value, name) for name in defaults} for value in found]


def test_a_project_that_says_only_what_it_must_becomes_a_site(project: Path) -> None:
    result = examine(project)
    assert result.reasoning is not None, result.diagnostics
    assert "docs/terms/rain/index.md" in build(result.reasoning, {})


def test_every_record_is_held_against_its_value() -> None:
    mappings = {records.MatchRecord, records.SenseMatchRecord}
    assert {record for record, *_ in PAIRS} | mappings == set(Record.__subclasses__())
