"""What scripts say: as the pages do, in the language of the site; in English where there is no other."""

import json
import re
from gettext import NullTranslations
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from hornbook.language import in_context, say, say_many, speaking
from hornbook.language.catalogues import read_catalogue
from hornbook.pages.script_words import Messages, spoken_script
from tests.language.pseudo import Pseudo
from tests.where import REPOSITORY

THEME = REPOSITORY / "builder" / "hornbook" / "theme"
SCRIPTS = sorted((THEME / "scripts").glob("*.js"))
WORDS = (THEME / "scripts" / "words.js").read_text(encoding="utf-8")
SAID: dict[str, Messages] = json.loads((THEME / "words.json").read_text(encoding="utf-8"))
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {}\\n"\n\n'
RULES = {
    "as in English": "nplurals=2; plural=(n != 1);",
    "French": "nplurals=2; plural=(n > 1);",
    "Japanese": "nplurals=1; plural=0;",
    "Slovenian": "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "Polish": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "Arabic": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
MESSAGES: Messages = {
    "said": ["{first} before {second}", "untranslated"],
    "counted": [("{count} term", "{count} terms")],
    "in_context": [("a verdict", "open")],
}
TRANSLATED = """
msgid "{first} before {second}"
msgstr "{second} nach {first}"

msgctxt "a verdict"
msgid "open"
msgstr "offen"

msgid "{count} term"
msgid_plural "{count} terms"
"""


def spoken_by(catalogue: NullTranslations) -> MiniRacer:
    racer = MiniRacer()
    with speaking(catalogue):
        racer.eval(spoken_script(WORDS.encode(), MESSAGES).decode())
    return racer


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_script_says_what_pages_say(rule: str) -> None:
    forms = "".join(f'msgstr[{form}] "{{count}} in form {form}"\n' for form in range(int(rule[9])))
    catalogue = read_catalogue((HEAD.format(rule) + TRANSLATED + forms).encode())
    racer = spoken_by(catalogue)
    counted = racer.eval(
        'JSON.stringify([...Array(203).keys()].map((n) => wordsMany("{count} term", "{count} terms", n)))'
    )
    with speaking(catalogue):
        assert json.loads(str(counted)) == [say_many("{count} term", "{count} terms", n) for n in range(203)]
        gaps = "{first: '{second}', second: 0}"
        expected = say("{first} before {second}", first="{second}", second=0)
        assert racer.eval(f'words("{{first}} before {{second}}", {gaps})') == expected
        assert racer.eval('wordsIn("a verdict", "open")') == in_context("a verdict", "open") == "offen"
    assert racer.eval('words("untranslated")') == "untranslated"
    racer.close()


def test_in_english_a_script_stays_as_it_is() -> None:
    assert spoken_script(b"act();", MESSAGES) == b"act();"
    racer = spoken_by(NullTranslations())
    assert racer.eval('[0, 1, 2].map((n) => wordsMany("{count} term", "{count} terms", n)).join()') == (
        "0 terms,1 term,2 terms"
    )
    racer.close()


def test_a_rule_that_is_no_expression_of_numbers_is_not_run() -> None:
    forms = 'msgstr[0] "{count} A"\nmsgstr[1] "{count} B"\n'
    catalogue = read_catalogue((HEAD.format("nplurals=2; plural=(n != 1);") + TRANSLATED + forms).encode())
    catalogue.info()["plural-forms"] = "nplurals=2; plural=(alert(n));"
    with speaking(catalogue):
        assert b"alert" not in spoken_script(b"", MESSAGES)


def test_what_fills_a_gap_may_be_no_text() -> None:
    racer = spoken_by(NullTranslations())
    cut = racer.eval('JSON.stringify(wordParts("{first} before {second}", { first: [{ a: 1 }, "b"], second: "" }))')
    assert json.loads(str(cut)) == [{"a": 1}, "b", " before "]
    racer.close()


@pytest.mark.parametrize("messages", SAID.values(), ids=SAID)
def test_in_another_language_a_script_has_each_of_its_messages(messages: Messages) -> None:
    with speaking(Pseudo()):
        head, script = spoken_script(b"\nscript", messages).decode().split(";\n\n")
    assert script == "script"
    for message in [*messages["said"], *(one for one, _ in messages["counted"])]:
        assert f"{json.dumps(message, ensure_ascii=False)}:" in head


@pytest.mark.parametrize("part", [path for path in SCRIPTS if path.stem != "words"], ids=lambda path: path.stem)
def test_a_message_is_a_literal_or_stands_in_a_table(part: Path) -> None:
    """What is put together while a script runs is in no catalogue."""
    code = re.sub(r"^\s*//.*$", "", part.read_text(encoding="utf-8"), flags=re.MULTILINE)
    of_tables = r"(?:[\w.> ]+ \? )?(?:\.\.\.)?[A-Z_]{2,}|last\b|word\b|\.\.\.message\b"
    for call in re.finditer(r"(?<![\w.])(?:words|wordParts|wordsMany|partsMany|wordsIn)\(\s*(.{0,30})", code):
        assert re.match(rf'"|{of_tables}', call[1]), call[0]
