"""What other sites show of ours: small pages that stand alone, whose links open outside, and what oEmbed says."""

import json
import re
from posixpath import normpath

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.addresses import (
    EMBEDS,
    FRAMELESS_SCRIPT,
    FRAMELESS_STYLES,
    SCRIPT,
    STYLES,
    claim_embed,
    embedded_claims,
    usable_records,
)
from hornbook.model import Claim, Judgement
from hornbook.pages.frameless import frameless_styles
from hornbook.reasoning.scopes import Reasoning
from hornbook.site import build
from tests.examined import examined
from tests.where import FLAGSHIP, OF_FLAGSHIP

SITE = "https://example.org/shapes/"
LARGEST_CARD = 30_000


@pytest.fixture(scope="module")
def embeds(files: dict[str, bytes]) -> dict[str, LexborHTMLParser]:
    """The embeds of the sample by address, without pages that lead on from former addresses or say how to use them."""
    found = {
        path.removeprefix("docs/").removesuffix("index.html"): LexborHTMLParser(page.decode())
        for path, page in files.items()
        if path.startswith(f"docs/{EMBEDS}")
        and path.endswith("index.html")
        and b'http-equiv="refresh"' not in page
        and b"kb-using" not in page
    }
    assert len(found) >= 30
    return found


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    (found,) = page.css(selector)
    return found


def leads_to(address: str, link: str) -> str:
    return normpath(f"{address}{link}")


def test_each_says_whose_it_is_and_is_no_page_of_its_own_for_search(embeds: dict[str, LexborHTMLParser]) -> None:
    for address, page in embeds.items():
        assert one(page, "meta[name=robots]").attributes["content"] == "noindex"
        canonical = one(page, "link[rel=canonical]").attributes["href"] or ""
        credit = one(page, "footer a")
        assert credit.text() == "Quadrilaterals"
        there = (credit.attributes["href"] or "").partition("#")[0]
        assert canonical == f"{SITE}{leads_to(address, there)}/", address
        assert "CC BY" in one(page, "footer").text()


def test_every_link_opens_outside(embeds: dict[str, LexborHTMLParser]) -> None:
    for address, page in embeds.items():
        links = [link for link in page.css("a") if {"href", "xlink:href"} & link.attributes.keys()]
        for link in links:
            to = link.attributes.get("href") or link.attributes.get("xlink:href") or ""
            if to == "?explore":
                continue
            assert link.attributes.get("target") == "_blank", (address, to)
            assert not to.startswith("#"), address
            assert "rel" in link.attributes
        assert len(links) > 0


def test_each_runs_our_scripts_alone_and_has_both_style_sheets(embeds: dict[str, LexborHTMLParser]) -> None:
    for address, page in embeds.items():
        scripts = [leads_to(address, script.attributes["src"] or "") for script in page.css("script")]
        assert {FRAMELESS_SCRIPT} <= set(scripts) <= {FRAMELESS_SCRIPT, SCRIPT}
        styles = [leads_to(address, link.attributes["href"] or "") for link in page.css("link[rel=stylesheet]")]
        assert styles == [STYLES, FRAMELESS_STYLES]
        assert page.css("iframe, style, object, img") == []


def test_the_card_of_a_term_has_every_sense_and_says_whose_each_is(embeds: dict[str, LexborHTMLParser]) -> None:
    page = embeds["embed/term/square/"]
    assert one(page, "h1").text() == "Square"
    assert [sense.attributes["id"] for sense in page.css(".kb-sense")] == [
        "sense-plane",
        "sense-loose",
        "sense-workshop",
    ]
    senses = json.loads(one(page, "main").attributes["data-kb-senses"] or "")
    assert senses["plane"] == ["sense-plane", "sense-loose"]
    assert senses["loose"] == ["sense-loose"]
    assert senses["notes"] == ["sense-plane", "sense-loose", "sense-workshop"]
    assert one(embeds["embed/term/kite/"], "h1").text() == "Kite"


def test_a_strangers_label_stays_text(files: dict[str, bytes], embeds: dict[str, LexborHTMLParser]) -> None:
    assert one(embeds["embed/term/rhombus/"], "h1").text() == "Rhombus <lozenge>"
    data = json.loads(files["docs/embed/term/rhombus/oembed.json"])
    assert data["title"] == "Rhombus <lozenge>"
    assert 'title="Rhombus &lt;lozenge&gt;"' in data["html"]


def test_a_view_has_its_figure_and_its_explorer(reasoning: Reasoning, embeds: dict[str, LexborHTMLParser]) -> None:
    page = embeds["embed/by-definition/"]
    assert len(page.css(".kb-still svg")) == 2
    assert len(page.css(".kb-still .kb-in-words li")) > 0
    assert len(page.css(".kb-tried [data-kb-explorer] form")) == 1
    chain = embeds["embed/from-plan-to-figure/"]
    assert chain.css("[data-kb-explorer]") == []
    framework = embeds["embed/plane/"]
    assert len(framework.css("[data-kb-explorer]")) == 1
    assert len(framework.css(".kb-without-script li")) == len(reasoning.knowledge.frameworks["plane"].implications)


def test_every_claim_has_its_verdict_and_what_bears_it_out(
    reasoning: Reasoning, embeds: dict[str, LexborHTMLParser]
) -> None:
    claims = {claim_embed(name, part): part.value for _, name, part in embedded_claims(reasoning.knowledge)}
    cards = {address: page for address, page in embeds.items() if address.startswith("embed/claim/")}
    assert cards.keys() == claims.keys()
    for address, page in cards.items():
        card = one(page, ".kb-claim")
        assert len(card.css(".kb-mark")) >= 1, address
        is_asked = isinstance(claims[address], Claim | Judgement)
        assert bool(card.css(".kb-certificate")) == is_asked, address
    shared = [address for address in cards if address.endswith(("-in-plane/", "-in-workshop/"))]
    assert shared
    judged = cards[next(address for address in cards if address.startswith("embed/claim/board/"))]
    assert "From the facts" in one(judged, ".kb-claim-head").text()


def test_oembed_says_what_the_embed_is(files: dict[str, bytes]) -> None:
    for path in ("docs/embed/term/square/", "docs/embed/by-definition/", "docs/embed/plane/"):
        data = json.loads(files[f"{path}oembed.json"])
        assert data["version"] == "1.0"
        assert data["type"] == "rich"
        assert data["provider_name"] == "Quadrilaterals"
        assert data["provider_url"] == SITE
        frame = LexborHTMLParser(data["html"]).css_first("iframe")
        assert frame is not None
        assert frame.attributes["src"] == f"{SITE}{path.removeprefix('docs/')}"
        assert frame.attributes["title"] == data["title"]
        assert frame.attributes["height"] == str(data["height"])
        assert 150 < data["height"] < 1200


@pytest.mark.parametrize(
    ("page", "oembed"),
    [
        ("terms/square", "embed/term/square/oembed.json"),
        ("diagrams/by-definition", "embed/by-definition/oembed.json"),
        ("diagrams/from-plan-to-figure", "embed/from-plan-to-figure/oembed.json"),
    ],
)
def test_pages_say_where_oembed_stands(files: dict[str, bytes], page: str, oembed: str) -> None:
    assert f'oembed: "{oembed}"' in files[f"docs/{page}/index.md"].decode()
    assert f"docs/{oembed}" in files


def test_a_former_id_leads_on(files: dict[str, bytes]) -> None:
    assert b'content="0; url=../square/"' in files["docs/embed/term/quadrate/index.html"]
    assert b'content="0; url=../by-diagonals/"' in files["docs/embed/diagonals/index.html"]


def test_the_dark_rules_of_both_style_sheets_hold_where_the_system_is_dark() -> None:
    slate = '[data-md-color-scheme="slate"]'
    site = f"{slate} {{\n  --a: #000;\n}}\n.b {{ c: d; }}\n@media print {{\n  {slate} {{ --a: #fff; }}\n}}\n"
    styles = frameless_styles(f"{slate} {{ --e: #111; }}\n", site).decode()
    dark = styles.partition("@media (prefers-color-scheme: dark) {")[2]
    assert "body:not([data-md-color-scheme]) {\n  --a: #000;\n}" in dark
    assert "body:not([data-md-color-scheme]) { --e: #111; }" in dark
    assert "#fff" not in styles
    assert ".b" not in styles


@OF_FLAGSHIP
def test_cards_are_small_and_their_files_few() -> None:
    reasoning = examined(FLAGSHIP)
    files = build(reasoning, {})
    cards = {
        path: len(page)
        for path, page in files.items()
        if re.match(r"docs/embed/(term|claim)/.*\.html", path) and b"kb-using" not in page
    }
    assert max(cards.values()) <= LARGEST_CARD, max(cards, key=lambda path: cards[path])
    embedded = sum(1 for path in files if path.startswith(f"docs/{EMBEDS}"))
    knowledge = reasoning.knowledge
    records = len(knowledge.terms) + len(knowledge.views) + len(knowledge.chains) + len(knowledge.frameworks)
    moved = sum(1 for page in files.values() if b'http-equiv="refresh"' in page)
    uses = len([*usable_records(knowledge)]) + len({name for _, name, _ in embedded_claims(knowledge)})
    assert sum(1 for page in files.values() if b"kb-using" in page and b"<main" in page) == uses
    assert embedded <= 2 * (records + len([*embedded_claims(knowledge)])) + uses + moved + 3
