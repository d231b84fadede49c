"""An optional field touches its declaration and the page that shows it: nothing else keeps a list of fields."""

from dataclasses import dataclass, fields, make_dataclass, replace
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator

from hornbook.kinds import KINDS, TERM
from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose import parse_prose
from hornbook.load.records.completion import Around
from hornbook.load.records.reader import UNREAD, Reader
from hornbook.load.text.files import source_text
from hornbook.load.tree.reader import read_yaml
from hornbook.manual import field_manual, json_schema
from hornbook.model import Prose, Term
from hornbook.model.contents import each
from hornbook.model.fields import Line
from tests.load.prose_reading import KNOWN

Said = Annotated[str | None, Line(20), "How it is said."]
Told = Annotated[Prose | None, "Where the word comes from."]
More = make_dataclass(
    "More",
    [("pronunciation", Said, None), ("origin", Told, None)],
    bases=(Term,),
    frozen=True,
    kw_only=True,
    slots=True,
    namespace={"__doc__": "A term with two more fields.", "__module__": __name__},
)
RAIN = "label: Rain\nkind: property\nshort: Water.\n"


def read(text: str) -> tuple[Any, list[tuple[str, str]]]:
    references = References(KNOWN, Suggestions())
    tree = read_yaml(source_text("glossary/terms/rain.yaml", text)).value
    assert tree is not None
    record = Reader(references, Suggestions(), parse_prose).record(More, tree, Around("weather", "rain"))
    return record, [(one.code, str(one.place)) for one in references.found]


def test_it_is_read() -> None:
    record, found = read(RAIN + "pronunciation: rayn\norigin: From [[rain]].\n")
    assert found == []
    assert record.pronunciation == "rayn"
    assert record.id == "rain"
    assert record.label == "Rain"


def test_it_may_be_left_out() -> None:
    record, found = read(RAIN)
    assert found == []
    assert (record.pronunciation, record.origin) == (None, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("pronunciation: [rayn]", ("field-type", "glossary/terms/rain.yaml:4:16")),
        ("pronunciation:", ("field-empty", "glossary/terms/rain.yaml:4:1")),
        (f"pronunciation: {'ra' * 20}", ("text-too-long", "glossary/terms/rain.yaml:4:16")),
        ("pronuncation: rayn", ("field-unknown", "glossary/terms/rain.yaml:4:1")),
        ("origin: From [[nowhere-at-all]].", ("reference-unknown", "glossary/terms/rain.yaml:4:16")),
    ],
)
def test_its_mistakes_have_their_place(line: str, expected: tuple[str, str]) -> None:
    record, found = read(RAIN + line + "\n")
    assert found == [expected]
    assert record is UNREAD or expected[0] == "reference-unknown"


def test_it_is_described_and_validated() -> None:
    schema = json_schema(replace(TERM, declaration=More))
    assert schema["properties"]["pronunciation"]["description"] == "How it is said."
    validator = Draft202012Validator(schema)
    rain = {"label": "Rain", "kind": "property", "short": "Water."}
    assert validator.is_valid(rain | {"pronunciation": "rayn"})
    assert not validator.is_valid(rain | {"pronunciation": 3})


def test_it_is_in_the_manual() -> None:
    manual = field_manual(tuple(replace(TERM, declaration=More) if kind is TERM else kind for kind in KINDS))
    fields = {field.name: field for section in manual if section.anchor == "term" for field in section.fields}
    said, told = fields["pronunciation"], fields["origin"]
    assert (said.anchor, said.required, said.meaning, said.holds) == (
        "term-pronunciation",
        False,
        ("How it is said.",),
        ("one line of at most 20 characters",),
    )
    assert (told.anchor, told.meaning) == ("term-origin", ("Where the word comes from.",))
    assert (said.example, told.example) == (None, None)
    assert fields["label"].example is not None


def test_what_it_says_is_walked() -> None:
    record, _ = read(RAIN + "origin: From [[rain]].\n")
    assert list(each(record, Prose)) == [record.origin]


def test_a_page_can_show_it() -> None:
    record, _ = read(RAIN + "pronunciation: rayn\n")
    assert {one.name: getattr(record, one.name) for one in fields(record)}["pronunciation"] == "rayn"


@dataclass(frozen=True)
class _Unrelated:
    """No record at all."""


def test_what_is_no_record_has_no_fields_to_walk() -> None:
    assert list(each(_Unrelated(), Prose)) == []
