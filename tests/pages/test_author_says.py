"""What an author says stands beside the computed verdict, under the author's name and with its source."""

from hornbook.reasoning.agreement import Agreement
from tests.pages.conftest import Page


def test_the_author_s_word_has_a_name_and_a_source(page: Page) -> None:
    said = page("faq/what-makes-a-square/").css(".kb-claim .kb-author")
    assert len(said) == 2
    words = [one.css_first(".kb-says") for one in said]
    assert [word and word.text().rpartition(": ")[2] for word in words] == ["never", "always"]
    assert all(one.css_first(".kb-mark") is None for one in said)
    first, second = (one.css_first(".kb-cite") for one in said)
    assert first is not None
    assert second is not None
    assert first.attributes["href"] == "../../sources/notes/"
    assert first.text().endswith("page 9")
    assert second.attributes["href"] == "../../sources/primer/"


def test_one_who_says_more_than_was_computed_is_said_to(page: Page) -> None:
    opened, proved = (one.text() for one in page("faq/what-makes-a-square/").css(".kb-claim .kb-author"))
    assert opened.endswith(f". {Agreement.SAYS_MORE}")
    assert not any(how and how in proved for how in Agreement)


def test_where_the_author_says_nothing_there_is_no_line(page: Page) -> None:
    cards = page("faq/what-makes-a-square/").css(".kb-claim")
    assert sum(card.css_first(".kb-author") is None for card in cards) == len(cards) - 2
