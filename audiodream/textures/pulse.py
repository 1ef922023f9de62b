"""A soft pulse that carries a scene forward: plucked low notes on the root and its fifth, quicker and brighter as it matters more."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, Curve, apply_gain
from audiodream.control import BLOCK_POINTS, Glide, TwoPoles, Walk, bounded, to_frames
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, bump, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.tones import PartialBank
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ

_LEVEL, _FACTOR, _HOP = 0.107, 4, 2400
_PITCHES = (1.0, 1.5, 2.0)
_FIGURE = (0, 0, 1, 0, 0, 2, 1, 0)
_ACCENTS = (1.0, 0.45, 0.65, 0.5, 0.8, 0.45, 0.7, 0.5)


@dataclass(frozen=True)
class Pulse(Texture):
    """Eight soft notes a bar, chosen anew for every bar; tempo 70 + 40 A bpm (our own schema, after Eerola, Friberg and Bresin 2013: A
    from -1 to 1 as the arousal goes from 0 to 1), each note a damped string of eight partials with a felt attack, left and right in turn,
    over a breath at the root. Tempo, touch and tone wander slowly about what the knobs say."""

    name: ClassVar[str] = "pulse"
    factor: ClassVar[int] = _FACTOR

    bpm: Ramp = ramp(52, 108, low=20, high=200, unit="bpm", more="goes faster; its two ends stand for arousal 0 and 1")
    bright_hz: Ramp = ramp(550, 1800, low=100, high=4000, unit="Hz", more="opens the tone of each note")
    density: Ramp = ramp(0.45, 1.0, low=0, high=1, unit="", more="plays more of the notes between the accents")
    ring_s: float = fixed(0.55, low=0.05, high=4, unit="s", more="lets each note ring longer")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        strings, air = _Strings(rng, root, self.ring_s), NoiseLoom(rng, _HOP, factor=_FACTOR)
        bpm_curve = self.bpm[0] + (self.bpm[1] - self.bpm[0]) * course.arousal
        bright, density, swell = Glide(0.5), Glide(0.5), Walk(rng, 0.2)
        haste, open_, touch = Walk(rng, 0.04), Walk(rng, 0.06), Walk(rng, 0.1)
        shape = 3.0 * sloped(-5.0, 80, 1500, _HOP) * sum(bump(root * r, 20.0, _HOP) for r in (1.0, 1.5, 2.0, 3.0))
        due, step = 0.1, 0
        plucked, strengths = [-1e9] * len(_PITCHES), [0.0] * len(_PITCHES)
        for start, frames in course.blocks():
            full = density.block(course.control(self.density, start, frames))
            hasty, touched = bounded(haste.block()[0]), bounded(touch.block()[0])
            plucks = np.zeros((2, len(_PITCHES), BLOCK_POINTS))
            while due * RATE_HZ < start + BLOCK_FRAMES:
                at = due * 100.0 - start / CONTROL_FRAMES
                accent = _ACCENTS[step % 8]
                if accent > 0.75 or rng.random() < full[int(at)]:
                    string = _FIGURE[(step + int(rng.integers(0, 2)) * 2) % 8]
                    strength = accent * (1.0 + 0.35 * float(touched[int(at)]) + 0.12 * float(rng.standard_normal()))
                    # a string that still rings is lifted to the new strength, not by it
                    rest, plucked[string] = 0.8 * strengths[string] * math.exp((plucked[string] - due) / self.ring_s), due
                    strengths[string] = max(strength, rest)
                    strength = max(0.3 * strength, strength - rest)
                    late = at - int(at)
                    for side, sign in ((0, 1.0), (1, 1.0 if step % 2 else -1.0)):
                        plucks[side, string, int(at)] += sign * strength * (1.0 - late)
                        plucks[side, string, int(at) + 1] += sign * strength * late
                bpm = float(bpm_curve[min(int(due * 100), len(bpm_curve) - 1)])
                due += 30.0 / bpm * (1.0 + 0.05 * float(hasty[int(at)])) * (1.0 + 0.006 * float(np.clip(rng.standard_normal(), -3, 3)))
                step += 1
            opened = bright.block(course.control(self.bright_hz, start, frames)) * np.exp2(0.6 * bounded(open_.block()[0]))
            sound = strings.block(plucks, opened)
            breath = air.block(shape)
            sound += apply_gain(breath, to_frames(0.10 + 0.05 * bounded(swell.block()[0]), _FACTOR))
            yield sound * np.float32(_LEVEL)


class _Strings:
    """Every pitch as two strings of eight partials that ring on; a pluck lifts each partial, which then falls by itself."""

    HARMONICS = 8

    def __init__(self, rng: np.random.Generator, root_hz: float, ring_s: float) -> None:
        h = np.arange(1, self.HARMONICS + 1)
        self._hz = (root_hz * np.array(_PITCHES)[:, None, None] * np.array([0.9991, 1.0009])[:, None] * h).reshape(-1, 1)
        self._bank = PartialBank(rng, len(self._hz), _FACTOR)
        self._strengths = 0.7 * h ** -0.9
        # the second pole, of 12 ms, is the felt that softens the attack
        self._falls = [TwoPoles(float(a), 0.44, 0.56, (2, len(_PITCHES))) for a in np.exp(-0.01 * (0.7 + 0.3 * h) / ring_s)]
        self._lasts = np.zeros((2, len(_PITCHES)))

    def block(self, plucks: npt.NDArray[np.float64], bright_hz: Curve) -> Audio:
        """plucks: (mid and side, pitches, BLOCK_POINTS); the last point belongs to the next block's first."""
        plucks[..., 0] += self._lasts
        self._lasts = plucks[..., -1].copy()
        rung = np.stack([one.block(plucks[..., :-1]) for one in self._falls]).transpose(2, 0, 1, 3)
        low = (self._hz / bright_hz).reshape(len(_PITCHES), 2, self.HARMONICS, -1)
        gains = self._strengths[:, None] / (1.0 + low * low)
        mid = gains * rung[:, None, :, 0]
        wide = np.clip((self._hz - 125.0) / 50.0, 0.0, 1.0).reshape(len(_PITCHES), 2, self.HARMONICS, 1)
        side = gains * rung[:, None, :, 1] * wide * 1.1
        flat = (len(self._hz), -1)
        return self._bank.block(self._hz, mid.reshape(flat).astype(np.float32), side.reshape(flat).astype(np.float32))
