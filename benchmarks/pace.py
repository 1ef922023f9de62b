"""How fast stories are told and how long the narrator rests: words a minute, and the median pause of each kind.

    python benchmarks/pace.py [STORY...]        # without a name the repository's three

A pause is measured in the sound, from the last to the first 10 ms within 40 dB of the loudest; its setting is what the narrator's preset
says. Words a minute run from the first word to the last with all pauses, and over any five minutes of a story that lasts longer.
Fails where a story is not told at 145 to 165 words a minute, or where the median of a kind of pause, over all stories, is more than 15 %
from its setting.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from audiodream.cast import people_of
from audiodream.delivery import pause_s
from audiodream.drama import cast_of, lexicons_near
from audiodream.engines.pieces import last_mark
from audiodream.lexicon import read_lexicon
from audiodream.narrate import narrate
from audiodream.phonemes import is_spoken
from audiodream.presets_toml import moods, places, voices
from audiodream.score import NARRATOR
from audiodream.score_of import score_of
from audiodream.shelves import Shelves
from audiodream.takes import TakeCache
from audiodream.units import RATE_HZ
from stories import our_stories

LEAST_WPM, MOST_WPM, MOST_OFF = 145.0, 165.0, 0.15
WINDOW_S = 300.0
KINDS = ("clause", "sentence", "paragraph", "scene", "chapter", "reveal")
FEWEST = 5
"""A median of fewer pauses says nothing."""


def loud(audio: np.ndarray) -> np.ndarray:
    """For every 10 ms whether somebody speaks."""
    hop = RATE_HZ // 100
    power = np.square(audio[:len(audio) // hop * hop, 0].astype(np.float64)).reshape(-1, hop).mean(axis=1)
    return power > power.max(initial=1e-12) * 1e-4


def quiet_ends_s(audio: np.ndarray) -> tuple[float, float]:
    speaks = np.flatnonzero(loud(audio))
    return (speaks[0] / 100.0, len(audio) / RATE_HZ - (speaks[-1] + 1) / 100.0) if len(speaks) else (0.0, 0.0)


def inner_pause_s(audio: np.ndarray, before_s: float, after_s: float) -> float:
    """The longest silence around a place inside a take."""
    speaks = loud(audio)
    first, last = max(0, round(before_s * 100) - 12), min(len(speaks), round(after_s * 100) + 8)
    best = run = 0
    for k in range(first, last):
        run = 0 if speaks[k] else run + 1
        best = max(best, run)
    return best / 100.0


def told(story: Path, pauses: dict[str, list[float]], settings: dict[str, float]) -> str:
    """A row of the table; what is measured of pauses is put to the others."""
    shelves = Shelves.around(story)
    all_moods, all_voices = moods(shelves), voices(shelves)
    score = score_of(story, all_moods, places(shelves), all_voices)
    cast = cast_of(people_of(score), score, all_voices)
    narrator = cast[NARRATOR]
    settings.update({kind: getattr(narrator.pauses, kind + "_s") for kind in KINDS})
    at_s, ends, counts, last = 0.0, [], [], None
    with narrate(score, cast, all_moods, TakeCache(), 1, 2, read_lexicon(lexicons_near(story))) as narration:
        for part, take in zip(narration.parts, narration, strict=True):
            begin, end = quiet_ends_s(take.audio)
            if last is not None:
                pauses.setdefault(last[0], []).append(last[1] + begin)
            beat, mood = score.beats[part.beat], all_moods[score.beats[part.beat].mood]
            rest = pause_s(part.line, beat, mood, narrator.pauses, 1)
            last = part.line.gap, end + rest
            tokens = part.line.text.split()
            if part.line.speaker == NARRATOR:
                for k in range(len(tokens) - 1):
                    if last_mark(tokens[k]) == ",":
                        pauses.setdefault("clause", []).append(inner_pause_s(take.audio, take.words[k].end_s, take.words[k + 1].start_s))
            counts += [1 for token in tokens if is_spoken(token)]
            ends += [at_s + word.end_s for token, word in zip(tokens, take.words, strict=True) if is_spoken(token)]
            at_s += take.frames / RATE_HZ + rest
    whole_s, spread = ends[-1], ""
    if whole_s > WINDOW_S:
        clock = np.array(ends)
        starts = np.arange(0.0, whole_s - WINDOW_S, 10.0)
        rates = [int(((clock > start) & (clock <= start + WINDOW_S)).sum()) / WINDOW_S * 60.0 for start in starts]
        spread = f"{min(rates):.0f} .. {max(rates):.0f}"
    wpm = len(counts) / whole_s * 60.0
    WPM[story.stem] = wpm
    return f"| {story.stem} | {len(counts)} | {whole_s / 60:.1f} | {wpm:.0f} | {spread} |"


WPM: dict[str, float] = {}


def main() -> None:
    stories = [Path(name) for name in sys.argv[1:]] or our_stories()
    pauses: dict[str, list[float]] = {}
    settings: dict[str, float] = {}
    print("| story | words | minutes | words a minute | over any five minutes |\n|---|---|---|---|---|")
    for story in stories:
        print(told(story, pauses, settings), flush=True)
    print("\n| pause | setting, s | median, s | off | number |\n|---|---|---|---|---|")
    faults = [f"{name}: {wpm:.0f} words a minute" for name, wpm in WPM.items() if not LEAST_WPM <= wpm <= MOST_WPM]
    for kind, setting in settings.items():
        found = pauses.get(kind, [])
        if not found:
            continue
        off = float(np.median(found)) / setting - 1.0
        print(f"| {kind} | {setting:.2f} | {np.median(found):.2f} | {100 * off:+.0f} % | {len(found)} |")
        faults += [f"{kind}: {100 * off:+.0f} %"] if abs(off) > MOST_OFF and len(found) >= FEWEST else []
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
