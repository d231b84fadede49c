"""A tree of files as the bytes of one entry."""

import json
from collections.abc import Mapping


def packed(files: Mapping[str, bytes]) -> bytes:
    """The paths with their lengths in one line, and behind it what the files hold."""
    listed = json.dumps([(path, len(content)) for path, content in files.items()])
    return b"".join((listed.encode(), b"\n", *files.values()))


def unpacked(entry: bytes) -> dict[str, bytes]:
    """What `packed` was given, in its order."""
    end = entry.index(b"\n")
    at = end + 1
    files: dict[str, bytes] = {}
    for path, length in json.loads(entry[:end]):
        files[path] = entry[at : at + length]
        at += length
    return files
