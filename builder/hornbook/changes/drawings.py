"""Drawings before and after a change: which show something else, what that is in words, and both side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.diagrams import Diagram, chain_of, lacking
from hornbook.drawing_files import view_diagram
from hornbook.drawings import comparison_files
from hornbook.language import speaking
from hornbook.model import KnowledgeBase
from hornbook.pages.html import Html, join, tag, void_tag


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A view or chain that shows something else, or is new or gone."""

    name: str
    before: Diagram | None
    after: Diagram | None

    @property
    def words(self) -> tuple[str, ...]:
        """What appears and what disappears, in words."""
        if self.before is None or self.after is None:
            return ("the whole drawing is new" if self.before is None else "the whole drawing is gone",)
        return tuple(_words(self.before, self.after)) or ("the same boxes and arrows, drawn otherwise",)


def redrawn(before: KnowledgeBase, after: KnowledgeBase) -> list[Redrawn]:
    """Every view and chain, of either side, whose drawing is not the same on both."""
    old, new = _diagrams(before), _diagrams(after)
    found = (Redrawn(name, old.get(name), new.get(name)) for name in dict.fromkeys((*new, *old)))
    return [one for one in found if one.before != one.after]


def drawings_side_by_side(before: KnowledgeBase | None, after: KnowledgeBase | None) -> dict[str, bytes]:
    """A page that shows each drawing before and after, with its drawings, by file name; nothing leads out of it.

    Where a side could not be read, nothing is compared.
    """
    both_read = before is not None and after is not None
    files: dict[str, bytes] = {}
    sections: list[Html] = []
    for one in redrawn(before, after) if before is not None and after is not None else ():
        drawn = comparison_files(one.name, one.before, one.after)
        files |= drawn
        sections.append(_section(one, drawn))
    lead = "No drawing changes." if both_read else "A side of the change could not be read whole; see hornbook diff."
    body = join(*sections) if sections else tag("p", lead)
    return files | {"index.html": _page(body).encode()}


def _diagrams(knowledge: KnowledgeBase) -> dict[str, Diagram]:
    with speaking(knowledge.glossary.words):
        views = {name: view_diagram(knowledge, view) for name, view in knowledge.views.items()}
        return views | {name: chain_of(knowledge, chain) for name, chain in knowledge.chains.items()}


def _words(before: Diagram, after: Diagram) -> Iterator[str]:
    if before.title != after.title:
        yield f"the title was: {before.title}"
        yield f"the title is: {after.title}"
    for said, found in (("appears", lacking(after, before)), ("disappears", lacking(before, after))):
        yield from (f"a box {said}: {label}" for label in found.boxes.values())
        yield from (f"an arrow {said}: {words}" for words in found.arrows.values())


def _section(one: Redrawn, drawn: dict[str, bytes]) -> Html:
    states = (("before", "Before"), ("after", "After"), ("both", "Both: green is new; red and dotted is gone"))
    diagram = one.after or one.before
    assert diagram is not None
    shown = [
        tag("figure", tag("figcaption", title), void_tag("img", src=name, alt=f"{title}: {diagram.title}"))
        for state, title in states
        if (name := f"{one.name}.{state}.svg") in drawn
    ]
    return tag(
        "section",
        tag("h2", diagram.title),
        tag("div", *shown, class_="states") if shown else tag("p", "It is too large to be drawn."),
        tag("ul", *(tag("li", words) for words in one.words)),
    )


_STYLE = (
    "body{font-family:sans-serif;margin:2rem}.states{display:flex;flex-wrap:wrap;gap:2rem;align-items:flex-start}"
    "figure{margin:0}img{max-width:100%}"
)


def _page(body: Html) -> str:
    title = "Drawings before and after"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"{tag('body', tag('h1', title), body)}</html>\n"
    )
