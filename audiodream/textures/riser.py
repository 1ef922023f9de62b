"""Tension that rises to the turn, peaks on it and is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, apply_gain
from audiodream.control import BLOCK_POINTS, Glide, Walk, bounded, to_frames
from audiodream.harmony import tension_chord
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, bin_hz
from audiodream.textures.texture import Course, Texture
from audiodream.tones import Ensemble
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ, s_to_frames
from audiodream.upsampler import Upsampler

_LEVEL, _HOP, _FACTOR = 0.08913, 2400, 2
_WEIGHTS = np.array([1.0, 0.8, 0.8, 0.7, 0.6, 0.6], np.float32)[:, None]
_ENTERS_S, _GONE_S = 0.5, 0.03
_BINS = bin_hz(_HOP)[:_HOP // 2 + 1].astype(np.float32)


@dataclass(frozen=True)
class Riser(Texture):
    """A cluster that tightens and climbs to the root's own, a swell of noise whose band climbs with it (roughness after Sethares 1993), a
    tremor that quickens. The level rises linearly in dB; its last 0.12 s leap, so that the peak stands on `course.turn_frame`; then it
    stops."""

    name: ClassVar[str] = "riser"
    factor: ClassVar[int] = _FACTOR
    ends_itself: ClassVar[bool] = True

    tension: Ramp = ramp(0.6, 1.0, low=0, high=1, unit="", more="makes the cluster on the turn rougher")
    climb_st: Ramp = ramp(7, 12, low=0, high=24, unit="st", more="makes the cluster start further below")
    air: Ramp = ramp(0.5, 1.0, low=0, high=2, unit="", more="mixes in more of the noise that swells")
    rise_s: float = fixed(12.0, low=1, high=120, unit="s", more="makes the rise longer; it never starts before the stretch does")
    depth_db: float = fixed(20.0, low=6, high=60, unit="dB", more="makes the rise start softer")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        players = Ensemble(rng, 6, 5, breath_hz=0.3, detune_cents=12.0, factor=4)
        # what of its noise is above is heard as a click when it leaps
        noise, up, sway = NoiseLoom(rng, _HOP, top_hz=9_500, factor=_FACTOR), Upsampler(2), Walk(rng, 0.4)
        tension, climb, air = Glide(0.5), Glide(0.5), Glide(0.5)
        turn = course.turn_frame
        begin = max(0, turn - s_to_frames(self.rise_s))
        for start, frames in course.blocks():
            if start > turn + s_to_frames(2 * _GONE_S) or start + BLOCK_FRAMES <= begin:
                yield np.zeros((BLOCK_FRAMES // _FACTOR, 2), np.float32)
                continue
            at = start + np.arange(BLOCK_POINTS) * (BLOCK_FRAMES // (BLOCK_POINTS - 1))
            u = np.clip((at - begin) / max(1, turn - begin), 0.0, 1.0)
            chord = tension_chord(tension.block(course.control(self.tension, start, frames)) * (0.3 + 0.7 * u))
            below = climb.block(course.control(self.climb_st, start, frames)) * (1.0 - u ** 2)
            sound = up.run(players.block(root * np.exp2(-below / 12) * chord.T, _WEIGHTS, 500.0 * np.exp2(2.5 * u)))
            blown = air.block(course.control(self.air, start, frames)) * (0.2 + u ** 2 + 2.0 * u ** 24)
            sound = apply_gain(sound, self._tremor(at, turn, u))
            sound += noise.block(_swept(u, sway.block()[0]), to_frames(4.0 * blown, _FACTOR))
            yield apply_gain(sound, self._gain(start, begin, turn) * np.float32(_LEVEL))

    def _tremor(self, at: npt.NDArray[np.int64], turn: int, u: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
        """Quickens towards the turn, where it is open: its beats are counted back from there."""
        before_s = (turn - at) / RATE_HZ
        beats = before_s * 9.0 / (1.0 + 0.12 * np.abs(before_s))
        return to_frames(1.0 - 0.35 * u * (0.5 - 0.5 * np.cos(2 * np.pi * beats)), _FACTOR)

    def _gain(self, start: int, begin: int, turn: int) -> npt.NDArray[np.float32]:
        """Out of nothing, then linear in dB to the turn, a leap of 12 dB in the last 0.12 s, then a fall within 30 ms."""
        near = start + BLOCK_FRAMES > turn - s_to_frames(0.2)
        at = start + np.arange(0, BLOCK_FRAMES + 1, _FACTOR if near else CONTROL_FRAMES)
        before_s = np.maximum(turn - at, 0) / RATE_HZ
        u = np.clip((at - begin) / max(1, turn - begin), 0.0, 1.0)
        leap = 12.0 * np.minimum(before_s / 0.12, 1.0) + 3.0 * np.minimum(before_s, 1.0)
        after = np.clip((at - turn) / (_GONE_S * RATE_HZ), 0.0, 1.0)
        gain = (np.exp2((-self.depth_db * (1 - u) - leap) / 6.0206) * (0.5 + 0.5 * np.cos(np.pi * after))).astype(np.float32)
        if begin:
            gain *= np.clip((at - begin) / s_to_frames(_ENTERS_S), 0.0, 1.0).astype(np.float32)
        return gain[:-1] if near else to_frames(gain, _FACTOR)


def _swept(u: npt.NDArray[np.float64], sway: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """A band for each hop, climbing from 300 Hz to 5 kHz."""
    points = np.linspace(0, BLOCK_POINTS - 1, BLOCK_FRAMES // _HOP, endpoint=False).astype(int)
    centre = (300.0 * np.exp2(4.0 * u[points] + 0.15 * bounded(sway[points]))).astype(np.float32)[:, None]
    apart = _BINS / centre
    band = apart / (1.0 + apart * apart)
    return np.asarray(3.6 * band * band * np.sqrt(np.float32(300.0) / centre), np.float32)
