"""Gather every message of the builder into its catalogues: `python tools/words.py`.

Writes `messages.pot`, with the places in the code left out, since they move with every change, and brings each
language's catalogue up to it: new messages come in empty, those that are gone go. Says what is not translated.
"""

import ast
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "builder" / "hornbook"
CATALOGUES = PACKAGE / "language" / "catalogues"
TEMPLATE = CATALOGUES / "messages.pot"
SAYING = frozenset({"later", "parts", "said", "say", "say_html"})
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
    for script in json.loads(_OF_SCRIPTS.read_text(encoding="utf-8")).values():
        yield from ((message, None, []) for message in script["said"])
        yield from (((one, many), None, []) for one, many in script["counted"])
        yield from ((message, context, []) for context, message in script["in_context"])


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
