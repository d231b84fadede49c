"""Pages written by hand, through to the finished site: what they may hold, and what strangers try with them."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.production import build_site, build_sources, examine
from hornbook.publish import Engine, read_tree
from tests.sample_copy import copy_of_sample

RICH = """---
description: Everything that a page may hold.
---

# Rich `<b>` & *more*

Lead[^a\u00a0\"<&] of <b.
{ .lead }

## `__init__`

[Up](#rich-b-more), [a file](my%20page.md), [about](<about.md>), [terms](terms/index.md#letter-s), [home](index.md),
[odd](x%C3%A9.md), [data](sources/bibliography.bib), <https://example.org/a_b_c>, <me@example.org>, [[square]].

## `__init__`

![A picture](assets/a b.png){ width=12000 height=9000 }
![A picture](<assets/a b.png#only-light>){ width=12 height=9 }

!!! note "A *title*"

    Inside, with \\<i> and {n = 2}.

???+ tip

    - one
    - two

| a | b |
|---|--:|
| `x` | 2 |

```yaml
a: <b class="md-header">
```

```mermaid
graph TD
```

<!-- nobody sees this -->

![[index]]

![[by-definition]]

- again

    ![[by-definition]]

[^a\u00a0\"<&]: Said *below*.
"""
HARMLESS = {
    "escape": '\\<div class="md-header">x\\</div>',
    "entity": "&lt;div class=&quot;md-header&quot;&gt; &#60;script&#62;",
    "code over lines": "a `<div\nclass='md-header'></div>` b",
    "attributes in code": "`{ .md-header }` and `a`\\{ .md-header }",
    "fence in a list": "- a\n\n      ```\n      <div class='md-header'>\n      ```",
    "tilde in fence": "~~~\n```\n<div class='md-header'>\n~~~",
    "indented": "a\n\n    <div class='md-header'>",
    "attribute in a link": "[a](https://example.org/ 'x\" onmouseover=\"alert(1)')",
    "attribute in words": '![x" onerror="alert(1)](assets/a%20b.png)',
    "markers": "wzxhzdk:0 klzzwxh:0001 \\2wzxhzdk:1\\3",
    "table of contents": "[TOC]",
    "abbreviation": "*[HTML]: x\n\nHTML",
    "template": "{{ config }} {% raw %}",
}
REFUSED = {
    "code span over lines": 'A backtick ` in Markdown,\n`<div class="md-consent__overlay"></div> … ` is one.',
    "escaped backtick": "\\`<div class='md-header'>`",
    "fence without an end": "```\na\n```\n<div class='md-header'>\n```",
    "fence in a list that ends": "- ```\n<div class='md-header'>\n  ```",
    "sign-in": "<form><input name=password></form>",
    "comment in comment": "<!-- a --> <script>alert(1)</script> <!-- b -->",
    "comment without an end": "<!-- a\n\n<b>",
    "markdown inside": '<div markdown="1">\n\n**a**\n\n</div>',
    "inline": "a<kbd class='kb-mark'>b</kbd>",
    "declaration": "<!DOCTYPE html>",
    "instruction": "<?php a ?>",
    "character data": "<![CDATA[a]]>",
    "class": "**Follows**{ .kb-mark .kb-mark-follows }",
    "class of a heading": "## Verdict { .kb-claim }",
    "class of a paragraph": "Verdict\n{ .kb-claim }",
    "class of a note": "!!! kb-claim\n    a",
    "class of a fence": "```{ .mermaid }\na\n```",
    "data": "[a](https://example.org){ data-kb-x=1 }",
    "program by class": "a\n{ .mermaid }",
    "script by address": "[a](javascript:alert(1))",
    "script by picture": "![a](data:text/html,x)",
    "picture elsewhere": "![a](//example.org/a.png)",
    "out of the site": "[a](../../etc/passwd)",
    "no such page": "[a](missing.md)",
    "no such picture": "![a](missing.png)",
    "no such place": "[a](about.md#missing)",
    "backslash": "[a](about\\\\missing.md)",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_of_sample(tmp_path / "shapes")
    (project / "docs" / "assets").mkdir()
    (project / "docs" / "assets" / "a b.png").write_bytes(b"\x89PNG")
    return project


@pytest.mark.parametrize("engine", list(Engine))
def test_everything_that_a_page_may_hold_comes_through(project: Path, engine: Engine) -> None:
    (project / "docs" / "rich.md").write_text(RICH.replace("(assets/a b.png)", "(assets/a%20b.png)"), encoding="utf-8")
    (project / "docs" / "my page.md").write_text("# Mine\n\n[[square]], ![a](<assets/a b.png>)\n", encoding="utf-8")
    (project / "docs" / "xé.md").write_text("# Odd\n\n[Back](rich.md#init__)\n", encoding="utf-8")
    harmless = "".join(f"## {name}\n\n{text}\n\n" for name, text in HARMLESS.items())
    (project / "docs" / "harmless.md").write_text(f"# Harmless\n\n{harmless}", encoding="utf-8")
    result = build_site(project, engine, project / "out")
    assert result.diagnostics == ()
    site = read_tree(project / "out")
    assert isinstance(site, dict)
    article = LexborHTMLParser(site["rich/index.html"].decode()).css_first("article")
    assert article is not None
    assert [heading.attributes["id"] for heading in article.css("h1, h2")] == ["rich-b-more", "init__", "init___1"]
    links = [link for link in article.css("p > a") if link.attributes.get("class") != "headerlink"]
    assert [link.attributes["href"] for link in links][:10] == [
        "#rich-b-more", "../my%20page/", "../about/", "../terms/#letter-s", "../", "../x%C3%A9/",
        "../sources/bibliography.bib", "https://example.org/a_b_c", "mailto:me@example.org", "../terms/square/",
    ]  # fmt: skip
    sizes = [(image.attributes["src"], image.attributes["width"]) for image in article.css("img")]
    assert sizes == [("../assets/a%20b.png", "12000"), ("../assets/a%20b.png#only-light", "12")]
    for there in (
        "p.lead",
        "div.admonition.note em",
        "details.tip[open] li",
        "td[style] ",
        ".highlight span.nt",
        "svg",
    ):
        assert article.css_first(there) is not None, there
    for absent in (".mermaid", ".md-header", "i", "b"):
        assert article.css_first(absent) is None, absent
    assert "nobody sees" not in site["rich/index.html"].decode()
    assert_harmless(site["harmless/index.html"])


def assert_harmless(page: bytes) -> None:
    """The page has only the plain elements that were meant, and shows what was escaped."""
    article = LexborHTMLParser(page.decode()).css_first("article")
    assert article is not None
    for pencil in article.css("[rel=edit]"):
        pencil.decompose()
    tags = {node.tag for node in article.css("*")}
    assert tags <= {"article", "h1", "h2", "p", "a", "code", "pre", "div", "span", "ul", "li", "img"}
    classes = {name for node in article.css("[class]") for name in (node.attributes["class"] or "").split()}
    assert classes <= {"md-content__inner", "md-typeset", "headerlink", "highlight"}
    for node in article.css("*"):
        assert not re.search(r"\bon\w+", " ".join(node.attributes)), node.html
    assert article.text().count('class="md-header"') + article.text().count("class='md-header'") == 6


@pytest.mark.parametrize("name", REFUSED)
def test_what_strangers_try_is_refused_with_its_place_and_nothing_is_written(project: Path, name: str) -> None:
    (project / "docs" / "stranger.md").write_text(f"# Mine\n\n{REFUSED[name]}\n", encoding="utf-8")
    result = build_sources(project)
    assert result.failed
    assert {one.place.path for one in result.diagnostics} == {"docs/stranger.md"}
    assert min(one.place.line for one in result.diagnostics) >= 3
    assert not (project / "build").exists()


def test_drawings_of_docs_are_looked_at_before_there_is_a_site(project: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
    linked = "".join(
        f'<a href="{to}"><text>a</text></a>' for to in ("../about/", "../terms/square/", "right.svg", "../")
    )
    (project / "docs" / "assets" / "right.svg").write_text(svg.format(linked), encoding="utf-8")
    assert examine(project).diagnostics == ()
    wrong = {
        "b.svg": (svg.format("<script>alert(1)</script>"), {"html-element", "html-script"}),
        "c.svg": (svg.format('<rect onclick="a"/>'), {"html-attribute"}),
        "d.svg": (svg.format('<a href="../terms/none/"><text>a</text></a>'), {"link-broken"}),
        "e.SVG": ("<svg", {"html-element"}),
        "f.svg": (svg.format('<text id="a">a</text><text id="a">b</text>'), {"id-duplicate"}),
    }
    for name, (drawing, _) in wrong.items():
        (project / "docs" / "assets" / name).write_text(drawing, encoding="utf-8")
    found = examine(project).diagnostics
    for name, (_, codes) in wrong.items():
        assert {one.code for one in found if one.place.path == f"docs/assets/{name}"} == codes, name
