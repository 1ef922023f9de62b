"""Loudness and a ceiling: two passes over what the mix left in a temporary file, the same gain for every stem."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from audiodream.audio import Audio, apply_gain
from audiodream.meter import LoudnessMeter, true_peaks
from audiodream.units import BLOCK_FRAMES, RATE_HZ, db_to_gain, gain_to_db


@dataclass(frozen=True, slots=True)
class Target:
    """Where a master goes. lufs: programme loudness; or rms_dbfs instead. ceiling_dbtp: true peak that nothing passes.
    floor_dbfs: the greatest RMS of the quietest half second that the destination takes (None: it does not ask)."""

    lufs: float | None
    ceiling_dbtp: float
    about: str
    rms_dbfs: float | None = None
    floor_dbfs: float | None = None


TARGETS = {
    "podcast": Target(-16.0, -1.0, "podcasts and phones (Apple Podcasts)"),
    "broadcast": Target(-23.0, -1.0, "radio and television (EBU R 128)"),
    "speech-stream": Target(-18.0, -1.0, "streaming of speech (AES TD1008)"),
    "acx": Target(None, -3.2, "audiobook shops (ACX/Audible): RMS -23..-18 dB, peak -3 dB; the floor is checked", rms_dbfs=-20.0, floor_dbfs=-60.0),
}
SAFETY_DB = 0.15
"""The ceiling is kept by this much more: four-fold oversampling can read a peak a little low."""
REACH_FRAMES = RATE_HZ * 40 // 1000
"""The limiter bends the gain from 40 ms before a peak to 40 ms after it: too slow to distort, too short to be heard."""
STEP_FRAMES = 5 * BLOCK_FRAMES
MARGIN_FRAMES = 2 * REACH_FRAMES + 256


class Rough:
    """The unmastered stems in a temporary file: float32, all stems of a frame side by side."""

    def __init__(self, path: Path, stems: int) -> None:
        self._path, self.stems, self.frames = path, stems, 0
        self._file: BinaryIO = path.open("w+b")

    def append(self, *stems: Audio) -> None:
        self._file.write(np.ascontiguousarray(np.concatenate(stems, axis=1), np.float32).tobytes())
        self.frames += len(stems[0])

    def read(self, first: int, last: int) -> list[Audio]:
        """Frames [first, last) of every stem; outside the file is silence."""
        a, b = max(0, first), min(self.frames, last)
        width = 2 * self.stems
        self._file.seek(a * width * 4)
        flat = np.frombuffer(self._file.read(max(0, b - a) * width * 4), np.float32).reshape(-1, width)
        whole = np.pad(flat, ((a - first, last - b), (0, 0)))
        return [np.ascontiguousarray(whole[:, 2 * n:2 * n + 2]) for n in range(self.stems)]

    def close(self) -> None:
        self._file.close()


@dataclass(frozen=True, slots=True)
class Measured:
    """What a master measures."""

    integrated_lufs: float
    range_lu: float
    true_peak_dbtp: float
    rms_dbfs: float
    floor_dbfs: float
    seconds: float


def limiter_gain(sound: Audio, ceiling: float) -> npt.NDArray[np.float32]:
    """The gain for every frame that keeps the true peak of `sound` under `ceiling`; 1 where nothing is to do.

    Minimum, then mean over the same reach: the mean of gains none of which is too great is not too great.
    """
    peaks = true_peaks(sound, ceiling)
    if float(peaks.max(initial=0.0)) <= ceiling:
        return np.ones(len(sound), np.float32)
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    least = ndimage.minimum_filter1d(wanted, 2 * REACH_FRAMES + 1, mode="nearest")
    half = REACH_FRAMES // 2 * 2 + 1
    eased = ndimage.uniform_filter1d(ndimage.uniform_filter1d(least.astype(np.float64), half, mode="nearest"), half, mode="nearest")
    return eased.astype(np.float32)


class Gauge:
    """Measures a master as it goes by."""

    def __init__(self) -> None:
        self._meter, self._peak, self._energy, self._frames = LoudnessMeter(), 0.0, 0.0, 0
        self._halves: list[npt.NDArray[np.float64]] = []

    def feed(self, sound: Audio) -> None:
        self._meter.feed(sound)
        self._peak = max(self._peak, float(true_peaks(sound, 0.5).max(initial=0.0)))
        square = np.einsum("ij,ij->i", sound.astype(np.float64), sound) / sound.shape[1]
        self._energy += float(square.sum())
        self._frames += len(sound)
        whole = len(square) // (RATE_HZ // 2) * (RATE_HZ // 2)
        if whole:
            self._halves.append(square[:whole].reshape(-1, RATE_HZ // 2).mean(axis=1))

    def measured(self) -> Measured:
        floor = float(np.concatenate(self._halves).min()) if self._halves else 0.0
        return Measured(self._meter.integrated_lufs(), self._meter.range_lu(), gain_to_db(self._peak),
                        10 * math.log10(max(self._energy / max(1, self._frames), 1e-20)),
                        10 * math.log10(max(floor, 1e-20)), self._frames / RATE_HZ)


class Master:
    """Brings the rough mix to its target and hands it on in steps."""

    def __init__(self, rough: Rough, target: Target, loudness: Measured) -> None:
        self._rough, self._target = rough, target
        self._ceiling = db_to_gain(target.ceiling_dbtp - SAFETY_DB)
        gain_db = self._missing_db(loudness)
        untouched = loudness.true_peak_dbtp + gain_db < target.ceiling_dbtp - SAFETY_DB
        self._gain = db_to_gain(gain_db) if untouched else self._settle(gain_db)

    def _missing_db(self, at: Measured) -> float:
        if self._target.lufs is not None:
            return self._target.lufs - at.integrated_lufs if math.isfinite(at.integrated_lufs) else 0.0
        assert self._target.rms_dbfs is not None
        return self._target.rms_dbfs - at.rms_dbfs

    def _settle(self, gain_db: float) -> float:
        """The gain after which, limiter included, the target is met: what the limiter takes is given back, in at most six goes."""
        for _ in range(6):
            gauge, touched = Gauge(), False
            for stems in self._steps(db_to_gain(gain_db)):
                touched |= stems[1]
                gauge.feed(stems[0][-1])
            short_db = self._missing_db(gauge.measured())
            if not touched or abs(short_db) < 0.05:
                break
            gain_db += short_db
        return db_to_gain(gain_db)

    def _steps(self, gain: float) -> Iterator[tuple[list[Audio], bool]]:
        """Each step: every stem and, last, the mix; and whether the limiter had work to do."""
        for first in range(0, self._rough.frames, STEP_FRAMES):
            last = min(first + STEP_FRAMES, self._rough.frames)
            stems = self._rough.read(first - MARGIN_FRAMES, last + MARGIN_FRAMES)
            mix = stems[0] if len(stems) == 1 else stems[0] + stems[1] + stems[2]
            # the mix is bent as one, kept stems or not: asking for stems changes no sample of it
            bend = limiter_gain(mix * np.float32(gain), self._ceiling)[MARGIN_FRAMES:MARGIN_FRAMES + last - first]
            inner = slice(MARGIN_FRAMES, MARGIN_FRAMES + last - first)
            whole_gain = bend * np.float32(gain)
            kept = stems if len(stems) > 1 else []
            yield [apply_gain(part[inner], whole_gain) for part in (*kept, mix)], bool(float(bend.min(initial=1.0)) < 1.0)

    def steps(self) -> Iterator[list[Audio]]:
        """The stems, if they were kept, and last the mix, in steps of five seconds."""
        for stems, _ in self._steps(self._gain):
            yield stems
