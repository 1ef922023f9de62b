"""From takes to a finished file: a timeline, stems, a mix and a master, window by window."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from audiodream import crowd
from audiodream.audio import Audio
from audiodream.crossfades import guessed_s
from audiodream.delivery import pause_s
from audiodream.effects import HALL_KINDS
from audiodream.files import explain
from audiodream.kept import bed_store
from audiodream.looms import InTurn, Looms, spare
from audiodream.master import Gauge, Master, Measured, Rough, near_peak
from audiodream.mix import BeatBalance, Mix, Mixed
from audiodream.narrate import Narration
from audiodream.profiles import PROFILES
from audiodream.score import NARRATOR, Beat, Line, Score
from audiodream.settings import Progress, Settings
from audiodream.staging import Staging
from audiodream.stems import Stems
from audiodream.take import Take
from audiodream.targets import TARGETS
from audiodream.timeline import lay
from audiodream.units import frames_to_s, s_to_frames
from audiodream.writers.sound import sound_file

STEMS = ("voice", "ambience", "effects")
STEM_FILES = ("voice.wav", "bed.wav", "bed/ambience.wav", "bed/effects.wav")
"""`voice` and `bed` sum to the mix; `bed/` holds what the bed is made of."""
LONG_S = 240.0
"""To start a process takes most of a second of one core; beds and effects of so long a story save more than that."""


def mixdown(score: Score, staging: Staging, narration: Narration, target: Path, settings: Settings,
            tell: Progress) -> tuple[Measured, list[dict[str, Any]]]:
    """Write the drama, and its stems where they are asked for; gives what the master measures, and a report of every beat."""
    if any(cue.kind in HALL_KINDS for beat in score.beats for line in beat.lines for cue in line.cues):
        crowd.gather()
    length_s = sum(map(guessed_s, score.beats))
    with _rough(target, len(STEMS) if settings.stems else 1) as rough, looms_for(length_s) as looms:
        beds = bed_store(s_to_frames(length_s)) if settings.cache else None
        takes = _counted(narration, tell)
        mix = Mix(Stems(score, staging, lay(score, takes, lambda beat, line: _pause_s(beat, line, staging)), beds, looms),
                  PROFILES[settings.balance], settings.bed_offset_db, looms)
        gauge = Gauge(near_peak(TARGETS[settings.target]))
        record(mix, rough, gauge, looms)
        tell("mastering", 0.0)
        master = Master(rough, TARGETS[settings.target], gauge)
        del gauge
        measured = _write(master, rough, target, settings, tell, looms)
    return measured, [_beat_report(beat, score) for beat in mix.beats]


def looms_for(length_s: float) -> Looms:
    """The looms for a drama of about this length: for a long one it pays to start processes."""
    return Looms(spare(), apart=length_s > LONG_S, ready=crowd.gathered)


def record(mix: Mix, rough: Rough, gauge: Gauge, looms: Looms) -> None:
    """Every window of the mix, measured and written down beside the next one's being made."""
    def take_down(window: Mixed) -> None:
        whole = window.whole()
        gauge.feed(whole)
        rough.append(*((window.voice, window.ambience, window.effects) if rough.stems > 1 else (whole,)))

    taken = InTurn(looms)
    for window in mix.windows():
        taken.hand(partial(take_down, window))
    taken.wait()


def _counted(narration: Narration, tell: Progress) -> Iterator[Take]:
    for number, take in enumerate(narration):
        tell("speaking", number / len(narration))
        yield take


def _pause_s(beat: Beat, line: Line, staging: Staging) -> float:
    narrator = staging.voices[NARRATOR]
    return pause_s(line, beat, staging.moods[beat.mood], narrator.pauses, staging.seed)


@contextlib.contextmanager
def _rough(target: Path, stems: int) -> Iterator[Rough]:
    """The temporary file lies beside the target: there is the room that the user has chosen."""
    path = target.parent / f".{secrets.token_hex(6)}.rough"
    try:
        rough = Rough(path, stems)
        try:
            yield rough
        finally:
            rough.close()
    except OSError as error:
        raise explain(error, target) from error
    finally:
        path.unlink(missing_ok=True)


def _write(master: Master, rough: Rough, target: Path, settings: Settings, tell: Progress, looms: Looms) -> Measured:
    """The mix and the stems that were asked for, all whole or none."""
    gauge = Gauge()
    with contextlib.ExitStack() as stack:
        files = []
        if settings.stems:
            files = [stack.enter_context(sound_file(settings.stems / name, rough.frames)) for name in STEM_FILES]
        mix_file = stack.enter_context(sound_file(target, rough.frames))
        done, heard = 0, InTurn(looms)
        for *stems, mix in master.steps(looms):
            heard.hand(partial(gauge.feed, mix))
            for file, stem in zip(files, _with_bed(stems), strict=True):
                file.write(stem)
            mix_file.write(mix)
            done += len(mix)
            tell("mastering", done / rough.frames)
        heard.wait()
    return gauge.measured()


def _with_bed(stems: list[Audio]) -> list[Audio]:
    if not stems:
        return []
    voice, ambience, effects = stems
    return [voice, ambience + effects, ambience, effects]


def _beat_report(beat: BeatBalance, score: Score) -> dict[str, Any]:
    distance, bed = beat.voice_minus_rest_lu(), beat.bed_lufs()
    planned = score.beats[beat.number]
    return {
        "beat": beat.number + 1, "mood": beat.mood, "intensity": planned.intensity, "place": planned.place,
        "start_s": round(frames_to_s(beat.start), 3), "end_s": round(frames_to_s(beat.end), 3),
        "voice_minus_bed_lu": None if distance is None else round(distance, 1),
        "bed_lufs": None if bed is None else round(bed, 1), "turned_down_db": round(beat.turned_down_db, 1),
    }
