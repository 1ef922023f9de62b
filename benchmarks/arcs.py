"""Whether the sound follows the story: the bed's loudness and roughness against the score's tension, the silences, the cues on their words.

    python -m benchmarks.arcs [STORY ...] [--page]

Narrated by tones, which need no time to speak. Without stories: those of the repository, and those of ../shared/stories where they are.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import stats
from threadpoolctl import threadpool_limits

from audiodream.ambience import SILENCE_HOLD_S
from audiodream.audio import Audio
from audiodream.cast import people_of
from audiodream.delivery import pause_s
from audiodream.meter import HOP_FRAMES, PowerMeter, power_to_lufs
from audiodream.mix import BeatBalance, Mix
from audiodream.narrate import narrate
from audiodream.presets_toml import moods, places, voices
from audiodream.profiles import PROFILES
from audiodream.roughness import WINDOW_FRAMES, roughness
from audiodream.score import NARRATOR, Score
from audiodream.score_of import score_of
from audiodream.shelves import Shelves
from audiodream.spotlight import spotlit
from audiodream.staging import Staging
from audiodream.stems import Stems
from audiodream.timeline import PlacedBeat, lay
from audiodream.units import RATE_HZ, s_to_frames
from benchmarks.page import put_between
from benchmarks.stories import our_stories

ROOT = Path(__file__).resolve().parents[1]
Series = npt.NDArray[np.float64]
SHUFFLES = 3
BEGIN, END = "<!-- arcs: begin -->", "<!-- arcs: end -->"
HEAD = f"""| story | loudness of the bed | of its ambience | roughness of it | loudness, roughness of {SHUFFLES} shuffles, median |
|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Heard:
    """A story's stems without the master's gain, and where everything lies."""

    score: Score
    placed: tuple[PlacedBeat, ...]
    voice: Audio
    ambience: Audio
    effects: Audio
    beats: tuple[BeatBalance, ...]

    @property
    def bed(self) -> Audio:
        return self.ambience + self.effects


def read(path: Path) -> Score:
    shelves = Shelves.around(path, None)
    return spotlit(score_of(path, moods(shelves), places(shelves), voices(shelves)))[0]


def shuffled(score: Score, seed: int) -> Score:
    """The same words; mood, strength and tension of every beat those of another."""
    order = np.random.default_rng(seed).permutation(len(score.beats))
    return dataclasses.replace(score, beats=tuple(
        dataclasses.replace(beat, mood=other.mood, intensity=other.intensity, valence=other.valence, arousal=other.arousal,
                            tension=other.tension)
        for beat, other in zip(score.beats, (score.beats[i] for i in order), strict=True)))


def heard(score: Score, path: Path) -> Heard:
    """The score as tones over its beds."""
    shelves = Shelves.around(path, None)
    known, every = moods(shelves), voices(shelves)
    who = dict.fromkeys([NARRATOR, *(one.id for one in people_of(score))], every["tone"])
    staging = Staging(known, places(shelves), who, 1)
    with narrate(score, who, known, None, 1, 1) as narration:
        takes = list(narration)
    placed = tuple(lay(score, iter(takes), lambda beat, line: pause_s(line, beat, known[beat.mood], every["tone"].pauses, 1)))
    mix = Mix(Stems(score, staging, iter(placed)), PROFILES["cinematic"])
    with threadpool_limits(1, "blas"):
        windows = list(mix.windows())
    return Heard(score, placed, np.concatenate([w.voice for w in windows]), np.concatenate([w.ambience for w in windows]),
                 np.concatenate([w.effects for w in windows]), tuple(mix.beats))


def tension_at(placed: tuple[PlacedBeat, ...], score: Score, seconds: Series) -> Series:
    """The score's tension curve at so many seconds; `score` may be another than the one that was laid, with as many beats."""
    at: list[float] = []
    tension: list[float] = []
    for one, beat in zip(placed, score.beats, strict=True):
        at += [one.start / RATE_HZ, (one.start + one.end) / 2 / RATE_HZ, (one.end - 1) / RATE_HZ]
        tension += beat.tension
    return np.interp(seconds, at, tension)


def short_term(sound: Audio, step_s: float = 1.0) -> tuple[Series, Series]:
    """Middles of 3 s windows, and their loudness."""
    total = np.concatenate([[0.0], np.cumsum(PowerMeter().feed(sound))])
    ends = np.arange(300, len(total), round(step_s * RATE_HZ / HOP_FRAMES))
    return ends * HOP_FRAMES / RATE_HZ - 1.5, power_to_lufs((total[ends] - total[ends - 300]) / 300)


def follows(whole: Heard, score: Score, sound: Audio) -> float:
    """Spearman's correlation of short-term loudness and the tension of a score."""
    at, loud = short_term(sound)
    return float(stats.spearmanr(tension_at(whole.placed, score, at), loud).statistic)


def rough_follows(whole: Heard, score: Score, step_s: float = 2.0) -> float:
    """The same of the roughness of the ambience: what happens in a scene is rough for other reasons."""
    at = np.arange(1.5, len(whole.ambience) / RATE_HZ - 1.5, step_s)
    rough = [roughness(whole.ambience[round(t * RATE_HZ) - WINDOW_FRAMES // 2:][:WINDOW_FRAMES]) for t in at]
    return float(stats.spearmanr(tension_at(whole.placed, score, at), rough).statistic)


def silences(whole: Heard) -> Iterator[tuple[str, float]]:
    """Every silence, and by how many LU the bed is quieter in it than in the 10 s around."""
    power = PowerMeter().feed(whole.bed)
    for one in whole.placed:
        for cue in one.cues:
            if cue.cue.kind == "silence":
                a = cue.frame // HOP_FRAMES
                b = a + s_to_frames(SILENCE_HOLD_S) // HOP_FRAMES
                around = np.concatenate([power[max(0, a - 500):a], power[b:b + 500]])
                yield cue.cue.phrase, float(power_to_lufs(around.mean()) - power_to_lufs(power[a:b].mean()))


def stories() -> list[Path]:
    return [*our_stories(), *sorted((ROOT.parent / "shared" / "stories").glob("*.txt"))]


def row(path: Path, score: Score, whole: Heard) -> str:
    control = [heard(shuffled(score, seed), path) for seed in range(1, SHUFFLES + 1)]
    loud, rough = ([follows(one, score, one.bed) for one in control], [rough_follows(one, score) for one in control])
    name = path.stem if ROOT in path.resolve().parents else "one that is not published"
    return (f"| {name} | {follows(whole, score, whole.bed):.2f} | {follows(whole, score, whole.ambience):.2f} | "
            f"{rough_follows(whole, score):.2f} | {np.median(loud):.2f}, {np.median(rough):.2f} |")


def remarks(whole: Heard) -> Iterator[str]:
    """What else is measured on the way: the silences, and the distance of the voice."""
    for phrase, quieter in silences(whole):
        yield f"  silence at {phrase!r}: {quieter:.1f} LU"
    distances = [(beat.number + 1, round(lu, 1)) for beat in whole.beats if (lu := beat.voice_minus_rest_lu()) is not None]
    yield f"  beats under the floor: {[one for one in distances if one[1] < 10.0]}"
    yield f"  median distance {np.median([lu for _, lu in distances]):.1f} LU"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("stories", nargs="*", type=Path, metavar="STORY")
    options.add_argument("--page", action="store_true", help="write the table into docs/sounds.md")
    given = options.parse_args()
    rows: list[str] = []
    print(HEAD, end="")
    for path in given.stories or stories():
        score = read(path)
        whole = heard(score, path)
        rows.append(row(path, score, whole))
        print(rows[-1], flush=True)
        print(*remarks(whole), sep="\n", file=sys.stderr, flush=True)
    if given.page:
        put_between(ROOT / "docs" / "sounds.md", BEGIN, END, HEAD + "\n".join(rows))


if __name__ == "__main__":
    main()
