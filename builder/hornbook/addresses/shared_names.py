"""Where the pages stand that say what a word of several terms may mean."""

from collections.abc import Mapping

from hornbook.addresses.records import term_address
from hornbook.addresses.reserved import RESERVED_IDS
from hornbook.kinds import TERM
from hornbook.model import KnowledgeBase
from hornbook.model.notation import slug
from hornbook.model.shared_names import SharedName, shared_names


def shared_name_pages(knowledge: KnowledgeBase) -> Mapping[str, tuple[SharedName, ...]]:
    """The words of each such page, by its address.

    A word whose address a term has or had has no such page, nor has one without letters that can stand in an address.
    """
    former = {old for term in knowledge.terms.values() for old in term.was}
    retired = {line.partition(" ")[2] for line in knowledge.retired if line.startswith(f"{TERM.word} ")}
    taken = {*knowledge.terms, *former, *retired, *RESERVED_IDS, ""}
    found: dict[str, tuple[SharedName, ...]] = {}
    for word, name in shared_names(knowledge.terms).items():
        address = term_address(slug(word))
        if slug(word) not in taken:
            found[address] = (*found.get(address, ()), name)
    return found
