"""From a project's folder to a finished site: the steps that commands run, with their reading and writing."""

import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from hornbook.addresses import INDEXES, SCRIPT, STYLES, files_of, moved_embeds, pages_of, redirects, written_at
from hornbook.check import check, check_in_spite, check_links
from hornbook.diagnostics import Diagnostic, Place, has_errors
from hornbook.kept_drawings import check_drawings
from hornbook.kinds import GLOSSARY, PAGE, VIEW
from hornbook.load import (
    EngineSettings,
    Loaded,
    find_assets,
    load,
    lost_files,
    merged_settings,
    own_files,
    unknown_pages,
)
from hornbook.load.text import unreadable
from hornbook.model import KnowledgeBase
from hornbook.publish import (
    DEFAULTS,
    OUT,
    SETTINGS,
    Engine,
    Written,
    at_cause,
    check_drawings_of,
    check_site,
    decided_settings,
    empty_pages,
    failed_output,
    installed_theme,
    navigation,
    origins_of,
    read_tree,
    refused_output,
    run_engine,
    weighed_search,
    with_parts,
    with_slots,
    write_tree,
)
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.site import build, places_on

BUILD = "build"
SITE = "site"
IDS = "glossary/ids.txt"
INPUTS = (GLOSSARY.folder, VIEW.folder, PAGE.folder, ".git")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How far a run came."""

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of every file that was read, for excerpts in messages."""
    reasoning: Reasoning | None = None
    """None where the knowledge base has errors of its own."""
    settings: EngineSettings = field(default_factory=EngineSettings)
    """What the project's own settings of the engine say."""
    built: Written | None = None
    site: Written | None = None
    engine_seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return has_errors(self.diagnostics)


def examine(root: Path, loaded: Loaded | None = None) -> Result:
    """Load and check a project, drawings kept beside their views included; nothing is written.

    What is `loaded` already is not read again.
    """
    loaded = load(root) if loaded is None else loaded
    assets, problems = find_assets(root, own_files(loaded.settings))
    problems = [*problems, *lost_files(loaded.settings, assets, (STYLES, SCRIPT))]
    read = tuple(sorted((*loaded.diagnostics, *problems)))
    if loaded.knowledge is None:
        found = tuple(sorted((*read, *_found_in_spite(loaded, frozenset(assets)))))
        return Result(diagnostics=found, texts=loaded.texts, settings=loaded.settings)
    reasoning = reason_about(loaded.knowledge)
    found = (
        *read,
        *check(reasoning, loaded.passages),
        *check_links(loaded.knowledge, frozenset(assets), places_on(reasoning)),
        *check_drawings(root, loaded.knowledge),
        *unknown_pages(loaded.settings, pages_of(loaded.knowledge) | {index.address for index in INDEXES}),
        *_check_copied_drawings(loaded.knowledge, assets),
    )
    return Result(diagnostics=tuple(sorted(found)), texts=loaded.texts, reasoning=reasoning, settings=loaded.settings)


def _found_in_spite(loaded: Loaded, files: frozenset[str]) -> tuple[Diagnostic, ...]:
    """What else is wrong with a project that has errors, as far as they leave no doubt of it."""
    readable = loaded.readable
    if readable is None:
        return ()
    knowledge = readable.knowledge
    reasoning = reason_about(knowledge) if readable.is_sound else None
    return check_in_spite(knowledge, reasoning, files, is_complete=readable.is_complete)


def _check_copied_drawings(knowledge: KnowledgeBase, assets: Mapping[str, Path]) -> tuple[Diagnostic, ...]:
    """What the finished site could not have in a drawing of `docs/`, said of the file itself."""
    drawings, _ = _contents({name: path for name, path in assets.items() if name.lower().endswith(".svg")})
    pages = (*pages_of(knowledge), *redirects(knowledge), *moved_embeds(knowledge))
    files = frozenset((*files_of(knowledge), *assets, *(f"{address}index.html" for address in pages)))
    return check_drawings_of(PAGE.folder, drawings, files, knowledge.glossary.site_url)


def build_sources(root: Path, examined: Result | None = None) -> Result:
    """Write `build/`, the sources of the site engine; nothing is written where there is an error."""
    result = examined or examine(root)
    sources = _sources(root, result)
    if isinstance(sources, Result):
        return sources
    return _with(
        result,
        built=write_tree(root / BUILD, sources, root=root, kept=tuple(root / folder for folder in (*INPUTS, SITE))),
    )


def build_site(root: Path, engine: Engine, out: Path | None = None, examined: Result | None = None) -> Result:
    """Build everything: the engine's sources, the engine's site, and the checks of the finished pages.

    The engine works in a folder of its own, made for this run and removed with it: it sees what was made just now,
    and never what somebody put into `build/` or into the site. What is read over is what is written.
    """
    result = examined or examine(root)
    out = root / SITE if out is None else out
    refused = refused_output(out, root, _kept(root, out))
    if refused is not None:
        return _with(result, found=(refused,))
    sources = _sources(root, result)
    if isinstance(sources, Result) or result.reasoning is None:
        return sources if isinstance(sources, Result) else result
    knowledge = result.reasoning.knowledge
    start = monotonic()
    files, found = _made_by(engine, sources, _epoch(knowledge))
    written = written_at(knowledge)
    result = _with(result, found=at_cause(found, written, result.texts), engine_seconds=monotonic() - start)
    if result.failed:
        return result
    docs = {path.removeprefix("docs/"): data for path, data in sources.items() if path.startswith("docs/")}
    origins = origins_of(docs, installed_theme(engine))
    found = check_site(files, knowledge.glossary.site_url, origins)
    result = _with(result, found=at_cause(found, written, result.texts))
    if result.failed:
        return result
    return _with(result, site=write_tree(out, files, root=root, kept=_kept(root, out)))


def write_beside(root: Path, out: Path, files: Mapping[str, bytes]) -> Diagnostic | None:
    """Write a folder of files that are made of a project, nowhere in what people write; what is wrong, if anything."""
    written = write_tree(out, files, root=root, kept=(*_kept(root, out), root / SITE))
    return written if isinstance(written, Diagnostic) else None


def _kept(root: Path, out: Path) -> tuple[Path, ...]:
    """The folders of a project that the site may neither be nor stand in: what people write, and other outputs."""
    own = os.path.realpath(root / SITE)
    outputs = (BUILD,) if os.path.realpath(out) == own else (BUILD, SITE)
    return tuple(root / folder for folder in (*INPUTS, *outputs))


def _made_by(
    engine: Engine, sources: Mapping[str, bytes], epoch: int
) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """The files of the site that an engine makes of the sources, in a folder of its own; none where it failed."""
    try:
        with tempfile.TemporaryDirectory(prefix="hornbook-") as folder:
            work = Path(os.path.realpath(folder))
            light, parts = with_slots(sources)
            _lay_out(work, light)
            ran = run_engine(engine, work, epoch, Path(sys.executable))
            files = {} if has_errors(ran.diagnostics) else read_tree(work / OUT)
    except OSError as error:
        return {}, (failed_output(error, Place(OUT)),)
    if isinstance(files, Diagnostic):
        return {}, (*ran.diagnostics, files)
    files, found = with_parts(files, parts)
    return files | weighed_search(files), (*ran.diagnostics, *found)


def _sources(root: Path, result: Result) -> dict[str, bytes] | Result:
    """What the engine reads, by path in the folder that it works in; the result where there is an error."""
    if result.failed or result.reasoning is None:
        return result
    assets, problems = _contents(find_assets(root, own_files(result.settings))[0])
    if problems:
        return _with(result, found=problems)
    knowledge = result.reasoning.knowledge
    glossary = knowledge.glossary
    facts = {
        "site_name": glossary.title,
        "site_url": glossary.site_url,
        "site_description": glossary.description,
    }
    if not result.settings.has_copyright:
        whose = "; each sense is its author’s" if any(term.senses for term in knowledge.terms.values()) else ""
        facts["copyright"] = f"Text under {glossary.licence}{whose}."
    hooks = [str(root / hook) for hook in result.settings.hooks]
    settings = merged_settings(
        result.settings,
        {**DEFAULTS, "nav": navigation(knowledge)},
        decided_settings(facts, glossary.lang, hooks),
        empty_pages(knowledge),
    )
    return build(result.reasoning, assets) | {SETTINGS: settings}


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _contents(files: Mapping[str, Path]) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """What is copied from `docs/`; a file that has just gone is as if it had never been."""
    contents: dict[str, bytes] = {}
    problems = []
    for name, path in files.items():
        try:
            contents[name] = path.read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(unreadable(f"docs/{name}", error))
    return contents, tuple(problems)


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
        settings=result.settings,
        built=built if isinstance(built, Written) else result.built,
        site=site if isinstance(site, Written) else result.site,
        engine_seconds=result.engine_seconds if engine_seconds is None else engine_seconds,
    )
