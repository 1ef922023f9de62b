"""When a bed steps back: for words, ahead of them, and for silences."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from audiodream import sliding
from audiodream.ambience import SILENCE_DB, SILENCE_IN_S, SILENCE_OUT_S, Hush
from audiodream.fades import raised
from audiodream.meter import HOP_FRAMES

Hops = npt.NDArray[np.float64]
"""One value every `HOP_FRAMES`."""
HOP_S = HOP_FRAMES / 48_000
PRE_ROLL_S, SETTLED_S, BRIDGE_S, RELEASE_S = 0.33, 0.03, 1.2, 0.9


def duck_curve(spoken: npt.NDArray[np.bool_]) -> Hops:
    """0 in the open .. 1 under speech, for every hop. It is down 30 ms before the word, holds through gaps shorter than
    1.2 s and comes up over 0.9 s."""
    if not spoken.any():
        return np.zeros(len(spoken))
    bridged = sliding.bridged(spoken, round(BRIDGE_S / HOP_S))
    index = np.arange(len(bridged))
    onset = np.where(bridged, index, len(bridged) * 4)
    to_next = (np.minimum.accumulate(onset[::-1])[::-1] - index) * HOP_S
    since = (index - np.maximum.accumulate(np.where(bridged, index, -len(bridged) * 4))) * HOP_S
    ahead = raised(1.0 - (to_next - SETTLED_S) / (PRE_ROLL_S - SETTLED_S))
    after = raised(1.0 - (since - 0.1) / RELEASE_S)
    return np.where(bridged, 1.0, np.maximum(ahead, after))


def hush_db(hushes: list[Hush], start: int, hops: int) -> Hops:
    """What silences take off the bed: it has gone when the word of silence is spoken, and comes back slowly."""
    at = (start + np.arange(hops) * HOP_FRAMES) / 48_000.0
    gone = np.zeros(hops)
    for hush in hushes:
        a, b = hush.start / 48_000.0, hush.end / 48_000.0
        gone = np.maximum(gone, np.minimum(raised((at - a + SILENCE_IN_S) / SILENCE_IN_S), raised(1.0 - (at - b) / SILENCE_OUT_S)))
    return SILENCE_DB * gone
