"""The groups in which a list shows its records: those of `glossary.yaml`, and behind them what is in none of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from hornbook.language import say
from hornbook.model import Faq, KnowledgeBase, Source
from hornbook.model.author_names import author_order
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import Html

_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Group(Generic[_R]):
    """Some records under a heading; without one where there is but one group."""

    heading: Heading | None
    members: tuple[_R, ...]


def faq_groups(knowledge: KnowledgeBase) -> tuple[Group[Faq], ...]:
    """The questions in the order in which readers need them; the rest by id."""
    named = [(group.title, group.faqs) for group in knowledge.glossary.faq]
    return _groups(named, knowledge.faqs, knowledge.faqs.values(), say("Further questions"))


def source_groups(knowledge: KnowledgeBase) -> tuple[Group[Source], ...]:
    """The sources, the main ones first; the rest by their authors' family names."""
    named = [(group.title, group.sources) for group in knowledge.glossary.sources]
    key = knowledge.glossary.order.key

    def order(source: Source) -> tuple[object, str]:
        author, date = author_order(source)
        return key(author), date

    by_author = sorted(knowledge.sources.values(), key=order)
    return _groups(named, knowledge.sources, by_author, say("Further sources"))


def part_of(groups: Iterable[Group[_R]], start: int, end: int) -> tuple[Group[_R], ...]:
    """What of the groups stands at these places, if their members are counted through."""
    parts, before = [], 0
    for group in groups:
        members = group.members[max(0, start - before) : max(0, end - before)]
        before += len(group.members)
        parts += [replace(group, members=members)] if members else []
    return tuple(parts)


def group_blocks(groups: Iterable[Group[_R]], show: Callable[[tuple[_R, ...]], Iterable[Html]]) -> Blocks:
    """The groups as blocks of a page, each below its heading."""
    blocks: Blocks = []
    for group in groups:
        blocks += [] if group.heading is None else [group.heading]
        blocks += show(group.members)
    return blocks


def _groups(
    named: list[tuple[str, tuple[str, ...]]], records: Mapping[str, _R], ordered: Iterable[_R], others: str
) -> tuple[Group[_R], ...]:
    groups = [
        Group(Heading(2, title, f"group-{number}"), tuple(records[name] for name in names))
        for number, (title, names) in enumerate(named, start=1)
    ]
    shown = {id(one) for group in groups for one in group.members}
    rest = tuple(one for one in ordered if id(one) not in shown)
    heading = Heading(2, others, "further") if groups else None
    return (*groups, *([Group(heading, rest)] if rest else []))
