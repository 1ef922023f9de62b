"""Word times of speech that tells none: it is laid beside a reading of the same words whose times are known.

Dynamic time warping (Sakoe and Chiba 1978) of mel cepstra, as in the aligner aeneas; the reading is Piper's.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy

from audiodream.audio import Audio, resample
from audiodream.engines.engine import Utterance
from audiodream.engines.pieces import fill_times

_HZ, _SIZE, _BANDS, _COEFFICIENTS = 16_000, 400, 26, 12
_HOP_S = 0.01
_MOST_FRAMES = 3000
"""Longer speech is compared in longer steps: the table of costs has as many cells as the square of this."""
_QUIET_DB = -38.0
_STEP_COST = 1.0
"""What it costs that one of the two goes on alone: without it, the path stands still in long vowels."""
_SILENCE_COST = 1.2

Features = npt.NDArray[np.float32]


def word_times(audio: Audio, rate_hz: int, reading: Utterance) -> tuple[tuple[float, float], ...]:
    """Start and end (s) of every word of `reading` in other speech of the same words, mono (frames, 1)."""
    hop_s = _HOP_S * max(1.0, max(len(audio) / rate_hz, len(reading.audio) / reading.rate_hz) / (_MOST_FRAMES * _HOP_S))
    ours, ours_quiet = _features(audio, rate_hz, hop_s)
    theirs, theirs_quiet = _features(reading.audio, reading.rate_hz, hop_s)
    path = _path(_costs(ours, ours_quiet, theirs, theirs_quiet))
    length_s = len(audio) / rate_hz
    spans: dict[int, tuple[float, float]] = {}
    for k, (start_s, end_s) in enumerate(reading.words):
        if end_s > start_s:
            spans[k] = _heard(path, ours_quiet, start_s / hop_s, end_s / hop_s, hop_s, length_s)
    return fill_times(spans, len(reading.words), length_s)


def _heard(path: npt.NDArray[np.int64], quiet: npt.NDArray[np.bool_], first: float, last: float, hop_s: float,
           length_s: float) -> tuple[float, float]:
    """Where a span of the reading's frames lies in ours, without the silence at its ends."""
    start = float(np.interp(first, path[:, 1], path[:, 0]))
    end = float(np.interp(last, path[:, 1], path[:, 0]))
    loud = np.flatnonzero(~quiet[math.floor(start):max(math.floor(start) + 1, math.ceil(end))])
    if len(loud):
        start, end = max(start, math.floor(start) + float(loud[0])), min(end, math.floor(start) + float(loud[-1]) + 1.0)
    return min(start * hop_s, length_s), min(max(start, end) * hop_s, length_s)


def _features(audio: Audio, rate_hz: int, hop_s: float) -> tuple[Features, npt.NDArray[np.bool_]]:
    """Cepstra and their slopes, each with mean 0 and deviation 1 where somebody speaks, shape (frames, 2 * coefficients); what is quiet."""
    low = resample(np.ascontiguousarray(audio[:, :1]), rate_hz, _HZ)[:, 0]
    hop = round(hop_s * _HZ)
    padded = np.pad(low, (_SIZE // 2, _SIZE))
    frames = np.lib.stride_tricks.sliding_window_view(padded, _SIZE)[::hop][:max(2, len(low) // hop)]
    power = np.square(np.abs(np.fft.rfft(frames * np.hamming(_SIZE), 512, axis=1)))
    level_db = 10.0 * np.log10(power.sum(axis=1) + 1e-12)
    quiet = level_db < level_db.max() + _QUIET_DB
    cepstra = scipy.fft.dct(np.log(power @ _bank().T + 1e-9), axis=1, norm="ortho")[:, :_COEFFICIENTS + 1]
    slopes = np.gradient(cepstra, axis=0) * 2.0
    both = np.concatenate([cepstra, slopes], axis=1)
    spoken = both[~quiet] if (~quiet).any() else both
    scaled = (both - spoken.mean(axis=0)) / (spoken.std(axis=0) + 1e-6)
    return np.clip(scaled, -4.0, 4.0).astype(np.float32), quiet


def _bank() -> npt.NDArray[Any]:
    mel = np.linspace(2595.0 * np.log10(1.0 + 80.0 / 700.0), 2595.0 * np.log10(1.0 + 7600.0 / 700.0), _BANDS + 2)
    hz = 700.0 * (10.0 ** (mel / 2595.0) - 1.0)
    bins = np.arange(257) * _HZ / 512
    rise = (bins - hz[:-2, None]) / (hz[1:-1] - hz[:-2])[:, None]
    fall = (hz[2:, None] - bins) / (hz[2:] - hz[1:-1])[:, None]
    return np.clip(np.minimum(rise, fall), 0.0, None)


def _costs(ours: Features, ours_quiet: npt.NDArray[np.bool_], theirs: Features, theirs_quiet: npt.NDArray[np.bool_]) -> Features:
    """How unlike each of our frames is to each of theirs: root mean square of the differences; silence is like silence."""
    product = ours @ theirs.T
    squares = np.square(ours).sum(axis=1)[:, None] + np.square(theirs).sum(axis=1)[None, :] - 2.0 * product
    cost = np.sqrt(np.maximum(squares, 0.0) / ours.shape[1])
    cost[np.ix_(ours_quiet, theirs_quiet)] = 0.1
    cost[np.ix_(ours_quiet, ~theirs_quiet)] += _SILENCE_COST
    cost[np.ix_(~ours_quiet, theirs_quiet)] += _SILENCE_COST
    return np.asarray(cost, np.float32)


def _path(cost: Features) -> npt.NDArray[np.int64]:
    """The cheapest way through the table: (ours, theirs), rising in both. Diagonal by diagonal, so that numpy does the work."""
    rows, columns = cost.shape
    total = np.full((rows + 1, columns + 1), np.inf, np.float32)
    total[0, 0] = 0.0
    for d in range(2, rows + columns + 1):
        i = np.arange(max(1, d - columns), min(rows, d - 1) + 1)
        j = d - i
        here = cost[i - 1, j - 1]
        total[i, j] = here + np.minimum(total[i - 1, j - 1] + here, np.minimum(total[i - 1, j], total[i, j - 1]) + _STEP_COST)
    i, j, way = rows, columns, []
    while i and j:
        way.append((i - 1, j - 1))
        before = (total[i - 1, j - 1] + cost[i - 1, j - 1], total[i - 1, j] + _STEP_COST, total[i, j - 1] + _STEP_COST)
        step = int(np.argmin(before))
        i, j = i - (step != 2), j - (step != 1)
    return np.array(way[::-1], np.int64)
