"""Diagnostics as SARIF 2.1.0, which code hosts and editors read: results with places, rules with what they mean."""

import json
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from hornbook.diagnostics.codes import Code, Lines, Severity
from hornbook.diagnostics.values import Diagnostic, Edit, Place, Related

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME = "%SRCROOT%"
"""What paths are relative to, in the words that code hosts know."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(found: Iterable[Diagnostic], version: str, said: str = "", *, wrong: Code | None = None) -> str:
    """One run of the program, whose `version` is named, as a SARIF log, in ASCII.

    What it says apart from any place is `said`; `wrong` tells why it could not do what it was asked for.
    """
    ordered = sorted(found)
    codes = sorted({one.code for one in ordered})
    driver: dict[str, object] = {
        "name": "hornbook",
        "semanticVersion": version,
        "rules": [_rule(code) for code in codes],
    }
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in ordered],
    }
    if said:
        notification: dict[str, object] = {"level": "note", "message": {"text": said}}
        if wrong is not None:
            notification |= {"level": "error", "descriptor": {"id": str(wrong), "index": 0}}
            driver["notifications"] = [_rule(wrong)]
        run["invocations"] = [{"executionSuccessful": wrong is None, "toolExecutionNotifications": [notification]}]
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, indent=2) + "\n"


def _rule(code: Code) -> dict[str, object]:
    example = code.example
    shown = f"{example.path}: {example.wrong}\nRight: {example.right}" if isinstance(example, Lines) else example
    return {
        "id": str(code),
        "shortDescription": {"text": code.replace("-", " ")},
        "fullDescription": {"text": code.meaning},
        "help": {"text": f"{code.meaning}\n\nExample: {shown}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(found: Diagnostic, rule: int) -> dict[str, object]:
    parts = [found.message, *found.notes]
    if found.hint:
        parts.append(f"hint: {found.hint}")
    result: dict[str, object] = {
        "ruleId": str(found.code),
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": "\n".join(parts)},
        "locations": [{"physicalLocation": _location(found.place)}],
    }
    if found.related:
        result["relatedLocations"] = [_related(number, one) for number, one in enumerate(found.related, 1)]
    if found.fix:
        result["fixes"] = [_fix(found.fix)]
    return result


def _fix(edits: Sequence[Edit]) -> dict[str, object]:
    """One fix, of which all edits are in one file."""
    artifact = _location(edits[0].place)["artifactLocation"]
    replacements = [
        {"deletedRegion": _location(edit.place)["region"], "insertedContent": {"text": edit.text}} for edit in edits
    ]
    description = {"text": "what `hornbook check --fix` writes"}
    return {
        "description": description,
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _related(number: int, related: Related) -> dict[str, object]:
    return {"id": number, "physicalLocation": _location(related.place), "message": {"text": related.message}}


def _location(place: Place) -> dict[str, object]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    # A way that leads out of the folder is relative to where the command ran, and to nothing that a host knows.
    home = {} if place.path.startswith(("../", "/")) else {"uriBaseId": _HOME}
    return {"artifactLocation": {"uri": quote(place.path), **home}, "region": region}
