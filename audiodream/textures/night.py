"""Night: crickets near and far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.grains import sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, RATE_HZ, s_to_frames

AIR = {60.0: -6.0, 200.0: 0.0, 1000.0: -8.0, 5000.0: -14.0, 10_000.0: -30.0}
CHORUS = {3000.0: -50.0, 4200.0: -9.0, 4700.0: 0.0, 5200.0: -9.0, 6500.0: -24.0, 7500.0: -18.0, 9000.0: -50.0}
CRICKETS = 7


def _chirp(rng: np.random.Generator, hz: float, pulses: int, period_s: float) -> Mono:
    """A few strokes of the wing, each a pulse of one tone that sags a little."""
    t = np.arange(s_to_frames(period_s * 0.62)) / RATE_HZ
    span = t[-1]
    out = np.zeros(s_to_frames(period_s * pulses), np.float32)
    for k in range(pulses):
        phase = 2.0 * np.pi * hz * (t - 0.01 * t * t / span)
        pulse = np.sin(np.pi * (t / span) ** 0.8) ** 2 * (np.sin(phase) + 0.12 * np.sin(2.0 * phase))
        first = s_to_frames(k * period_s)
        out[first:first + len(pulse)] += (pulse * (0.6 + 0.4 * min(1.0, k / 2)) * rng.uniform(0.9, 1.0)).astype(np.float32)
    return out


@dataclass(frozen=True)
class Night(Texture):
    """Field crickets: chirps of three to five wing strokes near 4.5 kHz, each singer with a pitch, pace and place of his own.

    Source: Bennet-Clark, Songs and the physics of sound production (1989): carrier 4 to 5 kHz, stroke 15 to 25 ms, pauses by temperature.
    """

    name: ClassVar[str] = "night"
    imitates: ClassVar[tuple[str, ...]] = ("Cricket", "Insect")
    insects: Ramp = ramp(0.7, 0.5, low=0, high=1, unit="", more="more crickets, and nearer")
    air: Ramp = ramp(0.3, 0.4, low=0, high=1, unit="", more="more of the night air between them")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, track = course.rng, Track()
        hz = 4500.0 * np.exp(rng.normal(0.0, 0.06, CRICKETS))
        songs = [_chirp(rng, f, int(rng.integers(3, 6)), rng.uniform(0.028, 0.042)) for f in hz]
        gains = sides(rng, CRICKETS) * np.exp(-0.45 * np.arange(CRICKETS))[:, None] * 0.24
        pace = rng.uniform(0.35, 0.75, CRICKETS)
        due = [int(rng.uniform(0.0, p) * RATE_HZ) for p in pace]
        air, chorus, mood = NoiseLoom(rng, width=1.0), NoiseLoom(rng, top_hz=9500.0, width=1.0), Walk(rng, 0.15, CRICKETS)
        beat, air_shape, chorus_shape = Walk(rng, 14.0, 2), shape_of(AIR), shape_of(CHORUS)
        for start, frames in course.blocks():
            insects, breeze = (whole_block(course.control(knob, start, frames)) for knob in (self.insects, self.air))
            awake = mood.block()[:, 0] + 3.0 * float(insects.mean()) - 0.35 * np.arange(CRICKETS)
            for k in range(CRICKETS):
                while due[k] < BLOCK_FRAMES:
                    if awake[k] > 0.0:
                        track.add(songs[k][:, None] * (gains[k] * np.float32(rng.uniform(0.8, 1.0))), due[k])
                    due[k] += int((pace[k] + len(songs[k]) / RATE_HZ * 0.5) * rng.uniform(0.94, 1.06) * RATE_HZ)
                due[k] -= BLOCK_FRAMES
            far = chorus.block(chorus_shape) * to_frames(0.026 * insects * np.exp(0.3 * beat.block())).T
            yield ((track.block() + far + apply_gain(air.block(air_shape), to_frames(0.03 * breeze))) * np.float32(1.08))[:frames]
