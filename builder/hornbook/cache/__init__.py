"""What was made in earlier runs, by what it was made from; it costs time where it is missing, and nothing else."""

from hornbook.cache.entries import NOTHING_KEPT, Cache, NoCache
from hornbook.cache.files import digest_of_files
from hornbook.cache.opening import open_cache
from hornbook.cache.trees import packed, unpacked

__all__ = ["NOTHING_KEPT", "Cache", "NoCache", "digest_of_files", "open_cache", "packed", "unpacked"]
