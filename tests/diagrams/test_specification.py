"""What diagrams show of implications."""

from collections.abc import Callable, Mapping

from hornbook.diagrams import Diagram, diagram_of, neighbourhoods_of
from hornbook.diagrams.specification import NEIGHBOURHOOD_LIMIT
from hornbook.diagrams.values import Box, Kind, Role
from hornbook.diagrams.words import LABEL_LIMIT
from hornbook.logic import Literal
from hornbook.model import Framework, Implication, KnowledgeBase

Imply = Callable[..., Implication]
Drawn = Callable[..., Diagram]


def _labels(diagram: Diagram) -> list[str]:
    return [box.label for box in diagram.boxes]


def _pills(diagram: Diagram) -> dict[str, str]:
    return {pill.implication: pill.label for pill in diagram.pills}


def _box(diagram: Diagram, atom: str) -> Box:
    return next(box for box in diagram.boxes if box.atom == atom)


def test_each_atom_has_one_box_and_conditions_have_none(views: Mapping[str, Diagram]) -> None:
    assert _labels(views["both-routes"]) == [
        "inner alignment",
        "objective robustness",
        "outer alignment",
        "intent alignment",
        "capability robustness",
        "impact alignment",
        "robustness",
    ]


def test_goal_derived_terms_and_leaves_have_roles(views: Mapping[str, Diagram]) -> None:
    roles = {box.atom: box.role for box in views["intent-centric"].boxes}
    assert roles["impact-alignment"] is Role.GOAL
    assert roles["intent-alignment"] is roles["objective-robustness"] is Role.DERIVED
    assert roles["outer-alignment"] is roles["inner-alignment"] is Role.LEAF


def test_pills_say_and_and_conditions(drawn: Drawn, implication: Imply) -> None:
    diagram = drawn(
        [
            implication("plain", ["robustness"], "outer-alignment"),
            implication("both", ["robustness", "outer-alignment"], "intent-alignment"),
            implication("conditional", ["robustness"], "inner-alignment", assuming=["mesa-optimizer"]),
            implication(
                "all",
                ["robustness", "outer-alignment"],
                "impact-alignment",
                assuming=["mesa-optimizer", "not deceptive-alignment"],
            ),
        ]
    )
    assert _pills(diagram) == {
        "both": "AND",
        "conditional": "if mesa-optimizer",
        "all": "AND · if mesa-optimizer and not deceptive alignment",
    }
    assert [pill.kind for pill in diagram.pills] == [Kind.PLAIN, Kind.CONDITIONAL, Kind.CONDITIONAL]


def test_pills_say_what_is_unusual(views: Mapping[str, Diagram]) -> None:
    pills = _pills(views["unusual"])
    assert pills["definition"] == "AND · exactly when"
    assert pills["clash"] == "cannot both hold"
    assert pills["clash-of-three"] == "cannot all hold"
    assert pills["always"] == "always"
    assert pills["conditionally"] == "if not mesa-optimizer"
    assert pills["to-itself"] == "gives"
    assert "back" not in pills


def test_conditions_that_clash_are_drawn_as_premises(drawn: Drawn, implication: Imply) -> None:
    diagram = drawn([implication("clash", [], None, assuming=["mesa-optimizer", "robustness"])])
    assert _labels(diagram) == ["mesa-optimizer", "robustness"]
    assert _pills(diagram) == {"clash": "cannot both hold"}


def test_one_arrow_leaves_each_implication_and_premises_have_none(
    views: Mapping[str, Diagram], unusual: Framework
) -> None:
    lines = views["unusual"].lines
    for implication in unusual.implications:
        own = [line for line in lines if line.implication == implication.id]
        arrows = [line for line in own if line.arrow]
        assert [line.target for line in arrows] == ([implication.conclusion] if implication.conclusion else [])
        if implication.id in _pills(views["unusual"]):
            to_pill = [line.source for line in own if not line.arrow]
            assert to_pill == list(implication.premises or ([] if arrows else implication.assuming))


def test_an_atom_and_its_negation_are_one_box_and_lines_say_which_they_take(views: Mapping[str, Diagram]) -> None:
    atoms = [box.atom for box in views["unusual"].boxes]
    assert len(atoms) == len(set(atoms))
    (to,) = [line for line in views["unusual"].lines if line.implication == "failing" and line.arrow]
    assert to.target == Literal("intent-alignment", holds=False)


def test_box_of_a_negation_has_the_name_of_its_term(drawn: Drawn, implication: Imply) -> None:
    diagram = drawn([implication("a", ["deceptive-alignment"], "not inner-alignment")])
    assert _labels(diagram) == ["deceptive alignment", "inner alignment"]
    assert _box(diagram, "inner-alignment").role is Role.DERIVED


def test_abbreviations_keep_their_capital(
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase], drawn: Drawn, implication: Imply
) -> None:
    base = knowledge_of({"rlhf": "RLHF", "outer-alignment": "Outer alignment"})
    diagram = drawn([implication("a", ["rlhf"], "outer-alignment", assuming=["rlhf"])], base=base)
    assert _labels(diagram) == ["RLHF", "outer alignment"]
    assert _pills(diagram) == {"a": "if RLHF"}


def test_facts_are_named_by_a_short_sentence_or_by_their_id(drawn: Drawn, implication: Imply) -> None:
    facts = {"outputs-good": ("every output was good", "some output was bad"), "long-story": ("x" * 61, "y" * 61)}
    diagram = drawn(
        [
            implication("a", ["outputs-good", "not outputs-good"], "long-story"),
            implication("b", ["not long-story"], "robustness"),
        ],
        facts=facts,
    )
    assert _labels(diagram) == [
        "every output was good",
        "long story",
        "robustness",
    ]
    assert [box.is_term for box in diagram.boxes] == [False, False, True]


def test_labels_are_cut_at_their_limit(
    knowledge_of: Callable[[Mapping[str, str]], KnowledgeBase], drawn: Drawn, implication: Imply
) -> None:
    base = knowledge_of({"a": "a" * 300, "b": "B"})
    (first, _) = _labels(drawn([implication("i", ["a"], "b")], base=base))
    assert len(first) == LABEL_LIMIT
    assert first.endswith("…")


def test_implications_and_premises_given_twice_are_drawn_once(drawn: Drawn, implication: Imply) -> None:
    twice = implication("a", ["robustness", "robustness"], "outer-alignment")
    diagram = drawn([twice, twice])
    assert len(diagram.lines) == 1
    assert not diagram.pills


def test_goal_is_drawn_without_implications(drawn: Drawn) -> None:
    assert [(box.label, box.role) for box in drawn([], "robustness").boxes] == [("robustness", Role.GOAL)]
    assert drawn([]).boxes == ()


def test_description_and_title_are_kept(knowledge: KnowledgeBase, flagship: Framework) -> None:
    diagram = diagram_of(knowledge, flagship, [], id="i", title="T", description="D", goal=None)
    assert (diagram.id, diagram.title, diagram.description) == ("i", "T", "D")


def test_neighbourhood_is_what_concludes_and_uses_the_term(knowledge: KnowledgeBase, flagship: Framework) -> None:
    diagram = _around(knowledge, flagship, "intent-alignment")
    assert {line.implication for line in diagram.lines} == {
        "outer-and-objective-give-intent",
        "intent-and-capability-give-impact",
    }
    assert _box(diagram, "intent-alignment").role is Role.HERE
    assert [box.role for box in diagram.boxes].count(Role.HERE) == 1
    assert "Intent alignment holds if outer alignment holds and objective robustness holds." in diagram.description


def test_neighbourhood_marks_a_term_of_which_only_the_negation_is_used(
    knowledge: KnowledgeBase, unusual: Framework
) -> None:
    diagram = _around(knowledge, unusual, "reasons-good")
    assert [box.atom for box in diagram.boxes if box.role is Role.HERE] == ["reasons-good"]


def test_neighbourhood_of_a_condition_marks_its_pills(knowledge: KnowledgeBase, flagship: Framework) -> None:
    diagram = _around(knowledge, flagship, "mesa-optimizer")
    assert [pill.here for pill in diagram.pills] == [True]
    assert all(box.role is not Role.HERE for box in diagram.boxes)


def test_neighbourhood_of_a_lonely_term_is_its_box(knowledge: KnowledgeBase, flagship: Framework) -> None:
    diagram = _around(knowledge, flagship, "deceptive-alignment")
    assert [box.role for box in diagram.boxes] == [Role.HERE]
    assert diagram.description == "No implication of Hubinger (2020) mentions deceptive alignment."


def test_the_neighbourhoods_that_are_drawn_are_those_with_lines(knowledge: KnowledgeBase, unusual: Framework) -> None:
    found = neighbourhoods_of(knowledge, unusual)
    assert found.drawn == [term for term in sorted(knowledge.terms) if found.of(term).lines]
    assert 0 < len(found.drawn) < len(knowledge.terms)


def test_neighbourhood_says_what_it_leaves_out(
    knowledge: KnowledgeBase, framework: Callable[..., Framework], implication: Imply
) -> None:
    many = [implication(f"i{number}", ["robustness"], "outer-alignment") for number in range(NEIGHBOURHOOD_LIMIT + 3)]
    last = implication("concluding", ["inner-alignment"], "robustness")
    diagram = _around(knowledge, framework([*many, last]), "robustness")
    assert diagram.left_out == 4
    assert "concluding" in {line.implication for line in diagram.lines}
    assert diagram.description.endswith("Not drawn: 4 more.")


def _around(knowledge: KnowledgeBase, framework: Framework, term: str) -> Diagram:
    return neighbourhoods_of(knowledge, framework).of(term)
