"""Gather every message of the builder into its catalogues: `python tools/words.py`.

They stand in calls, and those of the contributors' manual where fields, their words and codes are declared. Writes
`messages.pot`, with the places in the code left out, since they move with every change, and brings each language's
catalogue up to it: new messages come in empty, those that are gone go. Says what is not translated.
"""

import ast
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from hornbook.addresses import first_uses, sections_of
from hornbook.diagnostics import Severity
from hornbook.manual import all_codes, meaning_of
from hornbook.manual.descriptions import id_of
from hornbook.manual.sections import PART, summary
from hornbook.model.declared import Field, Many, Shape, Single, fields_of
from hornbook.model.fields import Ref
from hornbook.pages.codes_page import SEVERITY
from hornbook.pages.field_ideas import IDEAS

PACKAGE = Path(__file__).resolve().parent.parent / "builder" / "hornbook"
CATALOGUES = PACKAGE / "language" / "catalogues"
TEMPLATE = CATALOGUES / "messages.pot"
SAYING = frozenset({"later", "parts", "said", "say", "say_html", "say_phrase"})
MANY = frozenset({"later_many", "say_many", "parts_many", "say_many_html"})
IN_CONTEXT = "in_context"
_NOTE = "# Words:"
"""How a comment begins that is for translators; it stands above the message."""
OF_TERMINALS = ("cli", "serve")
"""What they say goes to whoever runs a command, in English."""
_OF_SCRIPTS = PACKAGE / "theme" / "words.json"
"""What scripts say, as `tools/script.py` finds it."""
_Message = tuple[str | tuple[str, str], str | None, list[str]]
"""A message or both forms of one, in which use it is said if that matters, and what translators are told of it."""


@cache
def gathered() -> Catalog:
    """Every message that the code says, with what translators are told of it, in the order of the alphabet."""
    found = Catalog(project="hornbook", header_comment="", fuzzy=False)
    for message, context, comments in sorted(_messages(), key=lambda one: (str(one[0]), one[1] or "")):
        found.add(message, auto_comments=comments, context=context)
    return found


def _messages() -> Iterator[_Message]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in OF_TERMINALS:
            yield from messages_in(path.read_text(encoding="utf-8"))
    yield from _of_manual()
    found = json.loads(_OF_SCRIPTS.read_text(encoding="utf-8"))
    notes = found["notes"]
    for script in found["scripts"].values():
        yield from ((message, None, [notes[message]] if message in notes else []) for message in script["said"])
        yield from (((one, many), None, []) for one, many in script["counted"])
        yield from ((message, context, []) for context, message in script["in_context"])


def _of_manual() -> Iterator[_Message]:
    """Every message of the contributors' manual that stands at a declaration, where no call says it."""
    for section in sections_of():
        yield section.name.capitalize(), PART, []
        yield section.one, None, []
        yield summary(section.declaration), None, [f"what {section.one} is"]
        for field in fields_of(section.declaration):
            yield from _of_field(field, section.one)
    for words, anchor in first_uses().items():
        yield from ((meaning_of(word), None, [f"the word {word} at {anchor}"]) for word in words)
    for group, codes in all_codes().items():
        yield group.value, None, []
        for code in codes:
            yield code.meaning, None, [f"the code {code}"]
            if isinstance(code.example, str):
                yield code.example, None, [f"what brings about the code {code}"]
    yield from ((severity.value, SEVERITY, []) for severity in Severity)
    for idea in IDEAS:
        yield idea.title, None, []
        yield from ((paragraph, None, [f"what is explained as {idea.title}"]) for paragraph in idea.paragraphs)


def _of_field(field: Field, record: str) -> Iterator[_Message]:
    yield field.meaning, None, [f"the field {field.name} of {record}"]
    if field.otherwise:
        yield field.otherwise, None, [f"what {field.name} of {record} is where it is left out"]
    kinds = set(_referred(field.shape))
    for section in sections_of():
        if section.kind is not None and section.kind.word in kinds:
            yield id_of(section), None, ["what stands in brackets is a link"]


def _referred(shape: Shape) -> Iterator[str]:
    """The kind of what the values of a field refer to."""
    match shape:
        case Single(Ref(kind)):
            yield kind
        case Many(item):
            yield from _referred(item)
        case _:
            pass


def messages_in(source: str) -> Iterator[_Message]:
    """The messages that a module says, wherever a call stands, within formatted strings too; with notes on them."""
    lines = source.splitlines()
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        notes = list(_notes_above(lines, call.lineno))
        if call.func.id in SAYING and texts:
            yield texts[0], None, notes
        elif call.func.id in MANY and len(texts) > 1:
            yield (texts[0], texts[1]), None, notes
        elif call.func.id == IN_CONTEXT and len(texts) > 1:
            yield texts[1], texts[0], notes


def _notes_above(lines: Sequence[str], number: int) -> Iterator[str]:
    """What a comment right above a line tells translators."""
    above = lines[number - 2].strip() if number > 1 else ""
    if above.startswith(_NOTE):
        yield above.removeprefix(_NOTE).strip()


def template_text(messages: Catalog) -> bytes:
    """The catalogue without translations, as it is kept."""
    return _written(messages)


def updated_text(before: bytes, messages: Catalog) -> bytes:
    """A language's catalogue brought up to the messages; what was translated stays, guesses are not made."""
    translated = read_po(io.BytesIO(before))
    translated.update(messages, no_fuzzy_matching=True)
    translated.obsolete.clear()
    return _written(translated)


def missing(text: bytes) -> list[str]:
    """The messages that a catalogue does not translate."""
    return [str(one.id) for one in read_po(io.BytesIO(text)) if one.id and not all(said(one.string))]


def said(string: str | Iterable[str] | None) -> list[str]:
    """The forms of a message or of its translation; one that is empty where there is none."""
    return [string or ""] if string is None or isinstance(string, str) else list(string)


def _written(messages: Catalog) -> bytes:
    text = io.BytesIO()
    write_po(text, messages, width=0, no_location=True, omit_header=False, sort_output=True)
    lines = text.getvalue().decode().split("\n")
    # What changes with the day or with the installed Babel would make the same messages other bytes.
    volatile = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')
    return "\n".join(line for line in lines if not line.startswith(volatile)).encode()


def main() -> int:
    """Bring every file up to the code; 1 where a language does not say everything."""
    messages = gathered()
    TEMPLATE.write_bytes(template_text(messages))
    wanting = 0
    for path in sorted(CATALOGUES.glob("*.po")):
        path.write_bytes(updated_text(path.read_bytes(), messages))
        lost = missing(path.read_bytes())
        wanting += len(lost)
        print(f"{path.name}: {len(messages)} messages, {len(lost)} not translated")
        for message in lost[:10]:
            print(f"  {message}")
    return 1 if wanting else 0


if __name__ == "__main__":
    sys.exit(main())
