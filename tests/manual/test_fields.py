"""The manual of fields: of every field, with an example that stands in a project without mistakes."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from hornbook.addresses import anchors_of_manual, sections_of
from hornbook.kinds import KINDS, PAGE
from hornbook.load.text.files import source_text
from hornbook.load.tree.reader import read_yaml
from hornbook.load.tree.values import YamlMapping, YamlSequence
from hornbook.manual import field_manual
from hornbook.manual.descriptions import in_words
from hornbook.manual.sections import cut
from hornbook.model.declared import Shape, Single, declarations_in, fields_of, inline_of
from hornbook.model.fields import Day
from hornbook.model.manual import Code, Excerpt, FieldManual, Phrase, Pointer, SectionManual, phrase
from hornbook.production import examine

EXAMPLE = Path(str(files("hornbook") / "example"))
MANUAL = field_manual()
SECTIONS = {section.anchor: section for section in MANUAL}
SHOWN = {section.declaration: shown.fields for section, shown in zip(sections_of(), MANUAL, strict=True)}
FIELDS = {field.anchor: field for section in MANUAL for field in section.fields}


def plain(words: Phrase) -> str:
    shown = [f"`{one.text}`" if isinstance(one, Code) else getattr(one, "words", one) for one in words]
    return "".join(map(str, shown))


def excerpts() -> Iterator[Excerpt]:
    for section in MANUAL:
        yield from (field.example for field in section.fields if field.example is not None)
        if section.example_alone is not None:
            yield section.example_alone


def declared() -> set[type]:
    """Every class whose fields are written, those written among the fields of others included."""
    found: list[type] = [kind.declaration for kind in KINDS if kind is not PAGE]
    for declaration in found:
        inside = [one for field in fields_of(declaration) for one in declarations_in(field.shape)]
        found += [one for one in dict.fromkeys(inside) if one not in found]
    return {*found}


def test_the_example_project_has_nothing_to_report() -> None:
    result = examine(EXAMPLE)
    assert result.diagnostics == ()
    assert result.reasoning is not None


def test_it_has_every_class_that_can_be_written_and_no_other() -> None:
    assert {*SHOWN} == declared()
    assert len(SHOWN) == len(MANUAL)
    for declaration, fields in SHOWN.items():
        assert [field.name for field in fields] == [field.name for field in fields_of(declaration)]


def test_fields_that_are_written_among_those_of_others_are_shown_there() -> None:
    inline = {inner for holder in declared() for _, inner in inline_of(holder)}
    assert inline - declared(), "some class is only written among the fields of others"
    for inner in inline:
        holders = [*(one for one in declared() if inner in dict(inline_of(one)).values()), inner]
        shown = {field.name for one in holders for field in SHOWN.get(one, ())}
        assert {field.name for field in fields_of(inner)} <= shown, inner


@pytest.mark.parametrize("section", MANUAL, ids=lambda section: section.anchor)
def test_every_field_of_every_class_has_an_example_and_a_meaning(section: SectionManual) -> None:
    assert plain(section.meaning).endswith(".")
    assert section.fields
    for field in section.fields:
        assert field.example is not None, field.anchor
        assert plain(field.meaning).endswith("."), field.anchor
        assert plain(field.holds).strip(), field.anchor


def unindented(text: str) -> str:
    return "\n".join(line.lstrip() for line in text.split("\n"))


@pytest.mark.parametrize("excerpt", list(dict.fromkeys(excerpts())), ids=lambda one: one.text.split("\n")[0])
def test_every_example_stands_in_a_file_that_loads(excerpt: Excerpt) -> None:
    assert unindented(excerpt.text) in unindented((EXAMPLE / excerpt.path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.anchor)
def test_every_example_is_the_whole_of_its_field_and_nothing_else(field: FieldManual) -> None:
    assert field.example is not None
    parsed = read_yaml(source_text("x.yaml", field.example.text + "\n"))
    assert parsed.diagnostics == ()
    assert isinstance(parsed.value, YamlMapping)
    assert [key.text for key, _ in parsed.value.fields] == [field.name]
    # Nine lines at most below its first; of a group with more fields than that one for each.
    own = sum(anchor.startswith(f"{field.name}-") for anchor in FIELDS)
    assert field.example.text.count("\n") < 10 or field.example.text.count("\n") == own


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("a: b\nc: d\n", "a", "a: b"),
        ("a: |\n  b\n\n  c\nd: e\n", "a", "a: |\n  b\n\n  c"),
        ("a:\n  - b: |\n      c\n      d\ne: f\n", "a", "a:\n  - b: |\n      c\n      d"),
        ("a: [b,\n    c]\nd: e\n", "a", "a: [b,\n    c]"),
        ("a: {b: c}  # why\nd: e\n", "a", "a: {b: c}"),
        ("a: {}\nb: []\n", "b", "b: []"),
        ("a:\nb: c\n", "a", "a:"),
        ('a: "b: c"', "a", 'a: "b: c"'),
    ],
)
def test_a_field_is_cut_from_its_name_to_the_end_of_its_value(text: str, name: str, expected: str) -> None:
    tree = read_yaml(source_text("x.yaml", text)).value
    assert isinstance(tree, YamlMapping)
    key, value = tree.key(name), tree.get(name)
    assert key is not None
    assert value is not None
    assert cut(key, value) == Excerpt("x.yaml", expected)


def test_what_is_cut_is_moved_to_the_left() -> None:
    tree = read_yaml(source_text("x.yaml", "- a: b\n  c:\n    - d\n    - e\n")).value
    assert isinstance(tree, YamlSequence)
    (item,) = tree.items
    assert isinstance(item, YamlMapping)
    (_, field) = item.fields
    assert cut(*field).text == "c:\n  - d\n  - e"


def anchors() -> list[str]:
    words = [word.anchor for field in FIELDS.values() for word in field.words]
    return [*SECTIONS, *FIELDS, *words]


def test_the_places_of_the_page_are_addresses_each_once() -> None:
    known = list(anchors_of_manual())
    assert len(known) == len({*known})
    assert len(anchors()) == len({*anchors()})
    assert {*anchors()} <= {*known}


def test_whatever_leads_somewhere_leads_to_a_place_of_the_page() -> None:
    known = {*anchors_of_manual()}
    phrases = [field.holds for field in FIELDS.values()]
    pointers = [one for words in phrases for one in words if isinstance(one, Pointer)]
    assert {"text", "an id", "an atom", "a citation"} & {one.words for one in pointers}
    assert {one.anchor for one in pointers} <= known


@pytest.mark.parametrize(
    ("anchor", "holds"),
    [
        ("term-label", "one line of at most 80 characters"),
        ("term-unused", "plain text"),
        ("term-note", "a text of at most 20,000 characters"),
        ("recorded-answer-kind", "one of `poll`, `author` or `comment`"),
        ("term-related", "a list; each item is the id of a term"),
        ("term-match", "term matches"),
        (
            "term-kind",
            (
                "a word of `kinds` of the glossary, or where it declares none, one of `property`, `condition`, "
                "`objective`, `system`, `failure`, `method`, `concept`, `scheme`"
            ),
        ),
        ("term-tags", "a list; each item is a word of `tags` of the glossary"),
        ("term-was", "a list; each item is an id of at most 64 characters"),
        ("sense-matches-broad", "a list; each item is the id of a term, `/`, and the id of one of its senses"),
        ("framework-atoms", "a group: each id before a fact"),
        ("implication-if", "a list of at least 1; each item is an atom, or `not` and an atom"),
        ("implication-then", "an atom, or `not` and an atom, or `impossible`"),
        ("implication-converse", "`true` or `false`"),
        ("claim-missing", "a list; each item is a list; each item is an atom, or `not` and an atom"),
        ("chain-kind", "`chain`"),
        ("chain-links", "a list of at least 2; each item is a link"),
        ("view-goal", "the id of an atom"),
        ("faq-claims", "a list; each item is a claim, an equivalence claim or a naming claim"),
        ("equivalence-claim-equivalent", "a list of exactly 2; each item is the id of a view"),
        (
            "example-facts",
            (
                "a group: the id of an atom of any framework before `true`, `false` or a recorded fact; for one that "
                "frameworks mean differently, a group of their ids, each before the same"
            ),
        ),
        ("recorded-answer-question", "the id of a quiz question"),
        ("source-issued", "a year, a month or a day: `2020`, `2020-11` or `2020-11-09`"),
        ("source-URL", "a web address that begins with `https://` or `http://`"),
        (
            "outside-matches-exact",
            (
                "a list; each item is a web address, or an identifier: `wikidata:Q42`, `doi:10.1000/182`, "
                "`gnd:4034949-2`, `lcsh:sh85082139`"
            ),
        ),
        ("change-date", "a day, such as `2020-11-09`, from 1980-01-01 to 2100-12-31"),
        ("glossary-lang", "a language, such as `en`, `de` or `pt-BR`"),
    ],
)
def test_what_a_field_may_hold_is_said_in_words(anchor: str, holds: str) -> None:
    assert plain(FIELDS[anchor].holds) == holds


def test_a_day_that_may_be_any_has_no_limits() -> None:
    shape: Shape = Single(Day())
    assert plain(in_words(shape, {})) == "a day, such as `2020-11-09`"


@pytest.mark.parametrize(
    ("anchor", "required", "otherwise"),
    [
        ("term-short", False, "the first sentence of its text"),
        ("term-label", True, ""),
        ("term-note", False, ""),
        ("term-match", False, ""),
        ("sense-id", False, "the framework’s id"),
        ("sense-evidence", False, "`stated`"),
        ("claim-framework", False, "that of the view, or of the record"),
        ("judgement-framework", True, ""),
        ("judgement-verdict", False, "`follows`"),
        ("question-exclusive", False, "`true`"),
        ("glossary-lang", False, "`en`"),
    ],
)
def test_what_may_be_left_out_says_what_it_is_then(anchor: str, required: bool, otherwise: str) -> None:  # noqa: FBT001
    assert (FIELDS[anchor].required, plain(FIELDS[anchor].otherwise)) == (required, otherwise)


def test_words_are_explained_where_they_may_first_be_written() -> None:
    explained = {anchor: [word.word for word in field.words] for anchor, field in FIELDS.items() if field.words}
    assert explained.keys() == {
        "own-kind-like",
        "sense-evidence",
        "view-kind",
        "chain-kind",
        "claim-verdict",
        "stance-says",
        "recorded-answer-kind",
        "recorded-answer-share",
        "source-seen",
        "glossary-labels",
        "outputs-diagrams",
        "outputs-sources",
        "outputs-proofs",
        "outputs-cards",
        "outputs-embeds",
        "outputs-data",
    }
    assert explained["claim-verdict"] == ["follows", "refuted", "open", "contradictory"]
    for field in FIELDS.values():
        for word in field.words:
            assert plain(word.meaning)[:1].isupper(), word
            assert plain(word.meaning).endswith("."), word


@pytest.mark.parametrize(
    ("anchor", "alone", "example"),
    [
        ("citation", "Where nothing else is said, the value of `ref` may stand alone.", "source: diary"),
        ("stance", "Where nothing else is said, the value of `says` may stand alone.", "author: never"),
        ("alias", "Where nothing else is said, the value of `text` may stand alone.", "aliases: [wet soil]"),
        ("own-word", "Where nothing else is said, the value of `id` may stand alone.", "statuses: [draft]"),
        (
            "outside-matches",
            "Where nothing else is said, the value of `exact` may stand alone.",
            'elsewhere: ["wikidata:Q584117"]',
        ),
        ("claim", "In one line: `a + not b => c assuming d in view : open`.", 'claims: ["rain => wet-ground"]'),
    ],
)
def test_what_may_be_written_shorter_is_shown_shorter(anchor: str, alone: str, example: str) -> None:
    section = SECTIONS[anchor]
    assert plain(section.alone).startswith(alone)
    assert section.example_alone is not None
    assert section.example_alone.text == example


def test_nothing_else_may_be_written_without_the_names_of_its_fields() -> None:
    shorter = {anchor for anchor, section in SECTIONS.items() if section.alone}
    assert shorter == {
        "citation",
        "alias",
        "claim",
        "contributor",
        "outside-matches",
        "own-kind",
        "own-word",
        "presupposition",
        "recorded-fact",
        "stance",
    }
    assert {anchor for anchor, section in SECTIONS.items() if section.example_alone} == shorter


@pytest.mark.parametrize(
    ("anchor", "rules"),
    [
        (
            "term",
            [
                "`holds` and `fails` go together: both are written, or neither is.",
                "One of `short` and `text` must be there; both may.",
            ],
        ),
        ("link", ["One of `term` and `label` must be there; both may."]),
        ("claim", ["Nothing may stand in both `if` and `assuming`."]),
        ("alias", []),
    ],
)
def test_what_holds_of_two_fields_is_said_below_them(anchor: str, rules: list[str]) -> None:
    assert [plain(rule) for rule in SECTIONS[anchor].rules] == rules


@pytest.mark.parametrize(
    ("anchor", "file"),
    [
        ("glossary", "It stands in `glossary/glossary.yaml`."),
        ("term", "Each stands in `glossary/terms/ID.yaml`."),
        (
            "source",
            (
                "All stand in `glossary/sources.yaml`, as a list. "
                "Each may have a file of its own instead, `glossary/sources/ID.yaml`."
            ),
        ),
        ("statement", "Those of a source stand in `glossary/statements/SOURCE.yaml`, as a list."),
        ("sense", ""),
    ],
)
def test_a_kind_says_where_its_files_stand(anchor: str, file: str) -> None:
    assert plain(SECTIONS[anchor].file) == file
    assert SECTIONS[anchor].is_kind is bool(file)


def test_parts_stand_below_the_kind_that_first_uses_them() -> None:
    order = [*SECTIONS]
    assert order[0] == "glossary"
    assert order.index("term") < order.index("sense") < order.index("framework") < order.index("implication")
    assert order.index("faq") < order.index("claim") < order.index("example") < order.index("judgement")
    assert [anchor for anchor, section in SECTIONS.items() if section.is_kind] == [
        kind.word for kind in KINDS if kind is not PAGE
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("plain", ("plain",)),
        ("`a`", (Code("a"),)),
        ("the `a` of `b`", ("the ", Code("a"), " of ", Code("b"))),
        ("one's `it's`", ("one’s ", Code("it's"))),
        ("an odd ` sign", ("an odd ` sign",)),
    ],
)
def test_what_stands_between_backticks_is_code(text: str, words: Phrase) -> None:
    assert phrase(text) == words
