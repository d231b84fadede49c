"""A project as an editor has it open: what was found in it, and what it meant when it was last in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hornbook.diagnostics import Diagnostic
from hornbook.kinds import GLOSSARY
from hornbook.load import Loaded, load
from hornbook.manual import Vocabulary, vocabulary_of
from hornbook.production import examine
from hornbook.reasoning.scopes import Reasoning


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a project, unsaved texts included."""

    root: Path
    loaded: Loaded = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]
    reasoning: Reasoning | None = field(repr=False)
    """None where there are mistakes."""
    vocabulary: Vocabulary = field(repr=False)
    sound: "Examined | None" = field(default=None, repr=False)
    """What was found when it was in order for the last time; None where it is in order, or never was."""

    @property
    def site(self) -> str | None:
        """The address of the site, for links to its pages."""
        for _, glossary in self.loaded.records.get(GLOSSARY, ()):
            return f"{glossary.site_url.rstrip('/')}/"
        return None

    @property
    def in_order(self) -> "Examined":
        """The newest state that could be read whole; this one, where there is none."""
        return self if self.loaded.knowledge is not None or self.sound is None else self.sound


def look(root: Path, unsaved: Mapping[str, str], before: Examined | None = None) -> Examined:
    """Examine a project; `before` is what was found the last time."""
    loaded = load(root, unsaved)
    result = examine(root, loaded)
    sound = None if before is None or loaded.knowledge is not None else before.in_order
    return Examined(
        root=root,
        loaded=loaded,
        diagnostics=result.diagnostics,
        reasoning=result.reasoning,
        vocabulary=vocabulary_of(loaded, None if before is None else before.vocabulary),
        sound=None if sound is None or sound.loaded.knowledge is None else sound,
    )


def root_of(path: Path) -> Path | None:
    """The folder of the project that a file belongs to: the nearest around it that holds a glossary."""
    return next((folder for folder in (path, *path.parents) if (folder / GLOSSARY.file).is_file()), None)
