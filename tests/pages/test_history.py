"""What changed, and who is named for it: as people want to be named, and nothing where nobody is."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook import site
from hornbook.addresses import CHANGES, pages_of
from hornbook.diagnostics import Place
from hornbook.model import Change, Contributor, Prose
from hornbook.pages.changes_page import changes_page
from hornbook.pages.generated_page import GeneratedPage, Heading
from hornbook.pages.history import contributors_of
from hornbook.reasoning.scopes import Reasoning, reason_about
from tests.pages.conftest import Page

ADA = Contributor(name="Ada")
ADA_WITH_PAGE = Contributor(name="Ada", link="https://ada.example/")
OTHER_ADA = Contributor(name="Ada", link="https://other.example/")
BO = Contributor(name="bo")
HERE = Place("glossary/changes.yaml")


def change(*by: Contributor, ids: tuple[str, ...] = ("kite",), date: str = "2026-01-02") -> Change:
    return Change(date=date, ids=ids, text=Prose((), HERE), by=by, place=HERE)


def page_with(reasoning: Reasoning, *changes: Change) -> GeneratedPage:
    return changes_page(site._context(reason_about(replace(reasoning.knowledge, changes=changes), claims=())))


def html_of(page: GeneratedPage) -> str:
    return "".join(block for block in page.blocks if not isinstance(block, Heading))


def headings(page: GeneratedPage) -> list[str]:
    return [block.words for block in page.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("named", "people"),
    [
        ([], {}),
        ([(BO, ADA)], {ADA: 1, BO: 1}),
        ([(ADA,), (ADA_WITH_PAGE,), ()], {ADA_WITH_PAGE: 2}),
        ([(ADA_WITH_PAGE,), (OTHER_ADA,)], {ADA_WITH_PAGE: 1, OTHER_ADA: 1}),
        ([(ADA_WITH_PAGE,), (OTHER_ADA,), (ADA,)], {ADA_WITH_PAGE: 2, OTHER_ADA: 1}),
        ([(BO, BO)], {BO: 1}),
    ],
)
def test_everybody_is_listed_once_with_the_changes_they_had_a_part_in(
    named: list[tuple[Contributor, ...]], people: dict[Contributor, int]
) -> None:
    changes = [change(*by, date=f"2026-01-0{9 - number}") for number, by in enumerate(named)]
    found = contributors_of(changes)
    assert {one: len(theirs) for one, theirs in found.items()} == people
    assert [*found] == [*people]


def test_names_stand_with_the_change_on_the_page_of_the_term_and_in_the_list(reasoning: Reasoning, page: Page) -> None:
    assert CHANGES in pages_of(reasoning.knowledge)
    parsed = page(CHANGES)
    named = [one.text() for one in parsed.css(".kb-credit")]
    assert named == ["Contributed by Ada Line and Bo Point.", "Contributed by Bo Point."]
    assert [one.text() for one in page("terms/kite/").css(".kb-credit")] == named[:1]
    assert [one.text() for one in parsed.css("ul:not(.kb-changes) > li")] == [
        "Ada Line · 1 change",
        "Bo Point · 2 changes",
    ]


def test_where_nobody_is_named_nothing_says_so(reasoning: Reasoning) -> None:
    made = page_with(reasoning, change())
    assert headings(made) == ["2026-01-02"]
    assert "kb-credit" not in html_of(made)


def test_names_are_text(reasoning: Reasoning) -> None:
    hostile = "<img src=x onerror=alert(1)> {{ x }}"
    parsed = LexborHTMLParser(html_of(page_with(reasoning, change(Contributor(name=hostile)))))
    assert parsed.css("img") == []
    assert f"Contributed by {hostile}." in [one.text() for one in parsed.css(".kb-credit")]


def test_without_a_history_there_is_no_page(reasoning: Reasoning) -> None:
    assert CHANGES not in pages_of(replace(reasoning.knowledge, changes=()))


def test_what_has_another_id_now_or_is_gone_is_named_too(reasoning: Reasoning) -> None:
    knowledge = reasoning.knowledge
    kite = replace(knowledge.terms["kite"], was=("deltoid",))
    moved = replace(
        knowledge,
        terms={**knowledge.terms, "kite": kite},
        retired={"term lozenge": None},
        changes=(change(ids=("deltoid", "lozenge", "view-that-nobody-knows")),),
    )
    made = changes_page(site._context(reason_about(moved, claims=())))
    parsed = LexborHTMLParser(html_of(made))
    links = {link.text(): link.attributes["href"] for link in parsed.css(".kb-concerned a")}
    assert links == {"kite": "../terms/kite/", "lozenge (retired)": "../terms/lozenge/"}
    assert [one.text() for one in parsed.css(".kb-concerned code")] == ["view-that-nobody-knows"]


def test_many_records_are_folded_up(reasoning: Reasoning) -> None:
    many = (*reasoning.knowledge.terms,)[:5]
    parsed = LexborHTMLParser(html_of(page_with(reasoning, change(ids=many))))
    assert [one.text() for one in parsed.css("details > summary")] == ["5 pages"]
    assert len(parsed.css("details a")) == 5
