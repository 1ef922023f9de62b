"""Rustling: sleeves, coats, programmes, people who shift in their seats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, apply_gain
from audiodream.control import to_frames, whole_block
from audiodream.grains import Echo, Sides, between, bursts, moments, sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.spectra import irfft
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import CONTROL_FRAMES, RATE_HZ

ROOM = {60.0: -6.0, 200.0: 0.0, 1000.0: -8.0, 5000.0: -18.0, 10_000.0: -36.0}
SIZE, HOP = 512, 256
LEVEL = 0.112


def stroke(rng: np.random.Generator, long_s: float) -> Audio:
    """Cloth drawn over cloth once, (frames, 2), each side its own: threads catch as often as the hand is fast, so that the hiss climbs
    from 500 Hz to 2.5 kHz and sinks again; behind it the folds are dull."""
    count = int(long_s * RATE_HZ / HOP)
    drift = np.convolve(rng.standard_normal(count + 24), np.hanning(25) / 2.9, "valid")
    speed = np.sin(np.pi * (np.arange(count) / count) ** rng.uniform(0.55, 0.9)) ** 1.3 * np.exp(0.25 * drift)
    centre = 520.0 + 2000.0 * np.minimum(speed, 1.5) ** 0.8
    centre *= np.exp(0.15 * np.convolve(rng.standard_normal(count), (0.4, 0.6, 0.4), "same"))
    hz = np.maximum(np.fft.rfftfreq(SIZE, 1.0 / RATE_HZ), 40.0)
    away = hz / centre[:, None]
    weave = 1.0 / (1.0 + 0.5 * (away - 1.0 / away) ** 2) + 0.04 / (1.0 + (np.log2(hz / 600.0) / 0.8) ** 4)
    flicker = np.exp(0.35 * np.convolve(rng.standard_normal(count), (0.3, 0.5, 0.3), "same"))
    weave *= (speed * flicker)[:, None] ** 2 / (1.0 + (hz / 8500.0) ** 12)
    air = rng.standard_normal((2, 2, count, len(hz)))
    rows = irfft(np.sqrt(weave) * (air[0] + 1j * air[1])) * np.hanning(SIZE + 1)[:-1]
    out = np.zeros((2, (count + 1) * HOP))
    for k in range(2):
        part = rows[:, k::2].reshape(2, -1)
        out[:, k * HOP:k * HOP + part.shape[1]] += part
    # hands and cloth are wider than an ear, but not as wide as a room
    return np.asarray(30.0 * (out + 0.2 * out[::-1]).T, np.float32)


class _Hands:
    """Hands that stir: two to five strokes in a row, each row in a place of its own; with paper, fibres that let go along them."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng, self._near = rng, Track()
        self._fibres = bursts(rng, between(rng, 1200.0, 7000.0, 150), 0.9, 0.005, 6.0)

    def block(self, rate: Mono, paper: Mono) -> Audio:
        rng = self._rng
        for at in moments(rng, rate):
            place, loud, crisp = sides(rng, 1), float(np.exp(rng.normal(-0.25, 0.25))), float(paper[at // CONTROL_FRAMES])
            for _ in range(int(rng.integers(2, 6))):
                long_s = rng.uniform(0.2, 0.55)
                self._near.add(stroke(rng, long_s) * place * np.float32((1.0 - 0.5 * crisp) * loud * rng.uniform(0.4, 1.0)), at)
                self._snap(int(rng.poisson(500.0 * crisp**2 * long_s)), at, long_s, place * np.float32(loud))
                at += int(long_s * rng.uniform(0.7, 1.15) * RATE_HZ)
        return self._near.block()

    def _snap(self, count: int, at: int, long_s: float, place: Sides) -> None:
        for _ in range(count):
            fibre = self._fibres[int(self._rng.integers(len(self._fibres)))][:, None]
            strength = np.float32(min(6.0, 2.0 * np.exp(self._rng.normal(0.0, 0.6))))
            self._near.add(fibre * place * strength, at + int(self._rng.beta(2.0, 2.0) * long_s * RATE_HZ))


@dataclass(frozen=True)
class Rustle(Texture):
    """Coats and sleeves: rows of strokes, each of which climbs in pitch and sinks again, in a small room and its air.

    Showers of grains are heard as rain and fire, a hiss that stands at one pitch as static.
    """

    name: ClassVar[str] = "rustle"
    imitates: ClassVar[tuple[str, ...]] = ("Rustle", "Shuffle", "Scratch", "Crumpling, crinkling", "Rustling leaves", "Tearing", "Rub")
    stir: Ramp = ramp(0.3, 0.9, low=0, high=1, unit="", more="more hands and coats that move")
    paper: Ramp = ramp(0.0, 0.1, low=0, high=1, unit="", more="less cloth, more paper: crisper grains")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        hands, room = _Hands(rng), Echo(rng, 0.3, 5000.0)
        air, air_shape = NoiseLoom(rng, width=1.0), shape_of(ROOM)
        for start, frames in course.blocks():
            stir, paper = (whole_block(course.control(knob, start, frames)) for knob in (self.stir, self.paper))
            near = hands.block(1.2 * stir, paper)
            heard = near + 0.8 * room.block(near.sum(axis=1) * np.float32(np.sqrt(0.5)))
            out = apply_gain(heard, to_frames(LEVEL * (0.65 + 0.55 * stir)))
            yield (out + apply_gain(air.block(air_shape), to_frames(0.02 * LEVEL * (0.5 + stir))))[:frames]
