"""Manners: what gets through whatever the take is; how they sound is held in test_staged_cast.py and test_space.py."""

import numpy as np
import pytest

from audiodream.manners import MANNERS, manner


@pytest.mark.parametrize("name", sorted(MANNERS))
@pytest.mark.parametrize("frames", [1, 100, 3000])
def test_a_take_of_next_to_nothing_gets_through(name: str, frames: int) -> None:
    take = np.random.default_rng(1).standard_normal((frames, 1)).astype(np.float32) * np.float32(0.1)
    assert np.isfinite(manner(take, (name,), np.random.default_rng(2))).all()
