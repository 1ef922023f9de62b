"""What the user fixes of a reading: the `[story]` table of a TOML file beside the story, of the same name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from audiodream.errors import Fault, PresetError
from audiodream.shelves import nearest
from audiodream.toml_lines import KeyPath, Value, leaves

GENDERS = ("female", "male", "they", "group", "unknown")
_KEYS = ("language", "no_cues", "no_repairs", "speakers", "genders", "moods", "places")


@dataclass(frozen=True, slots=True)
class Fixes:
    """speakers: words of a quotation, and the id of who says it. genders: by id. moods, places: words of the story, and the mood or
    place of the beat that holds them. no_cues: words that get no sound. no_repairs: repairs that are left out. language: "" to find out."""

    speakers: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    moods: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    no_cues: tuple[str, ...] = ()
    no_repairs: tuple[str, ...] = ()
    language: str = ""


def fixes_path(story: Path) -> Path:
    """Where the fixes of a story lie: `night.toml` beside `night.txt`."""
    return story.with_suffix(".toml")


def read_fixes(story: Path, moods: Iterable[str], places: Iterable[str], repairs: Iterable[str] = ()) -> Fixes:
    """The fixes beside a story; none where there is no such file. Raises PresetError with every fault."""
    path = fixes_path(story)
    if path == story or not path.is_file():
        return Fixes()
    given, faults = leaves(path)
    known = {"moods": sorted(moods), "places": sorted(places), "genders": list(GENDERS), "speakers": None}
    tables: dict[str, dict[str, str]] = {name: {} for name in known}
    single: dict[str, Value] = {}
    for at, value in given.items():
        what = _placed(at, value, known, tables, single)
        if what:
            faults.append(Fault(value.path, value.line, what))
    no_cues = _words(single, "no_cues", None, faults)
    no_repairs = _words(single, "no_repairs", sorted(repairs) or None, faults)
    language = single["language"].raw if "language" in single else ""
    if not isinstance(language, str):
        faults.append(Fault(single["language"].path, single["language"].line, f'language must be text such as "en", not {language!r}'))
    if faults:
        raise PresetError(faults)
    return Fixes(tables["speakers"], tables["genders"], tables["moods"], tables["places"], no_cues, no_repairs, language)


def _placed(
    at: KeyPath, value: Value, known: Mapping[str, list[str] | None], tables: dict[str, dict[str, str]], single: dict[str, Value]
) -> str:
    """Puts a leaf where it belongs, or says what is wrong with it."""
    if at[0] != "story":
        return f"unknown key {at[0]!r}; all of it stands in the table [story]"
    if len(at) == 2 and at[1] in {"language", "no_cues", "no_repairs"}:
        single[at[1]] = value
        return ""
    if len(at) == 3 and at[1] in tables:
        among = known[at[1]]
        if not isinstance(value.raw, str):
            return f"{at[1]} of {at[2]!r} must be text in quotes, not {value.raw!r}"
        if among is not None and value.raw not in among:
            return f"{at[1]} of {at[2]!r} = {value.raw!r} is not known; {nearest(value.raw, among)}"
        tables[at[1]][at[2]] = value.raw
        return ""
    key = at[1] if len(at) > 1 else at[0]
    return f"unknown key {key!r} in [story]; {nearest(key, _KEYS)}"


def _words(single: Mapping[str, Value], name: str, among: list[str] | None, faults: list[Fault]) -> tuple[str, ...]:
    if name not in single:
        return ()
    value = single[name]
    if not isinstance(value.raw, list) or not all(isinstance(word, str) for word in value.raw):
        faults.append(Fault(value.path, value.line, f"{name} must be a list of words in quotes, not {value.raw!r}"))
        return ()
    faults += [
        Fault(value.path, value.line, f"{name} names {word!r}, which is not known; {nearest(word, among)}")
        for word in value.raw
        if among is not None and word not in among
    ]
    return tuple(value.raw)
