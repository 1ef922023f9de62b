"""Who speaks with which voice: by gender, age and manner, the same whoever else is there and in whatever order they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audiodream.cast_file import NO_WISHES, Wishes
from audiodream.errors import ScoreError, UsageError
from audiodream.presets import Voice
from audiodream.score import NARRATOR, Character, Score
from audiodream.seeds import digest
from audiodream.shelves import nearest

_NEUTRAL = ("they", "unknown")
_DEEP, _BRIGHT = {"booming", "harsh", "cold"}, {"chimes", "singing", "laughing"}
_SOFT = {"whisper", "soft", "warm", "sad"}


def people_of(score: Score) -> tuple[Character, ...]:
    """The characters, and who speaks in the score without being one of them; not the narrator."""
    people = {one.id: one for one in score.characters}
    for speaker in sorted({line.speaker for beat in score.beats for line in beat.lines}):
        people.setdefault(speaker, Character(speaker, (speaker,)))
    people.pop(NARRATOR, None)
    return tuple(people.values())


def cast(people: Sequence[Character], score: Score, voices: Mapping[str, Voice], wishes: Wishes = NO_WISHES,
         narrator: str = "narrator") -> dict[str, str]:
    """A voice's name for every speaker's id: the narrator's, then those of the people, in their order.

    people: those of the score (`people_of`). wishes: what a cast file says of them; what the score itself says of a character comes
    after it. Two who speak in one scene share a voice only when no other is left. An unknown gender gets a voice that is neither a
    man's nor a woman's. UsageError for a wish with an unknown voice, ScoreError for a score with one.
    """
    scenes = scenes_of(score)
    chosen = {NARRATOR: _named(NARRATOR, wishes.voices.get(NARRATOR, narrator), voices, UsageError)}
    for one in people:
        if one.id in wishes.lines:
            chosen[one.id] = _named(one.id, wishes.voices[wishes.lines[one.id]], voices, UsageError)
        elif one.voice:
            chosen[one.id] = _named(one.id, one.voice, voices, ScoreError)
        elif "I" in one.names:
            chosen[one.id] = chosen[NARRATOR]
    for one in sorted(people, key=lambda person: digest("cast", _key(person))):
        if one.id not in chosen:
            beside = {chosen[other] for scene in scenes if one.id in scene for other in scene if other in chosen}
            chosen[one.id] = _best(one, voices, chosen, beside)
    return {who: chosen[who] for who in (NARRATOR, *(one.id for one in people))}


def scenes_of(score: Score) -> list[set[str]]:
    """Who speaks in each scene, the narrator left out; a scene ends with a pause of that name and where a chapter begins."""
    scenes: list[set[str]] = [set()]
    for beat in score.beats:
        if beat.chapter and scenes[-1]:
            scenes.append(set())
        for line in beat.lines:
            if line.speaker != NARRATOR:
                scenes[-1].add(line.speaker)
            if line.gap in ("scene", "chapter"):
                scenes.append(set())
    return [scene for scene in scenes if scene]


def _named(who: str, name: str, voices: Mapping[str, Voice], kind: type[UsageError | ScoreError]) -> str:
    if name not in voices:
        raise kind(f"voice {name!r} of {who}", "there is no such voice", nearest(name, voices))
    return name


def _key(person: Character) -> str:
    """What stays the same through a series: the name in small letters, without its article."""
    name = (person.names[0] if person.names else person.id).lower()
    return name.removeprefix("the ").removeprefix("an ").removeprefix("a ")


def _best(person: Character, voices: Mapping[str, Voice], chosen: Mapping[str, str], beside: set[str]) -> str:
    pool = [voice for voice in voices.values() if voice.cast and voice.name != chosen[NARRATOR]]
    if not pool:
        return chosen[NARRATOR]
    taken = set(chosen.values())
    # a wrong gender jars most, then two alike in one scene, then a wrong age, then two alike in one story
    return min(pool, key=lambda voice: (
        _gender_misfit(person, voice), voice.name in beside, _age_misfit(person, voice), voice.name in taken, -_manner_fit(person, voice),
        digest("voice", _key(person), voice.name), voice.name)).name


def _gender_misfit(person: Character, voice: Voice) -> int:
    neutral = voice.gender in _NEUTRAL
    if person.gender in ("female", "male"):
        # a child's voice may be a boy's or a girl's
        return 0 if voice.gender == person.gender else 1 if neutral else 3
    return 0 if neutral else 2


def _age_misfit(person: Character, voice: Voice) -> int:
    age = person.age or "adult"
    return 0 if voice.age == age else 2 if "child" in (age, voice.age) else 1


def _manner_fit(person: Character, voice: Voice) -> int:
    manners = set(person.manners)
    return sum(1 for wish, tag in ((_DEEP, "deep"), (_BRIGHT, "bright"), (_SOFT, "soft")) if manners & wish and tag in voice.tags)
