"""What a site is made with is listed with versions, hashes and licences, as the lock has it."""

import json
from email.message import Message

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tools.parts import LOCK, PARTS, licence_of, parts


def test_the_list_is_the_locks() -> None:
    assert PARTS.read_text(encoding="utf-8") == parts(), "run `python tools/parts.py`"
    told = json.loads(parts())["components"]
    assert sum("purl" in one for one in told) == LOCK.read_text(encoding="utf-8").count("==")


def test_it_is_a_bill_of_materials_that_others_read() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(parts()) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(parts().replace('"licenses"', '"lizenzen"')) is not None


def test_a_package_that_names_no_licence_is_not_passed_over() -> None:
    told = Message()
    with pytest.raises(SystemExit, match="other does not say its licence"):
        licence_of("other", told)
    told["License"] = "MIT"
    assert licence_of("other", told) == "MIT"
