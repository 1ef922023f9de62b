"""Words that are a noun when they are stressed in front and a verb when they are stressed behind."""

from __future__ import annotations

from collections.abc import Callable

from audiodream.heteronym_words import OBJECTS
from audiodream.spoken_around import Around
from audiodream.words import listed


def _shifting(noun: str, verb: str) -> Callable[[Around], str]:
    """A noun that is stressed in front and a verb that is stressed behind; "" where the one or the other is what eSpeak says anyway."""

    def pick(a: Around) -> str:
        if a.noun():
            return noun
        if a.verb() or (a.after() in OBJECTS - {"that", "this"} and a.before() in {"", *listed("and or then please never")}):
            return verb
        return ""

    return pick


SHIFTING: dict[str, Callable[[Around], str]] = {
    "present": _shifting("prezzent", "prezent"),
    "object": _shifting("", "objekt"),
    "record": _shifting("", "rekord"),
    "project": _shifting("", "projeckt"),
    "permit": _shifting("", "permitt"),
    "rebel": _shifting("", "rebell"),
    "conduct": _shifting("", "conduckt"),
    "suspect": _shifting("", "suspekt"),
}
"""For every such word what picks its respelling, "" to leave it to eSpeak."""
