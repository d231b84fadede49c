"""From a project's folder to a finished site: the steps that commands run, with their reading and writing."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache as once
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from hornbook.addresses import (
    CODES,
    FIELDS,
    INDEXES,
    SCRIPT,
    STYLES,
    files_of,
    moved_embeds,
    pages_of,
    redirects,
    written_at,
)
from hornbook.cache import NOTHING_KEPT, NoCache, digest_of_files, packed, unpacked
from hornbook.check import check, check_in_spite, check_links
from hornbook.diagnostics import Code, Diagnostic, bounded, has_errors
from hornbook.diagnostics.plain import from_plain, to_plain
from hornbook.kinds import GLOSSARY, PAGE, VIEW
from hornbook.language import say, speaking
from hornbook.load import (
    EngineSettings,
    Loaded,
    find_assets,
    load,
    lost_files,
    merged_settings,
    own_files,
    pages_in_navigation,
    unknown_pages,
)
from hornbook.load.text import FILE_TOO_LARGE, oversized, unreadable
from hornbook.model import DataForm, KnowledgeBase
from hornbook.model.reads import telling
from hornbook.reasoning.anchors import Places
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.scratch import clear_leftovers

# Who only checks does not wait for what makes pages, publishes them or draws: that is imported where it is needed.
if TYPE_CHECKING:
    from hornbook.publish import Engine, Looked, Origins, Written

SETTINGS = "mkdocs.yml"
"""The project's own settings of the site engine."""
BUILD = "build"
SITE = "site"
IDS = "glossary/ids.txt"
_READ = (GLOSSARY.folder, VIEW.folder, PAGE.folder)
INPUTS = (*_READ, ".git")
_FINDINGS = "findings"
_SOURCES = "sources"
_SITE_KIND = "site"
_PLACES = "places"
_TELLING = "telling"
_OF_THE_PROGRAM = frozenset({CODES, FIELDS})
"""The pages that are the same for every project in one language."""


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
    inputs: str | None = None
    """A digest of the inputs that were read; None where they changed meanwhile, or where nobody asked."""
    built: "Written | None" = None
    site: "Written | None" = None
    is_plain: bool = False
    """Whether the settings of the engine bring nothing into the site that is no input, such as programs."""
    engine_seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return has_errors(self.diagnostics)


def examine(root: Path, loaded: Loaded | None = None, cache: NoCache = NOTHING_KEPT) -> Result:
    """Load and check a project, drawings kept beside their views included; nothing is written.

    What is `loaded` already is not read again.
    """
    inputs = _digest(root, cache) if loaded is None else None
    found = _examined(root, load(root, cache=cache) if loaded is None else loaded, cache)
    if inputs is None or inputs != _digest(root, cache):
        return found
    cache.put(_FINDINGS, (inputs,), to_plain(found.diagnostics, found.texts))
    return replace(found, inputs=inputs)


def examine_briefly(root: Path, cache: NoCache) -> Result:
    """The same findings as those of `examine`; nothing is loaded where an earlier run has examined the same files.

    Of texts there are those that the findings quote.
    """
    inputs = _digest(root, cache)
    known = None if inputs is None else cache.get(_FINDINGS, (inputs,))
    if known is None:
        return examine(root, cache=cache)
    diagnostics, texts = from_plain(known, _every_code)
    return Result(diagnostics=diagnostics, texts=texts, inputs=inputs)


def _every_code() -> Iterable[Code]:
    from hornbook.manual import all_codes

    return chain.from_iterable(all_codes().values())


def _digest(root: Path, cache: NoCache) -> str | None:
    """What all inputs hold, where something is kept by it."""
    return digest_of_files(root, (SETTINGS, *_READ)) if cache.keeps else None


def _examined(root: Path, loaded: Loaded, cache: NoCache) -> Result:
    assets, problems = find_assets(root, own_files(loaded.settings))
    problems = [*problems, *lost_files(loaded.settings, assets, (STYLES, SCRIPT)), *oversized(assets)]
    too_large = {one.place.path.removeprefix(f"{PAGE.folder}/") for one in problems if one.code == FILE_TOO_LARGE}
    read = (*loaded.diagnostics, *bounded(problems))
    if loaded.knowledge is None:
        found = tuple(sorted((*read, *bounded(_found_in_spite(loaded, frozenset(assets))))))
        return Result(diagnostics=found, texts=loaded.texts, settings=loaded.settings)
    knowledge = telling(loaded.knowledge, cache.held(_TELLING)) if cache.keeps else loaded.knowledge
    cache.hold((loaded.knowledge, knowledge), _TELLING)
    reasoning = reason_about(knowledge, cache=cache)
    found = (
        *check(reasoning, loaded.passages),
        *check_links(loaded.knowledge, frozenset(assets), _places_on(reasoning, cache)),
        *_check_kept_drawings(root, loaded.knowledge, cache),
        *unknown_pages(loaded.settings, pages_of(loaded.knowledge) | {index.address for index in INDEXES}),
        *_check_copied_drawings(loaded.knowledge, {name: at for name, at in assets.items() if name not in too_large}),
    )
    told = tuple(sorted((*read, *bounded(found))))
    return Result(diagnostics=told, texts=loaded.texts, reasoning=reasoning, settings=loaded.settings)


def _found_in_spite(loaded: Loaded, files: frozenset[str]) -> tuple[Diagnostic, ...]:
    """What else is wrong with a project that has errors, as far as they leave no doubt of it."""
    readable = loaded.readable
    if readable is None:
        return ()
    knowledge = readable.knowledge
    reasoning = reason_about(knowledge) if readable.is_sound else None
    return check_in_spite(knowledge, reasoning, files, is_complete=readable.is_complete)


def _places_on(reasoning: Reasoning, cache: NoCache) -> Callable[[str], Places | None]:
    """What a link to a page of the builder's can lead to; pages are made only where such a link asks for one."""

    @once
    def asked() -> Callable[[str], Places | None]:
        from hornbook.site import places_on

        return places_on(reasoning, cache)

    def key(address: str) -> tuple[str, ...]:
        return (address, reasoning.knowledge.glossary.lang)

    @once
    def places(address: str) -> Places | None:
        known = cache.get(_PLACES, key(address)) if address in _OF_THE_PROGRAM else None
        if known is not None:
            return Places(*map(frozenset, json.loads(known)))
        made = asked()(address)
        if made is not None and address in _OF_THE_PROGRAM:
            cache.put(_PLACES, key(address), json.dumps([sorted(made.anchors), sorted(made.states)]).encode())
        return made

    return places


def _check_kept_drawings(root: Path, knowledge: KnowledgeBase, cache: NoCache) -> list[Diagnostic]:
    """What is wrong with the drawings of views and chains; a project may have neither."""
    from hornbook.kept_drawings import check_drawings

    return check_drawings(root, knowledge, cache)


def _check_copied_drawings(knowledge: KnowledgeBase, assets: Mapping[str, Path]) -> tuple[Diagnostic, ...]:
    """What the finished site could not have in a drawing of `docs/`, said of the file itself."""
    drawings, _ = _contents({name: path for name, path in assets.items() if name.lower().endswith(".svg")})
    if not drawings:
        return ()
    from hornbook.publish import check_drawings_of

    pages = (*pages_of(knowledge), *redirects(knowledge), *moved_embeds(knowledge))
    files = frozenset((*files_of(knowledge), *assets, *(f"{address}index.html" for address in pages)))
    return check_drawings_of(PAGE.folder, drawings, files, knowledge.glossary.site_url)


def build_sources(root: Path, examined: Result | None = None, cache: NoCache = NOTHING_KEPT) -> Result:
    """Write `build/`, the sources of the site engine; nothing is written where there is an error."""
    from hornbook.publish import write_tree

    result = examined or examine_briefly(root, cache)
    known = _known_sources(root, result, cache)
    if known is None:
        result = _loaded(root, result, cache)
    sources = known or _sources(root, result, cache)
    if isinstance(sources, Result):
        return sources
    if known is None and result.inputs is not None and result.inputs == _digest(root, cache):
        cache.put(_SOURCES, (result.inputs, str(root)), packed(sources))  # hooks are named by where they stand
    return _with(
        result,
        built=write_tree(root / BUILD, sources, root=root, kept=tuple(root / folder for folder in (*INPUTS, SITE))),
    )


def build_site(
    root: Path,
    engine: "Engine",
    out: Path | None = None,
    examined: Result | None = None,
    cache: NoCache = NOTHING_KEPT,
    *,
    twin: bool = False,
) -> Result:
    """Build everything: the engine's sources, the engine's site, and the checks of the finished pages.

    The engine works in a folder of its own, made for this run and removed with it: it sees what was made just now,
    and never what somebody put into `build/` or into the site. What is read over is what is written. With `twin` the
    site before this one stays beside it, for who builds again and again.
    """
    from hornbook.publish import refused_output

    result = examined or examine_briefly(root, cache)
    clear_leftovers()
    out = root / SITE if out is None else out
    refused = refused_output(out, root, _kept(root, out))
    if refused is not None:
        return _with(result, found=(refused,))
    standing = _still_standing(root, engine, out, result, cache)
    if standing is not None or result.failed:
        return standing or result
    result = _loaded(root, result, cache)
    found = result.diagnostics
    made = _made_site(root, engine, result, cache)
    if isinstance(made, Result):
        return made
    result, files = _published(root, out, made, cache, twin=twin)
    if result.diagnostics == found:
        _keep_site(root, engine, result, files, cache)
    return result


def _loaded(root: Path, result: Result, cache: NoCache) -> Result:
    """The result with what it was found in, where an earlier run examined that and nothing was loaded."""
    if result.reasoning is not None or result.failed:
        return result
    loaded = examine(root, cache=cache)
    return replace(loaded, diagnostics=result.diagnostics) if loaded.inputs == result.inputs else loaded


@dataclass(frozen=True, slots=True)
class _Site:
    """A site as an engine made it, and what it is read over with."""

    result: Result
    knowledge: KnowledgeBase
    files: Mapping[str, bytes]
    origins: "Origins"
    known: "Mapping[str, Looked]"
    """What there is in files that were looked at already."""
    name: tuple[str, ...]
    """That of the project's tables in the cache."""


def _made_site(root: Path, engine: "Engine", result: Result, cache: NoCache) -> Result | _Site:
    """The finished site, not read over yet; the result alone where it failed."""
    from hornbook.publish import (
        EngineRun,
        at_cause,
        installed_theme,
        looking_at,
        make_files,
        origins_of,
        siblings_of,
    )

    sources = _known_sources(root, result, cache) or _sources(root, result, cache)
    if isinstance(sources, Result) or result.reasoning is None:
        return sources if isinstance(sources, Result) else result
    knowledge = result.reasoning.knowledge
    docs = {path.removeprefix("docs/"): data for path, data in sources.items() if path.startswith("docs/")}
    siblings = DataForm.MARKDOWN in knowledge.glossary.outputs.data
    origins, site_url = origins_of(docs, installed_theme(engine), siblings=siblings), knowledge.glossary.site_url
    start = monotonic()
    name = (str(root), str(engine))
    named = pages_in_navigation(sources[SETTINGS])
    result = replace(result, is_plain=named is not None)
    # Other cores look at what engines only copy.
    with looking_at(origins.written, site_url, origins, cache=cache, name=name) as looked:
        files, found = make_files(EngineRun(engine, epoch_of(knowledge)), sources, origins, named, cache, name)
        found = at_cause(found, written_at(knowledge), result.texts)
        result = _with(result, found=found, engine_seconds=monotonic() - start)
        if result.failed:
            return result
        known = looked()
    if siblings:
        files = {**files, **siblings_of(files, origins.sources)}
    return _Site(result, knowledge, files, origins, known, name)


def _published(root: Path, out: Path, site: _Site, cache: NoCache, *, twin: bool) -> tuple[Result, Mapping[str, bytes]]:
    """The result once the site stands at `out`, or has mistakes, and its files.

    While other cores read the pages over, this one makes the index of search and writes the tree beside the old one.
    """
    from hornbook.publish import at_cause, checking, texts_for_search, weighed_search, write_tree

    result, site_url = site.result, site.knowledge.glossary.site_url
    texts = texts_for_search(site.files, cache, site.name)
    with checking(site.files, site_url, site.origins, site.known, cache, site.name) as wrong_in:
        index = weighed_search(site.files, texts, cache, site.name)
        files = {**site.files, **index}

        @once
        def found() -> tuple[Diagnostic, ...]:
            return at_cause(bounded(wrong_in(index)), written_at(site.knowledge), result.texts)

        def objection() -> Diagnostic | None:
            return next((one for one in found() if has_errors((one,))), None)

        written = write_tree(out, files, root=root, kept=_kept(root, out), objection=objection, twin=twin)
        result = _with(result, found=found())
    return (result if result.failed else _with(result, site=written)), files


def _still_standing(root: Path, engine: "Engine", out: Path, result: Result, cache: NoCache) -> Result | None:
    """The result of a run that makes nothing, since the site of the same inputs still stands."""
    from hornbook.publish import Written, still_stands

    known = None if result.inputs is None else cache.get(_SITE_KIND, (result.inputs, str(root), str(engine)))
    if known is None or result.failed:
        return None
    hashes = json.loads(known)
    return (
        _with(result, site=Written(changed=0, removed=0, unchanged=len(hashes))) if still_stands(out, hashes) else None
    )


def _keep_site(root: Path, engine: "Engine", result: Result, files: Mapping[str, bytes], cache: NoCache) -> None:
    """Keep what a site consists of, if it is made of nothing but the inputs, and these are as they were read."""
    from hornbook.publish import hashes_of

    if result.inputs is not None and result.is_plain and result.inputs == _digest(root, cache):
        key = (result.inputs, str(root), str(engine))
        cache.put_last((_SITE_KIND,), _SITE_KIND, key, lambda: json.dumps(hashes_of(files)).encode())


def write_beside(root: Path, out: Path, files: Mapping[str, bytes]) -> Diagnostic | None:
    """Write a folder of files that are made of a project, nowhere in what people write; what is wrong, if anything."""
    from hornbook.publish import write_tree

    written = write_tree(out, files, root=root, kept=(*_kept(root, out), root / SITE))
    return written if isinstance(written, Diagnostic) else None


def _kept(root: Path, out: Path) -> tuple[Path, ...]:
    """The folders of a project that the site may neither be nor stand in: what people write, and other outputs."""
    own = os.path.realpath(root / SITE)
    outputs = (BUILD,) if os.path.realpath(out) == own else (BUILD, SITE)
    return tuple(root / folder for folder in (*INPUTS, *outputs))


def _known_sources(root: Path, result: Result, cache: NoCache) -> dict[str, bytes] | None:
    """What the engine reads, where an earlier run made it of the same inputs."""
    if result.inputs is None or result.failed:
        return None
    found = cache.get(_SOURCES, (result.inputs, str(root)))
    return None if found is None else unpacked(found)


def _sources(root: Path, result: Result, cache: NoCache) -> dict[str, bytes] | Result:
    """What the engine reads, by path in the folder that it works in; the result where there is an error."""
    from hornbook.site import build

    if result.failed or result.reasoning is None:
        return result
    assets, problems = _contents(find_assets(root, own_files(result.settings))[0])
    if problems:
        return _with(result, found=problems)
    settings = site_settings(root, result, result.reasoning.knowledge)
    return build(result.reasoning, assets, cache) | {SETTINGS: settings}


def site_settings(root: Path, result: Result, knowledge: KnowledgeBase) -> bytes:
    """The settings that a site engine is given: ours, with what the project's own add."""
    from hornbook.publish import decided_settings, default_settings, empty_pages, navigation

    glossary = knowledge.glossary
    facts = {
        "site_name": glossary.title,
        "site_url": glossary.site_url,
        "site_description": glossary.description,
    }
    with speaking(glossary.words):
        if not result.settings.has_copyright:
            facts["copyright"] = _copyright(knowledge)
        ours = {**default_settings(), "nav": navigation(knowledge)}
    hooks = [str(root / hook) for hook in result.settings.hooks]
    return merged_settings(
        result.settings,
        ours,
        decided_settings(facts, glossary.lang, hooks),
        empty_pages(knowledge),
    )


def _copyright(knowledge: KnowledgeBase) -> str:
    """What stands at the foot of every page."""
    licence = knowledge.glossary.licence
    if any(term.senses for term in knowledge.terms.values()):
        return say("Text under {licence}; each sense is its author’s.", licence=licence)
    return say("Text under {licence}.", licence=licence)


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


def epoch_of(knowledge: KnowledgeBase) -> int:
    """The moment that engines write into files: that of the newest change, so that one input gives the same bytes."""
    if not knowledge.changes:
        return 0
    return int(datetime.fromisoformat(knowledge.changes[0].date).replace(tzinfo=UTC).timestamp())


def _with(
    result: Result,
    *,
    found: tuple[Diagnostic, ...] = (),
    built: "Written | Diagnostic | None" = None,
    site: "Written | Diagnostic | None" = None,
    engine_seconds: float | None = None,
) -> Result:
    """The result one step on."""
    failures = tuple(one for one in (built, site) if isinstance(one, Diagnostic))
    return replace(
        result,
        diagnostics=(*result.diagnostics, *found, *failures),
        built=result.built if built is None or isinstance(built, Diagnostic) else built,
        site=result.site if site is None or isinstance(site, Diagnostic) else site,
        engine_seconds=result.engine_seconds if engine_seconds is None else engine_seconds,
    )
