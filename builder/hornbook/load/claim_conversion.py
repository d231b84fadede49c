"""Claims of records, in their three shapes and in notation, as values of the model."""

from collections.abc import Iterable

from hornbook.load.claim_records import ClaimRecord, EquivalenceRecord, NamingRecord
from hornbook.load.part_conversion import Context, flag, literals, some_prose, text_of
from hornbook.load.yaml_values import YamlScalar
from hornbook.logic import Verdict
from hornbook.model import AnyClaim, Claim, EquivalenceClaim, NamingClaim, Scope

_AnyRecord = ClaimRecord | EquivalenceRecord | NamingRecord | YamlScalar


def claims(context: Context, framework: str, records: Iterable[_AnyRecord]) -> tuple[AnyClaim, ...]:
    """Convert the claims of a record whose framework is given; a claim of its own framework or view goes first."""
    return tuple(_claim(context, framework, record) for record in records)


def plain_claims(context: Context, framework: str, records: Iterable[ClaimRecord | YamlScalar]) -> tuple[Claim, ...]:
    """Convert claims of the shape that can be asked of any framework."""
    return tuple(
        context.claims[record.place]
        if isinstance(record, YamlScalar)
        else _implication_claim(context, framework, record)
        for record in records
    )


def _claim(context: Context, framework: str, record: _AnyRecord) -> AnyClaim:
    match record:
        case YamlScalar():
            return context.claims[record.place]
        case ClaimRecord():
            return _implication_claim(context, framework, record)
        case EquivalenceRecord():
            first, second = record.equivalent
            return EquivalenceClaim(
                views=(first.text, second.text),
                holds=flag(record.holds, default=True),
                note=some_prose(context, record.note),
                place=record.place,
            )
        case NamingRecord():
            term, _, sense = record.sense.text.partition("/")
            note = some_prose(context, record.note)
            return NamingClaim(term=term, sense=sense, called=record.called.text, note=note, place=record.place)


def _implication_claim(context: Context, framework: str, record: ClaimRecord) -> Claim:
    (goal,) = literals([record.then])
    view = text_of(record.view)
    of_view = context.known.view_frameworks[view] if view else None
    missing = record.missing
    return Claim(
        premises=literals(record.if_),
        assuming=literals(record.assuming),
        goal=goal,
        verdict=Verdict(record.verdict.text) if record.verdict else Verdict.FOLLOWS,
        scope=Scope(of_view or text_of(record.framework) or framework, view),
        missing=None if missing is None else tuple(dict.fromkeys(frozenset(literals(one)) for one in missing)),
        among=None if record.among is None else literals(record.among),
        note=some_prose(context, record.note),
        place=record.place,
        verdict_place=record.verdict.place if record.verdict else record.place,
    )
