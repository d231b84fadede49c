"""The folder of a new project: whole or not there, whenever the run that writes it ends."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from hornbook.disk import MeanwhileError, exclusive, flush, write_file
from hornbook.kinds import GLOSSARY

_STAGE = ".hornbook-begun"
"""Where everything is written first: within a folder that is there and empty, else beside it, with its name before."""
_LOCK = f"{_STAGE}.lock"


def is_new(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether a folder is not there, or holds nothing but what a killed run has left of these very files.

    The glossary is what such a run writes last.
    """
    if not folder.is_dir():
        return not os.path.lexists(folder)
    found = {one.name: one for one in folder.iterdir() if one.name not in {_STAGE, _LOCK}}
    return GLOSSARY.folder not in found and all(_is_part(one, name, files) for name, one in found.items())


def clear_away(folder: Path) -> None:
    """Remove what a killed run that was to make this folder has left in it and beside it. Raises OSError."""
    for stage in _stages(folder):
        lock = stage.with_name(f"{stage.name}.lock")
        if stage.is_dir() or lock.exists():
            with exclusive(lock) as alone:
                if alone:
                    shutil.rmtree(stage, ignore_errors=True)


def write_new_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, by their paths, into a folder that `is_new`.

    Where it is not there, it comes to be in one step; into one that is, everything is moved once it is written. Raises
    OSError: a MeanwhileError where another run writes there, or somebody put something there.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    within, beside = _stages(folder)
    is_there = folder.is_dir()
    stage = within if is_there else beside
    with exclusive(stage.with_name(f"{stage.name}.lock")) as alone:
        if not alone or not is_new(folder, files):
            raise MeanwhileError(f"`{folder.name}` is written to by somebody else")
        shutil.rmtree(stage, ignore_errors=True)
        try:
            _lay_out(stage, files)
            if is_there:
                _move_in(stage, folder)
            else:
                os.rename(stage, folder)  # noqa: PTH104 - the tests make the functions of os fail
            flush((), [folder, folder.parent])
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _stages(folder: Path) -> tuple[Path, Path]:
    return folder / _STAGE, folder.with_name(f".{folder.name}{_STAGE}")


def _is_part(path: Path, name: str, files: Mapping[str, str]) -> bool:
    """Whether a file is one of these, or a folder holds some of them and nothing else."""
    if path.is_symlink():
        return False
    if path.is_dir():
        inside = [*path.iterdir()]
        return bool(inside) and all(_is_part(one, f"{name}/{one.name}", files) for one in inside)
    return name in files and path.is_file() and path.read_bytes() == files[name].encode()


def _lay_out(stage: Path, files: Mapping[str, str]) -> None:
    stage.mkdir()
    for path, text in files.items():
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        write_file(stage / path, text.encode())
    flush([stage / path for path in files], [inside for inside, _, _ in os.walk(stage, topdown=False)])


def _move_in(stage: Path, folder: Path) -> None:
    """Move everything from one folder into another; what a killed run has moved there already is the same."""
    for name in sorted(os.listdir(stage), key=lambda name: name == GLOSSARY.folder):  # noqa: PTH208 - as above
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        os.replace(stage / name, folder / name)  # noqa: PTH105 - as above
