"""Recursive filters over whole blocks, as products with matrices.

A recursion goes sample by sample, and a processor does sums side by side. Over a block of 32 frames a filter is linear in the frames of the
block and in its states before it: with the matrices of both at hand, a second of sound takes a few products (block state-space
filtering, Barnes & Shinnaka 1980).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

BLOCK_FRAMES = 32
STRIDE_BLOCKS = 15
STRIDE_FRAMES = BLOCK_FRAMES * STRIDE_BLOCKS
"""Sound comes in whole strides of 10 ms."""

Matrix = npt.NDArray[np.float64]
Planes = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Matrices:
    """A filter of m states. inside (block, block): what the block's own frames give; outgoing (m, block): what the states before it
    give; incoming (block, m): the states behind it, from its frames. Over a stride of n blocks: within ((n + 1) m, n m), the states
    before each block and behind the last from what every block adds; onward (n m, m) and across (m, m), the same from the states
    before the stride."""

    inside: Planes
    outgoing: Planes
    incoming: Planes
    within: Matrix
    onward: Matrix
    across: Matrix


@lru_cache(64)
def _matrices(sections: tuple[tuple[float, ...], ...]) -> _Matrices:
    """Each of the m states and each frame of a block is set to 1 alone, and what comes of it is noted."""
    m = 2 * len(sections)
    states, out = np.zeros((m, m + BLOCK_FRAMES)), np.zeros((BLOCK_FRAMES, m + BLOCK_FRAMES))
    states[:, :m] = np.eye(m)
    for frame in range(BLOCK_FRAMES):
        x = np.zeros(m + BLOCK_FRAMES)
        x[m + frame] = 1.0
        for n, (b0, b1, b2, _, a1, a2) in enumerate(sections):
            y = b0 * x + states[2 * n]
            states[2 * n], states[2 * n + 1] = b1 * x - a1 * y + states[2 * n + 1], b2 * x - a2 * y
            x = y
        out[frame] = x
    powers = [np.linalg.matrix_power(states[:, :m], n) for n in range(STRIDE_BLOCKS + 1)]
    nothing = np.zeros((m, m))
    within = np.block([[powers[row - 1 - column] if column < row else nothing for column in range(STRIDE_BLOCKS)]
                       for row in range(STRIDE_BLOCKS + 1)])
    return _Matrices(np.ascontiguousarray(out[:, m:].T, np.float32), np.ascontiguousarray(out[:, :m].T, np.float32),
                     np.ascontiguousarray(states[:, m:].T, np.float32), within, np.concatenate(powers[:-1]), powers[-1])


class Recursion:
    """Second-order sections (n, 6), a0 = 1, over sound that comes in whole strides; its states are carried from piece to piece."""

    def __init__(self, sections: npt.ArrayLike, channels: int = 2) -> None:
        self._of = _matrices(tuple(tuple(map(float, row)) for row in np.atleast_2d(np.asarray(sections, np.float64))))
        self._state = np.zeros((len(self._of.across), channels))

    def run(self, sound: npt.NDArray[np.float32]) -> Planes:
        """(frames, channels) to (channels, frames); frames a multiple of `STRIDE_FRAMES`."""
        of = self._of
        blocks = np.ascontiguousarray(sound.T, np.float32).reshape(sound.shape[1], -1, BLOCK_FRAMES)
        states = self._walk(blocks)
        out = blocks @ of.inside + states @ of.outgoing
        return np.asarray(out.reshape(sound.shape[1], -1), np.float32)

    def _walk(self, blocks: Planes) -> Planes:
        """The states before every block, (channels, blocks, m). In two strides, since a step of the interpreter costs more than the sums
        in it: within all strides at once, then from one to the next."""
        of, (m, channels) = self._of, self._state.shape
        fresh = (blocks @ of.incoming).astype(np.float64).transpose(1, 2, 0).reshape(-1, STRIDE_BLOCKS * m, channels)
        made = np.matmul(of.within, fresh)
        before = np.empty((len(fresh), m, channels))
        state = self._state
        for n, own in enumerate(made[:, -m:]):
            before[n] = state
            state = of.across @ state + own
        self._state = state
        states = made[:, :-m] + np.matmul(of.onward, before)
        return np.asarray(states.reshape(-1, m, channels).transpose(2, 0, 1), np.float32)
