"""Previews: for every term that a page links to, what a small card says of it; kept in an attribute of the page.

So nothing is fetched, and the cards work where a site is read from a folder.
"""

import json
import re
from itertools import islice

from hornbook.model import KnowledgeBase, Term
from hornbook.pages.context import kinds_differ
from hornbook.pages.html import Html, tag
from hornbook.pages.whose import whose

_LINKED = re.compile(r'\bdata-term="([a-z0-9-]+)"')
_MOST = 80


def previews_html(knowledge: KnowledgeBase, page: str, own: str | None = None) -> Html | None:
    """The element that holds the previews for the Markdown of a page; None where it links to no term but its `own`.

    Of a page that links to very many terms, those that it names first have previews.
    """
    met = (term for term in dict.fromkeys(_LINKED.findall(page)) if term in knowledge.terms and term != own)
    linked = sorted(islice(met, _MOST))
    if not linked:
        return None
    cards = {term: _card(knowledge, knowledge.terms[term]) for term in linked}
    written = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    return tag("div", hidden="", data_kb_previews=written)


def _card(knowledge: KnowledgeBase, term: Term) -> list[str]:
    """The name, the kind if there are several, the short definition, and whose it is."""
    author = whose(knowledge, term)
    kind = knowledge.glossary.kind_called(term.own_kind) if kinds_differ(knowledge) else ""
    return [term.label, kind, term.short, *([author] if author else [])]
