"""Questions, examples, disagreements and statements as values of the model; only what is in order comes here."""

from collections.abc import Iterable, Mapping

from hornbook.load.claim_conversion import claims, plain_claims
from hornbook.load.part_conversion import (
    Context,
    citation,
    cited,
    evidence,
    flag,
    line,
    lines,
    literals,
    prose,
    some_prose,
    text_of,
)
from hornbook.load.situation_records import (
    DisagreementRecord,
    ExampleRecord,
    FaqRecord,
    JudgementRecord,
    OptionRecord,
    PositionRecord,
    QuestionRecord,
    StatementRecord,
)
from hornbook.logic import Literal, Verdict
from hornbook.model import (
    AnswerKind,
    Citation,
    Claim,
    Disagreement,
    Example,
    Faq,
    Framework,
    Judgement,
    Option,
    Position,
    Question,
    RecordedAnswer,
    Scope,
    Statement,
)


def faq(context: Context, name: str, record: FaqRecord) -> Faq:
    """Convert a question."""
    own = text_of(record.framework) or context.framework
    return Faq(
        id=name,
        question=line(record.question),
        framework=own,
        view=text_of(record.view),
        short=line(record.short),
        answer=prose(context, record.answer),
        claims=claims(context, own, record.claims),
        note=some_prose(context, record.note),
        source=citation(record.source),
        was=lines(record.was),
        place=record.place,
    )


def example(context: Context, name: str, record: ExampleRecord, frameworks: Mapping[str, Framework]) -> Example:
    """Convert an example; a judgement is given those of its facts that are atoms of the judging framework."""
    source = citation(record.source)
    facts = tuple(Literal(atom, value.text == "true") for atom, value in record.facts.items())
    return Example(
        id=name,
        label=line(record.label),
        text=prose(context, record.text),
        facts=facts,
        refines=text_of(record.refines),
        refines_place=record.refines.place if record.refines else record.place,
        judgements=tuple(
            _judgement(context, source, judgement, facts, frameworks[judgement.framework.text])
            for judgement in record.verdicts
        ),
        answers=tuple(
            RecordedAnswer(
                question=answer.question.text,
                option=answer.answer.text,
                by=line(answer.by),
                kind=AnswerKind(answer.kind.text),
                source=cited(answer.source, source, answer.place),
                place=answer.place,
            )
            for answer in record.answers
        ),
        outside=flag(record.outside, default=False),
        note=some_prose(context, record.note),
        source=source,
        was=lines(record.was),
        place=record.place,
    )


def question(context: Context, name: str, record: QuestionRecord) -> Question:
    """Convert a quiz question."""
    return Question(
        id=name,
        question=line(record.question),
        text=prose(context, record.text),
        options=tuple(_option(option) for option in record.options),
        exclusive=flag(record.exclusive, default=True),
        examples=lines(record.examples),
        answer=prose(context, record.answer),
        source=citation(record.source),
        was=lines(record.was),
        place=record.place,
    )


def disagreement(context: Context, name: str, record: DisagreementRecord) -> Disagreement:
    """Convert a disagreement; its shared claims are in the default framework unless they say otherwise."""
    return Disagreement(
        id=name,
        question=line(record.question),
        short=line(record.short),
        text=some_prose(context, record.text),
        claims=plain_claims(context, context.framework, record.claims),
        positions=tuple(_position(context, position) for position in record.positions),
        was=lines(record.was),
        place=record.place,
    )


def statements(records: Iterable[tuple[str, StatementRecord]]) -> dict[str, tuple[Statement, ...]]:
    """Convert all statements, each given with its source: by source, in the order of the file."""
    converted: dict[str, tuple[Statement, ...]] = {}
    for source, record in records:
        statement = Statement(
            id=record.id.text,
            text=line(record.says),
            at=tuple(line(address) for address in record.at),
            place=record.place,
            at_places=tuple(address.place for address in record.at),
        )
        converted[source] = (*converted.get(source, ()), statement)
    return converted


def _judgement(
    context: Context, source: Citation, record: JudgementRecord, facts: Iterable[Literal], framework: Framework
) -> Judgement:
    (goal,) = literals([record.then])
    claim = Claim(
        premises=tuple(fact for fact in facts if fact.atom in framework.atoms),
        assuming=literals(record.assuming),
        goal=goal,
        verdict=Verdict(record.verdict.text) if record.verdict else Verdict.FOLLOWS,
        scope=Scope(framework.id),
        note=some_prose(context, record.note),
        place=record.place,
        verdict_place=record.verdict.place if record.verdict else record.place,
    )
    return Judgement(
        claim=claim,
        says=line(record.says) if record.says else None,
        source=cited(record.source, source, record.place),
    )


def _option(record: OptionRecord) -> Option:
    literal = next(iter(literals([record.then] if record.then else [])), None)
    return Option(id=record.id.text, label=line(record.label), literal=literal, place=record.place)


def _position(context: Context, record: PositionRecord) -> Position:
    return Position(
        framework=record.framework.text,
        says=prose(context, record.says),
        claims=claims(context, record.framework.text, record.claims),
        evidence=evidence(record.evidence),
        source=citation(record.source),
        place=record.place,
    )
