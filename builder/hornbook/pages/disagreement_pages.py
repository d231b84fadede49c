"""Disagreements: what each author holds, with the claims that can decide it put to every framework."""

from collections import Counter
from dataclasses import replace

from hornbook.addresses import (
    COMPARISON,
    DISAGREEMENTS,
    disagreement_address,
    framework_address,
    relative,
)
from hornbook.model import Claim, Disagreement, Evidence, Position, Scope
from hornbook.pages.claim_card import claim_card, marks_of
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.marks import chip
from hornbook.pages.proofs import citation_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.verdict_table import LEGEND, Row, verdict_table
from hornbook.reasoning.comparison import answers_to, asked

Blocks = list[Heading | Html]


def disagreement_index(context: Context) -> Document:
    """The page at `/disagreements/`."""
    disagreements = context.knowledge.disagreements.values()
    link = tag("a", "compared", href=relative(DISAGREEMENTS, COMPARISON))
    lead = f"{len(disagreements)} things on which the sources differ, or words that they use for different things. "
    return Document(
        address=DISAGREEMENTS,
        title="Disagreements",
        description="Where the sources disagree, and what each of them holds.",
        blocks=(
            tag(
                "p",
                lead + "Where claims can decide one, they are computed. All questions side by side: frameworks ",
                link,
                ".",
            )
            if len(context.knowledge.frameworks) > 1
            else tag("p", lead),
            tag("div", *(_card(context, one) for one in disagreements), class_="kb-cards"),
        ),
    )


def disagreement_page(context: Context, disagreement: Disagreement) -> Document:
    """The page at `/disagreements/ID/`."""
    at = disagreement_address(disagreement.id)
    words = prose_html(context.knowledge, context.finder, disagreement.text, Section(at))
    return Document(
        address=at,
        title=disagreement.question,
        description=disagreement.short,
        edit=f"glossary/disagreements/{disagreement.id}.yaml",
        blocks=(
            tag("p", disagreement.short, class_="kb-short"),
            words,
            Heading(2, "Who holds what", "positions"),
            *_positions(context, disagreement, at),
            *_shared(context, disagreement, at),
        ),
    )


def _card(context: Context, one: Disagreement) -> Html:
    labels = dict.fromkeys(context.knowledge.frameworks[position.framework].label for position in one.positions)
    claims = [claim for position in one.positions for claim in position.claims]
    return tag(
        "div",
        tag(
            "p",
            tag("a", one.question, href=relative(DISAGREEMENTS, disagreement_address(one.id))),
            class_="kb-card-title",
        ),
        tag("p", one.short),
        tag("p", " · ".join(labels), class_="kb-source"),
        tag("p", *marks_of((*one.claims, *claims)), class_="kb-facts"),
        class_="kb-card",
    )


def _positions(context: Context, disagreement: Disagreement, at: str) -> Blocks:
    """Each position under the name of its framework; the second of one framework has a number in its anchor."""
    blocks: Blocks = []
    seen: Counter[str] = Counter()
    for position in disagreement.positions:
        seen[position.framework] += 1
        number = f"-{seen[position.framework]}" if seen[position.framework] > 1 else ""
        anchor = f"position-{position.framework}{number}"
        blocks.append(_position(context, position, at, anchor))
        blocks += [claim_card(context, claim, at, f"{anchor}-claim-{n}") for n, claim in enumerate(position.claims, 1)]
    return blocks


def _position(context: Context, position: Position, at: str, anchor: str) -> Html:
    framework = context.knowledge.frameworks[position.framework]
    head = [
        tag("a", framework.label, href=relative(at, framework_address(framework.id)), class_="kb-framework"),
        tag("span", citation_html(context, position.source, at), class_="kb-source"),
    ]
    if position.evidence is Evidence.INFERRED:
        head.insert(1, chip("inferred", "inferred"))
    return tag(
        "section",
        tag("p", join(*head, by=" "), class_="kb-sense-head"),
        prose_html(context.knowledge, context.finder, position.says, Section(at, framework.id)),
        class_="kb-sense kb-position",
        id=anchor,
    )


def _shared(context: Context, disagreement: Disagreement, at: str) -> Blocks:
    if not disagreement.claims:
        return []
    rows = [
        Row(claim=claim, answers=answers_to(context.reasoning, asked(claim)), anchor=f"claim-{number}")
        for number, claim in enumerate(disagreement.claims, 1)
    ]
    return [
        Heading(2, "The same question to every framework", "claims"),
        tag("p", f"Computed from each author’s implications alone. {LEGEND}"),
        verdict_table(context, rows, at),
        *(_why(context, row, number, at) for number, row in enumerate(rows, 1)),
    ]


def _why(context: Context, row: Row, number: int, at: str) -> Html:
    """The claim in every framework that can be asked, with its proof or its models, folded up."""
    note = prose_html(context.knowledge, context.finder, row.claim.note, Section(at))
    cards = [
        claim_card(context, _put_to(row.claim, framework), at, f"claim-{number}-in-{framework}")
        for framework, answer in row.answers.items()
        if answer is not None
    ]
    shown = tag("div", note, class_="kb-note") if note else EMPTY
    title = "Why, framework by framework" if len(row.answers) > 1 else "Why"
    title += f": question {number}"
    return join(shown, tag("details", tag("summary", title), *cards, class_="kb-words"))


def _put_to(claim: Claim, framework: str) -> Claim:
    """The same question in another framework; what is stated of the first one's verdict is left out."""
    return replace(claim, scope=Scope(framework), missing=None, among=None, note=None)
