"""Records as plain data: what comes back is what went in."""

import json
from functools import cache
from pathlib import Path

import pytest

from hornbook.kinds import KINDS
from hornbook.load import load
from hornbook.mathematics import Formula, Part, Typeset
from hornbook.model import HandwrittenPage
from hornbook.model.plain import Classes, classes_in, from_plain, to_plain
from tests.made_by_type import Maker
from tests.where import BOTH


@cache
def classes() -> Classes:
    return classes_in([*(kind.declaration for kind in KINDS), HandwrittenPage])


def there_and_back(value: object) -> object:
    return from_plain(json.loads(json.dumps(to_plain(value))), classes())


@pytest.mark.parametrize("project", BOTH)
def test_every_record_and_page_of_a_project_comes_back(project: Path) -> None:
    loaded = load(project)
    assert loaded.knowledge is not None
    records = [record for group in loaded.records.values() for _, record in group]
    for record in (*records, *loaded.knowledge.pages):
        again = there_and_back(record)
        assert again == record
        assert repr(again) == repr(record)  # what does not count in comparisons too


@pytest.mark.parametrize("declaration", [kind.declaration for kind in KINDS], ids=lambda one: one.__name__)
def test_a_record_in_which_every_field_has_a_value_comes_back(declaration: type) -> None:
    record = Maker().made(declaration)
    assert repr(there_and_back(record)) == repr(record)


def test_a_text_keeps_its_formulas() -> None:
    tree = Part("msub", (("class", "a"),), (Part("mi", (), ("x",)), "2"))
    text = Typeset(("as ", Formula(tex="x_2", is_block=False, tree=tree, text="x₂"), " grows"))
    again = there_and_back(text)
    assert isinstance(again, Typeset)
    assert (again, again.pieces) == (text, text.pieces)


def test_a_class_that_no_record_holds_is_none() -> None:
    with pytest.raises(KeyError):
        from_plain([["Path"], [4, "/etc"]], classes())
