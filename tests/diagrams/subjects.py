"""Diagrams of every sort with all that their files say, for the tests of forms."""

import re
from collections.abc import Callable, Mapping

import pytest

from hornbook.diagrams import Credit, Diagram, Variant
from hornbook.diagrams.forms import Subject
from hornbook.diagrams.values import Addresses
from hornbook.model import KnowledgeBase, Shape
from hornbook.reasoning.proof_path import Lit
from tests.made import implication

SVG = "{http://www.w3.org/2000/svg}"
SITE = "https://example.org/words/"
CREDIT = Credit(
    author="An Author (2020)",
    publisher="Words",
    address=f"{SITE}diagrams/drawn/",
    site=SITE,
    licence="CC BY 4.0",
)
ODD = {
    "markup": 'a <b>&amp;</b> & "c"',
    "signs": "`x` {y} [z] (w) | #35; %% \\N \\",
    "end": "end",
    "hebrew": "יישור פנימי",
    "long": "An uncommonly long label that nobody would ever want to give to a term in earnest, or so",
}
_HEBREW = re.compile("[\u0590-\u05ff](?:[\u0590-\u05ff\u2067\u2069 ]*[\u0590-\u05ff])?")
NAMES = ("intent-centric", "both-routes", "unusual", "alone", "odd")
EVERY = pytest.mark.parametrize("name", NAMES)
SHAPES = pytest.mark.parametrize("shape", Shape)
VARIANTS = {Shape.NORMAL: Variant.NORMAL, Shape.NARROW: Variant.NARROW, Shape.WIDE: Variant.WIDE}


def made_subjects(
    views: Mapping[str, Diagram],
    drawn: Callable[..., Diagram],
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase],
) -> dict[str, Subject]:
    """By name: two views, everything unusual, one box alone, and labels that could break a form."""
    odd = [
        implication("join", ["markup", "signs"], "end"),
        implication("condition", ["hebrew"], "not markup", assuming=["signs"]),
        implication("plain", ["long"], "signs"),
    ]
    diagrams = {
        **{name: views[name] for name in ("intent-centric", "both-routes", "unusual")},
        "alone": drawn([], goal="robustness"),
        "odd": drawn(odd, base=knowledge_of(ODD)),
    }
    return {name: subject_of(diagram) for name, diagram in diagrams.items()}


def subject_of(diagram: Diagram, lit: Lit | None = None) -> Subject:
    """A diagram with all that its files say."""
    addresses = Addresses(
        of_term=lambda term: f"{SITE}terms/{term}/", of_implication=lambda one: f"{SITE}frameworks/x/#{one}"
    )
    return Subject(diagram=diagram, addresses=addresses, credit=CREDIT, lang="en", lit=lit, search=False)


def squeezed(text: str) -> str:
    """A text without its white space and marks of direction, since each form breaks lines where it likes."""
    return re.sub(r"[\s\u00ad\u200b\u2067\u2069]", "", text)


def as_read(text: str) -> str:
    """The text of a PDF, which holds each line from left to right, with its Hebrew as it is read."""
    return _HEBREW.sub(lambda words: words[0][::-1], text)


def labels_of(subject: Subject) -> list[str]:
    """The labels of boxes and pills, squeezed."""
    boxes, pills = subject.diagram.boxes, subject.diagram.pills
    return [squeezed(label) for label in (*(box.label for box in boxes), *(pill.label for pill in pills))]
