"""What tests of imports share: files that were read, what is written of them, and what it says."""

from pathlib import Path

from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.diagnostics import Diagnostic
from hornbook.imports.projects import Imported, imported
from hornbook.imports.values import Vocabulary
from hornbook.load import load
from hornbook.model import KnowledgeBase

NOWHERE = Path("/nowhere")


def vocabulary(found: Vocabulary | Diagnostic) -> Vocabulary:
    assert isinstance(found, Vocabulary), found
    return found


def unread(found: Vocabulary | Diagnostic) -> Diagnostic:
    """Why a file could not be read; each says what to do."""
    assert isinstance(found, Diagnostic), found
    assert found.code == "import-unreadable"
    assert found.hint
    return found


def written(found: Vocabulary | Diagnostic, target: Path = NOWHERE) -> Imported:
    """What is to be written, which is in order."""
    done = imported(target, vocabulary(found))
    assert isinstance(done, Imported), done
    assert done.errors == ()
    return done


def knowledge_in(done: Imported) -> KnowledgeBase:
    loaded = load(NOWHERE, {path: text for path, text in done.changes.written.items() if path.startswith("glossary/")})
    assert loaded.knowledge is not None, loaded.diagnostics
    return loaded.knowledge


def losses(done: Imported) -> dict[str, int]:
    """How many of what was left out or changed."""
    found: dict[str, int] = {}
    for loss in done.losses:
        found[loss.what] = found.get(loss.what, 0) + 1
    return found


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(hornbook, arguments)
    return done.exit_code, done.output
