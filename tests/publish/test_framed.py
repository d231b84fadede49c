"""Pages that are made of a sample's frame are those that the engine would have made."""

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from pathlib import Path

import pytest

from hornbook.cache import Cache
from hornbook.diagnostics import Place
from hornbook.load import pages_in_navigation
from hornbook.pages.generated_page import GeneratedPage, Heading, SocialCard, to_markdown
from hornbook.pages.html import tag
from hornbook.production import build_sources, examine
from hornbook.publish import Engine, read_tree, run_engine
from hornbook.publish.copied import made_with_copies
from hornbook.publish.framed import framed_before, made_with_frames
from hornbook.publish.kept_frames import KeptFrames
from hornbook.publish.slots import with_slots
from hornbook.publish.whole import Files, is_page
from tests.sample_copy import copy_of_sample

EPOCH = 1_700_000_000
HOSTILE = (
    "A plain one",
    "Salt & pepper",
    "Mine &amp; yours &lt;b&gt; &#38;lt;",
    "<b>Bold</b> <!-- and hidden -->",
    "</title><script>alert(1)</script>",
    "“Quoted” \"twice\" 'thrice'",
    "a_b_c *d* `e` ~f~ [g](h) ![i](j) <http://k>",
    "\\ back \\* slash \\\\",
    "{{ 7 * 7 }} {% raw %} {# l #} { #m }",
    "Kb0q0z kb1Q",
    "שלום and مرحبا بكم",
    "Привет, мир",
    "नमस्ते 🦉 Ångström Ǆ ﬁ ß İ",
    "two  spaces and\u00a0one that keeps",
    "#1 of 50 % = $x^2$ + | @",
)
"""Titles that somebody could take for more than text."""
SETTINGS = b"""
repo_url: https://example.org/
edit_uri: edit/main/
theme:
  name: material
  features: [navigation.footer, navigation.indexes, navigation.path, navigation.tabs, content.action.view]
extra: {alternate: [{name: A, link: /a/, lang: a}]}
markdown_extensions: [abbr, admonition, def_list, footnotes, md_in_html, tables]
"""


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.PROPERDOCS])
def test_the_site_is_the_same_as_if_the_engine_had_made_each_page(tmp_path: Path, engine: Engine) -> None:
    project = copy_of_sample(tmp_path / "project")
    if engine is Engine.PROPERDOCS:
        (project / "mkdocs.yml").write_bytes(SETTINGS)
    result = examine(project)
    assert result.reasoning is not None
    assert not build_sources(project, result).failed
    sources = read_tree(project / "build")
    assert isinstance(sources, dict)
    for number, title in enumerate(HOSTILE):
        page = hostile_page(number, title)
        sources[f"docs/{page.address}index.md"] = to_markdown(page, result.reasoning.knowledge.glossary)
    light, _ = with_slots(sources)
    named = pages_in_navigation(sources["mkdocs.yml"])
    assert named is not None
    runs: list[Files] = []

    def run(files: Files) -> Files:
        runs.append(files)
        return made(engine, tmp_path / str(len(runs)), files)

    framed = made_with_frames(named, partial(made_with_copies, named, run), light)
    assert framed is not None
    assert len(runs) == 1
    assert sum(map(is_page, runs[0])) < sum(map(is_page, light)) - len(HOSTILE) // 2
    assert "docs/assets/hornbook/hornbook.css" not in runs[0]
    whole = run(light)
    assert {path for path in whole.keys() | framed.keys() if whole.get(path) != framed.get(path)} == set()
    assert list(framed) == sorted(framed)


def hostile_page(number: int, title: str) -> GeneratedPage:
    return GeneratedPage(
        address=f"terms/hostile-{number}/",
        title=title,
        description=f"What {title} means.",
        edit=Place(f"glossary/terms/hostile-{number}.yaml"),
        blocks=(
            Heading(2, f"Of {title}", f"of_{number}"),
            tag("h3", f"In {title}", id=f"in-{number}"),
            Heading(3, "The same on all", "same"),
        ),
        json_ld={"name": title},
        embed=f"embed/term/hostile-{number}/",
        search_boost=2,
        card=SocialCard("assets/hornbook/cards/terms.png", (1200, 630), f"About {title}"),
    )


def made(engine: Engine, folder: Path, sources: Files) -> dict[str, bytes]:
    for path, data in sources.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    result = run_engine(engine, folder, EPOCH, Path(sys.executable))
    assert result.status == 0, result
    files = read_tree(folder / "site")
    assert isinstance(files, dict), files
    return files


Render = Callable[[str, str], str]
"""What an engine of few words makes of the address and the title of a page."""


def site_of(sources: Files, render: Render) -> Files:
    """A site as engines make it, in little: pages, the index of search, and copies."""
    files, listed = dict[str, bytes](), list[object]()
    for path in sorted(sources):
        at = path.removeprefix("docs/")
        if is_page(path):
            title = json.loads(sources[path].decode().split("title: ")[1].split("\n")[0])
            files[at.replace(".md", ".html")] = render(at.removesuffix("index.md"), title).encode()
            listed.append({"location": at.removesuffix("index.md"), "title": title, "text": ""})
        else:
            files[at] = sources[path]
    return files | {"search/search_index.json": json.dumps({"docs": listed}, separators=(",", ":")).encode()}


HOME = frozenset({"index.md"})
SOURCES: Mapping[str, bytes] = {
    "docs/index.md": b'---\ntitle: "Home"\n---\n\n# Home { #home }\n',
    **{
        f"docs/terms/{name}/index.md": f'---\ntitle: "{name.upper()}"\n---\n\n# {name} {{ #{name} }}\n'.encode()
        for name in ("a", "b", "c", "d", "e")
    },
    "docs/a.txt": b"a",
}


def as_is(at: str, title: str) -> str:
    return f"<a href='{at}'>{title}</a>{escape(title)}"


def run_of(render: Render) -> tuple[Callable[[Files], Files], list[Files]]:
    runs: list[Files] = []

    def run(sources: Files) -> Files:
        runs.append(sources)
        return site_of(sources, render)

    return run, runs


def test_the_engine_makes_a_sample_and_one_page_of_a_pattern() -> None:
    run, runs = run_of(as_is)
    assert made_with_frames(HOME, run, SOURCES) == site_of(SOURCES, as_is)
    (given,) = runs
    assert SOURCES.keys() & given.keys() == {"docs/index.md", "docs/terms/a/index.md", "docs/a.txt"}
    assert len(given) == 4


@pytest.mark.parametrize(
    "render",
    [
        lambda _, title: title.lower(),
        lambda _, title: title[:3],
        lambda _, title: str(len(title)),
        lambda _, title: "".join(reversed(title)),
        lambda _, title: title.encode().hex(),
        lambda at, _: "first" if at == "terms/a/" else "other",
        lambda at, title: f"{title}{at}"[: 12 + len(title)],
    ],
)
def test_where_a_text_comes_out_in_an_unknown_way_nothing_is_made(render: Render) -> None:
    run, runs = run_of(render)
    assert made_with_frames(HOME, run, SOURCES) is None
    assert len(runs) == 1


def test_few_pages_of_a_pattern_and_those_that_the_navigation_names_are_the_engines() -> None:
    few = {path: SOURCES[path] for path in SOURCES if path not in {"docs/terms/d/index.md", "docs/terms/e/index.md"}}
    for named, sources in ((HOME, few), (frozenset(path.removeprefix("docs/") for path in SOURCES), SOURCES)):
        run, runs = run_of(as_is)
        assert made_with_frames(named, run, sources) == site_of(sources, as_is)
        assert runs == [sources]


def test_nothing_is_made_where_the_engine_makes_nothing_or_lists_what_it_was_not_given() -> None:
    assert made_with_frames(HOME, lambda _: None, SOURCES) is None
    more = {"docs": [{"location": "elsewhere/", "title": "", "text": ""}]}
    index = {"search/search_index.json": json.dumps(more, separators=(",", ":")).encode()}
    assert made_with_frames(HOME, lambda sources: {**site_of(sources, as_is), **index}, SOURCES) is None


EDITED = "docs/terms/c/index.md"


def edited(title: str, mark: str = "#") -> Files:
    return {EDITED: f'---\ntitle: "{title}"\n---\n\n{mark} {title} {{ #c }}\n'.encode()}


@pytest.fixture
def learnt(tmp_path: Path) -> Cache:
    """A cache in which a run left its frames."""
    tmp_path.chmod(0o700)
    cache = Cache(tmp_path, "version")
    assert made_with_frames(HOME, run_of(as_is)[0], SOURCES, KeptFrames(cache, ("around",))) is not None
    return cache


def test_a_page_of_a_pattern_that_was_framed_is_what_the_engine_makes(learnt: Cache) -> None:
    page = edited("Other")
    whole = site_of({**SOURCES, **page}, as_is)
    found = framed_before(HOME, page, KeptFrames(learnt, ("around",)))
    assert {path: made["page"] for path, made in found.items()} == {"terms/c/index.html": whole["terms/c/index.html"]}
    said = json.loads(found["terms/c/index.html"]["search"])
    assert said == [one for one in json.loads(whole["search/search_index.json"])["docs"] if one in said]
    assert len(said) == 1


@pytest.mark.parametrize(
    ("page", "around", "named"),
    [
        (edited("N&w"), "around", HOME),  # a character that the engine was not shown
        (edited("New", "##"), "around", HOME),  # another pattern
        (edited("New"), "elsewhere", HOME),
        (edited("New"), "around", frozenset({"terms/c/index.md"})),
    ],
)
def test_of_any_other_page_no_frame_is_known(learnt: Cache, page: Files, around: str, named: frozenset[str]) -> None:
    assert framed_before(named, page, KeptFrames(learnt, (around,))) == {}


def test_what_all_pages_of_a_sample_had_alike_is_no_place_for_other_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    cache = Cache(tmp_path, "version")
    alike = {path: data.replace(path[11:12].upper().encode(), b"Same") for path, data in SOURCES.items()}
    assert made_with_frames(HOME, run_of(as_is)[0], alike, KeptFrames(cache, ("around",))) is not None
    kept = KeptFrames(cache, ("around",))
    assert kept.known
    assert framed_before(HOME, {EDITED: alike[EDITED].replace(b"Same", b"New")}, kept) == {}
    assert framed_before(HOME, {EDITED: alike[EDITED]}, kept).keys() == {"terms/c/index.html"}
