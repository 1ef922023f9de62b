"""Every take is read back by a recogniser, and the words that it does not hear are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Protocol

import numpy as np

from audiodream.audio import Audio
from audiodream.narrate import Narration, Part
from audiodream.recogniser import HeardWord, pairs, plain_words
from audiodream.take import Take
from audiodream.units import RATE_HZ

_STRETCH_S = 26.0
"""Takes are heard together up to here: a recogniser hears 30 s at once, and short ones would each cost as much."""
_GAP_S = 0.5
_ALIKE, _SHORT_ALIKE, _LEAST_ALIKE = 0.5, 0.25, 0.4
"""Two words are one word heard otherwise if so much of their letters agrees, and a line of two words at most if so much does ("quay",
"key"). A line of which fewer words than the last share are found or alike says something else."""


class Ears(Protocol):
    """What can read speech back."""

    def hear(self, audio: Audio) -> tuple[HeardWord, ...]: ...


@dataclass(frozen=True, slots=True)
class LostWord:
    """A word of a line that was not heard back. line: its number from 0; word: its place in the line's words as they are spoken."""

    line: int
    word: int
    spoken: str
    voice: str
    text: str


def told(lost: list[LostWord]) -> list[str]:
    """A note for each line of which words were lost."""
    notes = []
    for number, found in groupby(lost, key=lambda word: word.line):
        of_line = list(found)
        first, what = of_line[0], ", ".join(repr(word.spoken) for word in of_line)
        notes.append(f"line {number + 1} ({first.voice}): {what} not heard back in {first.text[:60]!r}")
    return notes


def verify(narration: Narration, ears: Ears, progress: Callable[[float], None] | None = None) -> list[LostWord]:
    """The words that two hearings did not find: of the line among its neighbours, and of the line alone.

    A word that was heard as another word is not lost: a small recogniser mishears names, but it seldom skips what is there. Where hardly a
    word of a line is found, as in the recording of another one, all that are not are lost.
    """
    lost: list[LostWord] = []
    done = 0
    for stretch in _stretches(narration):
        heard = [word.text for word in ears.hear(_joined([take for _, take in stretch]))]
        suspects = _missing([part for part, _ in stretch], heard)
        for (part, take), places in zip(stretch, suspects, strict=True):
            if not places:
                continue
            again = _missing([part], [word.text for word in ears.hear(_joined([take]))])[0]
            words = plain_words(part.line.text)
            lost += [LostWord(part.number, k, words[k], part.voice.name, part.line.text) for k in places if k in again]
        done += len(stretch)
        if progress:
            progress(done / max(1, len(narration)))
    return lost


def _stretches(narration: Narration) -> Iterator[list[tuple[Part, Take]]]:
    held: list[tuple[Part, Take]] = []
    seconds = 0.0
    for part, take in zip(narration.parts, narration, strict=True):
        length_s = take.frames / RATE_HZ + _GAP_S
        if held and seconds + length_s > _STRETCH_S:
            yield held
            held, seconds = [], 0.0
        held.append((part, take))
        seconds += length_s
    if held:
        yield held


def _joined(takes: list[Take]) -> Audio:
    gap = np.zeros((round(_GAP_S * RATE_HZ), 1), np.float32)
    return np.concatenate([piece for take in takes for piece in (take.audio, gap)])


def _missing(parts: list[Part], heard: list[str]) -> list[list[int]]:
    """For each part the places of its words that have nothing over against them; of a line that says something else, all but those found.

    One word written as two, or two as one ("every one", "goodbye"), are not lost: what stands around is compared letter by letter.
    """
    wanted: list[str] = []
    owners: list[tuple[int, int]] = []
    for n, part in enumerate(parts):
        words = plain_words(part.line.text)
        wanted += words
        owners += [(n, k) for k in range(len(words))]
    listened: list[str] = []
    figures: list[bool] = []
    for token in heard:
        words = plain_words(token)
        listened += words
        figures += [any(map(str.isdigit, token))] * len(words)
    found = pairs(wanted, listened)
    missing: list[list[int]] = [[] for _ in parts]
    others: list[list[int]] = [[] for _ in parts]
    alike = [0] * len(parts)
    for at, (i, j) in enumerate(found):
        if i < 0:
            continue
        n, k = owners[i]
        if j < 0 and not _beside_figures(found, at, wanted, listened, figures) and not _run_together(found, at, wanted, listened):
            missing[n].append(k)
        if j >= 0 and (figures[j] or _likeness(wanted[i], listened[j]) >= _ALIKE):
            alike[n] += 1
        else:
            others[n].append(k)
    return [other if there < _LEAST_ALIKE * (there + len(other)) and not _likeness_of_all(part, heard) else gone
            for part, gone, other, there in zip(parts, missing, others, alike, strict=True)]


def _likeness(one: str, other: str) -> float:
    """How much of the letters of two words agrees, 0..1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _likeness_of_all(part: Part, heard: list[str]) -> bool:
    """Whether a line reads like all that was heard, letter by letter: a name alone is seldom heard as one word ("Lumina": "Loom in a")."""
    words = plain_words(part.line.text)
    return _likeness("".join(words), "".join(plain_words(" ".join(heard)))) >= (_ALIKE if len(words) > 2 else _SHORT_ALIKE)


def _beside_figures(found: list[tuple[int, int]], at: int, wanted: list[str], heard: list[str], figures: list[bool]) -> bool:
    """Whether the words around it that do not agree hold a number: "1984" is one year, or one of four other things."""
    for step in (-1, 1):
        k = at + step
        while 0 <= k < len(found):
            i, j = found[k]
            if j >= 0 and figures[j]:
                return True
            if i >= 0 and j >= 0 and wanted[i] == heard[j]:
                break
            k += step
    return False


def _run_together(found: list[tuple[int, int]], at: int, wanted: list[str], heard: list[str]) -> bool:
    """Whether the word is part of what was heard for a neighbour."""
    word = wanted[found[at][0]]
    for step in (-1, 1):
        k = at + step
        if not 0 <= k < len(found):
            continue
        i, j = found[k]
        if i >= 0 and j >= 0 and heard[j] != wanted[i]:
            both = word + wanted[i] if step > 0 else wanted[i] + word
            if heard[j] == both or (len(heard[j]) >= len(both) - 2 and heard[j][:2] == both[:2]):
                return True
    return False
