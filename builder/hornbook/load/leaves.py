"""The single values of a record: what each may be, in words for contributors and as JSON Schema.

A leaf annotates a field of a record class. It leaves the scalar as it is, with its place, so nothing is ever
converted silently; turning it into a value of the model is left to `conversion`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError, core_schema

from hornbook.diagnostics.formats import shown
from hornbook.load.characters import has_visible
from hornbook.load.web_addresses import address_flaw
from hornbook.load.yaml_values import ScalarKind, YamlMapping, YamlScalar, YamlSequence
from hornbook.model.notation import ID_PATTERN, NotationProblem, parse_literal

LONGEST_ID = 64
LONGEST_PROSE = 20_000
_ID = re.compile(ID_PATTERN)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a value; the message continues after the field's name."""

    code: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """Any text."""

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Say what is wrong with a scalar, or None."""
        return text_mistake(scalar)

    def schema(self) -> dict[str, Any]:
        """Describe what is allowed, as JSON Schema."""
        return {"type": "string", "minLength": 1}

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validated)

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        return self.schema()

    def _validated(self, value: object) -> YamlScalar:
        found = self.mistake(value) if isinstance(value, YamlScalar) else not_text(value)
        if found is not None:
            raise as_pydantic(found)
        assert isinstance(value, YamlScalar)
        return value


@dataclass(frozen=True, slots=True)
class Line(Leaf):
    """Plain text on one line."""

    longest: int = 500

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse other kinds, line breaks, double brackets, and too many characters."""
        found = text_mistake(scalar)
        if found:
            return found
        text = scalar.text.strip()
        if "\n" in text:
            return Mistake("field-form", "should be one line", "write it on one line, without `|`")
        if "[[" in text:
            return Mistake("field-form", "is plain text: `[[…]]` does nothing here", "write the words themselves")
        return _too_long(text, self.longest)

    def schema(self) -> dict[str, Any]:
        """Describe a line of text."""
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Markdown(Leaf):
    """Prose, with `[[…]]` for references and claims."""

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse other kinds and too many characters; the prose itself is read elsewhere."""
        return text_mistake(scalar) or _too_long(scalar.text, LONGEST_PROSE)

    def schema(self) -> dict[str, Any]:
        """Describe a text."""
        return {"type": "string", "minLength": 1, "maxLength": LONGEST_PROSE}


@dataclass(frozen=True, slots=True)
class Id(Leaf):
    """An id that this record defines."""

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse what is no id."""
        return text_mistake(scalar) or id_mistake(scalar.text)

    def schema(self) -> dict[str, Any]:
        """Describe an id."""
        return {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID}


@dataclass(frozen=True, slots=True)
class Ref(Leaf):
    """The id of something; whether it exists is asked once all ids are known."""

    kind: str
    """What is wanted, in the words of `references`."""

    def schema(self) -> dict[str, Any]:
        """Describe an id, or for a sense `term/sense`."""
        suffix = f"/{ID_PATTERN}" if self.kind == "sense" else ""
        return {"type": "string", "pattern": f"^{ID_PATTERN}{suffix}$"}


@dataclass(frozen=True, slots=True)
class LiteralText(Leaf):
    """`id` or `not id`."""

    kind: str
    or_impossible: bool = False

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse what is no literal."""
        found = text_mistake(scalar)
        if found or (self.or_impossible and scalar.text == "impossible"):
            return found
        problem = parse_literal(scalar.text)
        if isinstance(problem, NotationProblem):
            suggestion = slug(scalar.text)
            return Mistake(
                "id-form",
                f"should be an id or `not` and an id, not `{shown(scalar.text)}`",
                f"use `{suggestion}`" if suggestion else "an id is lower-case letters and digits with hyphens",
            )
        return None

    def schema(self) -> dict[str, Any]:
        """Describe a literal."""
        return {"type": "string", "pattern": f"^(not +)?{ID_PATTERN}$"}


@dataclass(frozen=True, slots=True)
class Choice(Leaf):
    """One of some words."""

    words: tuple[str, ...]

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse other words."""
        found = text_mistake(scalar)
        if found or scalar.text in self.words:
            return found
        return Mistake("field-choice", f"is `{shown(scalar.text)}`; it can be {listed(self.words)}")

    def schema(self) -> dict[str, Any]:
        """Describe the words."""
        return {"type": "string", "enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Flag(Leaf):
    """True or false."""

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse all but YAML 1.2's two words; `yes` and `on` are text there."""
        if scalar.kind is ScalarKind.TRUTH and scalar.text.islower():
            return None
        return Mistake(
            "field-type", f"should be `true` or `false`, not `{shown(scalar.text)}`", "write `true` or `false`"
        )

    def schema(self) -> dict[str, Any]:
        """Describe a truth value."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class CalendarDate(Leaf):
    """A date in ISO 8601; as a year or month alone where `partial`."""

    partial: bool = False
    first: str = ""
    """The earliest day that may be named, and below the latest; empty where any may."""
    last: str = ""

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse what is no date; a year needs no quotes, since what is written is what is meant."""
        if scalar.kind is not ScalarKind.NUMBER and (found := text_mistake(scalar)):
            return found
        if _is_date(scalar.text, partial=self.partial):
            return self._out_of_range(scalar.text)
        example = "`2020`, `2020-11` or `2020-11-09`" if self.partial else "`2020-11-09`"
        return Mistake("field-form", f"is `{shown(scalar.text)}`, which is no date", f"write {example}")

    def schema(self) -> dict[str, Any]:
        """Describe a date."""
        if not self.partial:
            return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
        return {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}, {"type": "integer"}]}

    def _out_of_range(self, text: str) -> Mistake | None:
        if self.first <= text and (not self.last or text <= self.last):
            return None
        return Mistake("field-form", f"is `{text}`, which is not from {self.first} to {self.last}", "mend the year")


@dataclass(frozen=True, slots=True)
class Address(Leaf):
    """A web address."""

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse all but http and https with a host, and a user before the host."""
        found = text_mistake(scalar)
        flaw = address_flaw(scalar.text)
        if found or flaw is None:
            return found
        return Mistake("field-form", f"is `{shown(scalar.text)}`, which {flaw.message}", flaw.hint)

    def schema(self) -> dict[str, Any]:
        """Describe an address."""
        return {"type": "string", "pattern": r"^https?://[^\s\\/?#@]+([/?#][^\s\\]*)?$"}


@dataclass(frozen=True, slots=True)
class Language(Leaf):
    """A language as BCP 47 names it."""

    def mistake(self, scalar: YamlScalar) -> Mistake | None:
        """Refuse what is no language tag."""
        found = text_mistake(scalar)
        if found or _LANGUAGE.fullmatch(scalar.text):
            return found
        return Mistake("field-form", f"is `{shown(scalar.text)}`, which names no language", "write `en`, `de`, `pt-BR`")

    def schema(self) -> dict[str, Any]:
        """Describe a language tag."""
        return {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}


@dataclass(frozen=True, slots=True)
class ClaimText(Leaf):
    """A claim in the notation of prose and the command line; it is parsed with the references."""

    def _validated(self, value: object) -> YamlScalar:
        if isinstance(value, YamlMapping):
            message = "is a claim that YAML takes for a field, because of its `: `"
            raise as_pydantic(Mistake("claim-notation", message, "put the whole claim in quotes"))
        return super(ClaimText, self)._validated(value)


def text_mistake(scalar: YamlScalar) -> Mistake | None:
    """Say why a scalar is no text, or None; the empty text counts as none."""
    match scalar.kind:
        case ScalarKind.NOTHING if not scalar.text:
            return Mistake("field-empty", "has no value", "write one, or delete the line")
        case ScalarKind.TEXT if not has_visible(scalar.text):
            return Mistake("field-empty", "is empty", "write something, or delete the line")
        case ScalarKind.TEXT:
            return None
        case _:
            quoted = shown(scalar.text)
            return Mistake(
                "field-type", f"should be text, not `{quoted}`", f'put it in quotes if you mean the text: "{quoted}"'
            )


def not_text(value: object) -> Mistake:
    """Say that a list or a group stands where a single value should."""
    return Mistake("field-type", f"should be a single value, not {described(value)}", "see the examples")


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


def id_mistake(text: str) -> Mistake | None:
    """Say why a text is no id, or None."""
    if len(text) <= LONGEST_ID and _ID.fullmatch(text):
        return None
    suggestion = slug(text)
    return Mistake(
        "id-form",
        f"is `{shown(text)}`; an id has lower-case letters, digits and single hyphens, at most {LONGEST_ID}",
        f"use `{suggestion}`" if suggestion and suggestion != text else None,
    )


def slug(text: str) -> str:
    """The id nearest to a text; empty if nothing of it can stay."""
    return _SLUG.sub("-", text[: 4 * LONGEST_ID].casefold())[:LONGEST_ID].strip("-")


def listed(words: tuple[str, ...]) -> str:
    """Offer words in a sentence."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def as_pydantic(found: Mistake) -> PydanticCustomError:
    """Carry a mistake through pydantic, which gives it the field's name."""
    context = {"code": found.code, "message": found.message, "hint": found.hint}
    return PydanticCustomError("mistake", "{message}", context)


def _too_long(text: str, longest: int) -> Mistake | None:
    if len(text) <= longest:
        return None
    return Mistake("text-too-long", f"has {len(text):,} characters; the limit is {longest:,}", "shorten it")


def _is_date(text: str, *, partial: bool) -> bool:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" if partial else r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True
