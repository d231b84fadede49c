"""Only settings that are known through and through let a page be taken for what was made of it alone."""

import pytest

from hornbook.load import pages_in_navigation

PLAIN = "theme: {name: material}\nplugins: [search]\nmarkdown_extensions: [attr_list, toc: {permalink: true}]\n"
NAV = "nav:\n  - Home: index.md\n  - Terms:\n      - terms/index.md\n      - More: [a/index.md]\n"


def test_the_pages_of_the_navigation_are_named() -> None:
    assert pages_in_navigation((PLAIN + NAV).encode()) == frozenset({"index.md", "terms/index.md", "a/index.md"})


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "[]",
        "- a",
        "a: !!python/name:os.system x",
        "{",
        PLAIN,
        PLAIN + NAV + "hooks: [hook.py]\n",
        PLAIN + NAV + "INHERIT: other.yml\n",
        (PLAIN + NAV).replace("material", "readthedocs"),
        (PLAIN + NAV).replace("[search]", "[search, tags]"),
        (PLAIN + NAV).replace("[search]", "[search, macros: {}]"),
        (PLAIN + NAV).replace("[search]", "search"),
        (PLAIN + NAV).replace("attr_list", "pymdownx.snippets"),
        (PLAIN + NAV).replace("attr_list", "abbr: {glossary: {HTML: Hypertext}}"),
        PLAIN + NAV + "not_in_nav: |\n  /terms/*/\n  !/terms/a*/\n",
        (PLAIN + NAV).replace("attr_list", "!!python/name:os.system x"),
    ],
)
def test_nothing_is_known_of_other_settings(settings: str) -> None:
    assert pages_in_navigation(settings.encode()) is None
