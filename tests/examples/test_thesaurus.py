"""The thesaurus among the examples is what an import makes of its file, and nothing else."""

from pathlib import Path

from hornbook.edits.values import Refusal
from hornbook.imports.projects import imported
from hornbook.imports.skos import read_skos
from hornbook.imports.values import Vocabulary
from tests.where import EXAMPLES

THESAURUS = EXAMPLES / "thesaurus"
FILE = "instruments.ttl"


def test_importing_again_gives_the_files_that_are_kept(tmp_path: Path) -> None:
    """If it does not: run the command of its README, and put the new `glossary/` in place of the old one."""
    vocabulary = read_skos(FILE, (THESAURUS / FILE).read_bytes(), "en")
    assert isinstance(vocabulary, Vocabulary)
    done = imported(tmp_path / THESAURUS.name, vocabulary)
    assert not isinstance(done, Refusal)
    made = {path: text for path, text in done.changes.written.items() if path.startswith("glossary/")}
    kept = {
        path.relative_to(THESAURUS).as_posix(): path.read_text(encoding="utf-8")
        for path in (THESAURUS / "glossary").rglob("*.yaml")
    }
    assert made == kept
