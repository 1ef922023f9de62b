"""Where beats begin and end: a beat is a stretch with one mood, its edges where a listener would feel the turn."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiodream.story import Story

TURN_WORDS = re.compile(
    r"(?:and\s+)?(?:but|yet|then|suddenly|however|instead|nevertheless|without warning|all at once|at once|just as|just then|at that|"
    r"in that (?:moment|instant)|until|only then|now|finally|at last|abruptly|in an instant|out of nowhere|still|meanwhile|when|"
    r"as (?:i|he|she|they|we|you|the|my|his|her|their)|despite|afterwards|that night|the next|by the time|before (?:i|he|she))\b",
    re.IGNORECASE)
STRONG_TURN = re.compile(
    r"(?:and\s+)?(?:but|yet|suddenly|then|without warning|all at once|just as|just then|abruptly|in an instant|out of nowhere|"
    r"and then|until)\b", re.IGNORECASE)

FRAME_WORDS = 4
"""A first sentence as short as this ("I am dreaming.") is a frame of its own."""
LONG_WORDS = 150
LONGEST_WORDS = 250
ENDLESS_WORDS = 2_500
SIDE_WORDS = 18
SHORT_WORDS = 28
CHANGE_AT_CUE = 0.30
CHANGE_AT_ANY = 0.62
CHANGE_WHEN_LONG = 0.16
SAME_MOOD = 0.30
"""How far the moods on both sides of an edge must differ (0..1, the square root of the Jensen-Shannon divergence in bits)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as the reading sees it. start, end: source offsets. paragraph: counts through the story. opens: "chapter" or "scene"
    where it is the first after such a break. quoted: the share of its characters that somebody says, 0..1."""

    text: str
    start: int
    end: int
    paragraph: int
    opens: str = ""
    quoted: float = 0.0

    @property
    def words(self) -> int:
        return len(self.text.split())


Range = tuple[int, int]
"""First sentence of a beat, and one past its last."""
Shares = Sequence[float]
"""A posterior: the share of each mood."""


def change(before: Shares, after: Shares) -> float:
    """How far two posteriors differ: 0 alike, 1 nothing in common (root of the Jensen-Shannon divergence, Endres & Schindelin 2003)."""
    total = 0.0
    for p, q in zip(before, after, strict=True):
        middle = (p + q) / 2
        total += sum(x * math.log2(x / middle) for x in (p, q) if x > 0.0) / 2
    return math.sqrt(max(0.0, min(1.0, total)))


class _Cutter:
    """Sentences with their posteriors and word counts, and the questions that finding an edge asks."""

    def __init__(self, sentences: Sequence[Passage], posteriors: Sequence[Shares]) -> None:
        self.sentences, self.posteriors = sentences, posteriors
        self.words = [max(1, s.words) for s in sentences]
        # sums up to each sentence: a paragraph may hold thousands, and every one of them is asked about
        self._words_to = [0, *accumulate(self.words)]
        self._moods_to = [[0.0] * len(posteriors[0])]
        for row, count in zip(posteriors, self.words, strict=True):
            self._moods_to.append([total + count * share for total, share in zip(self._moods_to[-1], row, strict=True)])

    def mood(self, span: Range) -> list[float]:
        first, last = span
        total = self.length(span)
        return [max(0.0, b - a) / total for a, b in zip(self._moods_to[first], self._moods_to[last], strict=True)]

    def length(self, span: Range) -> int:
        return self._words_to[span[1]] - self._words_to[span[0]]

    def talk(self, span: Range) -> float:
        """Share of the words that somebody says."""
        first, last = span
        said = sum(w * s.quoted for w, s in zip(self.words[first:last], self.sentences[first:last], strict=True))
        return said / self.length(span)

    def paragraphs(self) -> list[Range]:
        """Paragraphs, those that were broken mid-sentence whole again."""
        spans: list[Range] = []
        for i, sentence in enumerate(self.sentences):
            before = self.sentences[i - 1] if i else None
            same = before is not None and sentence.paragraph == before.paragraph and not sentence.opens
            if before is not None and (same or (not sentence.opens and _runs_on(before.text, sentence.text))):
                spans[-1] = (spans[-1][0], i + 1)
            else:
                spans.append((i, i + 1))
        return spans

    def frame(self, span: Range) -> list[Range]:
        """The short first sentence of a story or chapter by itself."""
        first, last = span
        if last - first < 2 or self.words[first] > FRAME_WORDS or self.sentences[first].quoted > 0.0:
            return [span]
        after = self.sentences[first + 1].text.lstrip()
        if after[:1].islower() or self.sentences[first].text.rstrip()[-1:] not in ".…":
            return [span]
        return [(first, first + 1), (first + 1, last)]

    def split(self, span: Range) -> list[Range]:
        """A paragraph cut where the mood turns; the strongest turn first. One of endless length is halved first."""
        made, waiting = [], [span]
        while waiting:
            whole = waiting.pop()
            where = self._edge(whole)
            if where < 0:
                made.append(whole)
            else:
                waiting += [(where, whole[1]), (whole[0], where)]
        return made

    def _edge(self, span: Range) -> int:
        """The sentence before which a span is cut, -1 where it stays whole."""
        first, last = span
        length = self.length(span)
        if length > ENDLESS_WORDS:
            half = (self._words_to[first] + self._words_to[last]) // 2
            return min(max(bisect_left(self._words_to, half, first + 1, last), first + 1), last - 1) if last - first > 1 else -1
        best, where = 0.0, -1
        for i in range(first + 1, last):
            left, right = (first, i), (i, last)
            if min(self.length(left), self.length(right)) < SIDE_WORDS:
                continue
            over = change(self.mood(left), self.mood(right)) / self._wanted(i, length)
            if length > LONGEST_WORDS:
                over += 0.5 - abs(self.length(left) / length - 0.5)
            if over > best:
                best, where = over, i
        return -1 if best < 1.0 and length <= LONGEST_WORDS else where

    def _wanted(self, i: int, length: int) -> float:
        """The change that an edge before sentence i must bring."""
        text = self.sentences[i].text.lstrip("\"'“‘ ")
        wanted = CHANGE_AT_CUE if STRONG_TURN.match(text) else (CHANGE_AT_CUE + 0.1 if TURN_WORDS.match(text) else CHANGE_AT_ANY)
        return min(wanted, CHANGE_WHEN_LONG + 0.1) if length > LONG_WORDS else wanted

    def join(self, spans: list[Range]) -> list[Range]:
        """Short paragraphs of one conversation, or of one mood, become one beat."""
        made: list[Range] = []
        for span in spans:
            if made and self._belong(made[-1], span):
                made[-1] = (made[-1][0], span[1])
            else:
                made.append(span)
        return made

    def _belong(self, before: Range, after: Range) -> bool:
        if self.sentences[after[0]].opens or self.length(before) + self.length(after) > LONG_WORDS:
            return False
        if before == (0, 1) and self.words[0] <= FRAME_WORDS and self.sentences[0].quoted == 0.0:
            return False
        last_paragraph = self._paragraph_length(before[1] - 1)
        talking = self.talk((max(before[0], before[1] - 3), before[1])) > 0.0 and self.talk(after) > 0.0
        short = min(last_paragraph, self.length(after)) < (45 if talking else SHORT_WORDS)
        far = change(self.mood(before), self.mood(after))
        if talking:
            return short and far < CHANGE_AT_ANY
        return max(last_paragraph, self.length(after)) < SHORT_WORDS and far < SAME_MOOD

    def _paragraph_length(self, i: int) -> int:
        return self.length((bisect_left(self.sentences, self.sentences[i].paragraph, key=lambda s: s.paragraph), i + 1))


def _runs_on(before: str, after: str) -> bool:
    """A paragraph that ends without a stop, and one that begins in lower case, were one."""
    return before.rstrip()[-1:] not in ".!?…:;\"'”’)]—-*_" and after.lstrip()[:1].islower()


def find_beats(sentences: Sequence[Passage], posteriors: Sequence[Shares]) -> list[Range]:
    """The beats of a story as ranges of sentences that tile it: a paragraph is one, unless its mood turns or it belongs with the last.

    A beat is at most 250 words long where its sentences allow it, and 150 where anything changes.
    """
    if not sentences:
        return []
    cutter = _Cutter(sentences, posteriors)
    spans = cutter.paragraphs()
    spans = [part for span in spans for part in (cutter.frame(span) if span[0] == 0 or sentences[span[0]].opens == "chapter" else [span])]
    spans = [part for span in spans for part in cutter.split(span)]
    return cutter.join(spans)


def passages_of(story: Story, quotes: Sequence[Range] = ()) -> list[Passage]:
    """The sentences of a story without its headings, in source offsets. quotes: source spans of what somebody says."""
    body, offsets = story.body, story.text.offsets
    made: list[Passage] = []
    paragraph, quote = 0, 0
    spoken = sorted(quotes)
    for chapter in story.chapters:
        for n, scene in enumerate(chapter.scenes):
            opens = "scene" if n else "chapter"
            for part in scene.paragraphs:
                if part.kind == "heading":
                    continue
                for sentence in part.sentences:
                    start, end = offsets[sentence.start], offsets[sentence.end]
                    while quote < len(spoken) and spoken[quote][1] <= start:
                        quote += 1
                    said, k = 0, quote
                    while k < len(spoken) and spoken[k][0] < end:
                        said += max(0, min(end, spoken[k][1]) - max(start, spoken[k][0]))
                        k += 1
                    quoted = min(1.0, said / max(1, end - start))
                    made.append(Passage(body[sentence.start:sentence.end], start, end, paragraph, opens if made else "", quoted))
                    opens = ""
                paragraph += 1
    return made
