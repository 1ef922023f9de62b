"""Thunder far off: sparse, long, rolling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Curve
from audiodream.control import BLOCK_POINTS, BLOCK_STEPS, to_frames, whole_block
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, bin_hz, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.units import CONTROL_FRAMES, RATE_HZ

AIR = {200.0: -30.0, 600.0: -6.0, 2000.0: 0.0, 5000.0: -4.0, 9000.0: -16.0, 14_000.0: -50.0}
POINTS_A_SECOND = RATE_HZ // CONTROL_FRAMES


def _roll(rng: np.random.Generator) -> Curve:
    """How loud one thunder is from first to last: the claps of the channel's bends arrive one after another, each with its tail."""
    points = int(rng.uniform(5.0, 9.0) * POINTS_A_SECOND)
    time_s = np.arange(points) / POINTS_A_SECOND
    out = np.zeros(points)
    for _ in range(int(rng.integers(22, 36))):
        at_s, strength = rng.exponential(1.8), np.exp(rng.normal(0.0, 0.5))
        rise_s, tail_s = rng.uniform(0.05, 0.2), rng.uniform(0.4, 1.4)
        since = np.maximum(time_s - at_s, 0.0)
        out += strength * np.exp(-at_s / 3.0) * (1.0 - np.exp(-since / rise_s)) * np.exp(-since / tail_s)
    out *= np.minimum(1.0, (time_s[-1] - time_s) / 1.5)
    return np.asarray(out / np.sqrt(np.mean(out[:3 * POINTS_A_SECOND] ** 2)), np.float32)


@dataclass(frozen=True)
class Thunder(Texture):
    """A storm beyond the hills. The air has taken the crack; what is left is darker the longer it rolls. The rain is heard from afar.

    Claps must be many and their tails long: a few with sharp fronts are heard as explosions.
    Source: Few, Thunder signatures (1974) and Ribner & Roy (1982): a tortuous channel heard as a series of claps.
    """

    name: ClassVar[str] = "thunder"
    factor: ClassVar[int] = 2
    imitates: ClassVar[tuple[str, ...]] = ("Thunder", "Thunderstorm")
    storm: Ramp = ramp(0.2, 0.8, low=0, high=1, unit="", more="comes nearer: oftener, louder, brighter")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        boom, air, spectrum = NoiseLoom(rng, top_hz=4000.0, factor=2), NoiseLoom(rng, width=1.0, top_hz=24_000.0, factor=2), shape_of(AIR)
        hz = np.maximum(bin_hz()[:boom.bins], 1.0)[None]
        ahead, due = np.zeros(BLOCK_POINTS, np.float32), int(rng.uniform(0.0, 1.5) * POINTS_A_SECOND)
        for start, frames in course.blocks():
            storm = whole_block(course.control(self.storm, start, frames))
            while due < BLOCK_STEPS:
                roll = _roll(rng) * np.float32(np.exp(rng.normal(0.0, 0.2)))
                ahead = np.concatenate([ahead, np.zeros(max(0, due + len(roll) - len(ahead)), np.float32)])
                ahead[due:due + len(roll)] += roll
                due += int((3.0 + rng.exponential(7.0 - 5.0 * float(storm[0]))) * POINTS_A_SECOND)
            due -= BLOCK_STEPS
            ahead = np.concatenate([ahead, np.zeros(max(0, 2 * BLOCK_POINTS - len(ahead)), np.float32)])
            level = ahead[:BLOCK_POINTS]
            at = np.arange(boom.hops) * BLOCK_STEPS // boom.hops
            dark_hz = (90.0 + 260.0 * storm[at] * np.sqrt(level[at] / 2.0))[:, None]
            shape = 1.0 / (1.0 + (hz / dark_hz) ** 2) / (1.0 + (30.0 / hz) ** 4)
            out = boom.block(shape.astype(np.float32), to_frames(level * (0.75 + 0.5 * storm), 2))
            ahead = ahead[BLOCK_STEPS:]
            yield out + air.block(spectrum, to_frames(0.004 * (0.5 + storm), 2))
