"""Diagnostics as text for people, as JSON for programs, and as workflow commands for GitHub.

What is printed may quote a stranger's file, so control characters are shown as escapes, and nothing that a runner
of workflows would take for a command leaves here unescaped (`::` at the beginning of a line, `##[` anywhere).
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hornbook.diagnostics.codes import Code, Severity
from hornbook.diagnostics.values import Diagnostic, Place

JSON_FORMAT = "hornbook-diagnostics/1"
PROBLEM_FORMAT = "hornbook-problem/1"
SHOWN = 200
"""So many diagnostics are printed as text; all of them are counted."""
LONGEST_VALUE = 80
"""A value quoted in a message is cut after so many characters."""

_LONGEST_EXCERPT = 160
_LONGEST_LINE = 2000
_MOST_NOTES = 40
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_QUOTED = re.compile(r"`([^`]*)`")
_COMMAND = re.compile(r"^(\s*)::")
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_NO_BREAK = "\u200b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A diagnostic in the words and characters in which people read it; each text is one printable line."""

    severity: str
    code: str
    place: str
    message: str
    excerpt: tuple[str, ...]
    """The line of the file that it speaks of, with carets below; nothing where there is no text."""
    notes: tuple[str, ...]
    """What stands below the message, related places included."""
    hint: str | None


def printed(diagnostic: Diagnostic, texts: Mapping[str, str]) -> Printed:
    """A diagnostic as people read it; `texts` holds the text of each file by its path."""
    notes = [_safe(note) for note in diagnostic.notes[:_MOST_NOTES]]
    if len(diagnostic.notes) > _MOST_NOTES:
        notes.append(f"… and {len(diagnostic.notes) - _MOST_NOTES} more")
    notes += [f"{_safe(str(related.place))}: {_message(related.message)}" for related in diagnostic.related]
    return Printed(
        severity=str(diagnostic.severity),
        code=str(diagnostic.code),
        place=_safe(str(diagnostic.place)),
        message=_message(diagnostic.message),
        excerpt=tuple(_excerpt(diagnostic.place, texts)),
        notes=tuple(notes),
        hint=_message(diagnostic.hint) if diagnostic.hint else None,
    )


def as_text(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], *, colour: bool = False) -> str:
    """Lay diagnostics out for people, sorted by place, with the lines they speak of; a count comes last.

    `texts` holds the text of each file by its path; a diagnostic about another file is printed without a line.
    """
    ordered = sorted(diagnostics)
    blocks = [line for diagnostic in ordered[:SHOWN] for line in _block(diagnostic, texts, colour=colour)]
    if len(ordered) > SHOWN:
        blocks.append(f"… and {len(ordered) - SHOWN} more")
    harmless = (_COMMAND.sub(rf"\1:{_NO_BREAK}:", line) for line in blocks)
    return "\n".join([*harmless, count_line(ordered)]) + "\n"


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Serialise all diagnostics as one JSON object, in ASCII: its format, the list, and counts by severity."""
    ordered = sorted(diagnostics)
    counts = _counts(ordered)
    data = {
        "format": JSON_FORMAT,
        "diagnostics": [_as_object(diagnostic) for diagnostic in ordered],
        "counts": {severity.value: counts[severity] for severity in Severity},
    }
    return json.dumps(data, indent=2) + "\n"


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Write one workflow command for each diagnostic, and the count line.

    GitHub shows only the first ten or so of a step, so the first finding of each file comes before the others.
    """
    seen: Counter[str] = Counter()
    ranked = []
    for diagnostic in sorted(diagnostics):
        ranked.append((seen[diagnostic.place.path], diagnostic))
        seen[diagnostic.place.path] += 1
    commands = [_command(diagnostic) for _, diagnostic in sorted(ranked)]
    return "\n".join([*commands, count_line([diagnostic for _, diagnostic in ranked])]) + "\n"


def problem_as_json(code: Code, message: str, hint: str) -> str:
    """What was wrong in how a command was called, as one JSON object, in ASCII."""
    return json.dumps({"format": PROBLEM_FORMAT, "code": code, "message": message, "hint": hint}, indent=2) + "\n"


def said_on_github(level: str, title: str, text: str) -> str:
    """One workflow command without a place: `level` is `error`, `warning` or `notice`."""
    words = "%0A".join(_data(line) for line in text.rstrip("\n").split("\n"))
    return f"::{level} title={_property(title)}::{words}\n"


def count_line(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are of each severity: "2 errors, 1 warning"."""
    counts = _counts(diagnostics)
    parts = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) or "no errors"


def shown(text: str) -> str:
    """Quote a value in a message: on one line, control characters as escapes, cut at a length."""
    cut = text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
    return _visible(cut)


def listed(words: Sequence[str]) -> str:
    """Offer words in a message: "`a`", "`a` or `b`", "`a`, `b` or `c`"."""
    *others, last = (f"`{word}`" for word in words)
    return f"{', '.join(others)} or {last}" if others else last


def _block(diagnostic: Diagnostic, texts: Mapping[str, str], *, colour: bool) -> list[str]:
    said = printed(diagnostic, texts)
    head = f"{said.severity}[{said.code}]"
    if colour:
        head = f"\x1b[1;{_COLOURS[diagnostic.severity]}m{head}\x1b[0m"
    lines = [f"{said.place}: {head} {said.message}", *said.excerpt, *(f"  {note}" for note in said.notes)]
    return [*lines, f"  hint: {said.hint}"] if said.hint else lines


def _excerpt(place: Place, texts: Mapping[str, str]) -> list[str]:
    """Quote the line that the place begins on, with carets under the stretch; nothing where there is no text."""
    lines = texts.get(place.path, "").split("\n")
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line) if place.end_line else start + 1
    end = max(start + 1, min(end, len(line)))
    if len(line) > _LONGEST_EXCERPT:
        line, start, end = _window(line, start, end)
    before, under = _safe(line[:start]), _safe(line[start:end])
    carets = "^" * max(1, _columns(under))
    return [
        f"{place.line:4} | {_safe(line).rstrip()}",
        f"{'':4} | {' ' * _columns(before)}{carets}",
    ]


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line around the stretch that matters."""
    first = max(0, min(start - 40, len(line) - _LONGEST_EXCERPT))
    last = min(len(line), first + _LONGEST_EXCERPT)
    head, tail = "…" if first else "", "…" if last < len(line) else ""
    return head + line[first:last] + tail, start - first + len(head), min(end, last) - first + len(head)


def _columns(text: str) -> int:
    """How many columns a terminal gives a text: two for wide characters, none for combining ones."""
    return sum(
        0
        if unicodedata.combining(char) or char == _NO_BREAK
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def _message(text: str) -> str:
    return _safe(_QUOTED.sub(lambda match: f"`{shown(match.group(1))}`", text))


def _safe(text: str) -> str:
    """One printable line that no runner takes for a command."""
    cut = text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE] + "…"
    return _visible(cut).replace("##[", f"##{_NO_BREAK}[")


def _visible(text: str) -> str:
    return "".join(_escape(char) if unicodedata.category(char) in _INVISIBLE else char for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    kind = "notice" if diagnostic.severity is Severity.NOTE else diagnostic.severity.value
    properties = {"file": place.path, "line": str(place.line), "col": str(place.column)}
    if place.end_line:
        properties |= {"endLine": str(place.end_line), "endColumn": str(place.end_column)}
    properties["title"] = diagnostic.code
    parts = [diagnostic.message, *diagnostic.notes]
    parts += [f"{related.place}: {related.message}" for related in diagnostic.related]
    if diagnostic.hint:
        parts.append(f"hint: {diagnostic.hint}")
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {listed}::{'%0A'.join(_data(part) for part in parts)}"


def _data(text: str) -> str:
    return _message(text).replace("%", "%25")


def _property(text: str) -> str:
    return _safe(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _as_object(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        **_place_object(diagnostic.place),
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "notes": list(diagnostic.notes),
        "related": [{**_place_object(related.place), "message": related.message} for related in diagnostic.related],
        "fix": [{**_place_object(edit.place), "text": edit.text} for edit in diagnostic.fix],
    }


def _place_object(place: Place) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or None,
        "end_column": place.end_column or None,
    }


def _counts(diagnostics: Sequence[Diagnostic]) -> Counter[Severity]:
    return Counter(diagnostic.severity for diagnostic in diagnostics)
