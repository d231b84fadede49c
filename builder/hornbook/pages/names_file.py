"""What the script needs to help where search finds nothing: every name with its page, and where to propose others.

It lies beside the script, which fetches it once a reader searches.
"""

import json
from collections.abc import Iterable

from hornbook.addresses import page_address, term_address
from hornbook.kinds import TERM
from hornbook.language import later, say
from hornbook.model import KnowledgeBase
from hornbook.pages.disagree import proposal_address
from hornbook.pages.search_words import search_names, words_of

PLACEHOLDER = "WORDS"
"""In an address, stands for what was looked for."""
PLACEHOLDER_ID = "SLUG"
"""Likewise, for an id made of it."""
_GUIDE = "contribute/"
# Words: the everyday words of three letters and more with which people ask in your language, in any order
_EVERYDAY = later(
    "about after again all also always another any are because been before being between both but can cannot could did "
    "does doing done each else ever every explain few for from had has have here how into its just know like made make "
    "many mean meaning means more most much must never not only other our ours own same shall should show since some "
    "such tell than that the their them then there these they thing things this those through under until use used "
    "very was were what when where which while who whom whose why will with within without would you your"
)
"""What asks, and names nothing; a question is not about it."""


def names_file(knowledge: KnowledgeBase, titles: Iterable[tuple[str, str]], begun: str) -> bytes:
    """The file, as JSON; `titles` are those of pages, and other words in which they are looked for, each with its page.

    `begun` is the file of a new term, with the placeholder as its label.
    The names of terms stand first, each term's label before its others.
    """
    names: dict[str, str] = {}
    known = set(say(_EVERYDAY).split())
    for term in knowledge.terms.values():
        for name in search_names(term):
            names.setdefault(name.text, term_address(term.id))
            known.update(word for spelling in name.spellings for word in words_of(spelling))
    for title, address in titles:
        names.setdefault(title, address)
    said = {word for name in names for word in words_of(name)}
    data = {"names": list(names.items()), "known": sorted(known - said), "propose": _proposal(knowledge, begun)}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _proposal(knowledge: KnowledgeBase, begun: str) -> str | None:
    """Where to propose something: a prefilled file, issue or mail, else the guide for contributors, if there is one."""
    prefilled = proposal_address(knowledge.glossary, PLACEHOLDER, TERM.own_file.format(PLACEHOLDER_ID), begun)
    if prefilled is not None:
        return prefilled
    return next((_GUIDE for page in knowledge.pages if page_address(page.path) == _GUIDE), None)
