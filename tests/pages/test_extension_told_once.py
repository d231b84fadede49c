"""What a framework shares with those that extend it is told once on the page of a term, and drawn once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hornbook import drawing_files
from hornbook.addresses import neighbourhood_address, term_address
from hornbook.diagrams.forms import Subject, written
from hornbook.drawing_files import file_makers
from hornbook.model import PictureForm, Shape
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


def neighbourhoods_of_rain(folder: Path, wider: Mapping[str, str]) -> dict[str, bytes]:
    files = {f"glossary/frameworks/{name}.yaml": text for name, text in wider.items()}
    knowledge = loaded_with(folder, files).knowledge
    assert knowledge is not None
    drawn = {one.id: neighbourhood_address(one.id, "rain", PictureForm.SVG) for one in knowledge.frameworks.values()}
    makers = [one for one in file_makers(knowledge) if one.page == term_address("rain")]
    made = {address: data for one in makers for address, data in one.make().items()}
    return {name: made[address] for name, address in drawn.items()}


def test_what_a_framework_takes_over_as_it_is_has_the_drawing_of_that_whose_it_is(tmp_path: Path) -> None:
    drawn = neighbourhoods_of_rain(tmp_path, {"wider": WIDER})
    assert drawn["wider"] == drawn["weather"]


def test_what_says_more_of_a_term_has_its_own_drawing(tmp_path: Path) -> None:
    further = WIDER.replace("weather", "wider").replace("Wider", "Further")
    drawn = neighbourhoods_of_rain(tmp_path, {"wider": MORE, "further": further})
    assert drawn["wider"] != drawn["weather"]
    assert drawn["further"] == drawn["wider"]


def test_no_more_is_drawn_however_many_frameworks_take_a_term_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def counted(subject: Subject, form: PictureForm, shape: Shape) -> bytes:
        drawn.append(subject.diagram.id)
        return written(subject, form, shape)

    monkeypatch.setattr(drawing_files, "written", counted)
    neighbourhoods_of_rain(tmp_path, {})
    once = list(drawn)
    drawn.clear()
    many = {f"wider-{number}": WIDER.replace("Wider", f"Wider {number}") for number in range(5)}
    assert len(neighbourhoods_of_rain(tmp_path, many)) == 6
    assert drawn == once
