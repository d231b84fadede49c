"""Frameworks: their implications can hold together, and none of them says what the others already say."""

from collections.abc import Iterator

from hornbook.check.claims import proof_notes
from hornbook.diagnostics import Diagnostic
from hornbook.logic import contradiction, redundant
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import plain


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
                "framework-contradictory",
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
            "implication-redundant",
            f"`{name}` follows from the other implications of `{setting.framework.id}`",
            hint="leave it out, or keep it and say why: `redundant: the source states it on its own`",
            notes=proof_notes(setting, proof),
        )
