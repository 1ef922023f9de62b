"""Slow curves, a block at a time.

A block is `BLOCK_FRAMES` long; its control curves hold `BLOCK_POINTS` values, of which the last is the first of the next block.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from audiodream.audio import Curve, between_points
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ

BLOCK_STEPS = BLOCK_FRAMES // CONTROL_FRAMES
BLOCK_POINTS = BLOCK_STEPS + 1


def whole_block(curve: Curve) -> Curve:
    """The control curve of a last, short block held on to BLOCK_POINTS."""
    if len(curve) >= BLOCK_POINTS:
        return curve[:BLOCK_POINTS]
    return np.concatenate([curve, np.full(BLOCK_POINTS - len(curve), curve[-1], np.float32)])


def to_frames(curves: npt.NDArray[np.floating[Any]], factor: int = 1) -> npt.NDArray[np.float32]:
    """Curves of BLOCK_POINTS as one value a frame, linear between: (..., BLOCK_POINTS) to (..., BLOCK_FRAMES / factor)."""
    c = curves.astype(np.float32, copy=False)
    rows = (c[..., 1:] - c[..., :-1])[..., None] * between_points(factor)
    rows += c[..., :-1, None]
    return rows.reshape(*c.shape[:-1], BLOCK_FRAMES // factor)


@lru_cache(64)
def _poles(first: float, second: float) -> npt.NDArray[np.float64]:
    """y[n] = x[n] + first y[n - 1] + second y[n - 2] over a block's steps, as a product: (BLOCK_STEPS, BLOCK_STEPS + 2), of the
    block's x and of the two y before it, the last of them first."""
    out = np.zeros((BLOCK_STEPS + 2, BLOCK_STEPS + 2))
    out[1, BLOCK_STEPS] = out[0, BLOCK_STEPS + 1] = 1.0
    for n in range(BLOCK_STEPS):
        out[n + 2] = first * out[n + 1] + second * out[n]
        out[n + 2, n] += 1.0
    return out[2:]


class Glide:
    """A control curve without corners: follows in about `seconds` (one pole); starts where the first curve starts."""

    def __init__(self, seconds: float = 0.3) -> None:
        self._a = math.exp(-CONTROL_FRAMES / RATE_HZ / max(seconds, 1e-4))
        self._last: float | None = None

    def block(self, curve: Curve) -> Curve:
        """BLOCK_POINTS values; shorter input is held on."""
        c = whole_block(curve).astype(np.float64)
        last = float(c[0]) if self._last is None else self._last
        out = _poles(self._a, 0.0) @ np.concatenate([(1 - self._a) * c[:-1], [last, 0.0]])
        self._last = float(out[-1])
        return np.append(out, (1 - self._a) * c[-1] + self._a * self._last).astype(np.float32)


class TwoPoles:
    """What blows leave behind: curves that rise after each blow and fall, through two poles (of a control step), two steps late."""

    def __init__(self, one: float, other: float, gain: float, shape: tuple[int, ...]) -> None:
        self._poles, self._gain = _poles(one + other, -one * other), gain
        self._last, self._before, self._blow = (np.zeros((*shape, 1)) for _ in range(3))

    def block(self, blows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """blows: (..., BLOCK_STEPS); gives (..., BLOCK_POINTS)."""
        struck = self._gain * np.concatenate([self._blow, blows[..., :-1]], axis=-1)
        out = np.concatenate([self._last, np.concatenate([struck, self._last, self._before], axis=-1) @ self._poles.T], axis=-1)
        self._last, self._before, self._blow = out[..., -1:], out[..., -2:-1], blows[..., -1:].copy()
        return out


class Walk:
    """Smooth random curves that never repeat: gaussian, mean 0, deviation 1, moving at about `rate_hz` (critically damped AR(2))."""

    def __init__(self, rng: np.random.Generator, rate_hz: float, count: int = 1) -> None:
        a = math.exp(-2.0 * math.pi * rate_hz * CONTROL_FRAMES / RATE_HZ)
        f1, f2 = 2.0 * a, -a * a
        self._gain = math.sqrt((1 + f2) * ((1 - f2) ** 2 - f1 * f1) / (1 - f2))
        self._poles, self._rng = _poles(f1, f2), rng
        near = f1 / (1 - f2)
        before, fresh = rng.standard_normal((2, count))
        self._last, self._before = near * before + math.sqrt(1 - near * near) * fresh, before

    def block(self) -> npt.NDArray[np.float32]:
        """(count, BLOCK_POINTS)."""
        drawn = self._gain * self._rng.standard_normal((len(self._last), BLOCK_STEPS))
        fresh = np.concatenate([drawn, self._last[:, None], self._before[:, None]], axis=1) @ self._poles.T
        out = np.concatenate([self._last[:, None], fresh], axis=1)
        self._last, self._before = fresh[:, -1], fresh[:, -2]
        return out.astype(np.float32)


def bounded(walk: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Any curve bent into -1..1 without corners."""
    return np.asarray(walk / np.sqrt(1.0 + walk * walk), np.float32)
