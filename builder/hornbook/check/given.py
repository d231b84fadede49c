"""Claims and implications that say nothing: what they conclude is among what they are given."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.model import Claim, Implication
from hornbook.reasoning.scopes import Reasoning

CONCLUSION_GIVEN = Code(
    "conclusion-given",
    "What a claim or an implication concludes is among what it is given, so that it says nothing of what follows.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {if: [rain], then: rain, verdict: follows}",
        "- {if: [rain], then: wet-ground, verdict: follows}",
    ),
    severity=Severity.WARNING,
)


def check_given(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Find the claims and implications that would be true whatever their framework says."""
    for framework in reasoning.knowledge.frameworks.values():
        for implication in framework.implications:
            if is_empty(implication) and implication.redundant is None:
                message = f"`{implication.id}` concludes `{implication.conclusion}`, which is among its premises"
                hint = "correct one of them, or delete the implication"
                yield Diagnostic(implication.place, CONCLUSION_GIVEN, message, hint=hint)
    # What is said to follow from an example has its facts for premises, which nobody wrote with the goal in mind.
    judged = {id(one.claim) for example in reasoning.knowledge.examples.values() for one in example.judgements}
    for claim in reasoning.claims:
        if isinstance(claim, Claim) and claim.goal in claim.given and id(claim) not in judged:
            message = f"this claim gives `{claim.goal}` and asks for it"
            hint = "ask for something else, or delete the claim: it would follow from any implications"
            yield Diagnostic(claim.place, CONCLUSION_GIVEN, message, hint=hint)


def is_empty(implication: Implication) -> bool:
    """Whether an implication concludes what it is given; a definition is empty if it defines a thing by itself."""
    if implication.converse:
        return set(implication.premises) == {implication.conclusion}
    return implication.conclusion in (*implication.premises, *implication.assuming)
