"""People who sing one vowel together, calm or against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, to_sides
from audiodream.control import BLOCK_POINTS, Glide, Walk, bounded, to_frames
from audiodream.filters import Filter, highpass
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, bump, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.tones import TableVoices, table_of
from audiodream.units import RATE_HZ

_LEVEL, _HOP, _FACTOR, _POINTS = 0.02601, 1200, 4, 401
_RATE_HZ = RATE_HZ // _FACTOR
VOWELS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "low a": ((650, 80, 1.0), (1080, 90, 0.5), (2650, 120, 0.45), (2900, 130, 0.4), (3250, 140, 0.08)),
    "low o": ((400, 70, 1.0), (800, 80, 0.32), (2600, 100, 0.25), (2800, 130, 0.25), (3000, 135, 0.05)),
    "high a": ((800, 80, 1.0), (1150, 90, 0.5), (2800, 120, 0.1), (3500, 130, 0.016), (4400, 140, 0.001)),
    "high o": ((450, 70, 1.0), (800, 80, 0.35), (2830, 100, 0.16), (3500, 130, 0.04), (4400, 135, 0.002)),
}
"""Formants of a tenor and a soprano: Hz, bandwidth in Hz, strength (Csound's table)."""
SINGERS = ((1.0, 3, 0), (1.5, 3, 0), (2.0, 3, 0), (3.0, 2, 0), (2.5, 2, 1), (32 / 15, 2, 2), (1.414214, 2, 2), (2.828427, 2, 2))
"""Ratio to the root, singers, and when they sing: always, where it is calm, where it is not."""


@dataclass(frozen=True)
class Choir(Texture):
    """Nineteen singers, each with vibrato (4.8 to 6.2 Hz), drift, phrases and breaths of their own, their vowel drawn by five formants
    (Csound's table of formants). Calm: root, fifth, octave, third; dissonant: the tritone and the minor second (an octave up, where it
    bites and does not rumble) enter while the third falls silent."""

    name: ClassVar[str] = "choir"
    factor: ClassVar[int] = _FACTOR
    imitates: ClassVar[tuple[str, ...]] = ("Choir", "Chant", "Singing", "A capella", "Vocal music", "Mantra")

    dissonance: Ramp = ramp(0.0, 0.0, low=0, high=1, unit="", more="brings in the minor second and the tritone")
    open_vowel: Ramp = ramp(0.6, 1.0, low=0, high=1, unit="", more="opens the vowel from o to a")
    breath: Ramp = ramp(0.15, 0.15, low=0, high=1, unit="", more="lets more breath be heard in the voices")
    vibrato_cents: float = fixed(24.0, low=0, high=60, unit="cents", more="makes each voice waver more")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        ratios = np.array([r for r, count, _ in SINGERS for _ in range(count)])
        when = np.array([w for _, count, w in SINGERS for _ in range(count)])
        count = len(ratios)
        voices, singing = TableVoices(rng, _tables(root * ratios, rng), _FACTOR), _Vibrato(rng, count)
        pans = np.where(np.arange(count) // 2 % 2 == 0, 1.0, -1.0) * rng.uniform(0.6, 0.95, count)
        places = np.stack([np.ones(count), pans]).astype(np.float32)
        swell, wide = Walk(rng, 0.13, count), Filter(highpass(200.0, 4, _RATE_HZ), 1)
        phrases = _Phrases(rng, count)
        noise, dissonance, vowel, breath = NoiseLoom(rng, _HOP, factor=_FACTOR), Glide(1.5), Glide(1.5), Glide(0.5)
        blown = _breath_shape()
        for start, frames in course.blocks():
            clash = dissonance.block(course.control(self.dissonance, start, frames))
            entered = np.stack([np.ones_like(clash), np.clip(1.0 - 1.6 * clash, 0.0, 1.0), np.clip(1.6 * clash, 0.0, 1.0)])[when]
            opened = np.clip(vowel.block(course.control(self.open_vowel, start, frames)), 0.0, 1.0)
            sung_vowel = np.sqrt(np.stack([0.2 + opened, 1.2 - opened]))[np.arange(count) % 2]
            gains = entered * phrases.block() * (0.75 + 0.5 * bounded(swell.block())) * sung_vowel
            sung = voices.block(((root * ratios)[:, None] * singing.block(self.vibrato_cents)).astype(np.float32))
            sung *= to_frames(gains, _FACTOR)
            mid, side = places @ sung
            sound = to_sides(mid, wide.run(side))
            air = breath.block(course.control(self.breath, start, frames)) * gains.mean(axis=0)
            sound += noise.block(blown, to_frames(1.2 * air, _FACTOR))
            yield sound * np.float32(_LEVEL)


class _Phrases:
    """When each singer sings: phrases of 4 to 8 s with a breath between, nobody's at the same time as another's, (singers, points)."""

    def __init__(self, rng: np.random.Generator, count: int) -> None:
        self._rng, self._at_s = rng, 0.0
        self._spans = [[(start, start + float(rng.uniform(4.0, 8.0)))] for start in rng.uniform(-6.0, -0.5, count).tolist()]

    def block(self) -> npt.NDArray[np.float64]:
        t = self._at_s + np.linspace(0.0, 1.0, BLOCK_POINTS)
        out = np.zeros((len(self._spans), BLOCK_POINTS))
        for row, spans in zip(out, self._spans, strict=True):
            while spans[-1][1] < self._at_s + 2.0:
                start = spans[-1][1] + float(self._rng.uniform(0.15, 0.5))
                spans.append((start, start + float(self._rng.uniform(4.0, 8.0))))
            if spans[0][1] < self._at_s:
                spans.pop(0)
            for start, end in spans:
                u = np.clip(np.minimum((t - start) / 0.4, (end - t) / 0.3), 0.0, 1.0)
                np.maximum(row, u * u * (3.0 - 2.0 * u), out=row)
        self._at_s += 1.0
        return out


class _Vibrato:
    """Pitch ratios of each singer: vibrato of a rate and depth that wander, and slow drift, (singers, _POINTS)."""

    def __init__(self, rng: np.random.Generator, count: int) -> None:
        self._rate_hz, self._turns = rng.uniform(4.8, 6.2, count), rng.random(count)
        self._offset = rng.uniform(-14.0, 14.0, count)[:, None]
        self._pace, self._depth, self._drift = Walk(rng, 0.3, count), Walk(rng, 0.2, count), Walk(rng, 0.5, count)
        self._at = np.linspace(0, BLOCK_POINTS - 1, _POINTS)

    def block(self, cents: float) -> npt.NDArray[np.float64]:
        rate = self._rate_hz[:, None] * (1.0 + 0.05 * self._pace.block())
        turns = self._turns[:, None] + np.concatenate([np.zeros((len(rate), 1)), np.cumsum(rate[:, :-1] * 0.01, axis=1)], axis=1)
        self._turns = turns[:, -1] % 1.0
        fine = [np.interp(self._at, np.arange(BLOCK_POINTS), row) for row in turns]
        depth = cents * np.clip(0.7 + 0.4 * self._depth.block(), 0.0, 1.5)
        slow = self._offset + 7.0 * self._drift.block()
        near = np.minimum(np.arange(_POINTS) // 4, BLOCK_POINTS - 2)
        part = (np.arange(_POINTS) - 4 * near) / 4.0
        wave = np.sin(2 * np.pi * np.stack(fine))
        return np.asarray(np.exp2((_lerp(slow, near, part) + _lerp(depth, near, part) * wave) / 1200.0))


def _lerp(rows: npt.NDArray[np.floating], near: npt.NDArray[np.int64], part: npt.NDArray[np.float64]) -> npt.NDArray[np.floating]:
    return np.asarray(rows[:, near] * (1.0 - part) + rows[:, near + 1] * part)


def formant_gain(hz: npt.NDArray[np.float64], vowel: str) -> npt.NDArray[np.float64]:
    """The strength that a vowel gives to each frequency: five resonances."""
    return np.asarray(sum(gain / np.sqrt(1.0 + ((hz - centre) / (0.5 * width)) ** 2) for centre, width, gain in VOWELS[vowel]))


def _tables(notes_hz: npt.NDArray[np.float64], rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """A wave for each singer, on "a" and "o" in turn; high notes are sung by high voices."""
    out = []
    for i, note in enumerate(notes_hz):
        hz = note * np.arange(1, int(4600 / note) + 1)
        source = 1.0 / (np.arange(1, len(hz) + 1) * np.sqrt(1.0 + (hz / 4000.0) ** 2))
        drawn = source * (0.03 + formant_gain(hz * rng.uniform(0.97, 1.03), f"{'high' if note > 260 else 'low'} {'ao'[i % 2]}"))
        out.append(table_of(drawn / np.sqrt(np.sum(drawn ** 2)), rng))
    return np.stack(out)


def _breath_shape() -> npt.NDArray[np.float32]:
    shape = sum(g * bump(hz, hz / (2.5 * width), _HOP) for hz, width, g in VOWELS["low a"])
    return np.asarray(shape * sloped(-4.0, 300, 4500, _HOP), np.float32)
