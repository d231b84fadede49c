"""Where a change stands in the later state: at the claim, implication or record that it is about."""

from hornbook.changes.logic import Turn
from hornbook.diagnostics import Place
from hornbook.kinds import GLOSSARY, KINDS
from hornbook.model import Claim, Implication, KnowledgeBase
from hornbook.model.contents import every_claim
from hornbook.reasoning.comparison import asked

NOWHERE = Place(GLOSSARY.file)
"""For what the later state has nothing of."""


def place_of_turn(before: KnowledgeBase, after: KnowledgeBase, turn: Turn) -> Place:
    """The first claim that asks what has another verdict now; without one, what changed in the framework."""
    claims = (claim for claim in every_claim(after) if isinstance(claim, Claim))
    stated = (one.verdict_place for one in claims if one.scope == turn.scope and asked(one) == turn.question)
    return next(stated, None) or place_of_implications(before, after, turn.scope.framework)


def place_of_implications(before: KnowledgeBase, after: KnowledgeBase, framework: str) -> Place:
    """The first implication of a framework that is new or says something else; else the framework."""
    if framework not in after.frameworks:
        return NOWHERE
    now = after.frameworks[framework]
    known = before.frameworks[framework].all_implications if framework in before.frameworks else ()
    said = {one.id: _said(one) for one in known}
    changed = (one.place for one in now.all_implications if said.get(one.id) != _said(one))
    return next(changed, now.place)


def place_of_record(knowledge: KnowledgeBase, name: str) -> Place:
    """Where a record stands that is named as `kind id`."""
    word, _, name = name.partition(" ")
    for kind in KINDS:
        if kind.word == word and (record := knowledge.by_id(kind.declaration).get(name)) is not None:
            place: Place = record.place
            return place
    return NOWHERE


def place_of_drawing(knowledge: KnowledgeBase, name: str) -> Place:
    """Where a view or a chain stands."""
    drawn = knowledge.views.get(name) or knowledge.chains.get(name)
    return NOWHERE if drawn is None else drawn.place


def _said(one: Implication) -> tuple[object, ...]:
    return one.premises, one.assuming, one.conclusion, one.converse
