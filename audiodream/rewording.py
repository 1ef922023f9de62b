"""Lines that were reworded: which new line says what an old one said, and where its cues are in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from audiodream.score import Cue, Line

_ALIKE = 0.5
"""This share of the words of both, or of the shorter one all but a quarter, must be the same, in order."""
_MOST = 0.75
_CLEAR = 0.7
"""This share where a person had written the line anew: what was read is not known any more, only what was made of it."""
_FEWEST = 3
_BLOCK = 4000
"""More pairs than these are not compared: so much was written anew that nothing is a rewording."""


def reworded(before: Sequence[Line | None], now: Sequence[Line], own: Collection[int] = ()) -> list[tuple[int, int]]:
    """Which of the old lines is which of the new ones, in order, by what both say; None is nothing that can be compared. own: which of
    the old ones a person worded."""
    if len(before) * len(now) > _BLOCK:
        return []
    alike = [[0.0 if old is None else _likeness(old, new, n in own) for new in now] for n, old in enumerate(before)]
    best = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    for a in range(len(before) - 1, -1, -1):
        for b in range(len(now) - 1, -1, -1):
            both = best[a + 1][b + 1] + alike[a][b] if alike[a][b] else 0.0
            best[a][b] = max(both, best[a + 1][b], best[a][b + 1])
    pairs: list[tuple[int, int]] = []
    a = b = 0
    while a < len(before) and b < len(now):
        if alike[a][b] and best[a][b] == best[a + 1][b + 1] + alike[a][b]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def on_new_words(cues: Sequence[Cue], old: str, new: str) -> tuple[Cue, ...]:
    """The cues of a line on the same words of its new wording; those whose word is gone are left out."""
    words, others = _plain(old), _plain(new)
    same = {a + n: b + n for a, b, size in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks() for n in range(size)}
    return tuple(replace(cue, word=same[cue.word], at=-1) for cue in cues if cue.word in same)


def _likeness(old: Line, new: Line, own: bool) -> float:
    """The share of words that two lines have in common, 0 where they are not one line in other words."""
    if old.quote != new.quote:
        return 0.0
    words, others = _plain(old.text), _plain(new.text)
    same = sum(block.size for block in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks())
    share = 2 * same / (len(words) + len(others)) if words or others else 0.0
    if own:
        return share if share >= _CLEAR else 0.0
    contained = same >= _FEWEST and same >= _MOST * min(len(words), len(others))
    return share if share >= _ALIKE or contained else 0.0


def _plain(text: str) -> list[str]:
    """The words of a text as cues count them, without what punctuation they carry."""
    return [word.strip(".,;:!?…—–-\"'“”‘’()*_").casefold() for word in text.split()]
