"""Pages of what was retired: they say so at its address, with what took its place and why."""

from hornbook.addresses import record_address
from hornbook.kinds import Kind
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.history import history_html
from hornbook.pages.html import tag
from hornbook.pages.page import Page


def retired_page(context: Context, kind: Kind, name: str, heir: str | None) -> GeneratedPage:
    """What stands where the record `name` stood; `heir` is the id of the record that took its place."""
    address = record_address(kind, name)
    page = Page(context, address)
    blocks: Blocks = [tag("p", f"The {kind.called} “{name}” was retired: this site no longer has it.")]
    if heir is not None:
        blocks.append(tag("p", "What took its place: ", page.to(heir), "."))
    changes = [change for change in page.knowledge.changes if name in change.ids]
    if changes:
        blocks += [Heading(2, "What changed", "history"), history_html(page, changes)]
    return GeneratedPage(
        address=address,
        title=f"Retired: {name}",
        description=f"The {kind.called} “{name}” was retired.",
        blocks=tuple(blocks),
        searched=False,
    )
