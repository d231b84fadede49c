"""What may stand in `docs/`: nothing where the site writes, nothing twice, no name that some system cannot have."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from hornbook.addresses import RESERVED, RESERVED_IDS, folded, page_address, reserved_by, site_path
from hornbook.load import find_assets, load
from hornbook.load.text.characters import name_mistake
from tests.load.project import found, loaded_with


def problems(folder: Path, names: Iterable[str]) -> list[tuple[str, str]]:
    for name in names:
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Mine\n", encoding="utf-8")
    return [(one.code, one.place.path) for one in find_assets(folder)[1]]


@pytest.mark.parametrize(
    "name",
    [
        "explore/index.md",
        "explore.md",
        "explore/README.md",
        "terms.md",
        "Terms.md",
        "TERMS/mine.md",
        "terms/index.md",
        "terms/rain.md",
        "terms/picture.png",
        "faq.md",
        "sources.md",
        "sources/bibliography.json",
        "frameworks/compare.md",
        "diagrams/wetness.svg",
        "contribute/codes.md",
        "contribute/Codes/index.md",
        "quiz.md",
        "search/search_index.json",
        "search.json",
        "search.md",
        "assets/hornbook/card.png",
        "assets/hornbook.md",
        "assets/javascripts/bundle.json",
        "404.md",
        "404/index.md",
    ],
)
def test_what_the_site_writes_itself_is_kept_free(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, [name]) == [("file-reserved", f"docs/{name}")]


@pytest.mark.parametrize(
    "name",
    [
        "index.md",
        "README.md",
        "terms-of-use.md",
        "contribute.md",
        "contribute/index.md",
        "contribute/codes-of-conduct.md",
        "assets/picture.png",
        "assets.md",
        "explorer.md",
        "searching.json",
        "about/terms.md",
        "été.md",
    ],
)
def test_everything_else_may_be_written_by_hand(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, [name]) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/index.md", "a.md"),
        ("A.md", "a.md"),
        ("README.md", "index.md"),
        ("a/README.md", "a.md"),
        ("A/b.md", "a/B.md"),
        ("data.json", "data.json.md"),
        ("data.json/index.md", "data.json.md"),
        ("INDEX.md", "index.md"),
        ("A.png", "a.png"),
        ("é.md", "e\u0301.md"),
    ],
)
def test_two_files_that_would_be_one_on_the_site_are_refused(tmp_path: Path, first: str, second: str) -> None:
    reported = problems(tmp_path, [first, second])
    assert [code for code, _ in reported] == ["file-reserved"]
    assert reported[0][1] in {f"docs/{first}", f"docs/{second}"}


def test_a_clash_names_the_other_file(tmp_path: Path) -> None:
    problems(tmp_path, ["a.md", "a/index.md"])
    (clash,) = find_assets(tmp_path)[1]
    assert clash.place.path == "docs/a.md"
    assert "`docs/a/index.md`" in clash.message
    assert [related.place.path for related in clash.related] == ["docs/a/index.md"]


@pytest.mark.parametrize("name", ["_config.yaml", "vercel.json", "a/StaticWebApp.config.json", "_routes.json"])
def test_what_hosts_take_for_their_settings_is_refused(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, [name]) == [("file-kind", f"docs/{name}")]
    assert problems(tmp_path, ["config.yaml", "data/routes-of-birds.json"]) == [("file-kind", f"docs/{name}")]


def test_files_of_one_folder_and_a_page_beside_it_do_not_clash(tmp_path: Path) -> None:
    assert problems(tmp_path, ["a.md", "a/b.md", "a/picture.png", "a/b/c.md"]) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a:b.md", "`:`"),
        ("a\\b.md", "`\\`"),
        ("a*.md", "`*`"),
        ("a?.md", "`?`"),
        ("a#b.md", "`#`"),
        ("a%20b.md", "`%`"),
        ("a\nb.md", "U+000A"),
        ("a\x1bb.md", "U+001B"),
        ("a\u202eb.md", "U+202E"),
        (" a.md", "space"),
        ("a.md ", "space"),
        ("a.", "dot"),
        ("nul.md", "device"),
        ("COM1", "device"),
        ("Aux.tar.png", "device"),
        (os.fsdecode(b"a\xff.md"), "UTF-8"),
    ],
)
def test_a_name_that_no_address_or_some_system_cannot_have_is_refused_once(
    tmp_path: Path, name: str, reason: str
) -> None:
    mistake = name_mistake(name)
    assert mistake is not None
    assert reason in mistake.message
    assert mistake.shown.isprintable()
    loaded_with(tmp_path, {})
    project = tmp_path / "project"
    (project / "docs" / name).write_text("# Mine\n", encoding="utf-8")
    assert found(load(project)) == [("file-name", f"docs/{mistake.shown}:1:1")]
    assert find_assets(project)[1] == []


def test_a_folder_of_such_a_name_is_refused_with_everything_in_it(tmp_path: Path) -> None:
    assert found(loaded_with(tmp_path, {"docs/a:b/c.md": "# Mine\n", "docs/a:b/d:e.md": "# Mine\n"})) == [
        ("file-name", "docs/a:b:1:1")
    ]
    assert find_assets(tmp_path / "project")[1] == []


@pytest.mark.parametrize("name", ["a.md", "a b.md", "é.md", "日本.png", "console.md", "com10.md", "a..b.md", "a'b.md"])
def test_other_names_are_welcome(name: str) -> None:
    assert name_mistake(name) is None


def test_hidden_files_may_be_called_anything(tmp_path: Path) -> None:
    assert found(loaded_with(tmp_path, {"docs/.a:b": "x"})) == []


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("a.md", "a/"),
        ("a/index.md", "a/"),
        ("a/README.md", "a/"),
        ("a/readme.md", "a/readme/"),
        ("a/b.md", "a/b/"),
        ("myindex.md", "myindex/"),
    ],
)
def test_a_page_stands_where_the_engines_put_it(path: str, address: str) -> None:
    assert page_address(path) == address
    assert site_path(path) == f"{address}index.html"


def test_reserved_folders_do_not_lie_inside_each_other() -> None:
    assert not [(one, other) for one in RESERVED for other in RESERVED if one != other and one.startswith(other)]
    assert {"terms/", "explore/", "contribute/codes/", "assets/hornbook/", "search/"} <= {*RESERVED}
    assert {*RESERVED_IDS} == {"index", "compare", "term", "claim", "404", "search", "assets", "schema"}


def test_names_are_compared_as_the_most_careless_disk_does() -> None:
    assert folded("É/STRASSE.md") == folded("e\u0301/straße.md")
    assert reserved_by("ter") is None
