"""A word of several terms has a page that lists them, and each of them leads to the others."""

from dataclasses import replace
from pathlib import Path

import pytest

from hornbook.addresses import shared_name_pages
from hornbook.model.shared_names import Meaning, shared_names
from hornbook.site import build
from tests.made import knowledge_base, term
from tests.reasoning.projects import with_files

PLANET, METAL = term("mercury-planet", "Mercury"), term("mercury-metal", "mercury")


def test_a_word_is_shared_whatever_its_case_and_whoever_uses_it() -> None:
    terms = {one.id: one for one in (term("rain", "Rain", ("shower", "farm")), term("bath", "Bath", "SHOWER"))}
    [shared] = shared_names(terms).values()
    assert shared.meanings == (Meaning("rain", "farm"), Meaning("bath", None))
    assert shared_names({"rain": term("rain", "Rain", "rain", ("rain", "farm"))}) == {}


def test_its_page_stands_where_no_term_stands_or_stood() -> None:
    assert list(shared_name_pages(knowledge_base([PLANET, METAL]))) == ["terms/mercury/"]
    third = term("mercury", "Mercury")
    assert shared_name_pages(knowledge_base([PLANET, METAL, third])) == {}
    former = replace(PLANET, was=("mercury",))
    assert shared_name_pages(knowledge_base([former, METAL])) == {}
    retired = replace(knowledge_base([PLANET, METAL]), retired={"term mercury": None})
    assert shared_name_pages(retired) == {}


@pytest.mark.parametrize("label", ["汞", "index", "!"])
def test_a_word_without_an_address_has_no_page(label: str) -> None:
    assert shared_name_pages(knowledge_base([term("a", label), term("b", label)])) == {}


def test_words_with_one_address_share_a_page() -> None:
    terms = [term("c1", "C++"), term("c2", "C++"), term("c3", "C"), term("c4", "C")]
    [names] = shared_name_pages(knowledge_base(terms)).values()
    assert [name.text for name in names] == ["C", "C++"]


def test_the_page_and_the_terms_lead_to_each_other(tmp_path: Path) -> None:
    files = {
        f"glossary/terms/{name}.yaml": f"label: Mercury\nkind: concept\nshort: A {what}.\nrelated: [rain]\n"
        for name, what in (("mercury-planet", "planet"), ("mercury-metal", "metal"))
    }
    reasoning = with_files(tmp_path / "project", {**files, "docs/index.md": "# Home\n", "diagrams/wetness.yaml": None})
    built = build(reasoning, {})
    shared, planet = (built[f"docs/terms/{name}/index.md"].decode() for name in ("mercury", "mercury-planet"))
    for name, what in (("mercury-planet", "planet"), ("mercury-metal", "metal")):
        assert f">Mercury ({name})</a>" in shared
        assert f"A {what}." in shared
    assert "“Mercury” may also mean: " in planet
    assert ">Mercury (mercury-metal)</a>" in planet
    assert ">Mercury (mercury-planet)</a>" not in planet
