"""Whispering: syllables without voice or meaning, from a throat whose glottis stands open.

Air is torn at the glottis and sent through the whole mouth, and torn again where the tongue or the lips nearly close: consonants stay as
loud as they are in speech, vowels lose their voice and some 15 dB, so both are equally loud.
"""

from __future__ import annotations

import numpy as np

from audiodream.audio import Mono
from audiodream.syllables import HOP, Line, Phrase, cascade, frame, torn_air
from audiodream.throat import REST, STAGE_HZ

_RAISED = np.array([1.18, 1.03, 1.0, 1.0])
"""The resonances of a whispered vowel over those of a spoken one (Jovicic 1998)."""
_WIDTHS_HZ = np.array([170.0, 150.0, 200.0, 270.0])
"""An open glottis damps the first the most."""
_DRAWN = np.array([850.0, 1650.0, 2900.0, 3800.0])
"""A mouth that draws breath."""


def whisper(rng: np.random.Generator) -> Mono:
    """A breath drawn and a phrase of six to twelve whispered syllables, four to five a second. Mono at STAGE_HZ, RMS 1."""
    count = int(rng.integers(6, 13))
    words = Phrase(rng, count * 0.5 + 1.5, raised=_RAISED)
    drawn = rng.uniform(0.25, 0.4)
    words.shape = [(0.0, REST), (drawn, _DRAWN)]
    words.flow += [(0.7 * drawn, 0.3), (drawn, 0.0)]
    t = drawn + rng.uniform(0.03, 0.08)
    for k in range(count):
        stressed = rng.random() < 0.4
        t = words.syllable(t, rng.uniform(0.75, 1.0) * (1.0 if stressed else 0.75) * (1.0 - 0.3 * k / count),
                           (1.25 if stressed else 0.85) * (1.5 if k == count - 1 else 1.0))
    return _breathed(words, rng.uniform(0.94, 1.16), t + 0.1)


def _breathed(words: Phrase, size: float, end_s: float) -> Mono:
    hz, count = words.hz, min(frame(end_s), len(words.torn))
    seconds: Line = np.arange(count, dtype=np.float64) * (HOP / STAGE_HZ)
    level = cascade(hz, words.mouth(seconds) * size, _WIDTHS_HZ, size)
    # turbulence at the glottis is broad; the mouth radiates 6 dB an octave more towards 3 kHz
    level *= hz / np.sqrt(1.0 + (hz / 3000.0) ** 2) / (1.0 + (hz / 9500.0) ** 4)
    # who whispers presses harder where the mouth lets less through
    level /= np.sqrt((level**2).mean(axis=1, keepdims=True)) ** 0.7
    level *= 0.5 / np.sqrt((level**2).mean())
    level = np.hypot(level * words.flows(seconds, end_s)[:, None], words.torn[:count])
    return torn_air(words.rng, level / (1.0 + (250.0 / hz) ** 4) / (1.0 + (hz / 9000.0) ** 12))
