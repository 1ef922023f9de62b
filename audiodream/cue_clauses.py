"""Where a clause begins, and the verdict on a word in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiodream.cue_tokens import Token
from audiodream.words import listed


@dataclass(frozen=True, slots=True)
class Realis:
    """What a candidate is, and why."""

    name: str
    why: str


HARD = listed("; : — – ( ) … -- ? !")
"""Marks that end a clause."""
CLAUSE = listed("as while when but yet until then because though although where whereas so")
OPENERS = listed("the a an i you he she it we they his my your their its this that there someone")
"""Words with which a subject begins."""


def clause_before(tokens: Sequence[Token], index: int, reach: int = 8, *, commas: bool = True) -> list[int]:
    """Indexes of the words before, nearest first, to where the clause begins."""
    found: list[int] = []
    for n in range(index - 1, max(-1, index - 1 - reach), -1):
        token = tokens[n]
        if not token.is_word:
            if token.text in HARD or (commas and token.text == ","):
                break
            continue
        if token.low in CLAUSE and not _so_much(tokens, n):
            break
        if token.low == "and" and tokens[n + 1].low in OPENERS and n + 1 < index:
            break
        found.append(n)
    return found


def _so_much(tokens: Sequence[Token], n: int) -> bool:
    """ "Not so much as a rustle": no clause begins there."""
    lows = [t.low for t in tokens[max(0, n - 2) : n + 3]]
    return any(lows[k : k + 3] == ["so", "much", "as"] for k in range(len(lows) - 2))
