"""Where the vocabulary stands as data, and in which files: in one, or where it holds much, in parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hornbook.addresses.embeds import anchored_claims
from hornbook.addresses.fixed import CLAIMS_DATA, GLOSSARY_DATA
from hornbook.addresses.links import plain_address
from hornbook.addresses.records import record_address
from hornbook.kinds import ADDRESSED, Kind
from hornbook.model import DataForm, Framework, KnowledgeBase

MOST_WHOLE = 600
"""So many records, implications and facts stand in one file."""
MOST_IN_PART = 100
"""Where there are more, so many stand in each part; one framework is never cut."""
COLLECTIONS = (
    *("terms", "frameworks", "views", "chains", "faqs", "examples"),
    *("questions", "disagreements", "sources", "statements"),
)
"""The fields of the knowledge base whose records are told by their ids."""


@dataclass(frozen=True, slots=True)
class DataPart:
    """One part of the data: some records of one collection, or some claims."""

    address: str
    collection: str
    names: tuple[str, ...]
    """The ids of the records; of claims, their addresses."""


def glossary_parts(knowledge: KnowledgeBase) -> tuple[DataPart, ...]:
    """The parts beside the file of the glossary; none where all of it fits."""
    if DataForm.JSON not in knowledge.glossary.outputs.data:
        return ()
    weights = {collection: dict(_weights(knowledge, collection)) for collection in COLLECTIONS}
    if sum(sum(one.values()) for one in weights.values()) <= MOST_WHOLE:
        return ()
    return tuple(
        DataPart(_part(GLOSSARY_DATA, f"{collection}-{number}"), collection, names)
        for collection, weighed in weights.items()
        for number, names in enumerate(_cut(weighed), start=1)
    )


def claims_parts(knowledge: KnowledgeBase) -> tuple[DataPart, ...]:
    """The parts beside the file of the claims; none where all of them fit."""
    if DataForm.JSON not in knowledge.glossary.outputs.data:
        return ()
    names = tuple(claim_addresses(knowledge))
    if len(names) <= MOST_IN_PART:
        return ()
    return tuple(
        DataPart(_part(CLAIMS_DATA, f"claims-{number}"), "claims", some)
        for number, some in enumerate(_cut(dict.fromkeys(names, 1)), start=1)
    )


def claim_addresses(knowledge: KnowledgeBase) -> Iterator[str]:
    """The place of each claim, as people write it; what all frameworks are asked has one for each of them."""
    for kind, name, one in anchored_claims(knowledge):
        yield plain_address(record_address(kind, name, one.anchor))


def record_files(knowledge: KnowledgeBase) -> dict[str, tuple[Kind, str]]:
    """The files of single records, where they are asked for: in the folder of the page of each that has one."""
    if DataForm.RECORDS not in knowledge.glossary.outputs.data:
        return {}
    return {
        f"{record_address(kind, name)}index.json": (kind, name)
        for kind in ADDRESSED
        for name in knowledge.by_id(kind.declaration)
        if record_address(kind, name).endswith("/")
    }


def _part(whole: str, name: str) -> str:
    return f"{whole.removesuffix('.json')}/{name}.json"


def _weights(knowledge: KnowledgeBase, collection: str) -> Iterator[tuple[str, int]]:
    """How much each record of a collection counts."""
    for name, record in getattr(knowledge, collection).items():
        match record:
            case Framework():
                yield name, 1 + len(record.implications) + len(record.facts)
            case tuple():
                yield name, len(record)
            case _:
                yield name, 1


def _cut(weights: Mapping[str, int]) -> Iterable[tuple[str, ...]]:
    """The names in their order, as many in each part as it takes."""
    part: list[str] = []
    held = 0
    for name, weight in weights.items():
        if part and held + weight > MOST_IN_PART:
            yield tuple(part)
            part, held = [], 0
        part.append(name)
        held += weight
    if part:
        yield tuple(part)
