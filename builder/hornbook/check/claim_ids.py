"""The ids of claims: each leads to one claim of its page, and stays with it."""

from collections.abc import Iterator

from hornbook.addresses import MOST_FORMER, Anchored, has_more_former_ids, places_on
from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Related, Severity
from hornbook.kinds import ADDRESSED
from hornbook.model import Judgement, KnowledgeBase
from hornbook.model.claim_ids import claim_id, own_id

CLAIM_ID_TAKEN = Code(
    "claim-id-taken",
    "The id that a claim was given leads to another claim of the page already.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {id: wets, if: [rain], then: wet-ground}\n- {id: wets, then: wet-ground, verdict: open}",
        "- {id: wets, if: [rain], then: wet-ground}\n- {id: alone, then: wet-ground, verdict: open}",
    ),
)
CLAIM_REPEATED = Code(
    "claim-repeated",
    "A list of claims asks the same question twice, so that the address of the second depends on the first.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {if: [rain], then: wet-ground}\n- rain => wet-ground",
        "- {if: [rain], then: wet-ground}",
    ),
    severity=Severity.WARNING,
)
CLAIM_FORMER_IDS = Code(
    "claim-former-ids",
    "So many things that a claim names had other ids that not all of the addresses which it had lead to it any more.",
    "A claim names nine terms, each of which was renamed once.",
    severity=Severity.NOTE,
)


def check_claim_ids(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Find ids of claims that lead to two claims of a page, and claims that a list holds twice."""
    for kind in ADDRESSED:
        for record in knowledge.records(kind.declaration):
            # Only claims had another place before.
            places = [one for one in places_on(knowledge, kind, record) if one.former is not None]
            yield from _taken(places)
            yield from _repeated(places)
            yield from _forgotten(knowledge, places)


def _forgotten(knowledge: KnowledgeBase, places: list[Anchored]) -> Iterator[Diagnostic]:
    for one in places:
        if one.framework is None and has_more_former_ids(knowledge, one.value):
            message = f"only {MOST_FORMER} of the addresses that this claim may have had lead to it"
            yield Diagnostic(_place(one), CLAIM_FORMER_IDS, message, hint="give it an `id`, which stays")


def _taken(places: list[Anchored]) -> Iterator[Diagnostic]:
    named: dict[str, Place] = {}
    led = {one.former: one for one in places} | {one.anchor: one for one in places if own_id(one.value) is None}
    for one in places:
        name, place = own_id(one.value), _place(one)
        other = led.get(one.anchor)
        if name is None:
            continue
        if one.framework is None and name in named:
            message = f"the id `{name}` is that of another claim of this record"
            related = (Related(named[name], "the other claim"),)
        elif other is not None and other.value is not one.value:
            message = f"with the id `{name}` it would stand at `#{one.anchor}`, which leads to another claim"
            related = (Related(_place(other), "the other claim"),)
        else:
            named.setdefault(name, place)
            continue
        yield Diagnostic(place, CLAIM_ID_TAKEN, message, hint="choose another id", related=related)


def _repeated(places: list[Anchored]) -> Iterator[Diagnostic]:
    for one in places:
        asked = claim_id(one.value)
        if one.framework is None and own_id(one.value) is None and not one.anchor.endswith(f"-{asked}"):
            yield Diagnostic(
                _place(one),
                CLAIM_REPEATED,
                "a claim before it asks the same",
                hint="delete one of them, or give one an `id`",
            )


def _place(one: Anchored) -> Place:
    place: Place = one.value.claim.place if isinstance(one.value, Judgement) else one.value.place
    return place
