"""A small client of language servers: what editors send over stdio, and what comes back."""

import json
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

PATIENCE = 30
"""Seconds after which an answer is not waited for any longer."""


class RefusedError(Exception):
    """The server answered with an error."""


class Client:
    """Starts a server and talks to it, one thing after the other."""

    def __init__(self, command: Sequence[str], root: Path, settings: dict[str, Any] | None = None) -> None:
        self.root = root
        self._settings = settings or {}
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._arrived: queue.Queue[dict[str, Any]] = queue.Queue()
        self.notified: list[tuple[str, Any]] = []
        self._number = 0
        self._versions: dict[str, int] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def initialize(self, **capabilities: Any) -> Any:
        folder = {"uri": self.root.as_uri(), "name": "project"}
        parameters = {
            "processId": None,
            "rootUri": self.root.as_uri(),
            "workspaceFolders": [folder],
            "capabilities": capabilities,
        }
        answered = self.request("initialize", parameters)
        self.notify("initialized", {})
        return answered

    def end(self) -> int:
        """Shut the server down; how it exits."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self._process.wait(PATIENCE)

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def open(self, path: str, text: str | None = None, language: str = "yaml") -> None:
        self._versions[path] = 1
        text = (self.root / path).read_text(encoding="utf-8") if text is None else text
        document = {"uri": self.uri(path), "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, path: str, text: str) -> None:
        self._versions[path] += 1
        document = {"uri": self.uri(path), "version": self._versions[path]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def close(self, path: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": self.uri(path)}})

    def at(self, method: str, path: str, line: int, character: int, **more: Any) -> Any:
        """Ask something about a position, which counts from 0 as the protocol does."""
        position = {"line": line, "character": character}
        return self.request(
            f"textDocument/{method}", {"textDocument": {"uri": self.uri(path)}, "position": position, **more}
        )

    def request(self, method: str, params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda message: message.get("id") == number and "method" not in message)
        if "error" in answer:
            raise RefusedError(answer["error"]["message"])
        return answer.get("result")

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def diagnostics(self, path: str, wanted: Callable[[list[Any]], bool]) -> list[Any]:
        """Those of a file, as soon as they are as wanted."""
        uri = self.uri(path)
        message = self._until(
            lambda one: (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == uri
                and wanted(one["params"]["diagnostics"])
            )
        )
        found: list[Any] = message["params"]["diagnostics"]
        return found

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while True:
            message = self._arrived.get(timeout=max(0.01, end - time.monotonic()))
            if "method" in message and "id" in message:
                self._answer(message)
            elif "method" in message:
                self.notified.append((message["method"], message["params"]))
            if wanted(message):
                return message

    def _answer(self, message: dict[str, Any]) -> None:
        result: Any = None
        if message["method"] == "workspace/configuration":
            result = [self._settings.get(item.get("section")) for item in message["params"]["items"]]
        self._send({"id": message["id"], "result": result})

    def refused(self, body: bytes) -> tuple[Any, int]:
        """Send what cannot be read; the id and the code of the answer."""
        self._write(body)
        answer = self._until(lambda message: "error" in message)
        return answer["id"], answer["error"]["code"]

    def _send(self, message: dict[str, Any]) -> None:
        self._write(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def _write(self, body: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        try:
            while header := stream.readline():
                length = 0
                while header.strip():
                    name, _, value = header.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                    header = stream.readline()
                self._arrived.put(json.loads(stream.read(length)))
        except ValueError:
            pass  # the stream was closed while it was read
