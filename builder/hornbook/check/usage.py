"""Terms that nothing uses: readers would reach them from the A–Z alone."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.kinds import KINDS, TERM
from hornbook.model import KnowledgeBase
from hornbook.model.contents import terms_named

TERM_UNUSED = Code(
    "term-unused",
    "No implication, claim, example, chain, page or other term uses this term, so readers find it in the list of "
    "terms only.",
    Lines(
        "glossary/terms/snow.yaml",
        "label: Snow\nkind: condition\nshort: Snow falls.",
        "label: Snow\nkind: condition\nshort: Snow falls.\nrelated: [rain]\nunused: Kept for those who look for it.",
    ),
    severity=Severity.NOTE,
)


def check_usage(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Note each term that no implication, claim, example, chain, other term, prose or page names."""
    if not knowledge.frameworks:
        return  # a plain glossary is read from its list of terms
    used = frozenset(_used(knowledge))
    for term in knowledge.terms.values():
        if term.id not in used and term.unused is None:
            yield Diagnostic(
                term.place,
                TERM_UNUSED,
                f"nothing uses the term `{term.id}`",
                hint="link it from a term it belongs to (`related`), or say why it stays: `unused: …`",
            )


def _used(knowledge: KnowledgeBase) -> Iterator[str]:
    """What each record names beside itself, by id; a mention without brackets does not count."""
    for kind in KINDS:
        for record in knowledge.records(kind.declaration):
            own = record.id if kind is TERM else None
            yield from (name for name in terms_named(record) if name != own)
