"""Previews: for every term that a page links to, what a small card says of it; kept in an attribute of the page.

So nothing is fetched, and the cards work where a site is read from a folder.
"""

import json
import re
from itertools import islice

from hornbook.model import KnowledgeBase
from hornbook.model.outside import outside_name
from hornbook.pages.context import kinds_differ
from hornbook.pages.html import Html, tag
from hornbook.pages.whose import whose

_LINKED = re.compile(r'\bdata-term="([a-z0-9:-]+)"')
_MOST = 80


def previews_html(knowledge: KnowledgeBase, page: str, own: str | None = None) -> Html | None:
    """The element that holds the previews for the Markdown of a page; None where it links to no term but its `own`.

    Of a page that links to very many terms, those that it names first have previews.
    """
    met = (term for term in dict.fromkeys(_LINKED.findall(page)) if _is_known(knowledge, term) and term != own)
    linked = sorted(islice(met, _MOST))
    if not linked:
        return None
    cards = {term: _card(knowledge, term) for term in linked}
    written = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    return tag("div", hidden="", data_kb_previews=written)


def _is_known(knowledge: KnowledgeBase, name: str) -> bool:
    outside = outside_name(name)
    if outside is None:
        return name in knowledge.terms
    glossary = knowledge.outside.get(outside[0])
    return glossary is not None and outside[1] in glossary.terms


def _card(knowledge: KnowledgeBase, name: str) -> list[str]:
    """The name, the kind if there are several, the short definition, and whose it is: another glossary's is marked."""
    outside = outside_name(name)
    if outside is not None:
        glossary = knowledge.outside[outside[0]]
        foreign = glossary.terms[outside[1]]
        said = f"{foreign.whose}, in {glossary.title}" if foreign.whose else f"From {glossary.title}"
        return [foreign.label, "", foreign.short, said]
    term = knowledge.terms[name]
    author = whose(knowledge, term)
    return [term.label, term.kind if kinds_differ(knowledge) else "", term.short, *([author] if author else [])]
