"""Damped modes that a sound drives: each is a pointer that turns and decays by itself, to which every frame of the sound is added.

That is a recursion, frame by frame. Over a block it is linear in the block's frames and in where the pointers stood before it, and so it is
here: some products of matrices, for many modes as for one. A recursive filter is a sum of modes too (partial fractions).
"""

from __future__ import annotations

import cmath
import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Line = npt.NDArray[np.float64]
Complex = npt.NDArray[np.complex128]
Section = tuple[float, ...]
BLOCK_FRAMES = 32
SPAN_BLOCKS = 32
"""So many blocks at a time are walked over in one product."""
SHORT_FRAMES = 256
"""What is no longer is convolved as it is: that is quicker than to set up the products."""


def driven(x: Line, logs: Complex, weights: Complex, direct: float = 0.0) -> Line:
    """y[n] = direct x[n] + the real part of the sum over modes of weight * sum over k <= n of exp(log * (n - k)) x[k]; (n,).

    logs, weights: (modes,); of a log the real part is the decay of a frame, below 0, the imaginary part its turn.
    """
    frames = len(x)
    if frames <= SHORT_FRAMES:
        return np.convolve(x, _response(frames, logs, weights, direct))[:frames] if frames else x.copy()
    blocks = -(-frames // (BLOCK_FRAMES * SPAN_BLOCKS)) * SPAN_BLOCKS
    rows = np.zeros((blocks, BLOCK_FRAMES))
    rows.reshape(-1)[:frames] = x
    turns = np.exp(logs[:, None] * np.arange(BLOCK_FRAMES + 1))
    ends = (rows @ _pairs(turns[:, BLOCK_FRAMES - 1::-1].T)).view(np.complex128)
    before = _walked(ends.reshape(-1, SPAN_BLOCKS, len(logs)), logs * BLOCK_FRAMES)
    heard = (weights[:, None] * turns[:, 1:]).conj()
    out = rows @ _toeplitz(_response(BLOCK_FRAMES, logs, weights, direct))
    out += before.view(np.float64) @ _pairs(heard.T).T
    return out.reshape(-1)[:frames]


def each_driven(rows: Line, logs: Complex, weights: Complex) -> Line:
    """The same for rows, (rows, frames), that each drive a mode of their own; frames a multiple of BLOCK_FRAMES."""
    turns = np.exp(logs[:, None] * np.arange(BLOCK_FRAMES + 1))
    cut = rows.reshape(len(rows), -1, BLOCK_FRAMES)
    ends = (cut @ _pairs(turns[:, BLOCK_FRAMES - 1::-1, None])).view(np.complex128)[..., 0]
    before = np.zeros_like(ends)
    for n in range(1, before.shape[1]):
        before[:, n] = before[:, n - 1] * turns[:, -1] + ends[:, n - 1]
    heard = weights[:, None] * turns
    late = np.arange(BLOCK_FRAMES) - np.arange(BLOCK_FRAMES)[:, None]
    out = cut @ np.where(late >= 0, heard.real[:, late], 0.0)
    out += _pairs(before[..., None]) @ np.stack([heard.real, -heard.imag], axis=1)[..., 1:]
    return out.reshape(rows.shape)


def _pairs(numbers: Complex) -> Line:
    """Real and imaginary parts side by side along the last axis."""
    return np.ascontiguousarray(numbers).view(np.float64)


def filtered(x: Line, sections: npt.ArrayLike) -> Line:
    """A whole sound, (n,) or (n, channels), through second-order sections (rows of b0, b1, b2, 1, a1, a2) whose poles all differ."""
    logs, weights, direct = _modes(tuple(tuple(map(float, row)) for row in np.atleast_2d(np.asarray(sections, np.float64))))
    if x.ndim == 1:
        return driven(x, logs, weights, direct)
    return np.stack([driven(np.ascontiguousarray(column), logs, weights, direct) for column in x.T], axis=1)


@lru_cache(256)
def _modes(sections: tuple[Section, ...]) -> tuple[Complex, Complex, float]:
    """The logs and weights of a filter's modes, and what it lets through directly. Of two mirrored poles one stands for both."""
    poles: list[complex] = []
    for *_, a1, a2 in sections:
        root = cmath.sqrt(a1 * a1 - 4.0 * a2)
        poles += [(root - a1) / 2.0, (-root - a1) / 2.0] if a2 else [complex(-a1)]
    kept = [n for n, pole in enumerate(poles) if pole.imag >= 0.0]
    weights = []
    for n in kept:
        back = 1.0 / poles[n]
        zeros = math.prod((b0 + b1 * back + b2 * back * back for b0, b1, b2, *_ in sections), start=1.0 + 0.0j)
        others = math.prod((1.0 - other * back for k, other in enumerate(poles) if k != n), start=1.0 + 0.0j)
        weights.append(zeros / others * (2.0 if poles[n].imag else 1.0))
    first = math.prod(row[0] for row in sections)
    return np.log([poles[n] for n in kept]), np.array(weights), first - sum(weight.real for weight in weights)


def _response(frames: int, logs: Complex, weights: Complex, direct: float) -> Line:
    """What comes of a single 1."""
    out = (weights @ np.exp(logs[:, None] * np.arange(frames))).real
    out[0] += direct
    return np.asarray(out)


def _toeplitz(response: Line) -> Line:
    """The product that convolves a block with the response: (block, block)."""
    late = np.arange(len(response)) - np.arange(len(response))[:, None]
    return np.where(late >= 0, response[late], 0.0)


def _walked(ends: Complex, logs: Complex) -> Complex:
    """Where the modes stand before every block, (blocks, modes), from what each block adds at its end, (spans, blocks of one, modes)."""
    spans, blocks, modes = ends.shape
    late = np.arange(blocks) - np.arange(blocks)[:, None] - 1
    turns = np.where(late >= 0, np.exp(logs[:, None, None] * np.maximum(late, 0)), 0.0)
    within = ends.transpose(2, 0, 1) @ turns
    last = within[..., -1] * np.exp(logs)[:, None] + ends[:, -1].T
    across, start = np.exp(logs * blocks), np.zeros((modes, spans), np.complex128)
    for n in range(1, spans):
        start[:, n] = start[:, n - 1] * across + last[:, n - 1]
    within += start[..., None] * np.exp(logs[:, None] * np.arange(blocks))[:, None]
    return np.ascontiguousarray(within.transpose(1, 2, 0)).reshape(spans * blocks, modes)
