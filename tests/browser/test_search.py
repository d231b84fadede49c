"""Whatever a term is called and however it is spelled, its own page comes first, with each of the three engines."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from hornbook.load import load
from hornbook.model import KnowledgeBase
from hornbook.pages.search_words import spellings
from hornbook.production import build_site
from hornbook.publish import Engine
from tests.sample_copy import copy_of_sample
from tests.where import FLAGSHIP

Open = Callable[..., Page]
Found = list[list[str]]
"""For each question the addresses of the pages that are found, best first, as paths in the site."""

STOP_WORDS = ("If", "For", "Not", "While")
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
def knowledge() -> KnowledgeBase:
    loaded = load(FLAGSHIP).knowledge
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def names(knowledge: KnowledgeBase) -> dict[str, str]:
    """Everything that a term is called, and the address of its page."""
    return {
        name: f"terms/{term.id}/"
        for term in knowledge.terms.values()
        for name in (term.label, *(alias.text for alias in term.aliases))
    }


@pytest.fixture(scope="module")
def other_spellings(names: dict[str, str]) -> dict[str, str]:
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


def test_spellings_are_asked_for(other_spellings: dict[str, str]) -> None:
    assert {"mesaoptimiser", "generalisation properties", "inner mis-alignment", "low stakes alignment"} <= {
        name.casefold() for name in other_spellings
    }


@pytest.mark.parametrize("engine", list(Engine))
def test_a_term_s_own_page_comes_first_whatever_it_is_called(
    served: Callable[[Engine], str],
    opened: Open,
    engine: Engine,
    names: dict[str, str],
    other_spellings: dict[str, str],
) -> None:
    # The second engine writes the same index as the first, so that it need not answer everything again.
    wanted = names if engine is Engine.PROPERDOCS else names | other_spellings
    page = opened(served(engine))
    found = asked(page, engine, list(wanted))
    first = {name: pages[0] if pages else "" for name, pages in zip(wanted, found, strict=True)}
    assert {name: page for name, page in first.items() if page != wanted[name]} == {}


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])
def test_every_other_page_is_found_by_its_title(
    served: Callable[[Engine], str], made_by: Callable[[Engine], Path], opened: Open, engine: Engine
) -> None:
    titles = {}
    for file in sorted(made_by(engine).rglob("index.html")):
        address = file.parent.relative_to(made_by(engine)).as_posix().removeprefix(".")
        title = re.search(r"<h1[^>]*>(.*?)<", file.read_text(encoding="utf-8"))
        # Whoever looks for a framework means its own page; and the manual of fields says every common word.
        is_left_out = address.startswith("explore/") or address == "contribute/fields"
        if title is not None and not is_left_out and not address.startswith("terms/"):
            titles[f"{address}/".lstrip("/")] = unescape(title[1])
    page = opened(served(engine))
    found = asked(page, engine, list(titles.values()))
    assert [address for address, pages in zip(titles, found, strict=True) if address not in pages[:4]] == []


def test_both_engines_with_material_search_the_same_index(made_by: Callable[[Engine], Path]) -> None:
    index, other = (made_by(engine) / "search/search_index.json" for engine in (Engine.MKDOCS, Engine.PROPERDOCS))
    assert index.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("engine", list(Engine))
def test_what_is_typed_leads_to_the_term_and_no_list_of_spellings_is_shown_there(
    served: Callable[[Engine], str], opened: Open, engine: Engine
) -> None:
    page = opened(served(engine))
    page.locator(OPENS[engine]).click()
    page.locator(BOX[engine]).press_sequentially("inner mis-alignment")
    first = page.locator("[role=listbox] a, .md-search-result__list a").first
    expect(first).to_have_attribute("href", re.compile("/inner-misalignment/"))
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_contain_text("Inner misalignment")
    assert "/terms/inner-misalignment/" in page.url
    page.goto(page.url.partition("?")[0])  # without the question, which is marked wherever it stands
    article = page.locator("article")
    assert "mis-alignment" in (article.text_content() or "").casefold()
    assert "mis-alignment" not in article.inner_text().casefold()
    assert "mis-alignment" not in article.aria_snapshot().casefold()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the overridden argument
        """Say nothing."""


@pytest.fixture(scope="module")
def stop_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Engine], str]]:
    """The address of a site with terms that are called as searches like to leave out."""
    project = copy_of_sample(tmp_path_factory.mktemp("search") / "shapes")
    for word in STOP_WORDS:
        (project / f"glossary/terms/the-word-{word.lower()}.yaml").write_text(
            f"label: {word}\nkind: concept\nshort: A word of logic.\nunused: A word that searches like to leave out.\n",
            encoding="utf-8",
        )
    servers: list[ThreadingHTTPServer] = []

    def address(engine: Engine) -> str:
        result = build_site(project, engine, project / f"site-{engine}")
        assert result.diagnostics == ()
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(project / f"site-{engine}")))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield address
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("engine", list(Engine))
def test_a_term_may_be_called_by_a_word_that_stands_everywhere(
    stop_words: Callable[[Engine], str], opened: Open, engine: Engine
) -> None:
    page = opened(stop_words(engine))
    found = asked(page, engine, list(STOP_WORDS))
    assert [pages[0] for pages in found] == [f"terms/the-word-{word.lower()}/" for word in STOP_WORDS]
