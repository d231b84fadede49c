"""Texts of other projects, as far as a glossary has anything to say of them: their words, and what they ask of it."""

from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.model.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, an item, a cell or a heading."""

    passage: Passage
    line: int
    """Where it begins in the file, from 1."""
    is_heading: bool = False
    is_quoted: bool = False
    """Whether it is somebody else's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenClaim:
    """What stands in double brackets and has an arrow, as it is written."""

    text: str
    place: Place
    starts_at: int
    """How many characters of the place come before the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What a comment tells the linter from its line on."""

    line: int
    framework: str | None = None
    """Whose words are used; empty for those of nobody in particular. None: it says nothing of that."""
    is_on: bool | None = None
    """Whether anything is looked at. None: it says nothing of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignText:
    """One file."""

    path: str
    blocks: tuple[Block, ...] = ()
    claims: tuple[WrittenClaim, ...] = ()
    asides: tuple[Aside, ...] = ()
    """In the order of their lines."""

    def framework_at(self, line: int) -> str | None:
        """Whose words the last comment before a line names; None where there is none."""
        said = [one.framework for one in self.asides if one.framework is not None and one.line <= line]
        return said[-1] or None if said else None

    def is_on_at(self, line: int) -> bool:
        """Whether a line is looked at."""
        said = [one.is_on for one in self.asides if one.is_on is not None and one.line <= line]
        return said[-1] if said else True
