"""What authors say of the questions of claims, held against what their implications give."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.logic import Unsettled, Verdict
from hornbook.model import Claim
from hornbook.reasoning.agreement import Agreement, agreement
from hornbook.reasoning.verdicts import VERDICT_WORDS

AUTHOR_DIFFERS = Code(
    "author-differs",
    "What the author says of a question and what the implications give cannot both be right, and no note says why.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {if: [rain], then: wet-ground, author: never}",
        "- {if: [rain], then: wet-ground, author: always}",
    ),
)
AUTHOR_LACKING = Code(
    "author-lacking",
    "The author says that something always holds, and the implications written down leave it open.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {then: wet-ground, verdict: open, author: always}",
        "- {then: wet-ground, verdict: open, author: always, note: The almanac takes rain for granted.}",
    ),
    severity=Severity.WARNING,
)


def check_author(claim: Claim, verdict: Verdict | Unsettled) -> Iterator[Diagnostic]:
    """Hold what the author says against the verdict that was computed; a note on the claim answers for both."""
    if claim.author is None or claim.note is not None:
        return
    found = agreement(claim.author.says, verdict)
    says = f"the author is said to say `{claim.author.says}` of {claim.goal}"
    if found is Agreement.DIFFERS:
        yield Diagnostic(
            claim.author.place,
            AUTHOR_DIFFERS,
            f"{says}; {VERDICT_WORDS[verdict].computed}",
            hint="correct what the author says, or the implications, or say in a `note` why the two differ",
        )
    elif found is Agreement.LACKS:
        yield Diagnostic(
            claim.author.place,
            AUTHOR_LACKING,
            f"{says}; {VERDICT_WORDS[verdict].computed}",
            hint="add the implication that gives it, or say in a `note` why there is none",
        )
