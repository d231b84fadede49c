"""What was made in earlier runs, by what it was made from; it costs time where it is missing, and nothing else."""

from hornbook.cache.entries import NOTHING_KEPT, Cache, Joined, NoCache
from hornbook.cache.files import digest_of_files
from hornbook.cache.memory import Memory, as_before, kept_before
from hornbook.cache.opening import code_version, open_cache
from hornbook.cache.rows import Rows, digest_of, keep_rows, kept_rows
from hornbook.cache.trees import packed, unpacked

__all__ = [
    "NOTHING_KEPT",
    "Cache",
    "Joined",
    "Memory",
    "NoCache",
    "Rows",
    "as_before",
    "code_version",
    "digest_of",
    "digest_of_files",
    "keep_rows",
    "kept_before",
    "kept_rows",
    "open_cache",
    "packed",
    "unpacked",
]
