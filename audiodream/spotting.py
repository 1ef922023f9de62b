"""Spotting: a text becomes a score. Every word in one line, every line in one beat, the beats tile the story, sounds lie on their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audiodream import as_read
from audiodream.arc import Arc, Felt, arc
from audiodream.beats import Passage, beat_at, find_beats, passages_of
from audiodream.cue_tokens import tokens_of
from audiodream.cues import Candidate, find_cues
from audiodream.dialogue import find_quotes
from audiodream.fixes import Fixes
from audiodream.fixing import fixed_moods, fixed_places, fixed_speakers
from audiodream.languages import language_of
from audiodream.lines import Stretch, lines_of
from audiodream.mood import BeatMood, Reading, read_moods, tag_beats
from audiodream.place_movers import movers_of
from audiodream.place_settling import BeatPlace, Told, settle
from audiodream.place_things import elsewhere_then, things_of
from audiodream.place_turns import Turn, find_turns
from audiodream.place_words import place_words
from audiodream.places import find_places
from audiodream.presets import Mood, Place
from audiodream.repair import repair
from audiodream.score import Beat, Cue, Score
from audiodream.speakers import Attribution, attribute
from audiodream.story import Story, structure
from audiodream.text import Text

REVEAL_CHANGE = 0.55
"""Valence, and half the arousal, must change so much between two beats for the pause before the turn to be one of a reveal."""
LATE = 0.66
"""Whoever leaves a place when so much of a beat is told is there for that beat."""
SHALLOW = ("the story is not in English (it looks like {}): the reading is shallow, its structure by punctuation and its moods by the "
           "presets' words")


@dataclass(frozen=True)
class Spotted:
    """A story's reading with all that it was made from, for those who want to know why."""

    score: Score
    story: Story
    attribution: Attribution
    stretches: tuple[Stretch, ...]
    ranges: tuple[tuple[int, int], ...]
    passages: tuple[Passage, ...]
    reading: Reading
    tags: tuple[BeatMood, ...]
    arc: Arc
    places: tuple[BeatPlace, ...]
    candidates: tuple[tuple[int, int, Candidate], ...]
    """Body offset of the candidate's word, its beat, and the candidate."""


def spot(text: Text, moods: Mapping[str, Mood], places: Mapping[str, Place], *, fixes: Fixes | None = None) -> Score:
    """The score of a text as it was read from its file. Raises StoryError where no word of a story is in it."""
    return spotted(text, moods, places, fixes=fixes).score


def spotted(text: Text, moods: Mapping[str, Mood], places: Mapping[str, Place], *, fixes: Fixes | None = None, unfit: bool = False
            ) -> Spotted:
    """The same, with everything that it was made from. unfit: the candidates hold the words of sound too that no rule fits."""
    fixes = fixes or Fixes()
    text = repair(text, frozenset(fixes.no_repairs))
    story = structure(text)
    language = fixes.language or language_of(text.body)
    attribution = fixed_speakers(story, attribute(story, find_quotes(story)), fixes)
    stretches = lines_of(story, attribution)
    passages = passages_of(story, [(q.start, q.end) for q in attribution.quotes]) or _of_headings(stretches)
    reading = read_moods(passages, moods, language)
    ranges, groups = _grouped(stretches, passages, find_beats(passages, reading.posteriors))
    starts = _starts(story, groups)
    tags = fixed_moods(story, tag_beats(passages, ranges, moods, reading), starts, fixes)
    opens = [_opens(passages, span) for span in ranges]
    words = [sum(s.text.count(" ") + 1 for s in group) for group in groups]
    curve = arc([Felt(t.intensity, t.valence, t.arousal, n, o) for t, n, o in zip(tags, words, opens, strict=True)])
    candidates = _candidates(story, attribution, starts, fixes, unfit)
    settled = fixed_places(story, _places(story, attribution, starts, opens, places), starts, fixes)
    beats = _beats(story, groups, starts, (tags, curve, settled), candidates)
    notes = [*text.notes, *([SHALLOW.format(language if language != "und" else "another")] if not language.startswith("en") else []),
             *(note for note in reading.notes if language.startswith("en"))]
    score = as_read.noted(Score(
        title=story.title, beats=tuple(beats), characters=attribution.characters, quotes=attribution.quotes, repairs=text.repairs,
        notes=tuple(notes), language=language, source=text.name, start=text.start, end=text.end,
    ))
    return Spotted(score, story, attribution, stretches, tuple(ranges), tuple(passages), reading, tuple(tags), curve, tuple(settled),
                   tuple(candidates))


def _of_headings(stretches: Sequence[Stretch]) -> list[Passage]:
    """A story that is all headings is read as if they were sentences."""
    return [Passage(s.text, s.start, s.end, s.paragraph) for s in stretches]


def _opens(passages: Sequence[Passage], span: tuple[int, int]) -> str:
    return passages[span[0]].opens


Groups = list[list[Stretch]]


def _grouped(stretches: Sequence[Stretch], passages: Sequence[Passage], ranges: Sequence[tuple[int, int]]
             ) -> tuple[list[tuple[int, int]], Groups]:
    """The beats' ranges and the stretches of each; a heading goes with what follows it, and a beat without a word joins the one before."""
    number: list[int] = []
    for beat, (first, last) in enumerate(ranges):
        number += [beat] * (last - first)
    groups: Groups = [[] for _ in ranges]
    at = 0
    for stretch in stretches:
        while at + 1 < len(passages) and not stretch.heading and passages[at + 1].start <= stretch.start:
            at += 1
        if stretch.heading:
            following = at if passages[at].start >= stretch.start else min(at + 1, len(passages) - 1)
            groups[number[following]].append(stretch)
        else:
            groups[number[at]].append(stretch)
    spans: list[tuple[int, int]] = []
    kept: Groups = []
    for span, group in zip(ranges, groups, strict=True):
        if group or not spans:
            if spans and not kept[-1]:
                spans[-1], kept[-1] = (spans[-1][0], span[1]), group
            else:
                spans.append(span)
                kept.append(group)
        else:
            spans[-1] = (spans[-1][0], span[1])
    return spans, kept


def _starts(story: Story, groups: Groups) -> list[int]:
    """Source offset at which each beat begins: the beats tile the story."""
    return [story.text.start, *(group[0].start for group in groups[1:])]


def _sentences(story: Story, attribution: Attribution) -> list[tuple[int, str, tuple[tuple[int, int], ...]]]:
    """Each sentence that is no heading: its body offset, its characters, and the spans of it that are said."""
    voices = [v.span for v in attribution.voices if v.span.kind != "mention"]
    made, n = [], 0
    for paragraph in story.paragraphs():
        if paragraph.kind == "heading":
            continue
        for sentence in paragraph.sentences:
            while n < len(voices) and voices[n].end <= sentence.start:
                n += 1
            inside, k = [], n
            while k < len(voices) and voices[k].start < sentence.end:
                inside.append((max(0, voices[k].start - sentence.start), min(sentence.end, voices[k].end) - sentence.start))
                k += 1
            made.append((sentence.start, story.body[sentence.start : sentence.end], tuple(inside)))
    return made


def _candidates(story: Story, attribution: Attribution, starts: Sequence[int], fixes: Fixes, unfit: bool
                ) -> list[tuple[int, int, Candidate]]:
    """Every word that names a sound: its body offset and its beat."""
    made: list[tuple[int, int, Candidate]] = []
    for start, sentence, quotes in _sentences(story, attribution):
        found = find_cues(sentence, quotes, never=fixes.no_cues, unfit=unfit)
        made += [(start + one.start, beat_at(starts, story.text.offsets[start + one.start]), one) for one in found]
    return made


def _places(story: Story, attribution: Attribution, starts: Sequence[int], opens: Sequence[str], places: Mapping[str, Place]
            ) -> list[BeatPlace]:
    words = place_words(places)
    sentences = _sentences(story, attribution)
    movers = movers_of(_unquoted(sentence, quotes) for _, sentence, quotes in sentences)
    told: list[list[Told]] = [[] for _ in starts]
    things: list[set[str]] = [set() for _ in starts]
    apart: set[int] = set()
    paragraphs = {paragraph.start for paragraph in story.paragraphs()}
    ends = [*starts[1:], story.text.end]
    for start, sentence, quotes in sentences:
        tokens = tokens_of(sentence, quotes)
        source = story.text.offsets[start]
        beat = beat_at(starts, source)
        late = source - starts[beat] > LATE * (ends[beat] - starts[beat])
        found: list[Told] = [*find_places(sentence, words, movers=movers, tokens=tokens, begins=start in paragraphs),
                             *find_turns(sentence, tokens, movers)]
        things[beat] |= things_of(tokens)
        if not told[beat] and opens[beat] and elsewhere_then(tokens):
            apart.add(beat)
        told[beat] += _from_turn(sorted(found, key=lambda one: one.start), late, start == sentences[-1][0] and source > starts[beat])
    return settle(told, opens, words, [frozenset(some) for some in things], apart)


def _from_turn(found: Sequence[Told], late: bool, last: bool) -> list[Told]:
    """What a sentence tells of places. late: from a turn or move on it is of the next beat. last: it is the last one, at the end of
    another's beat, and who wakes in it is told nothing more of."""
    turns = [i for i, one in enumerate(found) if isinstance(one, Turn) or one.turn or one.moves]
    cut = turns[0] if turns and (late or (last and isinstance(one := found[turns[0]], Turn) and one.kind == "wakes")) else len(found)
    return [*found[:cut], *(replace(one, late=True) for one in found[cut:])]


def _unquoted(sentence: str, quotes: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(quotes):
        sentence = f"{sentence[:start]} {sentence[end:]}"
    return sentence


def _beats(story: Story, groups: Groups, starts: Sequence[int], read: tuple[Sequence[BeatMood], Arc, Sequence[BeatPlace]],
           candidates: Sequence[tuple[int, int, Candidate]]) -> list[Beat]:
    tags, curve, settled = read
    ends = [*starts[1:], story.text.end]
    sounding = [(at, one) for at, _, one in candidates if one.sounds]
    made, n = [], 0
    for b, group in enumerate(groups):
        lines = []
        for k, stretch in enumerate(group):
            line = stretch.line()
            first, last = story.text.at(stretch.start), story.text.at(stretch.end)
            while n < len(sounding) and sounding[n][0] < first:
                n += 1
            begun = n
            while n < len(sounding) and sounding[n][0] < last:
                n += 1
            if k + 1 == len(group) and b + 1 < len(groups) and line.gap in {"sentence", "paragraph"} and _is_turn(tags[b], tags[b + 1]):
                line = replace(line, gap="reveal")
            lines.append(replace(line, cues=_cues_on(story, stretch, (first, last), sounding[begun:n])))
        tag = tags[b]
        made.append(Beat(tag.mood, tag.intensity, tag.valence, tag.arousal, curve.tension[b], settled[b].place,
                         ". ".join(s.text for s in group if s.heading), starts[b], ends[b], tuple(lines)))
    return made


def _is_turn(before: BeatMood, after: BeatMood) -> bool:
    change = abs(after.valence - before.valence) + 0.5 * abs(after.arousal - before.arousal)
    return before.mood != after.mood and change >= REVEAL_CHANGE


def _cues_on(story: Story, stretch: Stretch, span: tuple[int, int], sounding: Sequence[tuple[int, Candidate]]) -> tuple[Cue, ...]:
    """The cues on their words of a stretch; a word that is not spoken in it has none. span: of the stretch in the body."""
    if not sounding:
        return ()
    words = stretch.text.split()
    begins = [match.start() for match in re.finditer(r"\S+", story.body[span[0] : span[1]])]
    made = []
    for at, one in sounding:
        guess = bisect_right(begins, at - span[0]) - 1
        word = story.body[at : at + one.end - one.start]
        index = next((guess + off for off in (0, -1, 1, -2, 2) if 0 <= guess + off < len(words) and word in words[guess + off]), None)
        if index is not None:
            made.append(Cue(one.kind, index, story.text.offsets[at], " ".join(one.phrase.split())))
    return tuple(made)
