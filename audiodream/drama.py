"""The whole path on one page: a story becomes a score, takes, a timeline, stems, a mix and a master."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from audiodream import crowd, feeling
from audiodream.audio import Audio
from audiodream.cast import cast, read_cast, write_cast
from audiodream.delivery import pause_s
from audiodream.effects import CROWD_KINDS
from audiodream.errors import UsageError
from audiodream.files import check_target, explain
from audiodream.kept import bed_store
from audiodream.lexicon import read_lexicon
from audiodream.master import TARGETS, Gauge, Master, Measured, Rough, near_peak
from audiodream.mix import PROFILES, BeatBalance, Mix
from audiodream.narrate import Narration, narrate
from audiodream.presets import Voice
from audiodream.presets_toml import moods, places, voices
from audiodream.score import NARRATOR, Beat, Line, Score
from audiodream.score_of import readings, score_of
from audiodream.shelves import Shelves, nearest, user_folder
from audiodream.stems import WORDS_A_SECOND, Staging, Stems
from audiodream.takes import TakeCache
from audiodream.timeline import lay
from audiodream.units import frames_to_s, s_to_frames
from audiodream.verify import LostWord, verify
from audiodream.writers.sound import format_of, sound_file

STEMS = ("voice", "ambience", "effects")
Progress = Callable[[str, float], None]
"""Told the stage and how much of it is done, 0..1."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a render may be asked for besides the story.

    presets: a folder with `ambience/` and `voices/` of your own. voice: who narrates. seed: another seed, another reading and another
    bed. target: a name in `master.TARGETS`; balance: in `mix.PROFILES`. bed_offset_db: all beds louder (+) or softer (-).
    stems: a folder for the stems. workers: voices that speak at once. cache: False keeps no takes. verify: takes are read back by a
    recogniser, which is an optional extra; verify_model: the folder of another one.
    """

    presets: Path | None = None
    voice: str = "narrator"
    seed: int = 1
    target: str = "podcast"
    balance: str = "cinematic"
    bed_offset_db: float = 0.0
    stems: Path | None = None
    cast: Path | None = None
    workers: int = 2
    cache: bool = True
    verify: bool = False
    verify_model: Path | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What came out: the file, its measures, the balance of every beat, who spoke with which voice, and what to know about it."""

    path: str
    measured: Measured
    beats: list[dict[str, Any]]
    cast: dict[str, str]
    takes_spoken: int
    takes_cached: int
    notes: list[str] = field(default_factory=list)
    lost_words: list[LostWord] | None = None
    """Words that a recogniser did not hear back; None where it was not asked."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def render(story: Path | str | Score, out: Path | str | None = None, settings: Settings | None = None,
           progress: Progress | None = None) -> Report:
    """Renders a story file, a score file or a `Score` to a sound file; without `out` a WAV beside it.

    Errors are `AudiodreamError`s; nothing half-written is left behind. The same story, seed and settings give the same bytes.
    """
    settings, tell = settings or Settings(), progress or _untold
    path = None if isinstance(story, Score) else Path(story)
    target = Path(out) if out is not None else (path or Path("story")).with_name(_stem(path) + ".wav")
    _check(settings, target, path)
    shelves = Shelves.around(path, settings.presets)
    tell("reading", 0.0)
    all_moods, all_places, all_voices = moods(shelves), places(shelves), voices(shelves)
    score = story if isinstance(story, Score) else score_of(
        Path(story), all_moods, all_places, all_voices, readings() if settings.cache else None)
    feeling.forget()
    if any(cue.kind in CROWD_KINDS for beat in score.beats for line in beat.lines for cue in line.cues):
        crowd.gather()
    who = cast_of(score, all_voices, settings)
    staging = Staging(all_moods, all_places, who, settings.seed)
    with contextlib.ExitStack() as stack:
        # the cores belong to the voices; and sums that are shared out differently differ in their last bits
        stack.enter_context(threadpool_limits(1, "blas"))
        narration = stack.enter_context(narrate(score, who, all_moods, TakeCache() if settings.cache else None, settings.seed,
                                                settings.workers, read_lexicon(lexicons_near(path))))
        rough = stack.enter_context(_rough(target, len(STEMS) if settings.stems else 1))
        lines = len(narration)

        def counted() -> Iterator[Any]:
            for number, take in enumerate(narration):
                tell("speaking", number / lines)
                yield take

        beds = bed_store(_guessed_frames(score)) if settings.cache else None
        stems = Stems(score, staging, lay(score, counted(), lambda beat, line: _pause_s(beat, line, staging)), beds)
        mix = Mix(stems, PROFILES[settings.balance], settings.bed_offset_db)
        gauge = Gauge(near_peak(TARGETS[settings.target]))
        for window in mix.windows():
            whole = window.whole()
            gauge.feed(whole)
            rough.append(*((window.voice, window.ambience, window.effects) if settings.stems else (whole,)))
        tell("mastering", 0.0)
        master = Master(rough, TARGETS[settings.target], gauge)
        del gauge
        measured = _write(master, rough, target, settings, tell)
        if settings.cast:
            write_cast(settings.cast, {name: voice.name for name, voice in who.items() if name != NARRATOR})
        spoken, found = narration.spoken, narration.found
        lost = _read_back(narration, settings, tell)
        tell("done", 1.0)
        return Report(str(target), measured, [_beat_report(beat, score) for beat in mix.beats], {k: v.name for k, v in who.items()},
                      spoken, found, [*score.notes, *map(str, narration.problems), *_warnings(measured, settings), *map(str, lost or ())],
                      lost)


def _read_back(narration: Narration, settings: Settings, tell: Progress) -> list[LostWord] | None:
    if not settings.verify:
        return None
    from audiodream.recogniser import Recogniser

    return verify(narration, Recogniser(settings.verify_model, settings.workers), lambda done: tell("verifying", done))


def _untold(_stage: str, _done: float) -> None:
    """Nobody watches."""


def _check(settings: Settings, target: Path, story: Path | None) -> None:
    """Everything that can be known to be wrong before any work is done."""
    for kind, name, known in (("target", settings.target, TARGETS), ("balance", settings.balance, PROFILES)):
        if name not in known:
            raise UsageError(f"{kind} {name!r}", "is not known", nearest(name, known))
    format_of(target)
    check_target(target)
    if story is not None and target.exists() and story.exists() and target.samefile(story):
        raise UsageError(str(target), "is the story itself", "name another file with -o")
    if settings.stems:
        check_target(settings.stems / "voice.wav")
    if settings.presets and not settings.presets.is_dir():
        raise UsageError(str(settings.presets), "is not a folder of presets", "name a folder that holds ambience/ or voices/")


def _stem(path: Path | None) -> str:
    """The name of what is rendered: `story` for story.txt and for story.score.toml."""
    return path.name.removesuffix(path.suffix).removesuffix(".score") if path else "story"


def cast_of(score: Score, all_voices: dict[str, Voice], settings: Settings) -> dict[str, Voice]:
    """The voice of everyone who speaks in the score, the narrator's included; what a cast file says comes first."""
    if settings.voice not in all_voices:
        raise UsageError(f"voice {settings.voice!r}", "there is no such voice", nearest(settings.voice, all_voices))
    given = read_cast(settings.cast) if settings.cast else {}
    return {who: all_voices[name] for who, name in cast(score.characters, score, all_voices, given, settings.voice).items()}


def lexicons_near(story: Path | None) -> list[Path]:
    """Where words of one's own may be spelled out, nearest first: beside the story, in the user's folder."""
    return [*([story.resolve().parent / "lexicon.toml"] if story else []), user_folder() / "lexicon.toml"]


def _guessed_frames(score: Score) -> int:
    return s_to_frames(sum(len(line.text.split()) for beat in score.beats for line in beat.lines) / WORDS_A_SECOND)


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


def _write(master: Master, rough: Rough, target: Path, settings: Settings, tell: Progress) -> Measured:
    """The mix and the stems that were asked for, all whole or none."""
    gauge = Gauge()
    with contextlib.ExitStack() as stack:
        files = []
        if settings.stems:
            files = [stack.enter_context(sound_file(settings.stems / name, rough.frames)) for name in STEM_FILES]
        mix_file = stack.enter_context(sound_file(target, rough.frames))
        done = 0
        for *stems, mix in master.steps():
            for file, stem in zip(files, _with_bed(stems), strict=True):
                file.write(stem)
            mix_file.write(mix)
            gauge.feed(mix)
            done += len(mix)
            tell("mastering", done / rough.frames)
    return gauge.measured()


STEM_FILES = ("voice.wav", "bed.wav", "bed/ambience.wav", "bed/effects.wav")
"""`voice` and `bed` sum to the mix; `bed/` holds what the bed is made of."""


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


def _warnings(measured: Measured, settings: Settings) -> list[str]:
    floor = TARGETS[settings.target].floor_dbfs
    if floor is not None and measured.floor_dbfs > floor:
        return [f"the quietest half second is at {measured.floor_dbfs:.1f} dB RMS, and {settings.target} wants {floor:g} or less: "
                "lower the beds with --bed"]
    return []
