"""Where the balance of one beat goes over into that of the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from audiodream.ducks import Hops
from audiodream.fades import raised

TURN_HOPS = 60
"""The balance of one beat goes over into that of the next within so much of their turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn between two beats, in hops: the first of the crossfade, where one beat's balance begins to go over into the next one's, where
    it has, and the first behind the crossfade."""

    first: int
    leaves: int
    arrives: int
    last: int

    def less(self, hops: int) -> Turn:
        return Turn(self.first - hops, self.leaves - hops, self.arrives - hops, self.last - hops)


def apart(turns: list[Turn], measure: Callable[..., Hops], *powers: Hops) -> Hops:
    """What is measured of each beat and of each crossfade alone, of hops that are its own only: what is said in a beat turns down nothing
    outside it and its crossfades."""
    known = np.ones(len(powers[0]), bool)
    for turn in turns:
        known[max(0, turn.first):max(0, turn.last)] = False
    if not known.any():
        return np.zeros(len(known))
    out = np.zeros(len(known))
    for first, last in np.flatnonzero(np.diff(known, prepend=False, append=False)).reshape(-1, 2).tolist():
        out[first:last] = measure(*(power[first:last] for power in powers))
    # a beat's balance is held into its crossfades, and goes over near the turn
    index, own = np.arange(len(known)), np.flatnonzero(known)
    for turn in (turn for turn in turns if max(0, turn.first) < min(len(known), turn.last)):
        before, behind = own[own < turn.first], own[own >= turn.last]
        values = [out[i] for i in (*before[-1:], *behind[:1])]
        gap = slice(max(0, turn.first), max(0, turn.last))
        gone_over = np.interp(index[gap], [turn.leaves, turn.arrives], [values[0], values[-1]])
        # what is said within the crossfade asks for its own, from inside it only
        inside = np.minimum(index[gap] + 1 - turn.first, turn.last - index[gap]) / TURN_HOPS
        out[gap] = np.maximum(gone_over, measure(*(power[gap] for power in powers)) * raised(inside))
    return out
