"""The measured table of voices in docs/voices.md: whole, and within what is promised. `python benchmarks/voices.py --write` makes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audiodream.presets_toml import voices
from audiodream.shelves import Shelves

PAGE = (Path(__file__).parents[1] / "docs" / "voices.md").read_text(encoding="utf-8")
UNMEASURED = ("tone", "system")


def table(title: str) -> list[list[str]]:
    block = re.search(rf"<!-- {title}: made by .*? -->\n(.*?)<!-- ", PAGE, re.DOTALL)
    assert block is not None
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in block[1].splitlines()[2:] if line.startswith("|")]


ROWS = {row[0]: row for row in table("voices")}


def test_every_shipped_voice_was_measured() -> None:
    assert sorted(ROWS) == sorted(voices(Shelves()))


@pytest.mark.parametrize("name", sorted(set(ROWS) - set(UNMEASURED)))
def test_a_voice_is_clear_and_like_no_other(name: str) -> None:
    least = re.search(r"must be [\d.]+ times as far apart: ([\d.]+)\.", PAGE)
    assert least is not None
    assert float(ROWS[name][4]) <= 0.12
    assert float(ROWS[name][6].split()[-1]) >= float(least[1])


def test_voices_of_women_are_higher_than_those_of_men_and_the_old_are_slower() -> None:
    found = voices(Shelves())
    measured = [(found[name], float(row[1]), float(row[3])) for name, row in ROWS.items() if name not in UNMEASURED]
    men = [hz for voice, hz, _ in measured if voice.gender == "male" and voice.age != "child"]
    women = [hz for voice, hz, _ in measured if voice.gender == "female" and voice.age != "child"]
    assert max(men) < min(women)
    old = [wpm for voice, _, wpm in measured if voice.age == "old"]
    assert max(old) < sorted(wpm for _, _, wpm in measured)[len(measured) // 2]


def test_word_times_are_within_their_goals() -> None:
    rows = table("times")
    assert {row[1] for row in rows} == {"piper", "kokoro", "system"}
    assert all(float(row[4]) <= 120.0 for row in rows)
    piper = [(int(row[3]), float(row[4])) for row in rows if row[1] == "piper"]
    assert sum(words * error_ms for words, error_ms in piper) / sum(words for words, _ in piper) <= 60.0
    minutes = re.search(r"([\d.]+) minutes of speech altogether", PAGE)
    assert minutes is not None and float(minutes[1]) >= 20.0
