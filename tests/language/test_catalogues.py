"""The catalogues: what the code says stands in each, and no translation loses or invents a gap."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from hornbook.language import LANGUAGES
from tools.words import CATALOGUES, TEMPLATE, gathered, messages_in, said, template_text, updated_text

PATHS = sorted(CATALOGUES.glob("*.po"))
_GAP = re.compile(r"\{\w+\}")
_CODE = re.compile("`[^`]*`")


def test_each_language_has_a_catalogue() -> None:
    assert {path.stem for path in PATHS} == set(LANGUAGES) - {"en"}


def test_the_template_holds_what_the_code_says() -> None:
    assert TEMPLATE.read_bytes() == template_text(gathered()), "run `python tools/words.py`"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_catalogue_is_that_of_the_code(path: Path) -> None:
    assert path.read_bytes() == updated_text(path.read_bytes(), gathered()), "run `python tools/words.py`"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_translation_has_the_gaps_of_its_message(path: Path) -> None:
    with path.open("rb") as file:
        for message in read_po(file):
            ids, strings = said(message.id), said(message.string)
            gaps = set(_GAP.findall(" ".join(ids)))
            for string in filter(None, strings):
                # A form for one thing, or for two, need not say the number.
                assert gaps - {"{count}"} <= set(_GAP.findall(string)) <= gaps, (message.id, string)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_translation_has_the_code_and_the_links_of_its_message(path: Path) -> None:
    with path.open("rb") as file:
        for message in read_po(file):
            for string in filter(None, said(message.string)):
                ids = " ".join(said(message.id))
                assert set(_CODE.findall(string)) == set(_CODE.findall(ids)), (message.id, string)
                assert string.count("`") % 2 == 0, string
                assert _CODE.sub("", string).count("[") == _CODE.sub("", ids).count("["), (message.id, string)


def test_a_message_is_found_wherever_it_is_said() -> None:
    source = """
# Words: in the web
a = say("plain")
b = f"{say('within a string')} {later('and another')}"
c = say_html("around {inner}", inner=say("nested"))
d = say_many("{count} term", "{count} terms", len(x))
e = in_context("a verdict", "open")
f = say(TABLE[x])
"""
    assert sorted(map(str, messages_in(source))) == sorted(
        map(
            str,
            [
                ("plain", None, ["in the web"]),
                ("within a string", None, []),
                ("and another", None, []),
                ("around {inner}", None, []),
                ("nested", None, []),
                (("{count} term", "{count} terms"), None, []),
                ("open", "a verdict", []),
            ],
        )
    )
