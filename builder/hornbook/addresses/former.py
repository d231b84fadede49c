"""Former ids: what records, parts of them and claims were called before, as anchors of theirs go on leading to them."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from hornbook.kinds import EXAMPLE, FRAMEWORK, POSITION, TERM, VIEW, Kind, Part
from hornbook.model import KnowledgeBase
from hornbook.model.claim_ids import claim_id, former_claim_ids, own_id
from hornbook.model.claims import AnyClaim
from hornbook.model.situations import Judgement

MOST_FORMER = 256
"""So many former ids of one claim lead to it."""
_KINDS = {kind.word: kind for kind in (TERM, FRAMEWORK, VIEW, EXAMPLE)}


def former_ids(knowledge: KnowledgeBase, kind: Kind, name: str) -> tuple[str, ...]:
    """The ids that a record had before, and those of what was retired for it."""
    record: Any = knowledge.by_id(kind.declaration).get(name)
    names = [name, *(record.was if record is not None else ())]
    for one in names:  # which grows: what was retired for something may have taken the place of something before
        names += (old for old in knowledge.replaced.get(f"{kind.word} {one}", ()) if old not in names)
    return tuple(names[1:])


def former_names(knowledge: KnowledgeBase, part: Part, value: Any) -> Iterator[str]:  # noqa: ANN401 - of any kind
    """The names that a part of a record had before, the present one never among them."""
    if part.key is claim_id:
        yield from islice(_of_claim(knowledge, value), MOST_FORMER)
    elif part is POSITION:
        yield from former_ids(knowledge, FRAMEWORK, value.framework)
    else:
        yield from getattr(value, "was", ())


def has_more_former_ids(knowledge: KnowledgeBase, claim: AnyClaim | Judgement) -> bool:
    """Whether a claim had more ids than lead to it."""
    return next(islice(_of_claim(knowledge, claim), MOST_FORMER, None), None) is not None


def _of_claim(knowledge: KnowledgeBase, claim: AnyClaim | Judgement) -> Iterator[str]:
    if own_id(claim) is not None:
        return iter(())
    asked = claim.claim if isinstance(claim, Judgement) else claim
    scope = getattr(asked, "scope", None)

    def formers(kind: str, name: str) -> Iterator[str]:
        match kind:
            case "atom":
                yield from former_ids(knowledge, TERM, name)
                framework = None if scope is None else knowledge.frameworks.get(scope.framework)
                for fact in framework.facts if framework is not None else ():
                    yield from fact.was if fact.id == name else ()
            case "sense":
                term, _, own = name.partition("/")
                senses = knowledge.terms[term].senses if term in knowledge.terms else ()
                called = [own, *(old for sense in senses if sense.id == own for old in sense.was)]
                terms = (term, *former_ids(knowledge, TERM, term))
                yield from (f"{one}/{other}" for one in terms for other in called if f"{one}/{other}" != name)
            case _:
                yield from former_ids(knowledge, _KINDS[kind], name)

    return former_claim_ids(claim, formers)
