"""The knowledge base at a glance: how much it holds, and how many of its claims came out how."""

from collections import Counter

from hornbook.addresses import relative
from hornbook.kinds import KINDS
from hornbook.logic import Verdict
from hornbook.model import Claim
from hornbook.model.contents import every_claim
from hornbook.pages.context import Context
from hornbook.pages.html import Html, join, tag, text
from hornbook.pages.marks import SIGNS, mark

_CHECKED = (
    "Each states a verdict, which was computed again when this site was built. Had one come out otherwise, there would "
    "be no site. The verdicts:"
)


def glance_html(context: Context, at: str) -> Html:
    """What a page shows in place of `![[index]]`; it stands in for the whole site, so every number leads somewhere."""
    knowledge = context.knowledge
    tiles = (
        (len(knowledge.records(kind.declaration)), *kind.counted, kind.index)
        for kind in KINDS
        if kind.counted is not None
    )
    counted = [
        tag(
            "a",
            tag("strong", text(f"{number:,}")),
            text(f" {one if number == 1 else many}"),
            href=relative(at, address),
        )
        for number, one, many, address in tiles
        if number
    ]
    claims = [claim for claim in every_claim(knowledge) if isinstance(claim, Claim)]
    verdicts = Counter(claim.verdict for claim in claims)
    marks = [
        mark(SIGNS[verdict][0], f"{verdicts[verdict]:,} {verdict}", verdict) for verdict in Verdict if verdicts[verdict]
    ]
    checked = tag("p", tag("strong", text(f"{len(claims):,} claims checked. ")), text(_CHECKED))
    return tag(
        "div",
        tag("p", *counted, class_="kb-tiles"),
        checked if claims else join(),
        tag("p", *marks, class_="kb-facts") if claims else join(),
        class_="kb-glance",
    )
