"""Ten minutes of the bed of every mood and place, alone: does anything come back, is the level steady, does it click, does it fit in mono?

    python -m benchmarks.moods [NAME ...]

Prints a table; `benchmarks.beds` writes it into docs/beds.md.
"""

from __future__ import annotations

import sys

import numpy as np
from scipy import fft, ndimage, signal
from threadpoolctl import threadpool_limits

from audiodream.ambience import Ambience
from audiodream.audio import Audio
from audiodream.meter import LoudnessMeter
from audiodream.presets import Mood, MoodDelivery
from audiodream.presets_toml import moods, places
from audiodream.score import Beat, Line, Score
from audiodream.shelves import Shelves
from audiodream.staging import Staging
from audiodream.stems import WINDOW_FRAMES
from audiodream.timeline import PlacedBeat
from audiodream.units import RATE_HZ
from benchmarks import hearing as h

SECONDS, INTENSITY = 600, 0.6
PIECES, PIECE_S, LOW_HZ = 5, 4.0, 12_000
HEAD = """| bed | level, LUFS | short-term about it, P5..P95, LU | greatest likeness of 4 s | clicks | mono, dB | L/R above, below 120 Hz |
|---|---|---|---|---|---|---|
"""


def all_beds() -> dict[str, Mood]:
    """Every mood, and every place that has a bed, by name."""
    shelves = Shelves()
    beds = dict(moods(shelves))
    for name, place in places(shelves).items():
        if place.layers:
            beds[f"{name} (place)"] = Mood(name, place.title, place.path, (), (), 0.0, 0.0, MoodDelivery(), place.level_lufs, 0.5,
                                           place.layers)
    return beds


def bed_of(mood: Mood, seconds: float = SECONDS, seed: int = 1) -> Audio:
    """Its bed at one intensity, without its fades."""
    frames = round(seconds * RATE_HZ)
    beat = Beat(mood.name, INTENSITY, arousal=INTENSITY, tension=(INTENSITY,) * 3, lines=(Line(""),))
    ambience = Ambience(Score("", (beat,)), Staging({mood.name: mood}, {}, {}, seed))
    ambience.place(PlacedBeat(0, beat, 0, frames, (), (), last=True))
    with threadpool_limits(1, "blas"):
        windows = [ambience.read(min(WINDOW_FRAMES, frames - first)) for first in range(0, frames, WINDOW_FRAMES)]
    return np.concatenate(windows)[RATE_HZ:-3 * RATE_HZ]


def likeness(sound: Audio) -> float:
    """The greatest correlation of any of five pieces of 4 s with anything else in the sound: 1 for a loop, near 0 for noise."""
    low = signal.resample_poly(sound.mean(axis=1), 1, RATE_HZ // LOW_HZ)
    low = signal.sosfilt(signal.butter(2, 60.0, "high", fs=LOW_HZ, output="sos"), low)
    n = round(PIECE_S * LOW_HZ)
    size = fft.next_fast_len(len(low) + n, real=True)
    spectrum, power = fft.rfft(low, size), np.concatenate([[0.0], np.cumsum(low ** 2)])
    strength = np.sqrt(np.maximum(power[n:] - power[:-n], 1e-12))
    greatest = 0.0
    for start in np.linspace(0, len(low) - n, PIECES).astype(int):
        match = fft.irfft(spectrum * np.conj(fft.rfft(low[start:start + n], size)), size)[:len(strength)]
        alike = np.abs(match) / (strength * strength[start])
        alike[max(0, start - n):start + n] = 0.0
        greatest = max(greatest, float(alike.max()))
    return greatest


def clicks(sound: Audio) -> int:
    """Bursts above 12.5 kHz that stand out of their surroundings, were the bed as loud as a voice."""
    gain = 10 ** ((-18.0 - h.lufs(sound)) / 20)
    high = np.abs(signal.sosfilt(signal.butter(8, 12_500.0, "high", fs=RATE_HZ, output="sos"), sound * gain, axis=0)).max(axis=1)
    size = round(0.02 * RATE_HZ) | 1
    around = np.sqrt(np.maximum(ndimage.uniform_filter1d(high ** 2, size), 1e-14))
    around = np.maximum(np.minimum(np.roll(around, size), np.roll(around, -size)), 1e-7)
    found = np.flatnonzero((high > 12 * around) & (high > 0.002))
    return len(set((found // (RATE_HZ // 50)).tolist()))


def row(name: str, mood: Mood) -> str:
    sound = bed_of(mood)
    meter = LoudnessMeter()
    meter.feed(sound)
    level, short = meter.integrated_lufs(), meter.short_term_lufs()[::100]
    low, high = np.percentile(short, [5, 95]) - level
    sides = ", ".join("-" if c is None else f"{c:.2f}" for c in (h.correlation(sound, above=True), h.correlation(sound, above=False)))
    return (f"| {name} | {level:.1f} | {low:+.1f} .. {high:+.1f} | {likeness(sound):.2f} | {clicks(sound)} | "
            f"{h.mono_loss_db(sound):.1f} | {sides} |")


def main() -> None:
    print(HEAD, end="")
    for name, mood in all_beds().items():
        if not sys.argv[1:] or name in sys.argv[1:]:
            print(row(name, mood), flush=True)


if __name__ == "__main__":
    main()
