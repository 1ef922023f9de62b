"""A door latch."""

from __future__ import annotations

import numpy as np

from audiodream.effects.craft import Line, blow, force, frames, ring


def latch(rng: np.random.Generator, n: int, at: int, gain: float) -> Line:
    """A spring bolt: two metal clicks a few milliseconds apart in a small case on wood."""
    hz = rng.uniform(1100.0, 6500.0, 9)
    out = np.zeros(n)
    for k, late in enumerate((0.0, rng.uniform(0.006, 0.014))):
        start = at + frames(late) if k else at
        out += 0.6**k * blow(rng, n, start, ((250.0, 900.0, 0.006, 0.5), (900.0, 3000.0, 0.004, 0.6), (3000.0, 8000.0, 0.003, 0.45)))
        out += 5.0 * 0.6**k * ring(force(0.0005, n, start), hz, 0.03 * np.ones(len(hz)), np.full(len(hz), 0.4))
    return gain * out
