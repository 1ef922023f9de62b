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


def name_of(text: str, index: int) -> tuple[str, int]:
    """The word at an index of `text.split()`, bare, and the how-manieth of its like it is (from 1)."""
    words = [bare(word).casefold() for word in text.split()]
    return bare(text.split()[index]), words[: index + 1].count(words[index])


def index_of(text: str, on: str, nth: int = 1) -> int | None:
    """The index of the nth word like `on`, or None where there is no such word."""
    wanted = bare(on).casefold()
    places = [n for n, word in enumerate(text.split()) if bare(word).casefold() == wanted]
    return places[nth - 1] if 1 <= nth <= len(places) else None
