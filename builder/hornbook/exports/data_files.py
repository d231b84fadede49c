"""Files of data: JSON with a hash of what they hold, whole or in parts that are held by their hashes."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from hornbook.addresses import DataPart, relative
from hornbook.exports.telling import Schema

Collections = Mapping[str, Mapping[str, object]]
"""Records by their names, by what they are."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
PARTS: Schema = {
    "description": "The files that hold the collections, where one would be too large; together they are the whole.",
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "url": {"description": "The file, relative to this one.", "type": "string", "format": "uri-reference"},
            "holds": {"description": "The field whose members it holds.", "type": "string"},
            "count": {"description": "How many of them.", "type": "integer", "minimum": 1},
            "sha256": {"description": "The SHA-256 of its bytes.", **HASH},
        },
        "required": ["url", "holds", "count", "sha256"],
    },
}


def content_hash(data: Mapping[str, object]) -> str:
    """The SHA-256 of data as JSON with sorted names and no blanks."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def as_json(data: Mapping[str, object]) -> bytes:
    """Data as a file: a line for each field, and for each record of a collection; the encoder is then the fast one."""
    return ("{\n" + ",\n".join(f"{_line(name)}: {_lines(value)}" for name, value in data.items()) + "\n}\n").encode()


def _lines(value: object) -> str:
    match value:
        case dict() if any(isinstance(one, dict | list) for one in value.values()):
            return "{\n" + ",\n".join(f" {_line(name)}: {_line(one)}" for name, one in value.items()) + "\n}"
        case [dict(), *_]:
            return "[\n" + ",\n".join(f" {_line(one)}" for one in value) + "\n]"
        case _:
            return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def data_files(
    address: str, form: str, about: Mapping[str, object], held: Collections, parts: Iterable[DataPart]
) -> dict[str, bytes]:
    """The file at an address and its parts, by their addresses.

    The file says its `format`, and as `content` the hash of all else, parts put together; then `about`, then the
    collections, or where there are parts, a list of these.
    """
    begun = {"format": form, "content": content_hash({**about, **held}), **about}
    files: dict[str, bytes] = {}
    listed: list[dict[str, object]] = []
    for part in parts:
        some = {name: held[part.collection][name] for name in part.names}
        files[part.address] = as_json({"format": f"{form}/part", part.collection: some})
        folder = address.rpartition("/")[0] + "/"
        listed.append(
            {
                "url": relative(folder, part.address),
                "holds": part.collection,
                "count": len(some),
                "sha256": hashlib.sha256(files[part.address]).hexdigest(),
            }
        )
    split = {part.collection for part in parts}
    rest = {name: members for name, members in held.items() if name not in split}
    return {address: as_json({**begun, **rest, **({"parts": listed} if listed else {})}), **files}


def whole(file: Mapping[str, Any], parts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What a file and its parts tell together: the same as if there were no parts."""
    told = {name: value for name, value in file.items() if name != "parts"}
    for part in parts:
        for name, members in part.items():
            if name != "format":
                told[name] = {**told.get(name, {}), **members}
    return told
