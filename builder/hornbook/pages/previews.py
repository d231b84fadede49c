"""Previews: what a small card says of a term that a page links to.

They stand in files of their own, some terms in each. A file is a script and no data, since browsers fetch no data where
a site is read from a folder; it is asked for at the first link to one of its terms that a reader points at.
"""

import json
import re
from collections import defaultdict

from hornbook.addresses import PREVIEW, preview_file, preview_files, previews_needed, relative
from hornbook.kinds import KINDS
from hornbook.language import say
from hornbook.model import KnowledgeBase
from hornbook.model.contents import terms_named
from hornbook.model.outside import outside_name
from hornbook.pages.html import Html, tag
from hornbook.pages.whose import whose

_LINKED = re.compile(r'href="(?:[^"]*/)?([a-z0-9-]+)/" class="kb-link')
_BOXED = re.compile(r' data-term="([a-z0-9:-]+)"')
"""Boxes of drawings, and links to other glossaries, whose addresses do not end with what we call their terms."""


def previews_html(knowledge: KnowledgeBase, page: str, at: str, own: str | None = None) -> Html | None:
    """The element that says where previews are, for the Markdown of a page at an address.

    None where it links to no term but its `own`, of which it shows none.
    """
    linked = {term for term in {*_LINKED.findall(page), *_BOXED.findall(page)} if _is_known(knowledge, term)}
    if not linked - {own}:
        return None
    folder = relative(at, PREVIEW.format("")).removesuffix(".js")
    shown_here = own if own in knowledge.terms else None
    return tag(
        "div", hidden="", data_kb_previews=folder, data_kb_of=str(previews_needed(knowledge)), data_kb_own=shown_here
    )


def previews_written(knowledge: KnowledgeBase) -> dict[str, bytes]:
    """The files: each calls what the script of pages listens with."""
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for name in (*knowledge.terms, *_cited(knowledge)):
        found[preview_file(knowledge, name)][name] = _card(knowledge, name)
    return {
        file: f"hornbookPreviews({json.dumps(found[file], ensure_ascii=True, separators=(',', ':'))})\n".encode()
        for file in preview_files(knowledge)
    }


def _is_known(knowledge: KnowledgeBase, name: str) -> bool:
    outside = outside_name(name)
    if outside is None:
        return name in knowledge.terms
    glossary = knowledge.outside.get(outside[0])
    return glossary is not None and outside[1] in glossary.terms


def _cited(knowledge: KnowledgeBase) -> list[str]:
    """The terms of other glossaries that something here names."""
    if not knowledge.outside:
        return []
    records = (record for kind in KINDS for record in knowledge.records(kind.declaration))
    named = {name for record in records for name in terms_named(record) if outside_name(name) is not None}
    return sorted(name for name in named if _is_known(knowledge, name))


def _card(knowledge: KnowledgeBase, name: str) -> list[str]:
    """The name, the kind if there are several, the short definition, and whose it is: another glossary's is marked."""
    outside = outside_name(name)
    if outside is not None:
        glossary = knowledge.outside[outside[0]]
        foreign = glossary.terms[outside[1]]
        said = say("From {glossary}", glossary=glossary.title)
        if foreign.whose:
            said = say("{whose}, in {glossary}", whose=foreign.whose, glossary=glossary.title)
        return [foreign.label, "", foreign.short, said]
    term = knowledge.terms[name]
    author = whose(knowledge, term)
    kind = knowledge.glossary.kind_called(term.own_kind) if knowledge.kinds_differ else ""
    return [term.label, kind, term.short, *([author] if author else [])]
