"""What other sites and browsers read in the head of every page: its icon, and the card that they show for a link."""

import re
from html import unescape
from pathlib import PurePosixPath
from posixpath import normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.production import build_site
from hornbook.publish import Engine, read_tree
from tests.sample_copy import copy_of_sample

SITE = "https://example.org/shapes/"
NAME = "Quadrilaterals"
QUOTED = """---
title: 'A "quoted" title & more'
description: "It's told here."
---

# Quoted

Text.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = copy_of_sample(tmp_path_factory.mktemp("social") / "shapes")
    (project / "docs" / "quoted.md").write_text(QUOTED, encoding="utf-8")
    (project / "docs" / "headed.md").write_text('# A "heading" & *more* of it\n\nText.\n', encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    about = "  - About: about/index.md\n"
    added = text.replace(about, f"{about}  - quoted/index.md\n  - headed/index.md\n")
    settings.write_text(added, encoding="utf-8")
    result = build_site(project, Engine.MKDOCS, project / "site")
    assert result.diagnostics == ()
    tree = read_tree(project / "site")
    assert isinstance(tree, dict)
    return tree


def head_of(page: bytes) -> tuple[str, dict[str, list[str]]]:
    """The title of a page, and its `meta` values and `link` addresses by name."""
    tree = LexborHTMLParser(page.decode())
    found: dict[str, list[str]] = {}
    for meta in tree.css("head > meta"):
        key = meta.attributes.get("property") or meta.attributes.get("name")
        if key:
            found.setdefault(key, []).append(meta.attributes.get("content") or "")
    for link in tree.css("head > link"):
        found.setdefault(f"link {link.attributes['rel']}", []).append(link.attributes.get("href") or "")
    title = tree.css_first("head > title")
    return "" if title is None else title.text(), found


CARD_SIZE = (1200, 630)
SITE_CARD = ("card", CARD_SIZE, ", beside a drawing of boxes and of the arrows between them")
CARDS = {
    folder: (f"cards/{folder}", CARD_SIZE, f": {title}")
    for folder, title in {
        "terms": "Terms",
        "frameworks": "Frameworks",
        "faq": "Questions",
        "examples": "Examples",
        "disagreements": "Disagreements",
        "sources": "Sources",
    }.items()
}
"""The picture of the pages in each folder: its name, its size, and what it shows."""


def framed(site: dict[str, bytes]) -> dict[str, bytes]:
    pages = {path: page for path, page in site.items() if path.endswith(".html") and b"md-content__inner" in page}
    assert len(pages) > 30
    return pages


def test_every_page_says_what_a_link_to_it_shows(site: dict[str, bytes]) -> None:
    for path, page in framed(site).items():
        title, head = head_of(page)
        if path in DRAWN:
            continue
        picture, size, alt = CARDS.get(path.partition("/")[0], SITE_CARD)
        card = {name: values for name, values in head.items() if name.startswith(("og:", "twitter:"))}
        address = SITE + path.removesuffix("index.html")
        expected = {
            "og:type": "website",
            "og:site_name": NAME,
            "og:title": title.removesuffix(f" - {NAME}"),
            "og:image": f"{SITE}assets/hornbook/{picture}.png",
            "og:image:width": str(size[0]),
            "og:image:height": str(size[1]),
            "og:image:alt": f"{NAME}{alt}",
            "twitter:card": "summary_large_image",
        }
        if path != "404.html":
            expected["og:url"] = address
            assert head["link canonical"] == [address]
        if "description" in head:
            expected["og:description"] = head["description"][0]
        assert card == {name: [value] for name, value in expected.items()}, path


DRAWN = {
    f"diagrams/{name}/index.html": name
    for name in ("by-definition", "by-diagonals", "from-plan-to-figure", "from-wish-to-board")
}


def test_a_diagrams_page_shows_the_diagram_itself(site: dict[str, bytes]) -> None:
    for path, name in DRAWN.items():
        head = head_of(site[path])[1]
        (address,) = head["og:image"]
        assert address == f"{SITE}diagrams/{name}.wide.png"
        size = [int.from_bytes(site[address.removeprefix(SITE)][start : start + 4]) for start in (16, 20)]
        assert [head["og:image:width"], head["og:image:height"]] == [[str(side)] for side in size]
        assert head["og:image:alt"] == head["og:description"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("index.html", NAME),
        ("404.html", NAME),
        ("about/index.html", "About"),
        ("terms/rhombus/index.html", "Rhombus <lozenge>"),
        ("quoted/index.html", 'A "quoted" title & more'),
        ("headed/index.html", 'A "heading" & more of it'),
    ],
)
def test_titles_are_escaped_once(path: str, title: str, site: dict[str, bytes]) -> None:
    assert head_of(site[path])[1]["og:title"] == [title]
    written = re.search(rb'<meta property="og:title" content="([^"]*)">', site[path])
    assert written is not None
    assert unescape(written[1].decode()) == title


DESCRIPTION = "A small vocabulary of another field, which the tests and the documentation use."


def test_a_description_stays_within_its_attribute(site: dict[str, bytes]) -> None:
    assert head_of(site["quoted/index.html"])[1]["og:description"] == ["It's told here."]


def test_a_page_without_a_description_has_that_of_the_glossary(site: dict[str, bytes]) -> None:
    head = head_of(site["headed/index.html"])[1]
    assert head["og:description"] == head["description"] == [DESCRIPTION]


def test_the_pictures_are_where_the_pages_say(site: dict[str, bytes]) -> None:
    for path, page in framed(site).items():
        (icon,) = head_of(page)[1]["link icon"]
        there = icon.removeprefix("/shapes/") if icon.startswith("/") else PurePosixPath(path).parent / icon
        assert normpath(there) == "assets/hornbook/favicon.svg", path
    assert site["assets/hornbook/favicon.svg"].startswith(b"<svg ")
    for picture, size, _ in (SITE_CARD, *CARDS.values()):
        assert site[f"assets/hornbook/{picture}.png"][16:24] == size[0].to_bytes(4) + size[1].to_bytes(4)
