"""The settings that an engine is given: the owner's stay, what they lack is ours, and what is decided is decided."""

from typing import Any

import pytest
import yaml

from hornbook.load import EngineSettings, merged_settings
from hornbook.publish import decided_settings, default_settings

DEFAULTS = default_settings()
FACTS = {"site_name": "Tea & cake"}


def merged(text: str, *empty: str, nav: Any = None) -> dict[str, Any]:
    ours = {**DEFAULTS, "nav": nav or [{"Home": "index.md"}]}
    written = merged_settings(EngineSettings(text=text), ours, decided_settings(FACTS, "de"), empty)
    settings: dict[str, Any] = yaml.safe_load(written)
    return settings


@pytest.mark.parametrize("text", ["", "# nothing\n", "theme:\n", "nav: null\n"])
def test_who_says_nothing_gets_everything(text: str) -> None:
    settings = merged(text)
    expected = {**DEFAULTS, "theme": {**DEFAULTS["theme"], "custom_dir": "theme", "language": "de"}}  # type: ignore[dict-item]
    assert {name: settings[name] for name in DEFAULTS} == expected
    assert settings["nav"] == [{"Home": "index.md"}]
    assert settings["site_name"] == "Tea &amp; cake"


def test_what_the_owner_says_stays_beside_ours() -> None:
    settings = merged(
        "theme: {palette: {scheme: slate}, icon: {repo: fontawesome/brands/git}}\nextra_css: [mine.css]\n"
        "extra_javascript: [{path: mine.js, defer: true}]\nrepo_url: https://example.org/\n"
    )
    assert settings["theme"]["palette"] == {"scheme": "slate"}
    assert settings["theme"]["icon"] == {"repo": "fontawesome/brands/git", "logo": "hornbook/mark"}
    assert settings["extra_css"] == ["assets/hornbook/hornbook.css", "mine.css"]
    assert settings["extra_javascript"] == ["assets/hornbook/hornbook.js", {"path": "mine.js", "defer": True}]
    assert settings["repo_url"] == "https://example.org/"


def test_a_theme_may_be_named_shortly() -> None:
    assert merged("theme: material\n")["theme"]["favicon"] == "assets/hornbook/favicon.svg"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[search]", [*DEFAULTS["plugins"]]),  # type: ignore[misc]
        ("[tags]", [*DEFAULTS["plugins"], "tags"]),  # type: ignore[misc]
        ("[{search: {pipeline: [stemmer]}}]", [{"search": {"pipeline": ["stemmer"], "separator": None}}]),
    ],
)
def test_options_that_the_owner_does_not_give_are_ours(written: str, expected: list[Any]) -> None:
    found = merged(f"plugins: {written}\n")["plugins"]
    for entry in expected:
        if isinstance(entry, dict) and entry["search"].get("separator") is None:
            entry["search"]["separator"] = found[0]["search"]["separator"]
    assert found == expected


def test_what_pages_are_read_with_is_there_whatever_else_is() -> None:
    settings = merged("markdown_extensions: [abbr, {toc: {title: Contents}}]\n")
    assert settings["markdown_extensions"] == [
        "attr_list",
        "abbr",
        {"toc": {"title": "Contents", "permalink": True, "permalink_title": "Link to this section"}},
    ]


def test_what_is_decided_wins_and_tags_reach_the_engine() -> None:
    text = "docs_dir: pages\nextra: {emoji: !!python/name:material.extensions.emoji.twemoji }\nsite_url: !ENV [HERE]\n"
    written = merged_settings(EngineSettings(text=text), DEFAULTS, decided_settings(FACTS, "de")).decode()
    assert "docs_dir: docs\n" in written
    assert "pages" not in written
    assert "!!python/name:material.extensions.emoji.twemoji" in written
    assert "!ENV" in written


def test_entries_of_the_navigation_with_nothing_on_them_are_left_out() -> None:
    nav = "[index.md, Quiz: quiz/index.md, More: [examples/index.md, Old: quiz/index.md], Terms: terms/index.md]"
    settings = merged(f"nav: {nav}\n", "quiz/index.md", "examples/index.md")
    assert settings["nav"] == ["index.md", {"Terms": "terms/index.md"}]
