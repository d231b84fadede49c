"""What is dangerous in `mkdocs.yml` is found, however it is written: the engines read aliases, merge keys and tags."""

from importlib import import_module
from pathlib import Path

import pytest

from hornbook.load import load
from hornbook.load.engine_settings import read_engine_settings
from hornbook.load.engine_unknown import KNOWN
from tests.test_cases import CASES, laid_out

TOOLTIPS = "with `content.tooltips` the theme reads the titles of links as HTML"
TEMPLATE = "`a.svg` would be run as a template"
INHERITED = "settings that are inherited from another file are not looked at"
PROGRAM = "has the engine run a program while it reads its settings"


def refused(folder: Path, text: str | bytes) -> list[tuple[str, str, str]]:
    """Code, line and column, and message of each setting that is refused."""
    (folder / "mkdocs.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    found = read_engine_settings(folder).diagnostics
    return [(one.code, f"{one.place.line}:{one.place.column}", one.message) for one in found]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("x: &f [content.tooltips]\ntheme: {features: *f}\n", "1:8", TOOLTIPS),
        ("x: &b {features: [content.tooltips]}\ntheme:\n  <<: *b\n  name: material\n", "1:19", TOOLTIPS),
        ("x: &b {features: [content.tooltips]}\ntheme: {<<: [*b, {name: a}]}\n", "1:19", TOOLTIPS),
        ("x: &t content.tooltips\ntheme:\n  features:\n    - *t\n", "1:4", TOOLTIPS),
        ('theme: {features: ["content\\x2etooltips"]}\n', "1:20", TOOLTIPS),
        ("theme: {features: [!!str content.tooltips]}\n", "1:20", TOOLTIPS),
        ("theme: {features: [!ENV [NOWHERE, content.tooltips]]}\n", "1:35", TOOLTIPS),
        ("theme: {features: [a], features: [content.tooltips]}\n", "1:35", TOOLTIPS),
        ("theme:\n  features:\n  - >-\n    content.tooltips\n", "3:5", TOOLTIPS),
        ("x: &t [a.svg]\nextra_templates: *t\n", "1:8", TEMPLATE),
        ("<<: {extra_templates: [a.svg]}\n", "1:24", TEMPLATE),
        ("<<: [{a: b}, {extra_templates: [a.svg]}]\n", "1:33", TEMPLATE),
        ("x: &all {extra_templates: [a.svg]}\n<<: *all\n", "1:28", TEMPLATE),
        ('"extra\\x5ftemplates": [a.svg]\n', "1:24", TEMPLATE),
        ("? extra_templates\n: - a.svg\n", "2:5", TEMPLATE),
        ("x: &k extra_templates\n*k : [a.svg]\n", "2:7", TEMPLATE),
        ("? !!str extra_templates\n: [!ENV [a.svg]]\n", "2:10", TEMPLATE),
        ("INHERIT: other.yml\n", "1:1", INHERITED),
        ("<<: {INHERIT: other.yml}\n", "1:6", INHERITED),
        ("x: &i {INHERIT: other.yml}\n<<: *i\n", "1:8", INHERITED),
        ("x: &i INHERIT\n*i : other.yml\n", "1:4", INHERITED),
        ('"\\x49NHERIT": other.yml\n', "1:1", INHERITED),
        ("x: &p !!python/object/apply:os.system ['true']\ny: *p\n", "1:4", PROGRAM),
        ("<<: {x: !!python/object/apply:os.system ['true']}\n", "1:9", PROGRAM),
        ("x: !<tag:yaml.org,2002:python/object/apply:os.system> ['true']\n", "1:4", PROGRAM),
        ("x: !!python%2Fobject/apply:os.system ['true']\n", "1:4", PROGRAM),
        ("%TAG !y! tag:yaml.org,2002:python/\n---\nx: !y!object/apply:os.system ['true']\n", "3:4", PROGRAM),
        ("%TAG ! tag:yaml.org,2002:\n---\nx: !python/module:os\n", "3:4", PROGRAM),
        ("? !!python/object/apply:os.system ['true']\n: x\n", "1:3", PROGRAM),
        ("x: !!python/name:os.system\n", "1:4", PROGRAM),
    ],
)
def test_no_way_of_writing_hides_a_dangerous_setting(tmp_path: Path, text: str, place: str, message: str) -> None:
    (one,) = refused(tmp_path, text)
    assert one[:2] == ("settings-unsafe", place)
    assert message in one[2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: b\n---\nINHERIT: other.yml\n", "yaml-many-documents"),
        ("x: *unknown\n", "yaml-syntax"),
        ("INHERIT: other.yml".encode("utf-16"), "file-encoding"),
    ],
)
def test_what_cannot_be_read_as_engines_read_it_is_refused(tmp_path: Path, text: str | bytes, code: str) -> None:
    assert code in {one[0] for one in refused(tmp_path, text)}


def test_what_an_alias_stands_for_is_told_once(tmp_path: Path) -> None:
    text = "x: &f [content.tooltips]\ntheme: {features: *f}\ny: *f\n<<: {z: *f}\n"
    assert [place for _, place, _ in refused(tmp_path, text)] == ["1:8"]


def test_what_is_harmless_may_be_written_so_too(tmp_path: Path) -> None:
    text = "x: &f [search.suggest]\ntheme: &t {features: *f}\nextra: {<<: *t}\nextra_templates: []\n"
    text += "emoji: !!python/name:material.extensions.emoji.twemoji\n"
    assert refused(tmp_path, text) == []


ASKED = "validation: {omitted_files: warn}\n"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (f"nav: [index.md]\n{ASKED}", ["docs/new/page.md"]),
        ("nav: [index.md]\nvalidation: {nav: {omitted_files: warn}}\n", ["docs/new/page.md"]),
        (f"nav: [index.md, Later: [New: new/page/index.md]]\n{ASKED}", []),
        ("nav: [index.md]\nvalidation: {omitted_files: info}\n", []),
        ("nav: [index.md]\n", []),
        (ASKED, []),
        (f"nav: [index.md]\nnot_in_nav: /new/*/\n{ASKED}", []),
        (f"nav: [index.md]\nnot_in_nav: |\n  # later\n  page/\n{ASKED}", []),
        (f"nav: [index.md]\nnot_in_nav: /page/\n{ASKED}", ["docs/new/page.md"]),
        (f"nav: [index.md]\nnot_in_nav: '**/page'\n{ASKED}", []),
    ],
)
def test_a_page_that_the_navigation_lacks_is_told_where_settings_ask_for_all(
    tmp_path: Path, settings: str, told: list[str]
) -> None:
    project = laid_out(CASES / "_base", tmp_path / "project")
    (project / "docs/new").mkdir()
    (project / "docs/new/page.md").write_text("# New\n\nWords.\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    found = [one for one in load(project).diagnostics if one.code == "settings-nav"]
    assert [one.place.path for one in found] == told
    assert all("add `- new/page/index.md` to `nav`" in (one.hint or "") for one in found)


def test_a_setting_that_none_has_is_told_where_its_name_begins_even_if_that_is_a_list(tmp_path: Path) -> None:
    project = laid_out(CASES / "_base", tmp_path / "project")
    (project / "mkdocs.yml").write_text("site_nam: A\n? [plugins]\n: []\n", encoding="utf-8")
    found = [one.place for one in load(project).diagnostics if one.code == "settings-unknown"]
    assert [(place.line, place.column) for place in found] == [(1, 1), (2, 3)]


def test_every_setting_of_the_engines_is_known_and_no_other() -> None:
    mkdocs, properdocs = (import_module(f"{name}.config.defaults") for name in ("mkdocs", "properdocs"))
    for schema in (mkdocs.MkDocsConfig._schema, properdocs.ProperDocsConfig._schema):
        assert {name for name, _ in schema} == KNOWN - {"INHERIT"}
