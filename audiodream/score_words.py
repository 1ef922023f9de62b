"""Words of a line, as a score names them: `on = "erupts"`, and which one where it stands there twice."""

from __future__ import annotations


def bare(word: str) -> str:
    """A word without the marks around it; a word that is all marks stays."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[start:end] or word


def names_of(text: str) -> list[tuple[str, int]]:
    """Every word of `text.split()`, bare, with the how-manieth of its like it is (from 1)."""
    counts: dict[str, int] = {}
    made = []
    for word in text.split():
        name = bare(word)
        key = name.casefold()
        counts[key] = counts.get(key, 0) + 1
        made.append((name, counts[key]))
    return made


def indexes_of(text: str) -> dict[tuple[str, int], int]:
    """The index of the nth word like each, by its bare form in small letters."""
    return {(name.casefold(), nth): index for index, (name, nth) in enumerate(names_of(text))}


def name_of(text: str, index: int) -> tuple[str, int]:
    """The word at an index of `text.split()`, bare, and the how-manieth of its like it is (from 1)."""
    return names_of(text)[index]


def index_of(text: str, on: str, nth: int = 1) -> int | None:
    """The index of the nth word like `on`, or None where there is no such word."""
    return indexes_of(text).get((bare(on).casefold(), nth))
