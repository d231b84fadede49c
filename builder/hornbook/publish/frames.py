"""What an engine puts around a page, made of what it put around another page of the same pattern.

The engine makes one sample of a pattern, in which each text that differs is a mark. A mark holds every character of
the texts that it stands for, so that it shows how the engine writes them wherever it comes out: as they are, or with
some of them escaped. A place where it comes out in any other way is one of which nothing is known.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count

from hornbook.publish.patterns import Pattern, Writing, as_is, as_references, slots_in

_PLAIN = frozenset(string.ascii_letters + string.digits)
_PROBES = {"&": "&lt;&#38;", "<": "<i><!--"}
"""What shows whether somebody reads references or tags where these characters stand."""
WAYS: tuple[Writing, ...] = (
    as_is,
    lambda text: text.replace('"', "&#34;"),
    lambda text: escape(text, quote=False),
    lambda text: escape(text, quote=False).replace('"', "&quot;"),
    lambda text: escape(text, quote=True),
    lambda text: escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;"),
    as_references,
)
"""How engines, templates and Markdown write a text, each character by itself."""

Template = tuple["str | tuple[int, Writing]", ...]
"""Text with places in it: which of a page's texts stands there, and how it is written."""


@dataclass(frozen=True, slots=True)
class Member:
    """A page that shares its pattern with others."""

    source: str
    """Its path in the folder of a run."""
    texts: tuple[str, ...]
    """The name of its folder, and the texts of its pattern."""
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that have one pattern and stand side by side."""

    folder: str
    pattern: Pattern
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A page that stands for a group."""

    member: Member
    markdown: bytes
    cores: Mapping[str, int]
    """Which text each mark stands for, by what the mark begins and ends with."""
    core: re.Pattern[str]
    """What every such beginning looks like, in whatever case."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an engine makes of every page of a group."""

    page: Template
    searched: tuple[Mapping[str, object], ...]
    """What search knows of it: templates, and what is the same for all."""
    mapped: Template
    """Its entry in the map of the site; empty where there is none."""


def source_of(folder: str, name: str) -> str:
    """Where the Markdown of a page stands in the folder of a run."""
    return f"{folder}/{name}/index.md"


def characters_in(text: str) -> frozenset[str]:
    """The characters of a text that may be written otherwise in some places than in others."""
    return frozenset(text) - _PLAIN


def samples_of(groups: Iterable[Group], begin: str) -> list[Sample]:
    """A sample for each group; `begin` is a word that stands nowhere else."""
    numbers = count()
    return [_sample(group, begin, numbers) for group in groups]


def _sample(group: Group, begin: str, numbers: Iterator[int]) -> Sample:
    texts, cores = list[str](), dict[str, int]()
    for index, those in enumerate(zip(*(member.texts for member in group.members), strict=True)):
        if len(set(those)) == 1:
            texts.append(those[0])
            continue
        core = f"{begin}{next(numbers)}z"
        cores[core] = index
        special = "".join(sorted(characters_in("".join(those))))
        probes = "".join(probe for character, probe in _PROBES.items() if character in special)
        texts.append(f"{core}{special}{probes}{core}")
    markdown = group.pattern.written(tuple(texts[1:]))
    member = Member(source_of(group.folder, texts[0]), tuple(texts), slots_in(markdown))
    return Sample(member, markdown.encode(), cores, re.compile(rf"{begin}[0-9]+z", re.IGNORECASE))


def frame_of(sample: Sample, page: str, searched: Sequence[Mapping[str, object]], mapped: str) -> Frame | None:
    """What the engine makes of each page, out of what it made of a sample; None where a mark came out as no other."""
    around, pieces = page, list[str | tuple[int, Writing]]()
    for number, slot in enumerate(sample.member.slots, len(sample.member.texts)):
        before, found, around = around.partition(slot)
        template = template_of(before, sample)
        if not found or template is None:
            return None
        pieces += (*template, (number, as_is))
    entries = [
        {key: template_of(value, sample) if isinstance(value, str) else value for key, value in entry.items()}
        for entry in searched
    ]
    last, row = template_of(around, sample), template_of(mapped, sample)
    if last is None or row is None or any(value is None for entry in entries for value in entry.values()):
        return None
    return Frame((*pieces, *last), tuple(entries), row)


def template_of(made: str, sample: Sample) -> Template | None:
    """A text that the engine made, with places instead of marks; None where one is not written in any known way."""
    pieces, at = list[str | tuple[int, Writing]](), 0
    while (found := sample.core.search(made, at)) is not None:
        index = sample.cores.get(found[0])
        mark = "" if index is None else sample.member.texts[index]
        way = next((way for way in WAYS if made.startswith(way(mark), found.start())), None)
        if index is None or way is None:
            return None
        pieces += (made[at : found.start()], (index, way))
        at = found.start() + len(way(mark))
    return (*pieces, made[at:])


def page_in(frame: Frame, member: Member) -> str:
    """The page as the engine makes it."""
    return filled(frame.page, (*member.texts, *member.slots))


def searched_in(frame: Frame, member: Member) -> list[dict[str, object]]:
    """What search knows of the page as the engine makes it."""
    return [
        {key: filled(value, member.texts) if isinstance(value, tuple) else value for key, value in entry.items()}
        for entry in frame.searched
    ]


def filled(template: Template, texts: Sequence[str]) -> str:
    """A template with these texts in their places."""
    return "".join([piece if isinstance(piece, str) else piece[1](texts[piece[0]]) for piece in template])
