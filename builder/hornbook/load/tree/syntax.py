"""Where a file stops being YAML: what the parser itself says, put into words for people who do not know YAML."""

import re
from dataclasses import dataclass

import yaml

from hornbook.diagnostics import Code, Diagnostic, Lines
from hornbook.load.text import SourceText
from hornbook.load.tree.lookalikes import hash_within, lookalike, mark_of_a_merge, quoted_whole

YAML_SYNTAX = Code(
    "yaml-syntax",
    "A YAML file cannot be read any further than this.",
    Lines(
        "glossary/terms/rain.yaml", "short: Rain: water falls from the sky.", 'short: "Rain: water falls from the sky."'
    ),
)


@dataclass(frozen=True, slots=True)
class _Rewrite:
    """A message of libyaml, or of PyYAML's own parser, recognised by a pattern."""

    pattern: re.Pattern[str]
    message: str
    hint: str
    at_beginning: bool = False
    """Point to where the damaged value begins instead of where the parser gave up."""


_BRACKETS = re.compile(r"',' or '[\]}]'|expected node content|end of stream|flow|expected the node content")


def _rewrite(pattern: str, message: str, hint: str, *, at_beginning: bool = False) -> _Rewrite:
    return _Rewrite(re.compile(pattern), message, hint, at_beginning)


_REWRITES = (
    _rewrite("tab character", "a tab indents this line", "indent with spaces"),
    _rewrite(r"cannot start any token", "a value cannot begin with this character", 'put it in quotes: "…"'),
    _rewrite(
        "mapping values are not allowed",
        "unexpected `:` in the middle of a value",
        'put the whole value in quotes: "…: …"; or begin the field on a line of its own',
    ),
    _rewrite(
        "block sequence entries are not allowed|sequence entries are not allowed",
        "unexpected `-`: a list cannot begin here",
        "begin the list on a line of its own, or put the value in quotes",
    ),
    _rewrite(
        "unexpected end of stream|unexpected document indicator",
        "the quotation mark that opens here is never closed",
        "close it; a quotation mark inside is doubled ('') or escaped (\\\")",
        at_beginning=True,
    ),
    _rewrite("unknown escape", "unknown escape after `\\` in a quoted text", "write `\\\\`, or use single quotes"),
    _rewrite(
        r"',' or '[\]}]'",
        "the list or group in brackets is not closed here, or lacks a comma",
        "close the bracket; put values that contain `,`, `:` or brackets in quotes",
    ),
    _rewrite(
        r"could not find expected ':'|expected ':'",
        "this line is no `field: value`",
        "add the `:` and a space; indent the line if it continues a text",
    ),
    _rewrite(
        r"expected key|expected '-' indicator|<block end>",
        "this line does not fit the lines above it",
        "fields of one group, and items of one list, begin in the same column",
    ),
    _rewrite("expected comment or line break", "unexpected text after `|` or `>`", "begin the text on the next line"),
    _rewrite("expected node content", "a value is missing here", "write a value, or put it in quotes"),
)


def syntax_diagnostic(source: SourceText, error: yaml.YAMLError) -> Diagnostic:
    """Say where a file stops being YAML, and what to do."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read")
    mark = getattr(error, "problem_mark", None)
    offset = min(mark.index, len(source.text)) if mark else 0
    if source.text[offset : offset + 1] == "\t":
        problem = "tab character"  # libyaml says so only in some places
    cause = mark_of_a_merge(source) or lookalike(source, offset)
    cause = cause or (hash_within(source, offset) if _BRACKETS.search(problem) else None)
    if cause is not None:
        start, end, message, hint = cause
        return Diagnostic(source.place(start, end), YAML_SYNTAX, message, hint=hint)
    if source.text[:offset].rstrip(" ").endswith(('"', "'")) and source.text[offset : offset + 1].strip():
        message = "the value ends with its closing quotation mark, and more stands behind it"
        opened = _opening(source, offset)
        hint = "put the whole value in quotes" if opened is None else quoted_whole(source, opened)
        return Diagnostic(source.place(offset), YAML_SYNTAX, message, hint=hint)
    for rewrite in _REWRITES:
        if rewrite.pattern.search(problem):
            begun = getattr(error, "context_mark", None) if rewrite.at_beginning else None
            where = min(begun.index, len(source.text)) if begun else offset
            hint = rewrite.hint
            if begun and not source.text[where:].partition("\n")[0].rstrip().endswith(source.text[where]):
                hint = f"close it; or, if the text itself begins with it, {quoted_whole(source, where)}"
            return Diagnostic(source.place(where), YAML_SYNTAX, rewrite.message, hint=hint)
    return Diagnostic(source.place(offset), YAML_SYNTAX, f"this is not YAML: {problem}")


def _opening(source: SourceText, behind: int) -> int | None:
    """Where the quotation mark stands that opened the value which was closed before an offset of the same line."""
    line = source.text.rfind("\n", 0, behind) + 1
    mark = source.text[:behind].rstrip(" ")[-1]
    found = re.compile(rf"(?:: |- ){mark}").search(source.text, line, behind)
    return None if found is None else found.end() - 1
