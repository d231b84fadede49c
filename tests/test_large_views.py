"""Views with too much for one drawing: an overview whose boxes lead to parts, which have pages and drawings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from hornbook.addresses import BOX_LIMIT, Divided, divided, pages_of, view_part_address
from hornbook.diagrams.values import Role
from hornbook.drawing_files import part_diagram, subject_of, view_diagram
from hornbook.model import Implication, KnowledgeBase, Shape, SourceForm, View
from hornbook.production import examine
from hornbook.reasoning.scopes import Reasoning
from hornbook.reports.rendered import Wanted, rendered
from hornbook.site import build
from tests.hard import dense_view
from tests.load.project import loaded_with
from tests.made import CITED, DEFAULT_FRAMEWORK, HERE, framework, implication, knowledge_base

PAGE = 250_000


@pytest.fixture(name="dense", scope="module")
def dense_fixture(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reasoning, dict[str, bytes]]:
    """A view of 60 boxes and 422 lines, and the files of its site before the engine."""
    folder: Path = tmp_path_factory.mktemp("dense")
    loaded_with(folder, dict(dense_view(60, 8)))
    result = examine(folder / "project")
    assert [one.code for one in result.diagnostics if one.severity == "error"] == []
    assert result.reasoning is not None
    return result.reasoning, build(result.reasoning, {})


def whole_of(knowledge: KnowledgeBase) -> Divided:
    whole = divided(knowledge, knowledge.views["dense"])
    assert whole is not None
    return whole


def shown(implications: Sequence[Implication], goal: str = "a0") -> tuple[KnowledgeBase, View]:
    """A view of all of some implications."""
    facts = {atom: (f"{atom} holds", f"{atom} fails") for one in implications for atom in one.atoms}
    author = framework(implications, facts)
    view = View(
        id="v",
        title="V",
        framework=DEFAULT_FRAMEWORK,
        goal=goal,
        show=tuple(one.id for one in implications),
        source=CITED,
        place=HERE,
        equivalent_to_place=HERE,
    )
    return replace(knowledge_base(), frameworks={author.id: author}, views={"v": view}), view


def test_each_implication_stands_in_one_part_and_each_part_can_be_drawn(
    dense: tuple[Reasoning, dict[str, bytes]],
) -> None:
    knowledge = dense[0].knowledge
    view, whole = knowledge.views["dense"], whole_of(knowledge)
    assert [part.number for part in whole.parts] == list(range(1, len(whole.parts) + 1))
    assert sorted(one.id for part in whole.parts for one in part.implications) == sorted(view.show)
    for part in whole.parts:
        diagram = part_diagram(knowledge, view, part)
        assert not diagram.too_large
        assert len(diagram.boxes) == part.others + 1
        assert part.named_after in {box.atom for box in diagram.boxes}


def test_a_line_of_the_overview_is_a_premise_that_another_part_gives(
    dense: tuple[Reasoning, dict[str, bytes]],
) -> None:
    knowledge = dense[0].knowledge
    whole, diagram = whole_of(knowledge), view_diagram(knowledge, knowledge.views["dense"])
    assert not diagram.too_large
    assert [box.atom for box in diagram.boxes] == [str(part.number) for part in whole.parts]
    for line in diagram.lines:
        giving, using = (whole.parts[int(number) - 1] for number in line.implication.split("-"))
        given = {one.conclusion for one in giving.implications}
        assert any(given & set(one.premises) for one in using.implications)


def test_the_goals_of_the_overview_are_the_parts_that_give_the_goal(
    dense: tuple[Reasoning, dict[str, bytes]],
) -> None:
    knowledge = dense[0].knowledge
    view = knowledge.views["dense"]
    diagram = view_diagram(knowledge, view)
    giving = {
        str(part.number)
        for part in whole_of(knowledge).parts
        if any(one.conclusion is not None and one.conclusion.atom == view.goal for one in part.implications)
    }
    assert giving
    assert {box.atom for box in diagram.boxes if box.role is Role.GOAL} == giving
    fed = {line.target.atom for line in diagram.lines if line.target is not None}
    assert {box.atom for box in diagram.boxes if box.role is Role.DERIVED} == fed - giving


def test_the_overview_and_the_pages_of_parts_lead_to_one_another(dense: tuple[Reasoning, dict[str, bytes]]) -> None:
    reasoning, files = dense
    whole = whole_of(reasoning.knowledge)
    page = files["docs/diagrams/dense/index.md"].decode()
    named = {f"part/{part.number}/" for part in whole.parts}
    assert set(re.findall(r'xlink:href="(part/\d+/)"', page)) == named
    assert set(re.findall(r'<li><a href="(part/\d+/)"', page)) == named
    for part in whole.parts:
        address = view_part_address("dense", part.number)
        assert address in pages_of(reasoning.knowledge)
        own = files[f"docs/{address}index.md"].decode()
        assert '<a href="../../">' in own
        assert "<svg" in own
        for one in part.implications:
            assert f'/#{one.id}"' in own
    assert max(len(data) for path, data in files.items() if path.endswith("index.md")) <= PAGE


def test_the_explorer_of_a_large_view_has_the_part_of_its_goal_and_fetches_the_rest(
    dense: tuple[Reasoning, dict[str, bytes]],
) -> None:
    reasoning, files = dense
    view = reasoning.knowledge.views["dense"]
    part = whole_of(reasoning.knowledge).part_for(view.goal)
    page = files["docs/diagrams/dense/index.md"].decode()
    assert 'data-kb-explorer="" data-kb-from="data.json"' in page
    atoms = {atom for one in part.implications for atom in one.atoms} | {view.goal}
    assert page.count("data-kb-atom=") == len(atoms)
    assert len(files["docs/diagrams/dense/data.json"]) > 0
    assert 'data-kb-from="../../diagrams/dense/data.json"' in files["docs/embed/dense/index.html"].decode()


def test_files_of_a_large_view_show_its_overview(dense: tuple[Reasoning, dict[str, bytes]]) -> None:
    reasoning, _ = dense
    subject = subject_of(reasoning.knowledge, reasoning.knowledge.views["dense"])
    made = rendered(reasoning, Wanted(name="dense"), SourceForm.MERMAID, Shape.NORMAL)
    assert isinstance(made, bytes)
    for box in subject.diagram.boxes:
        led = subject.addresses.of_box(box)
        assert led is not None
        assert led.endswith(f"/diagrams/dense/part/{box.atom}/")
        assert led.encode() in made


def test_what_can_be_drawn_whole_is_not_divided() -> None:
    chain = [implication(f"i{number}", [f"a{number}"], f"a{number + 1}") for number in range(BOX_LIMIT - 1)]
    assert divided(*shown(chain)) is None
    one_more = [*chain, implication("more", [f"a{BOX_LIMIT - 1}"], "z")]
    whole = divided(*shown(one_more))
    assert whole is not None
    assert len(whole.parts) > 1


def test_what_many_implications_conclude_is_divided_too() -> None:
    star = [implication(f"i{number}", [f"a{number}", f"b{number}"], "goal") for number in range(200)]
    whole = divided(*shown(star, "goal"))
    assert whole is not None
    assert len(whole.parts) > 200 * 3 / BOX_LIMIT
    assert whole.part_for("goal") is whole.parts[0]
    assert all(part.named_after == "goal" for part in whole.parts)


def test_what_concludes_nothing_stands_with_its_premises() -> None:
    pairs = [implication(f"i{number}", [f"a{number}", f"b{number}"], None) for number in range(BOX_LIMIT)]
    knowledge, view = shown(pairs)
    whole = divided(knowledge, view)
    assert whole is not None
    assert sum(len(part.implications) for part in whole.parts) == BOX_LIMIT
    assert whole.giving == {}
    assert view_diagram(knowledge, view).lines == ()


def test_one_implication_that_no_drawing_holds_cannot_be_divided() -> None:
    knowledge, view = shown([implication("all", [f"a{number}" for number in range(BOX_LIMIT)], "z")])
    assert divided(knowledge, view) is None
    assert view_diagram(knowledge, view).too_large
