"""Make the scripts that are served, in `theme/` of the package, from their parts in `theme/scripts/`.

A development program; run it as `python tools/script.py` after a change of a part. All parts of a script share one
scope of their own; tdewolff's minifier drops comments and spaces and shortens names. It has been seen to move a
destructuring whose value begins with a bracket before the constants that it uses; the tests in `tests/browser` run
what it made.

`theme/words.json` has of each script the messages that it says, for `tools/words.py`, and for sites in other languages.
"""

import json
import re
from pathlib import Path

import minify

THEME = Path(__file__).resolve().parent.parent / "builder" / "hornbook" / "theme"
PARTS = (
    "words",
    "make",
    "elements",
    "frame",
    "cards",
    "previews",
    "propagation",
    "derivations",
    "logic",
    "answers",
    "sentences",
    "lighting",
    "explained",
    "examples",
    "rows",
    "explorer",
    "proofs",
    "checking",
    "follows",
    "terms",
    "quiz",
    "search",
    "start",
)
"""Those of the one script of the site's pages, in an order in which each uses only what stands before it."""
SCRIPTS = {
    "hornbook.js": PARTS,
    "moved.js": ("moved",),
    "finder.js": ("finder",),
    "check.js": ("words", "check"),
    "nearest.js": ("words", "make", "nearest"),
    "embed.js": ("embed", "words", "copying"),
    "previews.js": ("make", "cards", "anywhere"),
}
"""The parts of each script: of our pages, then those that are asked for, or stand on pages of other kinds."""
_TEXT = r'\s*("(?:[^"\\]|\\.)*")'
_SAYING = {
    "said": re.compile(rf"\b(?:words|wordParts|later)\({_TEXT}"),
    "counted": re.compile(rf"\b(?:wordsMany|partsMany|laterMany)\({_TEXT},{_TEXT}"),
    "in_context": re.compile(rf"\bwordsIn\({_TEXT},{_TEXT}"),
}
"""How messages stand in a script: as literals in calls of the functions of `theme/scripts/words.js`."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_NOTE = re.compile(rf"^ *// Words: (.+)\n.*?\b(?:words|wordParts|later)\({_TEXT}", re.MULTILINE)
"""What translators are told of the first message of the line below."""


def main() -> None:
    """Write the scripts, and what they say."""
    for name in SCRIPTS:
        (THEME / name).write_text(script(name), encoding="utf-8")
    (THEME / "words.json").write_text(words(), encoding="utf-8")


def script(name: str) -> str:
    """A script as it is served: in ASCII alone, since a page of others may say nothing of its encoding, or another."""
    small: str = minify.string("text/javascript", f'(() => {{\n"use strict";\n{_source(name)}}})();')
    return _BEYOND_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], small) + "\n"


def words() -> str:
    """Each script that says anything with its messages, as `builder/hornbook/pages/script_words.py` has them; notes."""
    found = {name: {way: _messages(calls, _source(name)) for way, calls in _SAYING.items()} for name in SCRIPTS}
    saying = {name: messages for name, messages in found.items() if any(messages.values())}
    notes = {json.loads(text): note for name in saying for note, text in _NOTE.findall(_source(name))}
    return json.dumps({"scripts": saying, "notes": notes}, ensure_ascii=False, indent=1) + "\n"


def _messages(calls: re.Pattern[str], source: str) -> list[str] | list[list[str]]:
    texts = sorted({tuple(map(json.loads, found.groups())) for found in calls.finditer(source)})
    return [text[0] for text in texts] if calls.groups == 1 else list(map(list, texts))


def _source(name: str) -> str:
    return "".join((THEME / "scripts" / f"{part}.js").read_text(encoding="utf-8") for part in SCRIPTS[name])


if __name__ == "__main__":
    main()
