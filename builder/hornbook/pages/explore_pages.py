"""Pages for trying things out: each framework's implications, to be asked what follows if something holds."""

from dataclasses import replace

from hornbook.addresses import EXPLORE, FRAMEWORKS, explore_address, is_large, use_if_any
from hornbook.kinds import FRAMEWORK
from hornbook.language import later, say, say_many
from hornbook.model import Framework, Scope
from hornbook.pages.cards import card, cards
from hornbook.pages.context import Context
from hornbook.pages.example_table import example_table
from hornbook.pages.explorer import explorer_html, in_order
from hornbook.pages.generated_page import GeneratedPage, Heading
from hornbook.pages.html import Html, join, listing, say_html, say_many_html, tag
from hornbook.pages.marks import use_paragraph
from hornbook.pages.page import Page
from hornbook.reasoning.sentences import implication_in_words

_LEAD = later(
    "Suppose that some properties hold and others fail: what follows, why, and what would still be missing? Choose a "
    "framework; the implications of different frameworks are never mixed."
)
_WITHOUT = later(
    "The explorer needs JavaScript. The diagram, the examples and the implications in words are shown without it."
)
_USE = later(": this explorer on a page of yours.")
_MOST_TABS = 30
_MOST = 60
"""So many implications stand here in words; all of them stand on the framework's own page."""


def explore_index(context: Context) -> GeneratedPage:
    """The page at `/explore/`: the explorer of the glossary's default framework, or where the explorers are."""
    default = context.knowledge.glossary.framework
    assert default is not None, "where there are frameworks, one is the default"
    framework = context.knowledge.frameworks[default]
    page = Page(context, EXPLORE)
    title = say("What follows if …")
    if is_large(framework):
        return _index(page, title)
    return replace(_page(page, framework, title), searched=True)


def _index(page: Page, title: str) -> GeneratedPage:
    """Where the explorers stand; one that is fetched from a file is not written twice."""
    explorable = [one for one in page.knowledge.frameworks.values() if one.all_implications]
    links = [page.link(explore_address(Scope(one.id)), one.label) for one in explorable]
    counts = map(_counts, explorable)
    shown = [card(link, tag("p", count, class_="kb-facts")) for link, count in zip(links, counts, strict=True)]
    return GeneratedPage(
        address=page.at,
        title=title,
        description=say("Mark what holds and what fails, and see what follows and why."),
        blocks=(tag("p", say(_LEAD)), cards(*shown)),
    )


def _counts(framework: Framework) -> str:
    """How much there is to ask."""
    atoms, known = len(framework.atoms), len(framework.all_implications)
    properties = say_many("{count} property", "{count} properties", atoms, count=f"{atoms:,}")
    implications = say_many("{count} implication", "{count} implications", known, count=f"{known:,}")
    return f"{properties}, {implications}"


def explore_page(context: Context, framework: Framework) -> GeneratedPage:
    """The page at `/explore/ID/`."""
    page = Page(context, explore_address(Scope(framework.id)))
    return _page(page, framework, say("What follows in {framework}", framework=framework.label))


def _page(page: Page, framework: Framework, title: str) -> GeneratedPage:
    names, setting = page.names(framework.id), page.reasoning.framework(framework.id)
    words = [page.sentence(implication_in_words(names, one)) for one in framework.all_implications[:_MOST]]
    left = len(framework.all_implications) - len(words)
    if left:
        words.append(
            say_many_html(
                "{count} more is listed with its sources in {framework}.",
                "{count} more are listed with their sources in {framework}.",
                left,
                framework=page.to(framework.id),
            )
        )
    drawn = [page.to(view.id) for view in page.knowledge.views.values() if view.framework == framework.id]
    smaller = say_html("Each of its diagrams has its own explorer: {diagrams}.", diagrams=join(*drawn, by=", "))
    more = [" ", smaller] if drawn else []
    return GeneratedPage(
        address=page.at,
        title=title,
        description=say(
            "Mark what holds and what fails in {framework}, and see what follows and why.", framework=framework.label
        ),
        blocks=(
            tag("p", say(_LEAD)),
            _frameworks(page, framework),
            tag("p", say(_WITHOUT), class_="kb-without-script"),
            explorer_html(page, Scope(framework.id), None),
            _use(page, framework),
            *example_table(page, setting, in_order(setting)),
            Heading(2, say("The implications in words"), "implications"),
            tag("p", say_html("In the framework of {framework}.", framework=page.to(framework.id)), *more),
            listing(words),
        ),
        searched=False,  # whoever looks for a framework means its own page
        hide=("navigation", "toc"),
    )


def _use(page: Page, framework: Framework) -> Html:
    """How to show its explorer elsewhere; nothing of one that implies nothing."""
    use = use_if_any(page.knowledge, FRAMEWORK, framework.id, "#explorer")
    return use_paragraph(page.at, use, say("this explorer"), say(_USE))


def _frameworks(page: Page, chosen: Framework) -> Html:
    explorable = [one for one in page.knowledge.frameworks.values() if one.all_implications]
    if len(explorable) > _MOST_TABS:
        # Words: frameworks
        return tag("p", say_html("Other frameworks: {all}.", all=page.link(FRAMEWORKS, say("all of them"))))
    links = [
        page.link(explore_address(Scope(one.id)), one.label, aria_current="true" if one.id == chosen.id else None)
        for one in explorable
    ]
    return tag("nav", *links, class_="kb-tabs", aria_label=say("Framework")) if len(links) > 1 else join()
