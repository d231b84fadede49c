"""What earlier runs made of a part is taken where all that it was made from is as it was, and else made again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hornbook.cache import NOTHING_KEPT, Cache, NoCache
from hornbook.load import load
from hornbook.model import KnowledgeBase
from hornbook.model.reads import Told, reads, telling
from hornbook.pages.made_again import Again
from hornbook.reasoning.scopes import reason_about
from tests.where import SAMPLE


@pytest.fixture(scope="module")
def sample() -> KnowledgeBase:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return knowledge


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    (tmp_path / "cache").mkdir(mode=0o700)
    return Cache(tmp_path / "cache", "version")


def data_of(
    knowledge: KnowledgeBase, cache: NoCache, uses: Told[int] | None = None
) -> tuple[dict[str, str], list[str]]:
    """What each of two terms has for a short definition, and of which it was made now."""
    reasoning = reason_about(telling(knowledge) if cache.keeps else knowledge, cache=cache)
    made: list[str] = []

    def maker(name: str) -> Callable[[], str]:
        def make() -> str:
            made.append(name)
            return f"{reasoning.knowledge.terms[name].short}{uses[name] if uses is not None else ''}"

        return make

    again = Again(reasoning, (), *(() if uses is None else (uses,)))
    with reads() as noted:
        data = again.told("short", {name: maker(name) for name in ("kite", "square")})
    assert noted >= {("Term", "kite"), ("Term", "square")} or not cache.keeps
    return data, made


def with_kite(knowledge: KnowledgeBase, **fields: Any) -> KnowledgeBase:
    return replace(knowledge, terms={**knowledge.terms, "kite": replace(knowledge.terms["kite"], **fields)})


def test_only_what_read_a_text_that_changed_is_made_again(sample: KnowledgeBase, cache: Cache) -> None:
    first, made = data_of(sample, cache)
    assert made == ["kite", "square"]
    assert data_of(sample, cache) == (first, [])
    changed, made = data_of(with_kite(sample, short="Another."), cache)
    assert (changed, made) == ({**first, "kite": "Another."}, ["kite"])
    assert data_of(sample, cache) == (first, ["kite"])


def test_what_every_page_is_made_from_counts_for_all(sample: KnowledgeBase, cache: Cache) -> None:
    data_of(sample, cache)
    assert data_of(with_kite(sample, label="Another"), cache)[1] == ["kite", "square"]


def test_what_is_looked_up_in_a_mapping_that_tells_counts(sample: KnowledgeBase, cache: Cache) -> None:
    data_of(sample, cache, Told("numbers", {"kite": 1, "square": 2}))
    assert data_of(sample, cache, Told("numbers", {"kite": 1, "square": 3}))[1] == ["square"]


def test_without_a_cache_all_is_made(sample: KnowledgeBase) -> None:
    assert data_of(sample, NOTHING_KEPT)[1] == ["kite", "square"]
