"""The server of `hornbook serve`: it hears this machine alone, and no client can hold it up.

A page of another site can have its own name lead to this machine and then read what is served here ("DNS rebinding");
its browser still says that name as the host. Who asks under a name that is not this machine's gets nothing.
"""

import re
import socket
import sys
from http.server import ThreadingHTTPServer
from threading import Lock
from time import monotonic
from typing import Any

SECONDS = 30.0
"""What a connection may take, from its beginning to its end."""
MOST = 64
"""Connections at a time; where there are more, the oldest one ends, so that whoever asks now is heard."""
_HERE = re.compile(r"(?:(?:[a-z0-9-]+\.)*localhost\.?|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)


def is_here(host: str) -> bool:
    """Whether a `Host` of a request names this machine; on which port does not matter, since ports are forwarded."""
    return _HERE.fullmatch(host.strip()) is not None


class LocalServer(ThreadingHTTPServer):
    """Listens on this machine, in a thread for each connection, which is closed once its time is over."""

    def __init__(self, port: int, handler: Any, *, seconds: float = SECONDS, most: int = MOST) -> None:  # noqa: ANN401 -- a class, or what makes one
        self._seconds, self._most = seconds, most
        self._lock = Lock()
        self._open: dict[socket.socket, float] = {}
        """The connections, oldest first, with the time at which each has to be over."""
        super().__init__(("127.0.0.1", port), handler)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 -- the library's own
        """Hear a connection, in place of the oldest one where there are too many."""
        with self._lock:
            self._open[request] = monotonic() + self._seconds
            oldest = next(iter(self._open)) if len(self._open) > self._most else None
        if oldest is not None:
            _cut(oldest)
        super().process_request(request, client_address)

    def service_actions(self) -> None:
        """Cut off whoever takes too long; called again and again while the server runs."""
        now = monotonic()
        with self._lock:
            overdue = [request for request, end in self._open.items() if end < now]
        for request in overdue:
            _cut(request)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 -- the library's own
        """End a connection."""
        with self._lock:
            self._open.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 -- the library's own
        """Say nothing of clients that went away or were cut off."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _cut(request: socket.socket) -> None:
    """Make whoever waits for a connection go on: reading ends, and writing fails."""
    try:
        request.shutdown(socket.SHUT_RDWR)
    except OSError:  # it has just ended by itself
        return
