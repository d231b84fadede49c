"""The home page of a site whose owner wrote none: what the site is, how much it holds, and its lists."""

from hornbook.addresses import CODES, FIELDS, HOME, INDEXES, TERMS
from hornbook.kinds import TERM
from hornbook.language import say
from hornbook.pages.context import Context
from hornbook.pages.generated_page import GeneratedPage
from hornbook.pages.glance import glance_html
from hornbook.pages.html import EMPTY, join, say_html, tag
from hornbook.pages.neighbours import in_order
from hornbook.pages.page import Page

MOST_TERMS = 60
"""So many terms are named on the page; a longer list is A–Z's."""


def home_page(context: Context) -> GeneratedPage:
    """The page at `/`."""
    page = Page(context, HOME)
    glossary = page.knowledge.glossary
    terms = in_order(page.knowledge, TERM)
    names = tag("p", join(*(page.name(term.id, term.label) for term in terms), by=" · "))
    lists = [
        page.link(index.address, say(index.title))
        for index in INDEXES
        if index.exists(page.knowledge) and index.address not in {CODES, FIELDS, TERMS}
    ]
    return GeneratedPage(
        address=HOME,
        title=glossary.title,
        description=glossary.description,
        blocks=(
            tag("p", glossary.description, class_="kb-short"),
            glance_html(page),
            names if 0 < len(terms) <= MOST_TERMS else EMPTY,
            tag("p", say_html("Also here: {lists}", lists=join(*lists, by=" · "))) if lists else EMPTY,
        ),
    )
