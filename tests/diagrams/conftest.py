"""A small vocabulary by hand: the flagship framework, and ways to make others."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from hornbook.diagrams import Diagram, diagram_of
from hornbook.diagrams.forms import Subject
from hornbook.model import Framework, Implication, KnowledgeBase
from tests.diagrams.subjects import made_subjects
from tests.made import framework, implication, knowledge_base, term

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


def _knowledge(labels: Mapping[str, str]) -> KnowledgeBase:
    return knowledge_base(term(name, label) for name, label in labels.items())


_INNER = implication("inner-gives-objective", ["inner-alignment"], "objective-robustness", assuming=["mesa-optimizer"])
_INTENT_CENTRIC = (
    _INNER,
    implication("outer-and-objective-give-intent", ["outer-alignment", "objective-robustness"], "intent-alignment"),
    implication("intent-and-capability-give-impact", ["intent-alignment", "capability-robustness"], "impact-alignment"),
)
_ROBUSTNESS_CENTRIC = (
    _INNER,
    implication(
        "objective-and-capability-give-robustness",
        ["objective-robustness", "capability-robustness"],
        "robustness",
    ),
    implication("outer-and-robustness-give-impact", ["outer-alignment", "robustness"], "impact-alignment"),
)
_UNUSUAL = (
    implication("definition", ["outer-alignment", "objective-robustness"], "intent-alignment", converse=True),
    implication("clash", ["deceptive-alignment", "inner-alignment"], None),
    implication("clash-of-three", ["outer-alignment", "robustness", "reasons-good"], None),
    implication("clashing-conditions", [], None, assuming=["mesa-optimizer", "good-means-outputs"]),
    implication("failing", ["not reasons-good"], "not intent-alignment", assuming=["good-means-outputs"]),
    implication("always", [], "capability-robustness"),
    implication("conditionally", [], "robustness", assuming=["not mesa-optimizer"]),
    implication("back", ["intent-alignment"], "outer-alignment"),
    implication("to-itself", ["robustness"], "robustness"),
    implication("all", ["robustness", "inner-alignment", "not reasons-good"], "deceptive-alignment"),
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


@pytest.fixture(scope="session", name="implication")
def implication_fixture() -> Callable[..., Implication]:
    return implication


@pytest.fixture(scope="session", name="framework")
def framework_fixture() -> Callable[..., Framework]:
    return framework


@pytest.fixture(scope="session")
def flagship() -> Framework:
    return framework(tuple(dict.fromkeys(_INTENT_CENTRIC + _ROBUSTNESS_CENTRIC)))


@pytest.fixture(scope="session")
def unusual() -> Framework:
    return framework(_UNUSUAL, _FACTS)


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
            framework(implications, facts),
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


@pytest.fixture(scope="session")
def subjects(
    views: Mapping[str, Diagram],
    drawn: Callable[..., Diagram],
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase],
) -> Mapping[str, Subject]:
    return made_subjects(views, drawn, knowledge_of)
