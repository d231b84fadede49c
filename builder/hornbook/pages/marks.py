"""Marks: a verdict as a sign and a word, told apart without colour."""

from hornbook.logic import Verdict
from hornbook.pages.html import Html, tag

SIGNS = {
    Verdict.FOLLOWS: ("✓", "Follows"),
    Verdict.REFUTED: ("✗", "Refuted"),
    Verdict.OPEN: ("?", "Open"),
    Verdict.CONTRADICTORY: ("!", "Contradictory"),
}


def claim_mark(verdict: Verdict) -> Html:
    """A small mark with the verdict's sign and word."""
    sign, word = SIGNS[verdict]
    return mark(sign, word, verdict)


def mark(sign: str, word: str, kind: str) -> Html:
    """A small mark of a sign and a word."""
    shown = tag("span", sign, class_="kb-sign", aria_hidden="true")
    return tag("span", shown, word, class_=f"kb-mark kb-mark-{kind}")


def chip(word: str, kind: str = "plain") -> Html:
    """A quiet label, such as a term's kind or "inferred"."""
    return tag("span", word, class_=f"kb-chip kb-chip-{kind}")
