"""A drawing that an earlier run kept is the one that would be made now, whatever else was said when it was."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hornbook.addresses.parts import IMPLICATIONS_A_PAGE
from hornbook.cache import NOTHING_KEPT, Cache, NoCache
from hornbook.diagrams import layout
from hornbook.drawing_files import drawn_files, kept_drawing
from hornbook.drawings import drawings_for, site_pictures
from hornbook.load import load
from hornbook.logic import Literal
from hornbook.model import Framework, KnowledgeBase, Outputs, PictureForm, SourceForm
from hornbook.reasoning.proof_path import Lit
from tests.where import SAMPLE

FORMS = (PictureForm.SVG, PictureForm.LIGHT_SVG, PictureForm.DARK_SVG)
EVERY_KIND = Outputs(
    diagrams=(*FORMS, PictureForm.PNG),
    narrow=FORMS,
    wide=(*FORMS, PictureForm.PDF),
    sources=tuple(SourceForm),
    neighbourhoods=FORMS,
)


def told(**fields: Any) -> Callable[[KnowledgeBase], KnowledgeBase]:
    return lambda knowledge: replace(knowledge, glossary=replace(knowledge.glossary, **fields))


def framework_called(label: str) -> Callable[[KnowledgeBase], KnowledgeBase]:
    return lambda knowledge: replace(
        knowledge, frameworks={name: replace(one, label=label) for name, one in knowledge.frameworks.items()}
    )


def everything_is_called(label: str) -> Callable[[KnowledgeBase], KnowledgeBase]:
    return lambda knowledge: replace(
        knowledge,
        terms={name: replace(one, label=label) for name, one in knowledge.terms.items()},
        views={name: replace(one, title=label) for name, one in knowledge.views.items()},
        chains={name: replace(one, title=label) for name, one in knowledge.chains.items()},
    )


def frameworks_go_on(knowledge: KnowledgeBase) -> KnowledgeBase:
    """Each implication stands on a further page of its framework; in drawings of views nothing else changes."""

    def longer(framework: Framework) -> Framework:
        first = framework.implications[0]
        others = tuple(replace(first, id=f"other-{number}") for number in range(IMPLICATIONS_A_PAGE))
        return replace(framework, implications=(*others, *framework.implications))

    return replace(knowledge, frameworks={name: longer(one) for name, one in knowledge.frameworks.items()})


CHANGES = {
    "title": told(title="Another title"),
    "description": told(description="Another description."),
    "licence": told(licence="Another licence"),
    "address": told(site_url="https://another.example/site/"),
    "language": told(lang="fr"),
    "framework": framework_called("Another author"),
    "places": frameworks_go_on,
    "labels": everything_is_called("Another name"),
}


def every_drawing(knowledge: KnowledgeBase, cache: NoCache = NOTHING_KEPT) -> dict[str, object]:
    """All files with drawings, and drawings for pages, some of them with something lit."""
    drawings = drawings_for(knowledge, cache)
    at = "terms/square/"
    lit = Lit(given=frozenset({Literal("square")}), follows=frozenset({Literal("rhombus")}), implications=frozenset())
    inline = {f"{name} on a page": drawings.view(name, lit, at, "") for name in knowledge.views}
    chains = {f"{name} on a page": drawings.chain(name, at) for name in knowledge.chains}
    around = {
        f"{term} in {framework.id}": drawings.neighbourhood(framework, term, at)
        for framework in knowledge.frameworks.values()
        for term in knowledge.terms
    }
    return {**drawn_files(knowledge, cache), **site_pictures(knowledge, cache), **inline, **chains, **around}


@pytest.fixture(scope="module")
def sample() -> KnowledgeBase:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return told(outputs=EVERY_KIND)(knowledge)


@pytest.fixture(scope="module")
def kept(sample: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """What was made of the sample as it is."""
    folder: Path = tmp_path_factory.mktemp("kept")
    folder.chmod(0o700)
    cache = Cache(folder, "version")
    every_drawing(sample, cache)
    return cache


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_any_change_they_are_those_that_are_made_without_a_cache(
    sample: KnowledgeBase, kept: Cache, change: Callable[[KnowledgeBase], KnowledgeBase]
) -> None:
    changed = change(sample)
    expected = every_drawing(changed)
    assert every_drawing(changed, kept) == expected
    assert expected != every_drawing(sample, kept)


def test_where_nothing_changed_nothing_is_drawn(
    sample: KnowledgeBase, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout._laid_out.cache_clear()
    monkeypatch.setattr(layout, "_laid_out", lambda *_, **__: pytest.fail("it was laid out again"))
    files = every_drawing(sample, kept)
    view = next(iter(sample.views.values()))
    assert kept_drawing(sample, view, f"{view.id}.dark.svg", kept) == files[f"diagrams/{view.id}.dark.svg"]
