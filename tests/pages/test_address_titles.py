import pytest

from hornbook.pages.address_titles import place_title
from tests.reasoning.projects import shapes

KNOWLEDGE = shapes().knowledge
ASKED = "What does it take to be a “square”?"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("", "Quadrilaterals"),
        ("about", "About"),
        ("terms", "Terms"),
        ("terms#square", "Terms: square"),
        ("frameworks/compare", "Frameworks compared"),
        ("explore", "What follows if …"),
        ("explore/plane", "What follows in Plane & simple"),
        ("contribute/fields#sense-evidence", "Fields: sense-evidence"),
        ("contribute/codes", "Codes"),
        ("contribute/codes#term-unused", "Codes: term-unused"),
        ("quiz#is-it-a-square", "Quiz: Is it a square?"),
        ("sources#primer", "Sources: A primer of figures & forms"),
        ("frameworks/workshop#four-cuts", "The workshop: four cuts"),
        ("faq/what-makes-a-square#claim-8", "What makes a “square” & what does it make?: claim 8"),
        ("disagreements/what-is-a-square#position-workshop", f"{ASKED}: The workshop"),
        (
            "disagreements/what-is-a-square#position-workshop-claim-1",
            f"{ASKED}: The workshop, claim 1",
        ),
        (
            "disagreements/what-is-a-square#claim-1-in-plane",
            f"{ASKED}: claim 1 in Plane & simple",
        ),
        ("nowhere/at/all", "nowhere/at/all"),
    ],
)
def test_an_address_is_called_by_what_stands_there(address: str, title: str) -> None:
    assert place_title(KNOWLEDGE, address) == title
