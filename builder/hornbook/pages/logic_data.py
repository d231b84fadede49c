"""What follows from what as data for other programs: frameworks with their implications, and what diagrams show.

A framework has all that counts in it, what it takes over from another one included; literals are written as in claims.
"""

from collections.abc import Mapping

from hornbook.addresses import drawing_files, framework_address, view_address
from hornbook.model import Chain, Framework, Implication, KnowledgeBase, View

IMPOSSIBLE = "impossible"
"""In the place of a conclusion: the premises cannot hold together."""


Records = dict[str, dict[str, object]]
"""Records by their ids."""


def frameworks_data(knowledge: KnowledgeBase) -> Records:
    """Each framework: its atoms that are no terms, its choices, presuppositions and implications.

    `extends` names the framework whose words are used here too; what it implies stands among the implications.
    """
    return {name: _framework(framework) for name, framework in knowledge.frameworks.items()}


def pictures_data(knowledge: KnowledgeBase, pictures: Mapping[str, View] | Mapping[str, Chain]) -> Records:
    """Views or chains: the page of each, its drawing if that is published as a file, and what a view shows."""
    return {name: _picture(knowledge, one) for name, one in pictures.items()}


def _framework(framework: Framework) -> dict[str, object]:
    extended = {"extends": framework.extends, "without": list(framework.without)} if framework.extends else {}
    return {
        "label": framework.label,
        "url": framework_address(framework.id),
        **extended,
        "atoms": {fact.id: {"holds": fact.holds, "fails": fact.fails} for fact in framework.all_facts},
        "choices": [{"id": choice.id, "one_of": list(choice.one_of)} for choice in framework.all_choices],
        "presupposes": {
            one.atom: {"under": [str(literal) for literal in one.under]} for one in framework.all_presupposes
        },
        "implications": [_implication(one) for one in framework.all_implications],
    }


def _implication(one: Implication) -> dict[str, object]:
    return {
        "id": one.id,
        "if": [str(literal) for literal in one.premises],
        "assuming": [str(literal) for literal in one.assuming],
        "then": IMPOSSIBLE if one.conclusion is None else str(one.conclusion),
        "converse": one.converse,
    }


def _picture(knowledge: KnowledgeBase, picture: View | Chain) -> dict[str, object]:
    drawn = next((file for file in drawing_files(knowledge, picture.id) if file.endswith(".svg")), None)
    data: dict[str, object] = {"title": picture.title, "url": view_address(picture.id)}
    if drawn is not None:
        data["drawing"] = drawn
    if isinstance(picture, View):
        data |= {"framework": picture.framework, "goal": picture.goal, "show": list(picture.show)}
    return data
