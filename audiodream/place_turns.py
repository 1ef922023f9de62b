"""Turns: where a story leaves a place, comes back, goes inside or outside, falls asleep or wakes, without naming where to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from audiodream.cue_tokens import Token
from audiodream.place_movers import Movers, moved
from audiodream.place_patterns import DONE, TOLD
from audiodream.words import words

_DONE = tuple((kind, re.compile(pattern), why) for kind, pattern, why in DONE)
_TOLD = tuple((kind, re.compile(pattern), why) for kind, pattern, why in TOLD)
_QUICK = re.compile(
    r"\b(?:back|out|return\w*|again|more|surfac\w*|up|inside|indoors|below|in|behind|doors?|doorway|threshold|hatch|entrance|porch|outside|"
    r"outdoors|deck|ashore|into|left|leav\w+|fle[de]\w*|exit\w*|escap\w+|quit\w*|w[ao]k\w+|aw[ao]k\w*|asleep|off|sleep|slumber|dream\w*|"
    r"solid|firm|hard|feet|knees|boots|soles|toes|hands|heels|wind|rain|snow|spray|gale|breeze|sleet|hail|drizzle|downpour|air|water|"
    r"surface|nightmare|shutters|curtains?|rows?|lights?|spotlights?|footlights|limelight|glare|floodlights|brightness|sea|applause|audience|house|flap|lid|trapdoor|under|beneath|hail|sleet|stood|stand\w*)\b"
)
"""Without one of these there is no turn."""
_LEAVING = re.compile(r"\b(?:out(?! of the (?:rain|cold|wind|storm|wet|snow|weather|sun|heat))|outside|left|leav\w+|fled)\b")
_UNREAL = re.compile(
    r"\b(?:no|not|never|without|like|as if|as though|until|till|if|when|would|could|had|imagin\w+|remember\w*|recall\w*|thought|think\w*|"
    r"dream\w*|memory|memories|radio|television|record|screen|film|for|before|after)\b[^.;]*\Z"
)
"""Before an audience that is not there now."""
_TO = re.compile(
    r"(?: (?:to|at|in|on|by|under|beside|into|onto|inside|among|before|where))? (?:the|his|her|my|our|their) ((?:[\w'-]+ ){0,2}[\w'-]+)"
)
"""What somebody comes back to."""
_WINDOW = re.compile(r"\b(?:windows?|panes?|shutters)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """A move to where the text does not say by name.

    kind: "back" (out of a void, from under water), "ground" (there is some again after a void), "in" (from the open air), "out" (into it),
    "feels" (wind or rain is felt: it is the open air if it was none), "house" (an audience: it is the theatre where one is known),
    "curtain" (it rises: it is the theatre too, and whoever waits behind it may soon stand before it), "stage" (what one sees from there),
    "light" (somebody steps into it), "sleeps", "wakes". start: its offset in the sentence. late: it comes at the end of its beat. nouns:
    where "back" leads to, in words.
    """

    kind: str
    why: str
    start: int
    late: bool = False
    nouns: tuple[str, ...] = ()


def find_turns(sentence: str, tokens: Sequence[Token], movers: Movers) -> list[Turn]:
    """The turns of a sentence in order; what is said in it is none."""
    low = _narrated(sentence, tokens)
    if not _QUICK.search(low):
        return []
    found: dict[int, Turn] = {}
    starts = [t.start for t in tokens]
    for kind, pattern, why in _DONE:
        for m in pattern.finditer(low):
            if kind == "in" and _LEAVING.search(low[: m.end() + 20]):
                continue
            if m.groupdict().get("verb") is None or moved(tokens, bisect_left(starts, m.start("verb")), movers):
                to = _TO.match(low, m.end()) if kind == "back" else None
                found.setdefault(m.start(), Turn(kind, f"'{m.group()}': {why}", m.start(), nouns=_phrase(to[1]) if to else ()))
    for kind, pattern, why in _TOLD:
        for m in pattern.finditer(low):
            if (kind != "feels" or not _WINDOW.search(low)) and (
                kind not in ("house", "curtain", "stage") or not _UNREAL.search(low[: m.start()])
            ):
                found.setdefault(m.start(), Turn(kind, f"'{m.group()}': {why}", m.start()))
    return [found[start] for start in sorted(found)]


def _phrase(text: str) -> tuple[str, ...]:
    """The words of a noun phrase, to where it ends."""
    found = text.split()
    return tuple(found[: next((n for n, word in enumerate(found) if word in words("phrase_ends")), len(found))])


def _narrated(sentence: str, tokens: Sequence[Token]) -> str:
    """The sentence in small letters, what is said in it hidden; no offset moves."""
    low = sentence.lower()
    if len(low) != len(sentence):  # a letter that is two in small
        low = sentence
    made = list(low.replace("’", "'").replace("\n", " "))
    for token in tokens:
        if token.quote:
            made[token.start : token.end] = "\x01" * (token.end - token.start)
    return "".join(made)
