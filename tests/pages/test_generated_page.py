"""Titles are strangers' text: nothing in them is interpreted by Markdown, YAML or the browser."""

import json
from html import unescape

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hornbook.load.text.characters import forbidden_characters
from hornbook.pages.generated_page import GeneratedPage, Heading, heading_words, to_markdown
from hornbook.pages.html import EMPTY, Html, tag
from tests.made import GLOSSARY

NASTY = [
    "</title><script>alert(1)</script>",
    "A *b* _c_ `d` [e](f) ![g](h) <i>",
    "# not a heading { #id .class onclick=x }",
    "\"quoted\" 'too': & done",
    "{{ template }} {% block %} {# note #}",
    "- item 1. 2) + > |",
    "back\\slash",
    "--8<-- “snippet”",
    "𝒢 and 𝔤, which take two escapes in JSON",
]
printable = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40)


@pytest.mark.parametrize("words", NASTY)
def test_a_heading_shows_its_words_and_nothing_else(words: str) -> None:
    html = markdown.markdown(f"# {heading_words(words)}", extensions=["attr_list", "md_in_html"])
    inside = html.removeprefix("<h1>").removesuffix("</h1>")
    assert "<" not in inside
    assert unescape(inside) == words


@given(printable.filter(lambda words: words.strip() == words and not forbidden_characters(words)))
def test_any_heading_survives_markdown(words: str) -> None:
    html = markdown.markdown(f"# {heading_words(words)}", extensions=["attr_list"])
    assert unescape(html) == f"<h1>{words}</h1>"


@pytest.mark.parametrize("words", NASTY)
def test_the_front_matter_holds_the_title_escaped(words: str) -> None:
    page = to_markdown(_page(words), GLOSSARY).decode()
    meta = yaml.safe_load(page.split("---\n")[1])
    assert unescape(meta["title"]) == words
    assert "<" not in meta["title"]
    assert '"' not in meta["description"]


def test_structured_data_cannot_end_its_script() -> None:
    page = GeneratedPage(
        address="terms/a/", title="a", description="b", blocks=(), json_ld={"name": "</script><b>&", "@type": "X"}
    )
    meta = yaml.safe_load(to_markdown(page, GLOSSARY).decode().split("---\n")[1])
    assert "<" not in meta["json_ld"]
    assert json.loads(meta["json_ld"])["name"] == "</script><b>&"


def test_a_block_of_html_reaches_the_page_as_it_is() -> None:
    block = tag("div", tag("p", "a *b* [c](d) & <e>"), class_="kb-x")
    html = markdown.markdown(to_markdown(_page("t", block), GLOSSARY).decode().split("---\n\n")[1])
    assert str(block) in html


def test_empty_blocks_leave_no_trace() -> None:
    page = to_markdown(_page("t", EMPTY, Heading(2, "Next", "next")), GLOSSARY).decode()
    assert page.endswith("# t { #t }\n\n## Next { #next }\n")


def _page(title: str, *blocks: Heading | Html) -> GeneratedPage:
    return GeneratedPage(address="terms/a/", title=title, description=title, blocks=blocks)
