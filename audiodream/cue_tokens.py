"""A sentence as words and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|--|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, with its span in the sentence. low: in small letters, straight apostrophe; quote: inside a quotation."""

    text: str
    low: str
    start: int
    end: int
    is_word: bool
    quote: bool


def tokens_of(sentence: str, quotes: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """The words and marks of a sentence, in order."""
    made = []
    spoken, n = sorted(quotes), 0
    for match in _TOKEN.finditer(sentence):
        text = match[0]
        while n < len(spoken) and spoken[n][1] <= match.start():
            n += 1
        inside = n < len(spoken) and spoken[n][0] <= match.start()
        made.append(Token(text, text.lower().replace("’", "'"), match.start(), match.end(), text[0].isalnum(), inside))
    return made
