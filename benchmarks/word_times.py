"""How far the word times of the takes are from those that a recogniser hears: median error by voice, on 20 minutes of speech.

    python benchmarks/word_times.py [NAME...] [--stories] [--write]      # pip install 'audiodream[verify]'

Every voice reads benchmarks/prose, and the narrator the repository's three stories; Whisper tiny.en reads each take back with its own word
times. Words that both have are compared: where the word begins and where it ends. The recogniser errs too, by its steps of 20 ms and a lag
of its own: eSpeak NG (voice `system`) is told by its synthesizer where each word begins, so what it shows is about the error of the measure
itself. `late` is the median of recogniser minus take.

`ear` is the recogniser's own lag, by the sound alone: where a word follows a pause of 150 ms, the sound itself shows when it begins (the
first 10 ms within 30 dB of the word's loudest; of words that begin with a vowel, a nasal or a liquid, which set in at once), and `ear` is
the median of how much later the recogniser says it does. `less ear` is the median error of the starts with that constant taken off.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from page import put_between
from readings import PROSE, Reading, read

from audiodream.presets_toml import voices
from audiodream.recogniser import Recogniser, pairs, plain_words
from audiodream.shelves import Shelves
from audiodream.takes import TakeCache
from stories import our_stories

DOCS = Path(__file__).parents[1] / "docs" / "voices.md"
BEGIN, END = "<!-- times: made by benchmarks/word_times.py -->", "<!-- times end -->"
HEAD = "| voice | engine | minutes | words | start, median ms | 90 % | late | late after a pause | ear | less ear | end, median ms | late |"
GOAL_MS = {"piper": 60.0}
OTHERS_MS = 120.0
PAUSE_S = 0.15
SET_IN = "aeioulmnwry"


@dataclass
class Compared:
    """Recogniser minus take, in seconds, of every word that both have."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    after_pause: list[bool] = field(default_factory=list)
    ears: list[float] = field(default_factory=list)
    speech_s: float = 0.0


def compare(reading: Reading, ears: Recogniser, into: Compared) -> None:
    for sound, inside in reading.stretches():
        wanted, times = [], []
        for line, take, at_s in inside:
            for token, word in zip(line.text.split(), take.words, strict=True):
                said = plain_words(token)
                if len(said) == 1:
                    wanted.append(said[0])
                    times.append((word.start_s + at_s, word.end_s + at_s))
        heard = [(said[0], one) for one in ears.hear(sound, timed=True) if len(said := plain_words(one.text)) == 1]
        into.speech_s += len(sound) / 48_000
        for i, j in pairs(wanted, [word for word, _ in heard]):
            if i >= 0 and j >= 0 and wanted[i] == heard[j][0]:
                into.starts.append(heard[j][1].start_s - times[i][0])
                into.ends.append(heard[j][1].end_s - times[i][1])
                into.after_pause.append(i == 0 or times[i][0] - times[i - 1][1] > PAUSE_S)
                if into.after_pause[-1] and i and wanted[i][0] in SET_IN:
                    begins_s = onset_s(sound[:, 0], times[i - 1][1], times[i][1])
                    into.ears += [heard[j][1].start_s - begins_s] if begins_s else []


def onset_s(mono: np.ndarray, from_s: float, to_s: float) -> float:
    """When sound begins again after the quiet between two times: the first 10 ms behind the last quiet within 30 dB of the loudest; 0 where
    it was never quiet."""
    first, last = round(from_s * 100), round(to_s * 100)
    power = np.array([np.mean(np.square(mono[k * 480:(k + 1) * 480], dtype=np.float64)) for k in range(first, last)])
    loud = power > power.max(initial=0.0) * 1e-3
    middle = int(np.argmin(power[:max(1, len(power) // 2)])) if len(power) else 0
    if not loud.any() or loud[middle]:
        return 0.0
    return (first + middle + int(np.argmax(loud[middle:]))) / 100.0


def row(name: str, engine: str, found: Compared) -> str:
    ear = float(np.median(found.ears)) * 1000
    starts, ends, first = np.array(found.starts) * 1000, np.array(found.ends) * 1000, np.array(found.after_pause)
    return (f"| {name} | {engine} | {found.speech_s / 60:.1f} | {len(starts)} | {np.median(np.abs(starts)):.0f} | "
            f"{np.percentile(np.abs(starts), 90):.0f} | {np.median(starts):+.0f} | {np.median(starts[first]):+.0f} | "
            f"{ear:+.0f} | {np.median(np.abs(starts - ear)):.0f} | {np.median(np.abs(ends)):.0f} | {np.median(ends):+.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=["narrator", "felix", "bruno", "lena", "maren", "system"])
    parser.add_argument("--stories", action="store_true", help="the stories too, for voices of Piper")
    parser.add_argument("--write", action="store_true", help="put the table between the markers in docs/voices.md")
    given = parser.parse_args()
    shipped, ears = voices(Shelves()), Recogniser()
    by_engine: dict[str, Compared] = {}
    lines = [HEAD, "|---" * 12 + "|"]
    for name in given.names:
        voice, found = shipped[name], Compared()
        texts = [PROSE / "first.txt", PROSE / "second.txt"]
        texts += our_stories() if given.stories and voice.engine == "piper" else []
        for path in texts:
            reading = read(voice, path.read_text(encoding="utf-8").replace("#", "").replace("*", ""), 1, TakeCache())
            compare(reading, ears, found)
        total = by_engine.setdefault(voice.engine, Compared())
        total.starts += found.starts
        total.ends += found.ends
        total.after_pause += found.after_pause
        total.ears += found.ears
        total.speech_s += found.speech_s
        lines.append(row(name, voice.engine, found))
        print(lines[-1], file=sys.stderr, flush=True)
    faults = []
    for engine, found in by_engine.items():
        error_ms, goal_ms = float(np.median(np.abs(found.starts)) * 1000), GOAL_MS.get(engine, OTHERS_MS)
        faults += [f"{engine}: {error_ms:.0f} ms, {goal_ms:.0f} are wanted"] if error_ms > goal_ms else []
        lines += [row("all of them", engine, found)] if engine == "piper" else []
    lines += ["", f"{sum(found.speech_s for found in by_engine.values()) / 60:.1f} minutes of speech altogether."]
    table = "\n".join(lines)
    print(table)
    if given.write:
        put_between(DOCS, BEGIN, END, table)
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
