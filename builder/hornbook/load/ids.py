"""The form of ids, and what is wrong with values in general: a code, a message and a hint."""

import re
from dataclasses import dataclass

from hornbook.diagnostics.formats import shown
from hornbook.model.notation import ID_PATTERN

LONGEST_ID = 64
_ID = re.compile(ID_PATTERN)
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a value; the message continues after the field's name."""

    code: str
    message: str
    hint: str | None = None


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
