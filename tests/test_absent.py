"""What is not there is nowhere: no settings, no examples, no questions, no frameworks ever break a site."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.production import build_site, examine
from hornbook.publish import Engine, read_tree
from tests.edits.test_starting import begun

OF_LOGIC = re.compile(r"framework|verdict|explore|implication", re.IGNORECASE)
FIVE = {
    "boil": "To cook in water that bubbles all over.",
    "simmer": "To cook in water that would soon boil. Small bubbles rise now and then.",
    "poach": "To cook in water that hardly moves.",
    "steam": "To cook above water that does boil.",
    "blanch": "To boil for a moment, and to cool at once.",
}


def made(project: Path, engine: Engine = Engine.MKDOCS) -> dict[str, bytes]:
    result = build_site(project, engine, project / "site")
    assert result.diagnostics == ()
    tree = read_tree(project / "site")
    assert isinstance(tree, dict)
    return tree


def tabs(site: dict[str, bytes]) -> list[str]:
    page = LexborHTMLParser(site["index.html"].decode())
    return [" ".join(one.text().split()) for one in page.css(".md-tabs__link")]


@pytest.fixture(scope="module")
def without_settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, with a style sheet and a script of the owner's."""
    project = begun(tmp_path_factory.mktemp("absent") / "tea")
    (project / "docs/own").mkdir()
    (project / "docs/own/tea.css").write_text(".md-header { border-top: 2px solid green; }\n", encoding="utf-8")
    (project / "docs/own/tea.js").write_text("document.body.dataset.tea = 'hot';\n", encoding="utf-8")
    settings = "extra_css: [own/tea.css]\nextra_javascript: [own/tea.js]\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return project


@pytest.mark.parametrize("engine", Engine)
def test_a_new_project_builds_with_each_engine_and_what_is_the_owners(without_settings: Path, engine: Engine) -> None:
    site = made(without_settings, engine)
    page = site["terms/good-cup/index.html"].decode()
    assert "assets/hornbook/hornbook.css" in page
    assert 'href="../../own/tea.css"' in page
    assert 'src="../../own/tea.js"' in page
    assert tabs(site) == ["Home", "Terms", "Diagrams", "Explore", "Questions", "Frameworks", "Sources", "Contribute"]
    assert site["own/tea.js"] == b"document.body.dataset.tea = 'hot';\n"


def test_scripts_that_the_settings_do_not_name_are_refused(tmp_path: Path) -> None:
    project = begun(tmp_path / "tea")
    (project / "docs/strange.js").write_text("alert()\n", encoding="utf-8")
    (project / "docs/strange.css").write_text("* {}\n", encoding="utf-8")
    found = examine(project).diagnostics
    assert [(one.code, one.place.path) for one in found] == [
        ("file-kind", "docs/strange.css"),
        ("file-kind", "docs/strange.js"),
    ]
    assert [re.findall(r"`(extra_\w+)`", one.hint or "") for one in found] == [["extra_css"], ["extra_javascript"]]


def test_a_style_sheet_of_the_owners_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    project = begun(tmp_path / "tea", plain=True)
    (project / "docs/tea.css").write_text("@import 'https://example.org/fonts.css';\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text("extra_css: [tea.css]\n", encoding="utf-8")
    found = build_site(project, Engine.MKDOCS, project / "site").diagnostics
    assert [(one.code, one.place.path) for one in found] == [("html-external", "tea.css")]


def test_a_new_project_stands_without_each_of_its_parts(tmp_path: Path) -> None:
    project = begun(tmp_path / "tea")
    (project / "docs/index.md").unlink()
    (project / "glossary/faq/is-hot-water-enough.yaml").unlink()
    (project / "diagrams/good-cup-of-tea.yaml").unlink()
    site = made(project)
    assert tabs(site) == ["Home", "Terms", "Explore", "Frameworks", "Sources", "Contribute"]
    assert not {"faq/index.html", "diagrams/index.html", "examples/index.html", "quiz/index.html"} & site.keys()
    assert "<h1" in site["index.html"].decode()
    assert b"faq/" not in site["404.html"]
    (project / "glossary/frameworks/kitchen.yaml").unlink()
    (project / "glossary/sources.yaml").unlink()
    site = made(project)
    assert tabs(site) == ["Home", "Terms"]
    assert "sources/bibliography.bib" not in site


def test_a_navigation_may_go_on_naming_what_is_empty_now(tmp_path: Path) -> None:
    project = begun(tmp_path / "tea", plain=True)
    settings = project / "mkdocs.yml"
    settings.write_text("nav: [index.md, Quiz: quiz/index.md, Words: terms/index.md]\n", encoding="utf-8")
    assert tabs(made(project)) == ["Tea", "Words"]
    settings.write_text("nav: [index.md, Quiz: quizz/index.md]\n", encoding="utf-8")
    assert [(one.code, one.place.line) for one in examine(project).diagnostics] == [("settings-nav", 1)]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of five terms, each with a label and a text."""
    project = tmp_path_factory.mktemp("plain") / "kitchen"
    (project / "glossary/terms").mkdir(parents=True)
    facts = "title: Kitchen\ndescription: Five words.\nsite_url: https://example.org/kitchen/\nlicence: CC BY 4.0\n"
    (project / "glossary/glossary.yaml").write_text(facts, encoding="utf-8")
    for name, text in FIVE.items():
        written = f"label: {name.capitalize()}\ntext: {text}\n"
        (project / f"glossary/terms/{name}.yaml").write_text(written, encoding="utf-8")
    return made(project)


def test_a_plain_glossary_says_nothing_of_logic(plain: dict[str, bytes]) -> None:
    pages = {path for path in plain if path.endswith(".html")}
    of_terms = {f"{folder}/{one}/index.html" for one in FIVE for folder in ("terms", "embed/term")}
    of_terms |= {f"embed/term/{one}/use/index.html" for one in FIVE}
    assert pages == {"404.html", "index.html", "terms/index.html"} | of_terms
    searched = {path for path in plain if path.startswith("search/")}
    assert len(searched) > 1
    for path in (*pages, *searched, "sitemap.xml", "assets/hornbook/names.json"):
        found = OF_LOGIC.search(plain[path].decode())
        assert found is None, (path, found)
    assert tabs(plain) == ["Home", "Terms"]


def test_a_text_gives_the_short_definition_and_links_other_terms(plain: dict[str, bytes]) -> None:
    page = LexborHTMLParser(plain["terms/simmer/index.html"].decode())
    lead = page.css_first("article .kb-lead")
    assert lead is not None
    assert " ".join(lead.text().split()) == FIVE["simmer"]
    assert [link.attributes["href"] for link in lead.css("a")] == ["../boil/"]
    description = page.css_first('meta[name="description"]')
    assert description is not None
    assert description.attributes["content"] == "To cook in water that would soon boil."
    assert page.css_first(".kb-chip") is None, "all terms are of one kind"
