"""Under the surface: a dull, swaying pressure, and bubbles that rise past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, pan
from audiodream.control import BLOCK_POINTS, Glide, Walk, bounded, to_frames
from audiodream.fades import ring
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, bin_hz, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, RATE_HZ

_LEVEL, _HOP, _FACTOR = 0.02852, 2400, 4
_RATE_HZ = RATE_HZ // _FACTOR


@dataclass(frozen=True)
class Underwater(Texture):
    """Pink noise through 600 and 900 Hz low-passes whose corner sways by a tenth (our own); bubbles in strings, each a damped
    chirp that rises by 10 to 40 % (Minnaert: the smaller, the higher; van den Doel 2005)."""

    name: ClassVar[str] = "underwater"
    factor: ClassVar[int] = _FACTOR
    imitates: ClassVar[tuple[str, ...]] = ("Water", "Gurgling", "Liquid", "Boiling", "Pour", "Drip", "Stream")

    cutoff_hz: Ramp = ramp(420, 620, low=100, high=3000, unit="Hz", more="brings the surface nearer: brighter")
    bubbles_hz: Ramp = ramp(0.5, 1.6, low=0, high=20, unit="1/s", more="lets more strings of bubbles rise")
    pressure: Ramp = ramp(0.8, 1.1, low=0, high=2, unit="", more="makes the weight of the water louder against the bubbles")
    sway: Ramp = ramp(0.35, 0.6, low=0, high=1, unit="", more="lets the water heave more")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        noise, bubbles = NoiseLoom(rng, _HOP, factor=_FACTOR), Track(2, _FACTOR)
        wobble, heave = Walk(rng, 0.3), Walk(rng, 0.25)
        cutoff, rate, pressure, sway = Glide(0.5), Glide(0.5), Glide(0.5), Glide(0.5)
        pink, hz = sloped(-3.5, 30, 6000, _HOP)[:_HOP // _FACTOR + 1], bin_hz(_HOP)[:_HOP // _FACTOR + 1]
        hop_points = np.linspace(0, BLOCK_POINTS - 1, noise.hops, endpoint=False).astype(int)
        for start, frames in course.blocks():
            corner = cutoff.block(course.control(self.cutoff_hz, start, frames)) * (1.0 + 0.14 * bounded(wobble.block()[0]))
            low = (hz / corner[hop_points, None]).astype(np.float32)
            lower = low * np.float32(1 / 1.5)
            shapes = pink / np.sqrt((1.0 + low ** 4) * (1.0 + lower ** 4))
            rising = rate.block(course.control(self.bubbles_hz, start, frames))
            for _ in range(int(rng.poisson(float(rising[50])))):
                _string(bubbles, int(rng.integers(0, BLOCK_FRAMES // _FACTOR)), rng)
            moving = 1.0 + sway.block(course.control(self.sway, start, frames)) * bounded(heave.block()[0])
            weight = pressure.block(course.control(self.pressure, start, frames)) * moving
            sound = noise.block(shapes.astype(np.float32), to_frames(2.6 * weight, _FACTOR)) + bubbles.block()
            yield sound * np.float32(_LEVEL)


def _string(track: Track, at: int, rng: np.random.Generator) -> None:
    """Six to twenty-five bubbles of all sizes from one place, tumbling over each other."""
    place, pitch = float(rng.uniform(-0.8, 0.8)), float(rng.uniform(240.0, 520.0))
    for _ in range(int(rng.integers(6, 26))):
        gain = float(rng.lognormal(1.1, 0.7))
        track.add(pan(gain * _bubble(pitch * float(2.0 ** rng.uniform(-0.6, 1.2)), rng)[:, None], place), at)
        at += int(rng.exponential(0.032) * _RATE_HZ) + 60


def _bubble(hz: float, rng: np.random.Generator) -> Mono:
    tau = 0.004 + 3.5 / hz * float(rng.uniform(0.6, 1.6))
    frames = round(5 * tau * _RATE_HZ)
    t = np.arange(frames) / _RATE_HZ
    rise = float(rng.uniform(0.1, 0.4)) / (4 * tau)
    turns = hz * (t + 0.5 * rise * t * t)
    return np.asarray(np.sin(2 * np.pi * turns) * ring(frames, tau, 0.003, _RATE_HZ), np.float32)
