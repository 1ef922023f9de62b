"""What every spot effect is: knobs, and one verb that gives the sound once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio


@dataclass(frozen=True)
class Effect:
    """A sound that happens. A subclass is a frozen dataclass of knobs with `name` and `sound`.

    Level: its loudest 400 ms have about -23 LUFS. It begins with its attack (no silence in front) and has faded out at its end.
    """

    name: ClassVar[str]
    imitates: ClassVar[tuple[str, ...]] = ()
    """AudioSet class names by which one who knows only the real thing would recognise it."""
    ends_on_mark: ClassVar[bool] = False
    """True where the sound leads up to its word and peaks at its last frame (a swell); else it starts on its word."""
    goes_on: ClassVar[bool] = False
    """True where many make it and take their time over it, so that somebody speaks meanwhile: it steps back under the words and comes up in
    the pauses, as a bed does."""
    level_db: ClassVar[float] = 0.0
    """How much louder than the usual effect it stands in the mix."""

    def mark_frame(self) -> int:
        """The frame of the sound that lies on its word: its first, or its last before the room rings on where it ends on its mark."""
        return 0

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        """The whole sound, (frames, 2): the same generator state, the same samples."""
        raise NotImplementedError
