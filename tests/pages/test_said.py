"""What pages say comes in the language that is spoken: whole sentences, with contributors' words left as they are."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.addresses import INDEXES
from hornbook.kinds import ADDRESSED, EXAMPLE, KINDS, LINKED, PAGE
from hornbook.language import say, say_many, speaking
from hornbook.language.catalogues import read_catalogue
from hornbook.model import TermKind
from hornbook.model.own_words import KIND_WORDS
from hornbook.pages.address_titles import place_title
from hornbook.pages.excerpts import first_joined, more_html
from hornbook.pages.html import tag
from hornbook.pages.redirects import redirect_stub
from hornbook.pages.retired_page import retired_title
from hornbook.pages.whose import described, whose
from hornbook.reasoning.matches import RELATIONS
from tests.language.pseudo import Pseudo
from tests.reasoning.projects import shapes

KNOWLEDGE = shapes().knowledge
TURNED = """
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "This page has moved"
msgstr "Fort & <weg>"

msgid "This page has moved to {address}."
msgstr "{address} <b> ist es jetzt."

msgid "its present address"
msgstr "Hier & da"

msgid "{count} more: {where}."
msgid_plural "{count} more: {where}."
msgstr[0] "{where} hat noch einen."
msgstr[1] "{where} hat noch {count}."
"""


def test_every_kind_of_term_and_of_record_has_its_words() -> None:
    assert {*KIND_WORDS} == {*TermKind}
    assert all(kind.title_of_several for kind in (*ADDRESSED, PAGE))
    assert all("{count}" in message for kind in KINDS if kind.counted for message in kind.counted)
    assert all("{other}" in message for message in RELATIONS.values())


@pytest.mark.parametrize("kind", TermKind)
def test_a_kind_of_term_is_said_and_one_of_the_glossary_is_not(kind: TermKind) -> None:
    glossary = KNOWLEDGE.glossary
    assert glossary.kind_called(kind) == kind.value
    with speaking(Pseudo()):
        assert glossary.kind_called(kind) == say(kind.value) != kind.value
        assert glossary.kind_called("a word of its own") == say("a word of its own")
        assert glossary.kind_called(None) == ""


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("terms#square", "Ⓣⓔⓡⓜⓢ: square"),
        ("explore/plane", "Ⓦⓗⓐⓣ ⓕⓞⓛⓛⓞⓦⓢ ⓘⓝ Plane & simple"),
        ("quiz#is-it-a-square", "Ⓠⓤⓘⓩ: Is it a square?"),
        ("examples/board#judgement-1", "The board: ⓙⓤⓓⓖⓔⓜⓔⓝⓣ 1"),
        ("sources/primer#statement-p-2", "A primer of figures & forms: ⓢⓣⓐⓣⓔⓜⓔⓝⓣ p-2"),
        (
            "disagreements/what-is-a-square#claim-1-in-plane",
            "What does it take to be a “square”?: ⓒⓛⓐⓘⓜ 1 ⓘⓝ Plane & simple",
        ),
    ],
)
def test_a_place_is_called_in_the_language_that_is_spoken(address: str, title: str) -> None:
    with speaking(Pseudo()):
        assert place_title(KNOWLEDGE, address) == title


def test_lists_of_records_are_called_in_the_language_that_is_spoken() -> None:
    with speaking(Pseudo()):
        for index in INDEXES:
            assert place_title(KNOWLEDGE, index.address) == say(index.title) != index.title


def test_whose_a_definition_is_stands_in_one_sentence_with_it() -> None:
    with speaking(Pseudo()):
        for term in KNOWLEDGE.terms.values():
            author = whose(KNOWLEDGE, term)
            assert described(KNOWLEDGE, term) == (f"{term.short} ({author}.)" if author else term.short)
            assert not author.startswith("In the sense")


def test_a_stub_says_where_a_page_is_and_its_words_are_text() -> None:
    former, present = "terms/old/", "terms/new/"
    english = redirect_stub(KNOWLEDGE, former, present).decode()
    assert '<p>This page has moved to <a href="../new/">its present address</a>.</p>' in english
    with speaking(read_catalogue(TURNED.encode())):
        page = LexborHTMLParser(redirect_stub(KNOWLEDGE, former, present).decode())
    assert page.body is not None
    assert page.body.text().strip() == "Hier & da <b> ist es jetzt."
    assert [link.attributes["href"] for link in page.css("body a")] == ["../new/"]
    assert [title.text() for title in page.css("title")] == ["Fort & <weg>"]
    assert not page.css("b, weg")


def test_how_many_more_there_are_is_said_as_the_language_orders_it() -> None:
    where = tag("a", "dort", href="x/")
    assert more_html(1200, where) == '<p class="kb-more-of">1,200 more: <a href="x/">dort</a>.</p>'
    assert first_joined([where] * 3, 2) == f"{where}, {where}, 1 more"
    with speaking(read_catalogue(TURNED.encode())):
        assert LexborHTMLParser(more_html(1, where)).text() == "dort hat noch einen."
        assert LexborHTMLParser(more_html(1200, where)).text() == "dort hat noch 1,200."


def test_what_is_retired_keeps_its_name_and_the_numbers_of_the_home_page_are_said() -> None:
    assert EXAMPLE.counted is not None
    assert say_many(*EXAMPLE.counted, 1) == "1 example"
    with speaking(Pseudo()):
        assert retired_title("lozenge") == "Ⓡⓔⓣⓘⓡⓔⓓ: lozenge"
        assert [say(kind.called) != kind.called for kind in LINKED] == [True] * len(LINKED)
        assert say_many(*EXAMPLE.counted, 2) == "2 ⓔⓧⓐⓜⓟⓛⓔⓢ"
