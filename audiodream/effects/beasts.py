"""Animals: a dog, a wolf, an owl, a horse's hooves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import (
    Line,
    add,
    band,
    blow,
    course,
    fall,
    finish,
    formants,
    frames,
    noise,
    pulses,
    ring,
    room,
    turn,
    wander,
)
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed


def _voice(rng: np.random.Generator, hz: Line, rough: float, breath: float) -> Line:
    """A larynx: pulses with jitter, softened to a falling spectrum, with breath."""
    n = len(hz)
    source = pulses(hz * np.exp(rough * wander(rng, n, 55.0)))
    source = band(source, 0.0, 2500.0) * np.maximum(0.2, 1.0 + 2.0 * rough * wander(rng, n, 70.0))
    return np.asarray(source * 6.0 + breath * noise(rng, n))


@dataclass(frozen=True)
class Dog(Effect):
    """Barks: a throat that opens and closes in a sixth of a second, pitch arching up and down, harsh with subharmonics
    (source and filter; Riede & Fitch 1999 give a dog's formants by its size)."""

    name: ClassVar[str] = "dog"
    imitates: ClassVar[tuple[str, ...]] = ("Dog", "Bark", "Bow-wow", "Domestic animals, pets", "Yip")

    barks: float = fixed(3.0, low=1.0, high=12.0, unit="", more="more barks")
    pitch_hz: float = fixed(420.0, low=150.0, high=1200.0, unit="Hz", more="a smaller dog")
    far: float = fixed(0.3, low=0.0, high=1.0, unit="", more="farther away: duller, more echo")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - dogs have no key
        count = round(self.barks)
        out = np.zeros(frames(0.55 * count + 0.4))
        size = rng.uniform(0.85, 1.2)
        t = 0.0
        for _ in range(count):
            length = rng.uniform(0.13, 0.2)
            n = frames(length)
            hz = self.pitch_hz * size * course(n, (0, 0.6), (0.035, 1.15), (length * 0.6, 1.0), (length, 0.5))
            source = _voice(rng, hz, 0.10, 0.45)
            open_ = course(n, (0, 0), (0.012, 1.0), (length * 0.55, 0.8), (length, 0))
            mouth = formants(source, np.array([680.0, 1350.0, 2500.0, 3900.0]) * size, [160, 220, 350, 500], [1.0, 0.8, 0.5, 0.25])
            add(out, mouth * open_, frames(t), rng.uniform(0.8, 1.0))
            t += length + rng.uniform(0.14, 0.38)
        out = band(out, 200.0, 9000.0 - 5500.0 * self.far)
        return finish(room(rng, out, size_m=9.0, t60_s=0.5, wet=0.2 + 0.5 * self.far, dull_hz=3500.0), fade_s=0.2)


@dataclass(frozen=True)
class Wolf(Effect):
    """A howl: nearly a pure voice that climbs, stands, breaks and sinks over some seconds; others answer a little off its pitch."""

    name: ClassVar[str] = "wolf"
    imitates: ClassVar[tuple[str, ...]] = ("Howl", "Canidae, dogs, wolves", "Wild animals")

    length_s: float = fixed(3.6, low=1.0, high=8.0, unit="s", more="a longer howl")
    pack: float = fixed(2.0, low=1.0, high=6.0, unit="", more="more of them answer")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - wolves keep out of each other's key
        count = round(self.pack)
        out = np.zeros((frames(self.length_s + 0.7 * count), 2))
        for k in range(count):
            length = self.length_s * rng.uniform(0.75, 1.0)
            n = frames(length)
            top = rng.uniform(480.0, 640.0)
            hz = top * course(n, (0, 0.55), (0.18 * length, 0.92), (0.4 * length, 1.0), (0.75 * length, 0.93), (length, 0.62))
            hz *= np.exp(0.012 * wander(rng, n, 3.0) + 0.004 * np.sin(2 * np.pi * 5.2 * np.arange(n) / 48_000))
            phase = np.cumsum(hz) * (2 * np.pi / 48_000)
            voice = np.sin(phase) + 0.42 * np.sin(2 * phase) + 0.16 * np.sin(3 * phase) + 0.07 * np.sin(4 * phase) + 0.03 * np.sin(5 * phase)
            voice += 0.05 * band(noise(rng, n), 500.0, 2500.0)
            loud = course(n, (0, 0), (0.12 * length, 0.7), (0.45 * length, 1.0), (0.8 * length, 0.7), (length, 0))
            side = 0.0 if k == 0 else float(rng.uniform(-0.6, 0.6))
            start = 0 if k == 0 else frames(rng.uniform(0.5, 0.9) * k)
            part = voice * loud * (1.0 if k == 0 else 0.45)
            add(out[:, 0], part, start, 1 - side)
            add(out[:, 1], part, start, 1 + side)
        return finish(room(rng, out, size_m=25.0, t60_s=1.6, wet=0.45, dull_hz=2200.0), fade_s=0.6)


@dataclass(frozen=True)
class Owl(Effect):
    """A tawny owl: a long hoot, a pause, a short one, and a long quavering one; nearly sines with a little breath."""

    name: ClassVar[str] = "owl"
    imitates: ClassVar[tuple[str, ...]] = ("Owl", "Hoot", "Bird")

    pitch_hz: float = fixed(400.0, low=200.0, high=900.0, unit="Hz", more="a smaller owl")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - owls have no key
        out = np.zeros(frames(3.6))
        f = self.pitch_hz * rng.uniform(0.9, 1.1)
        for at, length, quaver in ((0.0, 0.42, 0.0), (0.95, 0.14, 0.0), (1.35, 1.1, 1.0)):
            n = frames(length)
            hz = f * course(n, (0, 0.93), (0.25 * length, 1.03), (length, 0.92))
            loud = np.hanning(n) ** 0.6 * (1 - 0.5 * quaver * (0.5 + 0.5 * np.sin(2 * np.pi * 14.0 * np.arange(n) / 48_000)) * course(
                n, (0, 1), (0.6 * length, 0.7), (length, 0)))
            hoot = turn(hz) + 0.13 * turn(2 * hz) + 0.03 * turn(3 * hz) + 0.12 * band(noise(rng, n), 300.0, 900.0)
            add(out, hoot * loud, frames(at * rng.uniform(0.95, 1.05)), rng.uniform(0.85, 1.0))
        return finish(room(rng, out, size_m=18.0, t60_s=0.9, wet=0.35, dull_hz=2500.0), fade_s=0.4)


@dataclass(frozen=True)
class Horse(Effect):
    """Hooves: a hollow horn shoe on hard ground, in the four beats of a walk, the pairs of a trot, or the three beats of a canter."""

    name: ClassVar[str] = "horse"
    imitates: ClassVar[tuple[str, ...]] = ("Clip-clop", "Horse")

    stride_hz: float = fixed(1.5, low=0.5, high=3.0, unit="Hz", more="faster")
    strides: float = fixed(4.0, low=1.0, high=20.0, unit="", more="a longer way")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - roads have no key
        beats = (0.0, 0.27, 0.5, 0.77) if self.stride_hz < 2.0 else (0.0, 0.22, 0.42)
        count = round(self.strides)
        out = np.zeros((frames(count / self.stride_hz + 0.6), 2))
        hooves = rng.uniform(0.9, 1.12, 4)
        for stride in range(count):
            for k, phase in enumerate(beats):
                at = frames((stride + phase + (0.02 * float(rng.standard_normal()) if stride + k else 0.0)) / self.stride_hz)
                n = frames(0.16)
                f = 820.0 * hooves[k] * rng.uniform(0.97, 1.03)
                hoof = blow(rng, n, 0, ((110.0, 300.0, 0.010, 0.5), (0.7 * f, 1.5 * f, 0.010, 1.0), (1.8 * f, 4 * f, 0.006, 0.6), (4000.0, 9000.0, 0.003, 0.2)))
                hoof += 9.0 * ring(0.02 * noise(rng, n) * fall(n, 0.0012), [f, 1.9 * f, 3.1 * f], [0.05, 0.035, 0.025], [1.0, 0.6, 0.4])
                side = 0.25 * (1 if k % 2 else -1)
                gain = rng.uniform(0.7, 1.0)
                add(out[:, 0], hoof, at, gain * (1 - side))
                add(out[:, 1], hoof, at, gain * (1 + side))
        return finish(room(rng, out, size_m=4.0, t60_s=0.3, wet=0.5, dull_hz=5000.0), fade_s=0.2)
