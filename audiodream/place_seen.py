"""From where a place is seen: what in a clause says that the story is elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from audiodream.cue_tokens import Token
from audiodream.mentions import person_nouns
from audiodream.place_tables import ELSEWHERE, IN, OPENINGS, PEOPLE, SEEN_THROUGH

_SOMEONE, _INDEFINITE = frozenset({"someone", "somebody"}), frozenset({"a", "an", "another"})


def clause(tokens: Sequence[Token], index: int) -> list[int]:
    """The words before, to where the clause begins."""
    found = []
    for n in range(index - 1, max(-1, index - 13), -1):
        if not tokens[n].is_word:
            if tokens[n].text != "-":
                break
            continue
        found.append(n)
    return found


def by_somebody(tokens: Sequence[Token], index: int) -> bool:
    """Whether a person does something before, in the same clause."""
    return any(
        tokens[n].low in PEOPLE or (n and tokens[n - 1].is_word and tokens[n].text[:1].isupper())
        for n in clause(tokens, index)
    )


def through_glass(tokens: Sequence[Token], index: int) -> bool:
    return any(tokens[n].low in SEEN_THROUGH for n in clause(tokens, index))


def opening(tokens: Sequence[Token], index: int) -> tuple[str, ...]:
    """What says at the head of the sentence that it tells of elsewhere ("Far out, ..."); empty where nothing does."""
    lows = [t.low for t in tokens[: min(index, 6)] if t.is_word and t.low not in {"and", "but", "then"}]
    return next((words for words in OPENINGS if tuple(lows[: len(words)]) == words), ())


def of_another(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "In the wings, an old man closes a case": somebody who was not there before is where the story is not."""
    if index > 2 or not tokens[0].is_word or tokens[0].low not in IN or [t.text for t in tokens[last + 1 : last + 2]] != [","]:
        return False
    who = [t.low for t in tokens[last + 2 : last + 6]]
    return who[:1] != [] and (who[0] in _SOMEONE or (who[0] in _INDEFINITE and any(low in person_nouns() for low in who[1:])))


def elsewhere(tokens: Sequence[Token], index: int) -> bool:
    """ "And down in the street a man is calling"."""
    lows = [tokens[n].low for n in reversed(clause(tokens, index))]
    return any(a in ELSEWHERE and b in {"in", "on", "at"} for a, b in pairwise(lows))
