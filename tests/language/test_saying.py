"""Saying messages: each gap is filled, in the order of the language; English where nobody said otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.language import in_context, parts, say, say_many, speaking
from hornbook.language.catalogues import catalogue, read_catalogue

TURNED = """
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"

msgid "{first} before {second}"
msgstr "{second} nach {first}"

msgid "{count} term"
msgid_plural "{count} terms"
msgstr[0] "eins"
msgstr[1] "zwei"
msgstr[2] "{count} viele"

msgctxt "a verdict"
msgid "open"
msgstr "offen"

#, fuzzy
msgid "guessed"
msgstr "geraten"
"""


def test_messages_are_english_where_nobody_says_otherwise() -> None:
    assert say("{first} before {second}", first=1, second=2) == "1 before 2"
    assert parts("{first} before {second}", first=(1,), second=None) == ((1,), " before ", None)
    assert [say_many("{count} term", "{count} terms", count) for count in (0, 1, 2)] == ["0 terms", "1 term", "2 terms"]
    assert in_context("a verdict", "open") == "open"


def test_another_language_has_its_own_order_numbers_and_contexts() -> None:
    with speaking(read_catalogue(TURNED.encode())):
        assert say("{first} before {second}", first=1, second=2) == "2 nach 1"
        assert parts("{first} before {second}", first=(1,), second=None) == (None, " nach ", (1,))
        assert [say_many("{count} term", "{count} terms", n) for n in (1, 2, 5)] == ["eins", "zwei", "5 viele"]
        assert (in_context("a verdict", "open"), say("open"), say("guessed")) == ("offen", "open", "guessed")
    assert say("{first} before {second}", first=1, second=2) == "1 before 2"


@given(st.text(), st.text())
def test_what_fills_a_gap_is_never_read_as_a_message(first: str, second: str) -> None:
    assert say("{first} before {second}", first=first, second=second) == f"{first} before {second}"


@pytest.mark.parametrize("language", ["en", "en-GB", "tlh", ""])
def test_a_language_without_a_catalogue_is_said_in_english(language: str) -> None:
    assert catalogue(language).gettext("Follows") == "Follows"
