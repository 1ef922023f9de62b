"""Fixing: a reading as the user fixes it, by the words of the story that he names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from audiodream.beats import beat_at
from audiodream.fixes import Fixes
from audiodream.mood import BeatMood, Evidence
from audiodream.place_settling import BeatPlace
from audiodream.score import Character
from audiodream.speakers import Attribution
from audiodream.story import Story


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def fixed_speakers(story: Story, attribution: Attribution, fixes: Fixes) -> Attribution:
    """The attribution with the user's speakers and genders; a speaker that was not known is a new character."""
    if not fixes.speakers and not fixes.genders:
        return attribution
    said = {_folded(words): who for words, who in fixes.speakers.items()}
    voices, given = [], {}
    for voice in attribution.voices:
        text = _folded(story.body[voice.span.start : voice.span.end])
        who = next((who for words, who in said.items() if words and words in text), None)
        voices.append(voice if who is None else replace(voice, speaker=None if who == "narrator" else who, why="as the user says"))
        given[story.text.span(voice.span.start, voice.span.end)] = voices[-1]
    quotes = [replace(q, speaker=given[q.start, q.end].speaker, why=given[q.start, q.end].why) if (q.start, q.end) in given else q
              for q in attribution.quotes]
    speaking = dict.fromkeys(v.speaker for v in voices if v.speaker is not None)
    known = {c.id: c for c in attribution.characters}
    people = [known.get(who, Character(who, (who,))) for who in speaking]
    people = [replace(c, gender=fixes.genders.get(c.id, c.gender)) for c in people]
    return Attribution(tuple(people), tuple(voices), tuple(quotes))


def fixed_moods(story: Story, tags: Sequence[BeatMood], starts: Sequence[int], fixes: Fixes) -> list[BeatMood]:
    """The tags with the moods that the user names by a phrase of the beat. starts: of the beats, in the source."""
    made = list(tags)
    for phrase, mood in fixes.moods.items():
        for beat in _beats_with(story, starts, phrase):
            evidence = (Evidence("user", phrase, mood, 1.0), *made[beat].evidence)
            made[beat] = replace(made[beat], mood=mood, margin=1.0, evidence=evidence)
    return made


def fixed_places(story: Story, settled: Sequence[BeatPlace], starts: Sequence[int], fixes: Fixes) -> list[BeatPlace]:
    """The places with those that the user names by a phrase of the beat."""
    made = list(settled)
    for phrase, place in fixes.places.items():
        for beat in _beats_with(story, starts, phrase):
            made[beat] = BeatPlace(place, "as the user says")
    return made


def _beats_with(story: Story, starts: Sequence[int], phrase: str) -> list[int]:
    """The beats that hold a phrase, whatever its spacing and capitals."""
    parts = [re.escape(part) for part in phrase.split()]
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    return sorted({beat_at(starts, story.text.offsets[m.start()]) for m in pattern.finditer(story.body)})
