"""Electricity: the hum of a transformer and lamps that flicker, crackling now and then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, pan
from audiodream.control import BLOCK_POINTS, Glide, Walk, bounded, to_frames
from audiodream.fades import ring
from audiodream.filters import bandpass, filtered, lowpass
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.tones import PartialBank
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ
from audiodream.upsampler import Upsampler

_LEVEL, _FACTOR, _HARMONICS = 0.08262, 4, 36
_H = np.arange(1, _HARMONICS + 1)
_WANDER = 0.002
_POINTS, _AT = np.arange(BLOCK_POINTS), np.arange(BLOCK_FRAMES // _FACTOR) * (_FACTOR / CONTROL_FRAMES)
_STRENGTHS = np.where(_H % 2 == 0, 1.0, 0.15) * _H ** -0.9 * np.where(_H == 1, 1.6, 1.0)


@dataclass(frozen=True)
class Hum(Texture):
    """Mains tuned to half the story's root (49 to 73 Hz), so that it never clashes: even harmonics strong, as magnetostriction makes them
    (twice the mains), a sizzle that arcs with it; crackle is bursts of a few ms, in flurries (Poisson clusters). The pitch
    wanders by one or two thousandths, as that of a grid does with its load."""

    name: ClassVar[str] = "hum"
    factor: ClassVar[int] = 2
    imitates: ClassVar[tuple[str, ...]] = ("Mains hum", "Hum", "Buzz", "Static", "Crackle")

    buzz: Ramp = ramp(0.4, 0.9, low=0, high=2, unit="", more="lifts the higher harmonics: more buzz, less hum")
    crackle_hz: Ramp = ramp(0.4, 3.0, low=0, high=40, unit="1/s", more="crackles more often")
    flicker: Ramp = ramp(0.1, 0.5, low=0, high=1, unit="", more="lets the lamps flicker")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, mains = course.rng, course.root_hz / 2
        turns = rng.random(_HARMONICS)
        bank, up = PartialBank(rng, 2 * _HARMONICS, _FACTOR, np.concatenate([turns, turns + 0.25])), Upsampler(_FACTOR // 2)
        breath, flick = Walk(rng, 0.15, _HARMONICS), Walk(rng, 7.0)
        noise, crackles = NoiseLoom(rng, 2400, factor=_FACTOR), Track(factor=2)
        hiss = sloped(-4.0, 300, 5000, 2400)
        buzz, rate, unrest = Glide(0.5), Glide(0.5), Glide(0.5)
        # one mains for both sides, which hear each harmonic a sixth of a turn apart: no beating, and still wide
        harmonics = np.tile(_H, 2)[:, None]
        wide = 0.65 * rng.choice([-1.0, 1.0], _HARMONICS) * np.clip((_H * mains - 125.0) / 50.0, 0.0, 1.0)
        strengths, passed = _STRENGTHS * rng.uniform(0.6, 1.4, _HARMONICS), 0.0
        load = Walk(rng, 0.04)
        for start, frames in course.blocks():
            tilt = _H[:, None] ** (0.9 * (buzz.block(course.control(self.buzz, start, frames)) - 0.5))
            lamps = 1.0 - unrest.block(course.control(self.flicker, start, frames)) * np.clip(bounded(flick.block()[0]) - 0.25, 0.0, 1.0)
            mid = strengths[:, None] * tilt * lamps * (1.0 + 0.12 * bounded(breath.block()))
            still = np.zeros_like(mid)
            mids, sides = np.concatenate([mid, still]), np.concatenate([still, mid * wide[:, None]])
            hz = mains * (1.0 + _WANDER * bounded(load.block()[0]).astype(np.float64))
            sound = bank.block(hz * harmonics, mids.astype(np.float32), sides.astype(np.float32))
            turned = passed + np.concatenate([[0.0], np.cumsum(hz[1:] + hz[:-1]) * (CONTROL_FRAMES / RATE_HZ)])
            arc = np.interp(_AT, _POINTS, turned)
            passed = float(turned[-1] % 1.0)
            sizzle = (0.5 + 0.5 * np.cos(2 * np.pi * arc)).astype(np.float32) ** 3
            sound += noise.block(hiss, sizzle * to_frames(0.2 * tilt[3] * lamps, _FACTOR))
            for _ in range(int(rng.poisson(float(rate.block(course.control(self.crackle_hz, start, frames))[50]) / 2.5))):
                _flurry(crackles, int(rng.integers(0, BLOCK_FRAMES)), rng)
            yield (up.run(sound) + crackles.block()) * np.float32(_LEVEL)


def _flurry(track: Track, at: int, rng: np.random.Generator) -> None:
    place = float(rng.uniform(-0.8, 0.8))
    for _ in range(1 + int(rng.poisson(1.5))):
        track.add(pan(_crack(rng)[:, None], place), at // 2)
        at += int(rng.exponential(0.03) * RATE_HZ) + 96


def _crack(rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """A burst of 3 to 12 ms around one pitch between 1.5 and 6 kHz, at half the rate."""
    frames = round(float(rng.uniform(0.003, 0.012)) * RATE_HZ)
    burst = rng.standard_normal(frames).astype(np.float32) * ring(frames, frames / RATE_HZ / 3, 0.0006)
    hz = 1500.0 * 4.0 ** float(rng.random())
    rung = filtered(np.pad(burst, (0, 96)), bandpass(hz, 1.2), lowpass(8000.0, 8))[::2]
    return np.asarray(rung * min(float(rng.lognormal(1.0, 0.6)), 4.0), np.float32)
