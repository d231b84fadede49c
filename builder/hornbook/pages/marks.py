"""Marks: a verdict as a sign and a word, told apart without colour; other short labels."""

from collections.abc import Iterable

from hornbook.addresses import relative
from hornbook.language import later, say
from hornbook.logic import Unsettled, Verdict
from hornbook.model import TermKind
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.reasoning.sentences import value_words
from hornbook.reasoning.verdicts import VERDICT_WORDS


def mark(verdict: Verdict | Unsettled, words: str | None = None) -> Html:
    """A small mark with the verdict's sign and its word, or other words."""
    of_verdict = VERDICT_WORDS[verdict]
    return tag("span", sign_html(of_verdict.sign), words or say(of_verdict.word), class_=f"kb-mark kb-mark-{verdict}")


def sign_mark(verdict: Verdict) -> Html:
    """The sign of a verdict alone, for running text; its word is there for those who ask, or do not see it."""
    of_verdict = VERDICT_WORDS[verdict]
    shown, word = f"kb-mark kb-mark-{verdict}", say(of_verdict.word)
    return tag("span", of_verdict.sign, class_=shown, role="img", aria_label=word, title=word)


def equivalence_mark(*, holds: bool) -> Html:
    """Whether two things say the same."""
    return mark(Verdict.FOLLOWS, say("Equivalent")) if holds else mark(Verdict.REFUTED, say("Different"))


NOT_APPLYING = later("does not apply")
"""What stands in place of a value where a word has no application."""


def sign_html(sign: str) -> Html:
    """A sign for the eye; words beside it say the same."""
    return tag("span", sign, class_="kb-sign", aria_hidden="true")


def value_sign(*, holds: bool) -> Html:
    """The sign of something that holds, or that fails."""
    return sign_html("✓" if holds else "✗")


def value_cell(kind: TermKind | None, *, holds: bool | None, doubt: str = "") -> Html:
    """The cell of a table that says what is so of an atom: a term of a kind, or a fact; None: it does not apply.

    A failure that occurs is no success: it has neither sign nor colour.
    """
    if holds is None:
        return tag("td", say(NOT_APPLYING), class_="kb-cannot")
    word = value_words(kind)[not holds] + doubt
    if kind is TermKind.FAILURE:
        return tag("td", word, class_="kb-occurs" if holds else "kb-fails")
    return tag("td", value_sign(holds=holds), f" {word}", class_="kb-holds" if holds else "kb-fails")


def dash(why: str) -> Html:
    """What stands where there is nothing to say, with the reason for those who ask."""
    return tag("span", "–", class_="kb-cannot", role="img", aria_label=why, title=why)


def chip(word: str, kind: str = "plain") -> Html:
    """A quiet label, such as a term's kind or "inferred"."""
    return tag("span", word, class_=f"kb-chip kb-chip-{kind}")


def permalink(anchor: str, what: str) -> Html:
    """A small link from a part of the page to its own address, which readers can copy."""
    # Words: "this claim", "this row"
    words = say("Link to {what}", what=what)
    return tag("a", sign_html("#"), href=f"#{anchor}", class_="kb-permalink", aria_label=words, title=words)


def use_link(at: str, use: str | None, what: str) -> Html:
    """A small link from a part of a page to how to show it elsewhere; nothing where that is said nowhere."""
    if use is None:
        return EMPTY
    # Words: "this claim", "this diagram", "this explorer", "this term"; first what the link says that is seen
    words = say("Use this: Use {what} elsewhere", what=what)
    attributes = {"class_": "kb-use", "aria_label": words, "data_search_exclude": ""}
    return tag("a", say("Use this"), href=relative(at, use), **attributes)


def use_paragraph(at: str, use: str | None, what: str, after: str = "") -> Html:
    """The same in a line of its own, with words behind it."""
    if use is None:
        return EMPTY
    return tag("p", use_link(at, use, what), after, data_search_exclude="")


def former_place(anchor: str | None) -> Html:
    """Nothing to see: the place that an earlier address leads to."""
    return tag("span", id=anchor, class_="kb-former") if anchor else EMPTY


def former_places(was: Iterable[str]) -> Html:
    """Likewise, those of the ids that something had before."""
    return join(*map(former_place, was))
