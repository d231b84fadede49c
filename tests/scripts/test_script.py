"""The site's one script: made from its parts as they are, small, and alone with what it may do."""

import gzip
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "builder" / "hornbook" / "theme"
PARTS = sorted((THEME / "scripts").glob("*.js"))


def test_the_script_is_the_one_that_its_parts_give() -> None:
    pytest.importorskip("minify", reason="the minifier has no wheel for this system")
    program = importlib.util.spec_from_file_location("script", ROOT / "tools" / "script.py")
    assert program is not None
    assert program.loader is not None
    module = importlib.util.module_from_spec(program)
    program.loader.exec_module(module)
    assert {f"{part}.js" for part in module.PARTS} == {path.name for path in PARTS}
    kept = (THEME / "hornbook.js").read_text(encoding="utf-8")
    assert kept == module.script(), "run `python tools/script.py`"


def test_all_of_our_javascript_is_at_most_13_kb_compressed() -> None:
    scripts = [path for path in THEME.rglob("*.js") if path.parent == THEME]
    assert {path.name for path in scripts} == {"hornbook.js", "moved.js"}
    assert sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in scripts) <= 13000


FETCHED = {
    "search": ("document.currentScript.src", """fetch(new URL("names.json", HERE))"""),
    "explorer": ("fetch(kbFrom)",),
    "rows": ("fetch(kbElsewhere)",),
}
"""What is fetched, by part: names once a reader searches, and what the explorer of a large framework must know.

Whatever stands in such an attribute was written by the builder, relative to the page.
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
