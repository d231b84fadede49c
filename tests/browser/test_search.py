"""Whatever a term is called and however it is spelled, its own page comes first, with each of the three engines."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Response, expect

from hornbook.addresses import disagreement_address, faq_address, page_address
from hornbook.model import KnowledgeBase
from hornbook.pages.search_words import spellings
from hornbook.publish import Engine
from hornbook.publish.search_parts import in_parts
from tests.browser.sites import ORIGIN, STOP_WORDS, WITH_SPELLINGS, Sites, page_of, serve
from tests.publish.test_search_parts import large

Open = Callable[..., Page]
Found = list[list[str]]
"""For each question the addresses of the pages that are found, best first, as paths in the site."""

OPENS = dict.fromkeys(Engine, "input.md-search__input") | {Engine.ZENSICAL: ".md-search button"}
BOX = dict.fromkeys(Engine, "input.md-search__input") | {Engine.ZENSICAL: "input[role=combobox]"}

ASK = """async (questions) => {
  const hosts = [...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter((root) => root);
  const root = hosts.find((one) => one.querySelector("input[role=combobox]")) ?? document;
  const box = root.querySelector("input[role=combobox], input.md-search__input");
  const list = root.querySelector("[role=listbox], ol.md-search-result__list");
  const status = root.querySelector("[role=status], .md-search-result__meta");
  const links = () => [...list.children].map((one) => one.querySelector("a[href]"));
  const once = (holds, what) => new Promise((done, failed) => {
    const look = () => { if (holds()) { clearTimeout(late); watch.disconnect(); done(); } };
    const watch = new MutationObserver(look);
    const late = setTimeout(() => { watch.disconnect(); failed(new Error(`no answer to “${what}”`)); }, 20000);
    watch.observe(root, {childList: true, characterData: true, subtree: true});
    look();
  });
  const type = (words) => {
    box.value = words;
    for (const kind of ["input", "keyup"]) box.dispatchEvent(new Event(kind, {bubbles: true}));
  };
  const base = document.querySelector("link[rel=icon]").href.replace(/assets.*/, "");
  const found = [];
  for (const question of questions) {
    type("");
    await once(() => links().length === 0 && !/\\d/.test(status.textContent), "");
    type(question);
    await once(() => links().length > 0, question);
    const pages = links().map((link) => link.href.replace(base, "").replace(/[?#].*/, ""));
    found.push([...new Set(pages)]);
  }
  return found;
}"""


def asked(page: Page, engine: Engine, questions: list[str]) -> Found:
    """What the search box answers to each question."""
    page.locator(OPENS[engine]).click()
    page.locator(BOX[engine]).wait_for()
    found: Found = page.evaluate(ASK, questions)
    return found


@pytest.fixture(scope="module")
def names(flagship: Sites) -> dict[str, str]:
    """Everything that a term is called, and the address of its page."""
    return {
        name: f"terms/{term.id}/"
        for term in flagship.knowledge.terms.values()
        for name in (term.label, *(alias.text for alias in term.aliases))
    }


def spelled_otherwise(names: dict[str, str]) -> dict[str, str]:
    """The same for names spelled otherwise, unless another term is called so."""
    taken = {name.casefold() for name in names}
    found = {}
    for name, page in names.items():
        for spelling in (name, *spellings(name)):
            plain = spelling.replace("–", "-").replace("’", "'")
            for written in (spelling, plain, plain.replace("-", " ")):
                if written.casefold() not in taken:
                    taken.add(written.casefold())
                    found[written] = page
    return found


def test_spellings_are_asked_for() -> None:
    names = {"Mis-shapen boards": "a", "Colour": "b", "Low-grade oak": "c", "Planer’s rule": "d", "low grade oak": "e"}
    assert spelled_otherwise(names).items() >= {
        ("Misshapen boards", "a"),
        ("Mis shapen boards", "a"),
        ("Color", "b"),
        ("Planers rule", "d"),
        ("Planer's rule", "d"),
    }
    assert "Low grade oak" not in spelled_otherwise(names)


@pytest.mark.parametrize("engine", list(Engine))
def test_a_term_s_own_page_comes_first_whatever_it_is_called(
    flagship: Sites, opened: Open, engine: Engine, names: dict[str, str]
) -> None:
    # The second engine writes the same index as the first, so that it need not answer everything again.
    wanted = names if engine is Engine.PROPERDOCS else names | spelled_otherwise(names)
    page = opened(flagship.address(engine))
    found = asked(page, engine, list(wanted))
    first = {name: pages[0] if pages else "" for name, pages in zip(wanted, found, strict=True)}
    assert {name: page for name, page in first.items() if page != wanted[name]} == {}


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
def test_every_other_page_is_found_by_its_title(flagship: Sites, opened: Open, engine: Engine) -> None:
    titles = {}
    for file in sorted(flagship.folder(engine).rglob("index.html")):
        address = file.parent.relative_to(flagship.folder(engine)).as_posix().removeprefix(".")
        title = re.search(r"<h1[^>]*>(.*?)<", file.read_text(encoding="utf-8"))
        # Whoever looks for a framework means its own page; and the manual of fields says every common word.
        is_left_out = address.startswith(("explore/", "embed/")) or address == "contribute/fields"
        if title is not None and not is_left_out and not address.startswith("terms/"):
            titles[f"{address}/".lstrip("/")] = unescape(title[1])
    page = opened(flagship.address(engine))
    found = asked(page, engine, list(titles.values()))
    assert [address for address, pages in zip(titles, found, strict=True) if address not in pages[:4]] == []


def ways_to_ask(knowledge: KnowledgeBase) -> dict[str, str]:
    """Every other way to ask for a page that the content names, and the page."""
    return {
        asked: address
        for address, ways in (
            *((faq_address(faq.id), faq.asked) for faq in knowledge.faqs.values()),
            *((disagreement_address(one.id), one.asked) for one in knowledge.disagreements.values()),
            *((page_address(page.path), page.asked) for page in knowledge.pages),
        )
        for asked in ways
    }


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
def test_what_readers_ask_leads_to_the_page_that_says_so(flagship: Sites, opened: Open, engine: Engine) -> None:
    wanted = ways_to_ask(flagship.knowledge)
    found = asked(opened(flagship.address(engine)), engine, list(wanted))
    assert [way for (way, page), pages in zip(wanted.items(), found, strict=True) if page not in pages[:3]] == []


@pytest.mark.parametrize("engine", list(Engine))
def test_a_question_is_found_by_its_other_words_and_a_page_by_hand_too(
    sample: Sites, opened: Open, engine: Engine
) -> None:
    wanted = ways_to_ask(sample.knowledge)
    assert {address.partition("/")[0] for address in wanted.values()} >= {"faq", "disagreements", "about"}
    found = asked(opened(sample.address(engine)), engine, list(wanted))
    assert [pages[0] for pages in found] == list(wanted.values())


def texts_of(site: Path, engine: Engine) -> Iterator[tuple[str, str]]:
    """What search shows, with the page that it stands on."""
    if engine is Engine.ZENSICAL:
        for item in json.loads((site / "search.json").read_bytes())["items"]:
            yield item["location"], item["text"]
        return
    for path in site.glob("search/texts-*.json"):
        for location, *sections in json.loads(path.read_bytes()):
            yield from ((location, text) for _, _, text, *_ in sections)


GLUED = re.compile(r"[a-zé)](?!TeX|Script)[A-ZÉ][a-zé]|[.!?][A-ZÉ]|[✓✗]\w")
"""A capital right after a small letter or the end of a sentence, or a mark beside its word; but BibTeX, JavaScript."""


@pytest.mark.parametrize("engine", list(Engine))
def test_excerpts_read_as_sentences(sample: Sites, engine: Engine) -> None:
    paragraphs = [
        paragraph
        for location, text in texts_of(sample.folder(engine), engine)
        if not location.startswith(("contribute/", "architecture/"))  # code is no sentence
        for paragraph in re.split(r"</?p>", text)
    ]
    assert len(paragraphs) > 200
    assert [one for one in paragraphs if GLUED.search(one) or one.lstrip().startswith(("#", "·", ":"))] == []


NEAREST = ".kb-nearest"


@pytest.mark.parametrize("engine", list(Engine))
def test_a_misspelt_word_gets_the_nearest_names_and_an_unknown_one_says_so(
    sample: Sites, opened: Open, engine: Engine
) -> None:
    page = opened(sample.address(engine))
    page.locator(OPENS[engine]).click()
    box = page.locator(BOX[engine])
    box.press_sequentially("mishapen corrigibility")
    said = page.locator(NEAREST)
    expect(said).to_have_attribute("role", "status")
    expect(said.locator("a").first).to_have_text(WITH_SPELLINGS)
    expect(said).to_contain_text("Not covered here: “corrigibility”.")
    box.fill("board")
    expect(said).to_have_text("")
    box.fill("mishapen boards")
    said.locator("a").first.click()
    expect(page.locator("article h1")).to_contain_text(WITH_SPELLINGS)


def test_enter_follows_the_nearest_name(sample: Sites, opened: Open) -> None:
    page = opened(sample.address(Engine.MKDOCS))
    box = page.locator(BOX[Engine.MKDOCS])
    box.click()
    box.press_sequentially("mishapenn")
    expect(page.locator(f"{NEAREST} a")).to_have_text(WITH_SPELLINGS)
    box.press("Enter")
    expect(page.locator("article h1")).to_contain_text(WITH_SPELLINGS)


def test_what_is_not_covered_is_proposed_as_a_file_that_it_names(home: str, opened: Open) -> None:
    page = opened(home)
    box = page.locator(BOX[Engine.MKDOCS])
    box.click()
    box.press_sequentially("Qzxv 語語語 Qzxw")
    link = page.locator(f"{NEAREST} a")
    expect(link).to_have_text("Propose it")
    address = urlsplit(str(link.get_attribute("href")))
    assert address.path == "/me/shapes/new/main/glossary/terms"
    filled = parse_qs(address.query)
    assert filled["filename"] == ["qzxv-語語語-qzxw.yaml"]
    assert "label: Qzxv 語語語 Qzxw" in filled["value"][0].splitlines()


def test_what_is_not_covered_can_be_proposed_but_enter_does_not_do_so(flagship: Sites, opened: Open) -> None:
    page = opened(flagship.address(Engine.MKDOCS))
    box = page.locator(BOX[Engine.MKDOCS])
    box.click()
    box.press_sequentially("qzxvqzxvq")
    propose = page.locator(f"{NEAREST} a")
    expect(propose).to_contain_text("ropose it")
    before = page.url.partition("?")[0]
    page.keyboard.press("Enter")
    expect(propose).to_be_visible()
    assert page.url.partition("?")[0] == before
    page.keyboard.press("ArrowDown")
    expect(propose).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.partition("?")[0] != before)


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_said_can_be_read_on_a_phone(sample: Sites, opened: Open, engine: Engine, scheme: str) -> None:
    page = opened(sample.address(engine), viewport={"width": 360, "height": 640}, color_scheme=scheme)
    page.locator("label[for=__search]:visible, .md-search button:visible").first.click()
    page.locator(BOX[engine]).press_sequentially("mishapen corrigibility")
    link = page.locator(f"{NEAREST} a").first
    expect(link).to_be_visible()
    place = page.locator(NEAREST).bounding_box()
    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 360
    style = "one => { const s = getComputedStyle(one); return [s.color, getComputedStyle(one.parentNode).color]; }"
    own, around = link.evaluate(style)
    assert own == around


def test_both_engines_with_material_search_the_same_index(flagship: Sites) -> None:
    ours, theirs = (
        {path.name: path.read_bytes() for path in (flagship.folder(engine) / "search").iterdir()}
        for engine in (Engine.MKDOCS, Engine.PROPERDOCS)
    )
    assert ours == theirs
    assert ours.keys() > {"search_index.json", "words-0.json", "texts-0.json"}


def test_nothing_is_fetched_before_a_search_and_little_for_it_however_large_the_index_is(
    sample: Sites, opened: Open, tmp_path: Path
) -> None:
    taken = [bytes_taken(sample.folder(Engine.MKDOCS), opened, tmp_path / str(pages), pages) for pages in (500, 4000)]
    assert all(before <= 20_000 for before, _ in taken)
    assert all(after <= 400_000 for _, after in taken)
    assert taken[1][1] <= 1.5 * taken[0][1]


def bytes_taken(site: Path, opened: Open, copy: Path, pages: int) -> tuple[int, int]:
    """What search takes when a page is opened, and up to the first results, where so many pages can be found."""
    shutil.copytree(site, copy)
    for path, data in in_parts(large(pages)).items():
        (copy / path).write_bytes(data)
    server = serve(copy)
    page = opened("about:blank")
    taken: list[int] = []

    def note(response: Response) -> None:
        if "/search/" in response.url or response.url.endswith("finder.js"):
            taken.append(int(response.headers["content-length"]))

    page.context.on("response", note)
    page.goto(f"{ORIGIN}:{server.server_port}/about/")
    page.wait_for_load_state("networkidle")
    before = sum(taken)
    page.locator(BOX[Engine.MKDOCS]).click()
    page.locator(BOX[Engine.MKDOCS]).press_sequentially("what is common to term7")
    expect(page.locator(".md-search-result__list a").first).to_have_attribute("href", re.compile("/p7/"))
    expect(page.locator(".kb-most")).to_have_text("At most 10 pages are listed: those that fit best.")
    page.wait_for_load_state("networkidle")
    server.shutdown()
    server.server_close()
    return before, sum(taken)


@pytest.mark.parametrize("engine", list(Engine))
def test_what_is_typed_leads_to_the_term_and_no_list_of_spellings_is_shown_there(
    sample: Sites, opened: Open, engine: Engine
) -> None:
    page = opened(sample.address(engine))
    page.locator(OPENS[engine]).click()
    page.locator(BOX[engine]).press_sequentially("mis-shapen board")
    first = page.locator("[role=listbox] a, .md-search-result__list a").first
    expect(first).to_have_attribute("href", re.compile(f"/{page_of(WITH_SPELLINGS)}/"))
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_contain_text(WITH_SPELLINGS)
    assert f"/terms/{page_of(WITH_SPELLINGS)}/" in page.url
    page.goto(page.url.partition("?")[0])  # without the question, which is marked wherever it stands
    article = page.locator("article")
    assert "mis-shapen" in (article.text_content() or "").casefold()
    assert "mis-shapen" not in article.inner_text().casefold()
    assert "mis-shapen" not in article.aria_snapshot().casefold()


@pytest.mark.parametrize("engine", list(Engine))
def test_a_term_may_be_called_by_a_word_that_stands_everywhere(sample: Sites, opened: Open, engine: Engine) -> None:
    page = opened(sample.address(engine))
    found = asked(page, engine, list(STOP_WORDS))
    assert [pages[0] for pages in found] == [f"terms/{page_of(word)}/" for word in STOP_WORDS]
