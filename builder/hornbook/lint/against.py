"""What texts of other projects are held against: a vocabulary, ready to be asked and to be found in texts."""

from dataclasses import dataclass

from hornbook.model import KnowledgeBase
from hornbook.model.published import Published
from hornbook.model.typed_words import Vocabulary, phrase_of
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.reasoning.typed_names import typed_vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Against:
    """One vocabulary, for one run."""

    published: Published
    reasoning: Reasoning
    known: Vocabulary
    """What sentences and claims can name."""
    finder: TermFinder
    """Where texts name terms."""

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
    return Against(published, reasoning, typed_vocabulary(reasoning), TermFinder(published.knowledge))
