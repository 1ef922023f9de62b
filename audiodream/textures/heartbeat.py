"""A heart that follows the arousal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, to_sides
from audiodream.control import Glide, to_frames
from audiodream.fades import ring
from audiodream.filters import Filter, filtered, highpass, lowpass
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, RATE_HZ

_LEVEL, _FACTOR = 0.5449, 8
_RATE_HZ = RATE_HZ // _FACTOR


@dataclass(frozen=True)
class Heartbeat(Texture):
    """Two damped thumps a beat (S1 longer and lower than S2, after Sakai 1971): 45 Hz, tau 45 ms, then 60 Hz, tau 32 ms, softer, each
    falling in pitch as it starts; the second follows by 0.22 + 0.09 sqrt(RR) s less its own length in systole; beats vary by 2.5 %. A
    soft saturation lifts the octave that small speakers have. bpm and depth follow `course.arousal`, the rest the intensity."""

    name: ClassVar[str] = "heartbeat"
    factor: ClassVar[int] = _FACTOR
    imitates: ClassVar[tuple[str, ...]] = ("Heart sounds, heartbeat", "Heart murmur", "Throbbing")

    bpm: Ramp = ramp(58, 132, low=30, high=200, unit="bpm", more="beats faster; its two ends stand for arousal 0 and 1")
    thump: Ramp = ramp(0.5, 1.0, low=0, high=2, unit="", more="drives the beat into the octaves that small speakers have")
    blood: Ramp = ramp(0.1, 0.3, low=0, high=1, unit="", more="lets one hear the rush of blood in the ears after every beat")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        beats, rush, flow = Track(2, _FACTOR), Track(1, _FACTOR), NoiseLoom(rng, factor=_FACTOR)
        colour, block = sloped(-7.0, 60, 700), Filter(highpass(22.0, 2, _RATE_HZ))
        chest = _chest(rng)
        thump, blood = Glide(0.5), Glide(0.5)
        bpm_curve = self.bpm[0] + (self.bpm[1] - self.bpm[0]) * course.arousal
        due = float(rng.uniform(0.05, 0.3))
        for start, frames in course.blocks():
            drive = thump.block(course.control(self.thump, start, frames))
            while due * RATE_HZ < start + BLOCK_FRAMES:
                at_s = due - start / RATE_HZ
                bpm = float(bpm_curve[min(int(due * 100), len(bpm_curve) - 1)])
                rr_s = 60.0 / bpm * (1.0 + 0.025 * float(np.clip(rng.standard_normal(), -2.5, 2.5)))
                systole_s = min(0.22 + 0.09 * rr_s ** 0.5, 0.45 * rr_s)
                gain, d = float(1.0 + 0.06 * rng.standard_normal()), float(drive[min(int(at_s * 100), 100)])
                first, second = round(at_s * _RATE_HZ), round((at_s + systole_s) * _RATE_HZ)
                beats.add(gain * _thump(45.0 * rng.uniform(0.97, 1.03), 0.045, d, chest), first)
                beats.add(0.7 * gain * _thump(60.0 * rng.uniform(0.97, 1.03), 0.032, d, chest), second)
                rush.add(ring(round(0.5 * _RATE_HZ), 0.16, 0.09, _RATE_HZ), first)
                due += rr_s
            rushing = to_frames(blood.block(course.control(self.blood, start, frames)), _FACTOR)[:, None]
            sound = block.run(beats.block()) + flow.block(colour) * (rush.block() + 0.08) * (0.15 * rushing)
            yield sound * np.float32(_LEVEL)


def _chest(rng: np.random.Generator) -> Mono:
    """What the ribs make of it at one side: 40 ms of noise above 150 Hz, dying away."""
    noise = rng.standard_normal(round(0.04 * _RATE_HZ)).astype(np.float32)
    high = filtered(noise * ring(len(noise), 0.012, 0.001, _RATE_HZ), highpass(170.0, 2, _RATE_HZ))
    return np.asarray(high / np.sqrt(np.sum(high ** 2)), np.float32)


def _thump(hz: float, tau_s: float, drive: float, chest: Mono) -> Audio:
    """A damped sine whose pitch falls by a quarter in its first 30 ms, with the overtones that saturation gives it, (n, 2)."""
    frames = round(9 * tau_s * _RATE_HZ)
    t = np.arange(frames) / _RATE_HZ
    turns = hz * (t + 0.25 * 0.015 * (1.0 - np.exp(-t / 0.015)))
    raw = (np.sin(2 * np.pi * turns) * ring(frames, tau_s, 0.006, _RATE_HZ)).astype(np.float32)
    driven = filtered(soften(raw, 1.0 + 3.0 * drive), lowpass(400.0, 2, _RATE_HZ))
    mid = 0.5 * raw + (1.0 + 0.6 * drive) * driven
    side = 0.9 * np.convolve(driven, chest)[:frames]
    return to_sides(mid, side.astype(np.float32))


def soften(sound: Mono, drive: float = 1.0) -> Mono:
    """Gentle saturation x / sqrt(1 + x²) at `drive` times the level, with the gain of small signals kept."""
    x = sound * np.float32(drive)
    return np.asarray(x / np.sqrt(np.float32(1.0) + x * x) / np.float32(drive), np.float32)
