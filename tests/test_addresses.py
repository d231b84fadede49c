"""What is known of the site's addresses is what the site that is built has, in both directions."""

import re
from dataclasses import dataclass
from urllib.parse import quote

import pytest

from hornbook.addresses import (
    CODES,
    FIELDS,
    PROOFS,
    every_address,
    files_of,
    moved_embeds,
    page_address,
    pages_of,
    plain_address,
    redirects,
    reserved_by,
    site_path,
)
from hornbook.kinds import ADDRESSED
from hornbook.model import KnowledgeBase
from hornbook.pages.address_titles import place_title
from hornbook.site import build
from tests.examined import examined
from tests.where import BOTH

_NO_PLACES = re.compile(
    r"filter-\w+|explorer-goal|(called|spelled|in|follows-from|ruled-out-by|helps-give|enough|if-it-fails)-.*"
)
"""Controls, names for search alone, and headings within what is folded up."""
_MANUAL = (CODES, FIELDS)
"""Pages for contributors, whose headings are folded up too; what messages link to there is tested with them."""


@dataclass(frozen=True)
class Site:
    """A knowledge base, and the files of its site below `docs/`."""

    knowledge: KnowledgeBase
    written: dict[str, str]

    @property
    def pages(self) -> dict[str, str]:
        """The Markdown of every page, by its address."""
        return {page_address(path): text for path, text in self.written.items() if path.endswith(".md")}


@pytest.fixture(scope="module", params=BOTH)
def site(request: pytest.FixtureRequest) -> Site:
    reasoning = examined(request.param)
    files = build(reasoning, {})
    written = {
        path.removeprefix("docs/"): content.decode(errors="replace")
        for path, content in files.items()
        if path.startswith("docs/")
    }
    return Site(reasoning.knowledge, written)


def test_the_known_pages_are_the_written_ones(site: Site) -> None:
    assert pages_of(site.knowledge) == site.pages.keys()


def test_the_known_files_are_the_written_ones(site: Site) -> None:
    stubs = {f"{former}index.html" for former in redirects(site.knowledge) | moved_embeds(site.knowledge)}
    written = {path for path in site.written if not path.endswith(".md")}
    known = files_of(site.knowledge) | stubs
    assert written <= known
    assert {path for path in known - written if not path.startswith(PROOFS)} == set()


def test_every_known_address_is_on_the_site(site: Site) -> None:
    missing = []
    for address in sorted(every_address(site.knowledge)):
        page, _, anchor = address.partition("#")
        text = site.pages.get(f"{page}/" if page else "")
        if text is None or (anchor and f' id="{anchor}"' not in text and f"#{anchor} }}" not in text):
            missing.append(address)
    assert missing == []


def test_every_place_on_a_page_is_known_but_for_headings_and_controls(site: Site) -> None:
    known = every_address(site.knowledge)
    unknown = [
        f"{address}#{anchor}"
        for address, text in site.pages.items()
        for anchor in re.findall(r' id="([^"]+)"', re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL))
        if address not in _MANUAL
        and not _NO_PLACES.fullmatch(anchor)
        and plain_address(f"{address}#{anchor}") not in known
    ]
    assert unknown == []


def test_nothing_written_by_hand_may_stand_where_the_site_writes(site: Site) -> None:
    by_hand = {f"{page_address(page.path)}index.md" for page in site.knowledge.pages}
    for path in site.written.keys() - by_hand:
        for other in (path, path.upper().replace(".MD", ".md"), path.title().replace(".Md", ".md")):
            assert reserved_by(other) is not None, other
        page = path.removesuffix("/index.md") + ".md"
        if path.endswith("/index.md"):
            assert reserved_by(page) is not None, page
            assert site_path(page) == site_path(path)
    assert [page.path for page in site.knowledge.pages if reserved_by(page.path)] == []


def test_every_page_and_every_place_on_it_has_words(site: Site) -> None:
    for address in every_address(site.knowledge):
        assert place_title(site.knowledge, address).strip(), address


def test_the_page_of_a_record_is_edited_in_its_file(site: Site) -> None:
    for kind in ADDRESSED:
        for record in site.knowledge.records(kind.declaration):
            text = site.pages.get(str(kind.address).format(record.id))
            edited = re.search(r'^edit_url: "([^"]+)"$', text or "", re.MULTILINE)
            files = {record.place.path, *(one.place.path for one in site.knowledge.statements.get(record.id, ()))}
            if edited is not None:
                assert edited.group(1).removeprefix(site.knowledge.glossary.repository or "") in files


def test_a_page_written_by_hand_is_edited_in_its_file(site: Site) -> None:
    for page in site.knowledge.pages:
        edited = f'edit_url: "{site.knowledge.glossary.repository}{quote(page.place.path)}"'
        assert edited in site.pages[page_address(page.path)].splitlines()
