"""Prints how the whole reading of moods does on stories of the corpus that training never saw: their beats as written, moods as tagged.

    python training/measure_stories.py

A mood counts where either of a story's readers felt it. Polarity: wonder, calm, release and triumph against dread, panic and despair;
anticipation and room-tone are neither.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]
import data  # noqa: E402

from audiodream.beats import passages_of  # noqa: E402
from audiodream.dialogue import find_quotes  # noqa: E402
from audiodream.mood import BeatMood, read_moods, tag_beats  # noqa: E402
from audiodream.presets import Mood  # noqa: E402
from audiodream.presets_toml import moods  # noqa: E402
from audiodream.readers import plain  # noqa: E402
from audiodream.repair import repair  # noqa: E402
from audiodream.shelves import Shelves  # noqa: E402
from audiodream.story import structure  # noqa: E402


def tagged(rows: list[dict], presets: dict[str, Mood]) -> list[BeatMood]:
    """A story's beats, one a paragraph, as they are tagged."""
    story = structure(repair(plain.read("\n\n".join(" ".join(row["text"].split()) for row in rows), "story.txt"), frozenset()))
    passages = passages_of(story, [(quote.start, quote.end) for quote in find_quotes(story)])
    paragraphs = [list(group) for _, group in itertools.groupby(range(len(passages)), key=lambda n: passages[n].paragraph)]
    assert len(paragraphs) == len(rows), "a beat is not one paragraph"
    return tag_beats(passages, [(group[0], group[-1] + 1) for group in paragraphs], presets, read_moods(passages, presets))


def main() -> None:
    stories: dict[str, list[dict]] = {}
    for row in data.corpus()[1]:
        if "story" in row:
            stories.setdefault(row["story"], []).append(row)
    presets = moods(Shelves())
    pairs = [pair for rows in stories.values() for pair in zip(rows, tagged(rows, presets), strict=True)]
    read = [(data.readers_moods(row), tag.mood) for row, tag in pairs]
    right = np.mean([said in felt for felt, said in read])
    pole = np.mean([data.pole(said) in map(data.pole, felt) for felt, said in read])
    print(f"{len(stories)} stories, {len(pairs)} beats: mood {right:.3f}, polarity {pole:.3f}; Pearson r: " + ", ".join(
        f"{name} {np.corrcoef([data.felt(row, name) for row, _ in pairs], [getattr(tag, name) for _, tag in pairs])[0, 1]:.3f}"
        for name in ("intensity", "valence", "arousal")))


if __name__ == "__main__":
    main()
