"""The whole path on one page: a story becomes a score, and a score a narration, and a narration a drama."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threadpoolctl import threadpool_limits

from audiodream import feeling
from audiodream.cast import cast, people_of
from audiodream.cast_file import NO_WISHES, Wishes, add_lines, read_cast
from audiodream.errors import UsageError
from audiodream.files import check_story, check_target
from audiodream.lexicon import read_lexicon
from audiodream.line_ids import recordings_near
from audiodream.narrate import Narration, narrate
from audiodream.presets import Voice
from audiodream.profiles import PROFILES
from audiodream.score import NARRATOR, Character, Score
from audiodream.score_of import readings, score_of
from audiodream.settings import Progress, Settings
from audiodream.shelves import Shelves, nearest, user_folder
from audiodream.spotlight import spotlit
from audiodream.staging import Staging
from audiodream.stock import Stock
from audiodream.takes import TakeCache
from audiodream.targets import TARGETS
from audiodream.writers.sound import format_of

if TYPE_CHECKING:
    from audiodream.master import Measured
    from audiodream.verify import LostWord

__all__ = ["Progress", "Report", "Settings", "render"]


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
    if path is not None:
        check_story(path)
    target = Path(out) if out is not None else (path or Path("story")).with_name(_stem(path) + ".wav")
    _check(settings, target, path)
    shelves = Shelves.around(path, settings.presets)
    tell("reading", 0.0)
    stock = Stock.of(shelves)
    score = story if isinstance(story, Score) else score_of(
        Path(story), stock.moods, stock.places, stock.voices, readings() if settings.cache else None)
    score, left_out = spotlit(score, settings.spots)
    feeling.forget()
    people = people_of(score)
    wishes = Wishes.of(read_cast(settings.cast), people, stock.voices) if settings.cast else NO_WISHES
    who = cast_of(people, score, stock.voices, settings.voice, wishes)
    stock.check_score(score)
    stock.check(voice=(voice.name for voice in who.values()))
    recordings = recordings_near(path, score)
    with contextlib.ExitStack() as stack:
        # the cores belong to the voices; and sums that are shared out differently differ in their last bits
        stack.enter_context(threadpool_limits(1, "blas"))
        narration = stack.enter_context(narrate(score, who, stock.moods, TakeCache() if settings.cache else None, settings.seed,
                                                settings.workers, read_lexicon(lexicons_near(path)), recordings.files))
        narration.begin()
        # imported only now: all that generates and mixes sound is loaded while the voices speak
        from audiodream.mixdown import mixdown

        measured, beats = mixdown(score, Staging(stock.moods, stock.places, who, settings.seed), narration, target, settings, tell)
        if settings.cast:
            add_lines(settings.cast, wishes.new_lines({name: voice.name for name, voice in who.items()}))
        spoken, found = narration.spoken, narration.found
        lost, missed = _read_back(narration, settings, tell)
        tell("done", 1.0)
        notes = [*score.notes, *stock.notes(), *_nobody_known(score), *wishes.misspelled(), *left_out, *recordings.notes(),
                 *map(str, narration.problems), *_warnings(measured, settings), *missed]
        return Report(str(target), measured, beats, {k: v.name for k, v in who.items()}, spoken, found, notes, lost)


def _read_back(narration: Narration, settings: Settings, tell: Progress) -> tuple[list[LostWord] | None, list[str]]:
    """The words that a recogniser did not hear, and what to say of them; None where it is not asked."""
    if not settings.verify:
        return None, []
    from audiodream.recogniser import Recogniser
    from audiodream.verify import told, verify

    lost = verify(narration, Recogniser(settings.verify_model, settings.workers), lambda done: tell("verifying", done))
    return lost, told(lost) if lost else ["every word was heard back"]


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


def cast_of(people: Sequence[Character], score: Score, all_voices: dict[str, Voice], narrator: str = "narrator",
            wishes: Wishes = NO_WISHES) -> dict[str, Voice]:
    """The voice of each of the score's people and of the narrator, with the manners that are this character's throughout; what a cast file
    says comes first."""
    if narrator not in all_voices:
        raise UsageError(f"voice {narrator!r}", "there is no such voice", nearest(narrator, all_voices))
    own = {one.id: one.manners for one in score.characters}
    return {who: replace(all_voices[name], manners=tuple(dict.fromkeys((*all_voices[name].manners, *own.get(who, ())))))
            for who, name in cast(people, score, all_voices, wishes, narrator).items()}


def _nobody_known(score: Score) -> list[str]:
    lines = sum(line.quote and line.speaker == NARRATOR for beat in score.beats for line in beat.lines)
    way_out = "`speaker` in the score puts that right, `explain` says why"
    return [f"quoted lines whose speaker is not known, so that the narrator speaks them: {lines}; {way_out}"] if lines else []


def lexicons_near(story: Path | None) -> list[Path]:
    """Where words of one's own may be spelled out, nearest first: beside the story, in the user's folder."""
    return [*([story.resolve().parent / "lexicon.toml"] if story else []), user_folder() / "lexicon.toml"]


def _warnings(measured: Measured, settings: Settings) -> list[str]:
    floor = TARGETS[settings.target].floor_dbfs
    if floor is not None and measured.floor_dbfs > floor:
        return [f"the quietest half second is at {measured.floor_dbfs:.1f} dB RMS, and {settings.target} wants {floor:g} or less: "
                "lower the beds with --bed"]
    return []
