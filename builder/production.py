"""From a project's folder to a finished site: the steps that commands run, with their reading and writing."""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from builder.check import check
from builder.diagnostics import Diagnostic, Place, Related, has_errors
from builder.load import find_assets, load
from builder.model import KnowledgeBase
from builder.publish import Engine, Written, adopt_tree, check_site, run_engine, write_tree
from builder.reasoning.scopes import Reasoning, reason_about
from builder.site import all_drawings, build

BUILD = "build"
SITE = "site"
CONFIG = "mkdocs.yml"
IDS = "glossary/ids.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How far a run came."""

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of every file that was read, for excerpts in messages."""
    reasoning: Reasoning | None = None
    """None where the knowledge base has errors of its own."""
    built: Written | None = None
    site: Written | None = None
    engine_seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return has_errors(self.diagnostics)


def examine(root: Path) -> Result:
    """Load and check a project, drawings kept beside their views included; nothing is written."""
    loaded = load(root)
    _, problems = find_assets(root)
    read = tuple(sorted((*loaded.diagnostics, *problems)))
    if loaded.knowledge is None:
        return Result(diagnostics=read, texts=loaded.texts)
    reasoning = reason_about(loaded.knowledge)
    found = (*read, *check(reasoning), *_stale_drawings(root, loaded.knowledge))
    return Result(diagnostics=tuple(sorted(found)), texts=loaded.texts, reasoning=reasoning)


def build_sources(root: Path, examined: Result | None = None) -> Result:
    """Write `build/`, the sources of the site engine; nothing is written where there is an error."""
    result = examined or examine(root)
    if result.failed or result.reasoning is None:
        return result
    assets = {name: path.read_bytes() for name, path in find_assets(root)[0].items()}
    written = write_tree(root / BUILD, build(result.reasoning, assets), root=root)
    return _with(result, built=written)


def build_site(root: Path, engine: Engine, out: Path | None = None, built: Result | None = None) -> Result:
    """Build everything: the engine's sources, the engine's site, and the checks of the finished pages."""
    result = built or build_sources(root)
    if result.failed or result.reasoning is None:
        return result
    knowledge = result.reasoning.knowledge
    target = out or root / SITE
    stage = Path(tempfile.mkdtemp(prefix="hornbook-"))
    try:
        start = monotonic()
        ran = run_engine(engine, root, root / CONFIG, stage, _epoch(knowledge), Path(sys.executable))
        result = _with(result, found=ran.diagnostics, engine_seconds=monotonic() - start)
        if result.failed:
            return result
        result = _with(result, found=check_site(stage, knowledge.glossary.site_url))
        return result if result.failed else _with(result, site=adopt_tree(target, stage, root=root))
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def update_drawings(root: Path, knowledge: KnowledgeBase) -> list[str]:
    """Write anew the drawings that are kept beside their views; the names of those that changed."""
    changed = []
    for path, drawn in _kept_drawings(root, knowledge).items():
        if (root / path).read_bytes() != drawn:
            (root / path).write_bytes(drawn)
            changed.append(path)
    return changed


def _kept_drawings(root: Path, knowledge: KnowledgeBase) -> dict[str, bytes]:
    folder = root / "diagrams"
    kept = {path.name for path in folder.glob("*.svg")}
    if not kept:
        return {}
    return {f"diagrams/{name}": drawn for name, drawn in all_drawings(knowledge).items() if name in kept}


def _stale_drawings(root: Path, knowledge: KnowledgeBase) -> list[Diagnostic]:
    kept = _kept_drawings(root, knowledge)
    stale = [path for path, drawn in kept.items() if (root / path).read_bytes() != drawn]
    strange = sorted({f"diagrams/{path.name}" for path in (root / "diagrams").glob("*.svg")} - kept.keys())
    return [
        Diagnostic(
            Place(path),
            "drawing-stale",
            "this drawing is not the one that its view gives now",
            hint="run `hornbook check --update-drawings`",
            related=(Related(knowledge.views[path.split("/")[1].split(".")[0]].place, "its view"),),
        )
        for path in stale
    ] + [
        Diagnostic(
            Place(path),
            "drawing-stale",
            "no view gives a drawing of this name",
            hint="delete it, or keep it elsewhere",
        )
        for path in strange
    ]


def _epoch(knowledge: KnowledgeBase) -> int:
    """The moment that engines write into files: that of the newest change, so that one input gives the same bytes."""
    if not knowledge.changes:
        return 0
    return int(datetime.fromisoformat(knowledge.changes[0].date).replace(tzinfo=UTC).timestamp())


def _with(
    result: Result,
    *,
    found: tuple[Diagnostic, ...] = (),
    built: Written | Diagnostic | None = None,
    site: Written | Diagnostic | None = None,
    engine_seconds: float | None = None,
) -> Result:
    """The result one step on."""
    failures = tuple(one for one in (built, site) if isinstance(one, Diagnostic))
    return Result(
        diagnostics=(*result.diagnostics, *found, *failures),
        texts=result.texts,
        reasoning=result.reasoning,
        built=built if isinstance(built, Written) else result.built,
        site=site if isinstance(site, Written) else result.site,
        engine_seconds=result.engine_seconds if engine_seconds is None else engine_seconds,
    )
