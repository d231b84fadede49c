"""SARIF: what code hosts read has the structure that the standard asks for (OASIS SARIF 2.1.0, section 3)."""

import json
from dataclasses import replace
from typing import Any

from jsonschema import Draft202012Validator

from hornbook.check.claims import CLAIM_VERDICT
from hornbook.check.usage import TERM_UNUSED
from hornbook.diagnostics import WRONG_USAGE, Diagnostic, Edit, Place, Related
from hornbook.diagnostics.sarif import as_sarif

LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
COUNTED = {"type": "integer", "minimum": 1}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": "^[^ \\\\]*$"}, "uriBaseId": {"const": "%SRCROOT%"}},
        },
        "region": {
            "type": "object",
            "additionalProperties": False,
            "required": ["startLine"],
            "properties": dict.fromkeys(["startLine", "startColumn", "endLine", "endColumn"], COUNTED),
        },
    },
}
RULE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "help"],
    "properties": {
        "id": {"type": "string"},
        **dict.fromkeys(["shortDescription", "fullDescription", "help"], MESSAGE),
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
    },
}
REGION = LOCATION["properties"]["region"]  # type: ignore[index]
FIX = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactChanges"],
    "properties": {
        "description": MESSAGE,
        "artifactChanges": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["artifactLocation", "replacements"],
                "properties": {
                    "artifactLocation": LOCATION["properties"]["artifactLocation"],  # type: ignore[index]
                    "replacements": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["deletedRegion"],
                            "properties": {
                                "deletedRegion": REGION,
                                "insertedContent": {
                                    "type": "object",
                                    "additionalProperties": False,
                                    "properties": {"text": {"type": "string"}},
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
RESULT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": {"required": ["physicalLocation"]}},
        "fixes": {"type": "array", "uniqueItems": True, "items": FIX},
        "relatedLocations": {
            "type": "array",
            "items": {
                "required": ["id", "physicalLocation", "message"],
                "properties": {"physicalLocation": LOCATION, "message": MESSAGE},
            },
        },
    },
}
NOTIFICATION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["message"],
    "properties": {
        "level": LEVEL,
        "message": MESSAGE,
        "descriptor": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"id": {"type": "string"}, "index": {"type": "integer", "minimum": 0}},
        },
    },
}
RUN = {
    "type": "object",
    "additionalProperties": False,
    "required": ["tool", "results"],
    "properties": {
        "tool": {
            "required": ["driver"],
            "properties": {
                "driver": {
                    "additionalProperties": False,
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "semanticVersion": {"type": "string"},
                        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
                        "notifications": {"type": "array", "uniqueItems": True, "items": RULE},
                    },
                }
            },
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
        "invocations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["executionSuccessful"],
                "properties": {
                    "executionSuccessful": {"type": "boolean"},
                    "toolExecutionNotifications": {"type": "array", "items": NOTIFICATION},
                },
            },
        },
    },
}
LOG = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
}
"""What this program writes of the standard's schema, by hand: nothing else may stand there."""

FOUND = Diagnostic(
    Place("a folder/ä.yaml", 3, 41, 3, 48),
    CLAIM_VERDICT,
    "this says impact",
    hint="write `verdict: open`",
    notes=("given: rain",),
    related=(Related(Place("b.yaml", 2, 5), "the implication"),),
)
UNUSED = Diagnostic(Place("../c.yaml"), TERM_UNUSED, "nothing uses the term `rain`")


def run_of(text: str) -> dict[str, Any]:
    """The one run of a log that has the structure of the standard."""
    log = json.loads(text)
    Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_a_log_has_the_structure_that_the_standard_asks_for() -> None:
    run = run_of(as_sarif([UNUSED, FOUND, FOUND], "1.0"))
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["claim-verdict", "term-unused"]
    assert CLAIM_VERDICT.meaning in rules[0]["help"]["text"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert [one["level"] for one in run["results"]] == ["note", "error", "error"]


def test_a_result_has_its_place_and_says_what_to_do() -> None:
    (result,) = run_of(as_sarif([FOUND], "1.0"))["results"]
    assert result["message"]["text"] == "this says impact\ngiven: rain\nhint: write `verdict: open`"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20folder/%C3%A4.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 41, "endLine": 3, "endColumn": 48}
    assert result["relatedLocations"][0]["message"] == {"text": "the implication"}


def test_what_mends_it_for_certain_is_a_fix() -> None:
    place = FOUND.place
    fix = (Edit(place, "open"), Edit(Place("a folder/ä.yaml", 4, 1, 4, 1), "new"))
    (result,) = run_of(as_sarif([replace(FOUND, fix=fix)], "1.0"))["results"]
    ((change,),) = (one["artifactChanges"] for one in result["fixes"])
    location = result["locations"][0]["physicalLocation"]
    assert change["artifactLocation"] == location["artifactLocation"]
    assert [one["insertedContent"]["text"] for one in change["replacements"]] == ["open", "new"]
    assert change["replacements"][0]["deletedRegion"] == location["region"]
    assert "fixes" not in run_of(as_sarif([FOUND], "1.0"))["results"][0]


def test_a_way_out_of_the_folder_is_relative_to_nothing_that_a_host_knows() -> None:
    (result,) = run_of(as_sarif([UNUSED], "1.0"))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "../c.yaml"}


def test_what_has_no_place_is_a_notification() -> None:
    run = run_of(as_sarif((), "1.0", "no such term", wrong=WRONG_USAGE))
    assert run["results"] == []
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    descriptor = notification["descriptor"]
    assert run["tool"]["driver"]["notifications"][descriptor["index"]]["id"] == descriptor["id"] == "wrong-usage"
    assert run_of(as_sarif((), "1.0", "it follows"))["invocations"][0]["executionSuccessful"] is True
