"""What engines share: long lines cut into pieces that a model can hold, and the pieces of speech joined again."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio
from audiodream.engines.engine import Utterance
from audiodream.errors import VoiceError
from audiodream.fades import fade
from audiodream.phonemes import PAUSES, VOWELS, Reading

QUIET_S = 0.03
"""How much quiet stays before the first and after the last sound."""
_PAUSE_S = {".": 0.42, "!": 0.42, "?": 0.42, "…": 0.5, ",": 0.18, ";": 0.3, ":": 0.3, "-": 0.25, "—": 0.25, "–": 0.25}
_CLOSERS = "\"'”’)]}»*_"
_STOPS, _CLAUSES = ".!?…", ",;:—–-"


def last_mark(word: str) -> str:
    """The word's last character without closing quotes and brackets."""
    return word.rstrip(_CLOSERS)[-1:]


def split_words(words: tuple[str, ...], most_chars: int) -> list[tuple[int, int]]:
    """Spans of words (first, after last) of at most `most_chars` characters: cut after a stop, else a clause, else anywhere.

    Words longer than that stand alone.
    """
    spans, first = [], 0
    while first < len(words):
        chars, end = 0, first
        while end < len(words) and (end == first or chars + len(words[end]) + 1 <= most_chars):
            chars += len(words[end]) + 1
            end += 1
        if end < len(words):
            least = first + max(1, (end - first) // 3)
            for marks in (_STOPS, _CLAUSES):
                cut = next((k for k in range(end, least, -1) if last_mark(words[k - 1]) in marks and last_mark(words[k - 1])), 0)
                if cut:
                    end = cut
                    break
        spans.append((first, end))
        first = end
    return spans


def sound_span(mono: Audio, rate_hz: int, floor_db: float = -42.0) -> tuple[int, int]:
    """First frame and frame after the last at which 10 ms are within `floor_db` of the loudest, `QUIET_S` more on both sides.

    (0, 0) in silence.
    """
    hop = max(1, rate_hz // 100)
    whole = len(mono) // hop
    if not whole:
        return 0, len(mono)
    power = np.square(mono[:whole * hop, 0].astype(np.float64)).reshape(whole, hop).mean(axis=1)
    loudest = float(power.max())
    if loudest < 1e-9:
        return 0, 0
    loud = np.flatnonzero(power > loudest * 10.0 ** (floor_db / 10.0))
    quiet = round(QUIET_S * rate_hz)
    return max(0, int(loud[0]) * hop - quiet), min(len(mono), (int(loud[-1]) + 1) * hop + quiet)


def trimmed(said: Utterance) -> Utterance:
    """Without the quiet at both ends, edges faded over 4 ms, word times moved along."""
    first, last = sound_span(said.audio, said.rate_hz)
    edge = said.rate_hz // 250
    audio = fade(said.audio[first:last], edge, edge)
    begin, length = first / said.rate_hz, (last - first) / said.rate_hz
    words = tuple((min(max(a - begin, 0.0), length), min(max(b - begin, 0.0), length)) for a, b in said.words)
    return Utterance(audio, said.rate_hz, words)


def join(parts: list[Utterance], marks: list[str], pace: float = 1.0) -> Utterance:
    """The trimmed parts one after another, with a pause after each as its last mark asks; pace above 1 shortens the pauses."""
    pieces: list[Audio] = []
    words: list[tuple[float, float]] = []
    rate_hz, frames = parts[0].rate_hz, 0
    for k, part in enumerate(map(trimmed, parts)):
        begin = frames / rate_hz
        words += [(a + begin, b + begin) for a, b in part.words]
        pieces.append(part.audio)
        frames += len(part.audio)
        if k + 1 < len(parts):
            gap = round(max(0.02, _PAUSE_S.get(marks[k], 0.08) / pace - 2 * QUIET_S) * rate_hz)
            pieces.append(np.zeros((gap, 1), np.float32))
            frames += gap
    return Utterance(np.concatenate(pieces), rate_hz, tuple(words))


def quiet_utterance(words: tuple[str, ...], rate_hz: int, seconds: float = 0.4) -> Utterance:
    """Silence for a line in which nothing can be spoken (emoji, dashes): its words stand at its start."""
    return Utterance(np.zeros((round(seconds * rate_hz), 1), np.float32), rate_hz, ((0.0, 0.0),) * len(words))


def fill_times(spans: dict[int, tuple[float, float]], count: int, length_s: float) -> tuple[tuple[float, float], ...]:
    """One (start, end) for every word; a word that was not spoken stands, without length, where the word before it ends."""
    out: list[tuple[float, float]] = []
    ahead = min((start for start, _ in spans.values()), default=0.0)
    for k in range(count):
        start, end = spans.get(k, (ahead, ahead))
        start = min(max(start, ahead if out else 0.0), length_s)
        end = min(max(end, start), length_s)
        out.append((start, end))
        ahead = end
    return tuple(out)


def word_times(
    owners: list[int], ends: npt.NDArray[np.float64], count: int, length_s: float
) -> tuple[tuple[float, float], ...]:
    """Times of `count` words from the end of every phoneme and the word to which it belongs (-1: to none)."""
    spans: dict[int, tuple[float, float]] = {}
    start = 0.0
    for owner, end in zip(owners, ends.tolist(), strict=True):
        if owner >= 0:
            spans[owner] = (spans[owner][0] if owner in spans else start, end)
        start = end
    return fill_times(spans, count, length_s)


def _loud(audio: Audio, rate_hz: int, floor_db: float) -> npt.NDArray[np.bool_]:
    """For every 10 ms whether they are within `floor_db` of the loudest."""
    hop = rate_hz // 100
    whole = len(audio) // hop
    power = np.square(audio[:whole * hop, 0].astype(np.float64)).reshape(whole, hop).mean(axis=1)
    return np.asarray(power > power.max(initial=0.0) * 10.0 ** (floor_db / 10.0))


def times_from_starts(starts: dict[int, float], count: int, audio: Audio, rate_hz: int) -> tuple[tuple[float, float], ...]:
    """Words from their starts alone: each ends with the last sound before the next begins."""
    loud = _loud(audio, rate_hz, -40.0)
    known = sorted(starts)
    spans = {}
    for k, word in enumerate(known):
        limit = starts[known[k + 1]] if k + 1 < len(known) else len(audio) / rate_hz
        first, last = round(starts[word] * 100), round(limit * 100)
        heard = np.flatnonzero(loud[first:last])
        spans[word] = (starts[word], (first + int(heard[-1]) + 1) / 100.0 if len(heard) else limit)
    return fill_times(spans, count, len(audio) / rate_hz)


def ended_by_silence(
    times: tuple[tuple[float, float], ...], audio: Audio, rate_hz: int
) -> tuple[tuple[float, float], ...]:
    """The times with every word ending no later than its last sound."""
    loud = _loud(audio, rate_hz, -40.0)
    out = []
    for start, end in times:
        first = int(start * 100)
        heard = np.flatnonzero(loud[first:max(first, round(end * 100))])
        out.append((start, max(start, min(end, (first + int(heard[-1]) + 1) / 100.0))) if len(heard) else (start, end))
    return tuple(out)


def estimated_times(words: tuple[str, ...], read: Reading, audio: Audio, rate_hz: int) -> tuple[tuple[float, float], ...]:
    """Words of an engine that tells no times: each as long as its phonemes, phrases pinned to the silences at punctuation."""
    sizes = [0.0] * len(words)
    for phoneme, owner in zip(read.phonemes, read.owners, strict=True):
        sizes[owner] += 0.0 if phoneme in PAUSES or phoneme in "ˈˌ" else 1.5 if phoneme in VOWELS else 1.0 if phoneme != "ː" else 0.8
    phrases, first = [], 0
    for k, word in enumerate(words):
        if (last_mark(word) in _STOPS + _CLAUSES and last_mark(word)) or k + 1 == len(words):
            phrases.append((first, k + 1))
            first = k + 1
    stretches = _stretches(_loud(audio, rate_hz, -40.0), [sum(sizes[a:b]) for a, b in phrases])
    spans = {}
    for (a, b), (begin, end) in zip(phrases, stretches, strict=True):
        scale, at = (end - begin) / max(1e-9, sum(sizes[a:b])), begin
        for k in range(a, b):
            if sizes[k]:
                spans[k] = (at, at + sizes[k] * scale)
                at = spans[k][1]
    return fill_times(spans, len(words), len(audio) / rate_hz)


def _stretches(loud: npt.NDArray[np.bool_], sizes: list[float]) -> list[tuple[float, float]]:
    """Where each phrase sounds: the borders between phrases are put on the long silences next to where they are expected."""
    heard = np.flatnonzero(loud)
    if not len(heard):
        return [(0.0, 0.0)] * len(sizes)
    begin, end = int(heard[0]), int(heard[-1]) + 1
    jumps = np.flatnonzero(np.diff(heard) > 8)
    silences = [(int(heard[k]) + 1, int(heard[k + 1])) for k in jumps]
    out, at, left = list[tuple[float, float]](), begin, sum(sizes)
    for k, size in enumerate(sizes):
        if k + 1 == len(sizes):
            out.append((at / 100.0, end / 100.0))
            break
        expected = at + (end - at) * size / max(1e-9, left)
        near = [s for s in silences if s[0] > at and abs(s[0] - expected) < 60]
        stop, start = min(near, key=lambda s: abs(s[0] - expected) - (s[1] - s[0])) if near else (round(expected), round(expected))
        out.append((at / 100.0, stop / 100.0))
        at, left = start, left - size
    return out


def fingerprint(path: Path) -> str:
    """What tells a model file from another of the same name: its size, and a digest of its first and last 64 kB."""
    try:
        known = path.stat()
        return _fingerprint(path, known.st_size, known.st_mtime_ns)
    except OSError as error:
        raise VoiceError(str(path), f"cannot be read ({error.strerror})", "put the file there, or name another") from error


@lru_cache(64)
def _fingerprint(path: Path, size: int, _changed_ns: int) -> str:
    digest = hashlib.blake2b(str(size).encode(), digest_size=12)
    with path.open("rb") as file:
        for start in (0, max(0, size - 65536)):
            file.seek(start)
            digest.update(file.read(65536))
    return digest.hexdigest()
