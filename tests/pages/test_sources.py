"""Sources: what each states, where it is held, and who cites it; and the lists and tables of frameworks."""

from dataclasses import replace
from itertools import chain
from posixpath import normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.addresses import SOURCES, cited_by, part_page, parts, source_address, written_address
from hornbook.pages import source_pages
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.site import build
from tests.pages.conftest import Page


def test_every_statement_has_its_anchor_and_leads_to_what_holds_it(
    reasoning: Reasoning, files: dict[str, bytes], page: Page
) -> None:
    for source, statements in reasoning.knowledge.statements.items():
        parsed = page(source_address(source))
        for statement in statements:
            term = parsed.css_first(f"#statement-{statement.id}")
            assert term is not None
            held = term.next
            assert held is not None
            links = [one.attributes["href"] or "" for one in held.css("a")]
            assert len(links) == len(statement.at) > 0
            for link, written in zip(links, statement.at, strict=True):
                path, _, anchor = link.partition("#")
                target = normpath(f"{source_address(source)}{path}")
                assert target == written_address(written).partition("#")[0].rstrip("/")
                html = files[f"docs/{target}/index.md"].decode()
                assert not anchor or f'id="{anchor}"' in html or f"{{ #{anchor} }}" in html, written


def test_places_are_shown_by_what_they_hold(page: Page) -> None:
    words = page("sources/notes/").css_first(".kb-statements dd")
    assert words is not None
    assert "The workshop: What the workshop stands for" in words.text()
    assert "The board: judgement 1" in words.text()
    assert "Quiz: Is it a square?" in words.text()
    assert "From the wish to the board" in words.text()


def test_the_page_of_a_source_says_what_is_not_verified(reasoning: Reasoning, page: Page) -> None:
    for source in reasoning.knowledge.sources.values():
        words = page(source_address(source.id)).text()
        assert (source.unverified or "") in words
        assert "What it states" not in words or source.id in reasoning.knowledge.statements


def test_who_cites_a_source_is_listed_with_examples_and_chains(page: Page) -> None:
    links = {one.attributes["href"] for one in page("sources/notes/").css("ul a")}
    assert {"../../examples/board/", "../../diagrams/from-wish-to-board/", "../../frameworks/workshop/"} <= links
    assert "../../quiz/#is-it-a-square" in links


def test_the_list_leads_to_each_source_and_to_both_bibliographies(reasoning: Reasoning, page: Page) -> None:
    links = {one.attributes.get("href") for one in page("sources/").css("a")}
    assert {f"{source}/" for source in reasoning.knowledge.sources} <= links
    assert {"bibliography.bib", "bibliography.json"} <= links


@pytest.mark.parametrize(("anchor", "is_stance"), [("tools", False), ("creed", True)])
def test_only_an_author_s_position_is_labelled_as_one(files: dict[str, bytes], anchor: str, *, is_stance: bool) -> None:
    blocks = files["docs/frameworks/workshop/index.md"].decode().split("\n\n")
    place = next(number for number, block in enumerate(blocks) if f"{{ #{anchor} }}" in block)
    assert ("the author’s position" in blocks[place + 1]) is is_stance


def test_a_table_of_a_framework_keeps_its_columns_and_rows(page: Page) -> None:
    table = page("frameworks/workshop/").css_first(".kb-table")
    assert table is not None
    assert [one.text() for one in table.css("thead th")] == ["Board", "Cuts", "Figure"]
    assert [[cell.text() for cell in row.css("td")] for row in table.css("tbody tr")] == [
        ["oak", "four", "a square"],
        ["pine", "four", "a rectangle"],
    ]


def test_a_framework_s_page_leads_to_its_chains(page: Page) -> None:
    assert page("frameworks/workshop/").css_first('a[href="../../diagrams/from-wish-to-board/"]') is not None


def test_the_parts_of_the_list_hold_each_source_once(reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (source_pages, parts):
        monkeypatch.setattr(module, "SOURCES_A_PAGE", 2)
    first = next(iter(reasoning.knowledge.sources.values()))
    more = {name: replace(first, id=name, was=()) for name in ("x1", "x2", "x3", "x4", "x5")}
    known = replace(reasoning.knowledge, sources={**reasoning.knowledge.sources, **more})
    files = build(reason_about(known), {})
    pages = [LexborHTMLParser(files[f"docs/{part_page(SOURCES, number)}index.md"].decode()) for number in range(1, 5)]
    found = [[one.attributes["id"] or "" for one in page.css(".kb-source-record")] for page in pages]
    assert [len(one) for one in found] == [2, 2, 2, 1]
    assert sorted(chain.from_iterable(found)) == sorted(known.sources)


def test_where_a_source_is_cited_goes_on_on_further_pages(
    reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (source_pages, parts):
        monkeypatch.setattr(module, "CITED_A_PAGE", 1)
    known = reasoning.knowledge
    source, citing = max(cited_by(known).items(), key=lambda one: len(one[1]))
    assert len(citing) > 1
    files = build(reason_about(known), {})
    pages = [part_page(source_address(source), number) for number in range(1, len(citing) + 2)]
    assert f"docs/{pages.pop()}index.md" not in files
    for at, (_, address) in zip(pages, citing, strict=True):
        links = LexborHTMLParser(files[f"docs/{at}index.md"].decode()).css("li a[href]")
        led = [normpath(f"{at}{link.attributes['href']}") for link in links]
        assert led.count(address.rstrip("/")) == 1
        assert not {other.rstrip("/") for _, other in citing} & {*led} - {address.rstrip("/")}
