"""How heavy the pages of made-up vocabularies are: past a bound their weight does not grow. Nothing is timed."""

import re
from pathlib import Path

import pytest

from benchmarks.vocabularies import clustered, write
from hornbook.addresses import (
    IMPLICATIONS_A_PAGE,
    TERMS_A_PAGE,
    parts_needed,
    place_in_framework,
    preview_file,
    preview_files,
)
from hornbook.model import KnowledgeBase
from hornbook.production import examine
from hornbook.site import build

KB = 1000
TERMS = 300
ARTICLE = 40 * KB
PAGE = 250 * KB


@pytest.fixture(name="made", scope="module")
def made_fixture(tmp_path_factory: pytest.TempPathFactory) -> tuple[KnowledgeBase, dict[str, bytes]]:
    """One framework of 300 terms and 600 implications, and the files of its site before the engine."""
    folder: Path = tmp_path_factory.mktemp("light")
    write(clustered(TERMS), folder)
    reasoning = examine(folder).reasoning
    assert reasoning is not None
    return reasoning.knowledge, build(reasoning, {})


def weights(files: dict[str, bytes], pattern: str) -> dict[str, int]:
    return {path: len(data) for path, data in files.items() if re.fullmatch(f"docs/{pattern}/index.md", path)}


def test_the_article_of_a_term_is_light(made: tuple[KnowledgeBase, dict[str, bytes]]) -> None:
    knowledge, files = made
    found = {path: size for path, size in weights(files, r"terms/[^/]+").items() if size > ARTICLE}
    assert len(weights(files, r"terms/[^/]+")) == len(knowledge.terms) == TERMS
    assert found == {}


def test_no_list_framework_or_explorer_is_heavy(made: tuple[KnowledgeBase, dict[str, bytes]]) -> None:
    _, files = made
    for pattern in ("terms", "terms/index/.*", "faq", "frameworks/.*", "explore", "explore/.*", "sources(/.*)?"):
        assert max(weights(files, pattern).values()) <= PAGE, pattern


def test_each_implication_stands_once_where_its_address_says(made: tuple[KnowledgeBase, dict[str, bytes]]) -> None:
    knowledge, files = made
    (framework,) = knowledge.frameworks.values()
    pages = {place_in_framework(framework, one.id).partition("#")[0] for one in framework.implications}
    assert len(pages) == parts_needed(len(framework.implications), IMPLICATIONS_A_PAGE) == 6
    for one in framework.implications:
        page, _, anchor = place_in_framework(framework, one.id).partition("#")
        assert files[f"docs/{page}index.md"].count(f'<li id="{anchor}">'.encode()) == 1


def test_each_term_stands_once_in_the_list(made: tuple[KnowledgeBase, dict[str, bytes]]) -> None:
    knowledge, files = made
    pages = [files[path].decode() for path in (*weights(files, "terms"), *weights(files, "terms/index/.*"))]
    assert len(pages) == parts_needed(TERMS, TERMS_A_PAGE) == 2
    listed = [term for page in pages for term in re.findall(r'<dt><a href="(?:[^"]*/)?([^"/]+)/" class="kb-link', page)]
    assert sorted(listed) == sorted(knowledge.terms)


def test_an_explorer_is_written_once_and_its_data_lie_beside_it(
    made: tuple[KnowledgeBase, dict[str, bytes]],
) -> None:
    _, files = made
    assert b"data-kb-explorer" not in files["docs/explore/index.md"]
    page = files["docs/explore/author-000/index.md"]
    assert b'data-kb-explorer="" data-kb-from="data.json"' in page
    assert page.count(b"data-kb-atom=") <= 60
    assert len(files["docs/explore/author-000/data.json"]) > 0


def test_a_page_says_where_previews_are_and_none_of_them(
    made: tuple[KnowledgeBase, dict[str, bytes]],
) -> None:
    knowledge, files = made
    written = {path: data.decode() for path, data in files.items() if path.startswith("docs/assets/hornbook/previews/")}
    assert len(written) == len(preview_files(knowledge)) == 8
    for term in knowledge.terms.values():
        assert [path for path, words in written.items() if f'"{term.id}":[' in words] == [
            f"docs/{preview_file(knowledge, term.id)}"
        ]
        page = files[f"docs/terms/{term.id}/index.md"].decode()
        assert sum(one.short in page for one in knowledge.terms.values()) < 4
    assert max(map(len, written.values())) <= 20 * KB


def test_a_drawing_in_a_page_says_only_what_and_where_its_pieces_are(
    made: tuple[KnowledgeBase, dict[str, bytes]],
) -> None:
    """A box or pill with its lines took 900 bytes when each said how it is painted."""
    _, files = made
    drawn = pieces = 0
    for path in weights(files, r"terms/[^/]+"):
        for svg in re.findall(r"<svg.*?</svg>", files[path].decode()):
            drawn += len(svg)
            pieces += svg.count('class="kb-box') + svg.count('class="kb-pill')
    assert pieces > TERMS
    assert drawn / pieces < 600
