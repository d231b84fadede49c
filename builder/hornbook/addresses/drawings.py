"""The files of drawings that a site has: what `outputs` names, for each view, chain, framework and neighbourhood."""

from collections.abc import Iterator, Sequence

from hornbook.addresses.records import drawing_address, neighbourhood_address
from hornbook.model import Framework, Implication, KnowledgeBase, Shape

FILES_LIST = "files"
"""The place on the page of each view and chain where its files are listed."""

MOST_DRAWN = 30
"""So many implications of a framework are drawn, in parts; of more only some, which have no files."""
FRAMEWORK_SHAPES = (Shape.NORMAL, Shape.NARROW)
_READABLE = 9
_PART = 6


def drawing_files(knowledge: KnowledgeBase, name: str) -> tuple[str, ...]:
    """The files of one view or chain, the normal shape first and the sources last."""
    outputs = knowledge.glossary.outputs
    pictures = (drawing_address(name, form, shape) for shape in Shape for form in outputs.forms(shape))
    sources = (drawing_address(name, form) for form in dict.fromkeys(outputs.sources))
    return (*pictures, *sources)


def framework_drawing_files(knowledge: KnowledgeBase) -> Iterator[str]:
    """The files of the drawings of all frameworks."""
    forms = tuple(dict.fromkeys(knowledge.glossary.outputs.frameworks))
    for framework in knowledge.frameworks.values():
        for name in framework_drawings(framework):
            yield from (drawing_address(name, form, shape) for shape in FRAMEWORK_SHAPES for form in forms)


def framework_drawings(framework: Framework) -> dict[str, Sequence[Implication]]:
    """What each drawing of a framework shows, by the name of its files: `ID`, and of further parts `ID.2`.

    Ids have no points, so that no view or chain has such a name. One that is too large to be drawn whole has none.
    """
    if len(framework.all_implications) > MOST_DRAWN:
        return {}
    parts = readable_parts(framework.all_implications)
    return {f"{framework.id}.{number}" if number > 1 else framework.id: part for number, part in enumerate(parts, 1)}


def drawing_name(framework: Framework, shown: Sequence[Implication]) -> str | None:
    """The name of the files of the drawing of a framework that shows some implications; None where it has no files."""
    names = {part[0].id: name for name, part in framework_drawings(framework).items()}
    return names.get(shown[0].id)


def readable_parts(implications: Sequence[Implication]) -> list[list[Implication]]:
    """The implications in groups small enough for a drawing, those with one conclusion together.

    Up to nine stay in one group, in the author's order: so many can be read, more become a maze.
    """
    if len(implications) <= _READABLE:
        return [list(implications)] if implications else []
    by_conclusion: dict[str | None, list[Implication]] = {}
    for one in implications:
        by_conclusion.setdefault(one.conclusion.atom if one.conclusion else None, []).append(one)
    groups: list[list[Implication]] = [[]]
    for together in by_conclusion.values():
        if groups[-1] and len(groups[-1]) + len(together) > _PART:
            groups.append([])
        groups[-1] += together
    return groups


def neighbourhood_files(knowledge: KnowledgeBase) -> Iterator[str]:
    """The files of all neighbourhoods: those of the terms that an implication of the framework mentions."""
    forms = tuple(dict.fromkeys(knowledge.glossary.outputs.neighbourhoods))
    for framework in knowledge.frameworks.values():
        mentioned = {atom for implication in framework.all_implications for atom in implication.atoms}
        for term in sorted(mentioned & knowledge.terms.keys()):
            yield from (neighbourhood_address(framework.id, term, form) for form in forms)
