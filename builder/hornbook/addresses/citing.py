"""Which records with pages cite each source."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from hornbook.addresses.records import record_address, title_of_record
from hornbook.identity import Itself
from hornbook.kinds import ADDRESSED, FRAMEWORK
from hornbook.model import Citation, KnowledgeBase
from hornbook.model.contents import each


def cited_by(knowledge: KnowledgeBase) -> dict[str, list[tuple[str, str]]]:
    """The title and address of each page that cites a source, by its id; the authors' vocabularies come first."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind in sorted(ADDRESSED, key=lambda kind: kind is not FRAMEWORK):
        for record in knowledge.records(kind.declaration):
            for source in dict.fromkeys(citation.ref for citation in each(record, Citation)):
                found[source].append((title_of_record(kind, record), record_address(kind, record.id)))
    return dict(found)


def times_cited(knowledge: KnowledgeBase) -> Mapping[str, int]:
    """How many pages cite each source that is cited; counted once."""
    return _counted(Itself(knowledge))


@lru_cache(maxsize=2)
def _counted(key: Itself[KnowledgeBase]) -> Mapping[str, int]:
    (knowledge,) = key.values
    return {source: len(pages) for source, pages in cited_by(knowledge).items()}
