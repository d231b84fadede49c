"""Say which words of pages stand in no catalogue: `python -m tests.language.left [PART OF A PATH]`."""

import re
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from hornbook.cache import NOTHING_KEPT
from hornbook.language import speaking
from hornbook.load import load
from hornbook.reasoning.scopes import reason_about
from hornbook.site import _built
from tests.language.pseudo import Pseudo, not_said, text_keys, write_in_cyrillic

NAMES = frozenset(
    (
        *("BibTeX", "CSL", "JSON", "SVG", "PNG", "PDF", "DOT", "Mermaid", "Markdown", "HTML", "YAML", "GitHub"),
        *("Docusaurus", "Jupyter", "LaTeX", "README", "Sphinx", "Wikidata", "SMT", "LIB", "Lean", "LRAT", "CNF"),
    )
)
"""Names of formats and products, the same in every language."""


def built_in_circles() -> tuple[dict[str, bytes], frozenset[str]]:
    """What the example project is built to, every message in circled letters and every text of it in Cyrillic ones.

    And the words that are in Latin letters rightly.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        shutil.copytree(str(files("hornbook") / "example"), project)
        write_in_cyrillic(project, text_keys())
        loaded = load(project)
        assert loaded.knowledge is not None, [str(one) for one in loaded.diagnostics]
        ids = re.findall(r"[A-Za-z]{2,}", " ".join(str(path.relative_to(project)) for path in project.rglob("*")))
        ids += re.findall(r"[A-Za-z]{2,}", " ".join(path.read_text() for path in project.rglob("*.yaml")))
        with speaking(Pseudo()):
            built = _built(reason_about(loaded.knowledge), {}, NOTHING_KEPT)
    return built, frozenset(ids) | NAMES


_OF_ENGINES = "theme/"
"""Templates, whose words are ours."""


def words_left() -> dict[str, list[str]]:
    """What readers see in Latin letters, by path."""
    left = not_said(*built_in_circles())
    return {path: lines for path, lines in left.items() if not path.startswith(_OF_ENGINES)}


if __name__ == "__main__":
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    for path, lines in words_left().items():
        if part in path:
            print(path)
            for line in lines:
                print("   ", line[:150])
