"""Presuppositions: none rests on itself, and nothing is said of a word where it does not apply."""

from collections.abc import Iterator

from hornbook.check.unsettled import unsettled
from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.logic import UNSETTLED
from hornbook.model import Claim, Framework
from hornbook.model.contents import listed_claims
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.presuppositions import Presupposed, Standing, presupposed
from hornbook.reasoning.scopes import Reasoning, Setting

PRESUPPOSITION_CIRCLE = Code(
    "presupposition-circle",
    "An atom presupposes itself, by way of others if need be, so that nothing is said of when it applies.",
    Lines(
        "glossary/frameworks/weather.yaml",
        "presupposes: {rain: [wet-ground], wet-ground: [rain]}",
        "presupposes: {wet-ground: [rain]}",
    ),
)
CLAIM_PRESUPPOSES = Code(
    "claim-presupposes",
    "A claim uses a word that applies only under something that the claim leaves open or denies.",
    Lines(
        "glossary/faq/does-rain-wet.yaml",
        "- {if: [not rain], then: mud, verdict: open}",
        "- {if: [not rain], assuming: [wet-ground], then: mud, verdict: open}",
    ),
    severity=Severity.WARNING,
)


def check_presuppositions(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Find presuppositions that run in a circle, and claims whose words may not apply.

    A claim that a text makes in passing is answered for by the text around it.
    """
    for framework in reasoning.knowledge.frameworks.values():
        yield from _circles(framework)
    for claim in listed_claims(reasoning.knowledge):
        if isinstance(claim, Claim) and claim.note is None:
            yield from _unanswered(reasoning, claim)


def _unanswered(reasoning: Reasoning, claim: Claim) -> Iterator[Diagnostic]:
    setting = reasoning.settings[claim.scope]
    if not claim.atoms <= setting.theory.atoms:
        return
    found = presupposed(reasoning, setting, claim.given, claim.goal)
    if found.standing is Standing.GRANTED:
        return
    if _settled_only_without(reasoning, setting, claim, found):
        yield unsettled(claim.place, f"`{claim.goal}` follows where the words of this claim apply", setting)
    wanted = " + ".join(map(str, found.literals))
    message, hint = {
        Standing.DOES_NOT_APPLY: (
            f"{_named(found.atoms)} applies only under `{found.failing}`, which fails by what is given here",
            "ask it of something to which the word applies, or say in a `note` what a reader should make of it",
        ),
        Standing.NOT_TOGETHER: (
            f"the words of this claim apply only under `{wanted}`, which cannot hold together with what is given",
            "ask it of something to which the words apply, or say in a `note` what a reader should make of it",
        ),
        Standing.UNSETTLED: (
            f"the words of this claim apply only under `{wanted}`, which this claim leaves open",
            f"add `assuming: [{wanted.replace(' + ', ', ')}]`, or say in a `note` why it is asked without",
        ),
    }[found.standing]
    yield Diagnostic(claim.place, CLAIM_PRESUPPOSES, message, hint=hint)


def _settled_only_without(reasoning: Reasoning, setting: Setting, claim: Claim, found: Presupposed) -> bool:
    """Whether a claim is settled, but not where its words apply."""
    if found.answer is None or found.answer.verdict is not UNSETTLED or clash(reasoning, setting) is not None:
        return False
    return answer_to(reasoning, setting, claim.given, claim.goal).verdict is not UNSETTLED


def _named(atoms: tuple[str, ...]) -> str:
    return ", ".join(f"`{atom}`" for atom in atoms)


def _circles(framework: Framework) -> Iterator[Diagnostic]:
    """Each circle once, at the first of its atoms by id."""
    needed, before = _needed(framework), {} if framework.base is None else _needed(framework.base)
    for one in framework.all_presupposes:
        path = _back_to(one.atom, needed)
        if path is not None and one.atom == min(path) and _back_to(one.atom, before) is None:
            yield Diagnostic(
                one.place,
                PRESUPPOSITION_CIRCLE,
                f"`{one.atom}` presupposes itself"
                + (f", through {', '.join(f'`{atom}`' for atom in path[1:])}" if path[1:] else ""),
                hint="say of one of them that it applies without the others",
            )


def _needed(framework: Framework) -> dict[str, list[str]]:
    return {one.atom: sorted({literal.atom for literal in one.under}) for one in framework.all_presupposes}


def _back_to(start: str, needed: dict[str, list[str]]) -> list[str] | None:
    """A shortest way from an atom back to itself, without its end; None where there is none."""
    paths, seen = [[start]], {start}
    for path in paths:
        for atom in needed.get(path[-1], ()):
            if atom == start:
                return path
            if atom not in seen:
                seen.add(atom)
                paths.append([*path, atom])
    return None
