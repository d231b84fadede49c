"""The pictures that other sites show for links: one for each kind of page whose records have pages of their own."""

from hornbook.addresses.fixed import CARDS, INDEXES
from hornbook.kinds import DISAGREEMENT, EXAMPLE, FAQ, FRAMEWORK, SOURCE, TERM, Kind
from hornbook.model import CardsFor, KnowledgeBase

_WITH_CARDS = (TERM, FRAMEWORK, FAQ, EXAMPLE, DISAGREEMENT, SOURCE)


def card_files(knowledge: KnowledgeBase) -> dict[str, str]:
    """The pictures besides that of the site, each with what the list of such pages is called."""
    titles = {index.address: index.title for index in INDEXES}
    return {_card_address(kind): titles[kind.index] for kind in _with_cards(knowledge)}


def card_at(knowledge: KnowledgeBase, page: str) -> str | None:
    """The picture for the page at this address; None: that of the site."""
    return next((_card_address(kind) for kind in _with_cards(knowledge) if page.startswith(kind.index)), None)


def _with_cards(knowledge: KnowledgeBase) -> list[Kind]:
    if knowledge.glossary.outputs.cards is not CardsFor.KINDS:
        return []
    return [kind for kind in _WITH_CARDS if knowledge.by_id(kind.declaration)]


def _card_address(kind: Kind) -> str:
    return f"{CARDS}{kind.index.rstrip('/')}.png"
