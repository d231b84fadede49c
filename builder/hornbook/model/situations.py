"""What is asked and held against the implications: questions, examples, disagreements, statements."""

from dataclasses import dataclass
from enum import StrEnum

from hornbook.diagnostics import Place
from hornbook.logic import Literal
from hornbook.model.claims import AnyClaim
from hornbook.model.fields import ExampleId, FrameworkId, OptionId, QuestionId, ViewId
from hornbook.model.prose import Claim, Prose
from hornbook.model.records import Citation, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """A question readers ask, its answer, and the claims that bear the answer out."""

    id: str
    question: str
    framework: FrameworkId
    view: ViewId | None = None
    """The view that its diagram shows; None: the implications that its claims use."""
    short: str
    """The answer in one plain sentence."""
    answer: Prose
    claims: tuple[AnyClaim, ...] = ()
    note: Prose | None = None
    source: Citation
    was: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one framework is said to make of an example: a claim whose given literals include the example's facts."""

    claim: Claim
    says: str | None = None
    """The source's own word for it, such as "inner"; None where it gives none."""
    source: Citation


class AnswerKind(StrEnum):
    """Who answers: many who were asked, the author, or somebody in passing."""

    POLL = "poll"
    AUTHOR = "author"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAnswer:
    """What somebody answered to a question about an example; recorded, never computed."""

    question: QuestionId
    option: OptionId
    by: str
    """Who answered, such as "most of 10 or more researchers"."""
    kind: AnswerKind
    source: Citation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A recorded situation: facts, and what each framework makes of them. Facts not listed are unknown."""

    id: str
    label: str
    text: Prose
    facts: tuple[Literal, ...] = ()
    """Atoms of any frameworks; each framework ignores those that are not its own."""
    refines: ExampleId | None = None
    """The example that this one adds facts to; it keeps every definite verdict."""
    refines_place: Place
    """Where `refines` is written, or the example itself where it is left out."""
    judgements: tuple[Judgement, ...] = ()
    answers: tuple[RecordedAnswer, ...] = ()
    outside: bool = False
    """Its content comes from elsewhere than the source that mentions it."""
    note: Prose | None = None
    source: Citation
    was: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that a question offers."""

    id: str
    label: str
    literal: Literal | None = None
    """What it says in each framework that knows the atom; None for an answer such as "ambiguous"."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question put to readers about several examples, one after the other."""

    id: str
    question: str
    text: Prose
    options: tuple[Option, ...]
    exclusive: bool = True
    """Only one option may hold of an example."""
    examples: tuple[ExampleId, ...]
    """In the order in which they are shown."""
    answer: Prose
    """What the author says of it once the reader has answered."""
    source: Citation
    was: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one author holds in a disagreement."""

    framework: FrameworkId
    says: Prose
    claims: tuple[AnyClaim, ...] = ()
    evidence: Evidence = Evidence.STATED
    source: Citation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One thing on which the authors differ, or one word that they use for different things."""

    id: str
    question: str
    short: str
    """What it comes to, in one plain sentence."""
    text: Prose | None = None
    claims: tuple[Claim, ...] = ()
    """Questions asked of every framework; a stated verdict is that of the claim's own framework."""
    positions: tuple[Position, ...]
    was: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a source states, in our words, and where the knowledge base holds it."""

    id: str
    text: str
    at: tuple[str, ...]
    """Addresses on the site, such as `faq/outer-and-inner#claim-1`."""
    place: Place
    at_places: tuple[Place, ...]
