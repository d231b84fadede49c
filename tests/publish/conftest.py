"""A small site that a real engine built, once for all tests."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hornbook.publish import Engine, read_tree, run_engine

SITE_URL = "https://example.org/shapes/"
EPOCH = 1_700_000_000

CONFIG = """
site_name: Shapes
site_url: https://example.org/shapes/
edit_uri: https://example.org/edit/main/docs/
docs_dir: docs
theme:
  name: material
  custom_dir: theme
  font: false
  features:
    - announce.dismiss
    - content.action.edit
    - content.action.view
    - content.code.copy
    - navigation.footer
    - navigation.indexes
    - navigation.instant
    - navigation.instant.progress
    - navigation.path
    - navigation.tabs
    - navigation.top
    - search.highlight
    - search.share
    - search.suggest
    - toc.follow
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/brightness-7, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/brightness-4, name: Light}
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - tables
  - toc: {permalink: true}
nav:
  - index.md
  - Terms:
      - terms/index.md
      - terms/square/index.md
"""

PAGES = {
    "index.md": """---
title: Home
description: Four corners
json_ld: {"@type": "WebSite"}
---
# Shapes

A [square](terms/square/index.md#sides) has four sides.[^1]

[^1]: All equal.

| shape | sides |
|---|:-:|
| square | 4 |

!!! note "Mind"
    A note.

??? tip "Folded"
    More.

=== "One"
    x

=== "Two"
    y

```python
print(4)
```
""",
    "terms/index.md": "# Terms\n\n- [Square](square/index.md)\n",
    "terms/square/index.md": "# Square\n\n## Sides\n\nBEGIN\n\n[Home](../../index.md) [Terms](../)\n",
}

THEME = """{% extends "base.html" %}
{% block extrahead %}{% if page and page.meta and page.meta.json_ld -%}
<script type="application/ld+json">{{ page.meta.json_ld | tojson }}</script>
{%- endif %}{% endblock %}
{% block announce %}New squares{% endblock %}
"""

Build = Callable[..., dict[str, bytes]]


def write_project(root: Path, pages: Mapping[str, str], config: str = CONFIG) -> None:
    for name, content in {f"docs/{path}": text for path, text in pages.items()}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    (root / "theme").mkdir()
    (root / "theme/main.html").write_text(THEME, encoding="utf-8")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds a site of these pages with a real engine."""

    def built(
        pages: Mapping[str, str] = PAGES, engine: Engine = Engine.MKDOCS, config: str = CONFIG
    ) -> dict[str, bytes]:
        root = tmp_path_factory.mktemp("project")
        write_project(root, pages, config)
        result = run_engine(engine, root, EPOCH, Path(sys.executable))
        assert result.status == 0, result
        files = read_tree(root / "site")
        assert isinstance(files, dict), files
        return files

    return built


@pytest.fixture(scope="session")
def material(build: Build) -> dict[str, bytes]:
    """A finished site of three pages, with search, colour schemes, tabs, paths and edit links."""
    return build()


@pytest.fixture(scope="session")
def config() -> str:
    """The settings that these pages are built with."""
    return CONFIG


@pytest.fixture(scope="session")
def site_url() -> str:
    return SITE_URL


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    return dict(PAGES)
