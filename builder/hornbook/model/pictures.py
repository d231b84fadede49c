"""What is drawn: views of a framework's implications, and chains of objectives."""

from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.model.fields import AtomId, FrameworkId, ImplicationId, TermId, ViewId
from hornbook.model.prose import Prose, Scope
from hornbook.model.records import Citation, in_running_text


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A diagram: some implications of one framework, with the goal they lead to."""

    id: str
    title: str
    framework: FrameworkId
    goal: AtomId
    show: tuple[ImplicationId, ...]
    equivalent_to: ViewId | None = None
    text: Prose | None = None
    note: Prose | None = None
    source: Citation
    was: tuple[str, ...] = ()
    place: Place
    equivalent_to_place: Place

    @property
    def scope(self) -> Scope:
        """The scope in which only this view's implications count."""
        return Scope(self.framework, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What stands between one objective of a chain and the next."""

    term: TermId | None = None
    """The term that names the gap; None where the author leaves it unnamed."""
    label: str | None = None
    """Other words for it than the term's name, such as "outer"."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One objective of a chain."""

    term: TermId | None = None
    """The term it is; None where `label` alone says it."""
    label: str
    matches: tuple[TermId, ...] = ()
    """The terms of other chains that it corresponds to."""
    place: Place

    @property
    def name(self) -> str:
        """The label as it stands in running text and in drawings."""
        return in_running_text(self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Objectives in a row with the gaps between them. A chain draws; it implies nothing."""

    id: str
    title: str
    framework: FrameworkId
    links: tuple[Link, ...]
    """At least two."""
    gaps: tuple[Gap, ...]
    """One fewer than the links."""
    text: Prose
    note: Prose | None = None
    source: Citation
    was: tuple[str, ...] = ()
    place: Place
