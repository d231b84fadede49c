"""What questions are answered from, as an earlier run read it of the same files."""

import json
from pathlib import Path

from hornbook.cache import NoCache, digest_of_files
from hornbook.kinds import GLOSSARY, VIEW
from hornbook.load.engine_settings import EngineSettings
from hornbook.load.loading import Loaded, load_logic
from hornbook.model import KnowledgeBase
from hornbook.model.plain import classes_in, from_plain, to_plain

_KIND = "logic"


def recall_logic(root: Path, cache: NoCache) -> Loaded:
    """What `load_logic` gives; where nothing is wrong, it is taken from a run that read the same files."""
    inputs = _digest(root) if cache.keeps else None
    known = None if inputs is None else cache.get(_KIND, (inputs,))
    if known is not None:
        knowledge: KnowledgeBase = from_plain(json.loads(known), classes_in([KnowledgeBase]))
        return Loaded(knowledge, diagnostics=(), texts={}, settings=EngineSettings())
    loaded = load_logic(root)
    if loaded.knowledge is not None and inputs is not None and inputs == _digest(root):
        cache.put(_KIND, (inputs,), json.dumps(to_plain(loaded.knowledge)).encode())
    return loaded


def _digest(root: Path) -> str | None:
    """What the files hold that are read, and others beside them."""
    return digest_of_files(root, (GLOSSARY.folder, VIEW.folder))
