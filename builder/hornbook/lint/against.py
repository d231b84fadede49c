"""What texts of other projects are held against: a vocabulary, ready to be asked and to be found in texts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hornbook.model import KnowledgeBase, Scope
from hornbook.model.published import Published
from hornbook.model.typed_words import Vocabulary, phrase_of
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.scopes import LEAST_STEPS, SCOPE_STEPS, Reasoning, reason_about
from hornbook.reasoning.typed_names import typed_vocabulary

QUESTIONS = 8
"""So many questions a statement that does not come out as it says puts at most, but for rare ones of many premises."""


@dataclass(frozen=True, slots=True, eq=False)
class Against:
    """One vocabulary, for one run."""

    published: Published
    reasoning: Reasoning
    known: Vocabulary
    """What sentences and claims can name."""
    sizes: Mapping[Scope, int]
    """How many literals the clauses of each scope have."""
    finder: TermFinder
    """Where texts name terms."""

    def shared_by(self, statements: int) -> "Against":
        """The same where so many statements share the steps of each scope, so that no text takes more than another.

        What was asked before plays no part, so that what is found in a file does not depend on other files.
        """
        most = SCOPE_STEPS // (QUESTIONS * max(1, statements))
        settings = {
            scope: replace(one, limit=min(one.limit, max(most, LEAST_STEPS * self.sizes[scope])))
            for scope, one in self.reasoning.settings.items()
        }
        return replace(self, reasoning=Reasoning(self.knowledge, settings))

    @property
    def knowledge(self) -> KnowledgeBase:
        """What the vocabulary says."""
        return self.published.knowledge

    def whose(self, framework: str) -> str:
        """What readers call a framework."""
        return self.knowledge.frameworks[framework].label

    def terms_called(self, words: str, framework: str | None = None) -> tuple[str, ...]:
        """The terms that an id, a former id, a label or an alias means; one author's alias only where it counts."""
        terms = self.knowledge.terms
        if words in terms:
            return (words,)
        if words in self.published.former:
            return (self.published.former[words],)
        names = self.known.literals.get(phrase_of(words), ())
        found = {name.literal.atom for name in names if name.literal.holds and name.framework in {None, framework}}
        found = found or {name.literal.atom for name in names if name.literal.holds and framework is None}
        return tuple(sorted(found & terms.keys()))


def against(published: Published) -> Against:
    """Prepare a vocabulary; what claims it makes itself plays no part."""
    reasoning = reason_about(published.knowledge, claims=())
    sizes = {scope: sum(map(len, one.theory.index.literals)) for scope, one in reasoning.settings.items()}
    return Against(published, reasoning, typed_vocabulary(reasoning), sizes, TermFinder(published.knowledge))
