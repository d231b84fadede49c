"""What was found of each of many small things in the last run, as one entry of the cache: a table, by digests.

A row is called by a digest of all that it was found from, so one that is there is right, however old the table is.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from hornbook.cache.entries import NoCache

Rows = Mapping[str, Any]
"""Values as JSON has them, by digests."""


def digest_of(*parts: str | bytes) -> str:
    """A digest of parts in their order, none of which can be mistaken for a piece of another."""
    digest = hashlib.sha256()
    for part in parts:
        written = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(written))
        digest.update(written)
    return digest.hexdigest()


def kept_rows(cache: NoCache, kind: str, name: tuple[str, ...]) -> Rows:
    """The table that the last run left under this name, or each of several; without those that are in doubt."""
    held: Rows | None = cache.held("rows", kind, *name)
    if held is not None:
        return held
    return {digest: row for entry in cache.every(kind, name) for digest, row in json.loads(entry).items()}


def keep_rows(cache: NoCache, kind: str, name: tuple[str, ...], rows: Rows, known: Rows) -> None:
    """Leave the table of this run, unless it has the very rows that are `known` from the last."""
    if not cache.keeps:
        return
    cache.hold(rows, "rows", kind, *name)
    if rows != known:
        cache.put_last(("rows", kind, *name), kind, name, partial(_written, rows))


def _written(rows: Rows) -> bytes:
    # In an order of their own: which were found anew, and so last, hangs on what an earlier run left.
    return json.dumps(dict(sorted(rows.items())), separators=(",", ":")).encode()
