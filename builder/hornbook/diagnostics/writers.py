"""What commands print, in each form that can be asked for: findings, an answer, or why there is none."""

import json
from collections.abc import Iterable, Mapping

from hornbook.diagnostics.formats import as_github, as_json, as_text, problem_as_json, said_on_github
from hornbook.diagnostics.markdown import markdown_words
from hornbook.diagnostics.sarif import as_sarif
from hornbook.diagnostics.shared import WRONG_USAGE
from hornbook.diagnostics.values import Diagnostic

_TITLE = "hornbook"


def found_in(
    form: str, found: Iterable[Diagnostic], texts: Mapping[str, str], version: str, *, colour: bool = False
) -> str:
    """Findings in one of the forms `text`, `json`, `github` and `sarif`."""
    match form:
        case "json":
            return as_json(found)
        case "github":
            return as_github(found)
        case "sarif":
            return as_sarif(found, version)
        case _:
            return as_text(found, texts, colour=colour)


def answer_in(form: str, text: str, data: Mapping[str, object], version: str) -> str:
    """An answer, which is a text for people and data for programs."""
    match form:
        case "json":
            return json.dumps(data, indent=2, ensure_ascii=False)
        case "github":
            return said_on_github("notice", _TITLE, text)
        case "sarif":
            return as_sarif((), version, text)
        case _:
            return text


def problem_in(form: str, message: str, hint: str, version: str) -> str:
    """What was wrong in how a command was called; in Markdown too, for the one command that answers so."""
    said = f"{message}\nhint: {hint}"
    match form:
        case "json":
            return problem_as_json(WRONG_USAGE, message, hint)
        case "github":
            return said_on_github("error", WRONG_USAGE, said)
        case "sarif":
            return as_sarif((), version, said, wrong=WRONG_USAGE)
        case "markdown":
            return "".join(
                f"> {markdown_words(line)}\n\n" for line in (f"error {WRONG_USAGE}: {message}", f"hint: {hint}")
            )
        case _:
            return f"error[{WRONG_USAGE}] {said}"
