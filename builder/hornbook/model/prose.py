"""Contributors' prose, parsed once: a frozen tree of text, plain elements, references and claims.

The tree holds no HTML: `load` makes it from Markdown (raw HTML off), `pages` turns it into checked HTML. Prose can
state a claim and a claim can carry a note in prose, so the claim is defined here too.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated as A
from typing import ClassVar

from hornbook.diagnostics import Place
from hornbook.logic import Literal, Verdict
from hornbook.mathematics import Formula
from hornbook.model.citations import Stance
from hornbook.model.fields import (
    Atoms,
    EmbedId,
    FrameworkId,
    Inline,
    LinkId,
    NewId,
    Otherwise,
    PlaceOf,
    ViewId,
    Written,
)

CLAIM_ID = "A name for it, unique within the record; its place on the page is `#claim-ID`."
CLAIM_ID_OTHERWISE = "made from what it asks, so that it changes with that"
"""Every form of claim may have an id; `model.claim_ids` says how one is made."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a question is asked: one framework, or one view of it (then only its implications count)."""

    framework: A[FrameworkId, Otherwise("that of the view, or of the record"), "Whose implications count."]
    view: A[ViewId | None, "Only this view's implications count."] = None

    def __str__(self) -> str:
        return self.view or self.framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A question to the implications, whether premises give a goal, and the verdict that is expected."""

    apart: ClassVar[tuple[str, ...]] = ("if", "assuming")

    id: A[str | None, NewId(), Otherwise(CLAIM_ID_OTHERWISE), CLAIM_ID] = None
    premises: A[tuple[Literal, ...], Atoms("known-atom"), Written("if"), "What is taken as given."] = ()
    assuming: A[tuple[Literal, ...], Atoms("known-atom"), "Conditions on the setting."] = ()
    goal: A[Literal, Atoms("known-atom"), Written("then"), "The goal."]
    verdict: A[Verdict, "What the engine must say of it."] = Verdict.FOLLOWS
    scope: A[Scope, Inline()]
    missing: A[
        tuple[frozenset[Literal], ...] | None,
        Atoms("known-atom"),
        "For an open claim: all minimal sets that, added, would make the goal follow.",
    ] = None
    among: A[
        tuple[Literal, ...] | None, Atoms("known-atom"), "What `missing` may use; by default the primitive ones."
    ] = None
    author: A[Stance | None, "What the author says of it; not a verdict, which is computed."] = None
    note: "A[Prose | None, 'What a reader should know about this claim.']" = None
    place: Place
    verdict_place: A[Place, PlaceOf("verdict")] = field(compare=False)

    @property
    def given(self) -> tuple[Literal, ...]:
        """Everything taken as given: to the engine a condition is a premise."""
        return self.premises + self.assuming

    @property
    def atoms(self) -> frozenset[str]:
        """Every atom of the question."""
        return frozenset(literal.atom for literal in (*self.given, self.goal))

    def __str__(self) -> str:
        """The claim in the notation that prose and the command line use, without scope and verdict."""
        left = " + ".join(map(str, self.premises))
        conditions = f" assuming {' + '.join(map(str, self.assuming))}" if self.assuming else ""
        return f"{left} => {self.goal}{conditions}".strip()


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text; a soft line break is a newline in it."""

    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """A plain element of the allowed kinds (`load.prose` lists them), such as a paragraph or an emphasis.

    Of headings the levels are those that were written; pages fit them under their own.
    """

    tag: str
    children: "tuple[Node, ...]" = ()
    attributes: tuple[tuple[str, str], ...] = ()
    """Only `href` and `title` on `a` (an address outside the site), `start` on `ol`, `class` on `code`.

    On pages written by hand also what their notes, footnotes, tables and paragraphs are given by `load`.
    """


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[id]]` or `[[id|words]]`: a link to the page of a term, question, view or framework."""

    target: LinkId
    words: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """`[[A + B => C]]` or `[[A + B => C|words]]`: a claim made in passing, checked like any other."""

    claim: Claim
    words: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Embed:
    """`![[id]]` on a line of its own: the drawing of a view or chain, or the answer of a question.

    On pages written by hand also `![[index]]`, the knowledge base at a glance.
    """

    target: EmbedId
    place: Place


@dataclass(frozen=True, slots=True)
class SiteLink:
    """On a page written by hand: a link to another page, a file or a heading of the site."""

    path: str
    """Relative to the folder of pages, as files are called there: `reading.md`, `terms/index.md`, `assets/a b.png`."""
    rest: str
    """What follows the path, percent-encoded: `#marks`, `?a=b`, or nothing."""
    title: str | None
    children: "tuple[Node, ...]"
    place: Place

    @property
    def anchor(self) -> str:
        """The place in the page that it leads to, percent-encoded; empty for the page itself."""
        return self.rest.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Picture:
    """On a page written by hand: a picture among the files of the site."""

    path: str
    """Like that of a link."""
    rest: str
    words: str
    """What is read out or shown instead of it."""
    title: str | None
    size: tuple[tuple[str, str], ...]
    """Its `width` and `height` in pixels, as far as they were given."""
    place: Place


Node = Text | Element | Reference | StatedClaim | Embed | SiteLink | Picture | Formula


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""The elements that are headings, by level."""
_BLOCKS = frozenset({"p", "br", "pre", "ul", "ol", "li", "blockquote", "table", "tr", "th", "td", "div", *HEADINGS})
"""The elements whose words do not go on in those before them."""


def without_headings(nodes: "tuple[Node, ...]") -> "tuple[Node, ...]":
    """What a text says in sentences."""
    return tuple(node for node in nodes if not (isinstance(node, Element) and node.tag in HEADINGS))


def walk(nodes: "tuple[Node, ...]") -> Iterator[Node]:
    """Every node, depth first, in reading order."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Element | SiteLink):
            stack.extend(reversed(node.children))


def plain_text(nodes: "tuple[Node, ...]", name: Callable[[str], str]) -> str:
    """The words alone; `name` gives those of a reference that has none of its own, from its id."""
    parts = []
    for node in walk(nodes):
        match node:
            case Text(text) | Formula(text=text, is_block=False):
                parts.append(text)
            case Formula(text=text):
                parts.append(f" {text} ")
            case Reference(target, words, _):
                parts.append(words or name(target))
            case StatedClaim(claim, words, _):
                parts.append(words or str(claim))
            case Element(tag) if tag in _BLOCKS and parts:
                parts.append("\n")
            case _:
                pass
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Prose:
    """A parsed piece of Markdown."""

    nodes: tuple[Node, ...]
    place: Place
    links_mentions: bool = True
    """Whether mentions of terms in it become links."""

    def walk(self) -> Iterator[Node]:
        """Every node, depth first, in reading order."""
        return walk(self.nodes)

    def plain_text(self, name: Callable[[str], str]) -> str:
        """The words alone; `name` gives those of a reference that has none of its own, from its id."""
        return plain_text(self.nodes, name)


def at_first_heading(prose: Prose) -> tuple[Prose, Prose]:
    """A text in two: what comes before its first heading, and the rest."""
    are = [isinstance(node, Element) and node.tag in HEADINGS for node in prose.nodes]
    at = are.index(True) if True in are else len(are)
    return replace(prose, nodes=prose.nodes[:at]), replace(prose, nodes=prose.nodes[at:])


_END_OF_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]]*(?=\s|$)|[。！？]")


def first_sentence(text: str, longest: int) -> str:
    """How a text begins, up to the end of its first sentence; where that is too long, up to a word and a sign."""
    words = " ".join(text.split())
    end = _END_OF_SENTENCE.search(words)
    sentence = words if end is None else words[: end.end()]
    if len(sentence) <= longest:
        return sentence
    return sentence[: longest - 1].rpartition(" ")[0].rstrip(",;:") + "…"
