"""A vocabulary as it is published: what it says, and where on the web each of its pages stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hornbook.model.knowledge import KnowledgeBase


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What other projects can ask of a vocabulary, and where they can send their readers."""

    knowledge: KnowledgeBase
    version: str = ""
    """What it calls its state; empty for none."""
    pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The full address of each `term`, `framework` and `view`, by id; all of them on its own site."""
    drawings: Mapping[str, str] = field(default_factory=dict)
    """Likewise of the drawings of views and chains, by the ids of these."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What views and chains are called."""
    whose: Mapping[str, str] = field(default_factory=dict)
    """Whose words the short definitions of terms are, by the ids of these, where that is known."""
    former: Mapping[str, str] = field(default_factory=dict)
    """The ids of terms by those that they had before."""
