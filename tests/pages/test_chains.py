"""Chains side by side: what corresponds to what is the same from either side."""

from hypothesis import given
from hypothesis import strategies as st

from hornbook.model import Chain, Gap, Link
from hornbook.pages.chain_pages import counterparts
from tests.made import HERE, chain
from tests.pages.conftest import Page

terms = st.sampled_from(["a", "b", "c", "d"])
links = st.builds(
    lambda term, matches: Link(term=term, label=term or "words", matches=tuple(matches), place=HERE),
    st.none() | terms,
    st.lists(terms, max_size=2, unique=True),
)


chains = st.lists(links, min_size=2, max_size=4).map(lambda of: chain("x", of, [Gap(place=HERE) for _ in of[1:]]))


@given(chains, chains)
def test_correspondence_is_the_same_from_either_side(one: Chain, other: Chain) -> None:
    there = {(here, place) for here, link in enumerate(one.links) for place in counterparts(link, other)}
    back = {(place, there) for there, link in enumerate(other.links) for place in counterparts(link, one)}
    assert there == back


@given(links, chains)
def test_an_objective_without_a_term_corresponds_only_where_it_says_so(link: Link, other: Chain) -> None:
    if link.term is None:
        assert all(other.links[place].term in link.matches for place in counterparts(link, other))


def test_the_table_has_every_objective_and_every_gap_of_the_chain(page: Page) -> None:
    rows = page("diagrams/from-wish-to-board/").css(".kb-side tbody tr")
    assert [row.css("th")[0].text() for row in rows] == [
        "what the customer wants",
        "↓ gap: drawing",
        "a square on paper",
        "↓ gap: no name here",
        "kite",
    ]
    assert [row.css("td")[0].text() for row in rows] == ["—", "—", "rectangle", "—", "—"]


def test_a_chain_has_its_figure_its_words_and_its_files(page: Page) -> None:
    parsed = page("diagrams/from-wish-to-board/")
    assert len(parsed.css("figure svg")) == 2
    assert parsed.css_first("details.kb-in-words li") is not None
    links = {one.attributes.get("href") for one in parsed.css("a")}
    assert "../from-wish-to-board.svg" in links
    assert "../from-wish-to-board.narrow.dark.svg" in links
