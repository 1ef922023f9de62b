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
MARCH_STRIDES = 25
"""So many strides at a time are walked over."""
FORGOTTEN = 1e-20
"""A filter that keeps less than this of its states over a stride has nothing left of them in the last bit of what comes."""

Matrix = npt.NDArray[np.float64]
Planes = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Matrices:
    """A filter of m states. outgoing (block + m, block): what the block's own frames and the states before it give; incoming (block, m):
    the states behind it, from its frames. stride: from block to block; march: from stride to stride."""

    outgoing: Planes
    incoming: Planes
    stride: _Steps
    march: _Steps


@dataclass(frozen=True, slots=True)
class _Steps:
    """Over n steps of m states, each of which adds its own. within (n m, (n + 1) m): the states before each step and behind the last,
    from what every step adds; onward (m, n m) and across (m, m): the same from the states before the first."""

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
    stride = _steps(states[:, :m], STRIDE_BLOCKS)
    return _Matrices(np.concatenate([out[:, m:].T, out[:, :m].T]).astype(np.float32),
                     np.ascontiguousarray(states[:, m:].T, np.float32), stride, _steps(stride.across.T, MARCH_STRIDES))


def _steps(step: Matrix, count: int) -> _Steps:
    """Of so many steps, from the matrix of one."""
    powers = [np.linalg.matrix_power(step, n).T for n in range(count + 1)]
    nothing = np.zeros_like(step)
    rows = [[powers[after - 1 - before] if before < after else nothing for after in range(count + 1)] for before in range(count)]
    return _Steps(np.block(rows), np.concatenate(powers[:-1], axis=1), powers[-1])


class Recursion:
    """Second-order sections (n, 6), a0 = 1, over sound that comes in whole strides; its states are carried from piece to piece."""

    def __init__(self, sections: npt.ArrayLike, channels: int = 2) -> None:
        self._of = _matrices(tuple(tuple(map(float, row)) for row in np.atleast_2d(np.asarray(sections, np.float64))))
        self._state = np.zeros((channels, len(self._of.stride.across)))

    def run(self, sound: npt.NDArray[np.float32]) -> Planes:
        """(frames, channels) to (channels, frames); frames a multiple of `STRIDE_FRAMES`."""
        (frames, channels), m = sound.shape, self._state.shape[1]
        known = np.empty((channels, frames // BLOCK_FRAMES, BLOCK_FRAMES + m), np.float32)
        for channel in range(channels):
            known[channel, :, :BLOCK_FRAMES] = sound[:, channel].reshape(-1, BLOCK_FRAMES)
        rows = known.reshape(-1, BLOCK_FRAMES + m)
        rows[:, BLOCK_FRAMES:] = self._walk(rows[:, :BLOCK_FRAMES])
        return (rows @ self._of.outgoing).reshape(channels, -1)

    def at_rest(self) -> bool:
        """Whether nothing is left in it of what it has heard."""
        return bool(np.abs(self._state).max() < FORGOTTEN)

    def _walk(self, blocks: Planes) -> Matrix:
        """The states before every block, (channels * blocks, m). In strides, since a step of the interpreter costs more than the sums in
        it: within all strides at once, then from one to the next."""
        of, (channels, m) = self._of, self._state.shape
        fresh = (blocks @ of.incoming).astype(np.float64).reshape(-1, STRIDE_BLOCKS * m)
        made = fresh @ of.stride.within
        before = self._march(made[:, -m:].reshape(channels, -1, m)).reshape(-1, m)
        states = made[:, :-m] + before @ of.stride.onward
        return states.reshape(-1, m)

    def _march(self, own: Matrix) -> Matrix:
        """The states before every stride, (channels, strides, m), from what each stride adds."""
        of, before = self._of.march, np.empty_like(own)
        channels, strides, m = own.shape
        if np.abs(self._of.stride.across).max() < FORGOTTEN:
            before[:, 0], before[:, 1:] = self._state, own[:, :-1]
            self._state = own[:, -1].copy()
            return before
        marched = strides // MARCH_STRIDES * MARCH_STRIDES
        made = own[:, :marched].reshape(-1, MARCH_STRIDES * m) @ of.within
        sums = made.reshape(channels, -1, (MARCH_STRIDES + 1) * m)
        starts = np.empty((channels, sums.shape[1], m))
        for n in range(sums.shape[1]):
            starts[:, n] = self._state
            self._state = self._state @ of.across + sums[:, n, -m:]
        before[:, :marched] = (sums[..., :-m] + starts @ of.onward).reshape(channels, marched, m)
        for n in range(marched, strides):
            before[:, n] = self._state
            self._state = self._state @ self._of.stride.across + own[:, n]
        return before
