"""Words of the glossary's own on pages: the kind of a term, its tags, its group, how far it has come."""

from collections.abc import Iterator, Sequence

from hornbook.addresses import TERMS
from hornbook.kinds import TERM
from hornbook.language import say
from hornbook.model import Glossary, OwnWord, Term
from hornbook.pages.excerpts import first_joined
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, Html, tag
from hornbook.pages.marks import chip
from hornbook.pages.neighbours import in_order
from hornbook.pages.page import Page

_MOST = 200
"""So many terms are listed for one word."""


def kind_chip(page: Page, term: Term) -> Html:
    """The kind as a quiet label."""
    label = page.knowledge.glossary.kind_called(term.own_kind)
    return chip(label) if label else EMPTY


def word_chips(page: Page, term: Term) -> Iterator[Html]:
    """How far a term has come, its group and its tags; these lead to the other terms that have them."""
    glossary = page.knowledge.glossary
    yield from (chip(one.label, "status") for one in glossary.statuses if one.id == term.status)
    for sort, declared in _listed(glossary):
        for one in declared:
            if one.id in named(term, sort):
                link = page.link(f"{TERMS}#{anchor(sort, one.id)}", one.label)
                yield tag("span", link, class_=f"kb-chip kb-chip-{sort}")


def named(term: Term, sort: str) -> tuple[str, ...]:
    """The words of a sort by which a term is marked."""
    words = {"kind": (term.own_kind,), "status": (term.status,), "group": (term.group,), "tag": term.tags}[sort]
    return tuple(word for word in words if word)


def anchor(sort: str, word: str) -> str:
    """Where the terms of a group, or with a tag, are listed."""
    return f"{sort}-{word}"


def choices(glossary: Glossary, terms: Sequence[Term]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """What a list of terms can be narrowed down by: name, title, and values with their words; only what is used."""
    kinds = {kind: glossary.kind_called(kind) for term in terms if (kind := term.own_kind)}
    yield "kind", say("Kind"), sorted(kinds.items())
    for sort, title, declared in (
        ("group", say("Group"), glossary.groups),
        ("tag", say("Tag"), glossary.tags),
        ("status", say("Status"), glossary.statuses),
    ):
        used = {word for term in terms for word in named(term, sort)}
        yield sort, title, [(one.id, one.label) for one in declared if one.id in used]


def by_words(page: Page) -> Blocks:
    """The terms of each group, then those with each tag: headings that other pages lead to."""
    blocks: Blocks = []
    terms = in_order(page.knowledge, TERM)
    for sort, declared in _listed(page.knowledge.glossary):
        for one in declared:
            found = [page.name(term.id, term.label) for term in terms if one.id in named(term, sort)]
            if found:
                blocks.append(Heading(3, one.label, anchor(sort, one.id)))
                meaning = [tag("p", one.meaning)] if one.meaning else []
                blocks += [*meaning, tag("p", first_joined(found, _MOST), class_="kb-by-word")]
    return [Heading(2, say("By subject"), "subjects"), *blocks] if blocks else []


def _listed(glossary: Glossary) -> tuple[tuple[str, tuple[OwnWord, ...]], ...]:
    return (("group", glossary.groups), ("tag", glossary.tags))
