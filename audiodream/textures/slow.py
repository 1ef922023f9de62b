"""Time drawn out: what would be bells, breath and strings becomes a slow smear of light."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, apply_gain
from audiodream.control import Glide, Walk, bounded, to_frames
from audiodream.fades import ring
from audiodream.harmony import PENTATONIC
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom
from audiodream.spectra import rfft
from audiodream.textures.texture import Course, Texture
from audiodream.units import RATE_HZ

_LEVEL, _FACTOR, _HOP = 0.27, 4, 8000
_RATE_HZ, _WINDOW = RATE_HZ // _FACTOR, 2 * _HOP // _FACTOR


@dataclass(frozen=True)
class Slow(Texture):
    """Paulstretch (Nasca 2006, public domain) of a phrase that goes on for ever: plucked notes over the root, sighs falling
    in pitch, soft thuds. Only the strengths of its spectrum are kept, at a fraction of the speed, the phases drawn anew."""

    name: ClassVar[str] = "slow"
    factor: ClassVar[int] = _FACTOR

    stretch: Ramp = ramp(5.0, 9.0, low=1, high=50, unit="x", more="draws the moment out longer")
    sighs: Ramp = ramp(0.4, 0.7, low=0, high=1, unit="", more="lets more of what happens be breath instead of tone")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        loom, swell = NoiseLoom(rng, _HOP, factor=_FACTOR), Walk(rng, 0.15)
        stretch, sighs = Glide(1.0), Glide(0.5)
        phrase, at = np.zeros(3 * _WINDOW, np.float32), 0.0
        due = 0
        window = np.sin(np.pi * (np.arange(_WINDOW) + 0.5) / _WINDOW).astype(np.float32)
        for start, frames in course.blocks():
            speed = 1.0 / float(stretch.block(course.control(self.stretch, start, frames))[50])
            breath = float(sighs.block(course.control(self.sighs, start, frames))[50])
            places = at + np.arange(loom.hops) * (_HOP // _FACTOR) * speed
            at = places[-1] + (_HOP // _FACTOR) * speed
            while due < at + _WINDOW:
                happening = _happening(rng, course.root_hz, breath)
                if due + len(happening) > len(phrase):
                    phrase = np.concatenate([phrase, np.zeros(due + len(happening), np.float32)])
                phrase[due:due + len(happening)] += happening
                due += round(float(rng.uniform(0.05, 0.28)) * _RATE_HZ)
            heard = np.stack([phrase[int(p):int(p) + _WINDOW] for p in places]) * window
            shapes = np.abs(rfft(heard, axis=1)).astype(np.float32) * np.float32((2.0 / _WINDOW) ** 0.5)
            passed = int(at) - _WINDOW
            if passed > _WINDOW:
                phrase, at, due = phrase[passed:], at - passed, due - passed
            sound = loom.block(shapes)
            yield apply_gain(sound, to_frames(_LEVEL * (1.0 + 0.3 * bounded(swell.block()[0])), _FACTOR))


def _happening(rng: np.random.Generator, root_hz: float, breath: float) -> Mono:
    """One event of the phrase at the low rate."""
    frames = round(float(rng.uniform(0.5, 1.2)) * _RATE_HZ)
    t = np.arange(frames) / _RATE_HZ
    if rng.random() < 0.4 * breath:
        pitch = root_hz * float(rng.choice([4.0, 6.0, 8.0])) * np.exp2(-0.4 * t)
        noise = rng.standard_normal(frames) * np.cos(2 * np.pi * np.cumsum(pitch) / _RATE_HZ)
        body = 0.25 * noise * np.sin(np.pi * np.arange(frames) / frames) ** 2
    elif rng.random() < 0.15:
        body = 0.8 * np.sin(2 * np.pi * root_hz / 2 * t) * ring(frames, 0.12, 0.02, _RATE_HZ)
    else:
        hz = root_hz * float(rng.choice(PENTATONIC) * rng.choice([1.0, 2.0, 2.0, 4.0]))
        h = np.arange(1, 9)[:, None]
        body = (np.exp(-t * (2.0 + h)) * np.sin(2 * np.pi * (h * hz * t + rng.random((8, 1)))) * h ** -1.1).sum(axis=0)
        body *= 0.6 * ring(frames, 1e9, 0.01, _RATE_HZ)
    return np.asarray(body, np.float32)
