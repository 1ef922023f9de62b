"""Loudness and a ceiling: two passes over what the mix left in a temporary file, the same gain for every stem."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from audiodream import sliding
from audiodream.audio import Audio, apply_gain
from audiodream.looms import Looms, Task
from audiodream.meter import HOP_FRAMES, LoudnessMeter, hop_peaks, integrated_lufs, integrated_lufs_of_tenths, true_peaks
from audiodream.targets import Target
from audiodream.units import BLOCK_FRAMES, NARRATION_LUFS, RATE_HZ, db_to_gain, gain_to_db

SAFETY_DB = 0.15
"""The ceiling is kept by this much more: four-fold oversampling can read a peak a little low."""
REACH_FRAMES = RATE_HZ * 40 // 1000
"""The limiter bends the gain from 40 ms before a peak to 40 ms after it: too slow to distort, too short to be heard."""
STEP_FRAMES = 5 * BLOCK_FRAMES
MARGIN_FRAMES = 2 * REACH_FRAMES + 256
STEPS_AHEAD = 2
"""Of the master, where there are threads: one is made while another is written."""


def near_peak(target: Target) -> float:
    """The peak in an unmastered mix from which on the limiter may have to look: the ceiling less the gain to be expected."""
    expected_db = (target.lufs if target.lufs is not None else -18.0) - NARRATION_LUFS + 2.0
    return db_to_gain(target.ceiling_dbtp - SAFETY_DB - expected_db)


class Rough:
    """The unmastered stems in a temporary file: float32, all stems of a frame side by side."""

    def __init__(self, path: Path, stems: int) -> None:
        self._path, self.stems, self.frames = path, stems, 0
        self._file: BinaryIO = path.open("wb")

    def append(self, *stems: Audio) -> None:
        self._file.write(np.ascontiguousarray(np.concatenate(stems, axis=1), np.float32).data)
        self.frames += len(stems[0])

    def read(self, first: int, last: int) -> list[Audio]:
        """Frames [first, last) of every stem; outside the file is silence."""
        a, b = max(0, first), min(self.frames, last)
        width = 2 * self.stems
        self._file.flush()
        # by its path: several threads may read at once
        flat = np.fromfile(self._path, np.float32, max(0, b - a) * width, offset=a * width * 4).reshape(-1, width)
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
    gain = np.ones(len(sound), np.float32)
    for first, last in _stretches(np.flatnonzero(peaks > ceiling), 3 * REACH_FRAMES, len(sound)):
        gain[first:last] = _eased(np.minimum(1.0, ceiling / np.maximum(peaks[first:last], 1e-9)), REACH_FRAMES)
    return gain


def _stretches(marks: npt.NDArray[np.intp], reach: int, frames: int) -> list[tuple[int, int]]:
    """What lies within reach of the marks, in the order of time."""
    if not len(marks):
        return []
    breaks = np.flatnonzero(np.diff(marks) > 2 * reach)
    starts, ends = marks[np.append(0, breaks + 1)], marks[np.append(breaks, -1)]
    return [(max(0, int(a) - reach), min(frames, int(b) + 1 + reach)) for a, b in zip(starts, ends, strict=True)]


def _eased(wanted: npt.NDArray[Any], reach: int) -> npt.NDArray[np.float64]:
    """The least gain within reach, eased: never more than what is wanted, and without a corner."""
    half = reach // 2
    return sliding.mean(sliding.mean(sliding.least(wanted, reach), half), half)


def _hop_power(sound: Audio) -> npt.NDArray[np.float64]:
    """Mean square of every 10 ms over the channels; what there is of the last, as a share of 10 ms."""
    short = -len(sound) % HOP_FRAMES
    rows = (np.pad(sound, ((0, short), (0, 0))) if short else sound).reshape(-1, HOP_FRAMES * sound.shape[1])
    return np.asarray(np.einsum("ij,ij->i", rows, rows) / rows.shape[1], np.float64)


class Gauge:
    """Measures a mix or master as it goes by. `near`: the peak from which on peaks between samples are looked for."""

    def __init__(self, near: float = 0.9) -> None:
        self._meter, self._near, self._energy, self._frames = LoudnessMeter(), near, 0.0, 0
        self._peaks: list[npt.NDArray[np.float32]] = []
        self._halves: list[npt.NDArray[np.float64]] = []

    def feed(self, sound: Audio) -> None:
        self._meter.feed(sound)
        self._peaks.append(hop_peaks(true_peaks(sound, self._near)))
        power, half = _hop_power(sound), RATE_HZ // 2 // HOP_FRAMES
        self._energy += float(power.sum()) * HOP_FRAMES
        self._frames += len(sound)
        whole = len(sound) // HOP_FRAMES // half * half
        if whole:
            self._halves.append(power[:whole].reshape(-1, half).mean(axis=1))

    def measured(self) -> Measured:
        floor = float(np.concatenate(self._halves).min()) if self._halves else 0.0
        peak = float(self.peaks().max(initial=0.0))
        return Measured(self._meter.integrated_lufs(), self._meter.range_lu(), gain_to_db(peak), self.rms_dbfs(),
                        10 * math.log10(max(floor, 1e-20)), self._frames / RATE_HZ)

    def rms_dbfs(self) -> float:
        return 10 * math.log10(max(self._energy / max(1, self._frames), 1e-20))

    def powers(self) -> npt.NDArray[np.float32]:
        """K-weighted power of every 10 ms."""
        return self._meter.powers()

    def peaks(self) -> npt.NDArray[np.float32]:
        """True peak of every 10 ms."""
        return np.concatenate(self._peaks) if self._peaks else np.zeros(0, np.float32)


def settled_gain_db(target: Target, gauge: Gauge) -> float:
    """The gain after which, limiter included, the target is met.

    The limiter bends the gain over 80 ms, so what it takes can be told from peaks and powers of 10 ms without a pass over the sound.
    """
    powers, peaks = gauge.powers(), gauge.peaks()
    ceiling = db_to_gain(target.ceiling_dbtp - SAFETY_DB)
    open_lufs = integrated_lufs(powers)
    if target.lufs is not None and not math.isfinite(open_lufs):
        return 0.0
    missing_db = target.lufs - open_lufs if target.lufs is not None else float(target.rms_dbfs or 0.0) - gauge.rms_dbfs()
    gain_db = missing_db
    for _ in range(12):
        limited = integrated_lufs_of_tenths(_limited_tenths(powers, peaks, db_to_gain(gain_db), ceiling))
        lost_db = open_lufs + gain_db - limited
        short_db = missing_db + lost_db - gain_db
        gain_db += short_db
        if abs(short_db) < 0.01:
            break
    return gain_db


CHUNK_HOPS = 60_000
"""Ten minutes at a time: what is worked out of a long book's hops does not lie in memory all at once."""


def _limited_tenths(powers: npt.NDArray[np.float32], peaks: npt.NDArray[np.float32], gain: float,
                    ceiling: float) -> npt.NDArray[np.float64]:
    """K-weighted power of every 100 ms after the gain and the limiter."""
    reach, made = REACH_FRAMES // HOP_FRAMES, []
    whole = len(powers) // 10 * 10
    for first in range(0, whole, CHUNK_HOPS):
        last = min(whole, first + CHUNK_HOPS)
        before = min(first, 3 * reach)
        near = peaks[first - before:last + 3 * reach].astype(np.float64)
        bend = _eased(np.minimum(1.0, ceiling / np.maximum(near * gain, 1e-9)), reach)[before:before + last - first]
        made.append((powers[first:last] * (gain * bend[:last - first]) ** 2).reshape(-1, 10).mean(axis=1))
    return np.concatenate(made) if made else np.zeros(0)


class Master:
    """Brings the rough mix to its target and hands it on in steps."""

    def __init__(self, rough: Rough, target: Target, gauge: Gauge) -> None:
        self._rough = rough
        self._ceiling = db_to_gain(target.ceiling_dbtp - SAFETY_DB)
        self._gain = db_to_gain(settled_gain_db(target, gauge))

    def steps(self, looms: Looms | None = None) -> Iterator[list[Audio]]:
        """The stems, if they were kept, and last the mix, in steps of five seconds.

        looms: threads that make the next step while one is written.
        """
        coming: deque[Task[list[Audio]]] = deque()
        for first in range(0, self._rough.frames, STEP_FRAMES):
            frames = min(STEP_FRAMES, self._rough.frames - first)
            if looms is None:
                yield self._bent(first, frames)
                continue
            coming.append(looms.submit(partial(self._bent, first, frames)))
            if len(coming) > STEPS_AHEAD:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()

    def _bent(self, first: int, frames: int) -> list[Audio]:
        """One step, from what stands in it and to both sides of it."""
        stems = self._rough.read(first - MARGIN_FRAMES, first + frames + MARGIN_FRAMES)
        gain, inner = np.float32(self._gain), slice(MARGIN_FRAMES, MARGIN_FRAMES + frames)
        mix = stems[0] if len(stems) == 1 else stems[0] + stems[1] + stems[2]
        # the mix is bent as one, kept stems or not: asking for stems changes no sample of it
        whole_gain = limiter_gain(mix * gain, self._ceiling)[inner] * gain
        kept = stems if len(stems) > 1 else []
        return [apply_gain(part[inner], whole_gain) for part in (*kept, mix)]
