"""Links between the pages on which one list stands."""

from collections.abc import Iterable, Sequence

from hornbook.addresses import part_page
from hornbook.language import say
from hornbook.pages.html import EMPTY, Html, join, tag
from hornbook.pages.page import Page


def parts_html(page: Page, address: str, titles: Sequence[str], here: int) -> Html:
    """Links to all parts of the list that begins at an address, each by its title; nothing where it has one."""
    if len(titles) < 2:
        return EMPTY
    links = [
        page.link(part_page(address, number), title, aria_current="page" if number == here else None)
        for number, title in enumerate(titles, start=1)
    ]
    label = say("Parts of the list")
    return tag("nav", join(*links, by=" · "), class_="kb-parts", aria_label=label, data_search_exclude="")


def led_on(names: Iterable[str]) -> Html:
    """On the first page of a list the places of what stands on the others; the script leads from there to its page."""
    places = [tag("i", id=name) for name in names]
    return tag("div", *places, hidden="", data_kb_elsewhere="") if places else EMPTY


def ranges(listed: int, a_page: int) -> list[str]:
    """What the parts of a numbered list are called: "1–100", "101–200"."""
    return [f"{start + 1:,}–{min(start + a_page, listed):,}" for start in range(0, listed, a_page)]
