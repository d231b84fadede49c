"""Make `theme/hornbook.js` of the package, the one script of the site, from its parts in `theme/scripts/`.

A development program; run it as `python tools/script.py` after a change of a part. All parts share one scope of
their own; tdewolff's minifier drops comments and spaces and shortens names. It has been seen to move a destructuring
whose value begins with a bracket before the constants that it uses; the tests in `tests/browser` run what it made.
"""

from pathlib import Path

import minify

THEME = Path(__file__).resolve().parent.parent / "builder" / "hornbook" / "theme"
TARGET = THEME / "hornbook.js"
PARTS = (
    "elements",
    "frame",
    "previews",
    "logic",
    "answers",
    "sentences",
    "lighting",
    "explained",
    "examples",
    "rows",
    "explorer",
    "proofs",
    "terms",
    "quiz",
    "search",
    "start",
)
"""In an order in which each uses only what stands before it."""


def main() -> None:
    """Write the script."""
    TARGET.write_text(script(), encoding="utf-8")


def script() -> str:
    """The script as it is served."""
    source = "".join((THEME / "scripts" / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    small: str = minify.string("text/javascript", f'(() => {{\n"use strict";\n{source}}})();')
    return small + "\n"


if __name__ == "__main__":
    main()
