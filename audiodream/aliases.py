"""Names that mean one person: parts of a name, short forms, and whether two contradict each other."""

from __future__ import annotations

from functools import lru_cache

from audiodream.person import Person
from audiodream.person_words import FEMALE_TITLES, MALE_TITLES, TITLES
from audiodream.words import rows, words

_SHORT = {row[0]: row[1] for row in rows("nicknames")}
_FIRST_NAME_TITLES = words("titles_first_name")


def name_parts(text: str) -> tuple[str, tuple[str, ...]]:
    """The first title ("" none) and the other words, in small letters."""
    tokens = [t.rstrip(".").lower() for t in text.split()]
    title = ""
    while len(tokens) > 1 and tokens[0] in TITLES:
        title = title or tokens[0]
        tokens = tokens[1:]
    return title, tuple(t for t in tokens if t not in ("of", "the"))


@lru_cache(maxsize=4096)
def forms_of(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name and what they are short for; initials are left out."""
    return tuple(form for t in tokens for form in ((t, _SHORT[t]) if t in _SHORT else (t,)) if len(t) > 1)


def title_gender(title: str) -> str:
    """ "female", "male", or "" where the title does not tell."""
    return "female" if title in FEMALE_TITLES else "male" if title in MALE_TITLES else ""


def first_name_gender(tokens: tuple[str, ...]) -> str:
    """ "female", "male", or "" where the name does not tell."""
    first = tokens[0].capitalize() if tokens else ""
    return "female" if first in words("women") else "male" if first in words("men") else ""


def agree(person: Person, title: str, tokens: tuple[str, ...], gender: str) -> bool:
    """Whether a name can be another form of a person's: no other gender, first name or surname."""
    if gender and person.gender in ("male", "female") and gender != person.gender:
        return False
    mine, theirs = set(forms_of(tokens)), set(forms_of(person.tokens))
    if len(tokens) == 1 and len(person.tokens) == 1:
        if title and person.title and title != person.title and {title, person.title} <= FEMALE_TITLES | MALE_TITLES:
            return False
        return bool(mine & theirs)
    if len(tokens) == 1:
        is_last = tokens[0] == person.tokens[-1] if person.tokens else False
        return is_last or not title or (title in _FIRST_NAME_TITLES and bool(mine & theirs))
    if len(person.tokens) == 1:
        single = person.tokens[0]
        return single == tokens[-1] or (single in mine and not person.title)
    return tokens[-1] == person.tokens[-1] and (
        bool(set(forms_of(tokens[:1])) & set(forms_of(person.tokens[:1]))) or tokens[0][0] == person.tokens[0] or len(tokens[0]) == 1
    )
