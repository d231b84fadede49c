"""What a question can name in a knowledge base: terms, facts, the sentences that they stand for, and scopes."""

from collections.abc import Iterator

from hornbook.logic import Literal
from hornbook.model import Sense, Term
from hornbook.model.typed_words import Name, Vocabulary, vocabulary
from hornbook.reasoning.scopes import Reasoning


def typed_vocabulary(reasoning: Reasoning) -> Vocabulary:
    """All names of terms and facts, the sentences that they stand for, and the names of frameworks and views."""
    knowledge = reasoning.knowledge
    scopes = [(name, one.id) for one in knowledge.frameworks.values() for name in (one.id, one.label)]
    scopes += [(name, one.id) for one in knowledge.views.values() for name in (one.id, one.title)]
    frameworks = {name: name for name in knowledge.frameworks}
    frameworks |= {view.id: view.framework for view in knowledge.views.values()}
    atoms = {str(scope): setting.theory.atoms for scope, setting in reasoning.settings.items()}
    return vocabulary(_names(reasoning), scopes, frameworks, atoms)


def _names(reasoning: Reasoning) -> Iterator[Name]:
    for term in reasoning.knowledge.terms.values():
        yield from (Name(text, Literal(term.id)) for text in (term.id, term.label))
        yield from (Name(alias.text, Literal(term.id), alias.framework) for alias in term.aliases)
        yield from _sentences(term)
    for framework in reasoning.knowledge.frameworks.values():
        for fact in framework.facts:
            yield from (Name(text, Literal(fact.id)) for text in (fact.id, fact.holds))
            yield Name(fact.fails, Literal(fact.id, holds=False))


def _sentences(term: Term) -> Iterator[Name]:
    own: list[Term | Sense] = [term, *(sense for sense in term.senses if sense.called == term.id)]
    for said in own:
        if said.holds is not None:
            yield Name(said.holds, Literal(term.id))
        if said.fails is not None:
            yield Name(said.fails, Literal(term.id, holds=False))
