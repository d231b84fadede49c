"""What a change means, as sections with the worst first: for the terminal, as Markdown of any size, and as data."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field

from hornbook.changes.contents import ContentChanges, content_changes
from hornbook.changes.logic import Enough, LogicChanges, Told, Turn, logic_changes
from hornbook.changes.places import (
    NOWHERE,
    place_of_drawing,
    place_of_implications,
    place_of_record,
    place_of_turn,
)
from hornbook.changes.sides import Side
from hornbook.check.claims import proof_notes
from hornbook.diagnostics import MEANING_CHANGED, Diagnostic, Place
from hornbook.diagnostics.markdown import markdown_words
from hornbook.logic import Answer, Literal
from hornbook.model import KnowledgeBase
from hornbook.reasoning.outcomes import apart
from hornbook.reasoning.scopes import Reasoning, Setting, reason_about
from hornbook.reasoning.sentences import clause_in_words, joined, plain, question_in_words
from hornbook.reasoning.verdicts import VERDICT_WORDS

_NOTHING = "Nothing changes in what the glossary says or what follows from it."

LONGEST_MARKDOWN = 60_000
"""In characters; a comment on GitHub has room for 65,536."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that changed, and what bears it out."""

    head: str
    details: tuple[str, ...] = ()
    place: Place = NOWHERE
    """Where it stands in the later state."""


@dataclass(frozen=True, slots=True)
class Section:
    """What changed in one way."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """The whole report."""

    sections: tuple[Section, ...]
    """Those that hold something, the worst first."""
    notes: tuple[str, ...] = ()
    """What was left out, and why."""
    data: dict[str, object] = field(default_factory=dict)


def report_changes(before: Side, after: Side) -> ChangeReport:
    """Compare the two sides, each without what could not be read of it."""
    notes = [
        f"{name} has mistakes in {path}, which was left out."
        for name, side in (("The earlier state", before), ("The later state", after))
        for path in side.left_out
    ]
    if before.knowledge is None or after.knowledge is None:
        unread = "the earlier state" if before.knowledge is None else "the later state"
        return ChangeReport((), (*notes, f"Nothing could be read of {unread}."), {"notes": notes})
    old, new = reason_about(before.knowledge), reason_about(after.knowledge)
    logic, contents = logic_changes(old, new), content_changes(before.knowledge, after.knowledge)
    if logic.unsettled:
        notes.append(f"{logic.unsettled} questions cannot be settled within the limit of steps.")
    if logic.unasked:
        notes.append(f"For {logic.unasked} more conclusions the sets that are enough were not compared.")
    sections = (*_of_logic(old, new, logic), *_of_contents(after.knowledge, contents))
    found = tuple(Section(title, tuple(items)) for title, items in sections if items)
    return ChangeReport(found, tuple(notes), _data(logic, contents, notes))


def as_text(report: ChangeReport) -> str:
    """The report for the terminal."""
    lines = []
    for section in report.sections:
        lines += ["", f"{section.title} ({len(section.items)})"]
        for item in section.items:
            lines += [f"  - {item.head}", *(f"      {line}" for line in item.details)]
    if not report.sections:
        lines.append(_NOTHING)
    return "\n".join([*lines, *(f"\nNote: {note}" for note in report.notes)]).lstrip("\n")


def as_json(report: ChangeReport) -> str:
    """The report as data."""
    return json.dumps(report.data, indent=2, ensure_ascii=False)


def as_findings(report: ChangeReport) -> tuple[Diagnostic, ...]:
    """Each change as a note at its place, for those who annotate files."""
    return tuple(
        Diagnostic(item.place, MEANING_CHANGED, f"{section.title.lower()}: {item.head}", notes=item.details)
        for section in report.sections
        for item in section.items
    )


def as_markdown(report: ChangeReport, limit: int = LONGEST_MARKDOWN) -> str:
    """The report for a comment: never longer than `limit` characters; what has no room is counted."""
    parts = ["## What this change means\n\n"]
    parts += [f"> {markdown_words(note)}\n\n" for note in report.notes[:20]]
    if not report.sections:
        parts.append(f"{_NOTHING}\n")
    room = limit - 200 - sum(map(len, parts))
    left_out = 0
    for section in report.sections:
        title = f"### {section.title} ({len(section.items)})\n\n"
        for number, item in enumerate(section.items):
            written = ("" if number else title) + _item(item)
            if len(written) > room:
                left_out += len(section.items) - number
                break
            parts.append(written)
            room -= len(written)
        parts.append("\n")
    if left_out:
        parts.append(f"{left_out} more have no room here: `hornbook diff` shows all.\n")
    return "".join(parts)


def _item(item: Item) -> str:
    head = f"- {markdown_words(item.head)}"
    if not item.details:
        return f"{head}\n"
    lines = "<br>".join(markdown_words(line.rstrip()) for line in item.details)
    return f"{head} <details><summary>why</summary>{lines}</details>\n"


def _of_logic(old: Reasoning, new: Reasoning, logic: LogicChanges) -> Iterator[tuple[str, list[Item]]]:
    stated = [one for one in logic.turns if one.pages]
    others = [one for one in logic.turns if not one.pages]
    yield "Verdicts of pages that change", [_turn(old, new, one) for one in stated]
    yield "No longer follows", [_told(old, new, one, _changed(old, new, one.framework)) for one in logic.lost]
    yield "Newly follows", [_told(new, old, one, _changed(old, new, one.framework)) for one in logic.gained]
    yield "What is enough changes", [_enough(new, one, _changed(old, new, one.framework)) for one in logic.enough]
    yield "Other verdicts that change", [_turn(old, new, one) for one in others]


def _changed(old: Reasoning, new: Reasoning, framework: str) -> Place:
    return place_of_implications(old.knowledge, new.knowledge, framework)


def _of_contents(after: KnowledgeBase, contents: ContentChanges) -> Iterator[tuple[str, list[Item]]]:
    yield "Addresses that lead nowhere any more", [Item(one or "the home page") for one in contents.gone]
    moved = [Item(f"{one} → {present}") for one, present in contents.moved.items()]
    yield "Addresses that moved", moved
    yield "Records removed", [Item(one) for one in contents.removed]
    yield "Records added", [Item(one, place=place_of_record(after, one)) for one in contents.added]
    yield (
        "Drawings that show something else",
        [Item(one, words, place_of_drawing(after, one)) for one, words in contents.drawn.items()],
    )
    reworded = [
        Item(
            f"{one.record}: {one.field}",
            tuple(f"{sign} {text}" for sign, text in (("before:", one.before), ("after:", one.after)) if text),
            place_of_record(after, one.record),
        )
        for one in contents.reworded
    ]
    yield "Texts and fields that changed", reworded


def _turn(old: Reasoning, new: Reasoning, turn: Turn) -> Item:
    words = [VERDICT_WORDS[answer.verdict].word.lower() for answer in (turn.before, turn.after)]
    setting = new.settings[turn.scope]
    where = f" [{', '.join(turn.pages)}]" if turn.pages else ""
    asked = turn.question
    question = plain(question_in_words(setting.names, sorted(asked.premises), sorted(asked.assuming), asked.goal))
    head = f"{turn.scope}: {question}: {words[0]} → {words[1]}{where}"
    place = place_of_turn(old.knowledge, new.knowledge, turn)
    return Item(head, tuple(_evidence(setting, turn.after, asked.atoms)), place)


def _told(here: Reasoning, there: Reasoning, told: Told, place: Place) -> Item:
    own, other = here.framework(told.framework), there.framework(told.framework)
    names = frozenset(literal.atom for literal in told.clause.literals())
    head = f"{told.framework}: {plain(clause_in_words(own.names, told.clause))}"
    return Item(head, tuple(_evidence(other, told.there, names)), place)


def _enough(new: Reasoning, enough: Enough, place: Place) -> Item:
    setting = new.framework(enough.framework)
    details = [f"no longer enough: {_set(setting, one)}" for one in enough.lost]
    details += [f"newly enough: {_set(setting, one)}" for one in enough.gained]
    return Item(f"{enough.framework}: {plain(setting.names.phrase(enough.goal))}", tuple(details), place)


def _evidence(setting: Setting, answer: Answer, atoms: frozenset[str]) -> Iterator[str]:
    """The proof of an answer, or the situations that tell against one."""
    if answer.proof is not None:
        yield from proof_notes(setting, answer.proof)
        return
    for words, model in (("it fails where", answer.model_without), ("it holds where", answer.model_with)):
        if model is not None:
            yield f"{words} {_situation(setting, model, atoms)}"


def _situation(setting: Setting, model: Mapping[str, bool], atoms: Iterable[str]) -> str:
    literals = [Literal(atom, model[atom]) for atom in sorted(atoms) if atom in model]
    return plain(joined(map(setting.names.phrase, literals)))


def _set(setting: Setting, literals: frozenset[Literal]) -> str:
    rest, conditions = apart(setting, literals)
    words = plain(joined(map(setting.names.phrase, rest))) or "nothing"
    assumed = plain(joined(map(setting.names.phrase, conditions)))
    return f"{words}, assuming that {assumed}" if conditions else words


def _data(logic: LogicChanges, contents: ContentChanges, notes: list[str]) -> dict[str, object]:
    return {
        "verdicts": [
            {
                "scope": str(one.scope),
                "premises": sorted(map(str, one.question.premises)),
                "assuming": sorted(map(str, one.question.assuming)),
                "goal": str(one.question.goal),
                "before": one.before.verdict.value,
                "after": one.after.verdict.value,
                "pages": list(one.pages),
            }
            for one in logic.turns
        ],
        "lost": [_clause_data(one) for one in logic.lost],
        "gained": [_clause_data(one) for one in logic.gained],
        "enough": [
            {
                "framework": one.framework,
                "goal": str(one.goal),
                "lost": [sorted(map(str, some)) for some in one.lost],
                "gained": [sorted(map(str, some)) for some in one.gained],
            }
            for one in logic.enough
        ],
        **asdict(contents),
        "notes": notes,
    }


def _clause_data(told: Told) -> dict[str, object]:
    return {
        "framework": told.framework,
        "premises": [str(one) for one in told.clause.premises],
        "conclusion": None if told.clause.conclusion is None else str(told.clause.conclusion),
        "other_side": told.there.verdict.value,
    }
