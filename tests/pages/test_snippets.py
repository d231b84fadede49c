"""What people write to show ours elsewhere: words of contributors stay words in every language, and files are there."""

import json
import re
from dataclasses import replace
from html import escape, unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.diagrams.dot_file import dot_file
from hornbook.diagrams.mermaid import mermaid
from hornbook.diagrams.values import Addresses, Box, Credit, Diagram, Role
from hornbook.pages.snippets import Drawn, Snippet, of_drawing, of_embed, rest_words, small_on_phones
from hornbook.pages.word_snippets import Claimed, Defined, Quoted, of_claim, of_term

SITE = "https://example.org/g/"
HOSTILE = (
    """<b>x</b>"'`*_a_ [l](j) ![i](j) .. raw:: html\n\n\\input{/etc/passwd} $(id) % ~ ^ # & {{ $1$ @who | </sub>"""
)
FORMS = (
    *(
        f"{shape}{form}"
        for shape in ("", "narrow.", "wide.")
        for form in ("svg", "light.svg", "dark.svg", "png", "pdf")
    ),
    *("dot", "mmd", "json"),
)
FROM = {"author": "Ann (2020)", "publisher": "A glossary", "licence": "CC BY 4.0", "height": 500}


def drawn(*forms: str, title: str = "A view", description: str = "B holds if A holds.") -> Drawn:
    return Drawn(
        **FROM,  # type: ignore[arg-type]
        title=title,
        description=description,
        page=f"{SITE}diagrams/a/",
        embed=f"{SITE}embed/a/",
        name="a",
        width=400,
        files={form: f"{SITE}diagrams/a.{form}" for form in forms},
        texts={form: text(form, title, description) for form in ("mmd", "dot") if form in forms},
    )


def text(form: str, title: str, description: str) -> str:
    """What a drawing of one box is as a text."""
    box = Box(atom="a", label=title, role=Role.GOAL, is_term=True)
    diagram = Diagram(id="a", title=title, description=description, boxes=(box,), pills=(), lines=())
    addresses = Addresses(of_term=lambda one: f"{SITE}terms/{one}/")
    author, licence = (str(FROM[name]) for name in ("author", "licence"))
    credit = Credit(author=author, publisher="A glossary", address=f"{SITE}diagrams/a/", site=SITE, licence=licence)
    return (mermaid if form == "mmd" else dot_file)(diagram, addresses, credit)


def term(words: str, date: str | None = "2026-01-02") -> Defined:
    page = f"{SITE}terms/a/"
    return Defined(
        **(FROM | {"author": words}),  # type: ignore[arg-type]
        title=words,
        page=page,
        embed=f"{SITE}embed/term/a/",
        name="a",
        previews=f"{SITE}embed/previews.js",
        short=Quoted("quote", words, words, page),
        senses=[Quoted("sense-b", words, words, f"{page}#sense-b")],
        date=date,
    )


def claim(words: str) -> Claimed:
    embed = f"{SITE}embed/claim/a/b/"
    page = f"{SITE}faq/a/#claim-b"
    badge = f"{embed}badge.svg"
    return Claimed(**FROM, title=words, page=page, embed=embed, badge=badge, verdict="follows")  # type: ignore[arg-type]


def code(snippets: list[Snippet], name: str) -> str:
    (found,) = (one.code for one in snippets if one.id == name)
    return found


def plain(words: str) -> str:
    return " ".join(words.split())


def as_words(snippet: str) -> str:
    """A snippet without what its language puts before signs that are words."""
    return re.sub(r"\\(?=[^\w\s])", "", unescape(snippet))


@pytest.mark.parametrize("snippet", of_drawing(drawn(*FORMS)), ids=lambda one: one.id)
def test_each_snippet_of_a_drawing_has_its_credit_and_says_what_it_shows(snippet: Snippet) -> None:
    said = as_words(snippet.code)
    for credit in ("Ann (2020)", "A glossary", "CC BY 4.0", f"{SITE}diagrams/a/"):
        assert credit in said, snippet.code
    shown = {"frame": 'title="A view"', "mdx": 'title="A view"', "mermaid": "accDescr { B holds if A holds. }"}
    assert (
        shown.get(snippet.id, "B holds if A holds." if snippet.id == "dot" else "A view. B holds if A holds.") in said
    )


def test_there_is_one_for_each_place() -> None:
    places = [one.id for one in of_drawing(drawn(*FORMS))]
    assert places == sorted(set(places), key=places.index)
    assert set(places) == {
        *("readme", "html", "markdown", "mkdocs", "sphinx", "pictures", "slides", "latex", "mermaid", "dot", "frame"),
        *("jupyter", "docusaurus", "mdx"),
    }


def test_what_can_be_explored_is_shown_so_and_what_is_an_explorer_only_so() -> None:
    view = replace(drawn(*FORMS), explorer=f"{SITE}embed/a/?explore")
    framework = replace(view, explorer=view.embed)
    assert [one.id for one in of_embed(view)] == ["frame", "explorer", "mdx"]
    assert [one.id for one in of_embed(framework)] == ["explorer", "mdx"]
    assert f'src="{SITE}embed/a/?explore"' in code(of_embed(view), "explorer")
    assert f'src="{SITE}embed/a/"' in code(of_embed(framework), "explorer")


@pytest.mark.parametrize(
    "forms",
    [
        (),
        ("png",),
        ("svg",),
        ("light.svg",),
        ("light.svg", "narrow.dark.svg"),
        ("pdf", "dot"),
        ("wide.png", "mmd"),
        FORMS,
    ],
)
def test_no_snippet_names_a_file_that_the_site_does_not_have(forms: tuple[str, ...]) -> None:
    snippets = of_drawing(drawn(*forms))
    named = {name for one in snippets for name in re.findall(rf"{SITE}diagrams/a\.([\w.]*\w)", one.code)}
    assert named <= set(forms)
    assert "frame" in {one.id for one in snippets}
    if not forms:
        assert {one.id for one in snippets} == {"frame", "mdx"}


def test_it_is_said_of_a_drawing_when_its_words_become_small_on_a_phone() -> None:
    fits, wide = replace(drawn(*FORMS), narrow=456), replace(drawn(*FORMS, title="Wide"), narrow=457)
    assert small_on_phones([fits]) == small_on_phones([]) == ""
    assert "“Wide”" in small_on_phones([fits, wide])
    assert "A view" not in small_on_phones([fits, wide])


def test_long_descriptions_end_at_a_word() -> None:
    alt = drawn(description="word " * 1000).alt
    assert alt.endswith("word …")
    assert len(alt) < 700


def hostile() -> list[Snippet]:
    """Every snippet of things whose words are hostile."""
    author = replace(drawn(*FORMS, title=HOSTILE, description=HOSTILE), author=HOSTILE, publisher=HOSTILE)
    return [*of_drawing(author), *of_term(term(HOSTILE)), *of_claim(claim(HOSTILE))]


@pytest.mark.parametrize("name", ["readme", "html", "frame", "preview", "jupyter"])
def test_words_make_no_markup_in_html(name: str) -> None:
    for one in hostile():
        if one.id == name:
            markup = one.code
            if name == "jupyter":
                call = markup.partition("HTML(")[2].removesuffix(")")
                markup = json.loads(call)
                assert "\n" not in call
            page = LexborHTMLParser(markup)
            assert page.css("b, i, input") == []
            assert plain(HOSTILE) in page.body.text(deep=True)  # type: ignore[union-attr]
            assert "\n\n" not in markup  # an empty line would end a block of HTML within Markdown


@pytest.mark.parametrize("name", ["markdown", "mkdocs", "pictures", "quote", "sense-b"])
def test_words_make_no_markup_in_markdown(name: str) -> None:
    found = [one.code for one in hostile() if one.id == name]
    assert found
    for written in found:
        bare = re.sub(r"&#\d+;", "", written)
        assert "<b>" not in bare
        assert not re.search(r"[`$_{}]|\(j\)|\\", re.sub(r"<https:[^>]*>", "", bare).replace("$", ""))
        targets = re.findall(r"\]\(<([^>]*)>\)", bare)
        assert targets
        assert all(target.startswith(SITE) for target in targets)
        assert bare.count("](") == len(targets)


@pytest.mark.parametrize("words", ["גשם כבד", "Größe", "π", "मात्रा"])
def test_letters_of_every_script_stand_as_they_are_in_restructuredtext(words: str) -> None:
    assert rest_words(words) == words


def test_words_make_no_markup_in_restructuredtext() -> None:
    written = code(hostile(), "sphinx")
    lines = written.split("\n")
    assert [line for line in lines if line.startswith("..")] == [f".. figure:: {SITE}diagrams/a.svg"]
    caption = lines[-1].removesuffix(f". `See it there <{SITE}diagrams/a/>`__")
    assert len(lines) == 5
    assert not re.search(r"(?<!\\)[`*_|<>:\[\]]", re.sub(r"\\.", "", caption))
    assert plain(HOSTILE) in re.sub(r"\\(.)", r"\1", caption)


@pytest.mark.parametrize("name", ["latex", "bibtex"])
def test_words_make_no_commands_in_latex(name: str) -> None:
    written = code(hostile(), name)
    assert r"\input" not in written
    body = "\n".join(line for line in written.split("\n") if not line.startswith("%"))
    assert not re.search(r"(?<!\\)[%#&~^$]", body.replace("~", r"\~") if name == "bibtex" else body)
    depth = 0
    for sign in re.sub(r"\\[{}]", "", body):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


def test_words_end_no_fence_and_no_text_for_other_programs() -> None:
    fenced = code(hostile(), "mermaid").split("\n")
    assert [number for number, line in enumerate(fenced) if line.startswith("```")] == [0, len(fenced) - 3]
    assert fenced[-2] == ""
    dot = code(hostile(), "dot").split("\n")
    assert [line for line in dot if not line.startswith(("\t", "//"))] == ["digraph a {", "}"]


@pytest.mark.parametrize("name", ["mermaid", "dot"])
def test_a_text_that_is_too_long_for_a_page_is_said_to_be_in_its_file(name: str) -> None:
    form = {"mermaid": "mmd", "dot": "dot"}[name]
    long = replace(drawn(*FORMS), texts={form: "x" * 20_001})
    (found,) = (one for one in of_drawing(long) if one.id == name)
    assert "20,001 characters" in found.words
    assert found.code.startswith(f"{SITE}diagrams/a.{form}\n")
    assert "CC BY 4.0" in found.code
    assert name not in {one.id for one in of_drawing(replace(long, files={}))}


def test_words_make_nothing_of_their_own_in_mdx() -> None:
    for one in hostile():
        if one.id in ("docusaurus", "mdx"):
            html, _, credit = one.code.partition("\n\n")
            assert "{" not in html.replace("style={{border: 0}}", "").replace(escape(plain(HOSTILE)), "")
            assert not re.search(r"[{}]|<b>|<input", credit)
            page = LexborHTMLParser(html)
            assert page.css("b, i, input") == []
            for image in page.css("img"):
                assert plain(HOSTILE) in (image.attributes["alt"] or "")
                assert one.code.count(" />") == len(page.css("img, source"))


def test_addresses_keep_to_their_place() -> None:
    odd = replace(drawn(*FORMS), page="https://example.org/a'b\"c>d e%20f#g_h/")
    for one in of_drawing(odd):
        assert "'b" not in one.code
        assert "c>d" not in one.code
        assert r"\"c" not in one.code
    assert r"e\%20f\#g\_h" in code(of_drawing(odd), "latex")


def test_a_term_without_changes_has_no_year() -> None:
    assert "year" not in code(of_term(term("A", None)), "bibtex")
    assert "year = {2026}" in code(of_term(term("A")), "bibtex")


def test_a_claim_is_said_with_its_verdict_and_shown_by_its_badge() -> None:
    snippets = of_claim(claim("B holds"))
    assert code(snippets, "text").startswith("B holds: follows. ")
    for one in snippets:
        assert "CC BY 4.0" in as_words(one.code)
        assert f"{SITE}faq/a/#claim-b" in one.code
    assert 'alt="B holds: follows"' in code(snippets, "html")
