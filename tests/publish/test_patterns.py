"""A page taken apart is the same page, put together again; what is written unusually is no text of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.pages.generated_page import GeneratedPage, Heading, to_markdown
from hornbook.publish.patterns import slots_in, taken_apart
from hornbook.publish.slots import slotted
from tests.made import knowledge_base

GLOSSARY = knowledge_base().glossary


def markdown_of(title: str, heading: str = "What") -> str:
    blocks = (Heading(2, heading, "a_b"),)
    page = GeneratedPage(address="terms/a/", title=title, description=title, blocks=blocks)
    return slotted(to_markdown(page, GLOSSARY)).markdown.decode()


@given(st.text(), st.text())
def test_a_page_put_together_again_is_the_same(title: str, heading: str) -> None:
    markdown = markdown_of(title, heading)
    page = taken_apart(markdown)
    assert page.pattern.written(page.texts) == markdown


@given(st.text())
def test_so_is_any_other_text(markdown: str) -> None:
    page = taken_apart(markdown)
    assert page.pattern.written(page.texts) == markdown


def test_pages_that_differ_in_texts_alone_have_one_pattern() -> None:
    one, other = taken_apart(markdown_of("Salt & pepper")), taken_apart(markdown_of("“Ångström” 🦉 {x} _y_", "Why"))
    assert one.pattern == other.pattern
    assert one.texts == ("Salt &amp; pepper", "Salt &amp; pepper", "Salt & pepper", "salt-pepper", "What", "a_b")
    assert other.texts[2] == "“Ångström” 🦉 {x} _y_"


@pytest.mark.parametrize("title", ["", "two  spaces", "a\u00a0space that keeps", "a\u0085 control", "a\ufeffmark"])
def test_what_somebody_could_drop_or_take_together_is_no_text(title: str) -> None:
    page = taken_apart(markdown_of(title))
    assert title not in page.texts
    assert page.pattern != taken_apart(markdown_of("A")).pattern


def test_fields_are_read_as_engines_read_them() -> None:
    for text in ("\\U0001f989", "🦉\\", 'a"b', "\\n"):
        assert taken_apart(markdown_of(text)).texts[0] == text.replace('"', "&quot;"), text
    strange = f'---\ntitle: {json.dumps("🦉")}\nhide: ["toc"]\ncount: 1\n---\n'
    assert taken_apart(strange).texts == ()


def test_headings_and_ids_within_a_slot_are_texts() -> None:
    slot = '<section data-kb-slot="0"><h3 id="in_b">A &amp; <em>b</em></h3><div class="kb-names"></div></section>'
    markdown = f"# A {{ #a }}\n\n{slot}\n"
    assert taken_apart(markdown).texts == ("A", "a", "in_b", "b")
    assert slots_in(markdown) == (slot,)
