"""How fast ten minutes of beds, effects, mix and master are made, without the speech; and peers beside it.

    python -m benchmarks.speed [STORY] [--seconds 600] [--peers PYTHON] [--page]

The story's beats are repeated until there are ten minutes; tones narrate, spoken before the clock starts. Nothing is read from a cache.
PYTHON is that of an environment of its own in which `genny` and `latentscore` are installed from the registry (latentscore's synthesiser
alone is timed: `pip install --no-deps latentscore` with numpy, scipy, soundfile and pydantic is enough).
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import subprocess
import tempfile
import time
from pathlib import Path

from threadpoolctl import threadpool_limits

from audiodream.cast import cast, people_of
from audiodream.delivery import pause_s
from audiodream.master import Gauge, Master, Rough, near_peak
from audiodream.mix import Mix
from audiodream.mixdown import looms_for, record
from audiodream.narrate import narrate
from audiodream.presets_toml import moods, places, voices
from audiodream.profiles import PROFILES
from audiodream.score import NARRATOR
from audiodream.shelves import Shelves
from audiodream.staging import Staging
from audiodream.stems import Stems
from audiodream.targets import TARGETS
from audiodream.timeline import lay
from audiodream.units import RATE_HZ
from benchmarks.arcs import ROOT, read
from benchmarks.page import put_between

BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"
HEAD = "| what | seconds | x real time, clock | x real time, processor |\n|---|---|---|---|\n"
SECONDS = 600.0
PEERS = """
import time
def say(name, seconds, make):
    make()
    wall, cpu = time.perf_counter(), time.process_time()
    make()
    print(f"| {name} | {seconds:.0f} | {seconds / (time.perf_counter() - wall):.0f} | {seconds / (time.process_time() - cpu):.0f} |")
from genny.sfx import render_sfx
for one in ("rain", "crowd_murmur"):
    say(f"genny {one}, mono", 30, lambda: render_sfx(one, 48000, dur=30.0))
from latentscore.synth import SynthConfig, assemble
say("latentscore, its default music, mono", 30, lambda: assemble(SynthConfig(), duration=30.0))
"""


def processor_s() -> float:
    """Processor time of this process and of those that it has begun and that have ended."""
    return sum(os.times()[:4])


def ours(path: Path, length_s: float) -> str:
    """A row: seconds made, and how many of them in a second of the clock and of a processor."""
    score = read(path)
    shelves = Shelves.around(path, None)
    known, every = moods(shelves), voices(shelves)
    who = dict.fromkeys([NARRATOR, *cast(people_of(score), score, every, narrator="tone")], every["tone"])
    words = sum(len(line.text.split()) for beat in score.beats for line in beat.lines)
    score = dataclasses.replace(score, beats=score.beats * max(1, round(length_s / (words / 2.6))))
    with narrate(score, who, known, None, 1, 2) as narration:
        takes = list(narration)
    beats = lay(score, iter(takes), lambda beat, line: pause_s(line, beat, known[beat.mood], every["tone"].pauses, 1))
    wall, cpu = time.perf_counter(), processor_s()
    with tempfile.TemporaryDirectory() as folder, looms_for(length_s) as looms, threadpool_limits(1, "blas"):
        mix = Mix(Stems(score, Staging(known, places(shelves), who, 1), beats, None, looms), PROFILES["cinematic"], looms=looms)
        gauge = Gauge(near_peak(TARGETS["podcast"]))
        rough = Rough(Path(folder) / "rough", 1)
        record(mix, rough, gauge, looms)
        for _ in Master(rough, TARGETS["podcast"], gauge).steps(looms):
            pass
        wall = time.perf_counter() - wall
        seconds = rough.frames / RATE_HZ
        rough.close()
    cpu = processor_s() - cpu
    return f"| beds, effects, mix and master of {path.stem}, stereo | {seconds:.0f} | {seconds / wall:.0f} | {seconds / cpu:.0f} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("story", nargs="?", type=Path, default=ROOT / "stories" / "the-night-ferry.txt")
    options.add_argument("--seconds", type=float, default=SECONDS, help="how long a story to make of it")
    options.add_argument("--peers", help="a Python that has genny and latentscore")
    options.add_argument("--page", action="store_true", help="write the table into docs/sounds.md")
    given = options.parse_args()
    print(HEAD, end="")
    rows = [ours(given.story, given.seconds)]
    print(rows[0], flush=True)
    if given.peers:
        rows.append(subprocess.run([given.peers, "-c", PEERS], check=True, capture_output=True, text=True).stdout.strip())
        print(rows[1])
    if given.page:
        put_between(ROOT / "docs" / "sounds.md", BEGIN, END, HEAD + "\n".join(rows))


if __name__ == "__main__":
    main()
