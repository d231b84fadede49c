"""Pages written by hand in `docs/`: their headings and, between them, nodes of the same tree that prose is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.model.prose import Node, plain_text, walk


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A heading of a page."""

    level: int
    anchor: str | None
    """The id that was written, as in `## Marks { #marks }`."""
    children: tuple[Node, ...]
    place: Place

    def words(self, name: Callable[[str], str]) -> str:
        """What it says, without marks; `name` gives the words of a reference that has none of its own."""
        return plain_text(self.children, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandwrittenPage:
    """A page written by hand, parsed."""

    path: str
    """Relative to `docs/`, with forward slashes, such as `index.md`."""
    place: Place
    title: str | None = None
    """What its front matter says, as far as it says anything; likewise the next three."""
    description: str | None = None
    hide: tuple[str, ...] = ()
    """Which sides of the frame stay empty: `navigation`, `toc`, `footer`."""
    searched: bool = True
    """Whether search knows the page."""
    asked: tuple[str, ...] = ()
    """Other words in which readers look for it."""
    blocks: tuple[PageHeading | Node, ...] = ()

    @property
    def headings(self) -> tuple[PageHeading, ...]:
        """Its headings, in order."""
        return tuple(block for block in self.blocks if isinstance(block, PageHeading))

    def walk(self) -> Iterator[Node]:
        """Every node of its blocks, those of its headings included, depth first, in reading order."""
        for block in self.blocks:
            yield from nodes_of(block)


def nodes_of(block: PageHeading | Node) -> Iterator[Node]:
    """Every node of a block, depth first, in reading order."""
    return walk(block.children if isinstance(block, PageHeading) else (block,))
