"""What stands around a part of a text."""

from __future__ import annotations

from audiodream.heteronym_words import DETERMINERS, TO, WE
from audiodream.spoken_parts import Parts
from audiodream.words import listed


class Around:
    """What stands around a word: `before(1)` is the nearest word on its left, in small letters, "" behind a sentence's edge."""

    def __init__(self, parts: Parts, i: int) -> None:
        self.parts, self.i = parts, i
        self.tail = parts[i].tail

    def before(self, n: int = 1) -> str:
        for k in range(max(0, self.i - n), self.i):
            if any(c in ".!?;:" for c in self.parts[k].tail):
                return ""
        return self.parts.at(self.i - n).lower.replace("’", "'") if self.i >= n else ""

    def first(self) -> bool:
        """True at the beginning of a sentence."""
        return self.parts[self.i].core[:1].isupper() and not self.before()

    def opening(self) -> str:
        """The first word of the sentence."""
        k = self.i
        while k and not any(c in ".!?;:" for c in self.parts[k - 1].tail):
            k -= 1
        return self.parts[k].lower

    def after(self, n: int = 1) -> str:
        for k in range(self.i, self.i + n):
            if any(c in ".!?;:," for c in self.parts.at(k).tail):
                return ""
        return self.parts.at(self.i + n).lower.replace("’", "'")

    def near(self, words: frozenset[str], reach: int = 6) -> bool:
        return any(self.parts.at(k).lower.replace("’", "'") in words for k in range(self.i - reach, self.i + reach + 1) if k != self.i)

    def verb(self) -> bool:
        """True where what stands before can only be followed by a verb's base: "to", "will", "don't", "they"."""
        joined = self.before() in listed("and then never always ever") and self.before(2) in TO
        return self.before() in TO or self.before() in WE or joined

    def noun(self) -> bool:
        return self.before() in DETERMINERS
