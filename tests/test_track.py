"""Sounds laid ahead."""

from __future__ import annotations

import numpy as np

from audiodream.fades import ring
from audiodream.track import Track


def test_what_rings_over_the_end_of_a_block_goes_on_in_the_next() -> None:
    track, sound = Track(1), ring(60_000, 0.3)
    track.add(sound, 40_000)
    whole = np.concatenate([track.block(), track.block(), track.block()])[:, 0]
    assert np.array_equal(whole[40_000:100_000], sound)
    assert not whole[:40_000].any() and not whole[100_000:].any()
