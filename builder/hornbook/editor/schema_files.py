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


def schema_paths(folder: Path, texts: dict[str, str]) -> dict[Path, str]:
    """Where in a folder the schemas stand."""
    return {folder / f"{name}.json": text for name, text in texts.items()}


def hiding_paths(folder: Path) -> dict[Path, str]:
    """The file by which git passes over a folder."""
    return {folder / ".gitignore": "*\n"}


def vscode_files(folder: str = SCHEMA_FOLDER) -> dict[str, str]:
    """The files of `.vscode/` by path: which schema holds for which files, who reads them, and the language server."""
    globs = {f"./{PurePosixPath(folder) / name}.json": glob for name, glob in schema_globs().items()}
    return {
        ".vscode/extensions.json": _json({"recommendations": [*EXTENSIONS]}),
        ".vscode/settings.json": _json({**_SERVER, "yaml.schemas": globs}),
    }


def differing(root: Path, files: dict[str, str]) -> Iterable[str]:
    """The paths of the files that are there and say something else."""
    for path, text in files.items():
        if os.path.lexists(root / path) and (root / path).read_bytes() != text.encode():
            yield path


def _json(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
