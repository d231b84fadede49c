"""Frameworks: their implications can hold together, and none of them says what the others already say."""

from collections.abc import Iterator

from hornbook.check.claims import proof_notes
from hornbook.diagnostics import Code, Diagnostic, Lines, Severity
from hornbook.logic import contradiction, redundant
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning, Setting
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
        clash = contradiction(setting.theory)
        if clash is not None:
            text = proof_text(setting, clash)
            yield Diagnostic(
                setting.framework.place,
                FRAMEWORK_CONTRADICTORY,
                f"the implications of `{setting.framework.id}` cannot hold together",
                hint="remove or weaken one of the implications that the proof above names",
                notes=tuple(f"{line.number}. {'  ' * line.depth}{plain(line.sentence)}" for line in text.lines),
            )
        else:
            yield from _redundant(setting)


def _redundant(setting: Setting) -> Iterator[Diagnostic]:
    implications = {implication.id: implication for implication in setting.implications}
    for name, proof in redundant(setting.theory).items():
        implication = implications.get(name)
        if implication is None or implication.redundant is not None:
            continue
        yield Diagnostic(
            implication.place,
            IMPLICATION_REDUNDANT,
            f"`{name}` follows from the other implications of `{setting.framework.id}`",
            hint="leave it out, or keep it and say why: `redundant: the source states it on its own`",
            notes=proof_notes(setting, proof),
        )
