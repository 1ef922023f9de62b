"""Whom a line of a cast file means: the same id or name, or a shorter or longer form of a name that nobody else can be meant by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from audiodream.aliases import first_name_gender, forms_of, name_parts, title_gender
from audiodream.descriptions import ANIMALS, THINGS
from audiodream.person_words import FEMALE_TITLES, MALE_TITLES, person_nouns
from audiodream.score import Character

_NARRATORS = "I"
_TOLD = ("female", "male")


def lines_of(people: Iterable[Character], keys: Mapping[str, str]) -> dict[str, str]:
    """By id of those of whom a cast file has a line: that line's key.

    keys: every key with the gender of its voice ("" not known). A key that is no id or name of anybody is somebody's only where it can
    mean nobody else of these people, and no other key can mean him: two never come to one voice by a guess.
    """
    everybody = list(people)
    plain = {key.casefold(): key for key in keys}
    spelled = {_words(key): key for key in keys}
    found: dict[str, str] = {}
    for one in everybody:
        same = [plain[name.casefold()] for name in (one.id, *one.names) if name.casefold() in plain]
        same += [spelled[_words(name)] for name in proper_names(one) if _words(name) in spelled]
        if same:
            found[one.id] = same[0]
    given = set(found.values())
    able = {one.id: [key for key, gender in keys.items() if _fits(one, key, gender)] for one in everybody if one.id not in found}
    for who, fitting in able.items():
        if len(fitting) == 1 and fitting[0] not in given and sum(fitting[0] in others for others in able.values()) == 1:
            found[who] = fitting[0]
    return found


def key_of(person: Character) -> str:
    """The key for a new line, by which the next story of a series finds this person whichever form of the name stands there: that of the
    longest name; the id of somebody without one."""
    names = sorted(proper_names(person), key=lambda name: -len(_words(name)))
    return "-".join(_words(names[0])) if names and person.id != _NARRATORS else person.id


def proper_names(person: Character) -> list[str]:
    """The names that are no descriptions: "Kessler", not "the heavy man" and not "the King"."""
    return [name for name in person.names if name != _NARRATORS and all(w[:1].isupper() for w in name.split()) and _bare(_parts(name)[1])]


def _fits(person: Character, key: str, gender: str) -> bool:
    """Whether a key is another form of one of a person's names; a namesake's ("daniel-2") is none."""
    title, tokens = _parts(key)
    if not _bare(tokens) or any(token.isdigit() for token in tokens):
        return False
    theirs = title_gender(title) or first_name_gender(tokens)
    if person.gender in _TOLD and any(known in _TOLD and known != person.gender for known in (theirs, gender)):
        return False
    return any(_agree(title, tokens, *_parts(name)) for name in proper_names(person))


def _agree(title: str, tokens: tuple[str, ...], other_title: str, others: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name is one of the longer, and no title speaks against it."""
    if title and other_title and title != other_title and {title, other_title} <= FEMALE_TITLES | MALE_TITLES:
        return False
    short, long = sorted((tokens, others), key=len)
    return all(set(forms_of((token,))) & set(forms_of(long)) for token in short)


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, tuple[str, ...]]:
    return name_parts(" ".join(_words(name)))


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", name.casefold()))


def _bare(tokens: tuple[str, ...]) -> bool:
    """Whether no word of a name says what somebody is: "king", "fox", "radio"."""
    return bool(tokens) and not any(token in person_nouns() or token in ANIMALS or token in THINGS for token in tokens)
