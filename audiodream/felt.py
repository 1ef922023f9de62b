"""What a story's beats feel like: valence, arousal and intensity, from what their texts say and from what their moods mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from audiodream.beats import has_ends
from audiodream.compass import Compass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

BRIGHTER = 0.1
"""More of the moods are pleasant than of what happens in stories: by so much a story reads brighter than it is."""
GENTLER_FIRST, GENTLER_LAST = 0.15, 0.07
"""By how much a story's first and last beat are felt less strongly than they read."""


def felt_of(compass: Compass, shares: Floats, read: tuple[Floats, Floats, Floats], opens: Sequence[str]) -> Floats:
    """(beats, 3): valence, arousal and intensity: what the text itself feels like, evened with what its moods feel like and, but for
    arousal, with the beats around it.

    shares: (beats, moods). read: valence, arousal and intensity of each beat's text alone. opens: where nothing is carried over from the
    beat before. The weights were fitted to stories of the corpus that the model never saw (docs/mood-model.md)."""
    import numpy as np

    own_valence, own_arousal, own_intensity = read
    valence = 0.35 * own_valence + 0.65 * _leaning(shares @ compass.valence, opens, 0.08, 0.08) - BRIGHTER
    arousal = 0.4 * own_arousal + 0.6 * (shares @ compass.arousal)
    intensity = 0.1 + 0.6 * _leaning(own_intensity, opens, 0.3, 0.15) + 0.3 * arousal + 0.06 * np.abs(valence)
    if has_ends(len(intensity)):
        intensity[0] -= GENTLER_FIRST
        intensity[-1] -= GENTLER_LAST
    felt: Floats = np.stack([valence, arousal, intensity.clip(0.0, 1.0)], 1)
    return felt


def meant(compass: Compass, shares: Floats) -> Floats:
    """The same of a text that the model cannot read: what its moods feel like."""
    import numpy as np

    arousal = shares @ compass.arousal
    felt: Floats = np.stack([shares @ compass.valence, arousal, 0.3 + 0.4 * arousal], 1)
    return felt


def _leaning(values: Floats, opens: Sequence[str], before: float, after: float) -> Floats:
    """Each beat's value with so much of the one before and of the one behind; the first of a chapter or scene leans on none before it."""
    import numpy as np

    bound = np.array([not one for one in opens[1:]], bool)
    last, following = values.copy(), values.copy()
    last[1:] = np.where(bound, values[:-1], values[1:])
    following[:-1] = np.where(bound, values[1:], values[:-1])
    leaning: Floats = (1.0 - before - after) * values + before * last + after * following
    return leaning
