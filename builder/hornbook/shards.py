"""One vocabulary built in shards by several machines, and joined: the site is that of one build, to the byte.

A shard is what one run leaves in a cache of its own: its share of the pages, with their drawings and embeds, and what
the engine made of them. To join is to build the site with the caches of all shards at hand. Whatever is not found in
them is made then, so that nothing hangs on how the work was shared but the time it takes.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hornbook.cache import Joined, NoCache, code_version, open_cache
from hornbook.cache.opening import VARIABLE
from hornbook.diagnostics import Place
from hornbook.disk import put_file
from hornbook.load import find_assets, own_files, pages_in_navigation
from hornbook.production import SETTINGS, Result, epoch_of, examine, site_settings
from hornbook.publish import Engine, EngineRun, failed_output, make_pages_of_share
from hornbook.reports.values import UsageProblem
from hornbook.site import build_share

MOST = 1024
"""As many shards there may be."""
_WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_PAPER = "shard.json"
"""What a shard says of itself, beside its cache."""


@dataclass(frozen=True, slots=True)
class Share:
    """One of so many shares of the pages."""

    number: int
    """From 1."""
    of: int

    def has(self, address: str) -> bool:
        """Whether a page is made in this share; each is in one, whatever other pages there are."""
        digest = hashlib.sha256(address.encode()).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1


def read_share(text: str) -> Share | UsageProblem:
    """What `3/8` stands for."""
    found = _WRITTEN.fullmatch(text)
    share = None if found is None else Share(int(found[1]), int(found[2]))
    if share is None or not 1 <= share.number <= share.of <= MOST:
        return UsageProblem(
            f"`{text}` is no shard", f"write which one of how many, such as `3/8`; at most {MOST:,} of them"
        )
    return share


def make_shard(root: Path, engine: Engine, share: Share, folder: Path) -> Result | UsageProblem:
    """Check a project, make this share of its pages, and leave them in a folder for `joined_shards`."""
    cache = _opened(folder)
    if isinstance(cache, UsageProblem):
        return cache
    result = examine(root, cache=cache)
    if result.failed or result.reasoning is None:
        return result
    knowledge = result.reasoning.knowledge
    settings = site_settings(root, result, knowledge)
    named = pages_in_navigation(settings)
    shown = {path.removesuffix("index.md") for path in named or ()}
    assets, _ = find_assets(root, own_files(result.settings))
    sources, names = build_share(
        result.reasoning, assets, cache, lambda address: share.has(address) or address in shown
    )
    run = EngineRun(engine, epoch_of(knowledge))
    found = make_pages_of_share(run, {**sources, SETTINGS: settings}, {*names, SETTINGS}, named, cache)
    paper = {"shard": share.number, "of": share.of, "inputs": result.inputs, "version": code_version()}
    cache.clear_away()
    try:
        put_file(folder / _PAPER, (json.dumps(paper, indent=1) + "\n").encode())
    except OSError as error:
        found = (*found, failed_output(error, Place(folder.name)))
    return replace(result, diagnostics=(*result.diagnostics, *found))


def joined_shards(folders: Sequence[Path], own: NoCache) -> NoCache | UsageProblem:
    """What all shards made, as one cache, after `own`; why not, where they are not all those of one build."""
    papers = []
    caches: list[NoCache] = [own]
    for folder in folders:
        try:
            paper = json.loads((folder / _PAPER).read_bytes())
            papers.append((int(paper["shard"]), int(paper["of"]), str(paper["inputs"]), str(paper["version"])))
        except (OSError, ValueError, KeyError, TypeError):
            return UsageProblem(
                f"`{folder}` holds no whole shard", "`hornbook build --shard 3/8 --out FOLDER` makes one"
            )
        cache = _opened(folder)
        if isinstance(cache, UsageProblem):
            return cache
        caches.append(cache)
    if len({paper[1:] for paper in papers}) > 1:
        return UsageProblem(
            "the shards are not of one build", "make all of them from one commit, with one set of packages"
        )
    if papers and papers[0][3] != code_version():
        return UsageProblem(
            "the shards were made with other packages than those here", "install what is locked, on every machine"
        )
    missing = sorted(set(range(1, papers[0][1] + 1)) - {paper[0] for paper in papers}) if papers else []
    if missing:
        listed = ", ".join(f"{number}/{papers[0][1]}" for number in missing)
        return UsageProblem(f"the shards {listed} are missing", "name the folders of all of them")
    return Joined(caches)


def _opened(folder: Path) -> NoCache | UsageProblem:
    cache, problem = open_cache({VARIABLE: str(folder)}, folder)
    return cache if problem is None else UsageProblem(problem, "take a folder outside of the project, for you alone")
