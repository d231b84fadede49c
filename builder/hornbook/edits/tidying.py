"""The files of a project as they should be laid out."""

from pathlib import Path

from hornbook.edits.layout import laid_out
from hornbook.edits.values import FileChanges
from hornbook.kinds import CHAIN, PAGE, VIEW, Kind
from hornbook.load.text import SourceText, read_project
from hornbook.load.tree import YamlMapping, read_yaml


def tidied(root: Path) -> tuple[FileChanges, dict[str, str], tuple[str, ...]]:
    """What changes in the YAML files of the project at `root`; what they held; and those that cannot be read."""
    files = read_project(root)
    written: dict[str, str] = {}
    unread = [path for path, kind in files.kinds.items() if kind not in {None, PAGE} and path not in files.texts]
    for path, source in files.texts.items():
        kind = _kind(files.kinds[path], source)
        if kind is None or kind is PAGE or not source.text.strip():
            continue
        text = laid_out(source.text, kind)
        if text is None:
            unread.append(path)
        elif text.encode() != (root / path).read_bytes():
            written[path] = text
    read = {path: source.text for path, source in files.texts.items()}
    return FileChanges(written=written), read, tuple(sorted(unread))


def _kind(kind: Kind | None, source: SourceText) -> Kind | None:
    """The kind of a file; of a diagram, what it says itself."""
    if kind is not VIEW:
        return kind
    tree = read_yaml(source).value
    said = tree.text("kind") if isinstance(tree, YamlMapping) else None
    return CHAIN if said is not None and said.text == CHAIN.word else VIEW
