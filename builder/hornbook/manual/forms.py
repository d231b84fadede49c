"""Forms in which people propose records on GitHub: their fields are those that the model declares."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hornbook.addresses import Section, sections_of
from hornbook.kinds import FRAMEWORK, TERM, Kind
from hornbook.manual.descriptions import in_words
from hornbook.manual.schemas import meaning_of
from hornbook.manual.sections import field_manual, summary
from hornbook.model import Implication, Position, Sense, Source, Term, TermKind
from hornbook.model.declared import Field, Group, Many, Shape, Single, fields_of, words_in
from hornbook.model.fields import Line, NewId, Ref, Words
from hornbook.model.manual import Code, Excerpt, Phrase, Pointer, phrase
from hornbook.model.prose import Prose

Element = dict[str, Any]
"""One part of the body of a form, as GitHub describes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form asks for, beside the fields of its declaration."""

    name: str
    about: str
    """What it is for; GitHub shows it beside the name where a form is chosen."""
    subject: str
    """How the titles of such issues begin."""
    declaration: type
    left_out: frozenset[str] = frozenset()
    """Fields that are for those who keep the files."""
    first: tuple[Element, ...] = ()
    """What is asked before the fields."""
    needed: frozenset[str] | None = None
    """The fields that must be filled in, if not all those that the declaration requires."""


def issue_forms() -> Mapping[str, dict[str, Any]]:
    """Each form as data, by the name of its file."""
    return {name: _form(form) for name, form in _forms().items()}


def form_settings(contribute: str) -> dict[str, Any]:
    """What is offered beside the forms; `contribute` is the address of the page on contributing.

    A blank issue stays possible, for what no form is meant for.
    """
    link = {"name": "How to contribute", "url": contribute, "about": "The files, their fields, and what is checked."}
    return {"blank_issues_enabled": True, "contact_links": [link]}


def _forms() -> dict[str, Form]:
    page = _asked("input", "page", "Page", "The address of the page, or of the place on it.", required=True)
    return {
        "term.yml": Form(
            name="A new term",
            about="Propose a word that the vocabulary lacks.",
            subject="Term: ",
            declaration=Term,
            left_out=frozenset({"senses", "match", "unused", "note", "group", "tags", "status"}),
        ),
        "definition.yml": Form(
            name="A definition",
            about="Say what an author means by a term.",
            subject="Definition: ",
            declaration=Sense,
            left_out=frozenset({"match"}),
            first=(_whole(TERM),),
        ),
        "implication.yml": Form(
            name="An implication",
            about="Say what follows from what, according to an author.",
            subject="Implication: ",
            declaration=Implication,
            left_out=frozenset({"redundant"}),
            first=(_whole(FRAMEWORK),),
        ),
        "source.yml": Form(
            name="A source",
            about="Propose a work that should be cited, or correct what is said of one.",
            subject="Source: ",
            declaration=Source,
        ),
        "disagree.yml": Form(
            name="I disagree",
            about="Say that something is wrong, and what a source says instead.",
            subject="About: ",
            declaration=Position,
            left_out=frozenset({"claims"}),
            first=(page,),
            needed=frozenset({"says"}),  # whoever sees a mistake may know no framework and no source
        ),
    }


_INTRODUCTION = (
    "Write what you know; fields that must be filled in are marked. Where the id of something is asked for and you do "
    "not know it, write its name. Whoever takes this up puts it into the files, and asks here if something is unclear."
)


_NEVER = frozenset({"was", "elsewhere"})
"""What is new had no other id before; what other vocabularies have is found by whoever takes it up."""


def _form(form: Form) -> dict[str, Any]:
    sections = {section.declaration: section for section in sections_of()}
    examples = {(section.anchor, field.name): field.example for section in field_manual() for field in section.fields}
    body: list[Element] = [{"type": "markdown", "attributes": {"value": _INTRODUCTION}}, *form.first]
    for field in fields_of(form.declaration):
        if field.name not in form.left_out | _NEVER:
            example = examples.get((sections[form.declaration].anchor, field.name))
            required = field.required if form.needed is None else field.name in form.needed
            body += _elements(field, sections, example, required=required)
    return {"name": form.name, "description": form.about, "title": form.subject, "body": body}


def _elements(
    field: Field, sections: Mapping[type, Section], example: Excerpt | None, *, required: bool
) -> Iterator[Element]:
    """A field as one part of the form; a group of which one field may stand alone as a part for each of its fields."""
    shape = field.shape.item if isinstance(field.shape, Many) and field.shape.alone else field.shape
    match shape:
        case Group((declaration,)) if getattr(declaration, "shorthand", None):
            for inner in fields_of(declaration):
                alone = inner.name == getattr(declaration, "shorthand", None)
                label = _label(field) if alone else f"{_label(field)}: {inner.name}"
                description = _description(field.meaning if alone else inner.meaning, inner, sections)
                needed = required and inner.required
                yield _asked(_box(inner.shape), f"{field.name}-{inner.name}", label, description, required=needed)
        case _:
            options = list(_options(field.shape))
            description = _description(field.meaning, field, sections)
            needed = required and not _is_new_id(field.shape)
            box = "dropdown" if options else _box(field.shape)
            asked = _asked(box, field.name, _label(field), description, required=needed)
            value = _placeholder(field, example)
            if options:
                asked["attributes"]["options"] = options
            elif value is not None:
                asked["attributes"]["placeholder"] = value
            yield asked


def _asked(box: str, name: str, label: str, description: str, *, required: bool) -> Element:
    asked: Element = {"type": box, "id": name.lower(), "attributes": {"label": label, "description": description}}
    return asked | {"validations": {"required": True}} if required else asked


def _label(field: Field) -> str:
    words = re.sub("[_-]", " ", field.name)
    return words[0].upper() + words[1:]


def _box(shape: Shape) -> str:
    """How much room is given."""
    return "input" if isinstance(shape, Single) and shape.how not in (Prose, Words()) else "textarea"


def _description(meaning: str, field: Field, sections: Mapping[type, Section]) -> str:
    """What a field means, what may be written there, and what it is where nothing is."""
    said = [meaning, *_holds(field.shape, sections)]
    if _is_new_id(field.shape) and field.required:
        said.append("If you leave it out, one is chosen for you.")
    elif field.otherwise or field.default:
        said.append(f"If you leave it out: {field.otherwise or field.default}.")
    return _plain(phrase(" ".join(said)))


def _holds(shape: Shape, sections: Mapping[type, Section]) -> Iterator[str]:
    """What may be written, where that is not what the box itself shows."""
    match shape:
        case Many(Group((declaration,))):
            yield f"One on each line. {summary(declaration)}"
        case Many(Single(Line())):
            yield "One on each line."
        case Many(item):
            yield f"One on each line; each is {_plain(in_words(item, sections))}."
        case Single(Words() | type()):
            pass
        case Single(Line(longest)) if longest == Line().longest:
            pass
        case _:
            words = _plain(in_words(shape, sections))
            yield f"{words[0].upper()}{words[1:]}."


def _options(shape: Shape) -> Iterator[str]:
    """What can be chosen: words with what they mean. Ids are never offered, as there may be thousands."""
    words = TermKind if shape == Single(Ref("kind")) else words_in(shape)
    if words is not None and isinstance(shape, Single):
        yield from (_option(word) for word in words)
    elif shape == Single(bool):
        yield from ("true", "false")


def _option(word: StrEnum) -> str:
    return f"{word.value}: {meaning_of(word).replace('`', '')}"


def _placeholder(field: Field, example: Excerpt | None) -> str | None:
    """A value from the example project, where it is a plain one on one line."""
    if example is None or not isinstance(field.shape, Single):
        return None
    value = example.text.removeprefix(f"{field.name}: ").strip('"')
    return value if "\n" not in value and ":" not in value else None


def _whole(kind: Kind) -> Element:
    """Which record it belongs to, of which it is a part."""
    meaning = f"The {kind.called} to which it belongs: its id, or its name."
    return _asked("input", f"the-{kind.word}", kind.called.capitalize(), meaning, required=True)


def _is_new_id(shape: Shape) -> bool:
    return isinstance(shape, Single) and isinstance(shape.how, NewId)


def _plain(words: Phrase) -> str:
    """Words as GitHub shows them: code between backticks."""
    return "".join(_as_shown(word) for word in words)


def _as_shown(word: str | Code | Pointer) -> str:
    match word:
        case Code(text):
            return f"`{text}`"
        case Pointer(text):
            return text
        case _:
            return word
