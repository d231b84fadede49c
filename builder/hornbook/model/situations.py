"""What is asked and held against the implications: questions, examples, disagreements, statements."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Annotated as A
from typing import ClassVar

from hornbook.diagnostics import Place
from hornbook.logic import Literal
from hornbook.model.citations import Citation
from hornbook.model.claims import AnyClaim
from hornbook.model.fields import (
    AtomId,
    Atoms,
    Computed,
    Count,
    ExampleId,
    FileName,
    FrameworkId,
    Inline,
    Line,
    LinksInText,
    NewId,
    OptionId,
    OrAlone,
    Otherwise,
    PlaceOf,
    QuestionId,
    Truths,
    ViewId,
    Word,
    Written,
)
from hornbook.model.prose import Claim, Prose
from hornbook.model.records import LONGEST_LABEL, LONGEST_SHORT, Evidence

LONGEST_QUESTION = 280
ASKED = "Other words in which readers look for it: search finds the page by them, which does not show them."
_INLINE = ("id", "framework", "assuming", "then", "verdict", "author", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """A question readers ask, its answer, and the claims that bear the answer out."""

    id: A[str, FileName()]
    question: A[str, Line(LONGEST_QUESTION, told=True), "The question as a reader asks it."]
    asked: A[tuple[str, ...], Line(LONGEST_QUESTION), ASKED] = ()
    framework: A[FrameworkId, Otherwise("the glossary's framework"), "Whose words the answer uses."]
    view: A[ViewId | None, "The view that its diagram shows; otherwise the implications that its claims use."] = None
    short: A[str, Line(LONGEST_SHORT, told=True), "The answer in one plain sentence."]
    answer: A[Prose, "The answer."]
    claims: A[tuple[AnyClaim, ...], "The claims that bear the answer out."] = ()
    note: A[Prose | None, "What a reader should know about this record."] = None
    links_in_text: LinksInText = True
    source: A[Citation, "Where the question is answered."]
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one framework is said to make of an example: a claim for which the facts of the example are given."""

    claim: A[Claim, Inline(_INLINE, required=("framework",))]
    says: A[str | None, Line(), "The source's own word for it."] = None
    source: A[Citation, Otherwise("the first source of the example"), "Where it says so."]
    example: A[str, Computed()]
    """The example that it is about."""


class AnswerKind(Word):
    """Who answers: many who were asked, the author, or somebody in passing."""

    POLL = "poll", "Several people who were asked, and counted."
    AUTHOR = "author", "The author of the question or of the example."
    COMMENT = "comment", "Somebody who remarked on it."


class Share(Word):
    """How many of those who were asked gave an answer, in words, since sources seldom count."""

    FEW = "few", "A few of them."
    HALF = "half", "About half of them."
    MOST = "most", "More than half of them."
    ALMOST_ALL = "almost-all", "All but a few of them."
    ALL = "all", "Every one of them."


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAnswer:
    """What somebody answered to a question about an example; recorded, never computed."""

    question: A[QuestionId, "The question."]
    option: A[OptionId, Written("answer"), "The id of one of its options."]
    kind: A[AnswerKind, "Who answers, in one word."]
    by: A[str, Line(), "Who answered, such as “most of those who were asked”."]
    share: A[Share | None, "How many of those who were asked gave this answer; the quiz draws it as a bar."] = None
    source: A[Citation, Otherwise("the first source of the example"), "Where it is reported."]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFact:
    """What is recorded of one atom in an example, for every framework that means the same by it or for one of them."""

    shorthand: ClassVar[str] = "value"

    atom: A[AtomId, FileName()]
    framework: A[FrameworkId | None, Computed()] = None
    """None: it counts wherever the atom is a fact of the framework, or a term with one sense at most."""
    holds: A[bool, Written("value"), "Whether it holds."]
    because: A[Prose | None, "Why it is recorded so, in our own words."] = None
    sources: A[
        tuple[Citation, ...], OrAlone(), Written("source"), "Where it is told, if not where the example is."
    ] = ()
    place: Place

    @property
    def literal(self) -> Literal:
        """What it says."""
        return Literal(self.atom, self.holds)

    def counts(self, framework: str, own: Container[str], senses: int) -> bool:
        """Tell whether it counts for a framework that knows the atom.

        `own` are the facts that the framework declares, `senses` is how many the term has.
        """
        return self.framework == framework if self.framework else self.atom in own or senses <= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A recorded situation: facts, and what each framework makes of them. Facts not listed are unknown."""

    id: A[str, FileName()]
    label: A[str, Line(LONGEST_LABEL), "A short name, as in a heading."]
    text: A[Prose, "What happens."]
    facts: A[
        tuple[RecordedFact, ...],
        Truths("framework-atom"),
        "Atoms of any frameworks, each true or false; those left out are unknown. A framework ignores those of others.",
    ] = ()
    separates: A[
        tuple[Claim, ...],
        "Claims that this example refutes, such as `a => b in ID`: its facts give what is left of the arrow, and the "
        "opposite of what is right of it.",
    ] = ()
    refines: A[ExampleId | None, "The example that this one adds facts to; it keeps every definite verdict."] = None
    refines_place: A[Place, PlaceOf("refines")]
    sources: A[tuple[Citation, ...], OrAlone(), Count(1), Written("source"), "Where it is told or mentioned."]
    judgements: A[tuple[Judgement, ...], Written("verdicts"), "What frameworks make of it."] = ()
    answers: A[tuple[RecordedAnswer, ...], "What was answered about it."] = ()
    outside: A[bool, "True where its content comes from elsewhere than the source that mentions it."] = False
    note: A[Prose | None, "What a reader should know about this record."] = None
    links_in_text: LinksInText = True
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that a question offers."""

    id: A[str, NewId(), "A name, unique within the question."]
    label: A[str, Line(LONGEST_LABEL), "The answer in words."]
    literal: A[
        Literal | None,
        Atoms("known-atom"),
        Written("then"),
        "What it says of the example, if it says anything definite.",
    ] = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question put to readers about several examples, one after the other."""

    id: A[str, FileName()]
    question: A[str, Line(LONGEST_QUESTION, told=True), "The question as it is put to readers."]
    text: A[Prose, "What a reader should know before answering."]
    options: A[tuple[Option, ...], Count(2), "The answers that are offered."]
    exclusive: A[bool, "False where several answers may be right at once."] = True
    examples: A[tuple[ExampleId, ...], Count(1), "In the order in which they are shown."]
    answer: A[Prose, "What the author says once the reader has answered."]
    source: A[Citation, "Where the question is asked."]
    was: A[tuple[str, ...], NewId(), "Ids it had before."] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one author holds in a disagreement."""

    framework: A[FrameworkId, "Whose position it is."]
    says: A[Prose, "The position, in our own words."]
    claims: A[tuple[AnyClaim, ...], "Claims in that framework that decide it."] = ()
    evidence: A[Evidence, "Stated in the source, or inferred from it."] = Evidence.STATED
    source: A[Citation, "Where the author says so."]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One thing on which the authors differ, or one word that they use for different things."""

    id: A[str, FileName()]
    question: A[str, Line(LONGEST_QUESTION, told=True), "What they differ on, as a question."]
    asked: A[tuple[str, ...], Line(LONGEST_QUESTION), ASKED] = ()
    short: A[str, Line(LONGEST_SHORT, told=True), "What it comes to, in one plain sentence."]
    text: A[Prose | None, "What a reader should know about it."] = None
    claims: A[
        tuple[Claim, ...], "Claims that are also asked of every other framework; the verdict is that of its own."
    ] = ()
    positions: A[tuple[Position, ...], Count(1), "What each author holds."]
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a source states, in our words, and where the knowledge base holds it."""

    id: A[str, NewId(), "A name, unique within the source; the anchor on its page."]
    text: A[str, Line(told=True), Written("says"), "What is stated, in our own words."]
    at: A[tuple[str, ...], Line(), Count(1), "Addresses of this site that hold it, such as `terms/ID#sense-ID`."]
    place: Place
    at_places: A[tuple[Place, ...], PlaceOf("at")]
