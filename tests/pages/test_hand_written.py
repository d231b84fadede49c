"""Pages written by hand: the site engine's Markdown finds in them what was meant, and nothing else."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.diagnostics import Diagnostic, Place
from hornbook.kinds import TERM
from hornbook.load.names.project import Linked
from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose.parsing import parse_page
from hornbook.load.text.characters import forbidden_characters
from hornbook.load.text.files import source_text
from hornbook.model import HandwrittenPage
from hornbook.pages.code import LONGEST_COLOURED
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Heading
from hornbook.pages.hand_written import MOST_COLOURED, _blocks, hand_written_page
from hornbook.pages.html import isolated, join
from hornbook.production import examine
from hornbook.reasoning.anchors import heading_anchors
from hornbook.reasoning.readings import Readings
from tests.load.prose_reading import KNOWN

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = examine(ROOT / "tests" / "sample").reasoning
assert SAMPLE is not None
UNUSED: Any = None  # no drawing stands on these pages
CONTEXT = Context(SAMPLE, UNUSED, UNUSED, {}, Readings({}, ()), {}, {})
TERMS = {name: Linked(TERM, Place(name)) for name in ("square", "rhombus")}
PRESENT = ["attr_list", "toc"]
"""The extensions that the builder asks engines for."""
FORMER = [
    "admonition",
    "attr_list",
    "md_in_html",
    "tables",
    "footnotes",
    "pymdownx.details",
    "pymdownx.superfences",
    "toc",
]
"""What pages were once written for."""


def parse(text: str) -> tuple[HandwrittenPage, list[Diagnostic]]:
    references = References(replace(KNOWN, linked={**KNOWN.linked, **TERMS}), Suggestions())
    return parse_page(source_text("docs/a/page.md", text), "weather", references), references.found


def given_to_engine(page: HandwrittenPage) -> str:
    """The Markdown that the engine gets, without its front matter."""
    return re.sub(r"\A---\n.*?\n---\n", "", hand_written_page(CONTEXT, page).decode(), flags=re.DOTALL)


def rendered(text: str, extensions: list[str] | None = None) -> list[str]:
    """The elements and texts that an engine makes of Markdown, by default with the present extensions."""
    return elements(markdown.markdown(text, extensions=extensions or PRESENT))


def elements(html: str) -> list[str]:
    """Every element with its attributes, and every text, in order; blanks count only in code."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    found: list[str] = []
    _walk(body, found, in_code=False)
    return found


def _walk(node: LexborNode, found: list[str], *, in_code: bool) -> None:
    if node.tag == "-text":
        text = node.text_content or ""
        if in_code or text.strip():
            found.append(f"“{text if in_code else ' '.join(text.split())}”")
        return
    found.append(f"<{node.tag} {sorted(node.attributes.items())}>")
    for child in node.iter(include_text=True):
        _walk(child, found, in_code=in_code or node.tag == "pre")
    found.append(f"</{node.tag}>")


def meant(page: HandwrittenPage) -> list[str]:
    """What the page is to show, without an engine."""
    written = []
    for block in _blocks(CONTEXT, page):
        if isinstance(block, Heading):
            words = str(join(isolated(block.words) if block.inline is None else block.inline))
            written.append(f'<h{block.level} id="{block.anchor}">{words}</h{block.level}>')
        else:
            written.append(block)
    return elements("\n".join(written))


PIECES = (
    "[[square]]~[[rhombus|w_x_*y*]]~![[index~\\~`~``~```\n~```yaml\n~*~**~_~__~\n~\n\n~> ~- ~1. ~|~|-|\n~<b>~</b>~<!--"
    "~-->~&#32;~[a](b.md)~[a](https://b.c/d_e_f?g=h&i 't *x*')~](~![~# ~## ~---\n~    ~a~ ~\t~<https://a.b/c_d_e>~é"
    '~\\[[~{ .lead }~{~}~{#a}~[^1]~[^1]: ~!!! note\n~??? tip "a"\n~~~~![a](b.png)~{width=9}~ { #b_c_d }~~~~~{: x }'
    "~<a@b.c>~\\<i>~a: b\n~&lt;~&amp;~markdown=1~[TOC]~*[a]: b\n~[a]: b.md\n~@~$~%~^~++~==~~x~~~::: a\n~/// a\n~{{ a }}"
    "~{% a %}~:a:~__init__~\\\n~  \n~&#10;~&#x60;~\u00a0~<svg>~<?php ~]]>~\" onload=x~' ~=~`<div>`"
)
TEXTS = st.lists(st.sampled_from(PIECES.split("~")), max_size=24).map("".join)


OURS = re.compile(
    r"'class', '[^']*\b(kb|md)-|\('(data-|on|name|aria-|style', '(?!text-align))|<(script|form|input|iframe|svg)"
)
WORDS = st.text(max_size=60).filter(lambda text: not forbidden_characters(text))


def is_refused(found: list[Diagnostic]) -> bool:
    """Whether a heading is empty, or a character is one that no text may hold: such a page is never written."""
    return not {"prose-heading", "text-control-character"}.isdisjoint(one.code for one in found)


@given(TEXTS)
def test_an_engine_makes_of_any_page_exactly_the_elements_that_were_meant(text: str) -> None:
    page, found = parse(text)
    assert is_refused(found) or rendered(given_to_engine(page)) == meant(page)


@given(TEXTS)
def test_more_extensions_find_nothing_more_in_a_page(text: str) -> None:
    page, found = parse(text)
    more = [*FORMER, "abbr", "def_list", "sane_lists", "smarty", "wikilinks", "pymdownx.snippets"]
    for extensions in (FORMER, more):
        assert is_refused(found) or rendered(given_to_engine(page), extensions) == meant(page)


@given(WORDS, st.sampled_from(["", "# ", "> ", "- ", "!!! note\n    ", "a\n\n## "]))
def test_an_engine_makes_of_any_text_exactly_the_elements_that_were_meant(text: str, before: str) -> None:
    page, found = parse(before + text.replace("\r", " "))
    assert is_refused(found) or rendered(given_to_engine(page)) == meant(page)


@given(TEXTS)
def test_nothing_on_a_page_looks_like_a_part_of_the_site(text: str) -> None:
    # What formulas become is ours, and has laws of its own.
    shown = meant(parse(text.replace("[[", "").replace("$", "").replace("{ .lead }", ""))[0])
    for element in shown:
        if element.startswith("<"):
            assert not OURS.search(element)


@pytest.mark.parametrize(
    "text",
    [
        "# A *b* `c < d` [e](https://f.g/h_i_j?a=b&c=d) <https://k.l/_m_>",
        "# A\n\n## A\n\n## A\n\n### A_1\n\n### A { #b }",
        "## Öfen & Äpfel: „x“\n\n### Élan\n\n### Élan\n\n#### Ça va?",
        "## 1. A, b (c) [d] ~e~ $ f $ !g ^h | i : j \\_k\\_ \\# ##",
        "## a_b_c **x**_y_ `z_z` { #own_id }",
        "Setext *a*\n===\n\nB\n---",
        "| a | b | c |\n|:--|:-:|--:|\n| 1 | `x` | *z* |\n| 2 | a \\| b |  |",
        "Text[^1] and again[^1] and[^2].\n\n[^1]: The *note*.\n\n[^2]: A note.\n\n    With more.\n\nMore.",
        '!!! note\n\n    text\n\n!!! warning "A *title* here"\n\n    - a\n    - b\n\n!!! tip ""\n\n    no title',
        '??? note\n\n    folded\n\n!!! note inline end "Beside"\n\n    x',
        '```yaml\na: [b, "c"]\n# d\n```\n\n```\nplain <b> & "x"\n```\n\n~~~ console\n$ ls -l\nfile\n~~~',
        '```python\ndef f(x):\n    """doc"""\n    return f"{x}"\n\n# end\n```\n\n```nonsense\na b\n```',
        "- item\n\n    ```js\n    let a = 1;\n    ```\n\n- next",
        "a <https://example.org/x_y> b <me@example.org> [m](mailto:a@b.c)",
        "A *b **c** d* `e` ``f ` g`` \\*h\\* &copy; &lt;i> — 2 < 3 & 4 > 3\n\nline one\nline two  \nhard\n\n***",
        "> quote\n> more\n>\n> > nested\n\n1. one\n2. two\n    - nested\n    - more\n3. three",
        "Lead text\non two lines\n{ .lead }\n\n[a](https://b.c) [d](https://e.f)\n{ .actions }",
        "a {n = 2} b {x, y} {1} {{z}}",
    ],
)
def test_what_engines_showed_before_is_shown_still(text: str) -> None:
    page, found = parse(text)
    assert found == []
    former = [part.replace("('target', None), ", "") for part in rendered(text, FORMER)]
    assert rendered(given_to_engine(page)) == former


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](b.md)", '<p><a href="../b/">a</a></p>'),
        ("[a](../index.md)", '<p><a href="../../">a</a></p>'),
        ("[a](../terms/index.md#letter-a)", '<p><a href="../../terms/#letter-a">a</a></p>'),
        ("[a](#b)", '<p><a href="#b">a</a></p>'),
        ("[a](page.md)", '<p><a href="./">a</a></p>'),
        ("[a](<b c.md>)", '<p><a href="../b%20c/">a</a></p>'),
        ("[a](b%C3%A9.md?d=e#f)", '<p><a href="../b%C3%A9/?d=e#f">a</a></p>'),
        ("[a](../x.pdf 'b \"c\"')", '<p><a href="../../x.pdf" title="b &quot;c&quot;">a</a></p>'),
        (
            '![a < "b"](../c d.png#only-light){ width=9 height=8 }',
            '<p>![a &lt; "b"](../c d.png#only-light){ width=9 height=8 }</p>',
        ),
        (
            '![a < "b"](<../c d.png#only-light>){ width=9 height=8 }',
            '<p><img src="../../c%20d.png#only-light" alt="a &lt; &quot;b&quot;" width="9" height="8"></p>',
        ),
        ("[[square]]", '<p><a href="../../terms/square/" class="kb-link">square</a></p>'),
        ("```mermaid\na\n```", '<div class="highlight"><pre><span></span><code>a\n</code></pre></div>'),
        ("~~a~~", "<p><s>a</s></p>"),
        ("???+ note\n    a", '<details class="note" open=""><summary>Note</summary><p>a</p></details>'),
    ],
)
def test_links_pictures_and_references_are_written_for_the_page_s_address(text: str, html: str) -> None:
    assert rendered(given_to_engine(parse(text)[0])) == elements(html)


def test_front_matter_is_written_anew_with_its_texts_escaped() -> None:
    page, found = parse('---\ntitle: A & "B"\ndescription: "it\'s"\nhide: [toc]\nsearch: {exclude: true}\n---\n\n# C\n')
    assert found == []
    head = hand_written_page(CONTEXT, page).decode().split("---\n")[1]
    assert yaml.safe_load(head) == {
        "title": "A &amp; &quot;B&quot;",
        "description": "it&#x27;s",
        "hide": ["toc"],
        "search": {"exclude": True},
        "edit_url": "https://example.org/shapes-source/edit/main/docs/a/page.md",
    }
    edited = b'---\nedit_url: "https://example.org/shapes-source/edit/main/docs/a/page.md"\n---\n\n'
    assert hand_written_page(CONTEXT, parse("# C\n")[0]) == edited + b"# C { #c }\n"
    assert hand_written_page(CONTEXT, parse("")[0]) == edited + b"\n"


@pytest.mark.parametrize(
    ("headings", "anchors"),
    [
        ("# A\n# A\n# A", ("a", "a_1", "a_2")),
        ("# A_1\n# A\n# A", ("a_1", "a", "a_2")),
        ("# B { #a }\n# A", ("a", "a_1")),
        ("# A\n# B { #a }", ("a_1", "a")),
        ("# `__init__`", ("init__",)),
        ("# \\_\\_", ("_1",)),
        ("# kb-verdict\n# MD header\n# kb `_a`\n# kb-\n# kbmd", ("verdict", "header", "a", "_1", "kbmd")),
        ("# 日本\n# 日本\n# kb-語", ("日本", "日本_1", "語")),
        ("# Café — *déjà vu*", ("cafe-deja-vu",)),
        ("# About [[square]]s", ("about-squares",)),
    ],
)
def test_headings_have_ids_of_their_words(headings: str, anchors: tuple[str, ...]) -> None:
    page = parse(headings)[0]
    assert heading_anchors(page, str) == anchors
    assert [part for part in rendered(given_to_engine(page)) if part.startswith("<h")] == [
        f"<h1 [('id', '{anchor}')]>" for anchor in anchors
    ]


def test_very_long_code_has_no_colours() -> None:
    code = "a: b\n" * (LONGEST_COLOURED // 5)
    assert "<span class" in given_to_engine(parse(f"```yaml\n{code}```")[0])
    assert "<span class" not in given_to_engine(parse(f"```yaml\n{code}x\n```")[0])
    many = f"```yaml\n{code}```\n\n" * (MOST_COLOURED // len(code) + 1)
    blocks = given_to_engine(parse(many)[0]).strip().split("\n\n")
    assert ["<span class" in block for block in blocks] == [True] * (len(blocks) - 1) + [False]
