"""The page of a term tells what follows in a framework once, with those that share all of it."""

from pathlib import Path

from hornbook.production import examine
from hornbook.site import build
from tests.load.project import loaded_with

WIDER = "label: Wider\nsource: almanac\nextends: weather\n"
MORE = f"{WIDER}implications:\n  - {{id: more, if: [wet-ground], then: rain}}\n"


def page_of_rain(folder: Path, wider: str) -> str:
    loaded_with(folder, {"glossary/frameworks/wider.yaml": wider})
    reasoning = examine(folder / "project").reasoning
    assert reasoning is not None
    return build(reasoning, {})["docs/terms/rain/index.md"].decode()


def test_what_a_framework_takes_over_as_it_is_is_told_once(tmp_path: Path) -> None:
    page = page_of_rain(tmp_path, WIDER)
    assert page.count('class="kb-words kb-logic"') == 1
    assert 'Likewise in: <span id="in-wider"><a href="../../frameworks/wider/">Wider</a></span>.' in page


def test_what_has_more_to_do_with_the_term_there_is_told_by_itself(tmp_path: Path) -> None:
    page = page_of_rain(tmp_path, MORE)
    assert page.count('class="kb-words kb-logic"') == 2
    assert "Likewise in" not in page
