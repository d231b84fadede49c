"""Edits of the sample project, for tests of what follows a change."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        file = root / path
        if file.exists():
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return edit


def written(path: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / path).write_text(text, encoding="utf-8")

    return edit


def removed(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink(missing_ok=True)


EDITS = st.sampled_from(["rhombus", "square", "planar", "kite"]).flatmap(
    lambda term: st.sampled_from(
        [
            replaced(f"glossary/terms/{term}.yaml", "short: ", "short: Once more, "),
            replaced(f"glossary/terms/{term}.yaml", "label: ", "label: New "),
            replaced(f"glossary/terms/{term}.yaml", "label: ", "# a line more\nlabel: "),
            replaced(f"glossary/terms/{term}.yaml", "short: ", "tags: [corner]\nshort: "),
            removed(f"glossary/terms/{term}.yaml"),
            replaced("glossary/frameworks/plane.yaml", f"{term}", "rectangle"),
            replaced("diagrams/by-definition.yaml", "title: ", "title: Another "),
        ]
    )
) | st.sampled_from(
    [
        written("glossary/terms/extra.yaml", "label: Extra\nkind: condition\nshort: A term more, and a square.\n"),
        removed("glossary/terms/extra.yaml"),
        written("docs/more.md", "# More\n\nOn a [square](terms/square/index.md).\n"),
        removed("docs/more.md"),
        removed("glossary/faq/what-makes-a-square.yaml"),
        removed("diagrams/by-diagonals.yaml"),
        replaced("glossary/faq/what-makes-a-square.yaml", "verdict: refuted", "verdict: open"),
        replaced("glossary/glossary.yaml", "title: ", "title: The "),
        replaced("glossary/glossary.yaml", "licence: ", "licence: Once "),
        replaced(
            "glossary/glossary.yaml", "framework: plane", "framework: plane\noutputs: {diagrams: [svg], wide: []}"
        ),
        replaced("glossary/glossary.yaml", "framework: plane", "framework: plane\nmathematics: false"),
        replaced("glossary/glossary.yaml", "framework: plane", "framework: plane\ntags: [corner]"),
        replaced("mkdocs.yml", "permalink: true", "permalink: false"),
        removed("mkdocs.yml"),
        written("docs/note.txt", "a file to be copied"),
    ]
)
