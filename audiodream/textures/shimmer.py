"""Light on the air: small bells without a strike, far above the root, in a glitter of breath."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import BLOCK_POINTS, BLOCK_STEPS, Glide, TwoPoles, Walk, bounded, to_frames
from audiodream.harmony import OMINOUS, PENTATONIC
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, bump, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.tones import PartialBank

_LEVEL, _HOP, _FACTOR = 0.01888, 2400, 2
_OVERTONES = np.array([1.0, 2.756, 5.404])
_STRENGTHS = np.array([1.0, 0.3, 0.07])


@dataclass(frozen=True)
class Shimmer(Texture):
    """Fifteen bars over three octaves of a scale on the root (free bars, 1 : 2.756 : 5.404, Euler-Bernoulli), two a few cents apart in
    either ear, lifted softly at random moments; narrow bands of air at the same pitches twinkle."""

    name: ClassVar[str] = "shimmer"
    factor: ClassVar[int] = _FACTOR

    density_hz: Ramp = ramp(2.0, 7.0, low=0.1, high=40, unit="1/s", more="lifts more bells")
    omen: Ramp = ramp(0.0, 0.0, low=0, high=1, unit="", more="bends the pentatonic scale into an ominous one")
    air: Ramp = ramp(0.5, 0.8, low=0, high=2, unit="", more="mixes in more of the glitter")
    decay_s: float = fixed(1.6, low=0.1, high=10, unit="s", more="lets the bells ring longer")
    attack_s: float = fixed(0.06, low=0.005, high=1, unit="s", more="makes the bells enter more softly")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        octaves = np.repeat([4.0, 8.0, 16.0], 5)
        bank = PartialBank(rng, 15 * 2 * 3, _FACTOR)
        noise, drift, twinkle = NoiseLoom(rng, _HOP, factor=_FACTOR), Walk(rng, 0.1, 15), Walk(rng, 1.8, 15)
        density, omen, air = Glide(0.5), Glide(2.0), Glide(0.5)
        # a bar's place alternates; its twin sounds in the other ear, softer
        places = np.where(np.arange(15) % 2 == 0, 1.0, -1.0)[:, None] * np.array([0.95, -0.6])
        falls = [_envelope(self.attack_s, self.decay_s / quicker) for quicker in (1.0, 1.6, 2.6)]
        bands = np.stack([bump(root * float(o * r), 40.0, _HOP, noise.bins) for o, r in zip(octaves, np.tile(PENTATONIC, 3), strict=True)])
        bands *= 8.0 * sloped(-3.0, 300, 9000, _HOP)[:noise.bins]
        for start, frames in course.blocks():
            rate = density.block(course.control(self.density_hz, start, frames))
            struck = rng.random((15, BLOCK_STEPS)) < rate[:-1] * (0.01 / 15)
            blows = struck * rng.uniform(0.25, 1.0, struck.shape) * (8.0 / octaves[:, None]) ** 0.4
            rung = np.stack([one.block(blows) for one in falls])
            bend = omen.block(course.control(self.omen, start, frames))
            scale = np.tile(PENTATONIC, 3)[:, None] * np.exp2(bend * np.log2(np.tile(OMINOUS / PENTATONIC, 3))[:, None])
            cents = (np.array([-2.5, 2.5])[:, None] + 1.5 * drift.block()[:, None]) / 1200
            hz = (root * octaves[:, None] * scale)[:, None] * np.exp2(cents)
            hz = (hz[:, :, None] * _OVERTONES[:, None]).reshape(90, -1)
            mid = np.broadcast_to((rung * _STRENGTHS[:, None, None]).transpose(1, 0, 2)[:, None], (15, 2, 3, BLOCK_POINTS))
            mid = mid * (hz < 9400.0).reshape(15, 2, 3, -1)
            side = mid * places[..., None, None]
            sound = bank.block(np.minimum(hz, 9400.0), mid.reshape(90, -1).astype(np.float32), side.reshape(90, -1).astype(np.float32))
            lit = np.clip(bounded(twinkle.block()[:, ::5][:, :noise.hops]), 0.0, 1.0).T ** 2
            glitter = to_frames(air.block(course.control(self.air, start, frames)), _FACTOR)
            sound += noise.block((lit @ bands).astype(np.float32), glitter)
            yield sound * np.float32(_LEVEL)


def _envelope(attack_s: float, decay_s: float) -> TwoPoles:
    """Of every bar: its response to a blow rises and falls, its peak near 1."""
    a, d = math.exp(-0.01 / attack_s), math.exp(-0.01 / decay_s)
    peak = attack_s / decay_s
    return TwoPoles(a, d, (1.0 - a) * (1.0 + 1.6 * peak), (15,))
