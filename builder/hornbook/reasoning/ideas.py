"""Ideas: the senses of a term that its mappings call exact or close, taken together; and who the authors are."""

from dataclasses import dataclass

from hornbook.model import Framework, KnowledgeBase, Relation, Sense, Source, Term
from hornbook.model.author_names import author_and_year, authors_of
from hornbook.reasoning.sentences import joined, plain


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing that is meant by a term: senses that the mappings join, each with the next, as exact or close."""

    senses: tuple[Sense, ...]
    """In the order of the file."""


def ideas_of(term: Term) -> tuple[Idea, ...]:
    """The ideas behind a term, in the order of their first senses; a sense that nothing joins is one of its own."""
    groups = [{sense.id} for sense in term.senses]
    for sense in term.senses:
        for match in sense.matches:
            if match.relation in {Relation.EXACT, Relation.CLOSE} and match.target.startswith(f"{term.id}/"):
                joined = {sense.id, match.target.partition("/")[2]}
                meeting = [group for group in groups if group & joined]
                groups = [group for group in groups if not group & joined] + [set().union(*meeting)]
    found = (tuple(sense for sense in term.senses if sense.id in group) for group in groups)
    return tuple(map(Idea, sorted(found, key=lambda senses: term.senses.index(senses[0]))))


def are_compared(term: Term) -> bool:
    """Tell whether the mappings say how senses of the term stand to one another; else nothing is known of ideas."""
    return any(match.target.startswith(f"{term.id}/") for sense in term.senses for match in sense.matches)


def sources_of(knowledge: KnowledgeBase, record: Sense | Framework) -> tuple[Source, ...]:
    """The works in which a sense stands, or the one that a framework is taken from."""
    citations = record.sources if isinstance(record, Sense) else (record.source,)
    return tuple(knowledge.sources[ref] for ref in dict.fromkeys(one.ref for one in citations))


def named_by_sources(knowledge: KnowledgeBase, record: Sense | Framework) -> str:
    """Whose it is, in a few words: the author and the year of each work."""
    return plain(joined((author_and_year(source),) for source in sources_of(knowledge, record)))


def author_of(knowledge: KnowledgeBase, record: Sense | Framework) -> tuple[object, ...]:
    """Whose it is: the same for all works of the same people; of several works, all of theirs."""
    sources = sources_of(knowledge, record)
    names = (name for source in sources for name in (authors_of(source).names or (source.id,)))
    return tuple(dict.fromkeys(names))
