"""What a field may hold, in words for contributors."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from hornbook.addresses import ATOMS, IDS, REGISTERS, TEXTS, Section
from hornbook.load.names import LONGEST_ID
from hornbook.load.records import IMPOSSIBLE, LONGEST_PROSE
from hornbook.model import Claim, TermKind
from hornbook.model.declared import ByAtoms, ByIds, Group, How, Many, Shape, Single
from hornbook.model.fields import (
    Address,
    Atoms,
    Count,
    Day,
    Language,
    Line,
    NewId,
    OutsideId,
    Ref,
    Version,
    Whole,
    Words,
)
from hornbook.model.manual import Code, Phrase, Pointer, phrase

_REFS: Mapping[str, Phrase] = {
    "atom": ("the id of ", Pointer("an atom", ATOMS)),
    "implication": ("the id of an implication of the framework",),
    "kind": phrase(
        "a word of `kinds` of the glossary, or where it declares none, one of "
        + ", ".join(f"`{kind}`" for kind in TermKind)
    ),
    "group": phrase("a word of `groups` of the glossary"),
    "tag": phrase("a word of `tags` of the glossary"),
    "status": phrase("a word of `statuses` of the glossary"),
    "inherited": phrase("the id of an atom, a choice or an implication of the framework that it extends"),
    "sense": phrase("the id of a term, `/`, and the id of one of its senses"),
    "match": phrase("the id of a term, or `NAME:term` for one of an imported glossary"),
    "chain-term": ("the id of a term that is a link of some chain",),
    "option": ("the id of an option of the question",),
    "history": ("the id of anything that has, or had, a page of its own",),
}
"""The references that are not to a kind of file."""


def in_words(shape: Shape, sections: Mapping[type, Section]) -> Phrase:
    """What may be written for a value of this shape; `sections` are those of the manual, by class."""
    match shape:
        case Single(how):
            return _single(how, sections)
        case Many(item, alone=True):
            return (*in_words(item, sections), ", or a list of them")
        case Many(item, _, count):
            return (f"a list{_counted(count)}; each item is ", *in_words(item, sections))
        case Group(declarations):
            return tuple(_choice([_leading(sections[one]) for one in declarations]))
        case ByIds(declaration, key):
            each = ("a group: each id",) if key is None else ("a group: ", *_REFS[key.kind])
            return (*each, " before ", _leading(sections[declaration]))
        case ByAtoms(_, declaration):
            atom: Phrase = ("a group: the id of ", Pointer("an atom", ATOMS), " of any framework before ")
            by_framework = phrase(
                "; for one that frameworks mean differently, a group of their ids, each before the same"
            )
            return (*atom, *phrase("`true`, `false` or "), _leading(sections[declaration]), *by_framework)


def written_alone(declaration: type) -> Phrase:
    """How a record of a class may be written without naming its fields; empty where it may not."""
    shorthand: str | None = getattr(declaration, "shorthand", None)
    if shorthand is not None:
        return phrase(f"Where nothing else is said, the value of `{shorthand}` may stand alone.")
    if declaration is not Claim:
        return ()
    return phrase(
        "In one line: `a + not b => c assuming d in view : open`. Left of the arrow stand the premises, right of it "
        "the goal. `assuming`, `in` (a framework or a view) and the verdict may be left out."
    )


def _single(how: How, sections: Mapping[type, Section]) -> Phrase:
    match how:
        case type() if issubclass(how, StrEnum):
            return (*(("one of ",) if len(how) > 1 else ()), *_choice([Code(word.value) for word in how]))
        case type():
            text = (Pointer("a text", TEXTS), f" of at most {LONGEST_PROSE:,} characters")
            return _truth() if how is bool else text
        case Ref(kind):
            found = next((one for one in sections.values() if one.kind and one.kind.word == kind), None)
            return _REFS[kind] if found is None else ("the id of ", _leading(found))
        case Atoms():
            literal = (Pointer("an atom", ATOMS), *phrase(", or `not` and an atom"))
            return (*literal, *phrase(f", or `{IMPOSSIBLE}`")) if how.or_impossible else literal
        case Version(most) | Whole(_, most):
            least = how.least if isinstance(how, Whole) else 1
            return ("1" if most == 1 else f"a number from {least} to {most}",)
        case _:
            return _text(how)


def _text(how: Line | Words | NewId | Day | Address | OutsideId | Language) -> Phrase:
    match how:
        case Line(longest):
            return (f"one line of at most {longest} characters",)
        case Words():
            return ("plain text",)
        case NewId():
            return (Pointer("an id", IDS), f" of at most {LONGEST_ID} characters")
        case Day():
            return _day(how)
        case Address() | OutsideId():
            return _address(how)
        case Language():
            return phrase("a language, such as `en`, `de` or `pt-BR`")


def _address(how: Address | OutsideId) -> Phrase:
    if isinstance(how, OutsideId):
        short = ", ".join(f"`{word}:{register.example}`" for word, register in REGISTERS.items())
        return phrase(f"a web address, or an identifier: {short}")
    web = "a web address that begins with `https://` or `http://`"
    return phrase("a mail address, such as `somebody@example.org`" if how.mail else web)


def _day(how: Day) -> Phrase:
    if how.partial:
        return phrase("a year, a month or a day: `2020`, `2020-11` or `2020-11-09`")
    return phrase(
        "a day, such as `2020-11-09`" + (f", from {how.first} to {how.last}" if how.first and how.last else "")
    )


def _counted(count: Count) -> str:
    if count.least == count.most:
        return f" of exactly {count.least}"
    return f" of at least {count.least}" if count.least else ""


def _leading(section: Section) -> Pointer:
    return Pointer(section.one, section.anchor)


def _truth() -> Phrase:
    return phrase("`true` or `false`")


def _choice(options: Sequence[Code | Pointer]) -> Iterator[str | Code | Pointer]:
    """The options as a choice: commas, and an `or` before the last."""
    for number, option in enumerate(options):
        if number:
            yield " or " if number == len(options) - 1 else ", "
        yield option
