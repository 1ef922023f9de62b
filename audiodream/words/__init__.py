"""Word lists: those of a line of code, and those of a file, one entry a line; a line that begins with # says where they come from."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def listed(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of the list NAME.txt, each cut at its blanks."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """Every word in the list NAME.txt."""
    return frozenset(word for row in rows(name) for word in row)


@cache
def alternation(name: str) -> str:
    """The words of the list NAME.txt as a pattern, the longest first."""
    return "|".join(sorted(words(name), key=lambda w: (-len(w), w)))
