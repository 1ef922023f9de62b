"""Where beats begin and end: a beat is a stretch with one mood, its edges where a listener would feel the turn."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from audiodream.story import Story

    Floats = NDArray[np.float64]

TURN_WORDS = re.compile(
    r"(?:and\s+)?(?:but|yet|then|suddenly|however|instead|nevertheless|without warning|all at once|at once|just as|just then|at that|"
    r"in that (?:moment|instant)|until|only then|now|finally|at last|abruptly|in an instant|out of nowhere|still|meanwhile|when|"
    r"as (?:i|he|she|they|we|you|the|my|his|her|their)|despite|afterwards|that night|the next|by the time|before (?:i|he|she))\b",
    re.IGNORECASE)
STRONG_TURN = re.compile(
    r"(?:and\s+)?(?:but|yet|suddenly|then|without warning|all at once|just as|just then|abruptly|in an instant|out of nowhere|"
    r"and then|until)\b", re.IGNORECASE)

FEWEST_BEATS = 4
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


def _changes(before: Floats, after: Floats) -> Floats:
    """`change` of many pairs at once: (n, moods) against (n, moods)."""
    import numpy as np

    middle = (before + after) / 2
    parts = [x * np.log2(np.where(x > 0.0, x, 1.0) / np.where(x > 0.0, middle, 1.0)) for x in (before, after)]
    apart: Floats = np.sqrt(((parts[0] + parts[1]).sum(1) / 2).clip(0.0, 1.0))
    return apart


def _wanted(text: str) -> float:
    """The change that an edge before a sentence must bring."""
    bare = text.lstrip("\"'“‘ ")
    return CHANGE_AT_CUE if STRONG_TURN.match(bare) else CHANGE_AT_CUE + 0.1 if TURN_WORDS.match(bare) else CHANGE_AT_ANY


def is_frame(sentences: Sequence[Passage], span: Range) -> bool:
    """Whether a beat is nothing but the short first sentence of a story or chapter, told and not said by anybody."""
    first, last = span
    one = sentences[first]
    return (last == first + 1 and (first == 0 or one.opens == "chapter") and max(1, one.words) <= FRAME_WORDS and one.quoted == 0.0
            and one.text.rstrip()[-1:] in ".…")


def has_ends(beats: int) -> bool:
    """Whether a text of so many beats is a story with a beginning and an end; a shorter one need not be."""
    return beats >= FEWEST_BEATS


class _Cutter:
    """Sentences with their posteriors and word counts, and the questions that finding an edge asks."""

    def __init__(self, sentences: Sequence[Passage], posteriors: Sequence[Shares] | NDArray[np.float32]) -> None:
        self.sentences = sentences
        import numpy as np

        self.words = [max(1, s.words) for s in sentences]
        # sums up to each sentence: a paragraph may hold thousands, and every one of them is asked about
        self._words_to = np.concatenate([[0], np.cumsum(self.words)])
        weighed = np.asarray(posteriors, np.float64) * np.asarray(self.words)[:, None]
        self._moods_to = np.concatenate([np.zeros((1, weighed.shape[1])), np.cumsum(weighed, 0)])
        self._wanted = [_wanted(s.text) for s in sentences]
        self._begins: dict[int, int] = {}
        for i, sentence in enumerate(sentences):
            self._begins.setdefault(sentence.paragraph, i)

    def mood(self, span: Range) -> list[float]:
        first, last = span
        shares: list[float] = ((self._moods_to[last] - self._moods_to[first]).clip(0.0) / self.length(span)).tolist()
        return shares

    def length(self, span: Range) -> int:
        return int(self._words_to[span[1]] - self._words_to[span[0]])

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
        if last - first < 2 or not is_frame(self.sentences, (first, first + 1)):
            return [span]
        if self.sentences[first + 1].text.lstrip()[:1].islower():
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
        import numpy as np

        first, last = span
        length = self.length(span)
        begin, end = self._words_to[first], self._words_to[last]
        if length > ENDLESS_WORDS:
            half = int(np.searchsorted(self._words_to[first + 1 : last], (begin + end) // 2)) + first + 1
            return min(half, last - 1) if last - first > 1 else -1
        inner = self._words_to[first + 1 : last]
        lo = first + 1 + int(np.searchsorted(inner, begin + SIDE_WORDS))
        hi = first + 1 + int(np.searchsorted(inner, end - SIDE_WORDS, "right"))
        if lo >= hi:
            return -1
        before, sums = self._words_to[lo:hi] - begin, self._moods_to[lo:hi]
        left = (sums - self._moods_to[first]).clip(0.0) / before[:, None]
        right = (self._moods_to[last] - sums).clip(0.0) / (length - before)[:, None]
        wanted = np.array(self._wanted[lo:hi])
        over = _changes(left, right) / (np.minimum(wanted, CHANGE_WHEN_LONG + 0.1) if length > LONG_WORDS else wanted)
        if length > LONGEST_WORDS:
            over += 0.5 - abs(before / length - 0.5)
        where = int(over.argmax())
        return lo + where if over[where] > 0.0 and (over[where] >= 1.0 or length > LONGEST_WORDS) else -1

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
        if before[0] == 0 and is_frame(self.sentences, before):
            return False
        last_paragraph = self._paragraph_length(before[1] - 1)
        talking = self.talk((max(before[0], before[1] - 3), before[1])) > 0.0 and self.talk(after) > 0.0
        short = min(last_paragraph, self.length(after)) < (45 if talking else SHORT_WORDS)
        far = change(self.mood(before), self.mood(after))
        if talking:
            return short and far < CHANGE_AT_ANY
        return max(last_paragraph, self.length(after)) < SHORT_WORDS and far < SAME_MOOD

    def _paragraph_length(self, i: int) -> int:
        return self.length((self._begins[self.sentences[i].paragraph], i + 1))


def _runs_on(before: str, after: str) -> bool:
    """A paragraph that ends without a stop, and one that begins in lower case, were one."""
    return before.rstrip()[-1:] not in ".!?…:;\"'”’)]—-*_" and after.lstrip()[:1].islower()


def find_beats(sentences: Sequence[Passage], posteriors: Sequence[Shares] | NDArray[np.float32]) -> list[Range]:
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


def beat_at(starts: Sequence[int], offset: int) -> int:
    """The beat in which an offset lies, by the offsets at which beats begin."""
    return max(0, bisect_right(starts, offset) - 1)
