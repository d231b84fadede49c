"""Write the tree of the package's modules, with the first sentence of each docstring, into docs/architecture.md.

A development program; run it as `python tools/tree.py` after a module came, went or changed its first sentence.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "builder" / "hornbook"
PAGE = ROOT / "docs" / "architecture.md"
_BLOCK = re.compile(r"(## Every module\n\n[^\n]*\n\n\?\?\? [^\n]*\n\n {4}```text\n).*?( {4}```\n)", re.DOTALL)


def tree() -> str:
    """The modules, each folder after the files beside it, with what they hold."""
    return "".join(f"    {line}\n" for line in _lines(PACKAGE, 0))


def page_with_tree(page: str) -> str:
    """The architecture page with the tree as it is now."""
    found = _BLOCK.search(page)
    if found is None:
        raise SystemExit("docs/architecture.md has no block for the tree")
    return page[: found.end(1)] + tree() + page[found.start(2) :]


def _lines(folder: Path, depth: int) -> Iterator[str]:
    for path in sorted(folder.glob("*.py")):
        if not path.name.startswith("__"):
            yield _line(path.name, path, depth)
    for inner in sorted(path for path in folder.iterdir() if (path / "__init__.py").exists()):
        yield _line(f"{inner.name}/", inner / "__init__.py", depth)
        yield from _lines(inner, depth + 1)


def _line(name: str, module: Path, depth: int) -> str:
    said = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").partition("\n\n")[0]
    return f"{'  ' * depth}{name:<{24 - 2 * depth}}  {' '.join(said.split())}"


if __name__ == "__main__":
    PAGE.write_text(page_with_tree(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
