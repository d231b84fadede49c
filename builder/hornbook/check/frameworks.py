"""Frameworks: their implications can hold together, and none of them says what the others already say."""

from collections.abc import Iterator

from hornbook.check.claims import proof_notes
from hornbook.check.given import is_empty
from hornbook.check.unsettled import unsettled
from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.logic import redundant
from hornbook.model import Implication
from hornbook.reasoning.asking import checked_proof, clash
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning, Setting, clauses_of
from hornbook.reasoning.sentences import plain

FRAMEWORK_CONTRADICTORY = Code(
    "framework-contradictory",
    "The implications of a framework cannot hold together, so anything would follow from them.",
    Lines(
        "glossary/frameworks/weather.yaml",
        "- id: rain-wets\n"
        "  if: [rain]\n"
        "  then: wet-ground\n"
        "- {id: always, if: [rain], then: not wet-ground}\n"
        "- {id: dry-never, if: [not rain], then: impossible}",
        "- id: rain-wets\n  if: [rain]\n  then: wet-ground\n- {id: dry-never, if: [not rain], then: impossible}",
    ),
)
FRAMEWORK_UNSETTLED = Code(
    "framework-unsettled",
    "Whether the implications of a framework can hold together takes more steps to find out than a question may.",
    "Many alternatives that exclude each other, whose every combination has to be tried.",
)
IMPLICATION_REDUNDANT = Code(
    "implication-redundant",
    "An implication follows from the others of its framework.",
    Lines(
        "glossary/frameworks/weather.yaml",
        "- {id: dry-without-rain, if: [not wet-ground], then: not rain}",
        "- {id: dry-without-rain, if: [not wet-ground], then: not rain, redundant: The source states it.}",
    ),
    severity=Severity.NOTE,
)


def check_frameworks(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Find contradictory frameworks (errors) and redundant implications (notes, unless waived with a reason)."""
    for setting in reasoning.settings.values():
        if setting.scope.view is not None:
            continue
        contradictory = clash(reasoning, setting)
        if contradictory is None:
            yield from _redundant(setting)
        elif contradictory.proof is None:
            yield Diagnostic(
                setting.framework.place,
                FRAMEWORK_UNSETTLED,
                f"whether the implications of `{setting.framework.id}` can hold together takes more than the "
                f"{setting.limit:,} steps that a question may take here",
                hint="leave out alternatives that exclude each other, or make frameworks of their own of them",
            )
        else:
            text = proof_text(setting, contradictory.proof)
            yield Diagnostic(
                setting.framework.place,
                FRAMEWORK_CONTRADICTORY,
                f"the implications of `{setting.framework.id}` cannot hold together",
                hint="remove or weaken one of the implications that the proof above names",
                notes=tuple(f"{line.number}. {'  ' * line.depth}{plain(line.sentence)}" for line in text.lines),
            )


def _redundant(setting: Setting) -> Iterator[Diagnostic]:
    """The implications, and halves of definitions, that can all go together."""
    own = reversed(setting.framework.implications)  # what is taken over is told of where it is written
    parts = [(implication, part) for implication in own for part in _parts(implication)]
    waived = [name for implication, part in parts if implication.redundant is not None for name in part]
    found = redundant(setting.theory, [part for _, part in parts], waived)
    if not found.complete:
        yield unsettled(setting.framework.place, "more of its implications are redundant", setting)
    gone = {name for name, answer in found.answers.items()}
    advised = [(implication, part) for implication, part in parts if gone.issuperset(part)]
    whole = {implication.id for implication, part in advised if part == (implication.id,)}
    halves = {implication.id for implication, part in advised if part != (implication.id,)}
    for implication, part in advised:
        if implication.conclusion in (*implication.premises, *implication.assuming) and not implication.converse:
            continue  # said where it was read
        both = implication.id in whole & halves
        if (both and part != (implication.id,)) or is_empty(implication):
            continue  # said once, of the whole definition; or by `check_given`
        answers = [found.answers[name] for name in part]
        proofs = [checked_proof(setting, name, answer) for name, answer in zip(part, answers, strict=True)]
        yield Diagnostic(
            implication.place,
            IMPLICATION_REDUNDANT,
            _told(implication, part, both=both, framework=setting.framework.id),
            hint=_remedy(implication, part, both=both, together=len(whole | halves) > 1),
            notes=tuple(line for proof in proofs for line in proof_notes(setting, proof)),
        )


def _parts(implication: Implication) -> tuple[tuple[str, ...], ...]:
    """The names of its clauses, in parts that go one by one: the back half of a definition, then the other one."""
    names = tuple(clause.name for clause in clauses_of(implication))
    return (names[1:], names[:1]) if len(names) > 1 else (names,)


def _told(implication: Implication, part: tuple[str, ...], *, both: bool, framework: str) -> str:
    others = f"follows from the other implications of `{framework}`"
    if both or not implication.converse:
        return f"`{implication.id}` {others}"
    if part == (implication.id,):
        return f"`{implication.id}`: that its premises give its conclusion {others}"
    return f"`{implication.id}`: that its conclusion gives its premises {others}"


def _remedy(implication: Implication, part: tuple[str, ...], *, both: bool, together: bool) -> str:
    all_of_them = ", which can go together with all that are called redundant here" if together else ""
    keep = "keep it and say why: `redundant: the source states it on its own`"
    if both or not implication.converse:
        return f"leave it out{all_of_them}; or {keep}"
    if part == (implication.id,):
        return f"write the implications from its conclusion to its premises only{all_of_them}; or {keep}"
    return f"leave out `converse: true`{all_of_them}; or {keep}"
