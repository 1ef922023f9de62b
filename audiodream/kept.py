"""Generated sound that is kept: what was woven once is read back as long as nothing that decides how it sounds has changed."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

import numpy as np

from audiodream.audio import Audio, Stream
from audiodream.store import Store, address, program
from audiodream.takes import decode, encode

LIMIT_BYTES = 1 << 30
CHANNELS = 2
BYTES_A_FRAME = 2 * CHANNELS
_HEAD = struct.Struct("<Id")


def beds() -> Store:
    """Where woven beds and effects are kept."""
    return Store("beds", LIMIT_BYTES)


def bed_store(frames: int) -> Store | None:
    """Where the sound of a story of about so many frames is kept; a novel would only drive out everything else."""
    return beds() if 2 * BYTES_A_FRAME * frames < LIMIT_BYTES // 2 else None


def kept(store: Store | None, frames: int, weave: Callable[[], Iterator[Audio]], **decides: object) -> Stream:
    """Stereo of so many frames, as `weave` makes it or, where the same was made before, from the store.

    decides: everything that decides how it sounds. The sound is quantised to 16 bits under the peak of each block in any case, so that
    it is the same whether it was kept or not.
    """
    key = address(program=program(), frames=frames, **decides) if store else ""
    return Stream(frames, _blocks(store, key, frames, weave))


def kept_whole(store: Store | None, make: Callable[[], Audio], **decides: object) -> Audio:
    """The same for a short sound, whose length is known only when it is made."""
    key = address(program=program(), **decides) if store else ""
    found = store.get(key) if store else None
    if found is not None:
        return next(_read(found))
    codes, scale = encode(make())
    if store:
        store.put(key, [_HEAD.pack(len(codes), scale), codes.tobytes()])
    return decode(codes, scale)


def _blocks(store: Store | None, key: str, frames: int, weave: Callable[[], Iterator[Audio]]) -> Iterator[Audio]:
    found = store.get(key) if store else None
    if found is not None:
        yield from _read(found)
        return
    parts: list[bytes] = []
    done = 0
    for block in weave():
        codes, scale = encode(block)
        done += len(codes)
        if store:
            parts += [_HEAD.pack(len(codes), scale), codes.tobytes()]
            if done >= frames:
                store.put(key, parts)
        yield decode(codes, scale)


def _read(data: memoryview) -> Iterator[Audio]:
    at = 0
    while at < len(data):
        frames, scale = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        yield decode(np.frombuffer(data, np.int16, frames * CHANNELS, at).reshape(frames, CHANNELS), scale)
        at += frames * BYTES_A_FRAME
