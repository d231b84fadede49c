"""Embeds: what other people's pages show of this site: drawings, explorers, definitions, and claims with verdicts.

Each is made of the parts that its page on the site is made of; `pages.frameless` writes it as a page of its own.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from hornbook.addresses import (
    Anchored,
    can_be_embedded,
    claim_embed,
    embedded_claims,
    embedded_page,
    embedded_records,
    record_embed,
    retired_records,
    title_of_record,
)
from hornbook.kinds import JUDGEMENT, SHARED_CLAIM, VIEW, Kind
from hornbook.language import later, say
from hornbook.logic import UNSETTLED, Literal, Unsettled, Verdict
from hornbook.model import AnyClaim, Chain, Claim, EquivalenceClaim, Framework, Judgement, Scope, Term, View
from hornbook.pages.chain_pages import chain_figure
from hornbook.pages.claim_card import claim_card
from hornbook.pages.context import Context, Drawing
from hornbook.pages.disagreement_pages import put_to
from hornbook.pages.example_pages import asked_of_facts, judgement_card
from hornbook.pages.explorer import explorer_html
from hornbook.pages.html import EMPTY, Html, join, listing, say_html, tag
from hornbook.pages.page import Page
from hornbook.pages.previews import previews_html
from hornbook.pages.retired_page import retired_html, retired_title
from hornbook.pages.snippets import EXPLORER_HEIGHT
from hornbook.pages.term_page import lead_html
from hornbook.pages.term_senses import senses_html
from hornbook.pages.view_pages import view_figure
from hornbook.reasoning.outcomes import outcome_of
from hornbook.reasoning.sentences import capital, claim_in_words, implication_in_words, plain

_MOST = 200
"""So many implications of a framework stand in words beside its explorer."""
_BADGE_WORDS: Mapping[Verdict | Unsettled, str] = {
    Verdict.FOLLOWS: later("follows"),
    Verdict.REFUTED: later("the opposite follows"),
    Verdict.OPEN: later("does not follow"),
    Verdict.CONTRADICTORY: later("cannot hold together"),
    UNSETTLED: later("not settled"),
}
"""The verdicts as they stand behind a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What the badge of a claim says."""

    verdict: Verdict | Unsettled
    """Whose sign and colour it has."""
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """One embed: what it shows, and of which page."""

    address: str
    page: str
    """The page of the site that it is a part of, or a place on it."""
    title: str
    shown: Html
    height: int
    """About as many pixels as it needs in a column of 600; it tells its host how many it is."""
    senses: str | None = None
    """For a term: which of its sections are whose, as JSON, by framework, source and sense."""
    reasons: bool = False
    """Whether it needs the site's script: to explore, and to walk through a proof."""
    badge: Badge | None = None


def embeds(context: Context) -> list[tuple[str, Callable[[], Embed]]]:
    """What makes each embed of the site, with the page that it is a part of."""
    knowledge = context.knowledge
    records = (
        (
            embedded_page(kind, name),
            partial(_of_record, Page(context, record_embed(kind, name)), kind, knowledge.by_id(kind.declaration)[name]),
        )
        for kind, name in embedded_records(knowledge)
    )
    retired = (
        (embedded_page(kind, name), partial(_retired, Page(context, record_embed(kind, name)), kind, name, heir))
        for kind, name, heir in retired_records(knowledge)
        if can_be_embedded(knowledge, kind)
    )
    claims = (
        (embedded_page(kind, name), partial(embed_of_claim, context, kind, name, one))
        for kind, name, one in embedded_claims(knowledge)
    )
    return [*records, *retired, *claims]


def _of_record(page: Page, kind: Kind, record: View | Chain | Framework | Term) -> Embed:
    match record:
        case View():
            return _of_view(page, record)
        case Chain():
            height = diagram_height(page.drawings.chain(record.id, page.at))
            shown = _with_previews(page, join(_heard(record.title), chain_figure(page, record)))
            return _embed(page, kind, record, shown, height, reasons=True)
        case Framework():
            return _embed(page, kind, record, _explorer_of(page, record), EXPLORER_HEIGHT, reasons=True)
        case Term():
            senses = join(*senses_html(page.section(linked=[record.id]), record))
            shown = join(tag("h1", record.label), lead_html(page, record), senses)
            return _embed(page, kind, record, shown, term_height(record), senses=_whose_senses(record))


def _embed(  # noqa: PLR0913 - an embed has these
    page: Page,
    kind: Kind,
    record: View | Chain | Framework | Term,
    shown: Html,
    height: int,
    *,
    senses: str | None = None,
    reasons: bool = False,
) -> Embed:
    return Embed(
        address=page.at,
        page=embedded_page(kind, record.id),
        title=record.label if isinstance(record, Term) else title_of_record(kind, record),
        shown=shown,
        height=height,
        senses=senses,
        reasons=reasons,
    )


def _retired(page: Page, kind: Kind, name: str, heir: str | None) -> Embed:
    title = retired_title(name)
    shown = join(tag("h1", title), retired_html(page, kind, name, heir))
    return Embed(address=page.at, page=embedded_page(kind, name), title=title, shown=shown, height=200)


def _of_view(page: Page, view: View) -> Embed:
    """The figure, and the explorer, which a script puts in its place where it is asked for."""
    height = diagram_height(page.drawings.view(view.id, None, page.at, page.ids))
    link = tag("p", tag("a", say("Try what follows if …"), href="?explore"), class_="kb-try kb-with-script")
    shown = join(
        tag("div", _heard(view.title), view_figure(page, view), link, class_="kb-still"),
        tag("div", tag("h1", view.title), explorer_html(page, view.scope, Literal(view.goal)), class_="kb-tried"),
    )
    return _embed(page, VIEW, view, _with_previews(page, shown), height, reasons=True)


def _heard(title: str) -> Html:
    """A title for who does not see the caption that begins with it."""
    return tag("h1", title, class_="kb-heard")


def _explorer_of(page: Page, framework: Framework) -> Html:
    """The explorer of a framework; where no script runs, its implications in words."""
    names = page.names(framework.id)
    words = [page.sentence(implication_in_words(names, one)) for one in framework.all_implications[:_MOST]]
    without = say("The explorer needs JavaScript. These are the implications that it reasons with:")
    told = tag("div", tag("p", without), listing(words), class_="kb-without-script")
    title = tag("h1", say_html("What follows in {framework}", framework=framework.label))
    return _with_previews(page, join(title, told, explorer_html(page, Scope(framework.id), None)))


def _with_previews(page: Page, shown: Html) -> Html:
    return join(shown, previews_html(page.knowledge, shown, page.at) or EMPTY)


def _whose_senses(term: Term) -> str:
    """For each framework, source and sense of a term the ids of the sections that are its."""
    found: dict[str, list[str]] = {}
    for sense in term.senses:
        for name in dict.fromkeys(filter(None, (sense.framework, *(one.ref for one in sense.sources), sense.id))):
            found.setdefault(name, []).append(f"sense-{sense.id}")
    return json.dumps(found, separators=(",", ":"))


def diagram_height(drawing: Drawing) -> int:
    """About the height of a diagram's embed: the higher of its two widths, and what stands around it."""
    return max(drawing.normal.height, drawing.narrow.height) + 240


def term_height(term: Term) -> int:
    """About the height of a term's card: its texts in lines of so many letters, and what stands around each."""
    texts = [sense.text.plain_text(lambda target: target) for sense in term.senses]
    lines = sum(2 + len(text) // 70 for text in (term.short, *texts))
    return min(190 + 27 * lines + 70 * len(texts), 800)


def embed_of_claim(context: Context, kind: Kind, name: str, one: Anchored) -> Embed:
    """The embed of one claim of the record with this kind and id."""
    page = Page(context, claim_embed(name, one))
    record = page.knowledge.by_id(kind.declaration)[name]
    whose = tag("h1", page.link(embedded_page(kind, name), title_of_record(kind, record)), class_="kb-crumbs")
    if one.part is JUDGEMENT:
        scope = tag("p", page.in_framework(one.value.claim.scope.framework), class_="kb-whose")
        card = join(scope, judgement_card(page, name, one))
    else:
        card = claim_card(page, name, put_to(one) if one.part is SHARED_CLAIM else one)
    return replace(framed_claim(context, kind, name, one), shown=_with_previews(page, join(whose, card)))


def framed_claim(context: Context, kind: Kind, name: str, one: Anchored) -> Embed:
    """All that is said of the embed of a claim, without what it shows."""
    page = Page(context, claim_embed(name, one))
    one = put_to(one) if one.part is SHARED_CLAIM else one
    title, badge = _said(page, one.value)
    if one.part is JUDGEMENT:
        example = page.knowledge.examples[name].label
        title = say("{example}: {claim}", example=example, claim=title)
    claim = one.value.claim if one.part is JUDGEMENT else one.value
    return Embed(
        address=page.at,
        page=embedded_page(kind, name, one),
        title=title,
        shown=EMPTY,
        height=300 if isinstance(claim, Claim) else 200,
        reasons=True,
        badge=badge,
    )


def _said(page: Page, value: AnyClaim | Judgement) -> tuple[str, Badge]:
    """A claim in words, and what its badge says of it."""
    claim = value.claim if isinstance(value, Judgement) else value
    if isinstance(claim, Claim):
        verdict = outcome_of(page.reasoning, claim).answer.verdict
        if isinstance(value, Judgement):
            words = plain(asked_of_facts(page, claim))
        else:
            words = plain(capital(claim_in_words(page.reasoning.settings[claim.scope].names, claim)))
        return words, Badge(verdict=verdict, word=say(_BADGE_WORDS[verdict]))
    if isinstance(claim, EquivalenceClaim):
        first, second = (page.knowledge.views[view].title for view in claim.views)
        words = say("“{first}” and “{second}” say the same", first=first, second=second)
        if claim.holds:
            return words, Badge(verdict=Verdict.FOLLOWS, word=say("equivalent"))
        return words, Badge(verdict=Verdict.REFUTED, word=say("different"))
    meant, called = (page.knowledge.terms[term].name for term in (claim.term, claim.called))
    words = say("The author’s word for “{meant}” is “{called}”", meant=meant, called=called)
    return words, Badge(verdict=Verdict.FOLLOWS, word=say("recorded"))
