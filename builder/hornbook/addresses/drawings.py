"""The files of drawings that a site has: what `outputs` names, for each view, chain and neighbourhood."""

from collections.abc import Iterator

from hornbook.addresses.records import drawing_address, neighbourhood_address
from hornbook.model import KnowledgeBase, Shape


def drawing_files(knowledge: KnowledgeBase, name: str) -> tuple[str, ...]:
    """The files of one view or chain, the normal shape first and the sources last."""
    outputs = knowledge.glossary.outputs
    pictures = (drawing_address(name, form, shape) for shape in Shape for form in outputs.forms(shape))
    sources = (drawing_address(name, form) for form in dict.fromkeys(outputs.sources))
    return (*pictures, *sources)


def neighbourhood_files(knowledge: KnowledgeBase) -> Iterator[str]:
    """The files of all neighbourhoods: those of the terms that an implication of the framework mentions."""
    forms = tuple(dict.fromkeys(knowledge.glossary.outputs.neighbourhoods))
    for framework in knowledge.frameworks.values():
        mentioned = {atom for implication in framework.all_implications for atom in implication.atoms}
        for term in sorted(mentioned & knowledge.terms.keys()):
            yield from (neighbourhood_address(framework.id, term, form) for form in forms)
