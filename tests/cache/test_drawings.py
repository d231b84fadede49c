"""A drawing that an earlier run kept is the one that would be made now, whatever else was said when it was."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hornbook.cache import Cache
from hornbook.diagrams import layout
from hornbook.drawing_files import drawn_files, kept_drawing
from hornbook.drawings import site_pictures
from hornbook.load import load
from hornbook.model import KnowledgeBase, Outputs, PictureForm, SourceForm
from tests.where import SAMPLE

FORMS = (PictureForm.SVG, PictureForm.LIGHT_SVG, PictureForm.DARK_SVG)
EVERY_KIND = Outputs(
    diagrams=(*FORMS, PictureForm.PNG),
    narrow=FORMS,
    wide=(*FORMS, PictureForm.PDF),
    sources=tuple(SourceForm),
    neighbourhoods=FORMS,
)


def told(**fields: Any) -> Callable[[KnowledgeBase], KnowledgeBase]:  # noqa: ANN401 - of several types
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


CHANGES = {
    "title": told(title="Another title"),
    "description": told(description="Another description."),
    "licence": told(licence="Another licence"),
    "address": told(site_url="https://another.example/site/"),
    "language": told(lang="fr"),
    "framework": framework_called("Another author"),
    "labels": everything_is_called("Another name"),
}


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
    drawn_files(sample, cache)
    site_pictures(sample, cache)
    return cache


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_any_change_they_are_those_that_are_made_without_a_cache(
    sample: KnowledgeBase, kept: Cache, change: Callable[[KnowledgeBase], KnowledgeBase]
) -> None:
    changed = change(sample)
    expected = drawn_files(changed) | site_pictures(changed)
    assert drawn_files(changed, kept) | site_pictures(changed, kept) == expected
    assert expected != drawn_files(sample, kept) | site_pictures(sample, kept)


def test_where_nothing_changed_nothing_is_drawn(
    sample: KnowledgeBase, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout._laid_out.cache_clear()
    monkeypatch.setattr(layout, "_laid_out", lambda *_, **__: pytest.fail("it was laid out again"))
    files = drawn_files(sample, kept)
    site_pictures(sample, kept)
    view = next(iter(sample.views.values()))
    assert kept_drawing(sample, view, f"{view.id}.dark.svg", kept) == files[f"diagrams/{view.id}.dark.svg"]
