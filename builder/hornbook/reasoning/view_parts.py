"""Parts of large views: what each is called, which rest on which, and the whole of it in words."""

from collections import Counter

from hornbook.addresses import Divided, ViewPart
from hornbook.language import say_many
from hornbook.reasoning.sentences import Names

_MOST = 8
"""So many other parts are named in one sentence: each has links to all of them on its page."""


def part_name(names: Names, part: ViewPart) -> str:
    """What a part is called: by its number, by the atom that most of it is about, and by how much else it shows."""
    label = names.name(part.named_after)
    more = say_many("{count} more", "{count} more", part.others, count=f"{part.others:,}")
    return f"{part.number}. {label} + {more}" if part.others else f"{part.number}. {label}"


def lines_between(whole: Divided) -> Counter[tuple[int, int]]:
    """How many implications of one part have a premise that another gives, for each two such: from this to that."""
    return Counter(
        (giving, part.number)
        for part in whole.parts
        for one in part.implications
        for giving in {number for literal in one.premises for number in whole.giving.get(literal, ())}
        if giving != part.number
    )


def overview_in_words(names: Names, whole: Divided) -> list[str]:
    """A sentence for each part: how much it shows, and which others it rests on."""
    resting: dict[int, list[int]] = {}
    for one, other in sorted(lines_between(whole)):
        resting.setdefault(other, []).append(one)
    return [_said(names, part, resting.get(part.number, [])) for part in whole.parts]


def _said(names: Names, part: ViewPart, on: list[int]) -> str:
    name = part_name(names, part)
    count = len(part.implications)
    if not on:
        return say_many("{part}: {count} implication.", "{part}: {count} implications.", count, part=name)
    more = [say_many("{count} more", "{count} more", len(on) - _MOST)] if len(on) > _MOST else []
    numbers = ", ".join([*map(str, on[:_MOST]), *more])
    return say_many(
        "{part}: {count} implication, with premises concluded in {numbers}.",
        "{part}: {count} implications, with premises concluded in {numbers}.",
        count,
        part=name,
        numbers=numbers,
    )
