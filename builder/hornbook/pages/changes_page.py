"""The page at `/changes/`: what changed in the vocabulary, the newest first, and who contributed."""

from itertools import groupby

from hornbook.addresses import CHANGES, FEED, record_address, retired_records, title_of_record
from hornbook.kinds import LINKED
from hornbook.language import say, say_many
from hornbook.model import Change, DataForm
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.history import contributor_html, contributors_of, credit_html
from hornbook.pages.html import EMPTY, Html, folded, join, listing, tag
from hornbook.pages.page import Page

_FEW = 4
"""So many records of a change stand there at once; more are folded up."""


def changes_page(context: Context) -> GeneratedPage:
    """Every change under its day, with what it concerns; then everybody who is named, with what they contributed to."""
    page = Page(context, CHANGES)
    changes = page.knowledge.changes
    titles = _titles(page)
    newest = say_many("{count} change, the newest first.", "{count} changes, the newest first.", len(changes))
    each = say("Each says what changed and why.")
    has_feed = DataForm.FEED in page.knowledge.glossary.outputs.data
    feed = join(" ", page.link(FEED, say("A feed tells of new ones."))) if has_feed else EMPTY
    blocks: Blocks = [tag("p", f"{newest} {each}", feed)]
    for day, found in groupby(changes, key=lambda change: change.date):
        items = [join(page.section().prose(one.text), credit_html(one), _concerned(one, titles)) for one in found]
        blocks += [Heading(2, day, f"day-{day}"), listing(items, class_="kb-changes")]
    people = contributors_of(changes)
    if people:
        counts = [say_many("{count} change", "{count} changes", len(theirs)) for theirs in people.values()]
        items = [join(contributor_html(one), f" · {count}") for one, count in zip(people, counts, strict=True)]
        blocks += [
            Heading(2, say("Contributors"), "contributors"),
            tag("p", say("Everybody who is named with a change, as they want to be named.")),
            listing(items),
        ]
    return GeneratedPage(
        address=CHANGES,
        title=say("What changed"),
        description=say("What changed in the vocabulary, when and why, and who contributed."),
        edit=changes[0].place if len({one.place.path for one in changes}) == 1 else None,
        blocks=tuple(blocks),
    )


def _concerned(change: Change, titles: dict[str, Html]) -> Html:
    """What a change is about, with links; many are folded up."""
    names = [titles.get(name) or tag("code", name) for name in dict.fromkeys(change.ids)]
    if len(names) <= _FEW:
        return tag("p", join(*names, by=" · "), class_="kb-concerned")
    title = say_many("{count} page", "{count} pages", len(names))
    return folded(title, tag("p", join(*names, by=" · "), class_="kb-concerned"))


def _titles(page: Page) -> dict[str, Html]:
    """By the id of every record that has or had a page of its own, under each id that it had, a link to that page."""
    found: dict[str, Html] = {}
    for kind, name, _ in retired_records(page.knowledge):
        found[name] = page.link(record_address(kind, name), say("{name} (retired)", name=name))
    for kind in LINKED:
        for record in page.knowledge.records(kind.declaration):
            link = page.link(record_address(kind, record.id), title_of_record(kind, record))
            found |= dict.fromkeys((*record.was, record.id), link)
    return found
