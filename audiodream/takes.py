"""Takes on disk, found again by everything that decided how they sound."""

from __future__ import annotations

import io
import json
import math
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio
from audiodream.store import Stock, Store
from audiodream.take import Take, WordTime
from audiodream.units import RATE_HZ

DEFAULT_LIMIT_BYTES = 2 << 30
_FULL = 32767.0

Codes = npt.NDArray[np.int16]


def quantised(audio: Audio) -> Audio:
    """The sound as it comes back from disk: 16 bits under its own peak. Every take passes here, cached or not, so that both are the same.

    The step is a power of two, so that quantising again changes nothing.
    """
    codes, scale = encode(audio)
    return decode(codes, scale)


def encode(audio: Audio) -> tuple[Codes, float]:
    """Whole numbers of 16 bits, in the shape of the sound, and the step that they count."""
    peak = float(np.abs(audio).max(initial=0.0))
    scale = 2.0 ** math.ceil(math.log2(max(peak, 1e-9) / _FULL))
    codes = np.rint(audio * np.float32(1.0 / scale))
    return np.clip(codes, -_FULL, _FULL).astype(np.int16), scale


def decode(codes: Codes, scale: float) -> Audio:
    return np.asarray(codes * np.float32(scale), np.float32)


def takes(folder: Path | None = None, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> Store:
    """Where takes are kept."""
    return Store("takes", limit_bytes, folder)


class TakeCache:
    """A store of takes; see `Store`."""

    def __init__(self, folder: Path | None = None, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self._store = takes(folder, limit_bytes)

    @property
    def fault(self) -> str:
        """Why nothing can be kept, or nothing."""
        return self._store.fault

    def get(self, key: str) -> tuple[Take, tuple[str, ...]] | None:
        """The take and what its quality gate said of it; None when it is not there or not whole."""
        data = self._store.get(key)
        if data is None:
            return None
        try:
            return _unpack(data, key)
        except (ValueError, KeyError, TypeError, RuntimeError, struct.error):
            self._store.drop(key)
            return None

    def put(self, take: Take, problems: tuple[str, ...] = ()) -> None:
        """Keep a take under its key; where the folder does not let us, render on without."""
        self._store.put(take.key, _pack(take, problems))

    def stock(self) -> Stock:
        return self._store.stock()

    def clear(self) -> Stock:
        return self._store.clear()


def _pack(take: Take, problems: tuple[str, ...]) -> list[bytes]:
    """Length of the head, head (JSON), sound (FLAC, 16 bits)."""
    import soundfile

    codes, scale = encode(take.audio)
    sound = io.BytesIO()
    if len(codes):
        soundfile.write(sound, codes, RATE_HZ, format="FLAC", subtype="PCM_16", compression_level=0.2)
    times = [[w.start_s, w.end_s] for w in take.words]
    head = json.dumps({"scale": scale, "frames": take.frames, "words": times, "problems": problems}).encode()
    return [struct.pack("<I", len(head)), head, sound.getvalue()]


def _unpack(data: memoryview, key: str) -> tuple[Take, tuple[str, ...]]:
    size = struct.unpack_from("<I", data)[0]
    head = json.loads(bytes(data[4:4 + size]))
    codes: Codes = np.zeros((0, 1), np.int16)
    if head["frames"]:
        import soundfile

        codes = soundfile.read(io.BytesIO(data[4 + size:]), dtype="int16", always_2d=True)[0]
    if len(codes) != head["frames"]:
        raise ValueError("another take")
    words = tuple(WordTime(start_s, end_s) for start_s, end_s in head["words"])
    return Take(decode(codes, head["scale"]), words, key), tuple(head["problems"])
