"""The clean sources: EmoBank, REMAN, the corpus of passages and the presets' own examples. Nothing of any story or gold reading."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "training" / "corpus"
MOODS = ("calm", "anticipation", "wonder", "dread", "panic", "despair", "release", "triumph", "room-tone")


def _lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


CONTEXT_WORDS = (40, 30)
"""Words before and after a beat that are read with it."""


def _with_neighbours(rows: list[dict]) -> None:
    """Parts that hold whole stories: each beat knows the end of the one before and the beginning of the one behind ("" at the edges)."""
    for n, row in enumerate(rows):
        if "story" in row:
            before = rows[n - 1]["text"] if n and rows[n - 1]["story"] == row["story"] else ""
            after = rows[n + 1]["text"] if n + 1 < len(rows) and rows[n + 1]["story"] == row["story"] else ""
            row["around"] = (" ".join(before.split()[-CONTEXT_WORDS[0] :]), " ".join(after.split()[: CONTEXT_WORDS[1]]))


POLES = {"wonder": 1, "calm": 1, "release": 1, "triumph": 1, "dread": -1, "panic": -1, "despair": -1}


def pole(mood: str) -> int:
    """1 for a pleasant mood, -1 for an unpleasant one, 0 for those that are neither."""
    return POLES.get(mood, 0)


def readers_moods(row: dict) -> set[str]:
    """The mood that each of its readers (one or two) felt first."""
    return {row["mood"], row.get("second", row)["mood"]}


def shares(row: dict) -> dict[str, float]:
    """What its readers (one or two) felt, as shares: a reader who named a second mood gives it a fifth."""
    readers = [row, row["second"]] if "second" in row else [row]
    felt: dict[str, float] = {}
    for reader in readers:
        second = reader.get("mood2")
        for mood, share in ((reader["mood"], 0.8 if second else 1.0), (second, 0.2)):
            if mood:
                felt[mood] = felt.get(mood, 0.0) + share / len(readers)
    return felt


def felt(row: dict, name: str) -> float:
    """The readers' mean intensity, valence or arousal."""
    return (row[name] + row["second"][name]) / 2 if "second" in row else row[name]


def corpus() -> tuple[list[dict], list[dict]]:
    """(training, held out): every fifth style of each part is held out, so that no style is in both. "neutral" is room-tone."""
    train, held = [], []
    for path in sorted(CORPUS.glob("*.jsonl")):
        rows = list(_lines(path))
        _with_neighbours(rows)
        styles = list(dict.fromkeys(row["style"] for row in rows))
        out = set(styles[2::5])
        for row in rows:
            row["mood"] = "room-tone" if row["mood"] == "neutral" else row["mood"]
            (held if row["style"] in out else train).append(row)
    return train, held


def emobank(folder: Path, split: str) -> list[dict]:
    return [row for row in _lines(folder / "emobank.jsonl") if row["split"] == split and len(row["text"]) > 3]


def reman(folder: Path, split: str = "train") -> list[dict]:
    return [row for row in _lines(folder / "reman.jsonl") if row["split"] == split]


def examples() -> list[dict]:
    """The built-in presets' examples as training rows."""
    rows = []
    for mood in MOODS:
        preset = tomllib.loads((ROOT / "ambience" / f"{mood}.toml").read_text(encoding="utf-8"))
        rows += [{"mood": mood, "text": text, "style": "preset"} for text in preset["examples"]]
    return rows
