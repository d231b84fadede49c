"""What is said of a flaw: the code, the message, and what to write instead."""

from collections.abc import Mapping

from hornbook.check.claims import proof_notes
from hornbook.diagnostics import Code, Diagnostic, Place
from hornbook.lint.faults import Fault, Flaw
from hornbook.logic import Literal, Verdict
from hornbook.reasoning.sentences import joined, plain, question_in_words
from hornbook.reasoning.verdicts import VERDICT_WORDS

LINT_CLAIM = Code(
    "lint-claim",
    "A text of another project says that something follows, and by the implications of the glossary it does not, or "
    "not any longer.",
    "A page says `[[rain => snow]]`, and the opposite follows.",
)
LINT_CONDITION = Code(
    "lint-condition",
    "A text of another project says that something follows, and leaves out a condition under which alone it does.",
    "A page says that rain makes the ground wet, where the glossary assumes that nothing covers the ground.",
)
LINT_CONVERSE = Code(
    "lint-converse",
    "A text of another project states the converse of what follows: that follows from this, not this from that.",
    "A page says that wet ground implies rain, where the glossary says that rain implies wet ground.",
)

IN_SHORT: Mapping[Fault, str] = {
    Fault.CONDITION: "only under a condition",
    Fault.CONVERSE: "the converse follows",
    Fault.OPPOSITE: "the opposite follows",
    Fault.VERDICT: "does not come out so",
    Fault.UNSETTLED: "not settled",
}
"""A flaw in a few words, for readers of the page that has it."""

_CODES = {Fault.CONDITION: LINT_CONDITION, Fault.CONVERSE: LINT_CONVERSE}


def told(flaw: Flaw, place: Place, *, is_sentence: bool) -> Diagnostic:
    """The finding; of a sentence, whose recognition is a guess, it is said how it was read."""
    return Diagnostic(
        place,
        _CODES.get(flaw.fault, LINT_CLAIM),
        f"{_message(flaw)} (asked in {flaw.setting.scope})",
        hint=_hint(flaw, is_sentence=is_sentence),
        notes=(*_read_as(flaw, is_sentence=is_sentence), *_proof(flaw)),
    )


def _message(flaw: Flaw) -> str:
    goal = _words(flaw, flaw.claim.goal)
    match flaw.fault:
        case Fault.CONDITION:
            return f"“{goal}” follows only on the condition that {_words(flaw, *flaw.literals)}"
        case Fault.CONVERSE:
            (premise,) = flaw.literals
            return f"this is the converse of what follows: from “{goal}” follows “{_words(flaw, premise)}”"
        case Fault.UNSETTLED:
            return f"whether “{goal}” follows takes more steps to find out than a question may"
        case _:
            said = VERDICT_WORDS[flaw.claim.verdict].stated.format(goal=f"“{goal}”", given=_given(flaw))
            return f"this says that {said}; {VERDICT_WORDS[flaw.answer.verdict].computed}"


def _hint(flaw: Flaw, *, is_sentence: bool) -> str:
    aside = "; where the sentence means something else, put `<!-- hornbook: off -->` above it" if is_sentence else ""
    match flaw.fault:
        case Fault.CONDITION:
            condition = " + ".join(map(str, flaw.literals))
            return f"say the condition: `assuming {condition}`{aside}"
        case Fault.CONVERSE:
            return f"turn it round, or leave it out{aside}"
        case Fault.UNSETTLED:
            return "leave it out, or ask it in a view"
        case _:
            return f"correct the text, or state what comes out: `: {flaw.answer.verdict}`{aside}"


def _read_as(flaw: Flaw, *, is_sentence: bool) -> tuple[str, ...]:
    claim = flaw.claim
    words = plain(question_in_words(flaw.setting.names, claim.premises, claim.assuming, claim.goal))
    return (f"read as: {claim} ({words})",) if is_sentence else (f"asked: {words}",)


def _proof(flaw: Flaw) -> tuple[str, ...]:
    contrary = flaw.answer.verdict in (Verdict.FOLLOWS, Verdict.REFUTED, Verdict.CONTRADICTORY)
    return proof_notes(flaw.setting, flaw.answer.proof) if contrary and flaw.answer.proof is not None else ()


def _given(flaw: Flaw) -> str:
    given = (*flaw.claim.premises, *flaw.claim.assuming)
    return f"“{_words(flaw, *given)}”" if given else "nothing"


def _words(flaw: Flaw, *literals: Literal) -> str:
    return plain(joined(map(flaw.setting.names.phrase, literals)))
