"""The tension of a story: one continuous curve over its beats, from which beds and risers take their strength."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

MEMORY_WORDS = 60.0
"""Tension of what was just heard fades over about so many words (22 s of speech: Farbood & Upham 2013 on harmony)."""
PROMINENCE = 0.10
FLIP = 0.7


@dataclass(frozen=True, slots=True)
class Felt:
    """What of a beat the arc goes by. intensity, arousal 0..1; valence -1..1; words: its length. opens: "chapter" or "scene" or ""."""

    intensity: float
    valence: float
    arousal: float
    words: int
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A named place of the curve: "opening", "peak", "climax", "trough", "turn" (from bad to good or back), "ending"."""

    name: str
    beat: int
    tension: float


@dataclass(frozen=True, slots=True)
class Arc:
    """tension: (start, middle, end) of the curve over each beat, 0..1; one ends where the next starts. points: in the story's order."""

    tension: tuple[tuple[float, float, float], ...]
    points: tuple[Point, ...]


def tension_of(felt: Felt) -> float:
    """The tension of a beat by itself: arousal and intensity together, more where it is felt as bad, less where the strain is over."""
    strain = 0.5 * felt.arousal + 0.3 * felt.intensity * math.sqrt(felt.arousal) + 0.25 * max(0.0, -felt.valence) * felt.intensity
    ease = 0.15 * max(0.0, felt.valence) * (1.0 - felt.arousal)
    return min(1.0, max(0.0, strain - ease))


def _smooth(levels: Sequence[float], words: Sequence[int]) -> list[float]:
    """Each beat leans on its neighbours, the more the shorter it is; forward and backward, so that peaks stay where they are."""
    def pass_over(order: Sequence[int]) -> list[float]:
        held, out = levels[order[0]], [0.0] * len(levels)
        for i in order:
            own = words[i] / (words[i] + 0.35 * MEMORY_WORDS)
            held += own * (levels[i] - held)
            out[i] = held
        return out

    there, back = pass_over(range(len(levels))), pass_over(range(len(levels) - 1, -1, -1))
    return [(a + b) / 2 for a, b in zip(there, back, strict=True)]


def _prominences(levels: Sequence[float]) -> list[float]:
    """How far one must go down from each level before there is anything higher."""
    def lowest(order: Sequence[int]) -> list[float]:
        """The lowest level between each one and the last higher one before it, in this order."""
        found, higher = [0.0] * len(levels), list[int]()
        for i in order:
            low = levels[i]
            while higher and levels[higher[-1]] <= levels[i]:
                low = min(low, found[higher.pop()])
            found[i] = low
            higher.append(i)
        return found

    before, after = lowest(range(len(levels))), lowest(range(len(levels) - 1, -1, -1))
    return [level - max(a, b) for level, a, b in zip(levels, before, after, strict=True)]


def _points(levels: Sequence[float], beats: Sequence[Felt]) -> list[Point]:
    last = len(levels) - 1
    climax = max(range(len(levels)), key=lambda i: (levels[i], i))
    named = [Point("opening", 0, levels[0])]
    feeling = beats[0].valence
    above, below = _prominences(levels), _prominences([-level for level in levels])
    for i, level in enumerate(levels):
        if i == climax:
            named.append(Point("climax", i, level))
        elif 0 < i < last and level >= max(levels[i - 1], levels[i + 1]) and above[i] >= PROMINENCE:
            named.append(Point("peak", i, level))
        elif 0 < i < last and level <= min(levels[i - 1], levels[i + 1]) and below[i] >= PROMINENCE:
            named.append(Point("trough", i, level))
        now = beats[i].valence
        if i and now * feeling < 0.0 and abs(now - feeling) >= FLIP:
            named.append(Point("turn", i, level))
        if abs(now) >= 0.2:
            feeling = now
    named.append(Point("ending", last, levels[last]))
    return named


def arc(beats: Sequence[Felt]) -> Arc:
    """The tension curve over a story's beats, and its peaks and turns."""
    if not beats:
        return Arc((), ())
    words = [max(1, beat.words) for beat in beats]
    levels = _smooth([tension_of(beat) for beat in beats], words)
    edges = [levels[0]]
    for i in range(1, len(levels)):
        share = words[i] / (words[i - 1] + words[i])
        edges.append(levels[i - 1] * share + levels[i] * (1.0 - share))
    edges.append(levels[-1])
    shape = tuple((round(edges[i], 4), round(levels[i], 4), round(edges[i + 1], 4)) for i in range(len(levels)))
    return Arc(shape, tuple(_points(levels, beats)))
