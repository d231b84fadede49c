"""Examples, quiz questions, disagreements, chains, lists, tables and statements as they are loaded."""

from pathlib import Path

import pytest

from hornbook.load import load
from hornbook.logic import Literal, Verdict
from hornbook.model import Claim, EquivalenceClaim, Evidence, KnowledgeBase, Scope
from tests.load.project import found, loaded_with
from tests.load.test_positions import FILES, plain
from tests.where import SAMPLE

PROJECT = {path: plain(text) for path, text in FILES.items()}
FRAMEWORK = "glossary/frameworks/weather.yaml"
STORM = "glossary/examples/storm.yaml"
SORT = "glossary/questions/sort.yaml"
WHICH = "glossary/disagreements/which.yaml"
DOWN = "diagrams/down.yaml"
STATEMENTS = "glossary/statements/almanac.yaml"


@pytest.fixture(name="knowledge")
def knowledge_fixture(tmp_path: Path) -> KnowledgeBase:
    knowledge = loaded_with(tmp_path, PROJECT).knowledge
    assert knowledge is not None
    return knowledge


@pytest.fixture(name="shapes")
def shapes_fixture() -> KnowledgeBase:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return knowledge


def edited(path: str, *changes: tuple[str, str]) -> dict[str, str]:
    """The project with some text of one file exchanged."""
    text = PROJECT[path]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return PROJECT | {path: text}


def test_an_example_holds_its_facts_in_the_order_of_the_file(knowledge: KnowledgeBase) -> None:
    storm = knowledge.examples["storm"]
    assert [fact.literal for fact in storm.facts] == [Literal("rain"), Literal("windy", holds=False)]
    assert (storm.refines, storm.outside, storm.sources[0].ref) == ("calm", False, "almanac")
    assert (storm.refines_place.line, storm.refines_place.column) == (6, 10)
    calm = knowledge.examples["calm"]
    assert (calm.facts, calm.refines, calm.judgements, calm.answers) == ((), None, (), ())
    assert calm.refines_place == calm.place


def test_a_judgement_is_a_claim_given_the_facts_that_its_framework_knows(shapes: KnowledgeBase) -> None:
    by_sight, by_definition = shapes.examples["measured-board"].judgements
    assert by_sight.claim.premises == (Literal("four-cuts"), Literal("right-cuts"))
    assert by_sight.claim.assuming == (Literal("judged-by-sight"),)
    assert (by_sight.claim.scope, by_sight.claim.verdict) == (Scope("workshop"), Verdict.FOLLOWS)
    assert (by_sight.says, by_sight.source.ref, by_sight.source.at) == ("still a square", "notes", None)
    assert by_definition.claim.premises == (Literal("rectangle"), Literal("rhombus", holds=False))
    assert (by_definition.claim.scope, by_definition.claim.verdict) == (Scope("plane"), Verdict.REFUTED)
    assert (by_definition.says, by_definition.source.at) == (None, "page 3")
    assert shapes.examples["board"].judgements[1].claim.note is not None


def test_a_verdict_is_placed_where_it_is_written_or_with_its_claim(shapes: KnowledgeBase) -> None:
    stated, written = (shapes.examples["board"].judgements[number].claim for number in (0, 1))
    assert stated.verdict_place == stated.place
    assert written.verdict_place != written.place
    assert written.verdict_place.line == written.place.line


def test_an_answer_has_its_examples_source_unless_it_names_one(shapes: KnowledgeBase) -> None:
    poll, author = shapes.examples["measured-board"].answers
    assert (poll.question, poll.option, poll.kind, poll.by) == (
        "is-it-a-square", "no-square", "poll", "eight of ten apprentices",
    )  # fmt: skip
    assert (poll.source.ref, author.source.ref) == ("notes", "primer")


def test_a_question_is_exclusive_unless_it_says_otherwise(tmp_path: Path, knowledge: KnowledgeBase) -> None:
    sort = knowledge.questions["sort"]
    assert sort.exclusive
    assert sort.examples == ("calm", "storm")
    assert [(option.id, option.literal) for option in sort.options] == [
        ("wet", Literal("wet-ground")), ("dry", Literal("wet-ground", holds=False)),
    ]  # fmt: skip
    changed = edited(SORT, ("then: not wet-ground", "label: Dry"), ("label: Dry, label: Dry", "label: Dry"))
    other = loaded_with(tmp_path, changed | {SORT: changed[SORT] + "exclusive: false\n"}).knowledge
    assert other is not None
    assert not other.questions["sort"].exclusive
    assert other.questions["sort"].options[1].literal is None


def test_a_disagreement_holds_shared_claims_and_those_of_each_position(knowledge: KnowledgeBase) -> None:
    which = knowledge.disagreements["which"]
    assert [str(claim) for claim in which.claims] == ["rain => wet-ground"] * 2
    (position,) = which.positions
    assert (position.framework, position.evidence, position.source.at) == ("weather", Evidence.STATED, "page 3")
    assert [type(claim) for claim in position.claims] == [Claim, EquivalenceClaim, Claim]


def test_claims_of_a_position_are_asked_in_its_framework(shapes: KnowledgeBase) -> None:
    disagreement = shapes.disagreements["what-is-a-square"]
    assert [claim.scope for claim in disagreement.claims] == [Scope("plane")] * 2
    workshop = disagreement.positions[1]
    assert [claim.scope for claim in workshop.claims if isinstance(claim, Claim)] == [Scope("workshop")] * 2
    assert workshop.evidence is Evidence.INFERRED


def test_only_claims_that_can_be_asked_anywhere_are_shared(tmp_path: Path) -> None:
    shared = ('  - "rain => wet-ground : open"\npositions', "  - {equivalent: [wetness, dryness]}\npositions")
    assert ("field-unknown", f"{WHICH}:6:6") in found(loaded_with(tmp_path, edited(WHICH, shared)))


def test_a_link_without_words_has_its_terms_name(knowledge: KnowledgeBase) -> None:
    down, up = knowledge.chains["down"], knowledge.chains["up"]
    assert [(link.term, link.label) for link in down.links] == [("rain", "Rain"), ("wet-ground", "a puddle")]
    assert down.links[1].matches == ("rain", "wet-ground")
    assert [(gap.term, gap.label) for gap in (*down.gaps, *up.gaps)] == [("rain", None), (None, None)]
    assert "down" not in knowledge.views


def test_diagrams_are_views_unless_they_say_that_they_are_chains(tmp_path: Path) -> None:
    view = PROJECT["diagrams/wetness.yaml"] + "kind: view\n"
    assert found(loaded_with(tmp_path, PROJECT | {"diagrams/wetness.yaml": view})) == []
    wrong = view.replace("kind: view", "kind: loop")
    assert found(loaded_with(tmp_path, PROJECT | {"diagrams/wetness.yaml": wrong})) == [
        ("field-choice", "diagrams/wetness.yaml:8:7")
    ]


def test_a_link_has_a_term_or_words(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, edited(DOWN, ("{term: rain}\n", "{matches: [wet-ground]}\n")))
    assert found(loaded) == [("field-missing", f"{DOWN}:5:6"), ("reference-kind", f"{DOWN}:6:51")]
    empty = loaded_with(tmp_path, edited(DOWN, ("{term: rain}\n", "{}\n"), ("matches: [rain,", "matches: [")))
    assert found(empty) == [("field-missing", f"{DOWN}:5:5")]


@pytest.mark.parametrize(
    ("links", "gaps", "codes"),
    [
        ("[{term: rain}]", "[{}]", ["field-form"]),
        ("[]", "[]", ["field-empty", "field-form"]),
        ("[{term: rain}, {term: wet-ground}]", "[]", ["chain-gaps", "field-empty"]),
        ("[{term: rain}, {term: wet-ground}]", "[{}, {}]", ["chain-gaps"]),
        ("[{term: rain}, {term: wet-ground}]", "none", ["field-type"]),
        ("rain", "[{}]", ["field-type"]),
        ("[{term: rain}, {term: rain}, {label: mud}]", "[{label: up}, {term: rain, label: down}]", []),
    ],
)
def test_a_chain_has_links_and_one_gap_between_each_two(
    links: str, gaps: str, codes: list[str], tmp_path: Path
) -> None:
    text = f"kind: chain\ntitle: A\nframework: weather\nlinks: {links}\ngaps: {gaps}\ntext: A.\nsource: almanac\n"
    loaded = loaded_with(tmp_path, {"diagrams/new.yaml": text})
    assert sorted(one.code for one in loaded.diagnostics) == codes


def test_a_link_corresponds_to_a_link_of_some_chain(tmp_path: Path) -> None:
    snow = "label: Snow\nkind: concept\nshort: A.\n"
    extra = edited(DOWN, ("matches: [rain, ", "matches: [snow, ")) | {"glossary/terms/snow.yaml": snow}
    loaded = loaded_with(tmp_path, extra)
    assert found(loaded) == [("reference-kind", f"{DOWN}:6:51")]
    assert "`snow` is a link of no chain" in loaded.diagnostics[0].message


def test_a_fact_of_an_example_is_an_atom_of_some_framework(tmp_path: Path) -> None:
    snow = "label: Snow\nkind: condition\nshort: A.\nholds: a\nfails: b\n"
    extra = edited(STORM, ("  rain: true\n", "  snow: true\n")) | {"glossary/terms/snow.yaml": snow}
    loaded = loaded_with(tmp_path, extra)
    assert found(loaded) == [("reference-kind", f"{STORM}:4:3")]
    assert "atom of no framework" in loaded.diagnostics[0].message


@pytest.mark.parametrize("value", ["yes", "3", "[true]", "TRUE"])
def test_a_fact_is_true_or_false(value: str, tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, edited(STORM, ("rain: true", f"rain: {value}")))
    assert found(loaded) == [("field-type", f"{STORM}:4:9")]


def test_a_fact_may_not_be_given_twice(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, edited(STORM, ("  rain: true\n", "  rain: true\n  rain: false\n")))
    assert [code for code, _ in found(loaded)] == ["yaml-duplicate-key"]


def test_an_answer_is_one_of_its_questions_options(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, edited(STORM, ("answer: wet", "answer: dri")))
    assert found(loaded) == [("reference-unknown", f"{STORM}:15:30")]
    assert loaded.diagnostics[0].message == "no option of `sort` has the id `dri`"
    assert loaded.diagnostics[0].hint == "did you mean `dry`?"


def test_an_answer_to_a_question_that_cannot_be_read_is_no_mistake(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, PROJECT | {SORT: "question: 'Wet or dry?\n"})
    assert [code for code, place in found(loaded) if not place.startswith(SORT)] == []


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (STORM, "kind: poll", "kind: rumour", "field-choice"),
        (STORM, "refines: calm", "refines: rain", "reference-kind"),
        (STORM, "facts:\n", "facts: {}\noutside: maybe\nunused:\n", "field-unknown"),
        (SORT, "examples: [calm, storm]", "examples: []", "field-empty"),
        (SORT, "examples: [calm, storm]", "examples: [calm, rain]", "reference-kind"),
        (SORT, "id: dry", "id: wet", "id-taken"),
        (WHICH, "positions:", "exclusive: true\npositions:", "field-unknown"),
        (STATEMENTS, "id: a-1", "id: A 1", "id-form"),
        (STATEMENTS, "at: [terms/rain]", "at: []", "field-empty"),
        (STATEMENTS, "  at: [terms/rain]\n", "  at: [terms/rain]\n- {id: a-1, says: A., at: [faq]}\n", "id-taken"),
        (FRAMEWORK, "id: signs", "id: never", "id-taken"),
        (FRAMEWORK, "id: days", "id: signs", "id-taken"),
        (FRAMEWORK, "id: sky", "id: windy", "id-taken"),
        (FRAMEWORK, "[one, ", "[", "table-row"),
        (FRAMEWORK, "columns: [Day, Weather]", "columns: []", "field-empty"),
    ],
)
def test_what_cannot_be_is_refused(path: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    assert code in {found_code for found_code, _ in found(loaded_with(tmp_path, edited(path, (old, new))))}


@pytest.mark.parametrize("kind", ["chain", "example", "disagreement", "term", "framework", "faq"])
def test_what_has_a_page_shares_its_ids_with_all_that_has_one(kind: str, tmp_path: Path) -> None:
    folders = {
        "chain": "diagrams/{}.yaml",
        "example": "glossary/examples/{}.yaml",
        "disagreement": "glossary/disagreements/{}.yaml",
        "term": "glossary/terms/{}.yaml",
        "framework": "glossary/frameworks/{}.yaml",
        "faq": "glossary/faq/{}.yaml",
    }
    taken = {"chain": "rain", "term": "storm", "example": "which", "disagreement": "down"}.get(kind, "which")
    source = {"chain": DOWN, "example": STORM, "disagreement": WHICH, "framework": FRAMEWORK}.get(kind)
    source = source or {"term": "glossary/terms/rain.yaml", "faq": "glossary/faq/does-rain-wet.yaml"}[kind]
    loaded = loaded_with(tmp_path, PROJECT | {folders[kind].format(taken): PROJECT[source]})
    assert "id-taken" in {code for code, _ in found(loaded)}


def test_quiz_questions_have_ids_of_their_own(tmp_path: Path) -> None:
    same = PROJECT[SORT]
    loaded = loaded_with(tmp_path, PROJECT | {"glossary/questions/rain.yaml": same})
    assert found(loaded) == []
    assert found(loaded_with(tmp_path, {"glossary/questions/Rain_1.yaml": same})) == [
        ("id-form", "glossary/questions/Rain_1.yaml:1:1")
    ]


def test_lists_and_tables_hold_texts_which_may_repeat(knowledge: KnowledgeBase) -> None:
    framework = knowledge.frameworks["weather"]
    (signs,), (days,) = framework.lists, framework.tables
    assert (signs.title, len(signs.items), signs.stance) == ("Signs of rain", 3, False)
    assert days.columns == ("Day", "Weather")
    assert [len(row) for row in days.rows] == [2, 2]
    assert framework.note is not None


def test_a_list_has_its_frameworks_source_unless_it_names_one(shapes: KnowledgeBase) -> None:
    tools, creed = shapes.frameworks["workshop"].lists
    assert (tools.source.ref, tools.source.at, tools.stance) == ("notes", None, False)
    assert (creed.source.at, creed.stance) == ("last page", True)


def test_a_sense_may_have_sentences_of_its_own(tmp_path: Path, shapes: KnowledgeBase) -> None:
    by_framework = {sense.id: sense for sense in shapes.terms["square"].senses}
    assert by_framework["workshop"].holds == "the board passes for a square"
    assert (by_framework["plane"].holds, by_framework["plane"].fails) == (None, None)
    half = edited("glossary/terms/rain.yaml", ("    called: wet-ground\n", "    called: wet-ground\n    holds: a\n"))
    assert found(loaded_with(tmp_path, half)) == [("field-together", "glossary/terms/rain.yaml:10:5")]


def test_a_term_says_where_it_is_merely_mentioned(knowledge: KnowledgeBase) -> None:
    assert [(one.ref, one.at) for one in knowledge.terms["rain"].mentions] == [("almanac", None), ("almanac", "page 9")]


def test_statements_come_by_source_in_the_order_of_the_file(shapes: KnowledgeBase) -> None:
    assert list(shapes.statements) == ["notes", "primer"]
    first, second = shapes.statements["primer"]
    assert (first.id, second.id) == ("p-1", "p-2")
    assert first.at == ("frameworks/plane#square-definition", "terms/square#sense-plane")
    assert [place.column for place in first.at_places] == [8, 44]


def test_statements_belong_to_a_source(tmp_path: Path) -> None:
    path = "glossary/statements/almanack.yaml"
    loaded = loaded_with(tmp_path, PROJECT | {path: PROJECT[STATEMENTS]})
    assert found(loaded) == [("reference-unknown", f"{path}:1:1")]
    assert loaded.diagnostics[0].hint == "did you mean `almanac`?"


def test_former_ids_of_pages_redirect_and_are_claimed_once(tmp_path: Path) -> None:
    was = {path: PROJECT[path] + "was: [old]\n" for path in (STORM, DOWN)}
    assert [code for code, _ in found(loaded_with(tmp_path, PROJECT | was))] == ["id-taken"]
    linked = {STORM: PROJECT[STORM] + "was: [old]\n", WHICH: PROJECT[WHICH] + "was: [older]\n"}
    text = PROJECT["glossary/faq/does-rain-wet.yaml"].replace("answer: |-\n", "answer: |-\n  [[old]] [[older]]\n")
    loaded = loaded_with(tmp_path, PROJECT | linked | {"glossary/faq/does-rain-wet.yaml": text})
    assert [one.hint for one in loaded.diagnostics] == ["it is called `storm` now", "it is called `which` now"]


def test_new_kinds_of_published_ids_are_read(tmp_path: Path) -> None:
    lines = ["chain a", "example b", "question c", "disagreement d", "list e/f", "table e/g"]
    loaded = loaded_with(
        tmp_path, {"glossary/ids.txt": "\n".join([*lines, "statement a/b", "list e", "chain a/b", ""])}
    )
    assert found(loaded) == [("ids-line", f"glossary/ids.txt:{line}:1") for line in (7, 8, 9)]
