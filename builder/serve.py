"""`hornbook serve`: the site on this machine, rebuilt when an input changes, mistakes shown without dying.

Only inputs are watched (never what a build writes), and a build starts only when their contents differ from those
of the last build, so a build cannot set off another.
"""

import hashlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from builder.production import CONFIG, SITE, Result, build_site
from builder.publish import Engine

WATCHED = ("glossary", "diagrams", "docs")
_QUIET_SECONDS = 0.15
"""Editors write a file in several steps; a build waits until nothing moved for so long."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How the loop speaks: the command line decides where words go and how mistakes are printed."""

    say: Callable[[str], None]
    shown: Callable[[Result], str]


class State:
    """What the served pages are told: the number of the last good build, and the mistakes since."""

    def __init__(self) -> None:
        self.version = 0
        self.mistakes = ""


def serve_project(
    root: Path,
    engine: Engine,
    port: int,
    voice: Voice,
    stop: threading.Event | None = None,
) -> None:
    """Build, serve and watch until interrupted or until `stop` is set."""
    state, changed, stop = State(), threading.Event(), stop or threading.Event()
    _rebuild(root, engine, state, voice)
    handler = partial(_Pages, state=state, directory=str(root / SITE))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        observer = _watch(root, changed)
        voice.say(f"The site is at http://127.0.0.1:{server.server_address[1]}/ (Ctrl+C ends).")
        try:
            _follow(root, engine, state, changed, stop, voice)
        except KeyboardInterrupt:
            voice.say("Ended.")
        finally:
            observer.stop()
            observer.join()
            server.shutdown()


def fingerprint(root: Path) -> str:
    """A digest of the names and contents of every input."""
    digest = hashlib.sha256()
    paths = [root / CONFIG, *(path for folder in WATCHED for path in sorted((root / folder).rglob("*")))]
    for path in paths:
        if path.is_file() and not path.is_symlink():
            try:
                content = path.read_bytes()
            except OSError:  # gone or unreadable for the moment; the next event tells
                continue
            digest.update(f"{path.relative_to(root)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _follow(
    root: Path,
    engine: Engine,
    state: State,
    changed: threading.Event,
    stop: threading.Event,
    voice: Voice,
) -> None:
    last = fingerprint(root)
    while not stop.is_set():
        if not changed.wait(timeout=0.2):
            continue
        changed.clear()
        while changed.wait(timeout=_QUIET_SECONDS):
            changed.clear()
        now = fingerprint(root)
        if now != last:
            last = now
            voice.say("Changed; building again …")
            _rebuild(root, engine, state, voice)


def _rebuild(root: Path, engine: Engine, state: State, voice: Voice) -> None:
    result = build_site(root, engine)
    state.mistakes = voice.shown(result) if result.failed else ""
    if result.diagnostics:
        voice.say(voice.shown(result))
    if result.site is not None:
        state.version += 1
        voice.say(f"Built: {result.site.changed} files changed.")
    else:
        voice.say("Not built: mend what is said above; the last good site stays.")


def _watch(root: Path, changed: threading.Event) -> BaseObserver:
    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type not in {"opened", "closed_no_write"}:
                changed.set()

    observer = Observer()
    for folder in WATCHED:
        if (root / folder).is_dir():
            observer.schedule(Handler(), str(root / folder), recursive=True)
    observer.schedule(_Only(CONFIG, changed), str(root), recursive=False)
    observer.start()
    return observer


class _Only(FileSystemEventHandler):
    """Reports changes of one file of a folder."""

    def __init__(self, name: str, changed: threading.Event) -> None:
        self._name, self._changed = name, changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if Path(str(event.src_path)).name == self._name and event.event_type not in {"opened", "closed_no_write"}:
            self._changed.set()


_RELOAD = b"""<script>
(function () {
  var seen = null, box = null;
  setInterval(function () {
    fetch("/-/hornbook").then(function (r) { return r.json(); }).then(function (s) {
      if (seen !== null && s.version !== seen) { location.reload(); }
      seen = s.version;
      if (s.mistakes && !box) { box = document.body.appendChild(document.createElement("pre")); }
      if (box) {
        box.textContent = s.mistakes;
        box.style.cssText = s.mistakes ? "position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;z-index:99;" +
          "margin:0;padding:1em;background:#2b0f17;color:#ffdfe6;font:13px/1.4 monospace" : "display:none";
      }
    }).catch(function () {});
  }, 700);
})();
</script>"""


class _Pages(SimpleHTTPRequestHandler):
    """The site's files; pages get a few lines that reload them after a build and show mistakes."""

    def __init__(self, *arguments: Any, state: State, directory: str) -> None:  # noqa: ANN401 -- the server's own
        self._state = state
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path == "/-/hornbook":
            self._send(
                json.dumps({"version": self._state.version, "mistakes": self._state.mistakes}).encode(),
                "application/json",
            )
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            self._send(page.read_bytes() + _RELOAD, "text/html; charset=utf-8")
            return
        super().do_GET()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: what matters is said by the builds."""

    def end_headers(self) -> None:
        """Every answer is fresh: the files change under the reader."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
