"""The loop of `hornbook serve`: a build for each change of an input, mistakes shown without dying.

Only inputs are watched (never what a build writes), and a build starts only when their contents differ from those
of the last build, so a build cannot set off another.
"""

import gc
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hornbook.cache import NOTHING_KEPT, Memory, NoCache
from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.formats import as_text
from hornbook.production import SITE, Result, build_site
from hornbook.publish import Engine, is_cleared
from hornbook.serve.connections import LocalServer
from hornbook.serve.pages import Pages, State
from hornbook.serve.watch import Watch, fingerprint

_QUIET_SECONDS = 0.15
"""Editors write a file in several steps; a build waits until nothing moved for so long."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How the loop speaks: the command line decides where words go and how files and commands are called."""

    say: Callable[[str], None]
    seen: Callable[[Result], tuple[Sequence[Diagnostic], Mapping[str, str]]]
    """What a build found, and the texts of the files by path, as they look from outside."""


def serve_project(
    root: Path,
    engine: Engine,
    port: int,
    voice: Voice,
    stop: threading.Event | None = None,
    cache: NoCache = NOTHING_KEPT,
) -> str | None:
    """Build, serve and watch until interrupted or until `stop` is set; a port that cannot be used is said at once."""
    state, stop = State(), stop or threading.Event()
    handler = partial(Pages, state=state, directory=str(root / SITE))
    try:
        server = LocalServer(port, handler)
    except OSError as error:
        return f"port {port} cannot be used: {(error.strerror or type(error).__name__).lower()}"
    memory = Memory(cache) if cache.keeps else cache
    build = partial(build_site, root, engine, cache=memory, twin=True)
    with server:
        last = fingerprint(root)
        _rebuild(build, state, voice)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        watch = Watch(root)
        voice.say(f"The site is at http://127.0.0.1:{server.server_address[1]}/ (Ctrl+C ends).")
        try:
            _follow(root, build, state, watch, stop, voice, last=last)
        except KeyboardInterrupt:
            voice.say("Ended.")
        finally:
            watch.end()
            server.shutdown()
            is_cleared(root / SITE)
            memory.tidy()
    return None


def _follow(  # noqa: PLR0913 -- the parts of the loop, none of which belongs to another
    root: Path,
    build: Callable[[], Result],
    state: State,
    watch: Watch,
    stop: threading.Event,
    voice: Voice,
    *,
    last: str,
) -> None:
    """Build whenever the inputs differ from those of the last build, whose fingerprint is `last`."""
    watch.changed.set()  # something may have changed during the first build, before anybody watched
    while not stop.is_set():
        if not watch.changed.wait(timeout=0.2):
            continue
        watch.changed.clear()
        while watch.changed.wait(timeout=_QUIET_SECONDS):
            watch.changed.clear()
        if watch.folders_changed.is_set():
            watch.renew()
        now = fingerprint(root)
        if now != last:
            last = now
            voice.say("Changed; building again …")
            _rebuild(build, state, voice)


def _rebuild(build: Callable[[], Result], state: State, voice: Voice) -> None:
    gc.disable()  # a collection looks at all that is held, and a build sets off many
    try:
        result = build()
    finally:
        gc.enable()
    diagnostics, texts = voice.seen(result)
    if diagnostics:
        voice.say(as_text(diagnostics, texts))
    state.tell(diagnostics, texts, built=result.site is not None)
    if result.site is not None:
        voice.say(f"Built: {result.site.changed} files changed.")
    else:
        voice.say("Not built: mend what is said above; the last good site stays.")
