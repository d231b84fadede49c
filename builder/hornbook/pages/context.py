"""What every page is made from: the reasoning, the drawings, and who mentions what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hornbook.model import Framework, Implication, KnowledgeBase, Scope
from hornbook.model.shared_names import SharedName
from hornbook.pages.html import Html
from hornbook.pages.uses import Use
from hornbook.reasoning.kin import Kin
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.proof_path import Lit
from hornbook.reasoning.readings import Readings
from hornbook.reasoning.scopes import Reasoning


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as inline SVG; it is never shrunk, because its text would."""

    html: Html
    width: int
    height: int
    """Both in pixels."""
    title: str
    left_out: int = 0
    """How many implications that belong to it are not drawn."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing in its two widths, with its description."""

    normal: Picture
    narrow: Picture
    description: str
    fits_from: str
    """The class of a figure that shows the normal one where there is room for it, else the narrow one."""


@dataclass(frozen=True, slots=True)
class Drawings:
    """Makes drawings for pages, which know nothing of how that is done; addresses are those of the page."""

    view: Callable[[str, Lit | None, str, str], Drawing]
    """(view, lit, address, with what its ids begin): of a large view an overview of its parts, where nothing is lit."""
    view_part: Callable[[str, int, str], Drawing]
    """(view, number, address): a part of a large view."""
    neighbourhood: Callable[[Framework, str, str], Picture | None]
    """(framework, term, address): the narrow drawing alone; None where nothing there uses the term, or too large."""
    path: Callable[[Framework, Sequence[Implication], Lit | None, str], Drawing | None]
    """(framework, implications, lit, address); None where it would be too large to be read."""
    parts: Callable[[Framework, Sequence[Implication], str], list[tuple[Drawing, Sequence[Implication]]]]
    """(framework, implications, address): drawings small enough to be read; what is too large for one is left out."""
    chain: Callable[[str, str], Drawing]
    """(chain, address)"""
    proof: Callable[[Framework, Sequence[Implication], Lit, str, str], Picture | None]
    """(framework, implications, lit, address, name): the narrow drawing alone; the name is unique on its page."""
    files: Callable[[str], Sequence[str]]
    """(view, chain, or drawing of a framework, by the name of its files): the addresses of its files."""
    texts: Callable[[str], Mapping[str, str]]
    """(likewise): what it is as text for other programs, by the end of the file's name."""
    explorer: Callable[[Scope, Sequence[Implication], str], list[Picture]]
    """(scope, implications, address): narrow drawings that a script may light up.

    They are of the view, of the framework's first one, or where there is none of the implications.
    """


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that page functions take besides their subject."""

    reasoning: Reasoning
    finder: TermFinder
    drawings: Drawings
    uses: Mapping[str, tuple[Use, ...]]
    """For each term, where it is used."""
    readings: Readings
    shared: Mapping[str, SharedName]
    """The words that name several terms, as `compared` has them."""
    kin: Mapping[str, Kin]
    """By term, the terms that it has to do with."""

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that the pages show."""
        return self.reasoning.knowledge
