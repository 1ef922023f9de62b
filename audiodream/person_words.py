"""Words for people: titles, and nouns with what they say of gender and age."""

from __future__ import annotations

from functools import cache

from audiodream.words import rows, words

FEMALE_TITLES = words("titles_female")
MALE_TITLES = words("titles_male")
TITLES = FEMALE_TITLES | MALE_TITLES | words("titles")


@cache
def person_nouns() -> dict[str, tuple[str, str]]:
    """Gender and age by noun."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("persons")}
