"""Takes on disk, found again by everything that decided how they sound."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import math
import os
import struct
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from audiodream.audio import Audio
from audiodream.files import whole
from audiodream.shelves import cache_folder
from audiodream.take import Take, WordTime
from audiodream.units import RATE_HZ

MAGIC = b"audiodream take 1\n"
DEFAULT_LIMIT_BYTES = 2 << 30
_SUFFIX = ".take"
_FULL = 32767.0


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What the cache holds."""

    folder: Path
    takes: int
    bytes: int
    limit_bytes: int


def take_key(**parts: Any) -> str:
    """The address of a take: a digest of all that is given, the same on every machine."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def _plain(thing: Any) -> Any:
    return asdict(thing) if hasattr(thing, "__dataclass_fields__") else str(thing)


def quantised(audio: Audio) -> Audio:
    """The sound as it comes back from disk: 16 bits under its own peak. Every take passes here, cached or not, so that both are the same.

    The step is a power of two, so that quantising again changes nothing.
    """
    codes, scale = _encode(audio)
    return _decode(codes, scale)


def _encode(audio: Audio) -> tuple[np.ndarray[Any, np.dtype[np.int16]], float]:
    peak = float(np.abs(audio).max(initial=0.0))
    scale = 2.0 ** math.ceil(math.log2(max(peak, 1e-9) / _FULL))
    codes = np.rint(audio[:, 0] / np.float32(scale))
    return np.clip(codes, -_FULL, _FULL).astype(np.int16), scale


def _decode(codes: np.ndarray[Any, np.dtype[np.int16]], scale: float) -> Audio:
    return (codes.astype(np.float32) * np.float32(scale))[:, None]


class TakeCache:
    """A folder of takes, one file each; the least recently used go when `limit_bytes` is passed. Safe between threads and processes.

    Entries are checked when read: a damaged one is a miss and goes. A folder that cannot be written holds nothing, and says so in `fault`.
    """

    def __init__(self, folder: Path | None = None, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self.folder = (folder or cache_folder()) / "takes"
        self.limit_bytes, self.fault = limit_bytes, ""
        self._lock, self._bytes = threading.Lock(), -1

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / (key + _SUFFIX)

    def get(self, key: str) -> tuple[Take, tuple[str, ...]] | None:
        """The take and what its quality gate said of it; None when it is not there or not whole."""
        path = self._path(key)
        try:
            found = _unpack(path.read_bytes(), key)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, RuntimeError, struct.error):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return found

    def put(self, take: Take, problems: tuple[str, ...] = ()) -> None:
        """Keep a take under its key; where the folder does not let us, render on without."""
        path = self._path(take.key)
        data = _pack(take, problems)
        try:
            with whole(path) as part:
                part.write_bytes(data)
        except Exception as error:  # a full disk must not end a render: the take is in memory
            self.fault = self.fault or str(error)
            return
        with self._lock:
            if self._bytes < 0:
                self._bytes = self.info().bytes
            else:
                self._bytes += len(data)
            if self._bytes > self.limit_bytes:
                self._bytes = self._shrink()

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        for path in sorted(self.folder.glob(f"??/*{_SUFFIX}")) if self.folder.is_dir() else []:
            with contextlib.suppress(OSError):
                state = path.stat()
                found.append((state.st_mtime, state.st_size, path))
        return found

    def _shrink(self) -> int:
        """Let the oldest go until nine tenths of the limit are left."""
        files = sorted(self._files(), key=lambda entry: (entry[0], entry[2].name))
        total = sum(size for _, size, _ in files)
        for _, size, path in files:
            if total <= self.limit_bytes * 0.9:
                break
            with contextlib.suppress(OSError):
                path.unlink()
            total -= size
        return total

    def info(self) -> CacheInfo:
        files = self._files()
        return CacheInfo(self.folder, len(files), sum(size for _, size, _ in files), self.limit_bytes)

    def clear(self) -> CacheInfo:
        """Remove every take; gives what was there."""
        before = self.info()
        for _, _, path in self._files():
            with contextlib.suppress(OSError):
                path.unlink()
        with self._lock:
            self._bytes = -1
        return before


def _pack(take: Take, problems: tuple[str, ...]) -> bytes:
    """Magic, digest of the rest, length of the head, head (JSON), sound (FLAC, 16 bits)."""
    import soundfile

    codes, scale = _encode(take.audio)
    sound = io.BytesIO()
    if len(codes):
        soundfile.write(sound, codes, RATE_HZ, format="FLAC", subtype="PCM_16", compression_level=0.2)
    times = [[w.start_s, w.end_s] for w in take.words]
    head = json.dumps({"key": take.key, "scale": scale, "frames": take.frames, "words": times, "problems": problems}).encode()
    body = struct.pack("<I", len(head)) + head + sound.getvalue()
    return MAGIC + hashlib.blake2b(body, digest_size=16).digest() + body


def _unpack(data: bytes, key: str) -> tuple[Take, tuple[str, ...]]:
    start = len(MAGIC) + 16
    body = data[start:]
    if not data.startswith(MAGIC) or hashlib.blake2b(body, digest_size=16).digest() != data[len(MAGIC):start]:
        raise ValueError("damaged")
    size = struct.unpack_from("<I", body)[0]
    head = json.loads(body[4:4 + size])
    codes = np.zeros(0, np.int16)
    if head["frames"]:
        import soundfile

        codes, _ = soundfile.read(io.BytesIO(body[4 + size:]), dtype="int16")
    if head["key"] != key or len(codes) != head["frames"]:
        raise ValueError("another take")
    words = tuple(WordTime(start_s, end_s) for start_s, end_s in head["words"])
    return Take(_decode(codes, head["scale"]), words, key), tuple(head["problems"])
