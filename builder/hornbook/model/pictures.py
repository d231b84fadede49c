"""What is drawn: views of a framework's implications, and chains of objectives."""

from dataclasses import dataclass
from typing import Annotated as A
from typing import ClassVar

from hornbook.diagnostics import Place
from hornbook.model.citations import Citation
from hornbook.model.fields import (
    AtomId,
    ChainTermId,
    Computed,
    Count,
    FileName,
    FrameworkId,
    ImplicationId,
    Line,
    LinksInText,
    NewId,
    Otherwise,
    PlaceOf,
    TermId,
    ViewId,
    Word,
)
from hornbook.model.frameworks import LONGEST_TITLE
from hornbook.model.prose import Prose, Scope
from hornbook.model.records import LONGEST_LABEL, Labels, in_running_text


class PictureKind(Word):
    """What a file in `diagrams/` draws."""

    VIEW = "view", "Implications of a framework, up to a goal."
    CHAIN = "chain", "Objectives in a row; the file then has the fields of a chain."


class OnlyChain(Word):
    """How a chain says that it is one."""

    CHAIN = PictureKind.CHAIN.value, "Tells a chain from a view, whose files stand in the same folder."


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A diagram: some implications of one framework, with the goal they lead to."""

    id: A[str, FileName()]
    kind: A[PictureKind, "What the diagram draws."] = PictureKind.VIEW
    title: A[str, Line(LONGEST_TITLE), "The heading of the diagram."]
    framework: A[FrameworkId, "Whose implications it shows."]
    goal: A[AtomId, "The atom that stands on top."]
    show: A[tuple[ImplicationId, ...], Count(1), "Ids of the framework's implications."]
    equivalent_to: A[ViewId | None, "A view that says the same; this is checked."] = None
    text: A[Prose | None, "What the diagram shows, in words."] = None
    note: A[Prose | None, "What a reader should know about this record."] = None
    links_in_text: LinksInText = True
    source: A[Citation, Otherwise("the framework's source"), "Where the author draws or describes it."]
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    place: Place
    equivalent_to_place: A[Place, PlaceOf("equivalent_to")]

    @property
    def scope(self) -> Scope:
        """The scope in which only this view's implications count."""
        return Scope(self.framework, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What stands between one objective of a chain and the next."""

    term: A[TermId | None, "The term that names it; left out where the author leaves it unnamed."] = None
    label: A[str | None, Line(LONGEST_LABEL), "Its words, if not the term's name."] = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One objective of a chain."""

    either: ClassVar[tuple[str, ...]] = ("term", "label")

    term: A[TermId | None, "The term that it is."] = None
    label: A[str, Line(LONGEST_LABEL), Otherwise("the term's name"), "Its words."]
    matches: A[tuple[ChainTermId, ...], "The terms in other chains that it corresponds to."] = ()
    place: Place
    labelling: A[Labels, Computed()] = Labels.AS_WRITTEN

    @property
    def name(self) -> str:
        """The label as it stands within a sentence and in drawings."""
        return in_running_text(self.label, self.labelling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Objectives in a row with the gaps between them. A chain draws; it implies nothing."""

    id: A[str, FileName()]
    kind: A[OnlyChain, "The word `chain`."]
    title: A[str, Line(LONGEST_TITLE), "The heading of the diagram."]
    framework: A[FrameworkId, "Whose chain it is."]
    links: A[tuple[Link, ...], Count(2), "The objectives, from what is wanted to what is done."]
    gaps: A[tuple[Gap, ...], Count(1), "What stands between them: one fewer than the links."]
    text: A[Prose, "What the diagram shows, in words."]
    note: A[Prose | None, "What a reader should know about this record."] = None
    links_in_text: LinksInText = True
    source: A[Citation, "Where the author draws or describes it."]
    was: A[tuple[str, ...], NewId(), "Ids it had before; each redirects here."] = ()
    place: Place
