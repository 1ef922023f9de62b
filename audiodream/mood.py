"""Which mood a beat has, how strongly, and why. It knows no mood by name: what a preset's examples, words and [feel] say is all.

A preset's examples are read by the same model as the story; a text lies near the examples of its mood. Words add to it, and so does the
distance of the text's valence and arousal from the preset's. The beats of a story are then read together (a hidden Markov chain).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiodream.beats import Passage, Range, has_ends, is_frame
from audiodream.compass import Compass, softmax
from audiodream.feeling import Feelings, feel
from audiodream.felt import felt_of, meant
from audiodream.mood_words import Hit, hits_in
from audiodream.presets import Mood

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

STAY = 0.5
"""By how much (log odds) a beat rather has the mood of its neighbour."""
LEAP = 0.4
"""And how much a mood that is felt otherwise by one whole step of valence or arousal is held back."""
OWN_STORY = 0.4
"""How much of a mood's lead over the whole story is held to be the story's style, and taken away."""
QUIET = 3.0
"""Stories begin and end quietly, unless they say otherwise: by so much a mood is held back there for each whole step of arousal."""
FRAME_EVIDENCE = 0.55
"""What a short first sentence that stands alone ("I am dreaming.") says of its mood counts for so much; nothing is carried over to it."""
LONG_STORY_WORDS = 40_000
GROUP_WORDS = 45
PIECES_IN_ALL = 150_000
"""What is read of the longest text: about 110,000 words of prose."""
FEWEST_PIECES = 12
WINDOW_WORDS = 110
SHALLOW = "the reading of moods is made for English: here it goes by the presets' words alone"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a mood: `kind` "word", "example", "feeling", "frame" or "neighbours"; what it was; what it gave to the mood's logit.

    start, end: the source span of a word, else -1.
    """

    kind: str
    what: str
    mood: str
    weight: float
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class BeatMood:
    """A beat's reading. posterior: each mood's share. intensity, arousal 0..1; valence -1..1; margin: by how much the first leads."""

    mood: str
    posterior: dict[str, float]
    intensity: float
    valence: float
    arousal: float
    margin: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Reading:
    """Passages as read: names of the moods, each passage's posterior over them, what it feels like, and each mood's words in it.
    rows: each passage's row of feelings (in a long book some share one). notes: for the user."""

    names: tuple[str, ...]
    posteriors: Floats
    feelings: Feelings
    rows: NDArray[np.int64]
    hits: list[list[list[Hit]]]
    whole: bool
    english: bool
    notes: tuple[str, ...] = ()


def _groups(passages: Sequence[Passage], most: int, least: int = 0) -> list[Range]:
    """Neighbouring sentences of a paragraph, together up to so many words; those of any paragraphs while they are fewer than the least."""
    spans: list[Range] = []
    words = 0
    for i, passage in enumerate(passages):
        own = passage.words
        together = i > 0 and passage.paragraph == passages[i - 1].paragraph and not passage.opens
        if spans and words + own <= most and (together or words < least):
            spans[-1], words = (spans[-1][0], i + 1), words + own
        else:
            spans.append((i, i + 1))
            words = own
    return spans


def _text(passages: Sequence[Passage], span: Range) -> str:
    return " ".join(" ".join(p.text.split()) for p in passages[span[0]:span[1]])


def read_moods(passages: Sequence[Passage], moods: Mapping[str, Mood], language: str = "en") -> Reading:
    """Each sentence's posterior over the moods, with a little of its neighbours' in the paragraph.

    A story of more than 40,000 words is read in groups of sentences of up to 45 words, and its beats are not read a second time; of one
    that is longer than a long novel, only each group's beginning is read.
    """
    import numpy as np

    compass = Compass(moods)
    english = language.lower().startswith("en")
    long = sum(p.words for p in passages) > LONG_STORY_WORDS or len(passages) * FEWEST_PIECES > PIECES_IN_ALL
    spans = _groups(passages, GROUP_WORDS if long else 0)
    if long and len(spans) * FEWEST_PIECES > PIECES_IN_ALL:
        spans = _groups(passages, GROUP_WORDS, GROUP_WORDS)  # a book of paragraphs of a word or two
    felt = feel([_text(passages, span) for span in spans], PIECES_IN_ALL)
    rows = np.repeat(np.arange(len(spans)), [last - first for first, last in spans])
    hits = [hits_in(compass.words, p.text, p.start) for p in passages]
    words = np.array([compass.told(row, p.words) for row, p in zip(hits, passages, strict=True)], np.float32)
    logits = words.reshape(len(passages), len(compass.names)) * (1.0 if english else 3.0)
    if english and len(passages):
        logits = logits + (compass.near(felt.vectors) + compass.fit(felt.valence, felt.arousal))[rows]
    shares = softmax(logits) if len(passages) else logits
    eased = _eased(shares, np.array([p.paragraph for p in passages]))
    notes = () if english else (SHALLOW,)
    return Reading(compass.names, eased, felt, rows, hits, not long, english, notes)


def _eased(shares: Floats, paragraphs: NDArray[np.int64]) -> Floats:
    """Each sentence's shares with a little of its neighbours' in the paragraph."""
    import numpy as np

    if len(shares) < 2:
        return shares
    bound = (paragraphs[1:] == paragraphs[:-1])[:, None]
    around, count = np.zeros_like(shares), np.zeros((len(shares), 1), np.float32)
    around[1:] += np.where(bound, shares[:-1], 0.0)
    around[:-1] += np.where(bound, shares[1:], 0.0)
    count[1:] += bound
    count[:-1] += bound
    eased: Floats = np.where(count > 0, 0.7 * shares + 0.3 * around / np.maximum(count, 1.0), shares).astype(np.float32)
    return eased


@dataclass(frozen=True)
class _Whole:
    """Beats as wholes: arrays over beats, like those of Feelings."""

    vectors: Floats
    valence: Floats
    arousal: Floats
    intensity: Floats


def _wholes(passages: Sequence[Passage], ranges: Sequence[Range], reading: Reading) -> _Whole:
    """Beats read whole, in windows of up to 110 words, half and half with the mean of their sentences."""
    import numpy as np

    windows: list[str] = []
    of_beat: list[list[int]] = [[] for _ in ranges]
    if reading.whole:
        for b, (first, last) in enumerate(ranges):
            for lo, hi in _windows(passages[first:last]):
                of_beat[b].append(len(windows))
                windows.append(_text(passages, (first + lo, first + hi)))
    felt = feel(windows, PIECES_IN_ALL)
    shares = []
    for first, last in ranges:
        weights = np.array([p.words + 1 for p in passages[first:last]], np.float32)
        shares.append(weights / weights.sum())
    columns = []
    for name in ("vectors", "valence", "arousal", "intensity"):
        own, parts = getattr(felt, name), getattr(reading.feelings, name)
        rows = []
        for b, (first, last) in enumerate(ranges):
            at = reading.rows[first:last]
            mean = parts[at[0]] if last == first + 1 else np.tensordot(shares[b], parts[at], 1)
            rows.append(0.65 * own[of_beat[b]].mean(0) + 0.35 * mean if of_beat[b] else mean)
        columns.append(np.array(rows, np.float32))
    return _Whole(*columns)


def _windows(passages: Sequence[Passage]) -> list[Range]:
    spans: list[Range] = []
    words = 0
    for i, passage in enumerate(passages):
        own = passage.words
        if spans and words + own <= WINDOW_WORDS:
            spans[-1], words = (spans[-1][0], i + 1), words + own
        else:
            spans.append((i, i + 1))
            words = own
    return spans


def _chained(compass: Compass, logits: Floats, opens: Sequence[str]) -> Floats:
    """Posteriors of a hidden Markov chain over beats (forward and backward, Rabiner 1989); no bond across a chapter or scene."""
    import numpy as np

    own = softmax(logits).astype(np.float64)
    count = own.shape[1]
    leap = np.abs(compass.valence[:, None] - compass.valence) + np.abs(compass.arousal[:, None] - compass.arousal)
    stay = softmax((STAY * np.eye(count) - LEAP * leap).astype(np.float32)).astype(np.float64)
    forward, backward = own.copy(), np.ones_like(own)
    for b in range(1, len(own)):
        carried = forward[b - 1] @ stay if not opens[b] else np.full(count, 1.0 / count)
        forward[b] *= carried
        forward[b] /= forward[b].sum()
    for b in range(len(own) - 2, -1, -1):
        carried = stay @ (own[b + 1] * backward[b + 1]) if not opens[b + 1] else np.full(count, 1.0 / count)
        backward[b] = carried / carried.sum()
    both = forward * backward
    shares: Floats = (both / both.sum(1, keepdims=True)).astype(np.float32)
    return shares


def tag_beats(passages: Sequence[Passage], ranges: Sequence[Range], moods: Mapping[str, Mood], reading: Reading) -> list[BeatMood]:
    """Mood, posterior, intensity, valence and arousal of each beat, smoothed over the story, with the evidence."""
    import numpy as np

    if not ranges:
        return []
    compass = Compass(moods)
    whole = _wholes(passages, ranges, reading)
    hits = [[[hit for p in reading.hits[first:last] for hit in p[k]] for k in range(len(compass.names))] for first, last in ranges]
    words = [sum(p.words for p in passages[first:last]) for first, last in ranges]
    told = np.array([compass.told(rows, n) for rows, n in zip(hits, words, strict=True)], np.float32)
    near, fit = compass.near(whole.vectors), compass.fit(whole.valence, whole.arousal)
    if not reading.english:
        near, fit, told = near * 0.0, fit * 0.0, told * 3.0
    style = near.mean(0) - near.mean()
    near = near - OWN_STORY * len(ranges) / (len(ranges) + 6.0) * style
    quiet = np.zeros_like(near)
    frames = [b for b, span in enumerate(ranges) if is_frame(passages, span)]
    for part in (near, fit, told):
        part[frames] *= FRAME_EVIDENCE
    quiet[frames] = -QUIET * compass.arousal
    if reading.english and has_ends(len(ranges)):
        quiet[-1] = -QUIET * compass.arousal
    logits = near + fit + told + quiet
    opens = ["frame" if b - 1 in frames else passages[first].opens for b, (first, _) in enumerate(ranges)]
    shares = _chained(compass, logits, opens)
    felt = felt_of(compass, shares, (whole.valence, whole.arousal, whole.intensity), opens) if reading.english else meant(compass, shares)
    alone = softmax(logits)
    made = []
    for b in range(len(ranges)):
        ranked = sorted(range(len(compass.names)), key=lambda k: (-float(shares[b, k]), k))
        evidence = _evidence(compass, b, ranked[:2], hits[b], whole, (near, fit, told, quiet), (alone, shares))
        made.append(_beat_mood(compass, shares[b], ranked, felt[b], evidence))
    return made


def _beat_mood(compass: Compass, shares: Floats, ranked: list[int], felt: Floats, evidence: list[Evidence]) -> BeatMood:
    valence, arousal, intensity = map(float, felt)
    margin = float(shares[ranked[0]] - shares[ranked[1]]) if len(ranked) > 1 else 1.0
    posterior = {compass.names[k]: round(float(shares[k]), 4) for k in ranked}
    return BeatMood(compass.names[ranked[0]], posterior, round(intensity, 3), round(valence, 3), round(arousal, 3),
                    round(margin, 3), tuple(evidence))


def _evidence(compass: Compass, b: int, first_two: list[int], hits: Sequence[Sequence[Hit]], whole: _Whole,
              parts: tuple[Floats, Floats, Floats, Floats], shares: tuple[Floats, Floats]) -> list[Evidence]:
    """What spoke for the two leading moods, as logits against the mean of all moods."""
    near, fit, told, quiet = parts
    found: list[Evidence] = []
    for k in first_two:
        name = compass.names[k]
        share = round(float(told[b, k]) / max(1, len(hits[k])), 3)
        found += [Evidence("word", hit.text, name, share, hit.start, hit.end) for hit in hits[k]]
        gave = float(near[b, k] - near[b].mean())
        closest = compass.nearest(whole.vectors[b], k)
        total = sum(max(0.01, cosine) for cosine, _ in closest)
        found += [Evidence("example", text, name, round(gave * max(0.01, cosine) / total, 3)) for cosine, text in closest]
        what = f"valence {float(whole.valence[b]):+.2f}, arousal {float(whole.arousal[b]):.2f}"
        found.append(Evidence("feeling", what, name, round(float(fit[b, k] - fit[b].mean()), 3)))
        if quiet[b].any():
            where = "end" if b and b == len(near) - 1 else "beginning"
            found.append(Evidence("frame", f"the {where} of the story is quiet", name, round(float(quiet[b, k] - quiet[b].mean()), 3)))
        moved = math.log(max(1e-6, float(shares[1][b, k]))) - math.log(max(1e-6, float(shares[0][b, k])))
        found.append(Evidence("neighbours", "the beats before and after", name, round(moved, 3)))
    return found
