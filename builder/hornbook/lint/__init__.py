"""Texts of other projects held against a vocabulary: what they say follows from what, and words of several senses."""

from collections.abc import Iterator
from itertools import groupby

from hornbook.diagnostics import Codes, Diagnostic, Group
from hornbook.lint.against import Against, against
from hornbook.lint.claims import LINT_NAME, check_asides, check_claim, did_you_mean, read_claim
from hornbook.lint.faults import Fault, Flaw, flaw_of
from hornbook.lint.senses import LINT_SENSE, check_senses
from hornbook.lint.sentences import check_sentences, statements_in
from hornbook.lint.telling import IN_SHORT, LINT_CLAIM, LINT_CONDITION, LINT_CONVERSE, told
from hornbook.model.foreign import Block, ForeignText

__all__ = [
    "CODES",
    "IN_SHORT",
    "Against",
    "Fault",
    "Flaw",
    "against",
    "did_you_mean",
    "flaw_of",
    "lint",
    "read_claim",
    "told",
]

MOST_MISREAD = 100
"""To find what was meant takes a look at every name; after so many it is another glossary's text."""
CODES: Codes = {
    Group.TEXTS: (LINT_SENSE,),
    Group.CLAIMS: (LINT_CLAIM, LINT_CONDITION, LINT_CONVERSE, LINT_NAME),
}
"""What can be found in them."""


def lint(against: Against, text: ForeignText, framework: str | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is found in one file, by place.

    `framework` is the one whose words it uses, where no comment in it says another; None where that is open.
    """
    asked = against.shared_by(len(text.claims) + sum(map(statements_in, text.blocks)))
    found = {*check_asides(asked, text), *_claims(asked, text, framework), *_sentences(asked, text, framework)}
    return tuple(sorted({*found, *check_senses(against, text, framework)}))


def _claims(against: Against, text: ForeignText, framework: str | None) -> Iterator[Diagnostic]:
    misread = 0
    for claim in text.claims:
        if text.is_on_at(claim.place.line):
            for found in check_claim(against, claim, text.framework_at(claim.place.line) or framework):
                misread += found.code == LINT_NAME
                yield found
        if misread >= MOST_MISREAD:
            message = f"{MOST_MISREAD} claims of this file cannot be read; those behind this one are not looked at"
            yield Diagnostic(claim.place, LINT_NAME, message, hint="look whether this is the right glossary")
            return


def _sentences(against: Against, text: ForeignText, framework: str | None) -> Iterator[Diagnostic]:
    for blocks in _sections(text):
        around = "\n".join(block.passage.text for block in blocks)
        for block in blocks:
            if text.is_on_at(block.line):
                yield from check_sentences(against, block, text.framework_at(block.line) or framework, around)


def _sections(text: ForeignText) -> Iterator[list[Block]]:
    """The blocks from each heading up to the next."""
    number = 0
    numbered = []
    for block in text.blocks:
        number += block.is_heading
        numbered.append((number, block))
    for _, group in groupby(numbered, key=lambda one: one[0]):
        yield [block for _, block in group]
