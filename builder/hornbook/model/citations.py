"""What a source is cited for: the place in it, and what its author says of a question."""

from dataclasses import dataclass
from typing import Annotated as A
from typing import ClassVar

from hornbook.diagnostics import Place
from hornbook.model.fields import Line, Otherwise, SourceId, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and the place in it."""

    shorthand: ClassVar[str | None] = "ref"

    ref: A[SourceId, "The id of a source in `sources.yaml`."]
    at: A[str | None, Line(), "Where in the source: a section, a page, a question's number."] = None
    place: Place


class Says(Word):
    """What an author says of a question: whether the goal holds where what is given holds."""

    ALWAYS = "always", "Whenever what is given holds, the goal holds. It agrees with `follows`."
    NOT_ALWAYS = "not-always", "What is given can hold without the goal. It agrees with `open` and with `refuted`."
    NEVER = "never", "Whenever what is given holds, the goal fails. It agrees with `refuted`."
    LEAVES_OPEN = "leaves-open", "The author does not decide it, or makes it depend on more. It agrees with anything."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What the author of the framework says of the question of a claim; recorded, never computed."""

    shorthand: ClassVar[str | None] = "says"

    says: A[Says, "What the author says, in one word."]
    source: A[Citation, Otherwise("the framework's source"), "Where the author says so."]
    place: Place
