"""The schemas of a project's files, with its ids, where editors read them; VS Code's settings for them."""

import json
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from hornbook.load import Loaded
from hornbook.manual import SCHEMA_FOLDER, schema_globs, schemas, vocabulary_of

EXTENSIONS = ("redhat.vscode-yaml",)
_SERVER = {
    "glspc.server.command": ".venv/bin/hornbook",
    "glspc.server.commandArguments": ["lsp"],
    "glspc.server.languageId": ["yaml", "markdown"],
}
"""How the extension `zsol.vscode-glspc`, where somebody has it, starts the language server."""


def schema_texts(loaded: Loaded) -> dict[str, str]:
    """Each schema as JSON, by its name, with the ids of what could be read."""
    return {name: _json(schema) for name, schema in schemas(vocabulary_of(loaded)).items()}


def write_schemas(folder: Path, texts: dict[str, str]) -> None:
    """Write the schemas into a folder that git passes over. Raises OSError where the system gives no access."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    for name, text in texts.items():
        beside = folder / f".{name}.json.new"
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(folder / f"{name}.json")


def vscode_files(folder: str = SCHEMA_FOLDER) -> dict[str, str]:
    """The files of `.vscode/` by path: which schema holds for which files, who reads them, and the language server."""
    globs = {f"./{PurePosixPath(folder) / name}.json": glob for name, glob in schema_globs().items()}
    return {
        ".vscode/extensions.json": _json({"recommendations": [*EXTENSIONS]}),
        ".vscode/settings.json": _json({**_SERVER, "yaml.schemas": globs}),
    }


def write_new(root: Path, files: dict[str, str]) -> Iterable[str]:
    """Write the files that are not there yet; the paths of those that are, and say something else, are given back."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(root / path):
            (root / path).write_text(text, encoding="utf-8", newline="\n")
        elif (root / path).read_text(encoding="utf-8") != text:
            yield path


def _json(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
