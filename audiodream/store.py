"""What was made once is found again by everything that decided how it came out: takes, readings, beds."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from audiodream.files import whole
from audiodream.shelves import cache_folder

MAGIC = b"audiodream kept 1\n"
_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Stock:
    """What a store holds."""

    folder: Path
    entries: int
    bytes: int
    limit_bytes: int


def address(**parts: Any) -> str:
    """A digest of all that is given, the same on every machine."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def _plain(thing: Any) -> Any:
    if isinstance(thing, bytes):
        return hashlib.sha256(thing).hexdigest()
    return asdict(thing) if hasattr(thing, "__dataclass_fields__") else str(thing)


@cache
def program() -> str:
    """A digest of the program itself: what another version of it reads or weaves is not found again."""
    states, folders = [], [str(Path(__file__).parent)]
    for folder in folders:
        for entry in os.scandir(folder):
            if entry.is_dir():
                folders.append(entry.path)
            elif not entry.name.endswith(".pyc"):
                states.append((entry.path, entry.stat().st_size, entry.stat().st_mtime_ns))
    return address(files=sorted(states))


class Store:
    """A folder of entries, one file each; the least recently used go when `limit_bytes` is passed. Safe between threads and processes.

    Entries are checked when read: a damaged one is a miss and goes. A folder that cannot be written holds nothing, and says so in `fault`.
    kind: the folder's name and, in the singular, the suffix of its files.
    """

    def __init__(self, kind: str, limit_bytes: int, folder: Path | None = None) -> None:
        self.folder, self._suffix = (folder or cache_folder()) / kind, "." + kind.removesuffix("s")
        self.limit_bytes, self.fault = limit_bytes, ""
        self._lock, self._bytes = threading.Lock(), -1

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / (key + self._suffix)

    def holds(self, key: str) -> bool:
        """Whether something lies there; whether it is whole shows when it is read."""
        return self._path(key).is_file()

    def get(self, key: str) -> memoryview | None:
        """What was put there, whole; None where there is nothing."""
        path = self._path(key)
        try:
            data = memoryview(path.read_bytes())
        except OSError:
            return None
        start = len(MAGIC) + _DIGEST_BYTES
        if data[:len(MAGIC)] != MAGIC or data[len(MAGIC):start] != _digest(key, [data[start:]]):
            self.drop(key)
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return data[start:]

    def put(self, key: str, parts: Sequence[bytes | memoryview]) -> None:
        """Keep the parts, one behind the other; where the folder does not let us, go on without."""
        try:
            with whole(self._path(key)) as part, part.open("wb") as file:
                file.write(MAGIC + _digest(key, parts))
                for piece in parts:
                    file.write(piece)
        except Exception as error:  # a full disk must not end a render: what was to be kept is in memory
            self.fault = self.fault or str(error)
            return
        with self._lock:
            if self._bytes < 0:
                self._bytes = self.stock().bytes
            else:
                self._bytes += sum(map(len, parts))
            if self._bytes > self.limit_bytes:
                self._bytes = self._shrink()

    def drop(self, key: str) -> None:
        """Forget one entry."""
        with contextlib.suppress(OSError):
            self._path(key).unlink()

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        for path in sorted(self.folder.glob(f"??/*{self._suffix}")) if self.folder.is_dir() else []:
            with contextlib.suppress(OSError):
                state = path.stat()
                yield state.st_mtime, state.st_size, path

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

    def stock(self) -> Stock:
        sizes = [size for _, size, _ in self._files()]
        return Stock(self.folder, len(sizes), sum(sizes), self.limit_bytes)

    def clear(self) -> Stock:
        """Remove every entry; gives what was there."""
        before = self.stock()
        for _, _, path in self._files():
            with contextlib.suppress(OSError):
                path.unlink()
        with self._lock:
            self._bytes = -1
        return before


def _digest(key: str, parts: Sequence[bytes | memoryview]) -> bytes:
    digest = hashlib.blake2b(key.encode(), digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(part)
    return digest.digest()
