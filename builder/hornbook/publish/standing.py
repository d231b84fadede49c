"""Whether a tree that was written earlier still stands, to the byte, so that nothing need be made for it."""

from collections.abc import Mapping
from pathlib import Path

from hornbook.disk import plain_modes
from hornbook.publish.manifest import MANIFEST, manifest_of_hashes, sha256
from hornbook.publish.plan import folders_of, is_odd, mode_of, scan
from hornbook.publish.staging import is_cleared


def still_stands(out: Path, hashes: Mapping[str, str]) -> bool:
    """Whether `out` holds the files with these hashes and nothing else, as a run would have left it.

    What stands there is read, whatever its manifest says. What a run that was killed left beside it is removed, since
    no other run may come that would do so.
    """
    try:
        if out.is_symlink() or not out.is_dir() or not is_cleared(out):
            return False
        found = scan(out)
        modes = plain_modes()
        if found.files != {MANIFEST, *hashes} or found.other or found.folders != folders_of(hashes):
            return False
        if modes is not None and (
            is_odd(out, found, *modes) or any(mode_of(f"{out}/{one}") != modes[0] for one in hashes)
        ):
            return False
        if (out / MANIFEST).read_bytes() != manifest_of_hashes(hashes):
            return False
        return all(sha256((out / path).read_bytes()) == expected for path, expected in hashes.items())
    except OSError:
        return False
