"""Who sounds like whom: every voice reads two texts of benchmarks/prose, and the table of docs/voices.md is made.

    python benchmarks/voices.py [NAME...] [--write] [--seed 1]

- F0: median of the voiced frames. Centroid: of the mean spectrum of the speech. Words a minute: with all pauses.
- WER: Whisper tiny.en reads the first text back (`pip install 'audiodream[verify]'`).
- x real time: seconds of speech over seconds of computing on one core, shaping included; measured on the first two sentences of the
  second text, spoken anew.
- Distance: a voice's print is the mean and the spread of MFCC 1..19 over the frames in which it speaks, its median F0 in semitones and
  the spread of its F0. Each of the 40 numbers is divided by how far it strays between 12-second pieces of one and the same voice; the
  distance is the root of the mean square. 1 is thus what a voice differs from itself from one piece to the next.
- Baseline: the distance between two readings of one voice (other text, other seed); MARGIN times the largest of them is the least that
  two voices may be apart.
- Named: of the 12-second pieces of the second text, how many lie nearer to their own voice's print of the first text than to any other's.

--write puts the table between the markers in docs/voices.md. Takes are kept in the cache.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from page import put_between
from readings import PROSE, Reading, read
from scipy import fft, signal

from audiodream.audio import resample
from audiodream.presets_toml import voices
from audiodream.recogniser import Recogniser, errors, plain_words
from audiodream.shaping import pitch_track
from audiodream.shelves import Shelves
from audiodream.takes import TakeCache
from audiodream.units import RATE_HZ

MARGIN = 1.5
MOST_WER = 0.12
PIECE_S = 12.0
UNMEASURED = ("tone", "system")
"""Voices that need not be clear or unlike others: a hum for drafts, and whatever the platform has."""
DOCS = Path(__file__).parents[1] / "docs" / "voices.md"
BEGIN, END = "<!-- voices: made by benchmarks/voices.py -->", "<!-- end -->"
_HZ, _SIZE, _HOP, _BANDS, _COEFFICIENTS = 16_000, 400, 160, 40, 19


def mel_bank() -> np.ndarray:
    """Triangles of equal width in mel, 80 to 7600 Hz, shape (bands, bins)."""
    mel = np.linspace(2595 * np.log10(1 + 80 / 700), 2595 * np.log10(1 + 7600 / 700), _BANDS + 2)
    hz = 700 * (10 ** (mel / 2595) - 1)
    bins = np.arange(257) * _HZ / 512
    rise = (bins - hz[:-2, None]) / (hz[1:-1] - hz[:-2])[:, None]
    fall = (hz[2:, None] - bins) / (hz[2:] - hz[1:-1])[:, None]
    return np.clip(np.minimum(rise, fall), 0.0, None)


BANK = mel_bank()


def print_of(sound: np.ndarray) -> np.ndarray:
    """The 40 numbers of a voice, from mono speech at the session rate."""
    low = resample(sound, RATE_HZ, _HZ)[:, 0].astype(np.float64)
    frames = np.lib.stride_tricks.sliding_window_view(low, _SIZE)[::_HOP]
    power = np.square(np.abs(np.fft.rfft(frames * np.hamming(_SIZE), 512, axis=1)))
    total = power.sum(axis=1)
    speaks = total > np.percentile(total, 95) * 1e-3
    cepstra = fft.dct(np.log(power[speaks] @ BANK.T + 1e-10), axis=1, norm="ortho")[:, 1:_COEFFICIENTS + 1]
    f0 = pitch_track(sound[:, 0])
    st = 12.0 * np.log2(f0[f0 > 0])
    return np.concatenate([cepstra.mean(axis=0), cepstra.std(axis=0), [np.median(st), np.percentile(st, 80) - np.percentile(st, 20)]])


@dataclass
class Voiced:
    """Everything that is measured of one voice."""

    name: str
    first: Reading
    second: Reading
    speed: float
    prints: tuple[np.ndarray, np.ndarray]
    pieces: tuple[np.ndarray, np.ndarray]
    f0_hz: float
    centroid_hz: float
    wer: float


def sound_of(reading: Reading) -> np.ndarray:
    return np.concatenate([take.audio for take in reading.takes])


def pieces_of(sound: np.ndarray) -> np.ndarray:
    size = round(PIECE_S * RATE_HZ)
    return np.array([print_of(sound[k:k + size]) for k in range(0, len(sound) - size + 1, size)])


def measured(name: str, first: Reading, second: Reading, speed: float, ears: Recogniser) -> Voiced:
    sounds = sound_of(first), sound_of(second)
    f0 = pitch_track(sounds[0][:, 0])
    hz, power = signal.welch(sounds[0][:, 0], RATE_HZ, nperseg=4096)
    heard = [word.text for sound, _ in first.stretches() for word in ears.hear(sound)]
    return Voiced(name, first, second, speed, (print_of(sounds[0]), print_of(sounds[1])), (pieces_of(sounds[0]), pieces_of(sounds[1])),
                  float(np.median(f0[f0 > 0])), float((hz * power)[hz < 8000].sum() / power[hz < 8000].sum()),
                  errors(first.words, plain_words(" ".join(heard))).rate)


def strays(people: list[Voiced]) -> np.ndarray:
    """How far each number of a print strays between pieces of one voice, pooled over the voices."""
    return np.sqrt(np.mean([np.concatenate(one.pieces).var(axis=0, ddof=1) for one in people], axis=0))


def apart(a: np.ndarray, b: np.ndarray, unit: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square((a - b) / unit))))


def rows(people: list[Voiced]) -> tuple[list[str], list[str]]:
    """The lines of the table, and what is not as it must be."""
    unit = strays([one for one in people if one.name not in UNMEASURED])
    selves = {one.name: apart(*one.prints, unit) for one in people}
    least = MARGIN * max(d for name, d in selves.items() if name not in UNMEASURED)
    lines, faults, named, heard = [], [], 0, 0
    for one in people:
        others = {other.name: apart(one.prints[0], other.prints[0], unit) for other in people if other is not one}
        near = min(others, key=lambda name: others[name]) if others else ""
        for piece in one.pieces[1] if one.name not in UNMEASURED else ():
            heard += 1
            named += min(people, key=lambda other: apart(piece, other.prints[0], unit)) is one
        wpm = len(one.first.words) / one.first.length_s * 60.0
        lines.append(f"| {one.name} | {one.f0_hz:.0f} | {one.centroid_hz:.0f} | {wpm:.0f} | {one.wer:.3f} | "
                     f"{one.speed:.1f} | {near} {others.get(near, 0.0):.2f} | {selves[one.name]:.2f} |")
        if one.name not in UNMEASURED:
            faults += [f"{one.name}: WER {one.wer:.3f}"] if one.wer > MOST_WER else []
            if others and others[near] < least:
                faults.append(f"{one.name} and {near}: {others[near]:.2f} apart, {least:.2f} are wanted")
    share = 100 * named / max(1, heard)
    lines += ["", f"Largest distance between two readings of one voice: {least / MARGIN:.2f}; two voices must be {MARGIN:g} times as far "
              f"apart: {least:.2f}. Of {heard} pieces of {PIECE_S:g} s, {share:.0f} % lie nearest to their own voice."]
    return lines, faults


HEAD = ["| voice | F0, Hz | centroid, Hz | words a minute | WER | x real time, one core | nearest, distance | two readings of its own |",
        "|---|---|---|---|---|---|---|---|"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    shipped, ears = voices(Shelves()), Recogniser()
    people = []
    for name in given.names or shipped:
        first = read(shipped[name], (PROSE / "first.txt").read_text(encoding="utf-8"), given.seed, TakeCache())
        other = (PROSE / "second.txt").read_text(encoding="utf-8")
        second = read(shipped[name], other, given.seed + 1, TakeCache())
        again = read(shipped[name], " ".join(other.split(". ")[:2]) + ".", given.seed + 1, None)
        people.append(measured(name, first, second, again.length_s / again.spoken_s, ears))
        print(f"{name}: F0 {people[-1].f0_hz:.0f} Hz, WER {people[-1].wer:.3f}", file=sys.stderr, flush=True)
    lines, faults = rows(people)
    table = "\n".join(HEAD + lines)
    print(table)
    if given.write:
        put_between(DOCS, BEGIN, END, table)
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
