"""The claims of a vocabulary, each with the record that states it, its place there, and what it comes to."""

from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.addresses import Anchored, anchored_claims, plain_address, record_address
from hornbook.kinds import JUDGEMENT, SHARED_CLAIM, Kind
from hornbook.model import AnyClaim, Claim, Judgement, KnowledgeBase
from hornbook.pages.disagreement_pages import put_to
from hornbook.reasoning.scopes import Reasoning
from hornbook.reasoning.sentences import capital, claim_in_words, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedClaim:
    """A claim where it stands."""

    kind: Kind
    """Of the record that states it."""
    record: str
    part: Anchored
    claim: AnyClaim
    """As it is put there."""

    @property
    def url(self) -> str:
        """Its place on a page."""
        return record_address(self.kind, self.record, self.part.anchor)

    @property
    def key(self) -> str:
        """What it is called in the data: its place, as people write it."""
        return plain_address(self.url)

    @property
    def judgement(self) -> Judgement | None:
        """What an example says of it, if an example does."""
        return self.part.value if self.part.part is JUDGEMENT else None


def placed_claims(knowledge: KnowledgeBase) -> Iterator[PlacedClaim]:
    """Every claim with a place of its own; what all frameworks are asked, as each of them is."""
    for kind, record, part in anchored_claims(knowledge):
        put = put_to(part) if part.part is SHARED_CLAIM else part
        claim = put.value.claim if part.part is JUDGEMENT else put.value
        yield PlacedClaim(kind=kind, record=record, part=part, claim=claim)


def asked_in_words(reasoning: Reasoning, claim: Claim) -> str:
    """What it asks, in a sentence."""
    return plain(capital(claim_in_words(reasoning.settings[claim.scope].names, claim))) + "."
