"""What a field of a record says of itself beyond its Python type, in annotations: `Annotated[str, …]`.

Whoever walks the records reads it from there, so that no list of fields is kept anywhere else.
"""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Ref:
    """The text is the id of something else; of what, `kind` says."""

    kind: str


TermId = Annotated[str, Ref("term")]
FrameworkId = Annotated[str, Ref("framework")]
ViewId = Annotated[str, Ref("view")]
ExampleId = Annotated[str, Ref("example")]
QuestionId = Annotated[str, Ref("question")]
SourceId = Annotated[str, Ref("source")]
AtomId = Annotated[str, Ref("atom")]
"""A term with sentences, or a fact of a framework."""
ImplicationId = Annotated[str, Ref("implication")]
"""One of the framework that stands beside it."""
SenseId = Annotated[str, Ref("sense")]
"""One of the term that stands beside it."""
OptionId = Annotated[str, Ref("option")]
"""One of the question that stands beside it."""
MatchId = Annotated[str, Ref("match")]
"""A term, or a sense written `term/sense`."""
LinkId = Annotated[str, Ref("link")]
"""Anything that has a page of its own."""
EmbedId = Annotated[str, Ref("embed")]
"""Something that other pages can show."""
HistoryId = Annotated[str, Ref("history")]
"""Anything that has or had a page of its own."""

TERM_REFS = frozenset({"term", "atom", "match", "link"})
"""The references that may be to a term; of a `term/sense` its first part is the term."""
