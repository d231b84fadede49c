"""Single values: what is wrong with one, what it becomes, and how JSON Schema describes it.

A scalar is never converted silently: what is written is what is meant, and anything else is a mistake with a hint.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Any

from hornbook.addresses import OUTSIDE_PATTERN, AddressFlaw, address_flaw, mail_flaw, outside
from hornbook.diagnostics import Code, Lines, Severity
from hornbook.diagnostics.formats import listed, shown
from hornbook.load.names import ID_FORM, Mistake, id_mistake
from hornbook.load.records.meant import literal_meant, words_meant
from hornbook.load.text import TEXT_TOO_LONG, has_visible
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlSequence, comment_behind
from hornbook.logic import Literal
from hornbook.model.declared import How
from hornbook.model.fields import Address, Atoms, Day, Language, Line, NewId, OutsideId, Ref, Version, Whole, Words
from hornbook.model.notation import ID_PATTERN, NotationProblem, parse_literal

FIELD_TYPE = Code(
    "field-type",
    "A field holds another type of value than it should; nothing is converted silently.",
    Lines("glossary/terms/rain.yaml", "label: 42", 'label: "42"'),
)
FIELD_CHOICE = Code(
    "field-choice",
    "A field holds a word that is not one of those it may hold.",
    Lines("glossary/sources.yaml", "seen: mostly", "seen: partly"),
)
FIELD_FORM = Code(
    "field-form",
    "A field's text does not have the form it needs, such as a date, an address or a single line.",
    Lines("glossary/sources.yaml", "issued: 1900-13-01", "issued: 1900-12-01"),
)
FIELD_EMPTY = Code(
    "field-empty",
    "A field that must say something is empty.",
    Lines("glossary/terms/rain.yaml", "label:", "label: Rain"),
)

TEXT_QUOTED = Code(
    "text-quoted",
    "A whole value stands in typographic quotation marks; YAML takes no notice of them, so readers would see them.",
    Lines("glossary/terms/rain.yaml", "label: “Rain”", "label: Rain"),
    severity=Severity.WARNING,
)

LONGEST_PROSE = 20_000
IMPOSSIBLE = "impossible"
_MAIL = r"[^\s\\@?#&]+@[^\s\\@?#&]+"
_NO_MAIL = AddressFlaw("is no mail address", "write it as `somebody@example.org`")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


_REFERENCES = {"sense": f"{ID_PATTERN}/{ID_PATTERN}", "match": f"({ID_PATTERN}:)?{ID_PATTERN}"}
"""How references are written that are no id alone."""


def mistake_in(how: How, scalar: YamlScalar) -> Mistake | None:
    """Say what is wrong with a value that should be written in this way, or None; the message follows its name."""
    match how:
        case type() if how is bool:
            return _flag_mistake(scalar)
        case Day():
            return _day_mistake(how, scalar)
        case Version():
            return _version_mistake(how, scalar)
        case Whole():
            return _whole_mistake(how, scalar)
        case _:
            return _word_mistake(how, scalar) or _text_mistake(scalar) or _form_mistake(how, scalar.text)


def value_of(how: How, scalar: YamlScalar) -> Any:  # noqa: ANN401 - of the model's type
    """The value of the model that a scalar in order stands for; texts of prose are read elsewhere."""
    text = scalar.text
    match how:
        case type() if how is bool:
            return text == "true"
        case type() if issubclass(how, StrEnum):
            return how(text)
        case Atoms():
            literal = parse_literal(text)
            return literal if isinstance(literal, Literal) and text != IMPOSSIBLE else None
        case Line() | Words():
            return text.strip()
        case Version() | Whole():
            return int(text)
        case _:
            return text


def schema_of(how: How) -> dict[str, Any]:
    """Describe what is allowed, as JSON Schema."""
    match how:
        case type() if issubclass(how, StrEnum) or how is bool:
            return {"type": "boolean"} if how is bool else {"type": "string", "enum": [str(word) for word in how]}
        case Day(partial=True):  # a year is a number to YAML
            return {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}, {"type": "integer"}]}
        case Version(most) | Whole(_, most):
            return {"type": "integer", "minimum": how.least if isinstance(how, Whole) else 1, "maximum": most}
        case Line(longest):
            return {"type": "string", "minLength": 1, "maxLength": longest}
        case type() | Words():
            limit = {} if isinstance(how, Words) else {"maxLength": LONGEST_PROSE}
            return {"type": "string", "minLength": 1, **limit}
        case _:
            return {"type": "string", "pattern": f"^{_pattern(how)}$"}


def _pattern(how: NewId | Ref | Atoms | Day | Address | OutsideId | Language) -> str:
    match how:
        case Ref(kind):
            return _REFERENCES.get(kind, ID_PATTERN)
        case NewId():
            return ID_PATTERN
        case Atoms():
            return rf"(not +)?{ID_PATTERN}"
        case Day():
            return r"\d{4}-\d\d-\d\d"
        case Address() | OutsideId():
            return _address_pattern(how)
        case Language():
            return _LANGUAGE.pattern


def _address_pattern(how: Address | OutsideId) -> str:
    if isinstance(how, OutsideId):
        return f"({OUTSIDE_PATTERN})"
    return _MAIL if how.mail else r"https?://[^\s\\/?#@]+([/?#][^\s\\]*)?"


def not_text(value: object, field: str = "") -> Mistake:
    """Say that a list or a group stands where a single value should; `field` is how a message names its field."""
    name = field.strip("`") or "it"
    if isinstance(value, YamlMapping):
        hint = f"write one text after `{name}:`; where it contains `: `, put the whole text in quotes"
    else:
        hint = f"write one text after `{name}:`, without brackets and without `- ` before it"
    return Mistake(FIELD_TYPE, f"should be a single value, not {described(value)}", hint)


def described(value: object) -> str:
    """Name the kind of a YAML value for a message."""
    match value:
        case YamlSequence():
            return "a list"
        case YamlMapping():
            return "a group of fields"
        case YamlScalar(text=text):
            return f"`{shown(text)}`" if text else "nothing"
        case _:
            return "something else"


def _text_mistake(scalar: YamlScalar) -> Mistake | None:
    """Say why a scalar is no text, or None; the empty text counts as none."""
    match scalar.kind:
        case ScalarKind.NOTHING if not scalar.text and comment_behind(scalar):
            return Mistake(FIELD_EMPTY, "has no value, since what follows `#` is a comment", "put the value in quotes")
        case ScalarKind.NOTHING if not scalar.text:
            return Mistake(FIELD_EMPTY, "has no value", "write one, or delete the line")
        case ScalarKind.TEXT if not has_visible(scalar.text):
            return Mistake(FIELD_EMPTY, "is empty", "write something, or delete the line")
        case ScalarKind.TEXT:
            return None
        case _:
            quoted = shown(scalar.text)
            return Mistake(
                FIELD_TYPE, f"should be text, not `{quoted}`", f'put it in quotes if you mean the text: "{quoted}"'
            )


def _word_mistake(how: How, scalar: YamlScalar) -> Mistake | None:
    """Say that a number or a truth value is none of the words that a field may hold, or None."""
    if not (isinstance(how, type) and issubclass(how, StrEnum)) or scalar.kind is ScalarKind.TEXT or not scalar.text:
        return None
    return _no_word([str(word) for word in how], scalar.text)


def _no_word(words: list[str], text: str) -> Mistake | None:
    if text in words:
        return None
    meant = words_meant(text, words)
    hint = f"did you mean {listed(meant)}?" if meant else None
    return Mistake(FIELD_CHOICE, f"is `{shown(text)}`; it can be {listed(words)}", hint)


def _form_mistake(how: How, text: str) -> Mistake | None:
    """Say why a text does not have its form, or None."""
    found: Mistake | None = None
    match how:
        case type() if issubclass(how, StrEnum):
            found = _no_word([str(word) for word in how], text)
        case type():
            found = _too_long(text, LONGEST_PROSE)
        case Line(longest):
            found = _line_mistake(text.strip(), longest)
        case NewId():
            found = id_mistake(text)
        case Atoms():
            found = _literal_mistake(how, text)
        case Address(mail):
            flaw = _mail_flaw(text) if mail else address_flaw(text)
            found = None if flaw is None else _flawed(text, flaw)
        case OutsideId():
            entry = outside(text)
            found = _flawed(text, entry) if isinstance(entry, AddressFlaw) else None
        case Language() if not _LANGUAGE.fullmatch(text):
            hint = "write `en`, `de`, `pt-BR`"
            found = Mistake(FIELD_FORM, f"is `{shown(text)}`, which names no language", hint)
        case _:
            pass
    return found


def _flawed(text: str, flaw: AddressFlaw) -> Mistake:
    return Mistake(FIELD_FORM, f"is `{shown(text)}`, which {flaw.message}", flaw.hint)


def _mail_flaw(text: str) -> AddressFlaw | None:
    return mail_flaw(f"mailto:{text}") if re.fullmatch(_MAIL, text) else _NO_MAIL


def _line_mistake(text: str, longest: int) -> Mistake | None:
    if "\n" in text:
        return Mistake(FIELD_FORM, "should be one line", "write it on one line, without `|`")
    if "[[" in text:
        return Mistake(FIELD_FORM, "is plain text: `[[…]]` does nothing here", "write the words themselves")
    return _too_long(text, longest)


def _literal_mistake(how: Atoms, text: str) -> Mistake | None:
    if (how.or_impossible and text == IMPOSSIBLE) or not isinstance(parse_literal(text), NotationProblem):
        return None
    suggestion = literal_meant(text)
    return Mistake(
        ID_FORM,
        f"should be an id or `not` and an id, not `{shown(text)}`",
        f"use `{suggestion}`" if suggestion else "an id is lower-case letters and digits with hyphens",
    )


def _flag_mistake(scalar: YamlScalar) -> Mistake | None:
    """Refuse all but YAML 1.2's two words; `yes` and `on` are text there."""
    if scalar.kind is ScalarKind.TRUTH and scalar.text.islower():
        return None
    return Mistake(FIELD_TYPE, f"should be `true` or `false`, not `{shown(scalar.text)}`", "write `true` or `false`")


def _day_mistake(how: Day, scalar: YamlScalar) -> Mistake | None:
    """Refuse what is no date; a year needs no quotes, since what is written is what is meant."""
    text = scalar.text
    if scalar.kind is not ScalarKind.NUMBER and (found := _text_mistake(scalar)):
        return found
    if not _is_date(text, partial=how.partial):
        example = "`2020`, `2020-11` or `2020-11-09`" if how.partial else "`2020-11-09`"
        return Mistake(FIELD_FORM, f"is `{shown(text)}`, which is no date", f"write {example}")
    if how.first <= text and (not how.last or text <= how.last):
        return None
    return Mistake(FIELD_FORM, f"is `{text}`, which is not from {how.first} to {how.last}", "mend the year")


def _version_mistake(how: Version, scalar: YamlScalar) -> Mistake | None:
    if not _is_whole(scalar):
        return _no_whole(scalar, how.newest)
    if int(scalar.text) <= how.newest:
        return None
    message = f"is {scalar.text}; this program reads formats up to {how.newest}"
    return Mistake(FIELD_FORM, message, "use a newer version of the program")


def _whole_mistake(how: Whole, scalar: YamlScalar) -> Mistake | None:
    if not _is_whole(scalar):
        return _no_whole(scalar, how.least)
    if how.least <= int(scalar.text) <= how.most:
        return None
    message = f"is {scalar.text}; it can be from {how.least} to {how.most}"
    return Mistake(FIELD_FORM, message, "write such a number, or delete the line")


def _is_whole(scalar: YamlScalar) -> bool:
    return scalar.kind is ScalarKind.NUMBER and re.fullmatch(r"[1-9][0-9]{0,8}", scalar.text) is not None


def _no_whole(scalar: YamlScalar, example: int) -> Mistake:
    message = f"should be a whole number, not `{shown(scalar.text)}`"
    return Mistake(FIELD_TYPE, message, f"write {example}, or delete the line")


def _is_date(text: str, *, partial: bool) -> bool:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" if partial else r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _too_long(text: str, longest: int) -> Mistake | None:
    if len(text) <= longest:
        return None
    return Mistake(TEXT_TOO_LONG, f"has {len(text):,} characters; the limit is {longest:,}", "shorten it")
