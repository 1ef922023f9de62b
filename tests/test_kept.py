"""What was woven once comes back as it was heard, and only as long as nothing that decides how it sounds has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from audiodream.audio import Audio
from audiodream.kept import BYTES_A_FRAME, LIMIT_BYTES, bed_store, kept, kept_whole
from audiodream.looms import Looms
from audiodream.store import Store

FRAMES = 10_100


class Weaver:
    """Noise in blocks; counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Iterator[Audio]:
        self.times += 1
        rng = np.random.default_rng(5)
        for first in range(0, FRAMES, 3000):
            yield (rng.standard_normal((min(3000, FRAMES - first), 2)) * 0.1).astype(np.float32)


def store_in(folder: Path) -> Store:
    return Store("beds", 1 << 30, folder)


def test_it_sounds_the_same_fresh_kept_ahead_and_without_a_store(tmp_path: Path) -> None:
    weave, store = Weaver(), store_in(tmp_path)
    with Looms(2) as looms:
        heard = [kept(place, threads, FRAMES, weave, name="a").read(FRAMES)
                 for place, threads in ((None, None), (None, looms), (store, looms), (store, None), (store, looms))]
    assert weave.times == 3
    assert all(np.array_equal(heard[0], other) for other in heard[1:])
    fresh = np.concatenate(list(Weaver()()))
    assert np.abs(heard[0] - fresh).max() <= np.abs(fresh).max() / 30_000


def test_the_size_of_the_pieces_changes_nothing(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    whole = kept(store, None, FRAMES, Weaver(), name="a").read(FRAMES)
    stream = kept(store, None, FRAMES, Weaver(), name="a")
    pieces = []
    while len(piece := stream.read(777)):
        pieces.append(piece)
    assert np.array_equal(np.concatenate(pieces), whole)


def test_whatever_decides_how_it_sounds_makes_it_another(tmp_path: Path) -> None:
    weave, store = Weaver(), store_in(tmp_path)
    for decides in ({"seed": 1}, {"seed": 2}, {"seed": 1, "gain": b"\x00"}, {"seed": 1}):
        kept(store, None, FRAMES, weave, **decides).read(FRAMES)
    assert weave.times == 3


def test_what_was_not_read_to_its_end_is_not_kept(tmp_path: Path) -> None:
    weave, store = Weaver(), store_in(tmp_path)
    kept(store, None, FRAMES, weave, name="a").read(3100)
    assert store.stock().entries == 0
    kept(store, None, FRAMES, weave, name="a").read(FRAMES)
    assert store.stock().entries == 1


def test_a_damaged_bed_is_woven_again(tmp_path: Path) -> None:
    weave, store = Weaver(), store_in(tmp_path)
    first = kept(store, None, FRAMES, weave, name="a").read(FRAMES)
    (path,) = tmp_path.rglob("*.bed")
    path.write_bytes(path.read_bytes()[:-1])
    assert np.array_equal(kept(store, None, FRAMES, weave, name="a").read(FRAMES), first)
    assert weave.times == 2


def test_a_fault_in_a_loom_is_raised_where_it_is_read() -> None:
    def broken() -> Iterator[Audio]:
        yield np.zeros((100, 2), np.float32)
        raise ValueError("a thread tore")

    with Looms(1) as looms, pytest.raises(ValueError, match="tore"):
        kept(None, looms, FRAMES, broken, name="a").read(FRAMES)


def test_a_short_sound_is_made_once(tmp_path: Path) -> None:
    made = []

    def make() -> Audio:
        made.append(1)
        return np.full((500, 2), 0.25, np.float32)

    store = store_in(tmp_path)
    assert all(np.array_equal(kept_whole(store, None, make, kind="bell")(), make()) for _ in range(3))
    assert len(made) == 4


def test_a_novel_does_not_drive_out_everything_else() -> None:
    assert bed_store(LIMIT_BYTES // BYTES_A_FRAME // 8) is not None
    assert bed_store(LIMIT_BYTES // BYTES_A_FRAME) is None
