"""The knowledge base at a glance: how much it holds, and how many of its claims came out how."""

from collections import Counter

from hornbook.kinds import KINDS
from hornbook.language import later, say, say_many
from hornbook.logic import Verdict
from hornbook.model import Claim
from hornbook.model.contents import every_claim
from hornbook.pages.html import EMPTY, Html, say_many_html, tag
from hornbook.pages.marks import mark
from hornbook.pages.page import Page
from hornbook.reasoning.verdicts import VERDICT_WORDS

_CHECKED = later(
    "The verdict of each was computed when this site was built. If one differed from what a page states, the site "
    "would not have been built. The verdicts:"
)


def glance_html(page: Page) -> Html:
    """What a page shows in place of `![[index]]`; it stands in for the whole site, so every number leads somewhere."""
    knowledge = page.knowledge
    tiles = (
        (len(knowledge.records(kind.declaration)), *kind.counted, kind.index)
        for kind in KINDS
        if kind.counted is not None
    )
    counted = [
        page.link(address, say_many_html(one, many, number, count=tag("strong", f"{number:,}")))
        for number, one, many, address in tiles
        if number
    ]
    claims = [claim for claim in every_claim(knowledge) if isinstance(claim, Claim)]
    verdicts = Counter(claim.verdict for claim in claims)
    marks = [
        mark(verdict, f"{say(VERDICT_WORDS[verdict].word)}: {verdicts[verdict]:,}")
        for verdict in Verdict
        if verdicts[verdict]
    ]
    number = say_many("{count} claim checked.", "{count} claims checked.", len(claims), count=f"{len(claims):,}")
    checked = tag("p", tag("strong", number, " "), say(_CHECKED))
    return tag(
        "div",
        tag("p", *counted, class_="kb-tiles"),
        checked if claims else EMPTY,
        tag("p", *marks, class_="kb-facts") if claims else EMPTY,
        class_="kb-glance",
    )
