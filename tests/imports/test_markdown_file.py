"""Glossaries in Markdown become terms, however they are written; what of their markup is not ours to have is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.diagnostics import Diagnostic
from hornbook.imports.markdown_file import read_markdown
from hornbook.imports.values import Vocabulary
from hornbook.model import Reference, Term
from hornbook.model.prose import walk
from tests.imports.reading import knowledge_in, losses, unread, written

HEADINGS = """---
title: Words of the cloud
---

Welcome to *our* glossary.

# Glossary

## P

### Pod

The smallest unit, which runs on a [node](#node) or a [[Kubelet|kubelet]]. See
[the docs](https://example.org/docs), [our page](../pods.md) and [the rest][rest].

#### In detail

- It costs `$5`, or $x^2$.
- <b>Loud</b> ![a picture](pod.png)

| A | B |
|---|---|
| 1 | 2 |

### Node { #node }

A machine.[^1]

## K

### Kubelet

What talks to the [Pod](pod.md).

[rest]: https://example.org/rest
[^1]: A footnote.
"""
BOLD = """# Tea

**Oolong:** Half fermented tea.

It has a second paragraph.

__Sencha__ – green tea, not like **Oolong**.

- **Matcha**: powder
  of green tea
- no term here
1. **Chai** spiced
"""
DEFINITIONS = """Green tea
:   Tea that is *not* fermented.

    It has a second paragraph.

:   Also: a colour.

Black tea
:   Fermented.
"""
TABLE = """| Term | Also known as | Meaning |
|:--|---|---|
| Pod | capsule; unit | Runs [containers](#x) \\| more |
| Node | | A **machine** |
"""


def read(text: str | bytes) -> Vocabulary | Diagnostic:
    return read_markdown("tea.md", text if isinstance(text, bytes) else text.encode())


def terms(text: str) -> dict[str, Term]:
    return dict(knowledge_in(written(read(text))).terms)


def words(term: Term) -> str:
    assert term.text is not None
    return " ".join(term.text.plain_text(str).split())


def links(term: Term) -> list[str]:
    assert term.text is not None
    return [node.target for node in walk(term.text.nodes) if isinstance(node, Reference)]


def test_headings_are_terms_with_what_stands_below_them() -> None:
    done = written(read(HEADINGS))
    knowledge = knowledge_in(done)
    found = dict(knowledge.terms)
    assert [*found] == ["kubelet", "node", "pod"]
    assert knowledge.glossary.title == "Words of the cloud"
    assert links(found["pod"]) == ["node", "kubelet"]
    assert links(found["kubelet"]) == ["pod"]
    assert words(found["node"]) == "A machine."
    text = done.changes.written["glossary/terms/pod.yaml"]
    for kept in ("**In detail**", "[the rest](<https://example.org/rest>)", "`$5`", "$x^2$", "| 1 | 2 |", "our page"):
        assert kept in text
    assert losses(done) == {
        "HTML and attributes": 2,
        "footnotes": 1,
        "headings above terms": 3,
        "links into the site of the glossary": 1,
        "pictures": 1,
        "texts that belong to no term": 1,
    }
    assert done.counts["headings"] == 3
    assert {loss.place.line for loss in done.losses if loss.what == "pictures"} == {19}


def test_words_in_bold_are_terms() -> None:
    found = terms(BOLD)
    assert [*found] == ["chai", "matcha", "oolong", "sencha"]
    assert words(found["oolong"]) == "Half fermented tea. It has a second paragraph."
    assert words(found["sencha"]) == "green tea, not like Oolong."
    assert words(found["matcha"]) == "powder of green tea"
    assert words(found["chai"]) == "spiced"


def test_lists_of_definitions_are_terms() -> None:
    found = terms(DEFINITIONS)
    assert [*found] == ["black-tea", "green-tea"]
    assert words(found["green-tea"]) == "Tea that is not fermented. It has a second paragraph. Also: a colour."
    assert words(found["black-tea"]) == "Fermented."


def test_tables_are_terms_where_their_columns_say_so() -> None:
    found = terms(TABLE)
    assert [alias.text for alias in found["pod"].aliases] == ["capsule", "unit"]
    assert words(found["pod"]) == "Runs containers | more"
    assert words(found["node"]) == "A machine"


@pytest.mark.parametrize("text", ["", "Only a text.", "# A heading\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"])
def test_a_page_without_terms_is_refused(text: str) -> None:
    assert unread(read(text)).message.startswith("0 terms are found")


def test_what_is_no_text_or_too_large_is_refused() -> None:
    assert unread(read(b"# a\n\xff")).place.line == 2
    assert "limit" in unread(read(b"#" * 3_000_000)).message


def test_what_our_texts_cannot_hold_becomes_words() -> None:
    done = written(
        read("## Odd\n\nA formula $\\nosuch{x}$ and [a [b](javascript:x)](y) <div\n\n> " + "> " * 40 + "deep\n")
    )
    assert losses(done)["texts whose markup or formulas cannot be kept"] == 1
    assert "nosuch" in words(knowledge_in(done).terms["odd"])


PARTS = st.sampled_from(
    [
        "# A\n",
        "## B\n\n",
        "**C**: d\n\n",
        "- **E** f\n",
        ": g\n",
        "h\n",
        "[i](#b)",
        "[[B]]",
        "$x",
        "$",
        "`",
        "<b>",
        "\n\n",
        "![l](m)",
        "[n]: o\n",
        "[^1]",
        "[^1]: p\n",
        "<!-- q -->",
        "***",
        "> ",
        "    ",
        "```\n",
        "&amp;",
        "\\",
        "{#r .s}",
        "===\n",
        "\t",
        "é",
        "!!! note\n",
        "~",
    ]
)
TABLES = st.just("\n\n| term | meaning |\n|-|-|\n| j | k |\n")


@given(st.lists(PARTS | TABLES, max_size=25))
def test_whatever_a_page_holds_what_is_written_is_in_order(parts: list[str]) -> None:
    found = read("".join(parts))
    if isinstance(found, Vocabulary):
        knowledge_in(written(found))


def test_items_with_a_colon_or_a_dash_are_terms_where_nothing_says_so_more_plainly() -> None:
    knowledge = knowledge_in(written(read("# Terms\n\n- Anchor: It holds. See [Rope](#rope).\n- `Rope` - It: ties.\n")))
    assert {one.label: one.short for one in knowledge.terms.values()} == {
        "Anchor": "It holds.",
        "Rope": "It: ties.",
    }
    assert (
        "[[rope|"
        in written(read("- Anchor: See [it](#rope).\n- Rope: Ties.\n")).changes.written["glossary/terms/anchor.yaml"]
    )


def test_headings_with_nothing_but_lists_of_terms_below_them_are_no_terms() -> None:
    page = "## At sea\n\n- Anchor: It holds.\n- Rope: It ties.\n\n## On land\n\n- Cart: It rolls.\n"
    assert [*knowledge_in(written(read(page))).terms] == ["anchor", "cart", "rope"]


def test_lists_below_terms_are_no_terms() -> None:
    page = "## Anchor\n\nIt holds:\n\n- iron: always\n- wood: never\n\n## Rope\n\nIt ties.\n"
    assert [*knowledge_in(written(read(page))).terms] == ["anchor", "rope"]


def test_letters_and_titles_are_no_terms() -> None:
    page = "# Words\n\n## A\n\n**Anchor**\n: It holds.\n\n## R\n\nNothing yet.\n"
    assert [*knowledge_in(written(read(page))).terms] == ["anchor"]
    assert unread(read("# Glossary\n\nNothing yet.\n")).message.startswith("0 terms")


def test_an_anchor_on_a_line_of_its_own_names_what_follows() -> None:
    page = '<a id="ank"></a>\n\n## Anchor\n\nOf [it](#ank).\n\n<a name="rp"/>\n## Rope\n\nSee [that](#ank).\n'
    done = written(read(f'{page}\n```html\n<a id="code"></a>\n```\n'))
    assert '<a id="code"></a>' in done.changes.written["glossary/terms/rope.yaml"]
    assert "[[anchor|that]]" in done.changes.written["glossary/terms/rope.yaml"]
    assert losses(done) == {}
