"""A swell that ends on its mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish
from audiodream.knobs import fixed


@dataclass(frozen=True)
class MusicSwell(Effect):
    """A swell of strings and a reversed cymbal, our own: the level rises straight in dB, the spectrum opens, and it stops on its mark.
    An open fifth with its third above the story's root."""

    name: ClassVar[str] = "music-swell"
    imitates: ClassVar[tuple[str, ...]] = ()
    ends_on_mark: ClassVar[bool] = True
    level_db: ClassVar[float] = 1.0

    length_s: float = fixed(3.0, low=0.8, high=8.0, unit="s", more="a longer approach")
    range_db: float = fixed(40.0, low=12.0, high=60.0, unit="dB", more="rises from farther below")
    brightness: float = fixed(0.5, low=0.0, high=1.0, unit="", more="more cymbal")

    def mark_frame(self) -> int:
        return frames(self.length_s)

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.length_s)
        t = np.arange(n) / n
        rise = 10.0 ** (self.range_db * (t - 1.0) / 20.0)
        out = np.zeros((n, 2))
        for ratio, gain in ((1.0, 1.0), (1.5, 0.8), (2.0, 0.8), (2.5, 0.6), (3.0, 0.55), (4.0, 0.5)):
            for voice in range(3):
                cents = rng.uniform(-7.0, 7.0)
                step = root_hz * ratio * 2.0 ** (cents / 1200.0) * (2.0 * np.pi / 48_000)
                phase = step * np.arange(n) + rng.uniform(0, 6.28)
                tone = np.sin(phase) + 0.5 * np.sin(2 * phase) * (0.4 + 0.6 * t)
                tone += 0.33 * np.sin(3 * phase) * t + 0.25 * np.sin(4 * phase) * t**2
                side = (voice - 1) * 0.55
                out[:, 0] += gain * tone * (1 - side)
                out[:, 1] += gain * tone * (1 + side)
        for side in range(2):
            air = band(noise(rng, n), 2500.0, 9000.0) * t**2 + band(noise(rng, n), 700.0, 2500.0) * t
            out[:, side] += 3.5 * self.brightness * air
        return finish(out * rise[:, None], peak_at_end=True)
