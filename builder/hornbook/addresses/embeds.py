"""Where parts of the site stand without its frame, for other people's pages to show, and what is beside them.

Each has a folder of its own: its page, and beside it what oEmbed says of a record, or the badge of a claim. Two files
for each, so that a thousand terms stay well below what hosts allow; oEmbed is asked about pages, which claims are not.
"""

from collections.abc import Iterator

from hornbook.addresses.records import Anchored, places_on, record_address
from hornbook.kinds import (
    CHAIN,
    CLAIM,
    DISAGREEMENT,
    EXAMPLE,
    FAQ,
    FRAMEWORK,
    JUDGEMENT,
    POSITION_CLAIM,
    SHARED_CLAIM,
    TERM,
    VIEW,
    Kind,
)
from hornbook.model import EmbedOf, KnowledgeBase

EMBEDS = "embed/"
BADGE = "badge.svg"
OEMBED = "oembed.json"
USE = "use/"

_WITH_CLAIMS = (FAQ, EXAMPLE, DISAGREEMENT)
_CLAIMS = (CLAIM, JUDGEMENT, POSITION_CLAIM)
_OF_POSITIONS = "position-"
_EMBEDDED = {
    VIEW: (EmbedOf.DIAGRAMS, "{}/"),
    CHAIN: (EmbedOf.DIAGRAMS, "{}/"),
    FRAMEWORK: (EmbedOf.FRAMEWORKS, "{}/"),
    TERM: (EmbedOf.TERMS, "term/{}/"),
}
"""The records that can be embedded, with what outputs call them; views, chains and frameworks share one namespace."""


def can_be_embedded(knowledge: KnowledgeBase, kind: Kind) -> bool:
    """Whether records of this kind have embeds of their own, in this glossary."""
    return kind in _EMBEDDED and _EMBEDDED[kind][0] in knowledge.glossary.outputs.embeds


def _are_claims_embedded(knowledge: KnowledgeBase) -> bool:
    return EmbedOf.CLAIMS in knowledge.glossary.outputs.embeds


def embed_if_any(knowledge: KnowledgeBase, kind: Kind, name: str) -> str | None:
    """The embed of a record; None where there is none."""
    return record_embed(kind, name) if can_be_embedded(knowledge, kind) else None


def claim_embed_if_any(knowledge: KnowledgeBase, record: str, one: Anchored) -> str | None:
    """The embed of a claim that a record states; None where there is none."""
    return claim_embed(record, one) if _are_claims_embedded(knowledge) else None


def use_if_any(knowledge: KnowledgeBase, kind: Kind, name: str, place: str = "") -> str | None:
    """The page, or the place on it, that says how to show a record elsewhere; None where there is none."""
    return use_address(kind, name) + place if _is_usable(knowledge, kind, name) else None


def claim_use_if_any(knowledge: KnowledgeBase, record: str, anchor: str) -> str | None:
    """The place that says how to show a claim of a record elsewhere; None where there is none."""
    return f"{claims_use(record)}#{anchor}" if _are_claims_embedded(knowledge) else None


def record_embed(kind: Kind, name: str) -> str:
    """The embed of a view or chain (its drawing), of a framework (its explorer), or of a term (its definitions)."""
    return EMBEDS + _EMBEDDED[kind][1].format(name)


def claim_embed(record: str, one: Anchored) -> str:
    """The embed of a claim, by the record that states it and its place there: `embed/claim/outer-and-inner/ID/`.

    What a position of a disagreement claims keeps the position's name before its own, and so cannot be taken for a
    claim that all are asked.
    """
    name = one.anchor.removeprefix("claim-")
    return f"{EMBEDS}claim/{record}/{one.anchor if name.startswith(_OF_POSITIONS) else name}/"


def use_address(kind: Kind, name: str) -> str:
    """The page that says how to show a view, a chain, a framework or a term elsewhere."""
    return record_embed(kind, name) + USE


def claims_use(record: str) -> str:
    """The page that says how to show the claims of a record elsewhere: one for all, where the claims have theirs.

    Beside them a name such as `use/` would be that of a claim, whose id an author chooses.
    """
    return f"{EMBEDS}claim/{record}/"


def usable_records(knowledge: KnowledgeBase) -> Iterator[tuple[Kind, str]]:
    """The kind and the id of each record that has a page of its own on how to show it elsewhere."""
    return ((kind, name) for kind, name in embedded_records(knowledge) if _is_usable(knowledge, kind, name))


def _is_usable(knowledge: KnowledgeBase, kind: Kind, name: str) -> bool:
    is_empty = kind is FRAMEWORK and not knowledge.frameworks[name].all_implications
    return can_be_embedded(knowledge, kind) and not is_empty


def embedded_records(knowledge: KnowledgeBase) -> Iterator[tuple[Kind, str]]:
    """The kind and the id of each record that can be embedded."""
    for kind in _kinds(knowledge):
        yield from ((kind, name) for name in knowledge.by_id(kind.declaration))


def _kinds(knowledge: KnowledgeBase) -> list[Kind]:
    return [kind for kind in _EMBEDDED if can_be_embedded(knowledge, kind)]


def embedded_claims(knowledge: KnowledgeBase) -> Iterator[tuple[Kind, str, Anchored]]:
    """Each claim that can be embedded, with the kind and the id of the record that states it."""
    return anchored_claims(knowledge) if _are_claims_embedded(knowledge) else iter(())


def anchored_claims(knowledge: KnowledgeBase) -> Iterator[tuple[Kind, str, Anchored]]:
    """Each claim that has a place of its own, with the kind and the id of the record that states it.

    What all frameworks are asked has a place as it is put to each of them.
    """
    for kind in _WITH_CLAIMS:
        for name, record in knowledge.by_id(kind.declaration).items():
            for one in places_on(knowledge, kind, record):
                if one.part in _CLAIMS or (one.part is SHARED_CLAIM and one.framework is not None):
                    yield kind, name, one


def embed_files(knowledge: KnowledgeBase) -> Iterator[str]:
    """The files of all embeds, without those of records that were retired."""
    for kind, name in embedded_records(knowledge):
        yield from files_of_record(kind, name)
    claims = [(name, one) for _, name, one in embedded_claims(knowledge)]
    for name, one in claims:
        yield from (f"{claim_embed(name, one)}{file}" for file in ("index.html", BADGE))
    uses = (*(use_address(*one) for one in usable_records(knowledge)), *(claims_use(name) for name, _ in claims))
    yield from (f"{address}index.html" for address in dict.fromkeys(uses))


def files_of_record(kind: Kind, name: str) -> tuple[str, ...]:
    """The files of the embed of one record."""
    return tuple(f"{record_embed(kind, name)}{file}" for file in ("index.html", OEMBED))


def moved_embeds(knowledge: KnowledgeBase) -> dict[str, str]:
    """Former address → present address, for the embeds of every record under each id that it says it had."""
    moved = {
        of(kind, old): of(kind, record.id)
        for kind in _kinds(knowledge)
        for of in (record_embed, use_address)
        for record in knowledge.records(kind.declaration)
        for old in record.was
    }
    for kind, name, one in embedded_claims(knowledge):
        for old in knowledge.by_id(kind.declaration)[name].was:
            moved[claim_embed(old, one)] = claim_embed(name, one)
            moved[claims_use(old)] = claims_use(name)
    return moved


def embedded_page(kind: Kind, name: str, one: Anchored | None = None) -> str:
    """The page of the site, or the place on it, that an embed shows a part of."""
    return record_address(kind, name, one.anchor if one else None)
