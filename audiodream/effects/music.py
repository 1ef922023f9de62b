"""Musical gestures on the story's root: a note, a drum, a swell that ends on its mark; and time that slows down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, blow, course, fall, finish, force, frames, noise, ring, room
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed

DRUM = np.array([1.0, 1.504, 1.742, 2.0, 2.245, 2.494, 2.8, 3.2])
"""A kettledrum's preferred modes over the principal one (Rossing 1982)."""


@dataclass(frozen=True)
class Note(Effect):
    """A piano key: a felt hammer on a stiff string, partials at n sqrt(1 + B n²), each twice, three strings beating, two decays
    (Fletcher 1964; Weinreich 1977), the soundboard's knock under it."""

    name: ClassVar[str] = "note"
    imitates: ClassVar[tuple[str, ...]] = ("Piano", "Keyboard (musical)", "Musical instrument")

    ring_s: float = fixed(3.2, low=0.3, high=10.0, unit="s", more="held longer")
    octave: float = fixed(1.0, low=-1.0, high=4.0, unit="octaves", more="a higher key")
    hardness: float = fixed(0.5, low=0.0, high=1.0, unit="", more="struck harder: brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.ring_s * 1.1)
        base = root_hz * 2.0 ** round(self.octave) * float(rng.choice([1.0, 1.0, 1.5, 1.25]))
        k = np.arange(1, 29)
        hz = base * k * np.sqrt(1 + 4e-4 * k**2)
        keep = hz < 9000.0
        k, hz = k[keep], hz[keep]
        gain = np.abs(np.sin(np.pi * k / 8.0)) * k ** (-1.1 + 0.5 * self.hardness) + 0.01
        gain *= np.exp(-hz / (1800.0 + 3500.0 * self.hardness))
        t60 = self.ring_s * (1 + hz / 1500.0) ** -0.8
        hammer = force(0.0035 - 0.0022 * self.hardness, n)
        sides = []
        for _ in range(2):
            late = hz * (1 + rng.uniform(0.0001, 0.0006, len(hz)))
            sides.append(ring(hammer, hz, t60 * 0.45, gain) + 0.45 * ring(hammer, late, t60, gain))
        knock = 0.02 * band(noise(rng, n) * fall(n, 0.012), 80.0, 1800.0)
        return finish(room(rng, np.stack(sides, axis=1) + knock[:, None], size_m=5.0, t60_s=0.8, wet=0.25, dull_hz=4000.0), fade_s=0.5)


@dataclass(frozen=True)
class Drum(Effect):
    """A low drum on the root: a kettle's modes, whose pitch sinks a little as the skin relaxes, and the slap of the stick."""

    name: ClassVar[str] = "drum"
    imitates: ClassVar[tuple[str, ...]] = ("Drum", "Bass drum", "Timpani", "Percussion", "Drum roll")
    level_db: ClassVar[float] = 1.0

    strokes: float = fixed(3.0, low=1.0, high=16.0, unit="", more="more strokes")
    rate_hz: float = fixed(1.6, low=0.3, high=12.0, unit="Hz", more="faster")
    tight: float = fixed(0.4, low=0.0, high=1.0, unit="", more="a tighter skin: higher, shorter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        count = round(self.strokes)
        n = frames((count - 1) / self.rate_hz + 1.4)
        base = root_hz * (0.75 if self.tight < 0.5 else 1.5)
        hits, slaps = np.zeros(n), np.zeros(n)
        for k in range(count):
            at = frames(k / self.rate_hz * rng.uniform(0.99, 1.01)) if k else 0
            hard = rng.uniform(0.8, 1.0)
            hits += force(0.006 - 0.003 * self.tight, n, at, hard)
            slaps += hard * blow(rng, n, at, ((120.0, 600.0, 0.03, 0.8), (600.0, 3000.0, 0.012, 0.5), (3000.0, 8000.0, 0.004, 0.15)))
        skin = ring(hits, base * DRUM * rng.uniform(0.99, 1.01, len(DRUM)), (1.1 - 0.6 * self.tight) * DRUM**-0.8, DRUM**-0.5)
        return finish(room(rng, 26.0 * skin + 1.2 * slaps, size_m=8.0, t60_s=0.9, wet=0.35, dull_hz=3000.0), fade_s=0.4)


@dataclass(frozen=True)
class MusicSwell(Effect):
    """A swell of strings and a reversed cymbal (sound.md 4.17 in audio drama's terms): level rises straight in dB, the spectrum opens,
    and it stops on its mark. An open fifth with its third above the story's root."""

    name: ClassVar[str] = "music-swell"
    imitates: ClassVar[tuple[str, ...]] = ()
    ends_on_mark: ClassVar[bool] = True
    level_db: ClassVar[float] = 1.0

    length_s: float = fixed(3.0, low=0.8, high=8.0, unit="s", more="a longer approach")
    range_db: float = fixed(40.0, low=12.0, high=60.0, unit="dB", more="rises from farther below")
    brightness: float = fixed(0.5, low=0.0, high=1.0, unit="", more="more cymbal")

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
                tone = np.sin(phase) + 0.5 * np.sin(2 * phase) * (0.4 + 0.6 * t) + 0.33 * np.sin(3 * phase) * t + 0.25 * np.sin(4 * phase) * t**2
                side = (voice - 1) * 0.55
                out[:, 0] += gain * tone * (1 - side)
                out[:, 1] += gain * tone * (1 + side)
        for side in range(2):
            air = band(noise(rng, n), 2500.0, 9000.0) * t**2 + band(noise(rng, n), 700.0, 2500.0) * t
            out[:, side] += 3.5 * self.brightness * air
        return finish(out * rise[:, None], peak_at_end=True)


@dataclass(frozen=True)
class TimeSlow(Effect):
    """The world slows: a cluster on the root that slides down two octaves while its beating slows and its top closes, with the
    rumble of a tape under a thumb."""

    name: ClassVar[str] = "time-slow"
    imitates: ClassVar[tuple[str, ...]] = ()

    length_s: float = fixed(3.5, low=1.0, high=9.0, unit="s", more="slows down over longer")
    depth_octaves: float = fixed(2.0, low=0.5, high=4.0, unit="octaves", more="sinks deeper")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.length_s)
        t = np.arange(n) / n
        sink = 2.0 ** (-self.depth_octaves * t**0.7)
        loud = course(n, (0, 0), (0.03, 1.0), (self.length_s * 0.5, 0.7), (self.length_s, 0.0))
        out = np.zeros((n, 2))
        for ratio in (2.0, 2.12, 3.0, 4.0, 4.24, 6.0, 8.0, 8.5, 12.0):
            for side in range(2):
                phase = np.cumsum(root_hz * ratio * rng.uniform(0.995, 1.005) * sink) * (2 * np.pi / 48_000) + rng.uniform(0, 6.28)
                beat = 0.6 + 0.4 * np.sin(np.cumsum(rng.uniform(5.0, 9.0) * sink) * (2 * np.pi / 48_000))
                out[:, side] += np.sin(phase) * beat * ratio**-0.6 * np.exp(-t * ratio * 0.25)
        for side in range(2):
            out[:, side] += 0.25 * band(noise(rng, n), 120.0, 1500.0) * np.exp(-3 * t)
        return finish(room(rng, out * loud[:, None], size_m=12.0, t60_s=1.5, wet=0.4, dull_hz=3000.0), fade_s=0.6)
