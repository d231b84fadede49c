"""The pages of the site as they are served here: each with a panel that shows what the checks found, and reloads it.

The lines for the panel are added while a page is sent. No file of the site has them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from hornbook.diagnostics import Diagnostic, Severity
from hornbook.diagnostics.formats import SHOWN, count_line, printed
from hornbook.serve.connections import is_here

PANEL = "/-/hornbook/panel.js"
"""Where the panel's script is; no page of a site can have such an address."""
_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_NO_SITE = (
    HTTPStatus.SERVICE_UNAVAILABLE,
    "There is no site yet",
    "What has to be mended first is shown here. The site appears once it can be built.",
)
_NO_PAGE = (
    HTTPStatus.NOT_FOUND,
    "There is no page here",
    "The site that was built last has nothing at this address. It may be another one now, or be built next.",
)
_INSTEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title>
<style>body {{ margin: 0; font: 1rem/1.5 system-ui, sans-serif }}
main {{ max-width: 40rem; margin: auto; padding: 1rem }}
h1 {{ font-size: 1.5rem }}</style></head>
<body data-hornbook-instead><main><h1>{title}</h1><p>{words}</p><p><a href="/">Home page</a></p></main>
"""
_SEVERITIES = tuple(Severity)
"""The worst first."""


class State:
    """What the served pages are told."""

    def __init__(self) -> None:
        self.version = 0
        """The number of the last good build; 0 until there is one."""
        self.builds = 0
        """How many builds ended, good or not."""
        self.found: dict[str, object] = {}
        """What the last one found."""

    def tell(self, diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], *, built: bool) -> None:
        """A build ended: what it found, the texts of the files by path, and whether there is a new site."""
        ordered = sorted(diagnostics, key=lambda one: (_SEVERITIES.index(one.severity), one))
        self.found = {
            "built": built,
            "counted": count_line(ordered) if ordered else "",
            "found": [asdict(printed(one, texts)) for one in ordered[:SHOWN]],
            "more": max(0, len(ordered) - SHOWN),
        }
        self.version += built
        self.builds += 1


class Pages(SimpleHTTPRequestHandler):
    """Answers for the site's files, and for what its pages ask while one edits."""

    def __init__(self, *arguments: Any, state: State, directory: str) -> None:  # noqa: ANN401 -- the server's own
        self._state = state
        super().__init__(*arguments, directory=directory)

    def parse_request(self) -> bool:
        """Read the head of a request; whoever asks for another machine than this one is told so, and nothing else."""
        if not super().parse_request():
            return False
        if not all(map(is_here, self.headers.get_all("Host", ()))):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, explain="This is `hornbook serve`: ask for localhost.")
            return False
        return True

    def do_GET(self) -> None:
        """Answer one request."""
        told = self._told(self.path.partition("?")[0])
        if told is not None:
            self._send(*told)
            return
        try:
            path = Path(self.translate_path(self.path))
            page = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
            content = page.read_bytes() if page.suffix == ".html" and page.is_file() else None
            missing = content is None and not path.exists()
        except (OSError, ValueError):  # too long for a path, or not a path at all
            content, missing = None, True
        if content is not None:
            self._send(content + self._lines(), _HTML)
        elif missing:
            self._send_instead()
        else:
            super().do_GET()

    def _told(self, path: str) -> tuple[bytes, str] | None:
        """What pages ask for, with its type; None at every other address."""
        state = self._state
        match path:
            case "/-/hornbook":
                return json.dumps({"version": state.version, "builds": state.builds}).encode(), _JSON
            case "/-/hornbook/found":
                return json.dumps(state.found).encode(), _JSON
            case "/-/hornbook/panel.js":
                return (files("hornbook.serve") / "panel.js").read_bytes(), "text/javascript; charset=utf-8"
            case _:
                return None

    def _lines(self) -> bytes:
        """What a page gets at its end: the panel, which knows of which build the page is."""
        return f'<script src="{PANEL}" data-version="{self._state.version}"></script>'.encode()

    def _send_instead(self) -> None:
        """What stands where there is no page, until there is one."""
        status, title, words = _NO_PAGE if self._state.version else _NO_SITE
        page = _INSTEAD.format(title=escape(title), words=escape(words)).encode()
        self._send(page + self._lines() + b"</body></html>\n", _HTML, status)

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
