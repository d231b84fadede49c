"""The files of a finished site, made of the builder's sources by a site engine and by what follows it."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hornbook.cache import NoCache
from hornbook.diagnostics import Diagnostic, Place, has_errors
from hornbook.publish.apart import given_apart, made_apart, make_share
from hornbook.publish.copied import made_with_copies
from hornbook.publish.engines import OUT, PAGE_BY_PAGE, Engine, run_engine
from hornbook.publish.framed import framed_before, made_with_frames
from hornbook.publish.kept_frames import KeptFrames
from hornbook.publish.origins import Origins
from hornbook.publish.policies import with_policies
from hornbook.publish.slots import with_parts, with_slots
from hornbook.publish.tree import failed_output, read_tree
from hornbook.publish.whole import Files, Made
from hornbook.scratch import working_folder


@dataclass(frozen=True, slots=True)
class EngineRun:
    """A site engine, and how it is run."""

    engine: Engine
    epoch: int
    """What stands in for the present, in seconds since 1970."""


def make_files(
    run: EngineRun,
    sources: Mapping[str, bytes],
    origins: Origins,
    named: frozenset[str] | None,
    cache: NoCache,
    name: tuple[str, ...],
) -> Made:
    """The files of the site that an engine makes of the sources, and what is found; no files where it failed.

    The index of its search is the engine's own: what it says is in `search_index.py`.

    `origins` says which files are pages that the engine makes. `named` are those that its navigation names, None where
    it may look at several pages for one; `name` is that of the project's tables in the cache.
    """
    light, parts = with_slots(sources, cache, name)
    given = given_apart(light, run.engine, run.epoch, named) if cache.keeps else None
    if given is None or named is None:
        files, found = _runner(run, named)(light)
    else:
        frames = KeptFrames(cache, given.frame)
        framed = partial(framed_before, named, kept=frames)
        files, found = made_apart(given, _runner(run, named, frames), cache, framed)
    if not files:
        return {}, found
    files, lost = with_parts(files, parts, cache, name)
    files = with_policies(files, origins.pages, origins.theme, cache, name)
    return files, (*found, *lost)


def make_pages_of_share(
    run: EngineRun,
    sources: Mapping[str, bytes],
    everything: Iterable[str],
    named: frozenset[str] | None,
    cache: NoCache,
) -> tuple[Diagnostic, ...]:
    """Have the engine make some pages of a site, and keep them; what was found. Nothing where it makes none alone.

    `everything` are the paths of all that it is given for the whole site; `named` as for `make_files`.
    """
    light, _ = with_slots(sources)
    given = given_apart(light, run.engine, run.epoch, named, everything)
    return () if given is None else make_share(given, _runner(run, named), cache)


def _runner(run: EngineRun, named: frozenset[str] | None, frames: KeptFrames | None = None) -> Callable[[Files], Made]:
    """What makes a site of an engine's sources: the engine of all, where it is in doubt what it makes of less.

    The frames that it shows go to those that are kept.
    """
    ran = partial(_ran, run.engine, run.epoch)
    if named is None:
        return ran
    quick = partial(made_with_copies, named, partial(_faultless, ran))
    if run.engine in PAGE_BY_PAGE:
        quick = partial(made_with_frames, named, quick, kept=frames)

    def made(sources: Files) -> Made:
        files = quick(sources)
        return ran(sources) if files is None else (files, ())

    return made


def _faultless(run: Callable[[Files], Made], sources: Files) -> Files | None:
    """The site that a run makes; None where anything was wrong."""
    files, found = run(sources)
    return None if found or not files else files


def _ran(engine: Engine, epoch: int, sources: Files) -> Made:
    """The files that an engine makes, in a folder of its own that is made for this run; none where it failed."""
    try:
        with working_folder() as work:
            _lay_out(work, sources)
            ran = run_engine(engine, work, epoch, Path(sys.executable))
            files = {} if has_errors(ran.diagnostics) else read_tree(work / OUT)
    except OSError as error:
        return {}, (failed_output(error, Place(OUT)),)
    if isinstance(files, Diagnostic):
        return {}, (*ran.diagnostics, files)
    return files, ran.diagnostics


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
