"""A door that falls shut, and one that is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, blow, course, finish, force, frames, ring, room, stick_slip
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed

LEAF = np.array([1.0, 1.62, 2.31, 3.05, 3.9, 5.2, 6.4, 8.1, 10.3, 13.1])
"""Ratios of a door leaf's modes: a long wooden plate, free on three sides."""
HINGE_HZ = np.array([412.0, 690.0, 980.0, 1390.0, 1830.0, 2600.0, 3450.0])


@dataclass(frozen=True)
class DoorClose(Effect):
    """Farnell, Designing Sound, ch. 31 and 32: leaf against frame (a heavy, damped plate), the latch that snaps in just before,
    what is loose in the lock rattling after, and the air of the room that is shut.
    """

    name: ClassVar[str] = "door-close"
    imitates: ClassVar[tuple[str, ...]] = ("Door", "Slam")
    level_db: ClassVar[float] = 2.0

    slam: float = fixed(0.6, low=0.0, high=1.0, unit="", more="thrown shut instead of laid to")
    leaf_hz: float = fixed(64.0, low=30.0, high=160.0, unit="Hz", more="a lighter door")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a door has no key
        n = frames(1.0)
        f = self.leaf_hz * rng.uniform(0.85, 1.2)
        out = _latch(rng, n, 0, 0.5)
        for at_s, hard in ((0.022, 1.0), (0.022 + rng.uniform(0.05, 0.08), 0.35 * self.slam)):
            out += hard * blow(rng, n, frames(at_s), (
                (0.7 * f, 2 * f, 0.060, 1.5), (2 * f, 5 * f, 0.040, 1.2), (5 * f, 14 * f, 0.022, 0.8),
                (14 * f, 40 * f, 0.012, 0.3 + 0.35 * self.slam), (2500.0, 7000.0, 0.005, 0.12 + 0.2 * self.slam)))
        for k, at_s in enumerate(np.cumsum(rng.uniform(0.018, 0.05, 6)) + 0.07):
            out += _latch(rng, n, frames(float(at_s)), 0.5 * self.slam * 0.7**k)
        return finish(room(rng, out, size_m=5.0, t60_s=0.8, wet=0.6, dull_hz=3500.0), fade_s=0.2)


@dataclass(frozen=True)
class DoorOpen(Effect):
    """A handle pressed down, the latch drawn, the leaf coming unstuck, and hinges that stick and slip as it swings
    (Farnell, Designing Sound, ch. 32)."""

    name: ClassVar[str] = "door-open"
    imitates: ClassVar[tuple[str, ...]] = ("Door", "Creak", "Squeak")

    creak: float = fixed(0.6, low=0.0, high=1.0, unit="", more="drier hinges")
    swing_s: float = fixed(1.6, low=0.3, high=5.0, unit="s", more="opened more slowly")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a door has no key
        n = frames(self.swing_s + 0.9)
        out = _latch(rng, n, 0, 0.5) + _latch(rng, n, frames(rng.uniform(0.07, 0.11)), 0.8)
        free = frames(rng.uniform(0.17, 0.22))
        leaf = rng.uniform(70.0, 95.0) * LEAF
        out += ring(force(0.005, n, free), leaf, 0.2 * (leaf[0] / leaf) ** 0.4, 0.5 / np.sqrt(np.arange(1, len(LEAF) + 1)))
        start, end = free / 48_000 + 0.05, self.swing_s + 0.4
        speed = course(n, (start, 0.0), (start + 0.25 * self.swing_s, 1.0), (start + 0.7 * self.swing_s, 0.55), (end, 0.0))
        speed *= 0.75 + 0.25 * np.sin(np.arange(n) / 48_000 * 2 * np.pi * rng.uniform(1.2, 2.0))
        force_ = stick_slip(rng, 25.0 + 190.0 * speed, np.sqrt(np.maximum(speed, 0.0)))
        hinge = HINGE_HZ * rng.uniform(0.9, 1.12, len(HINGE_HZ))
        squeal = ring(force_, hinge, 0.05 * np.ones(len(hinge)), [0.5, 0.8, 1.0, 0.8, 0.6, 0.4, 0.25])
        squeal += 1.2 * ring(force_, leaf[:5], [0.08] * 5, [0.5] * 5)
        out += 0.55 * self.creak * squeal
        return finish(room(rng, out, size_m=4.0, t60_s=0.6, wet=0.4, dull_hz=4500.0), fade_s=0.2)


def _latch(rng: np.random.Generator, n: int, at: int, gain: float) -> Line:
    """A spring bolt: two metal clicks a few milliseconds apart in a small case on wood."""
    hz = rng.uniform(1100.0, 6500.0, 9)
    out = np.zeros(n)
    for k, late in enumerate((0.0, rng.uniform(0.006, 0.014))):
        start = at + frames(late) if k else at
        out += 0.6**k * blow(rng, n, start, ((250.0, 900.0, 0.006, 0.5), (900.0, 3000.0, 0.004, 0.6), (3000.0, 8000.0, 0.003, 0.45)))
        out += 5.0 * 0.6**k * ring(force(0.0005, n, start), hz, 0.03 * np.ones(len(hz)), np.full(len(hz), 0.4))
    return gain * out
