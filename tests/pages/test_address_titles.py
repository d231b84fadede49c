import pytest

from hornbook.model.claim_ids import claim_id
from hornbook.pages.address_titles import place_title, present_address
from tests.reasoning.projects import shapes

KNOWLEDGE = shapes().knowledge
EIGHTH = claim_id(KNOWLEDGE.faqs["what-makes-a-square"].claims[7])
SHARED = claim_id(KNOWLEDGE.disagreements["what-is-a-square"].claims[0])
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
        (f"faq/what-makes-a-square#claim-{EIGHTH}", "What makes a “square” & what does it make?: claim 8"),
        ("examples/board#judgement-1", "The board: judgement 1"),
        ("sources/primer#statement-p-2", "A primer of figures & forms: statement p-2"),
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


@pytest.mark.parametrize(
    ("written", "present"),
    [
        ("faq/what-makes-a-square#claim-8", f"faq/what-makes-a-square/#claim-{EIGHTH}"),
        (f"/faq/what-makes-a-square/#claim-{EIGHTH}", f"faq/what-makes-a-square/#claim-{EIGHTH}"),
        ("disagreements/what-is-a-square#claim-1-in-plane", f"disagreements/what-is-a-square/#claim-{SHARED}-in-plane"),
        ("disagreements/what-is-a-square#position-plane", "disagreements/what-is-a-square/#position-plane"),
        ("faq/what-makes-a-square", "faq/what-makes-a-square/"),
        ("terms#square", "terms/#square"),
    ],
)
def test_a_former_address_of_a_claim_becomes_the_present_one(written: str, present: str) -> None:
    assert present_address(KNOWLEDGE, written) == present
