"""Sounds that were woven at several rates, brought together at the session's."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from audiodream.audio import Audio, silence
from audiodream.filters import lowpass
from audiodream.recursive import Recursion
from audiodream.upsampler import Upsampler

TOP_HZ = 11_500.0
"""No voice of ours has anything above; where a bed has, its grains are heard as ticks beside the words."""
Rates = Mapping[int, Audio]
"""Sound by what its rate is a fraction of: RATE_HZ / factor."""


class Confluence:
    """Sums at several rates made one, once for all that was summed; what was woven at the full rate loses what lies above `TOP_HZ`.

    A sum is late by 12 of its own frames, as a texture's stream is. One that is missing is silent.
    """

    def __init__(self) -> None:
        self._ups: dict[int, Upsampler] = {}
        self._top: Recursion | None = None

    def joined(self, sums: Rates, frames: int) -> Audio:
        """(frames, 2) of sums of frames / factor each; frames: whole control points."""
        # a sum that ends rings on in the next step
        full = sums.get(1) if 1 in sums or self._top is None else silence(frames)
        out = np.zeros((2, frames), np.float32)
        if full is not None:
            self._top = self._top or Recursion(lowpass(TOP_HZ, 8))
            out = self._top.run(full)
            self._top = self._top if 1 in sums else None
        for factor in sorted({*sums, *self._ups} - {1}):
            up = self._ups.setdefault(factor, Upsampler(factor))
            out += up.planes(sums.get(factor, silence(frames // factor)))
            if factor not in sums:
                del self._ups[factor]
        return np.ascontiguousarray(out.T)
