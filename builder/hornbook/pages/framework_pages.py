"""Frameworks: one author's terms, implications, lists and tables, in words and as a diagram."""

from hornbook.addresses import COMPARISON, FRAMEWORKS, framework_address, relative, view_address
from hornbook.model import Choice, Fact, Framework, Term
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.framework_lists import framework_lists
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.marks import chip
from hornbook.pages.proofs import citation_html, implication_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.term_connections import term_link


def framework_index(context: Context) -> Document:
    """The page at `/frameworks/`."""
    cards = []
    for framework in context.knowledge.frameworks.values():
        link = tag("a", framework.label, href=relative(FRAMEWORKS, framework_address(framework.id)))
        terms, implications = len(_terms(context, framework)), len(framework.implications)
        counts = f"{terms} terms · {implications} implications"
        cards.append(
            tag(
                "div",
                tag("p", link, class_="kb-card-title"),
                tag("p", citation_html(context, framework.source, FRAMEWORKS)),
                tag("p", counts, class_="kb-facts"),
                class_="kb-card",
            )
        )
    lead = "A framework is one author’s vocabulary with its own implications. Frameworks are compared, never merged."
    compared: Html = EMPTY
    if len(cards) > 1:
        link = tag("a", "The frameworks compared", href=relative(FRAMEWORKS, COMPARISON))
        compared = tag("p", link, ": every question put to every one of them.")
    return Document(
        address=FRAMEWORKS,
        title="Frameworks",
        description="The authors whose vocabularies this knowledge base holds.",
        blocks=(tag("p", lead), compared, tag("div", *cards, class_="kb-cards")),
    )


def framework_page(context: Context, framework: Framework) -> Document:
    """The page at `/frameworks/ID/`."""
    at = framework_address(framework.id)
    section = Section(at, framework.id)
    blocks: list[Heading | Html] = [
        prose_html(context.knowledge, context.finder, framework.text, section),
        tag("p", "Source: ", citation_html(context, framework.source, at)),
    ]
    views = [view for view in context.knowledge.views.values() if view.framework == framework.id]
    if views:
        links = [tag("a", view.title, href=relative(at, view_address(view.id))) for view in views]
        blocks.append(tag("p", "Its diagrams: ", join(*links, by=", "), "."))
    chains = [chain for chain in context.knowledge.chains.values() if chain.framework == framework.id]
    if chains:
        links = [tag("a", chain.title, href=relative(at, view_address(chain.id))) for chain in chains]
        blocks.append(tag("p", "Its objectives in a row: ", join(*links, by=", "), "."))
    note = prose_html(context.knowledge, context.finder, framework.note, section)
    blocks.append(tag("div", note, class_="kb-note") if note else EMPTY)
    blocks += _implications(context, framework, at)
    blocks += framework_lists(context, framework, at)
    if framework.facts:
        blocks += [Heading(2, "Facts", "facts"), tag("p", _FACTS)]
        blocks.append(tag("dl", *(_fact(fact) for fact in framework.facts), class_="kb-values"))
    if framework.choices:
        blocks += [Heading(2, "Choices", "choices"), listing([_choice(choice) for choice in framework.choices])]
    blocks += _vocabulary(context, framework, at)
    return Document(
        address=at,
        title=framework.label,
        description=f"The vocabulary of {framework.label}: its terms and implications.",
        edit=f"glossary/frameworks/{framework.id}.yaml",
        blocks=tuple(blocks),
    )


_FACTS = "Things that can be true of a situation without being terms of the vocabulary:"


def _implications(context: Context, framework: Framework, at: str) -> list[Heading | Html]:
    if not framework.implications:
        return []
    blocks: list[Heading | Html] = [Heading(2, "Implications", "implications")]
    drawn = context.drawings.parts(framework, at)
    for number, (drawing, shown) in enumerate(drawn, 1):
        which = "Every implication" if len(drawn) == 1 else f"Implications, part {number} of {len(drawn)},"
        caption = f"{which} of {framework.label}. {LEGEND}"
        blocks.append(figure_html(context, drawing, framework, shown, at=at, caption=caption))
    section = Section(at, framework.id)
    items = [tag("li", implication_html(context, framework, one, section), id=one.id) for one in framework.implications]
    return [*blocks, tag("ul", *items, class_="kb-implications")]


def _fact(fact: Fact) -> Html:
    return join(
        tag("dt", fact.id, id=fact.id),
        tag("dd", f"True: {fact.holds}."),
        tag("dd", f"False: {fact.fails}."),
    )


def _choice(choice: Choice) -> Html:
    return tag("span", f"{choice.id}: at most one of {', '.join(choice.one_of)}.", id=choice.id)


def _vocabulary(context: Context, framework: Framework, at: str) -> list[Heading | Html]:
    rows = []
    for term in _terms(context, framework):
        said_of = next((sense.of for sense in term.senses if sense.framework == framework.id and sense.of), None)
        name = tag("th", term_link(context, term.id, at), scope="row")
        cells = (tag("td", chip(term.kind)), tag("td", (said_of or "—")), tag("td", term.short))
        rows.append(tag("tr", name, *cells))
    if not rows:
        return []
    titles = ("Term", "Kind", "Said of", "In short")
    head = tag("thead", tag("tr", *(tag("th", title, scope="col") for title in titles)))
    table = tag("table", head, tag("tbody", *rows))
    return [Heading(2, "Terms", "terms"), tag("div", table, class_="kb-scroll")]


def _terms(context: Context, framework: Framework) -> list[Term]:
    """The terms that the framework gives a sense."""
    terms = context.knowledge.terms.values()
    return [term for term in terms if any(sense.framework == framework.id for sense in term.senses)]
