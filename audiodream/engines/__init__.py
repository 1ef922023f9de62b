"""What speaks, by name. An engine is made when it is first asked for: naming one imports nothing heavy."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiodream.engines.engine import Engine


def _piper() -> Engine:
    from audiodream.engines.piper import Piper

    return Piper()


def _kokoro() -> Engine:
    from audiodream.engines.kokoro import Kokoro

    return Kokoro()


def _system() -> Engine:
    from audiodream.engines.system import System

    return System()


def _tone() -> Engine:
    from audiodream.engines.tone import Tone

    return Tone()


class _Engines(Mapping[str, "Engine"]):
    def __init__(self, makers: dict[str, Callable[[], Engine]]) -> None:
        self._makers, self._made, self._lock = makers, dict[str, "Engine"](), threading.Lock()

    def __getitem__(self, name: str) -> Engine:
        with self._lock:
            if name not in self._made:
                self._made[name] = self._makers[name]()
            return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def __contains__(self, name: object) -> bool:
        return name in self._makers


ENGINES: Mapping[str, Engine] = _Engines({
    "piper": _piper,
    "kokoro": _kokoro,
    "system": _system,
    "tone": _tone,
})
