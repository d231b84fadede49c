"""Words that mean several things, where nothing tells which: several terms, or what several authors mean by one."""

import re
from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Severity
from hornbook.lint.against import Against
from hornbook.model import KnowledgeBase, Term
from hornbook.model.folding import folded
from hornbook.model.foreign import ForeignText
from hornbook.reasoning.ideas import ideas_of
from hornbook.reasoning.mentions import Mention

LINT_SENSE = Code(
    "lint-sense",
    "A text of another project uses a word that names several terms, or that several authors use differently, and "
    "nothing in it tells which is meant.",
    "A page speaks of a shower, which may be rain or a bath.",
    severity=Severity.WARNING,
)

_BEHIND = re.compile(r"[(:].*$")
_SHORTEST = 3
"""Letters that the name of a framework must have more than, so that it is known again in a text."""


def check_senses(against: Against, text: ForeignText, framework: str | None) -> Iterator[Diagnostic]:
    """Each word once in a file, where it is used first and nothing decides.

    What decides: a framework that was chosen, or one of those in question that the file names anywhere.
    """
    whole = folded("\n".join(block.passage.text for block in text.blocks)).text
    named = {one for one in against.knowledge.frameworks if any(name in whole for name in _names(against, one))}
    seen: set[str] = set()
    for block in text.blocks:
        chosen = text.framework_at(block.line) or framework
        if block.is_quoted or not text.is_on_at(block.line):
            continue
        words = block.passage.text
        for mention in against.finder.find(words, chosen):
            word = words[mention.start : mention.end]
            key = mention.term or folded(word).text
            said = None if key in seen else _said(against, mention, word, None if chosen else named)
            if said is not None:
                seen.add(key)
                place = block.passage.where(mention.start, mention.end)
                yield Diagnostic(place, LINT_SENSE, *said)


def differing(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The terms that several authors use differently, by id."""
    return tuple(name for name, term in knowledge.terms.items() if term.link_mentions and len(_ideas(term)) >= _SEVERAL)


def _said(against: Against, mention: Mention, word: str, named: set[str] | None) -> tuple[str, str] | None:
    """The message and the hint for a word whose sense is open; None for any other.

    `named` are the frameworks that the file names, None where one is chosen.
    """
    if mention.term is None:
        return _of_terms(against, mention, word)
    return None if named is None else _of_authors(against, mention.term, word, named)


def _of_terms(against: Against, mention: Mention, word: str) -> tuple[str, str]:
    """What to say of a word that names several terms."""
    labels = {term: against.knowledge.terms[term].label for term in mention.terms}
    meant = " or ".join(f"“{label}” (`{term}`)" for term, label in labels.items())
    return f"`{word}` may mean {meant}, and nothing tells which", _HINT.format("write the one that is meant")


def _of_authors(against: Against, term: str, word: str, named: set[str]) -> tuple[str, str] | None:
    """What to say of a word that authors use differently, where the file names none of them; None of any other."""
    ideas = _ideas(against.knowledge.terms[term])
    frameworks = sorted({one for idea in ideas for one in idea})
    if len(ideas) < _SEVERAL or named.intersection(frameworks):
        return None
    authors = [f"{against.whose(one)} (`{one}`)" for one in frameworks]
    message = f"authors mean different things by `{word}`, and nothing tells whose sense this is: {', '.join(authors)}"
    return message, _HINT.format("say whose word it is")


_SEVERAL = 2
_HINT = "{}, or put `<!-- hornbook: in FRAMEWORK -->` above; `.. hornbook: in FRAMEWORK` in reStructuredText"


def _ideas(term: Term) -> list[frozenset[str]]:
    """The frameworks behind each idea that the word itself stands for; ideas that share an author are told by him."""
    groups = (
        frozenset(sense.framework for sense in idea.senses if sense.framework and sense.called == term.id)
        for idea in ideas_of(term)
    )
    return list(dict.fromkeys(group for group in groups if group))


def _names(against: Against, framework: str) -> set[str]:
    """What a file may call a framework: its label, in full or without what stands in brackets or behind a colon."""
    label = against.whose(framework)
    names = {folded(one.strip()).text for one in (label, _BEHIND.sub("", label))}
    return {name for name in names if len(name) > _SHORTEST}
