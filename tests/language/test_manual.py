"""The contributors' manual in other languages: what stands at the declarations is gathered, said, and marked if not."""

from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from hornbook.language import LANGUAGES, Catalogue, catalogue, in_context, speaking
from hornbook.language.catalogues import read_catalogue
from hornbook.load import load
from hornbook.manual import all_codes, field_manual
from hornbook.model.manual import Code, Phrase, Pointer, phrase, say_phrase
from hornbook.pages.codes_page import codes_page
from hornbook.pages.fields_page import fields_page
from hornbook.pages.generated_page import GeneratedPage, Heading, to_markdown
from hornbook.pages.html import say_html, say_many_html, tag
from hornbook.pages.phrases import phrase_html
from tests.where import SAMPLE
from tools.words import gathered

LACKING = read_catalogue(b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n')
"""A language in which nothing is said yet."""


class Listener(NullTranslations):
    """Says everything in English, and knows what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str | None]] = set()

    def gettext(self, message: str) -> str:
        self.asked.add((message, None))
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add((msgid1, None))
        return super().ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add((message, context))
        return message


def pages_in(words: Catalogue) -> list[GeneratedPage]:
    with speaking(words):
        return [fields_page(field_manual()), codes_page(all_codes())]


def written(page: GeneratedPage) -> str:
    return "\n".join(block.words if isinstance(block, Heading) else block for block in page.blocks)


def test_whatever_the_manual_says_is_gathered_for_the_catalogues() -> None:
    listener, messages = Listener(), gathered()
    pages_in(listener)
    assert len(listener.asked) > 600
    missing = [one for one in listener.asked if messages.get(*one) is None]
    assert not missing, "run `python tools/words.py`"


def test_what_is_gathered_from_declarations_is_said_on_its_pages() -> None:
    listener = Listener()
    pages_in(listener)
    told = {
        str(one.id)
        for one in gathered()
        if any(note.startswith(("the field ", "the code ")) for note in one.auto_comments)
    }
    assert told
    assert told <= {message for message, _ in listener.asked}


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_the_pages_have_the_same_code_and_the_same_places_in_every_language(language: str) -> None:
    for english, other in zip(pages_in(catalogue("en")), pages_in(catalogue(language)), strict=True):
        for sign in ("<pre>", " id=", "<a ", "<tr"):
            assert written(english).count(sign) == written(other).count(sign), sign
        assert 'lang="en"' not in written(other)


def test_what_a_language_lacks_says_that_it_is_in_english() -> None:
    with speaking(LACKING):
        rain = phrase_html(say_phrase("Rain is wet."))
        assert tag("p", "A ", rain) == '<p>A <span lang="en" dir="ltr">Rain is wet.</span></p>'
        assert tag("p", in_context("how bad it is", "note")) == '<p><span lang="en" dir="ltr">note</span></p>'
        assert say_many_html("{count} field", "{count} fields", 2) == '2<span lang="en" dir="ltr"> fields</span>'
        assert say_html("In {file}", file="x") == '<span lang="en" dir="ltr">In </span>x'
    for page in pages_in(LACKING):
        assert '<span lang="en" dir="ltr">' in written(page)


def test_a_language_without_any_words_marks_the_whole_manual() -> None:
    loaded = load(Path(SAMPLE))
    assert loaded.knowledge is not None
    for language, marks in {"en": False, "de": False, "fr": True}.items():
        glossary = replace(loaded.knowledge.glossary, lang=language)
        for page in pages_in(glossary.words):
            assert (b'lang="en" dir="ltr"' in to_markdown(page, glossary)) is marks


def test_a_phrase_has_code_and_where_it_is_asked_for_links() -> None:
    assert phrase("a `b` [c]") == ("a ", Code("b"), " [c]")
    assert phrase("[a `b`] `[[c]]`", "d") == (Pointer("a `b`", "d"), " ", Code("[[c]]"))
    assert phrase("") == phrase("", "d") == ()
    assert phrase("it's") == ("it’s",)


def test_what_fills_the_gap_of_a_phrase_is_not_read_again() -> None:
    words: Phrase = (Code("`x`"), " {y} ", Pointer("[z]", "w"))
    assert say_phrase("a {gap} `b`", gap=words) == ("a ", *words, " ", Code("b"))
    assert say_phrase("`{name}`", name="c") == (Code("c"),)
