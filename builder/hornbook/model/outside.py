"""Other glossaries that this one cites: which they are, and what is known of their terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated as A

from hornbook.diagnostics import Place
from hornbook.model.fields import Address, Line, NewId

MARK = ":"
"""What stands between the name of a glossary and the id of its term."""
KEPT = "glossary/imports/{}.json"
"""Where the data of a glossary are kept, from the project's root; `{}` is its name."""
KEPT_PART = "glossary/imports/{}.terms-{}.json"
"""Where a part of them is kept, by its number from 1, if they are published in parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Another published glossary whose terms texts can link to; its data are kept in a file of the project."""

    id: A[str, NewId(), "The name that stands before the colon: `[[NAME:term]]`."]
    url: A[str, Address(), "Where it publishes its data, such as `https://example.org/api/v1/glossary.json`."]
    version: A[str | None, Line(), "What it calls the state that is kept; written by `hornbook import update`."] = None
    sha256: A[str | None, Line(64), "The SHA-256 of the kept file; written by `hornbook import update`."] = None
    place: Place


@dataclass(frozen=True, slots=True)
class OutsideTerm:
    """A term of another glossary."""

    label: str
    url: str
    """Its page, in full."""
    short: str
    whose: str = ""
    """Whose words the short definition is, if that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Another glossary, as the file that is kept of it says."""

    id: str
    title: str
    url: str
    terms: Mapping[str, OutsideTerm] = field(default_factory=dict)


def outside_name(name: str) -> tuple[str, str] | None:
    """The glossary and the term that `other:term` names; None for an id of our own."""
    glossary, mark, term = name.partition(MARK)
    return (glossary, term) if mark else None
