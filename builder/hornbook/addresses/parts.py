"""Lists too long for one page: the pages on which they go on, and on which of them something stands.

A list is cut in its order, so that what is added at its end moves nothing. `index` is an id that no record has.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from hornbook.addresses.citing import times_cited
from hornbook.addresses.fixed import EXAMPLES, FAQS, PREVIEW, SOURCES, TERMS, VIEWS
from hornbook.addresses.large_views import divided
from hornbook.addresses.records import explore_address, framework_address, source_address
from hornbook.identity import Itself
from hornbook.model import Framework, KnowledgeBase, Scope

IMPLICATIONS_A_PAGE = 100
TERMS_A_PAGE = 250
FAQS_A_PAGE = 150
SOURCES_A_PAGE = 200
CITED_A_PAGE = 500
"""So many of the pages that cite a source stand on one page."""
EXAMPLES_A_PAGE = 150
DIAGRAMS_A_PAGE = 12
PREVIEWS_A_FILE = 50
"""So many terms share a file of previews, more or less."""
MOST_ON_A_PAGE = 60
"""The explorer of a framework with more implications, or more atoms, is fetched from a file beside its page."""


def part_page(address: str, number: int) -> str:
    """The page with a part of the list at an address, from 1; the first is that address itself."""
    return address if number == 1 else f"{address}index/{number}/"


def parts_needed(listed: int, a_page: int) -> int:
    """On how many pages so many things stand; at least one."""
    return max(1, -(-listed // a_page))


def further_pages(knowledge: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """The pages on which lists go on, by the address of the page on which each begins."""
    parts = {
        TERMS: parts_needed(len(knowledge.terms), TERMS_A_PAGE),
        FAQS: parts_needed(len(knowledge.faqs), FAQS_A_PAGE),
        SOURCES: parts_needed(len(knowledge.sources), SOURCES_A_PAGE),
        EXAMPLES: parts_needed(len(knowledge.examples), EXAMPLES_A_PAGE),
        VIEWS: parts_needed(len(knowledge.views) + len(knowledge.chains), DIAGRAMS_A_PAGE),
    }
    parts |= {framework_address(one.id): parts_of_framework(one) for one in knowledge.frameworks.values()}
    cited = times_cited(knowledge)
    parts |= {source_address(name): parts_needed(cited.get(name, 0), CITED_A_PAGE) for name in knowledge.sources}
    return {
        address: tuple(part_page(address, number) for number in range(2, total + 1)) for address, total in parts.items()
    }


def preview_file(knowledge: KnowledgeBase, term: str) -> str:
    """The file with the preview of a term: among so many as are needed, one that follows from its id alone.

    The script of pages finds it likewise (`builder/hornbook/theme/scripts/previews.js`).
    """
    number = 0
    for letter in term:
        number = (31 * number + ord(letter)) % 65_521
    return PREVIEW.format(number % previews_needed(knowledge))


def preview_files(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """All files of previews, also one in which no term happens to stand."""
    return tuple(map(PREVIEW.format, range(previews_needed(knowledge)))) if knowledge.terms else ()


def previews_needed(knowledge: KnowledgeBase) -> int:
    """In how many files previews stand: a power of two, so that a further term seldom moves others."""
    return 1 << (parts_needed(len(knowledge.terms), PREVIEWS_A_FILE) - 1).bit_length()


def parts_of_framework(framework: Framework) -> int:
    """On how many pages a framework's implications stand."""
    return parts_needed(len(framework.implications), IMPLICATIONS_A_PAGE)


def is_large(framework: Framework) -> bool:
    """Whether a framework is too large for its explorer to stand on a page."""
    return len(framework.all_implications) > MOST_ON_A_PAGE or len(framework.atoms) > MOST_ON_A_PAGE


def explorer_file(scope: Scope) -> str:
    """The file with what the explorer of a large framework or view must know."""
    return f"{explore_address(scope)}data.json"


def large_scopes(knowledge: KnowledgeBase) -> Iterator[Scope]:
    """The frameworks and views whose explorers are fetched from a file."""
    yield from (Scope(one.id) for one in knowledge.frameworks.values() if is_large(one))
    yield from (one.scope for one in knowledge.views.values() if divided(knowledge, one) is not None)


def place_in_framework(framework: Framework, part: str) -> str:
    """Where an implication, a fact, a choice, a list or a table of a framework stands, where it is written."""
    framework = framework.home_of(part)
    number = 1
    if len(framework.implications) > IMPLICATIONS_A_PAGE:
        number = 1 + _places(Itself(framework)).get(part, 0) // IMPLICATIONS_A_PAGE
    return f"{part_page(framework_address(framework.id), number)}#{part}"


@lru_cache(maxsize=64)
def _places(key: Itself[Framework]) -> Mapping[str, int]:
    """The place of each implication in its framework's list, under each id that it has or had."""
    listed = list(enumerate(key.values[0].implications))
    return {old: place for place, one in listed for old in one.was} | {one.id: place for place, one in listed}
