"""Checks of examples, statements, uses of terms, and published ids, beyond what the cases show."""

from dataclasses import replace
from pathlib import Path

import pytest

from hornbook.check import check, published_ids
from hornbook.check.examples import check_examples
from hornbook.check.ids import check_ids
from hornbook.check.statements import check_statements
from hornbook.check.usage import check_usage
from hornbook.model import KnowledgeBase
from hornbook.reasoning.scopes import Reasoning
from tests.reasoning.projects import FRAMEWORK, example, shapes, with_files

WEATHER = """\
label: Weather
source: almanac
atoms:
  cold: {holds: it is cold, fails: it is not cold}
  strict: {holds: cold days are dry, fails: cold days may be wet}
  lax: {holds: anything goes, fails: something does not}
choices:
  - {id: mood, one_of: [strict, lax]}
implications:
  - {id: rain-wets, if: [rain], then: wet-ground}
  - {id: cold-is-dry, if: [cold], assuming: [strict], then: not wet-ground}
"""
QUESTION = """\
question: Wet or dry?
text: Two days.
options: [{id: wet, label: Wet, then: wet-ground}, {id: unclear, label: Unclear}]
examples: [monday, tuesday]
answer: A.
source: almanac
"""
OTHER = "label: Other\nsource: almanac\nimplications: [{id: rain-wets, if: [rain], then: wet-ground}]\n"


def days(folder: Path, monday: str, tuesday: str, **more: str) -> Reasoning:
    files = {
        FRAMEWORK: WEATHER,
        "glossary/frameworks/other.yaml": OTHER,
        "glossary/frameworks/silent.yaml": "label: Silent\nsource: almanac\n",
        "glossary/examples/monday.yaml": example("Monday", *monday.split("\n")),
        "glossary/examples/tuesday.yaml": example("Tuesday", "refines: monday", *tuesday.split("\n")),
    } | {f"glossary/{name.replace('_', '/')}.yaml": text for name, text in more.items()}
    return with_files(folder, files)


def messages(reasoning: Reasoning) -> list[str]:
    return [one.message for one in check_examples(reasoning)]


VERDICT = "verdicts: [{{framework: weather, assuming: [{}], then: wet-ground{}}}]"
LOST = (
    "in `weather` assuming strict, `wet-ground` follows from the facts of `monday`; "
    "those of `tuesday` cannot hold together there"
)


@pytest.mark.parametrize(
    ("monday", "tuesday"),
    [
        ("facts: {rain: true}\n" + VERDICT.format("strict", ""), "facts: {rain: true, cold: true}"),
        (
            "facts: {rain: true}",
            "facts: {rain: true, cold: true}\n" + VERDICT.format("strict", ", verdict: contradictory"),
        ),
        ("facts: {rain: true}\n" + VERDICT.format("lax", ""), "facts: {rain: true, cold: true}"),
    ],
)
def test_a_verdict_is_lost_under_any_choice_and_whoever_asks_for_it(monday: str, tuesday: str, tmp_path: Path) -> None:
    assert messages(days(tmp_path, monday, tuesday)) == [LOST]


def test_each_fact_that_is_lost_is_told_whatever_is_kept_before_it(tmp_path: Path) -> None:
    lost = ["in `other`, `monday` has the fact `wet-ground: true`; `tuesday` does not have it"]
    for facts in ("{cold: false, rain: false, wet-ground: true}", "{wet-ground: true, cold: false, rain: false}"):
        folder = tmp_path / facts[1:5]
        assert messages(days(folder, f"facts: {facts}", "facts: {cold: false, rain: false}")) == lost


def test_a_verdict_that_a_quiz_question_asks_for_is_kept_too(tmp_path: Path) -> None:
    facts = ("facts: {rain: true}", "facts: {rain: true, cold: true}")
    assert messages(days(tmp_path / "a", *facts)) == []
    assert messages(days(tmp_path / "b", *facts, questions_sort=QUESTION)) == [LOST]
    elsewhere = QUESTION.replace("[monday, tuesday]", "[sunday]")
    sunday = example("Sunday")
    assert messages(days(tmp_path / "c", *facts, questions_sort=elsewhere, examples_sunday=sunday)) == []


def test_more_facts_may_settle_what_was_open(tmp_path: Path) -> None:
    monday = VERDICT.format("lax", ", verdict: open")
    tuesday = "facts: {rain: true}\n" + VERDICT.format("lax", "")
    assert messages(days(tmp_path, monday, tuesday)) == []


def test_facts_that_clash_already_are_no_verdict_to_lose(tmp_path: Path) -> None:
    monday = "facts: {rain: true, wet-ground: false}\n" + VERDICT.format("lax", ", verdict: contradictory")
    assert messages(days(tmp_path, monday, "facts: {wet-ground: false, rain: true, cold: true}")) == []


def test_where_a_fact_is_lost_no_verdict_is_blamed(tmp_path: Path) -> None:
    monday = "facts: {rain: true}\n" + VERDICT.format("strict", "")
    found = messages(days(tmp_path, monday, "facts: {cold: true, rain: false}"))
    assert found == ["in `other`, `monday` has the fact `rain: true`; `tuesday` says the opposite"]


def test_a_refuted_verdict_is_kept_as_well(tmp_path: Path) -> None:
    monday = "facts: {cold: true}\n" + VERDICT.format("strict", ", verdict: refuted")
    (found,) = check_examples(days(tmp_path, monday, "facts: {cold: true, rain: true}"))
    assert "`wet-ground` is refuted by the facts of `monday`" in found.message
    assert found.notes[0].startswith("given: ")
    assert "contradiction" in found.notes[-1]


def test_a_circle_is_reported_once_and_what_leads_into_it_is_not(tmp_path: Path) -> None:
    files = {
        f"glossary/examples/{name}.yaml": example(name, f"refines: {refines}")
        for name, refines in (("b", "c"), ("c", "a"), ("a", "b"), ("d", "a"))
    }
    assert messages(with_files(tmp_path, files)) == ["`a` refines itself (through `b`, `c`)"]


def test_the_sample_has_nothing_to_report() -> None:
    assert check(shapes()) == ()


STATEMENT = "- {{id: a-1, says: A., at: ['{}']}}\n"


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("terms/rain#sense-wether", "did you mean `terms/rain#sense-weather`?"),
        ("frameworks/wether", "did you mean `frameworks/weather`?"),
        ("terms/none-at-all#sense", None),
        ("faq/does-rain-wet#claim-2", "did you mean `faq/does-rain-wet#claim-1`?"),
        ("https://example.org/", None),
    ],
)
def test_a_statement_that_leads_nowhere_is_told_what_may_be_meant(
    address: str, hint: str | None, tmp_path: Path
) -> None:
    files = {"glossary/statements/almanac.yaml": STATEMENT.format(address)}
    (found,) = check_statements(with_files(tmp_path, files).knowledge)
    assert found.code == "statement-nowhere"
    assert hint is None or found.hint == hint
    assert found.hint


@pytest.mark.parametrize("address", ["/", "terms/", "/terms/rain/#sense-weather", "sources#almanac", "faq"])
def test_an_address_may_be_written_with_slashes(address: str, tmp_path: Path) -> None:
    files = {"glossary/statements/almanac.yaml": STATEMENT.format(address)}
    assert list(check_statements(with_files(tmp_path, files).knowledge)) == []


SNOW = "label: Snow\nkind: condition\nshort: A.\nholds: it snows\nfails: it does not snow\n"
SNOWY = WEATHER + "  - {id: snow-wets, if: [snow], then: wet-ground, redundant: for the tests}\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("diagrams/down.yaml", "links: [{term: snow}, {label: b}]\ngaps: [{}]\n"),
        ("diagrams/down.yaml", "links: [{label: a}, {label: b}]\ngaps: [{term: snow}]\n"),
        (
            "glossary/disagreements/which.yaml",
            "claims: ['snow => snow']\npositions: [{framework: weather, says: A., source: almanac}]\n",
        ),
        (
            "glossary/disagreements/which.yaml",
            "positions: [{framework: weather, says: 'See [[snow]].', source: almanac}]\n",
        ),
        ("glossary/questions/sort.yaml", QUESTION.partition("\n")[2].replace("then: wet-ground", "then: snow")),
        ("glossary/questions/sort.yaml", QUESTION.partition("\n")[2].replace("Two days.", "'[[snow]]'")),
    ],
)
def test_a_term_that_a_new_record_names_is_used(path: str, text: str, tmp_path: Path) -> None:
    heads = {
        "diagrams": "kind: chain\ntitle: A\nframework: weather\ntext: A.\nsource: almanac\n",
        "glossary": "question: Q?\n" + ("short: A.\n" if "disagreements" in path else ""),
    }
    files = {
        "glossary/terms/snow.yaml": SNOW,
        "glossary/examples/monday.yaml": example("Monday"),
        "glossary/examples/tuesday.yaml": example("Tuesday"),
    }
    before = with_files(tmp_path / "before", files).knowledge
    assert [one.message for one in check_usage(before)] == ["nothing uses the term `snow`"]
    after = with_files(tmp_path / "after", files | {path: heads[path.partition("/")[0]] + text}).knowledge
    assert list(check_usage(after)) == []


def test_in_a_plain_glossary_no_term_has_to_be_used(tmp_path: Path) -> None:
    knowledge = with_files(tmp_path, {"glossary/terms/snow.yaml": SNOW}).knowledge
    assert list(check_usage(knowledge)) != []
    assert list(check_usage(replace(knowledge, frameworks={}))) == []


def test_a_term_that_is_only_a_fact_of_an_example_is_used(tmp_path: Path) -> None:
    files = {FRAMEWORK: SNOWY, "glossary/terms/snow.yaml": SNOW}
    files["glossary/examples/monday.yaml"] = example("Monday", "facts: {snow: true}")
    assert list(check_usage(with_files(tmp_path, files).knowledge)) == []


KINDS = ("chain", "disagreement", "example", "list", "question", "table")


def knowledge_with_ids(folder: Path, ids: str) -> KnowledgeBase:
    files = {
        "glossary/ids.txt": ids,
        FRAMEWORK: WEATHER
        + "lists: [{id: signs, title: A, items: [a]}]\ntables: [{id: days, title: A, columns: [a], rows: [[b]]}]\n",
        "glossary/examples/monday.yaml": example("Monday", "was: [mon]"),
        "glossary/examples/tuesday.yaml": example("Tuesday"),
        "glossary/questions/sort.yaml": QUESTION + "was: [kind]\n",
        "glossary/disagreements/which.yaml": "question: Q?\nshort: A.\nwas: [who]\n"
        "positions: [{framework: weather, says: A., source: almanac}]\n",
        "diagrams/down.yaml": "kind: chain\ntitle: A\nframework: weather\ntext: A.\nsource: almanac\nwas: [drop]\n"
        "links: [{term: rain}, {label: b}]\ngaps: [{}]\n",
    }
    return with_files(folder, files).knowledge


def test_the_ids_of_every_kind_are_published(tmp_path: Path) -> None:
    lines = published_ids(knowledge_with_ids(tmp_path, "term rain\n")).splitlines()
    assert [line for line in lines if line.startswith(KINDS)] == [
        "chain down",
        "disagreement which",
        "example monday",
        "example tuesday",
        "list weather/signs",
        "question sort",
        "table weather/days",
    ]


def test_a_former_id_of_every_kind_is_kept_and_another_may_not_go(tmp_path: Path) -> None:
    former = ["chain drop", "disagreement who", "example mon", "question kind"]
    gone = ["chain x", "disagreement x", "example x", "question x", "list weather/x", "table weather/x"]
    knowledge = knowledge_with_ids(tmp_path, "\n".join([*former, *gone]) + "\n")
    removed = [one.place.line for one in check_ids(knowledge) if one.code == "id-removed"]
    assert removed == list(range(len(former) + 1, len(former) + len(gone) + 1))
    assert set(former) <= set(published_ids(knowledge).splitlines())
