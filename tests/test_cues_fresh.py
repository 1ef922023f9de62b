"""Sentences as dreams, tales and thrillers have them, written before the rules that read them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from audiodream.cues import find_cues

FRESH = tomllib.loads((Path(__file__).parent / "data" / "cues_fresh.toml").read_text(encoding="utf-8"))


def heard(sentence: str, word: str, kinds: list[str]) -> bool:
    """Whether a sound of one of the kinds is cued within three words of the word."""
    at = len(sentence[: sentence.lower().index(word.lower())].split())
    return any(c.sounds and c.kind in kinds and abs(len(sentence[: c.start].split()) - at) <= 3 for c in find_cues(sentence))


def test_fresh_sounds_are_found_near_their_word() -> None:
    assert [sentence for sentence, word, kinds in FRESH["sounds"] if not heard(sentence, word, kinds)] == []


def test_fresh_traps_spring_nothing() -> None:
    sprung = {sentence: [c.kind for c in find_cues(sentence) if c.sounds] for sentence in FRESH["traps"]}
    assert {sentence: kinds for sentence, kinds in sprung.items() if kinds} == {}
