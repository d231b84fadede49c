"""Pages of what was retired: they say so at its address, with what took its place and why."""

from hornbook.addresses import record_address
from hornbook.kinds import Kind
from hornbook.language import say
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.history import history_html
from hornbook.pages.html import EMPTY, Html, join, say_html, tag
from hornbook.pages.page import Page


def retired_page(context: Context, kind: Kind, name: str, heir: str | None) -> GeneratedPage:
    """What stands where the record `name` stood; `heir` is the id of the record that took its place."""
    address = record_address(kind, name)
    page = Page(context, address)
    blocks: Blocks = [retired_html(page, kind, name, heir)]
    changes = [change for change in page.knowledge.changes if name in change.ids]
    if changes:
        blocks += [Heading(2, say("What changed"), "history"), history_html(page, changes)]
    return GeneratedPage(
        address=address,
        title=retired_title(name),
        description=say("The {kind} “{name}” was retired.", kind=say(kind.called), name=name),
        blocks=tuple(blocks),
        searched=False,
    )


def retired_title(name: str) -> str:
    """What stands above it."""
    return say("Retired: {name}", name=name)


def retired_html(page: Page, kind: Kind, name: str, heir: str | None) -> Html:
    """That it was retired, and what took its place."""
    words = say("The {kind} “{name}” was retired: this site no longer has it.", kind=say(kind.called), name=name)
    after = EMPTY if heir is None else tag("p", say_html("What took its place: {record}.", record=page.to(heir)))
    return join(tag("p", words), after)
