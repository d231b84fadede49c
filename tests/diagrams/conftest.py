"""A small vocabulary by hand: the flagship framework, and ways to make others."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from hornbook.diagnostics import Place
from hornbook.diagrams import Diagram, diagram_of
from hornbook.logic import Literal
from hornbook.model import (
    Citation,
    Evidence,
    Fact,
    Framework,
    Glossary,
    Implication,
    KnowledgeBase,
    Prose,
    Term,
    TermKind,
)

HERE = Place("somewhere.yaml")

LABELS = {
    "impact-alignment": "Impact alignment",
    "intent-alignment": "Intent alignment",
    "outer-alignment": "Outer alignment",
    "inner-alignment": "Inner alignment",
    "robustness": "Robustness",
    "objective-robustness": "Objective robustness",
    "capability-robustness": "Capability robustness",
    "mesa-optimizer": "Mesa-optimizer",
    "deceptive-alignment": "Deceptive alignment",
}


def _literal(text: str) -> Literal:
    return Literal(text.removeprefix("not "), holds=not text.startswith("not "))


def _implication(
    id: str,  # noqa: A002 -- the model's word
    premises: Sequence[str],
    conclusion: str | None,
    *,
    assuming: Sequence[str] = (),
    converse: bool = False,
) -> Implication:
    return Implication(
        id=id,
        premises=tuple(map(_literal, premises)),
        assuming=tuple(map(_literal, assuming)),
        conclusion=None if conclusion is None else _literal(conclusion),
        converse=converse,
        because=None,
        evidence=Evidence.STATED,
        note=None,
        redundant=None,
        source=Citation(ref="somebody", place=HERE),
        place=HERE,
    )


def _term(id: str, label: str) -> Term:  # noqa: A002 -- the model's word
    return Term(
        id=id,
        label=label,
        aliases=(),
        kind=TermKind.PROPERTY,
        short="",
        holds=None,
        fails=None,
        senses=(),
        related=(),
        matches=(),
        failure_of=(),
        addresses=(),
        mentions=(),
        note=None,
        was=(),
        unused=None,
        place=HERE,
    )


def _framework(implications: Sequence[Implication], facts: Mapping[str, tuple[str, str]] | None = None) -> Framework:
    return Framework(
        id="hubinger-2020",
        label="Hubinger (2020)",
        source=Citation(ref="somebody", place=HERE),
        text=Prose((), HERE),
        facts=tuple(
            Fact(id=atom, holds=holds, fails=fails, place=HERE) for atom, (holds, fails) in (facts or {}).items()
        ),
        choices=(),
        implications=tuple(implications),
        lists=(),
        tables=(),
        note=None,
        was=(),
        place=HERE,
    )


def _knowledge(labels: Mapping[str, str]) -> KnowledgeBase:
    return KnowledgeBase(
        glossary=Glossary(
            title="",
            description="",
            site_url="",
            repository="",
            licence="",
            framework="hubinger-2020",
            place=HERE,
        ),
        terms={name: _term(name, label) for name, label in sorted(labels.items())},
        frameworks={},
        views={},
        chains={},
        faqs={},
        examples={},
        questions={},
        disagreements={},
        statements={},
        sources={},
        changes=(),
        pages=(),
        published={},
        retired=frozenset(),
    )


_INNER = _implication("inner-gives-objective", ["inner-alignment"], "objective-robustness", assuming=["mesa-optimizer"])
_INTENT_CENTRIC = (
    _INNER,
    _implication("outer-and-objective-give-intent", ["outer-alignment", "objective-robustness"], "intent-alignment"),
    _implication(
        "intent-and-capability-give-impact", ["intent-alignment", "capability-robustness"], "impact-alignment"
    ),
)
_ROBUSTNESS_CENTRIC = (
    _INNER,
    _implication(
        "objective-and-capability-give-robustness",
        ["objective-robustness", "capability-robustness"],
        "robustness",
    ),
    _implication("outer-and-robustness-give-impact", ["outer-alignment", "robustness"], "impact-alignment"),
)
_UNUSUAL = (
    _implication("definition", ["outer-alignment", "objective-robustness"], "intent-alignment", converse=True),
    _implication("clash", ["deceptive-alignment", "inner-alignment"], None),
    _implication("clash-of-three", ["outer-alignment", "robustness", "reasons-good"], None),
    _implication("clashing-conditions", [], None, assuming=["mesa-optimizer", "good-means-outputs"]),
    _implication("failing", ["not reasons-good"], "not intent-alignment", assuming=["good-means-outputs"]),
    _implication("always", [], "capability-robustness"),
    _implication("conditionally", [], "robustness", assuming=["not mesa-optimizer"]),
    _implication("back", ["intent-alignment"], "outer-alignment"),
    _implication("to-itself", ["robustness"], "robustness"),
    _implication("all", ["robustness", "inner-alignment", "not reasons-good"], "deceptive-alignment"),
)
_FACTS = {
    "reasons-good": ("every rewarded output was produced for the right reasons", "some was not"),
    "good-means-outputs": (
        "good feedback means good outputs, whatever they were produced for, and nothing else",
        "not",
    ),
}


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    return _knowledge(LABELS)


@pytest.fixture(scope="session")
def knowledge_of() -> Callable[[Mapping[str, str]], KnowledgeBase]:
    return _knowledge


@pytest.fixture(scope="session")
def implication() -> Callable[..., Implication]:
    return _implication


@pytest.fixture(scope="session")
def framework() -> Callable[..., Framework]:
    return _framework


@pytest.fixture(scope="session")
def flagship() -> Framework:
    return _framework(tuple(dict.fromkeys(_INTENT_CENTRIC + _ROBUSTNESS_CENTRIC)))


@pytest.fixture(scope="session")
def unusual() -> Framework:
    return _framework(_UNUSUAL, _FACTS)


@pytest.fixture(scope="session")
def drawn(knowledge: KnowledgeBase) -> Callable[..., Diagram]:
    """The diagram of implications, with everything else filled in."""

    def draw(
        implications: Sequence[Implication],
        goal: str | None = None,
        facts: Mapping[str, tuple[str, str]] | None = None,
        base: KnowledgeBase | None = None,
    ) -> Diagram:
        return diagram_of(
            base or knowledge,
            _framework(implications, facts),
            implications,
            id="drawn",
            title="A drawing",
            description="What it shows.",
            goal=goal,
        )

    return draw


@pytest.fixture(scope="session")
def views(drawn: Callable[..., Diagram], flagship: Framework) -> Mapping[str, Diagram]:
    """The flagship views, and one diagram of everything unusual."""
    return {
        "intent-centric": drawn(_INTENT_CENTRIC, "impact-alignment"),
        "robustness-centric": drawn(_ROBUSTNESS_CENTRIC, "impact-alignment"),
        "both-routes": drawn(flagship.implications, "impact-alignment"),
        "unusual": drawn(_UNUSUAL, "intent-alignment", _FACTS),
    }
