"""A cast file: the voices that people keep throughout a series."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from audiodream.cast_names import key_of, lines_of
from audiodream.errors import UsageError
from audiodream.files import write_text
from audiodream.presets import Voice
from audiodream.score import NARRATOR, Character

_NEAR = 0.75


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a cast file says of the people of a story. voices: by key (an id or a name, see `cast_names`), those of people of other stories
    too. lines: by id of those who have a line there, its key."""

    voices: Mapping[str, str]
    people: tuple[Character, ...]
    lines: Mapping[str, str]

    @staticmethod
    def of(voices: Mapping[str, str], people: Iterable[Character], known: Mapping[str, Voice]) -> Wishes:
        """known: the voices that there are, whose gender tells of whom a line cannot speak."""
        everybody = tuple(people)
        genders = {key: known[voice].gender if voice in known else "" for key, voice in voices.items() if key != NARRATOR}
        return Wishes(voices, everybody, lines_of(everybody, genders))

    def misspelled(self) -> list[str]:
        """What to say of lines for nobody in the story, called almost like somebody who has none. A series' cast names others too."""
        names = {name.casefold(): one.id for one in self.people for name in (one.id, *one.names)} | {NARRATOR: NARRATOR}
        spelled = {key.casefold() for key in self.voices}
        free = sorted(name for name, who in names.items() if who not in self.lines and name not in spelled)
        strange = [key for key in self.voices if key not in self.lines.values() and key.casefold() not in names]
        near = {key: get_close_matches(key.casefold(), free, 1, _NEAR) for key in strange}
        return [f"cast: nobody here is called {key!r}; did you mean {names[found[0]]!r}?" for key, found in near.items() if found]

    def new_lines(self, cast: Mapping[str, str]) -> dict[str, str]:
        """The voices of a cast (by id) of those who have no line yet, each by the key under which the next story finds him."""
        taken = {key.casefold() for key in (*self.voices, *cast)}
        new: dict[str, str] = {}
        for one in self.people:
            if one.id in cast and one.id not in self.lines:
                key = key_of(one)
                new[one.id if key.casefold() in taken else key] = cast[one.id]
                taken.add(key.casefold())
        return new


NO_WISHES = Wishes({}, (), {})


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


def add_lines(path: Path, lines: Mapping[str, str]) -> None:
    """The file with these lines at its end. What it holds by now stays, whoever wrote it while the story was spoken."""
    import tomli_w

    held = read_cast(path)
    write_text(path, tomli_w.dumps({"cast": {**held, **{key: voice for key, voice in lines.items() if key not in held}}}))
