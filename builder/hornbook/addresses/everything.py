"""Every address of a site: its pages, the places on them that records have, its files, and what has moved."""

from collections.abc import Iterator

from hornbook.addresses.cards import card_files
from hornbook.addresses.data import claims_parts, glossary_parts, record_files
from hornbook.addresses.drawings import drawing_files, framework_drawing_files, neighbourhood_files
from hornbook.addresses.embeds import can_be_embedded, embed_files, files_of_record
from hornbook.addresses.fixed import FIELDS, HOME, INDEXES, fixed_files
from hornbook.addresses.large_views import view_part_pages
from hornbook.addresses.links import plain_address
from hornbook.addresses.manual import anchors_of_manual
from hornbook.addresses.parts import explorer_file, further_pages, large_scopes, place_in_framework, preview_files
from hornbook.addresses.proofs import proof_files
from hornbook.addresses.records import page_address, places_on, record_address
from hornbook.addresses.shared_names import shared_name_pages
from hornbook.diagnostics import Place
from hornbook.kinds import ADDRESSED, IMPLICATION, LINKED, Kind
from hornbook.model import KnowledgeBase


def pages_of(knowledge: KnowledgeBase) -> frozenset[str]:
    """The addresses of all pages: lists, those of records, and those written by hand."""
    return frozenset(
        (
            *(index.address for index in INDEXES if index.exists(knowledge)),
            *(page for pages in further_pages(knowledge).values() for page in pages),
            *view_part_pages(knowledge),
            *shared_name_pages(knowledge),
            *(address for address in _of_records(knowledge) if "#" not in address),
            *(record_address(kind, name) for kind, name, _ in retired_records(knowledge)),
            *(page_address(page.path) for page in knowledge.pages),
            HOME,  # made, where nobody wrote it
        )
    )


def retired_records(knowledge: KnowledgeBase) -> Iterator[tuple[Kind, str, str | None]]:
    """What had a page and was retired: its kind, its id, and the id of what took its place, if anything did.

    Where something else has that page again, or leads on from it, it is not among them.
    """
    present = {address for kind in LINKED for address in _of_kind(knowledge, kind)} | redirects(knowledge).keys()
    for line, heir in knowledge.retired.items():
        word, _, name = line.partition(" ")
        kind = next((one for one in LINKED if one.word == word), None)
        if kind is not None and record_address(kind, name) not in present:
            yield kind, name, heir


def _of_kind(knowledge: KnowledgeBase, kind: Kind) -> Iterator[str]:
    return (record_address(kind, name) for name in knowledge.by_id(kind.declaration))


def written_at(knowledge: KnowledgeBase) -> dict[str, Place]:
    """By its address each page that comes from one record or file of `docs/`, with where that is written."""
    records = {
        record_address(kind, name): record.place
        for kind in ADDRESSED
        for name, record in knowledge.by_id(kind.declaration).items()
    }
    pages = {page_address(page.path): page.place for page in knowledge.pages}
    return {address: place for address, place in (records | pages).items() if "#" not in address}


def every_address(knowledge: KnowledgeBase) -> frozenset[str]:
    """Every page, and every place on a page that a record, a part of one or a field has.

    They are written as people write them, without the slash at the end: `terms/rain`, `frameworks/weather#rain-wets`;
    the home page is empty.
    """
    pages = pages_of(knowledge)
    addresses = (
        *pages,
        *_of_records(knowledge),
        *_of_parts(knowledge),
        *(
            f"{index.address}#{name}"
            for index in INDEXES
            for kind in index.lists
            for record in knowledge.records(kind.declaration)
            for name in (record.id, *record.was)
        ),
        *(
            kind.address.format(old)
            for kind in ADDRESSED
            if kind.address is not None and "#" in kind.address
            for record in knowledge.records(kind.declaration)
            for old in record.was
        ),
        *(f"{FIELDS}#{anchor}" for anchor in anchors_of_manual() if FIELDS in pages),
    )
    return frozenset(plain_address(address) for address in addresses)


def files_of(knowledge: KnowledgeBase) -> frozenset[str]:
    """The files that are no pages: a bibliography, the style, the script, drawings, cards, proofs, what is fetched.

    Of a drawing that is too large, and of a question whose verdict has no such file, one is named and not written.
    """
    diagrams = (file for name in (*knowledge.views, *knowledge.chains) for file in drawing_files(knowledge, name))
    drawings = (*diagrams, *framework_drawing_files(knowledge), *neighbourhood_files(knowledge))
    retired = (
        file
        for kind, name, _ in retired_records(knowledge)
        if can_be_embedded(knowledge, kind)
        for file in files_of_record(kind, name)
    )
    explorers = map(explorer_file, large_scopes(knowledge))
    proofs = proof_files(knowledge)
    parts = (part.address for part in (*glossary_parts(knowledge), *claims_parts(knowledge)))
    data = (*parts, *record_files(knowledge))
    made = (*drawings, *card_files(knowledge), *embed_files(knowledge), *retired, *data)
    return frozenset((*fixed_files(knowledge), *preview_files(knowledge), *made, *explorers, *proofs))


def redirects(knowledge: KnowledgeBase) -> dict[str, str]:
    """Former address → present address, for every page of a record under each id that it says it had."""
    return {
        pattern.format(old): pattern.format(record.id)
        for kind in ADDRESSED
        for pattern in filter(None, (kind.address, *kind.also))
        for record in knowledge.records(kind.declaration)
        for old in record.was
        if "#" not in pattern
    }


def _of_records(knowledge: KnowledgeBase) -> Iterator[str]:
    for kind in ADDRESSED:
        for name in knowledge.by_id(kind.declaration):
            yield record_address(kind, name)
            yield from (further.format(name) for further in kind.also)


def _of_parts(knowledge: KnowledgeBase) -> Iterator[str]:
    for kind in ADDRESSED:
        for name, record in knowledge.by_id(kind.declaration).items():
            for one in places_on(knowledge, kind, record):
                page = record_address(kind, name)
                if one.part is IMPLICATION:
                    page = place_in_framework(record, one.anchor).partition("#")[0]
                yield from (f"{page}#{anchor}" for anchor in one.anchors)
