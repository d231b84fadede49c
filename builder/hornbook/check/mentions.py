"""Words in texts that name several terms, where nothing tells which of them is meant."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.diagnostics.formats import listed, shown
from hornbook.kinds import KINDS, PAGE
from hornbook.model import KnowledgeBase, Prose, Term, Text
from hornbook.model.contents import each, walk
from hornbook.model.shared_names import shared_names
from hornbook.reasoning.mentions import TermFinder

MENTION_AMBIGUOUS = Code(
    "mention-ambiguous",
    "A word in a text names several terms, and nothing tells which is meant, so no link is made of it.",
    Lines(
        "glossary/terms/umbrella.yaml",
        "short: …\ntext: It keeps a shower off.  # Rain and Bath both have the alias `shower`",
        "short: …\ntext: It keeps a [[rain|shower]] off.",
    ),
    severity=Severity.WARNING,
)


def check_mentions(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Warn of each word of several terms, once for a text; what is written by hand gets no links of this sort."""
    if not shared_names(knowledge.terms):
        return
    finder = TermFinder(knowledge)
    for kind in KINDS:
        for record in knowledge.records(kind.declaration) if kind is not PAGE else ():
            for prose in walk(record, Prose):
                if prose.value.links_mentions:
                    term = record if isinstance(record, Term) else None
                    yield from _ambiguous(finder, prose.value, prose.framework, term)


def _ambiguous(finder: TermFinder, prose: Prose, framework: str | None, term: Term | None) -> Iterator[Diagnostic]:
    """What is ambiguous in a text; in those of a term a name of its own means that term."""
    own, tags = (None, ()) if term is None else (term.id, term.tags)
    seen = set()
    for text in each(prose, Text):
        for mention in finder.find(text.text, framework, tags):
            if mention.term is None and own not in mention.terms and mention.terms not in seen:
                seen.add(mention.terms)
                word = shown(text.text[mention.start : mention.end])
                meant = listed([f"[[{term}|{word}]]" for term in mention.terms])
                yield Diagnostic(
                    prose.place,
                    MENTION_AMBIGUOUS,
                    f"nothing tells whether `{word}` means {listed(mention.terms)} here, so it is no link",
                    hint=f"write {meant}; or leave it, with `links_in_text: false`",
                )
