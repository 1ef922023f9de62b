"""Acting: who does something beside a quotation that has no tag."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from audiodream.dialogue import QuoteSpan
from audiodream.mentions import Mention, between
from audiodream.person import Person

_TOLD = re.compile(
    r"\b(?:said|says|told|tells|asked|asks|called|calls|cried|shouted|whispered|spoke|turned|nodded) (?:\w+ly )?"
    r"(?:(?:out |back )?(?:to|at) )?\Z"
)
"""Before somebody who is spoken to."""
_RIGHT_AFTER = 12
"""So many characters behind a quotation stands whoever acts right after it."""


class Acting:
    """Who acts where in a narration. sentences: their offsets."""

    def __init__(self, narration: str, mentions: list[Mention], starts: list[int], sentences: Sequence[int]) -> None:
        self._narration, self._mentions, self._starts, self._sentences = narration, mentions, starts, sentences

    def beside(self, quotes: Sequence[QuoteSpan], people: Mapping[int, Person], not_these: Collection[str]) -> tuple[Person, str] | None:
        """Whoever acts in the sentence beside one of a paragraph's quotations, or is the only one in it, with the reason. people: of the
        paragraph, by the offsets at which they stand."""
        able = {
            at: p
            for at, p in people.items()
            if p.id not in not_these and p.gender != "group" and not _TOLD.search(self._narration[max(0, at - 30) : at])
        }
        for quote in quotes:
            after = [at for at in able if 0 <= at - quote.end < _RIGHT_AFTER]
            if after and self._is_subject(after[0]):
                return able[after[0]], "acts right after"
        for quote in quotes:
            sentence = [at for at in able if at < quote.start]
            if sentence:
                start = self._sentences[bisect_right(self._sentences, sentence[-1]) - 1]
                subject = next((at for at in sentence if at >= start and self._is_subject(at)), None)
                if subject is not None:
                    return able[subject], "acts right before"
        singles = {p.id: p for p in able.values()}
        if len(singles) == 1:
            return next(iter(singles.values())), "the only one in the paragraph"
        return None

    def _is_subject(self, at: int) -> bool:
        mention = next(iter(between(self._mentions, self._starts, at, at + 1)), None)
        return mention is not None and not mention.object and not mention.owner
