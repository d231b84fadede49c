"""The file of a new record."""

from pathlib import Path

from hornbook.addresses import RESERVED_IDS, SCHEMA, is_of_nobody
from hornbook.edits.values import FileChanges, Refusal
from hornbook.kinds import LINKED, SOURCE, STATEMENT, WRITTEN, Kind
from hornbook.load import load
from hornbook.load.names import id_mistake
from hornbook.manual import SCHEMA_FOLDER, skeleton


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
    return FileChanges(written={path: skeleton(kind, name, _schema_for(root, kind, path))})


def _schema_for(root: Path, kind: Kind, path: str) -> str | None:
    """Where an editor finds the schema of a new file: beside the project, else on its site, else nowhere."""
    written = f"{SCHEMA_FOLDER}/{kind.own_schema}.json"
    if (root / written).exists():
        return "../" * path.count("/") + written
    loaded = load(root)
    readable = loaded.readable.knowledge if loaded.readable is not None else None
    knowledge = loaded.knowledge or readable
    if knowledge is None or is_of_nobody(knowledge.glossary.site_url):
        return None
    return knowledge.glossary.site_url + SCHEMA.format(kind.own_schema)


def _is_known_source(root: Path, name: str) -> bool:
    if (root / SOURCE.own_file.format(name)).exists():
        return True
    knowledge = load(root).knowledge
    return knowledge is None or name in knowledge.sources
