"""What a field may hold, in words for contributors."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from hornbook.addresses import ATOMS, IDS, REGISTERS, TEXTS, Section
from hornbook.language import in_context, later, say
from hornbook.load.names import LONGEST_ID
from hornbook.load.records import LONGEST_PROSE
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
from hornbook.model.manual import Code, Phrase, Pointer, phrase, say_phrase

_REFS: Mapping[str, str] = {
    # Words: what stands in brackets is a link
    "atom": later("the id of [an atom]"),
    "implication": later("the id of an implication of the framework"),
    "kind": later("a word of `kinds` of the glossary, or where it declares none, one of {words}"),
    "group": later("a word of `groups` of the glossary"),
    "tag": later("a word of `tags` of the glossary"),
    "status": later("a word of `statuses` of the glossary"),
    "inherited": later("the id of an atom, a choice or an implication of the framework that it extends"),
    "sense": later("the id of a term, `/`, and the id of one of its senses"),
    "match": later("the id of a term, or `NAME:term` for one of an imported glossary"),
    "chain-term": later("the id of a term that is a link of some chain"),
    "option": later("the id of an option of the question"),
    "history": later("the id of anything that has, or had, a page of its own"),
}
"""What is said of the references that are not to a kind of file."""


def in_words(shape: Shape, sections: Mapping[type, Section]) -> Phrase:
    """What may be written for a value of this shape; `sections` are those of the manual, by class."""
    match shape:
        case Single(how):
            return _single(how, sections)
        case Many(item, alone=True):
            return say_phrase("{one}, or a list of them", one=in_words(item, sections))
        case Many(item, _, count):
            return _list(count, in_words(item, sections))
        case Group(declarations):
            return _choice([_leading(sections[one]) for one in declarations])
        case ByIds(declaration, key):
            return _by_ids(key, _leading(sections[declaration]), sections)
        case ByAtoms(_, declaration):
            # Words: what stands in brackets is a link
            return say_phrase(
                "a group: the id of [an atom] of any framework before `true`, `false` or {record}; for one that "
                "frameworks mean differently, a group of their ids, each before the same",
                ATOMS,
                record=_leading(sections[declaration]),
            )


def written_alone(declaration: type) -> Phrase:
    """How a record of a class may be written without naming its fields; empty where it may not."""
    shorthand: str | None = getattr(declaration, "shorthand", None)
    if shorthand is not None:
        return say_phrase("Where nothing else is said, the value of {field} may stand alone.", field=(Code(shorthand),))
    if declaration is not Claim:
        return ()
    return say_phrase(
        "In one line: `a + not b => c assuming d in view : open`. Left of the arrow stand the premises, right of it "
        "the goal. `assuming`, `in` (a framework or a view) and the verdict may be left out."
    )


def _single(how: How, sections: Mapping[type, Section]) -> Phrase:
    match how:
        case type() if issubclass(how, StrEnum):
            words = _choice([(Code(word.value),) for word in how])
            return say_phrase("one of {words}", words=words) if len(how) > 1 else words
        case type():
            # Words: what stands in brackets is a link
            text = say_phrase("[a text] of at most {number} characters", TEXTS, number=_in_figures(LONGEST_PROSE))
            return say_phrase("`true` or `false`") if how is bool else text
        case Ref(kind):
            return _reference(kind, sections)
        case Atoms(_, or_impossible):
            # Words: what stands in brackets is a link
            literal = say_phrase("[an atom], or `not` and an atom", ATOMS)
            return say_phrase("{one}, or `impossible`", one=literal) if or_impossible else literal
        case Version(most) | Whole(_, most):
            least = how.least if isinstance(how, Whole) else 1
            return ("1",) if most == 1 else (say("a number from {least} to {most}", least=least, most=most),)
        case _:
            return _text(how)


def _text(how: Line | Words | NewId | Day | Address | OutsideId | Language) -> Phrase:
    match how:
        case Line(longest):
            return (say("one line of at most {number} characters", number=longest),)
        case Words():
            return (say("plain text"),)
        case NewId():
            # Words: what stands in brackets is a link
            return say_phrase("[an id] of at most {number} characters", IDS, number=str(LONGEST_ID))
        case Day():
            return _day(how)
        case Address() | OutsideId():
            return _address(how)
        case Language():
            return say_phrase("a language, such as `en`, `de` or `pt-BR`")


def _in_figures(number: int) -> str:
    """A large number as the language that is spoken writes it."""
    return f"{number:,}".replace(",", in_context("between thousands", ","))


def _by_ids(key: Ref | None, record: Phrase, sections: Mapping[type, Section]) -> Phrase:
    """A group of ids with a record each; without a key the records define the ids."""
    if key is None:
        return say_phrase("a group: each id before {record}", record=record)
    return say_phrase("a group: {id} before {record}", id=_reference(key.kind, sections), record=record)


def _reference(kind: str, sections: Mapping[type, Section]) -> Phrase:
    """The id of something: of a record of a kind of file, or of what has none."""
    found = next((one for one in sections.values() if one.kind and one.kind.word == kind), None)
    if found is not None:
        return phrase(say(id_of(found)), found.anchor)
    return say_phrase(_REFS[kind], ATOMS, words=phrase(", ".join(f"`{one}`" for one in TermKind)))


def id_of(section: Section) -> str:
    """The message for the id of a record; what stands in brackets leads to where such records are explained."""
    return f"the id of [{section.one}]"


def _address(how: Address | OutsideId) -> Phrase:
    if isinstance(how, OutsideId):
        short = ", ".join(f"`{word}:{register.example}`" for word, register in REGISTERS.items())
        return say_phrase("a web address, or an identifier: {identifiers}", identifiers=phrase(short))
    if how.mail:
        return say_phrase("a mail address, such as `somebody@example.org`")
    return say_phrase("a web address that begins with `https://` or `http://`")


def _day(how: Day) -> Phrase:
    if how.partial:
        return say_phrase("a year, a month or a day: `2020`, `2020-11` or `2020-11-09`")
    if how.first and how.last:
        return say_phrase("a day, such as `2020-11-09`, from {first} to {last}", first=how.first, last=how.last)
    return say_phrase("a day, such as `2020-11-09`")


def _list(count: Count, item: Phrase) -> Phrase:
    if count.least == count.most:
        return say_phrase("a list of exactly {number}; each item is {item}", number=str(count.least), item=item)
    if count.least:
        return say_phrase("a list of at least {number}; each item is {item}", number=str(count.least), item=item)
    return say_phrase("a list; each item is {item}", item=item)


def _leading(section: Section) -> Phrase:
    return (Pointer(say(section.one), section.anchor),)


def _choice(options: Sequence[Phrase]) -> Phrase:
    """The options as a choice: commas, and an `or` before the last."""
    row, *others = options
    for number, option in enumerate(others, 1):
        if number == len(others):
            return say_phrase("{some} or {last}", some=row, last=option)
        row = say_phrase("{some}, {next}", some=row, next=option)
    return row
