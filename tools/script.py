"""Make the scripts that are served, in `theme/` of the package, from their parts in `theme/scripts/`.

A development program; run it as `python tools/script.py` after a change of a part. All parts of a script share one
scope of their own; tdewolff's minifier drops comments and spaces and shortens names. It has been seen to move a
destructuring whose value begins with a bracket before the constants that it uses; the tests in `tests/browser` run
what it made.
"""

from pathlib import Path

import minify

THEME = Path(__file__).resolve().parent.parent / "builder" / "hornbook" / "theme"
PARTS = (
    "make",
    "elements",
    "frame",
    "cards",
    "previews",
    "propagation",
    "derivations",
    "logic",
    "answers",
    "sentences",
    "lighting",
    "explained",
    "examples",
    "rows",
    "explorer",
    "proofs",
    "checking",
    "follows",
    "terms",
    "quiz",
    "search",
    "start",
)
"""Those of the one script of the site's pages, in an order in which each uses only what stands before it."""
SCRIPTS = {
    "hornbook.js": PARTS,
    "moved.js": ("moved",),
    "finder.js": ("finder",),
    "check.js": ("check",),
    "embed.js": ("embed", "copying"),
    "previews.js": ("make", "cards", "anywhere"),
}
"""The parts of each script: of our pages, then those that are asked for, or stand on pages of other kinds."""


def main() -> None:
    """Write the scripts."""
    for name in SCRIPTS:
        (THEME / name).write_text(script(name), encoding="utf-8")


def script(name: str) -> str:
    """A script as it is served."""
    source = "".join((THEME / "scripts" / f"{part}.js").read_text(encoding="utf-8") for part in SCRIPTS[name])
    small: str = minify.string("text/javascript", f'(() => {{\n"use strict";\n{source}}})();')
    return small + "\n"


if __name__ == "__main__":
    main()
