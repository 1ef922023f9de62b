"""Who speaks with which voice: by gender, age and manner, the same whoever else is there and in whatever order they come."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from audiodream.cast_names import key_of, lines_of
from audiodream.errors import ScoreError, UsageError
from audiodream.files import write_text
from audiodream.presets import Voice
from audiodream.score import NARRATOR, Character, Score
from audiodream.seeds import digest
from audiodream.shelves import nearest

_NEUTRAL = ("they", "unknown")
_DEEP, _BRIGHT = {"booming", "harsh", "cold"}, {"chimes", "singing", "laughing"}
_SOFT = {"whisper", "soft", "warm", "sad"}
_NEAR = 0.75


def cast(characters: Iterable[Character], score: Score, voices: Mapping[str, Voice], overrides: Mapping[str, str] | None = None,
         narrator: str = "narrator") -> dict[str, str]:
    """A voice's name for every speaker's id: the narrator's, then the others' in the order of the characters.

    overrides: a character's id or name (see `cast_names`) to a voice; what the score itself says of a character comes after them. Two who
    speak in one scene share a voice only when no other is left. An unknown gender gets a voice that is neither a man's nor a woman's.
    UsageError for an override with an unknown voice, ScoreError for a score with one.
    """
    people = {one.id: one for one in characters}
    scenes = scenes_of(score)
    for speaker in sorted({speaker for scene in scenes for speaker in scene}):
        people.setdefault(speaker, Character(speaker, (speaker,)))
    people.pop(NARRATOR, None)
    wishes = overrides or {}
    lines = lines_of(people.values(), _genders(wishes, voices))
    chosen = {NARRATOR: _named(NARRATOR, (overrides or {}).get(NARRATOR, narrator), voices, UsageError)}
    for one in people.values():
        if one.id in lines:
            chosen[one.id] = _named(one.id, wishes[lines[one.id]], voices, UsageError)
        elif one.voice:
            chosen[one.id] = _named(one.id, one.voice, voices, ScoreError)
        elif "I" in one.names:
            chosen[one.id] = chosen[NARRATOR]
    for one in sorted(people.values(), key=lambda person: digest("cast", _key(person))):
        if one.id not in chosen:
            beside = {chosen[other] for scene in scenes if one.id in scene for other in scene if other in chosen}
            chosen[one.id] = _best(one, voices, chosen, beside)
    return {who: chosen[who] for who in (NARRATOR, *people)}


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


def _genders(overrides: Mapping[str, str], voices: Mapping[str, Voice]) -> dict[str, str]:
    """Every key of the overrides with the gender of its voice."""
    return {name: voices[voice].gender if voice in voices else "" for name, voice in overrides.items() if name != NARRATOR}


def misspelled(overrides: Mapping[str, str], people: Iterable[Character], voices: Mapping[str, Voice] | None = None) -> list[str]:
    """What to say of overrides for nobody in the story, called almost like somebody who has none. A series' cast names others too."""
    people = list(people)
    lines = lines_of(people, _genders(overrides, voices or {}))
    keys = {key.casefold(): one.id for one in people for key in (one.id, *one.names)} | {NARRATOR: NARRATOR}
    given = {keys[name.casefold()] for name in overrides if name.casefold() in keys} | lines.keys()
    free = sorted(key for key, who in keys.items() if who not in given)
    strange = [name for name in overrides if name.casefold() not in keys and name not in lines.values()]
    near = {name: get_close_matches(name.casefold(), free, 1, _NEAR) for name in strange}
    return [f"cast: nobody here is called {name!r}; did you mean {keys[found[0]]!r}?" for name, found in near.items() if found]


def read_cast(path: Path) -> dict[str, str]:
    """The table [cast] of a file: character = "voice". An absent file is an empty cast; UsageError when it is no such table."""
    if not path.exists():
        return {}
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(str(path), f"is not TOML ({error})", 'write [cast] and lines such as curator = "vera"') from error
    table = whole.get("cast", {})
    if set(whole) - {"cast"}:
        raise UsageError(str(path), f"{sorted(set(whole) - {'cast'})[0]!r} stands outside of [cast]", "put [cast] on a line above it")
    if not isinstance(table, dict) or not all(isinstance(voice, str) for voice in table.values()):
        raise UsageError(str(path), "[cast] must give a voice's name for every character", 'such as curator = "vera"')
    return dict(table)


def write_cast(path: Path, cast_list: Mapping[str, str], people: Iterable[Character] = (),
               voices: Mapping[str, Voice] | None = None) -> None:
    """The cast as a file for the next story of the series: what it held stays, who has no line there yet is added at the end.

    cast_list: voices by id. people: those who have other names than their id, under which the next story may know them.
    """
    import tomli_w

    held, known = read_cast(path), {one.id: one for one in people}
    everybody = [known.get(who, Character(who, (who,))) for who in cast_list]
    lines = lines_of(everybody, _genders(held, voices or {}))
    taken = {who.casefold() for who in (*held, *cast_list)}
    new: dict[str, str] = {}
    for one in everybody:
        if one.id not in lines:
            key = key_of(one)
            new[one.id if key.casefold() in taken else key] = cast_list[one.id]
            taken.add(key.casefold())
    write_text(path, tomli_w.dumps({"cast": {**held, **new}}))
