"""Whether a bed lasts: ten minutes of every mood, searched for repeats, clicks, unsteady levels and a weak middle.

    python -m benchmarks.lasting [NAME ...] [--seconds 600] [--page]

NAME: a mood, a texture, or loop-TEXTURE (a minute of it over and over, the control). Without names: all moods and the control; with
--page their table goes into docs/sounds.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy
from scipy import signal, stats
from threadpoolctl import threadpool_limits

from audiodream.ambience import Ambience
from audiodream.audio import Audio
from audiodream.filters import Filter, highpass, lowpass
from audiodream.meter import HOP_FRAMES, PowerMeter, power_to_lufs, window_powers
from audiodream.presets import Mood
from audiodream.presets_toml import moods
from audiodream.preview import LOUDER_DB
from audiodream.score import Beat, Line, Score
from audiodream.shelves import Shelves
from audiodream.staging import Staging
from audiodream.stems import WINDOW_FRAMES
from audiodream.strength import NOMINAL_LUFS
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.timeline import PlacedBeat
from audiodream.units import CONTROL_FRAMES, RATE_HZ, s_to_frames
from benchmarks.page import put_between

DOCS = Path(__file__).resolve().parents[1] / "docs"
SECONDS = 600.0
LOW_RATE_HZ, BANDS, COURSE_HZ = 6000, 20, 10
STRETCH_S, APART_S = 8.0, 10.0
"""A stretch is looked for everywhere but this near to itself."""
STRETCHES = 24
Series = npt.NDArray[np.float32]


class Lasting:
    """Listens to a long sound window by window, and keeps only what the figures need."""

    def __init__(self) -> None:
        self.frames = 0
        self._meter, self._powers = PowerMeter(), list[npt.NDArray[np.float64]]()
        self._sides = [Filter(highpass(120.0, 8)), Filter(lowpass(120.0, 8))]
        self._products = np.zeros((3, 2, 2))
        self._thin, self._low = Filter(lowpass(2600.0, 10)), list[Series]()
        self._edge = np.zeros((0, 2), np.float32)
        self.clicks_s: list[float] = []

    def feed(self, sound: Audio) -> None:
        """The next window, of whole 1/6000 s."""
        self._powers.append(self._meter.feed(sound))
        for products, part in zip(self._products, (sound, *(side.run(sound) for side in self._sides)), strict=True):
            products += part.astype(np.float64).T @ part.astype(np.float64)
        self._low.append(self._thin.run(sound)[::RATE_HZ // LOW_RATE_HZ].copy())
        self._listen_for_clicks(sound)
        self.frames += len(sound)

    def _listen_for_clicks(self, sound: Audio) -> None:
        """A second is heard again with what follows it: what stands out must stand out of both sides."""
        first = self.frames - len(self._edge)
        whole = np.concatenate([self._edge, sound])
        edge_s = 1.0 if first else 0.0
        self.clicks_s += [first / RATE_HZ + at for at in clicks(whole) if edge_s / 2 <= at < len(whole) / RATE_HZ - 0.5]
        self._edge = whole[-RATE_HZ:].copy()

    def loudness(self) -> npt.NDArray[np.float64]:
        """Of 3 s, every second."""
        return power_to_lufs(window_powers(np.concatenate(self._powers), 300, RATE_HZ // HOP_FRAMES))

    def mono_loss_db(self) -> float:
        (a, b), (_, d) = self._products[0]
        return float(10 * np.log10((a + d) / 2 / ((a + d + 2 * b) / 4)))

    def correlation(self, part: int) -> float | None:
        """Of left and right: 0 of all, 1 above and 2 below 120 Hz; None where hardly anything sounds there."""
        (a, b), (_, d) = self._products[part]
        whole = self._products[0].trace()
        return float(b / np.sqrt(a * d)) if a + d > whole * 10 ** -1.5 else None

    def low(self) -> Series:
        """The sides at 6 kHz, (n, 2)."""
        return np.concatenate(self._low)


def clicks(sound: Audio) -> list[float]:
    """Seconds at which the band above 12.5 kHz, where no bed of ours has anything, jumps out of its surroundings."""
    high = np.abs(signal.sosfilt(signal.butter(8, 12_500, "highpass", fs=RATE_HZ, output="sos"), sound, axis=0)).max(axis=1)
    size = int(0.02 * RATE_HZ) | 1
    around = np.sqrt(np.maximum(signal.fftconvolve(high ** 2, np.ones(size) / size, mode="same"), 1e-14))
    around = np.maximum(np.minimum(np.roll(around, size), np.roll(around, -size)), 1e-7)
    at = np.flatnonzero((high > 12 * around) & (high > 0.002))
    return sorted({round(float(i) / RATE_HZ, 2) for i in at})


def course_of(low: Series) -> Series:
    """How the loudness of each of some twenty bands moves, ten times a second: dB, each band less its own mean, (bands, n)."""
    size = LOW_RATE_HZ // 5
    hop = LOW_RATE_HZ // COURSE_HZ
    rows = np.lib.stride_tricks.sliding_window_view(low.mean(axis=1), size)[::hop] * np.hanning(size).astype(np.float32)
    power = np.abs(scipy.fft.rfft(rows, axis=1)) ** 2
    edges = np.unique(np.geomspace(8, power.shape[1] * 0.85, BANDS + 1).astype(int))
    bands = np.stack([power[:, a:b].mean(axis=1) for a, b in pairwise(edges)])
    db = 10 * np.log10(bands + 1e-6 * bands.max(axis=0) + 1e-12)
    return np.asarray(db - db.mean(axis=1, keepdims=True), np.float32)


def _most_alike(rows: Series, size: int, apart: int) -> float:
    """The greatest correlation between a stretch of `size` points and any other that begins at least so far away, over all rows."""
    n = rows.shape[1]
    length = scipy.fft.next_fast_len(n, real=True)
    spectra = scipy.fft.rfft(rows, length)
    total = np.concatenate([[0.0], np.cumsum((rows.astype(np.float64) ** 2).sum(axis=0))])
    energy = np.sqrt(np.maximum(total[size:] - total[:-size], 1e-20))
    best = 0.0
    for start in np.linspace(0, n - size, STRETCHES).astype(int):
        own = scipy.fft.rfft(rows[:, start:start + size], length)
        alike = scipy.fft.irfft((spectra * own.conj()).sum(axis=0), length)[:n - size + 1] / (energy * energy[start])
        alike[max(0, start - apart):start + apart] = 0.0
        best = max(best, float(alike.max()))
    return best


def same_course(low: Series) -> float:
    """How far the course of the bands over some stretch comes again somewhere: 1 in a loop."""
    return _most_alike(course_of(low), round(STRETCH_S * COURSE_HZ), round(APART_S * COURSE_HZ))


def same_samples(low: Series) -> float:
    """How far the wave itself comes again: 1 in a loop. Whitened first: a tone that is held is alike to itself and no repeat."""
    mono = low.mean(axis=1)
    hz, power = signal.welch(mono, LOW_RATE_HZ, nperseg=8192)
    whole = scipy.fft.rfft(mono)
    at = np.linspace(0, LOW_RATE_HZ / 2, len(whole))
    whole /= np.sqrt(np.interp(at, hz, power) + power.max() * 1e-7)
    whole[(at < 40.0) | (at > 2400.0)] = 0.0
    white = scipy.fft.irfft(whole, len(mono))[None].astype(np.float32)
    return _most_alike(white, round(STRETCH_S * LOW_RATE_HZ), round(APART_S * LOW_RATE_HZ))


# --- what is listened to ---------------------------------------------------------------------------------------------------------

def bed_of(mood: Mood, frames: int, tension: tuple[float, float, float] | None, seed: int = 1) -> Iterator[Audio]:
    """A mood's bed in the clear as one beat of that length, held at the middle where no tension is given."""
    beat = Beat(mood.name, 0.5, arousal=0.5, tension=tension or (0.0, 0.0, 0.0), lines=(Line("word " * round(frames / RATE_HZ * 2.6)),))
    ambience = Ambience(Score(mood.title, (beat,)), Staging({mood.name: mood}, {}, {}, seed))
    ambience.place(PlacedBeat(0, beat, 0, frames, (), (), last=True))
    for first in range(0, frames, WINDOW_FRAMES):
        yield ambience.read(min(WINDOW_FRAMES, frames - first))


def texture_of(name: str, frames: int, seed: int = 1) -> Iterator[Audio]:
    """A texture alone at its default knobs."""
    stream = TEXTURES[name]().stream(Course.steady(frames, 0.5, seed))
    for first in range(0, frames, WINDOW_FRAMES):
        yield stream.read(min(WINDOW_FRAMES, frames - first))


def loop_of(name: str, frames: int, loop_s: float) -> Iterator[Audio]:
    """The control: so much of a texture, over and over."""
    piece = np.concatenate(list(texture_of(name, s_to_frames(loop_s))))
    at = np.arange(WINDOW_FRAMES)
    for first in range(0, frames, WINDOW_FRAMES):
        yield piece[(first + at[:min(WINDOW_FRAMES, frames - first)]) % len(piece)]


def heard(blocks: Iterator[Audio], gain_db: float = 0.0) -> Lasting:
    ear = Lasting()
    gain = np.float32(10.0 ** (gain_db / 20.0))
    for block in blocks:
        ear.feed(block * gain)
    return ear


# --- the table -------------------------------------------------------------------------------------------------------------------

RISING = (0.0, 0.5, 1.0)
HELD_S = 4
"""At either end a bed fades, and is left out of its levels."""
SPREAD_DB, OFF_DB, FOLLOWS, MONO_DB, APART, TOGETHER, ALIKE = 6.0, 2.0, 0.95, 3.0, 0.6, 0.9, 0.7
BEGIN, END = "<!-- lasting: begin -->", "<!-- lasting: end -->"
HEAD = f"""| bed | level, LUFS (meant) | 5..95 %, dB | follows | mono, dB | L/R above, below | clicks | course | wave |
|---|---|---|---|---|---|---|---|---|
| *must be* | within {OFF_DB:g} | {SPREAD_DB:g} | {FOLLOWS} | {MONO_DB:g} | {APART}, {TOGETHER} | 0 | {ALIKE} | {ALIKE} |
"""


@dataclass(frozen=True)
class Found:
    """What ten minutes measure. level_lufs, meant_lufs: of the held bed. spread_db: between percentiles of its 3 s loudness. follows:
    Spearman of 3 s loudness and strength as it rises from 0 to 1. clicks: of both. course, wave: greatest likeness of two stretches."""

    name: str
    level_lufs: float
    meant_lufs: float
    spread_db: float
    follows: float
    mono_loss_db: float
    above: float | None
    below: float | None
    clicks: int
    course: float
    wave: float

    def faults(self) -> list[str]:
        """What does not hold."""
        held = {
            "level": abs(self.level_lufs - self.meant_lufs) <= OFF_DB, "spread": self.spread_db <= SPREAD_DB,
            "follows": self.follows >= FOLLOWS, "mono": self.mono_loss_db <= MONO_DB,
            "above": self.above is None or self.above <= APART, "below": self.below is None or self.below >= TOGETHER,
            "clicks": self.clicks == 0, "course": self.course <= ALIKE, "wave": self.wave <= ALIKE,
        }
        return [name for name, holds in held.items() if not holds]

    def row(self) -> str:
        faults = set(self.faults())
        sides = ", ".join("-" if side is None else f"{side:.2f}" for side in (self.above, self.below))
        cells = [(f"{self.level_lufs:.1f} ({self.meant_lufs:.1f})", {"level"}), (f"{self.spread_db:.1f}", {"spread"}),
                 (f"{self.follows:.2f}", {"follows"}), (f"{self.mono_loss_db:.1f}", {"mono"}), (sides, {"above", "below"}),
                 (str(self.clicks), {"clicks"}), (f"{self.course:.2f}", {"course"}), (f"{self.wave:.2f}", {"wave"})]
        return f"| {self.name} | " + " | ".join(f"**{text}**" if faults & names else text for text, names in cells) + " |"


def of_mood(mood: Mood, seconds: float) -> Found:
    """The bed held at the middle, and for a fourth of that time as it rises from nothing to all."""
    frames = s_to_frames(seconds)
    held = heard(bed_of(mood, frames, None), LOUDER_DB)
    rising = heard(bed_of(mood, frames // 4 // CONTROL_FRAMES * CONTROL_FRAMES, RISING), LOUDER_DB)
    loud, risen = (ear.loudness()[HELD_S:-HELD_S] - LOUDER_DB for ear in (held, rising))
    low = held.low()
    return Found(mood.name, float(np.median(loud)), sum(mood.level_lufs) / 2, float(np.subtract(*np.percentile(loud, [95, 5]))),
                 float(stats.spearmanr(np.arange(len(risen)), risen).statistic), max(held.mono_loss_db(), rising.mono_loss_db()),
                 held.correlation(1), held.correlation(2), len(held.clicks_s) + len(rising.clicks_s), same_course(low), same_samples(low))


def of_sound(name: str, blocks: Iterator[Audio]) -> Found:
    """A texture alone: there is no rise, and its level is the contract's."""
    ear = heard(blocks)
    loud, low = ear.loudness(), ear.low()
    return Found(name, float(np.median(loud)), NOMINAL_LUFS, float(np.subtract(*np.percentile(loud, [95, 5]))), 1.0, ear.mono_loss_db(),
                 ear.correlation(1), ear.correlation(2), len(ear.clicks_s), same_course(low), same_samples(low))


def found(name: str, known: dict[str, Mood], seconds: float) -> Found:
    if name in known:
        return of_mood(known[name], seconds)
    if name.startswith("loop-"):
        return of_sound(name, loop_of(name.removeprefix("loop-"), s_to_frames(seconds), 60.0))
    return of_sound(name, texture_of(name, s_to_frames(seconds)))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("names", nargs="*", metavar="NAME")
    options.add_argument("--seconds", type=float, default=SECONDS)
    options.add_argument("--page", action="store_true", help="write the table into docs/sounds.md")
    given = options.parse_args()
    known = moods(Shelves())
    rows = []
    print(HEAD, end="")
    with threadpool_limits(1, "blas"):
        for name in given.names or [*sorted(known), "loop-pad"]:
            rows.append(found(name, known, given.seconds).row())
            print(rows[-1], flush=True)
    if given.page:
        put_between(DOCS / "sounds.md", BEGIN, END, HEAD + "\n".join(rows))


if __name__ == "__main__":
    main()
