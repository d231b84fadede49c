"""Every word that the builder writes for readers stands in the catalogues."""

from pathlib import Path

from tests.language.left import words_left
from tests.language.pseudo import not_said
from tools.words import CATALOGUES, missing

WHAT_TO_DO = """
These messages have no words yet. `python tools/words.py` puts them into builder/hornbook/language/catalogues. Write
behind `msgstr` what each language says, with the same code between backticks and the same names between braces. If you
do not know a language, leave it empty and ask for it with your change: until then the site says it in English.
"""


def test_nothing_that_readers_see_is_said_past_the_catalogues() -> None:
    assert words_left() == {}


def test_a_word_past_the_catalogues_would_be_seen() -> None:
    page = b'---\ntitle: \xd0\x94\xd0\xb0\n---\n<p title="Hidden">\xe2\x93\x95 Plain <code>rain</code> id</p>'
    assert not_said({"docs/x/index.md": page}, frozenset({"id"})) == {"docs/x/index.md": ["Hidden", "\u24d5 Plain"]}


def test_every_language_says_everything() -> None:
    wanting = {path.stem: missing(path.read_bytes()) for path in sorted(Path(CATALOGUES).glob("*.po"))}
    assert wanting == {path.stem: [] for path in sorted(Path(CATALOGUES).glob("*.po"))}, WHAT_TO_DO
