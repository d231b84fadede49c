"""The scripts that are served: made from their parts as they are, small, and alone with what they may do."""

import gzip
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "builder" / "hornbook" / "theme"
PARTS = sorted((THEME / "scripts").glob("*.js"))


def test_the_scripts_are_those_that_their_parts_give() -> None:
    pytest.importorskip("minify", reason="the minifier has no wheel for this system")
    program = importlib.util.spec_from_file_location("script", ROOT / "tools" / "script.py")
    assert program is not None
    assert program.loader is not None
    module = importlib.util.module_from_spec(program)
    program.loader.exec_module(module)
    assert {f"{part}.js" for parts in module.SCRIPTS.values() for part in parts} == {path.name for path in PARTS}
    for name in module.SCRIPTS:
        kept = (THEME / name).read_text(encoding="utf-8")
        assert kept == module.script(name), "run `python tools/script.py`"
    assert (THEME / "words.json").read_text(encoding="utf-8") == module.words(), "run `python tools/script.py`"


LARGEST = {
    "hornbook.js": 14200,
    "moved.js": 400,
    "finder.js": 1600,
    "check.js": 1500,
    "nearest.js": 1800,
    "embed.js": 1100,
    "previews.js": 4096,
}
"""As many bytes each may have, compressed."""


def test_all_of_our_javascript_is_small() -> None:
    scripts = {path.name: path for path in THEME.glob("*.js")}
    assert scripts.keys() == LARGEST.keys()
    for name, path in scripts.items():
        assert len(gzip.compress(path.read_bytes(), mtime=0)) <= LARGEST[name], name


def test_what_a_script_says_rests_on_no_page_s_encoding() -> None:
    assert all(path.read_bytes().isascii() for path in THEME.glob("*.js"))


FETCHED = {
    "search": ("document.currentScript.src",),
    "nearest": ("document.currentScript.src", """fetch(new URL("names.json", HERE))"""),
    "anywhere": ('new URL("../", script.src)', "fetch(`${root}api/v1/terms.json`, "),
    "explorer": ("fetch(kbFrom)",),
    "rows": ("fetch(kbElsewhere)",),
    "finder": ("fetch(new URL(`${name}.json`, SEARCH))",),
}
"""What a part fetches, from beside its script or from its site: one thing, once a reader wants it.

What stands in such an attribute was written by the builder, relative to the page.
"""
FORBIDDEN = (
    "fetch",
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "import",
    "eval",
    "Function",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "cookie",
    ".src",
)


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_no_part_fetches_runs_text_or_writes_markup(part: Path) -> None:
    code = re.sub(r"^\s*//.*$", "", part.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for allowed in FETCHED.get(part.stem, ()):
        assert code.count(allowed) == 1
        code = code.replace(allowed, "")
    assert [word for word in FORBIDDEN if re.search(rf"(?<!\w){re.escape(word)}\b", code)] == []


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_every_part_begins_by_saying_what_it_is(part: Path) -> None:
    assert part.read_text(encoding="utf-8").startswith("// ")
