"""What a report is, and the parts that several have: proofs and sets of literals."""

from dataclasses import dataclass

from hornbook.logic import Literal, Proof
from hornbook.reasoning.outcomes import apart
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import joined, plain


@dataclass(frozen=True, slots=True)
class Report:
    """An answer, ready to be printed either way."""

    text: str
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class UsageProblem:
    """Why a question could not be asked, and what to write instead."""

    message: str
    hint: str


def proof_lines(setting: Setting, proof: Proof) -> list[str]:
    """A proof, line by line, after what it is given."""
    written = proof_text(setting, proof)
    lines = [f"{line.number:>3}. {'  ' * line.depth}{plain(line.sentence)}" for line in written.lines]
    return [f"Given: {plain(joined(written.given)) or 'nothing'}.", *lines]


def set_text(setting: Setting, literals: frozenset[Literal]) -> str:
    """A set of literals in notation, its conditions last."""
    rest, conditions = apart(setting, literals)
    assumed = f" assuming {' + '.join(map(str, conditions))}" if conditions else ""
    return (" + ".join(map(str, rest)) + assumed).strip() or "nothing"
