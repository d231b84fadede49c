"""The JSON Schema of what lists the files for provers."""

import json
from collections.abc import Mapping

from hornbook.addresses import PROOFS_SCHEMA
from hornbook.logic import UNSETTLED, Verdict
from hornbook.model import ProofForm
from hornbook.provers import Expected, Taken

FORMAT = "hornbook-proofs/1"
_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "format": "uri"}


def proof_schema(site_url: str) -> bytes:
    """The schema of a site that stands at `site_url`. Fields are only ever added to version 1."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": site_url + PROOFS_SCHEMA,
        "title": "Questions and proofs of a framework",
        **_object(
            {
                "format": {"const": FORMAT},
                "framework": _TEXT,
                "label": _TEXT,
                "url": _ADDRESS,
                "files": {**_object({}, _forms(ProofForm.SMT2, ProofForm.LEAN)), "description": "Of the framework."},
                "questions": {"type": "array", "items": _question()},
            }
        ),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _question() -> dict[str, object]:
    problem = {
        "taken": {"enum": [one.value for one in Taken], "description": "What is taken together with the theory."},
        "expected": {"enum": [one.value for one in Expected], "description": "What a solver must find."},
    }
    problems = _object(problem, _forms(ProofForm.CNF, ProofForm.LRAT))
    return _object(
        {
            "id": {"type": "string", "pattern": "^[0-9a-f]{10}$"},
            "asks": {**_TEXT, "description": "What its id is made from: a line of ASCII."},
            "words": _TEXT,
            "verdict": {"enum": [*(one.value for one in Verdict), UNSETTLED.value]},
            "settled": {"type": "boolean"},
            "asked_at": {"type": "array", "items": _ADDRESS, "minItems": 1},
            "problems": {"type": "array", "minItems": 1, "items": problems},
        }
    )


def _forms(*forms: ProofForm) -> Mapping[str, object]:
    return {form.value: _ADDRESS for form in forms}


def _object(needed: Mapping[str, object], more: Mapping[str, object] | None = None) -> dict[str, object]:
    """An object with fields that must be there, and more that may be."""
    return {"type": "object", "properties": {**needed, **(more or {})}, "required": [*needed]}
