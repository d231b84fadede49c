"""`hornbook serve`: the site on this machine, rebuilt when an input changes, mistakes shown without dying.

Only inputs are watched (never what a build writes), and a build starts only when their contents differ from those
of the last build, so a build cannot set off another.
"""

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from hornbook.production import SITE, Result, build_site
from hornbook.publish import SETTINGS, Engine

WATCHED = ("glossary", "diagrams", "docs")
_QUIET_SECONDS = 0.15
"""Editors write a file in several steps; a build waits until nothing moved for so long."""
_READING = {"opened", "closed_no_write"}


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
) -> str | None:
    """Build, serve and watch until interrupted or until `stop` is set; a port that cannot be used is said at once."""
    state, stop = State(), stop or threading.Event()
    handler = partial(_Pages, state=state, directory=str(root / SITE))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        return f"port {port} cannot be used: {(error.strerror or type(error).__name__).lower()}"
    with server:
        last = fingerprint(root)
        _rebuild(root, engine, state, voice)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        watch = _Watch(root)
        voice.say(f"The site is at http://127.0.0.1:{server.server_address[1]}/ (Ctrl+C ends).")
        try:
            _follow(root, engine, state, watch, stop, voice, last=last)
        except KeyboardInterrupt:
            voice.say("Ended.")
        finally:
            watch.end()
            server.shutdown()
    return None


def fingerprint(root: Path) -> str:
    """A digest of the names and contents of every input."""
    digest = hashlib.sha256()
    for path in (root / SETTINGS, *(path for folder in WATCHED for path in sorted(_files(root / folder)))):
        if path.is_file() and not path.is_symlink():
            try:
                content = path.read_bytes()
            except OSError:  # gone or unreadable for the moment; the next event tells
                continue
            digest.update(os.fsencode(path.relative_to(root)) + f"\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_symlink():
        for inside, _, names in os.walk(folder):  # folders that vanish meanwhile are passed over
            yield from (Path(inside, name) for name in names)


def _follow(  # noqa: PLR0913 -- the parts of the loop, none of which belongs to another
    root: Path,
    engine: Engine,
    state: State,
    watch: "_Watch",
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


class _Watch:
    """Watches the inputs, and the project's folder itself for watched folders that come and go."""

    def __init__(self, root: Path) -> None:
        self.changed, self.folders_changed = threading.Event(), threading.Event()
        self._root = root
        self._observer = Observer()
        self.renew()
        self._observer.start()

    def renew(self) -> None:
        """Watch what is there now: a folder that was made anew is another one to the system."""
        self.folders_changed.clear()
        self._observer.unschedule_all()
        self._observer.schedule(_AtTop(self.changed, self.folders_changed), str(self._root), recursive=False)
        for folder in WATCHED:
            if (self._root / folder).is_dir():
                try:
                    self._observer.schedule(_Below(self.changed), str(self._root / folder), recursive=True)
                except FileNotFoundError:  # gone in this moment, which the project's folder reports
                    continue

    def end(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()


class _Below(FileSystemEventHandler):
    """Reports every change in a watched folder."""

    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _READING:
            self._changed.set()


class _AtTop(FileSystemEventHandler):
    """Reports changes of the engine's settings and of the watched folders themselves, never of what a build writes."""

    def __init__(self, changed: threading.Event, folders_changed: threading.Event) -> None:
        self._changed, self._folders_changed = changed, folders_changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = {Path(os.fsdecode(path)).name for path in (event.src_path, event.dest_path)}
        if event.event_type in _READING or not names & {SETTINGS, *WATCHED}:
            return
        if names & {*WATCHED} and event.event_type in {"created", "deleted", "moved"}:
            self._folders_changed.set()
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
_WAITING = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>'
    b"<body><p>There is no site yet. This page shows the mistakes, and the site when they are mended.</p>"
    + _RELOAD.replace(b"seen = null", b"seen = 0")
    + b"</body></html>"
)
"""What stands for every page until a build succeeds."""


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
        try:
            path = Path(self.translate_path(self.path))
            page = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
            content = page.read_bytes() + _RELOAD if page.suffix == ".html" and page.is_file() else None
            missing = content is None and not path.exists()
        except (OSError, ValueError):  # too long for a path, or not a path at all
            content, missing = None, True
        if content is not None:
            self._send(content, "text/html; charset=utf-8")
        elif missing and self._state.version == 0:
            self._send(_WAITING, "text/html; charset=utf-8", HTTPStatus.SERVICE_UNAVAILABLE)
        elif missing:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Begin the answer; what is no path leads nowhere."""
        try:
            return super().send_head()
        except (OSError, ValueError):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: what matters is said by the builds."""

    def end_headers(self) -> None:
        """Every answer is fresh: the files change under the reader."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
