"""What terms are to one another, in both directions: who says that one is wider says that the other is narrower."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from hornbook.model import KnowledgeBase, Relation

_TURNED = {Relation.BROAD: Relation.NARROW, Relation.NARROW: Relation.BROAD}
"""What a relation is from the other end; the others are the same from both."""


@dataclass(slots=True)
class Kin:
    """The ids of the terms that one term has to do with."""

    matches: dict[Relation, dict[str, None]] = field(default_factory=lambda: {one: {} for one in Relation})
    """Those that it names itself come first."""
    failures: list[str] = field(default_factory=list)
    """What is a failure of it."""
    addressed_by: list[str] = field(default_factory=list)
    """The methods that are for it."""


def kin_of_terms(knowledge: KnowledgeBase) -> Mapping[str, Kin]:
    """By term, in one pass over all of them; terms that have to do with none are left out."""
    found: defaultdict[str, Kin] = defaultdict(Kin)
    terms = knowledge.terms.values()
    for term in terms:
        for match in term.match:
            found[term.id].matches[match.relation][match.target] = None
        for other in term.failure_of:
            found[other].failures.append(term.id)
        for other in term.addresses:
            found[other].addressed_by.append(term.id)
    for term in terms:
        for match in term.match:
            found[match.target].matches[_TURNED.get(match.relation, match.relation)][term.id] = None
    return dict(found)
