"""Pages of the parts of a view that is too large for one drawing."""

from collections.abc import Iterable

from hornbook.addresses import VIEWS, Divided, divided, view_part_address
from hornbook.language import later, say
from hornbook.model import View
from hornbook.pages.context import Context
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.generated_page import GeneratedPage, Heading
from hornbook.pages.html import Html, join, say_html, tag
from hornbook.pages.neighbours import crumbs
from hornbook.pages.page import Page
from hornbook.pages.view_pages import reasons_html, view_description
from hornbook.reasoning.view_parts import lines_between, part_name


def view_part_page(context: Context, view: View, number: int) -> GeneratedPage:
    """The page at `/diagrams/ID/part/N/`: one part of a view that is too large for one drawing."""
    page = Page(context, view_part_address(view.id, number), view.framework)
    whole, names = divided(page.knowledge, view), page.names(view.framework)
    assert whole is not None, "only a view that is divided has parts"
    part = whole.parts[number - 1]
    name = part_name(names, part)
    caption = say("{title}. {legend}", title=name, legend=say(LEGEND))
    return GeneratedPage(
        address=page.at,
        title=say("{view}: {part}", view=view.title, part=name),
        description=view_description(page, view),
        edit=view.place,
        above=crumbs(page.link(VIEWS, say("Diagrams")), page.to(view.id)),
        blocks=(
            figure_html(page, page.drawings.view_part(view.id, number, page.at), names, part.implications, caption),
            _beside(page, view, whole, number),
            Heading(2, say("Its implications"), "implications"),
            reasons_html(page, view, part.implications),
        ),
    )


def _beside(page: Page, view: View, whole: Divided, number: int) -> Html:
    """Links to the parts whose conclusions are premises here, and to those whose premises are concluded here."""
    names, between = page.names(view.framework), sorted(lines_between(whole))

    def links(numbers: Iterable[int]) -> Html:
        shown = (page.link(view_part_address(view.id, one), part_name(names, whole.parts[one - 1])) for one in numbers)
        return join(*shown, by=", ")

    lists = (
        (_GIVING, [one for one, other in between if other == number]),
        (_USING, [other for one, other in between if one == number]),
    )
    return join(*(tag("p", say_html(message, parts=links(numbers))) for message, numbers in lists if numbers))


_GIVING = later("Premises here are concluded in: {parts}.")
_USING = later("What is concluded here is a premise in: {parts}.")
