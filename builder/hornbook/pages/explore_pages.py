"""Pages for trying things out: each framework's implications, to be asked what follows if something holds."""

from dataclasses import replace

from hornbook.addresses import EXPLORE, explore_address, framework_address, relative, view_address
from hornbook.model import Framework, Scope
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.explorer import explorer_html
from hornbook.pages.html import Html, join, listing, tag
from hornbook.pages.sentence_html import sentence_html
from hornbook.reasoning.sentences import implication_in_words

_LEAD = (
    "Suppose that some things hold and others fail: what follows, why, and what would still be missing? Choose whose "
    "words you mean; one author’s implications never mix with another’s."
)
_WITHOUT = (
    "Marking things and seeing at once what follows takes JavaScript. The drawing, and the implications in words "
    "below it, say the same without."
)


def explore_index(context: Context) -> Document:
    """The page at `/explore/`: the explorer of the glossary's default framework."""
    framework = context.knowledge.frameworks[context.knowledge.glossary.framework]
    return replace(_page(context, framework, EXPLORE, "What follows if …"), searched=True)


def explore_page(context: Context, framework: Framework) -> Document:
    """The page at `/explore/ID/`."""
    return _page(context, framework, explore_address(Scope(framework.id)), f"What follows in {framework.label}")


def _page(context: Context, framework: Framework, at: str, title: str) -> Document:
    words = [
        sentence_html(implication_in_words(context.knowledge, framework, one), at) for one in framework.implications
    ]
    link = tag("a", framework.label, href=relative(at, framework_address(framework.id)))
    views = [view for view in context.knowledge.views.values() if view.framework == framework.id]
    drawn = [tag("a", view.title, href=relative(at, view_address(view.id))) for view in views]
    smaller = [" Its diagrams have explorers of their own: ", join(*drawn, by=", "), "."] if drawn else []
    return Document(
        address=at,
        title=title,
        description=f"Mark what holds and what fails in {framework.label}, and see what follows and why.",
        blocks=(
            tag("p", _LEAD),
            _frameworks(context, framework, at),
            tag("p", _WITHOUT, class_="kb-without-script"),
            explorer_html(context, Scope(framework.id), at, None),
            Heading(2, "Its implications in words", "implications"),
            tag("p", "In the vocabulary of ", link, ".", *smaller),
            listing(words),
        ),
        searched=False,  # whoever looks for a framework means its own page
        hide=("navigation", "toc"),
    )


def _frameworks(context: Context, chosen: Framework, at: str) -> Html:
    links = [
        tag(
            "a",
            one.label,
            href=relative(at, explore_address(Scope(one.id))),
            aria_current="true" if one.id == chosen.id else None,
        )
        for one in context.knowledge.frameworks.values()
        if one.implications
    ]
    return tag("nav", *links, class_="kb-tabs", aria_label="Whose words") if len(links) > 1 else join()
