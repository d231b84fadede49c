"""Presuppositions on a claim's card: whether its words apply, and what follows where they do."""

from collections.abc import Sequence

from hornbook.language import say
from hornbook.model import Implication
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.page import Page
from hornbook.pages.proofs import proof_html, proof_title
from hornbook.reasoning.outcomes import Outcome
from hornbook.reasoning.presuppositions import Standing, presupposed_in_words
from hornbook.reasoning.scopes import Setting


def presupposition_html(
    page: Page, setting: Setting, outcome: Outcome, name: str, shown: Sequence[Implication] | None
) -> Html:
    """What the words of a question presuppose, where what is given does not grant it, with the proof of what is said.

    `name` is unique on the page; `shown` are the implications of the drawing of a proof.
    """
    found = outcome.presupposed
    said = presupposed_in_words(setting, outcome.answer, found)
    if not said:
        return EMPTY
    proof, title = found.proof, say("Why")
    if found.standing is Standing.UNSETTLED and found.answer is not None:
        proof, title = found.answer.proof, say("The proof where the words apply")
    sentence = tag("p", page.sentence(said), class_="kb-applies")
    if proof is None:
        return sentence
    body = proof_html(page, setting, proof, f"{name}--applies", shown)
    return join(sentence, tag("details", tag("summary", proof_title(proof, title)), body, class_="kb-certificate"))
