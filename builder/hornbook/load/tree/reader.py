"""From YAML text to values with places, by the event stream of the parser.

Events, not `load` or `compose`: only they show every doubled key, exact spans, and the depth before any recursion.
Scalars follow YAML 1.2's core schema (section 10.3.2), so `no` and `on` are words. What glossaries do not need and
attackers do (anchors, tags, merge keys, several documents) is refused.
"""

import re
from dataclasses import dataclass, field

import yaml

from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Related, Severity
from hornbook.diagnostics.formats import shown
from hornbook.load.text import TEXT_CONTROL_CHARACTER, SourceText, character_name, forbidden_characters
from hornbook.load.tree.escapes import eaten_commands
from hornbook.load.tree.syntax import syntax_diagnostic
from hornbook.load.tree.values import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue, comment_behind
from hornbook.model.notation import ID_PATTERN

DEEPEST = 32
MOST_VALUES = 50_000
LONGEST_SCALAR = 100_000
MOST_MISTAKES = 1_000

YAML_DUPLICATE_KEY = Code(
    "yaml-duplicate-key",
    "One group gives the same field twice, so one of the two values would be lost.",
    Lines("glossary/terms/rain.yaml", "kind: condition\nkind: property", "kind: condition"),
)
YAML_CUT = Code(
    "yaml-cut",
    "A `#` within a value begins a comment, so that the value ends before it.",
    Lines("glossary/terms/rain.yaml", "label: Rain #1", 'label: "Rain #1"'),
    severity=Severity.WARNING,
)
YAML_ANCHOR = Code(
    "yaml-anchor",
    "A YAML anchor or alias is used; values are repeated instead.",
    Lines("glossary/terms/rain.yaml", "label: &rain Rain", "label: Rain"),
)
YAML_TAG = Code(
    "yaml-tag",
    "A YAML tag is used; the kind of a value is known from its field.",
    Lines("glossary/terms/rain.yaml", "label: !!python/name:os.system Rain", "label: Rain"),
)
YAML_MERGE_KEY = Code(
    "yaml-merge-key",
    "A YAML merge key is used; fields are written out instead.",
    Lines("glossary/terms/rain.yaml", "<<: {label: Rain}", "label: Rain"),
)
YAML_KEY = Code(
    "yaml-key",
    "The name of a field is not plain text.",
    Lines(
        "glossary/frameworks/weather.yaml",
        "atoms: {1: {holds: one, fails: not one}, [a]: b}",
        "atoms: {one: {holds: one, fails: not one}}",
    ),
)
YAML_MANY_DOCUMENTS = Code(
    "yaml-many-documents",
    "A YAML file holds more than one document.",
    Lines("glossary/terms/rain.yaml", "label: Rain\n---\nkind: condition", "label: Rain\nkind: condition"),
)
YAML_TOO_DEEP = Code(
    "yaml-too-deep",
    "Values are nested deeper than any record needs.",
    Lines("glossary/terms/rain.yaml", f"kind: {'[' * 40}{']' * 40}", "kind: condition"),
)
YAML_TOO_LARGE = Code(
    "yaml-too-large",
    "A YAML file holds more values, or a longer value, than any record needs.",
    f"A file of more than {MOST_VALUES:,} values, or a text of more than {LONGEST_SCALAR:,} characters.",
)


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_NUMERIC = frozenset("+-.0123456789")
"""How a number begins."""
_TRUTH = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a file holds; `value` is None where it cannot be used, or where the file is empty."""

    value: YamlValue | None
    diagnostics: tuple[Diagnostic, ...]


def read_yaml(source: SourceText) -> YamlFile:
    """Read one file; everything that stands in the way is a diagnostic, never an exception."""
    reader = _Reader(source)
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            reader.take(event)
    except yaml.YAMLError as error:
        stopped = syntax_diagnostic(source, error)
        # A comment that is the cause is said once.
        reader.diagnostics = [
            one for one in reader.diagnostics if one.code != YAML_CUT or one.place.line != stopped.place.line
        ]
        reader.refuse(stopped)
    except _EnoughError:
        pass
    return YamlFile(None if reader.unusable else reader.value, tuple(reader.diagnostics))


def read_leniently(source: SourceText) -> YamlValue | None:
    """What can be made out of a file that another program reads: anchors, tags and mistakes are its own matter."""
    reader = _Reader(source)
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            reader.take(event)
    except (yaml.YAMLError, _EnoughError):
        return None
    return reader.value


_DECORATION = re.compile(r"[&*!][^\s,\[\]{}]*")
"""It ends where a list in brackets goes on, so that no character is looked at for two of them."""


class _EnoughError(Exception):
    """The file goes beyond a limit; what follows is not read."""


@dataclass(slots=True)
class _Open:
    """A list or group whose end has not been read yet."""

    event: yaml.NodeEvent
    is_list: bool
    items: list[YamlValue] = field(default_factory=list)
    fields: dict[str, tuple[YamlScalar, YamlValue]] = field(default_factory=dict)
    key: YamlScalar | None = None


class _Reader:
    """Builds the value of one document from its events."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.value: YamlValue | None = None
        self.diagnostics: list[Diagnostic] = []
        self.unusable = False
        self._stack: list[_Open] = []
        self._count = 0
        self._documents = 0
        self._may_be_cut = "#" in source.text

    def take(self, event: yaml.Event) -> None:
        """Take the next event; the commonest are asked for first, since there are many."""
        if isinstance(event, yaml.ScalarEvent):
            self._begin_value(event)
            if len(event.value) > LONGEST_SCALAR:
                message = f"this text has {len(event.value):,} characters; the limit is {LONGEST_SCALAR:,}"
                self._stop(event, YAML_TOO_LARGE, message, "shorten it, or link to the source")
            self._add(self._scalar(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._closed(self._stack.pop(), event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin_value(event)
            if len(self._stack) >= DEEPEST:
                message = f"this is nested deeper than {DEEPEST} levels"
                self._stop(event, YAML_TOO_DEEP, message, "no record needs that; see the examples")
            self._stack.append(_Open(event, isinstance(event, yaml.SequenceStartEvent)))
        elif isinstance(event, yaml.AliasEvent):  # which is refused
            self._begin_value(event)
            self._add(self._text(event, "", ""))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)

    def refuse(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)
        self.unusable = True

    def _begin_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "a second YAML document begins here"
            self._stop(event, YAML_MANY_DOCUMENTS, message, "keep one document in a file; delete the `---`")

    def _begin_value(self, event: yaml.NodeEvent) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            message = f"the file holds more than {MOST_VALUES:,} values"
            self._stop(event, YAML_TOO_LARGE, message, "split the file")
        if len(self.diagnostics) >= MOST_MISTAKES:
            message = f"there are {MOST_MISTAKES:,} mistakes in this file before here; what follows is not read"
            self._stop(event, YAML_TOO_LARGE, message, "mend these first")
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self._refuse_decorations(event)

    def _refuse_decorations(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias `*{shown(event.anchor or '')}` is not supported"
            self.refuse(Diagnostic(self._place(event), YAML_ANCHOR, message, hint="repeat the value itself"))
        elif event.anchor is not None:
            message = f"the anchor `&{shown(event.anchor)}` is not supported"
            self.refuse(Diagnostic(self._place(event), YAML_ANCHOR, message, hint="delete it; repeat the value"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            message = f"the tag `{shown(tag)}` is not supported"
            negated = re.fullmatch(rf"!({ID_PATTERN})", tag)
            hint = f"write `not {negated[1]}` for a negation; otherwise delete it" if negated else "delete it"
            self.refuse(Diagnostic(self._place(event), YAML_TAG, message, hint=hint))

    def _add(self, value: YamlValue) -> None:
        if not self._stack:
            self.value = value
            return
        top = self._stack[-1]
        if top.is_list:
            top.items.append(value)
        elif top.key is None:
            top.key = self._key(value)
        else:
            self._add_field(top, top.key, value)
            top.key = None

    def _key(self, value: YamlValue) -> YamlScalar:
        if isinstance(value, YamlScalar):
            if value.text == "<<" and not value.style:
                message = "the merge key `<<` is not supported"
                self.refuse(Diagnostic(value.place, YAML_MERGE_KEY, message, hint="write the fields out"))
            elif value.kind is not ScalarKind.TEXT:
                message = f"the name of a field should be text, not `{shown(value.text)}`"
                hint = f'write "{shown(value.text)}" if you mean the text'
                self.refuse(Diagnostic(value.place, YAML_KEY, message, hint=hint))
            return value
        message = "the name of a field should be text, not a list or group"
        self.refuse(Diagnostic(value.place, YAML_KEY, message, hint="put text that contains brackets in quotes"))
        start = self._offset(value.place)
        return YamlScalar(text="", kind=ScalarKind.TEXT, style="", source=self.source, start=start, end=start)

    def _add_field(self, top: _Open, key: YamlScalar, value: YamlValue) -> None:
        if key.text not in top.fields or key.start == key.end:  # what is no name was refused, and is none given twice
            top.fields[key.text] = (key, value)
            return
        first = top.fields[key.text][0]
        self.diagnostics.append(
            Diagnostic(
                key.place,
                YAML_DUPLICATE_KEY,
                f"`{shown(key.text)}` is given twice in the same group",
                hint="delete one of the two",
                related=(Related(first.place, "first given here"),),
            )
        )

    def _closed(self, done: _Open, end: yaml.Event) -> YamlSequence | YamlMapping:
        start = _start(done.event)
        if done.is_list:
            items = tuple(done.items)
            last = items[-1].place if items else None
            return YamlSequence(items, self._extent(done.event, start, end, last))
        fields = tuple(done.fields.values())
        last = fields[-1][1].place if fields else None
        return YamlMapping(fields, self._extent(done.event, start, end, last))

    def _extent(self, opened: yaml.NodeEvent, start: int, end: yaml.Event, last: Place | None) -> Place:
        """A list or group in brackets ends with its bracket, any other with its last value."""
        if getattr(opened, "flow_style", False):
            return self.source.place(start, _end(end))
        place = self.source.place(start)
        return Place(place.path, place.line, place.column, last.end_line, last.end_column) if last else place

    def _scalar(self, event: yaml.ScalarEvent) -> YamlScalar:
        scalar = self._text(event, event.value, event.style or "")
        if self._may_be_cut and not scalar.style:
            self._mention_cut(scalar)
        self.diagnostics += eaten_commands(scalar)
        hint = "delete it"
        if "$" in scalar.text:
            hint = "delete it; in double quotes each backslash of a formula is doubled"
        for offset, char, _ in forbidden_characters(event.value) if scalar.style == '"' else ():
            self.refuse(
                Diagnostic(
                    scalar.part(offset, offset + 1),
                    TEXT_CONTROL_CHARACTER,
                    f"the character {character_name(char)} is not allowed, as an escape either",
                    hint=hint,
                )
            )
        return scalar

    def _mention_cut(self, scalar: YamlScalar) -> None:
        """Say that a value ends at a `#` that looks like a part of it."""
        cut = comment_behind(scalar)
        if cut is not None and scalar.text:
            message = f"what follows `#` is a comment: the value is `{shown(scalar.text)}`"
            hint = "put the whole value in quotes; a comment has a space after its `#`"
            self.diagnostics.append(Diagnostic(cut, YAML_CUT, message, hint=hint))

    def _text(self, event: yaml.Event, text: str, style: str) -> YamlScalar:
        kind = ScalarKind.TEXT if style else _kind(text)
        start, end = _start(event), _end(event)
        if not style and end - start != len(text):  # the parser may count what follows a plain value
            end = start + len(self.source.text[start:end].rstrip())
        return YamlScalar(text=text, kind=kind, style=style, source=self.source, start=start, end=end)

    def _place(self, event: yaml.Event) -> Place:
        start = _start(event)
        decoration = _DECORATION.match(self.source.text, start)
        return self.source.place(start, decoration.end() if decoration else start + 1)

    def _offset(self, place: Place) -> int:
        return self.source.line_starts[place.line - 1] + place.column - 1

    def _stop(self, event: yaml.Event, code: Code, message: str, hint: str) -> None:
        start = _start(event)
        self.refuse(Diagnostic(self.source.place(start), code, message, hint=hint))
        raise _EnoughError


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index


def is_text(text: str) -> bool:
    """Whether this is text where it is written without quotation marks, and no number, truth or nothing."""
    return _kind(text) is ScalarKind.TEXT


def _kind(text: str) -> ScalarKind:
    """The core schema's answer for a plain scalar."""
    if text in _NOTHING:
        return ScalarKind.NOTHING
    if text in _TRUTH:
        return ScalarKind.TRUTH
    return ScalarKind.NUMBER if text[0] in _NUMERIC and _NUMBER.fullmatch(text) else ScalarKind.TEXT
