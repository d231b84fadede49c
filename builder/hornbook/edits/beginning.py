"""The file of a new record."""

from pathlib import Path

from hornbook.addresses import RESERVED_IDS
from hornbook.edits.values import FileChanges, Refusal
from hornbook.kinds import LINKED, SOURCE, STATEMENT, WRITTEN
from hornbook.load import load
from hornbook.load.names import id_mistake
from hornbook.manual import skeleton

SCHEMAS = ".hornbook/schema"
"""Where editors find the schemas of files, if they were written."""


def begun(root: Path, word: str, name: str) -> FileChanges | Refusal:
    """The file for a new record `name` of the kind that is called so; what stands there already is never replaced."""
    wanted = word.casefold()
    by_word = [one for one in WRITTEN if one.word == wanted]
    kind = next(iter(by_word or [one for one in WRITTEN if wanted in {one.called, one.plural}]), None)
    if kind is None:
        return Refusal(f"there is no kind `{word}`", f"one of {', '.join(f'`{one.word}`' for one in WRITTEN)}")
    mistake = id_mistake(name)
    if mistake is not None:
        return Refusal(f"the id {mistake.message}", mistake.hint or "choose another id")
    if name in RESERVED_IDS and kind in LINKED:
        return Refusal(f"`{name}` is a name that the site needs for itself", "choose another id")
    path = kind.own_file.format(name)
    for other in LINKED if kind in LINKED else (kind,):
        taken = other.own_file.format(name)
        if (root / taken).exists():
            return Refusal(f"`{name}` is {other.one} already: {taken}", "choose another id, or change that file")
    if kind is STATEMENT and not _is_known_source(root, name):
        return Refusal(f"no source has the id `{name}`", "statements are called by their source; add the source first")
    schema = f"{SCHEMAS}/{kind.schema}.json"
    up = "../" * path.count("/")
    return FileChanges(written={path: skeleton(kind, name, f"{up}{schema}" if (root / schema).exists() else None)})


def _is_known_source(root: Path, name: str) -> bool:
    if (root / SOURCE.own_file.format(name)).exists():
        return True
    knowledge = load(root).knowledge
    return knowledge is None or name in knowledge.sources
