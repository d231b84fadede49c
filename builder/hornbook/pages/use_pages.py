"""Pages that say how to show a diagram, a definition or the claims of a record elsewhere: a section for each place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from hornbook.addresses import (
    BADGE,
    PREVIEWS,
    VIEWS,
    Anchored,
    claim_embed,
    claims_use,
    drawing_name,
    embedded_claims,
    embedded_page,
    explore_address,
    framework_address,
    framework_drawings,
    question_at,
    record_embed,
    term_address,
    title_of,
    title_of_record,
    usable_records,
    use_address,
    view_address,
)
from hornbook.kinds import FRAMEWORK, TERM, VIEW, Kind
from hornbook.language import later, say
from hornbook.model import Chain, Framework, KnowledgeBase, Scope, Term, View
from hornbook.pages.context import Context, Drawing
from hornbook.pages.embeds import diagram_height, framed_claim, term_height
from hornbook.pages.html import EMPTY, Html, join, listing, say_html, tag, text_kept
from hornbook.pages.page import Page
from hornbook.pages.proof_links import proof_links
from hornbook.pages.snippets import (
    EXPLORER_HEIGHT,
    Drawn,
    Shown,
    Snippet,
    of_drawing,
    of_embed,
    of_picture,
    small_on_phones,
)
from hornbook.pages.whose import whose
from hornbook.pages.word_snippets import Claimed, Defined, Quoted, of_claim, of_term
from hornbook.reasoning.ideas import named_by_sources

_LEAD = later(
    "Each text below is complete: it has the credit, and whatever it takes for those who do not see pictures."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsePage:
    """One such page."""

    address: str
    page: str
    """The page of the site that it is about."""
    title: str
    shown: Html


def use_pages(context: Context) -> list[tuple[str, Callable[[], UsePage]]]:
    """What makes each of these pages, with the page that it is about."""
    records = (
        (embedded_page(kind, name), partial(_of_record, context, kind, name))
        for kind, name in usable_records(context.knowledge)
    )
    claims = (
        (embedded_page(kind, name), partial(_of_claims, context, kind, name, [one for _, _, one in found]))
        for (kind, name), found in groupby(embedded_claims(context.knowledge), key=lambda one: one[:2])
    )
    return [*records, *claims]


def _of_record(context: Context, kind: Kind, name: str) -> UsePage:
    record = context.knowledge.by_id(kind.declaration)[name]
    page = Page(context, use_address(kind, name))
    if kind is FRAMEWORK:
        return _of_framework(page, record)
    snippets = of_term(defined(page, record)) if kind is TERM else of_drawing(drawn(page, record))
    title = record.label if kind is TERM else title_of_record(kind, record)
    return _use_page(page, embedded_page(kind, name), title, join(_contents(snippets), *_sections(snippets)))


def _of_framework(page: Page, framework: Framework) -> UsePage:
    """Its explorer, and what draws its implications: a drawing or several."""
    shown, parts = _explored(page, framework), _drawn_parts(page, framework)
    if len(parts) == 1:
        snippets = [*of_picture(*parts.values()), *of_embed(shown)]
        body = join(_contents(snippets), *_sections(snippets))
    else:
        embed = of_embed(shown)
        links = [tag("a", part.title, href=f"#{anchor}") for anchor, part in parts.items()]
        drawings = (
            tag("section", tag("h2", part.title, id=anchor), *_sections(of_picture(part), f"{anchor}-", "h3"))
            for anchor, part in parts.items()
        )
        body = join(_contents(embed), listing(links) if links else EMPTY, *_sections(embed), *drawings)
    small = small_on_phones(parts.values())
    body = join(tag("p", small) if small else EMPTY, body)
    return _use_page(page, embedded_page(FRAMEWORK, framework.id), framework.label, body)


def _explored(page: Page, framework: Framework) -> Shown:
    embed = record_embed(FRAMEWORK, framework.id)
    said = _from(page.knowledge, framework.label, explore_address(Scope(framework.id)), embed)
    title = say("What follows in {framework}", framework=framework.label)
    return Shown(title=title, height=EXPLORER_HEIGHT, **said, explorer=said["embed"])


def _drawn_parts(page: Page, framework: Framework) -> dict[str, Drawn]:
    """Its drawings by the names of their files; none where it is not drawn whole."""
    if not framework_drawings(framework):
        return {}
    said = _from(page.knowledge, framework.label, framework_address(framework.id), use_address(FRAMEWORK, framework.id))
    parts = page.drawings.parts(framework, framework.all_implications, page.at)
    return {name: _drawn(page, made, name, said) for made, shown in parts if (name := drawing_name(framework, shown))}


def _of_claims(context: Context, kind: Kind, name: str, places: Sequence[Anchored]) -> UsePage:
    page = Page(context, claims_use(name))
    title = title_of_record(kind, context.knowledge.by_id(kind.declaration)[name])
    claims = [(one, claimed(context, kind, name, one)) for one in places]
    contents = listing([tag("a", claim.title, href=f"#{one.anchor}") for one, claim in claims])
    sections = (
        tag(
            "section",
            tag("h2", claim.title, id=one.anchor),
            *_sections(of_claim(claim), f"{one.anchor}-", "h3"),
            _to_check(page, one),
        )
        for one, claim in claims
    )
    return _use_page(page, embedded_page(kind, name), title, join(contents, *sections))


def _to_check(page: Page, place: Anchored) -> Html:
    """The files with which others check a claim."""
    claim = question_at(place)
    links = EMPTY if claim is None else proof_links(page, claim)
    if links == EMPTY:
        return EMPTY
    return tag("section", tag("h3", say("Check it with another program"), id=f"{place.anchor}-check"), links)


def _use_page(page: Page, about: str, title: str, body: Html) -> UsePage:
    message = later("Use “{title}” elsewhere")
    head = tag("h1", say_html(message, title=page.link(about, title)))
    return UsePage(
        address=page.at, page=about, title=say(message, title=title), shown=join(head, tag("p", say(_LEAD)), body)
    )


def _contents(snippets: Sequence[Snippet]) -> Html:
    links = (tag("a", one.where, href=f"#{one.id}") for one in snippets)
    return tag("nav", tag("p", join(*links, by=" · ")), aria_label=say("Places"))


def _sections(snippets: Sequence[Snippet], before: str = "", heading: str = "h2") -> list[Html]:
    return [
        tag(
            "section",
            tag(heading, one.where, id=f"{before}{one.id}"),
            tag("p", one.words),
            tag(
                "pre",
                tag("code", text_kept(one.code)),
                class_="kb-snippet",
                tabindex="0",
                role="group",
                aria_label=one.where,
            ),
        )
        for one in snippets
    ]


def drawn(page: Page, record: View | Chain) -> Drawn:
    """A view or a chain as snippets show it."""
    knowledge, is_view = page.knowledge, isinstance(record, View)
    made = page.drawings.view(record.id, None, page.at, "") if is_view else page.drawings.chain(record.id, page.at)
    author = knowledge.frameworks[record.framework].label
    said = _from(knowledge, author, view_address(record.id), record_embed(VIEW, record.id))
    shown = replace(_drawn(page, made, record.id, said), title=record.title)
    return replace(shown, explorer=f"{shown.embed}?explore") if is_view else shown


def _drawn(page: Page, made: Drawing, name: str, said: dict[str, str]) -> Drawn:
    """A drawing by the name of its files."""
    start, site = f"{VIEWS}{name}.", page.knowledge.glossary.site_url
    return Drawn(
        title=made.normal.title,
        height=diagram_height(made),
        **said,
        name=name,
        description=made.description,
        width=made.normal.width,
        narrow=made.narrow.width,
        files={file.removeprefix(start): site + file for file in page.drawings.files(name)},
        texts=dict(page.drawings.texts(name)),
    )


def defined(page: Page, term: Term) -> Defined:
    """A term as snippets show it."""
    knowledge = page.knowledge
    site = knowledge.glossary.site_url
    here = f"{site}{term_address(term.id)}"
    senses = [
        Quoted(
            f"sense-{sense.id}",
            sense.text.plain_text(partial(title_of, knowledge)),
            named_by_sources(knowledge, sense),
            f"{here}#sense-{sense.id}",
        )
        for sense in term.senses
    ]
    whose_words = whose(knowledge, term)
    return Defined(
        title=term.label,
        height=term_height(term),
        **_from(knowledge, whose_words, term_address(term.id), record_embed(TERM, term.id)),
        name=term.id,
        previews=f"{site}{PREVIEWS}",
        short=Quoted("quote", term.short, whose_words, here),
        senses=senses,
        date=str(knowledge.changes[0].date) if knowledge.changes else None,
    )


def claimed(context: Context, kind: Kind, name: str, one: Anchored) -> Claimed:
    """A claim as snippets show it."""
    embed = framed_claim(context, kind, name, one)
    assert embed.badge is not None
    knowledge = context.knowledge
    record = title_of_record(kind, knowledge.by_id(kind.declaration)[name])
    return Claimed(
        title=embed.title,
        height=embed.height,
        **_from(knowledge, record, embed.page, embed.address),
        badge=f"{knowledge.glossary.site_url}{claim_embed(name, one)}{BADGE}",
        verdict=embed.badge.word,
    )


def _from(knowledge: KnowledgeBase, author: str, page: str, embed: str) -> dict[str, str]:
    """Whose it is and where it comes from, with whole addresses."""
    glossary = knowledge.glossary
    return {
        "author": author,
        "publisher": glossary.title,
        "licence": str(glossary.licence),
        "page": glossary.site_url + page,
        "embed": glossary.site_url + embed,
    }
