"""Statements of sources: each says where the site holds it, and it must be held there."""

from collections.abc import Iterator
from difflib import get_close_matches

from hornbook.addresses import every_address, plain_address, source_address
from hornbook.diagnostics import Code, Diagnostic, Lines
from hornbook.model import KnowledgeBase

STATEMENT_NOWHERE = Code(
    "statement-nowhere",
    "A statement of a source names an address that the finished site does not have.",
    Lines(
        "glossary/statements/almanac.yaml",
        "- id: a-2\n  says: Snow melts.\n  at: [terms/rian, frameworks/weather#rain-wet, snow]",
        "- id: a-2\n  says: Snow melts.\n  at: [terms/rain, frameworks/weather#rain-wets]",
    ),
)


def check_statements(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Find statements that lead to an address which the finished site does not have, or only to themselves."""
    known = every_address(knowledge)
    for source, statements in knowledge.statements.items():
        for statement in statements:
            for written, place in zip(statement.at, statement.at_places, strict=True):
                address = plain_address(written)
                if address == plain_address(source_address(source, statement.id)):
                    message, hint = "leads back to this statement", "name the page that holds it"
                elif address not in known:
                    message, hint = "leads nowhere: the site has no such address", _hint(address, known)
                else:
                    continue
                yield Diagnostic(place, STATEMENT_NOWHERE, f"`{written}` {message}", hint=hint)


def _hint(address: str, known: frozenset[str]) -> str:
    page, mark, _ = address.partition("#")
    if mark and page in known:
        candidates = sorted(other for other in known if other.startswith(f"{page}#"))
    else:
        candidates = sorted(other for other in known if "#" not in other)
    close = next(iter(get_close_matches(address, candidates, 1, 0.6)), None)
    if close is not None:
        return f"did you mean `{close}`?"
    return "an address is written `terms/ID`, `terms/ID#sense-ID`, `frameworks/ID#ID`, `faq/ID#claim-ID` and so on"
