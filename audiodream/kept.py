"""Generated sound that is kept: what was woven once is read back as long as nothing that decides how it sounds has changed."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from audiodream.audio import Audio, Stream
from audiodream.looms import Looms
from audiodream.store import Store, address, program
from audiodream.takes import Codes, decode, encode

LIMIT_BYTES = 1 << 30
CHANNELS = 2
BYTES_A_FRAME = 2 * CHANNELS
Coded = tuple[Codes, float]
"""Sound as `takes.encode` gives it."""
_HEAD = struct.Struct("<Id")


def beds() -> Store:
    """Where woven beds and effects are kept."""
    return Store("beds", LIMIT_BYTES)


def bed_store(frames: int) -> Store | None:
    """Where the sound of a story of about so many frames is kept; a novel would only drive out everything else."""
    return beds() if 2 * BYTES_A_FRAME * frames < LIMIT_BYTES // 2 else None


def kept(store: Store | None, looms: Looms | None, frames: int, weave: Callable[[], Iterator[Audio]], **decides: object) -> Stream:
    """Stereo of so many frames, as `weave` makes it or, where the same was made before, from the store.

    looms: they weave ahead of whoever reads, maybe in another process, to which `weave` must be able to go; without them the sound is woven
    as it is read.

    decides: everything that decides how it sounds. The sound is quantised to 16 bits under the peak of each block in any case, so that
    it is the same whether it was kept or not.
    """
    key = address(program=program(), frames=frames, **decides) if store else ""
    found = store.get(key) if store else None
    if found is not None:
        return Stream(frames, _read(found))
    coded = partial(_coded, weave)
    return Stream(frames, _recorded(store, key, frames, looms.weave(coded) if looms else coded()))


def _coded(weave: Callable[[], Iterator[Audio]]) -> Iterator[Coded]:
    return map(encode, weave())


def kept_whole(store: Store | None, looms: Looms | None, make: Callable[[], Audio], **decides: object) -> Callable[[], Audio]:
    """The same for a short sound, whose length is known only when it is made; what is given back waits for it."""
    key = address(program=program(), **decides) if store else ""
    coded = partial(_coded_whole, make)
    lies_there = store is not None and store.holds(key)
    made = looms.submit(coded, loose=True).result if looms and not lies_there else coded

    def heard() -> Audio:
        found = store.get(key) if store and lies_there else None
        if found is not None:
            return next(_read(found))
        codes, scale = made()
        if store:
            store.put(key, [_HEAD.pack(len(codes), scale), codes.tobytes()])
        return decode(codes, scale)

    return heard


def _coded_whole(make: Callable[[], Audio]) -> Coded:
    return encode(make())


def _recorded(store: Store | None, key: str, frames: int, blocks: Iterator[Coded]) -> Iterator[Audio]:
    """The blocks as they will come back from the store, where they lie as soon as the last is made."""
    parts: list[bytes] = []
    done = 0
    for codes, scale in blocks:
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
