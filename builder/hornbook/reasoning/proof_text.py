"""Proofs in words: what is given, then one line for each thing concluded."""

from collections.abc import Iterable
from dataclasses import dataclass

from hornbook.language import later
from hornbook.logic import Literal, Proof, Step, StepKind
from hornbook.model import Choice, Implication
from hornbook.reasoning.scopes import Setting, record_of
from hornbook.reasoning.sentences import By, Sentence, ToStep, capital, joined, said


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One numbered line of a proof."""

    number: int
    depth: int
    """How many suppositions it stands under."""
    sentence: Sentence
    step: Step


@dataclass(frozen=True, slots=True)
class ProofText:
    """A proof in words: what it starts from, then one line for each thing concluded."""

    given: tuple[Sentence, ...]
    lines: tuple[ProofLine, ...]


_BOTH_CLASH = later("either way there is {literal} ({steps}).")
_BOTH_GIVE = later("so in either case {literal} ({steps}).")


def proof_text(setting: Setting, proof: Proof) -> ProofText:
    """The proof in words: the given literals first, then numbered lines in order of deduction."""
    given: list[Sentence] = []
    lines: list[ProofLine] = []
    numbers: dict[int, int] = {}
    opened: dict[tuple[Literal, ...], int] = {}
    for index, step in enumerate(proof.steps):
        if step.kind is StepKind.GIVEN and step.literal is not None:
            given.append(setting.names.phrase(step.literal))
            continue
        numbers[index] = len(lines) + 1
        again = [opened[under] for under in _left_before(step, lines[-1].step.under if lines else ())]
        if step.kind is StepKind.SUPPOSED:
            opened[step.under] = numbers[index]
        sentence = _line(setting, proof, step, numbers)
        if again:
            steps = joined((ToStep(number),) for number in again)
            sentence = said("supposing again as in {steps}, {statement}", steps=steps, statement=sentence)
        lines.append(ProofLine(numbers[index], len(step.under), capital(sentence), step))
    return ProofText(tuple(given), tuple(lines))


def _left_before(step: Step, before: tuple[Literal, ...]) -> list[tuple[Literal, ...]]:
    """The suppositions that a step stands under and the line before it does not, each with those around it."""
    lengths = range(1, len(step.under) + (step.kind is not StepKind.SUPPOSED))
    return [step.under[:length] for length in lengths if step.under[:length] != before[:length]]


def _line(setting: Setting, proof: Proof, step: Step, numbers: dict[int, int]) -> Sentence:
    concluded = _concluded(setting, step)
    match step.kind:
        case StepKind.SUPPOSED:
            return said("suppose that {literal}.", literal=concluded)
        case StepKind.CLASH:
            both = joined(setting.names.phrase(_literal(proof, index)) for index in step.premises)
            return said("it is given both that {literals}: {contradiction}.", literals=both, contradiction=concluded)
        case StepKind.CASES:
            given = said("what is given")
            steps = joined((ToStep(numbers[index]),) if index in numbers else given for index in step.premises)
            return said(_BOTH_CLASH if step.literal is None else _BOTH_GIVE, literal=concluded, steps=steps)
        case StepKind.LEMMA:
            (end,) = step.premises
            together = joined(map(setting.names.phrase, proof.steps[end].under[len(step.under) :]))
            return said("so it cannot be that {literals} ({step}).", literals=together, step=ToStep(numbers[end]))
        case StepKind.BY_LEMMA:
            lemma, *rest = step.premises
            return _because(concluded, step, _grounds(setting, proof, rest, numbers), (ToStep(numbers[lemma]),))
        case _:
            record = record_of(setting, step.clause or "")
            by: Sentence = (By(setting.framework.id, record.id),)
            grounds = _grounds(setting, proof, step.premises, numbers)
            return _because(concluded, step, grounds, by, backwards=_is_backwards(record, step))


def _because(concluded: Sentence, step: Step, grounds: Sentence, by: Sentence, *, backwards: bool = False) -> Sentence:
    if step.literal is None:
        message = later("it cannot be that {grounds}, by {implication}: {literal}.")
    elif not grounds:
        message = later("{literal}, by {implication}.")
    elif backwards:
        message = later("{literal}, because {grounds}: by the contrapositive of {implication}.")
    else:
        message = later("{literal}, because {grounds}: by {implication}.")
    return said(message, literal=concluded, grounds=grounds, implication=by)


def _literal(proof: Proof, index: int) -> Literal:
    """The literal of a step that is not the end of a contradiction."""
    literal = proof.steps[index].literal
    assert literal is not None
    return literal


def _concluded(setting: Setting, step: Step) -> Sentence:
    return said("a contradiction") if step.literal is None else setting.names.phrase(step.literal)


def _grounds(setting: Setting, proof: Proof, premises: Iterable[int], numbers: dict[int, int]) -> Sentence:
    """What a step rests on, with where that stands."""

    def one(index: int) -> Sentence:
        ground = _concluded(setting, proof.steps[index])
        if index in numbers:
            return said("{literal} ({step})", literal=ground, step=ToStep(numbers[index]))
        return said("{literal} (given)", literal=ground)

    return joined(map(one, premises))


def _is_backwards(record: Implication | Choice, step: Step) -> bool:
    """Tell whether the step concludes the negation of a premise: contraposition."""
    return isinstance(record, Implication) and not record.converse and step.literal != record.conclusion
