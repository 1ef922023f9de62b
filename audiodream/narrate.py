"""The narration: a take for every line of the score, in order, spoken on a pool a few lines ahead of whoever pulls."""

from __future__ import annotations

import re
import tempfile
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

import numpy as np

from audiodream.audio import Audio, resample
from audiodream.checked import speak_checked
from audiodream.delivery import deliver, pause_s
from audiodream.engines import ENGINES
from audiodream.engines.engine import Delivery, Engine, Utterance
from audiodream.engines.pieces import last_mark, trimmed
from audiodream.errors import VoiceError
from audiodream.lexicon import Lexicon, built_in_words
from audiodream.meter import lufs_of
from audiodream.presets import Mood, Voice
from audiodream.priority import step_back
from audiodream.score import NARRATOR, Line, Score
from audiodream.seeds import digest, rng
from audiodream.shaping import VERSION as SHAPING_VERSION
from audiodream.shaping import shape, with_pauses
from audiodream.spoken import SpokenToken, spell
from audiodream.store import address
from audiodream.take import Take, WordTime
from audiodream.takes import TakeCache, quantised
from audiodream.units import NARRATION_LUFS, RATE_HZ, db_to_gain

VERSION = "2"
"""Part of every take's address: raise it when the same utterance would become another take."""
AHEAD = 10
"""Takes that are spoken ahead and held in memory."""
_MEASURED_SHARE = 0.85
"""How far a take is levelled by its own loudness; the rest by what is usual for its engine, so that a soft line stays a little softer."""
_PAUSE_SHARES = {",": 1.0, ";": 1.75, ":": 1.75, "—": 1.75, "–": 1.75, "-": 1.4, "…": 2.5, ".": 2.5, "!": 2.5, "?": 2.5}
"""Pauses inside a line, in clauses: comma 200 ms, the heavier marks 350, a sentence that ends within the line 500."""
_USUAL_LUFS = {"piper": -21.0, "kokoro": -24.0, "system": -17.0, "tone": -21.0}

_BESIDE = Delivery(165.0)
"""How the reading is spoken beside which a human's recording is laid."""

Spelled = tuple[SpokenToken, ...]
Made = tuple[Take, tuple[str, ...], bool]
"""A take, what is wrong with it, and whether it was spoken just now."""


@dataclass(frozen=True, slots=True)
class Part:
    """A line with everything that decides how it is spoken. number: its place among all lines; beat: its beat's; clause_s: its commas."""

    number: int
    beat: int
    line: Line
    voice: Voice
    delivery: Delivery
    clause_s: float


@dataclass(frozen=True, slots=True)
class Problem:
    """A take that failed its check three times, and why."""

    number: int
    text: str
    voice: str
    fault: str

    def __str__(self) -> str:
        return f"line {self.number + 1} ({self.voice}): {self.fault}: {self.text[:60]!r}"


def parts_of(score: Score, cast: Mapping[str, Voice], moods: Mapping[str, Mood]) -> tuple[Part, ...]:
    """Every line of the score with its speaker's voice and its delivery. VoiceError where a speaker has no voice."""
    parts: list[Part] = []
    for number, beat in enumerate(score.beats):
        for line in beat.lines:
            voice = cast.get(line.speaker)
            if voice is None:
                raise VoiceError(f"speaker {line.speaker!r}", "has no voice", "name one in the score's [[character]] or with --cast")
            mood, narrates = moods.get(beat.mood), line.speaker == NARRATOR
            clause_s = pause_s(replace(line, gap="clause"), beat, mood, voice.pauses, is_narrator=narrates)
            parts.append(Part(len(parts), number, line, voice, deliver(line, beat, mood, voice, narrates), round(clause_s, 3)))
    return tuple(parts)


class Narration:
    """Takes in order, each spoken or found in the cache. Use it in a `with`; iterate it as often as needed.

    Memory holds `AHEAD` takes; all others lie in the cache, without one in a temporary folder. `problems` grows as takes are made.
    """

    def __init__(
        self, parts: tuple[Part, ...], cache: TakeCache | None, seed: int, workers: int = 2, lexicon: Lexicon | None = None,
        recorded: Mapping[int, Path] | None = None,
    ) -> None:
        self.parts, self.seed, self._recorded = parts, seed, recorded or {}
        self._lexicons = {voice: (lexicon or built_in_words()).for_voice(voice) for voice in sorted({part.voice.name for part in parts})}
        self.problems: list[Problem] = []
        self.spoken, self.found = 0, 0
        self._temporary = None if cache else tempfile.TemporaryDirectory(prefix="audiodream-")
        self.cache = cache or TakeCache(Path(self._temporary.name if self._temporary else ""), 1 << 60)
        self._pool = ThreadPoolExecutor(max(1, workers), thread_name_prefix="voice", initializer=step_back)
        self._begun: list[Future[Made]] = []

    def __enter__(self) -> Narration:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the line that is being spoken end, forget those that wait."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._temporary:
            self._temporary.cleanup()

    def begin(self) -> None:
        """Speak the first lines already, though nobody asks for them yet."""
        self._begun = [self._pool.submit(self._make, part) for part in self.parts[:AHEAD]]

    def __len__(self) -> int:
        return len(self.parts)

    def __iter__(self) -> Iterator[Take]:
        """The takes in order. An error of an engine is raised at its line."""
        waiting, self._begun = deque(self._begun), []
        ahead = iter(self.parts[len(waiting):])
        try:
            for part in self.parts:
                while len(waiting) < AHEAD and (coming := next(ahead, None)) is not None:
                    waiting.append(self._pool.submit(self._make, coming))
                take, problems, fresh = waiting.popleft().result()
                self._note(part, problems, fresh)
                yield take
        finally:
            for future in waiting:
                future.cancel()

    def _note(self, part: Part, problems: tuple[str, ...], fresh: bool) -> None:
        self.spoken, self.found = self.spoken + fresh, self.found + (not fresh)
        for fault in problems:
            problem = Problem(part.number, part.line.text, part.voice.name, fault)
            if problem not in self.problems:
                self.problems.append(problem)

    def _make(self, part: Part) -> Made:
        """The part's take, what is wrong with it, and whether it was spoken just now."""
        if part.number in self._recorded:
            return self._make_recorded(part, self._recorded[part.number])
        engine, voice = ENGINES[part.voice.engine], part.voice
        tokens = _for_engine(spell(part.line.text, self._lexicons[voice.name]), engine)
        words = tuple(word for token in tokens for word in token.words)
        key = address(
            version=[VERSION, SHAPING_VERSION, engine.name, engine.version, engine.address(voice.settings)], settings=voice.settings,
            shape=[voice.pitch_st, voice.formant_st, voice.level_db, part.clause_s], tokens=tokens, delivery=part.delivery, seed=self.seed)
        cached = self.cache.get(key)
        if cached:
            return *cached, False
        said, problems = speak_checked(engine, words, voice, part.delivery, digest(self.seed, *words))
        take = self._take(said, engine, part, tokens, key)
        self.cache.put(take, problems)
        return take, problems, True

    def _make_recorded(self, part: Part, file: Path) -> Made:
        """A human's take; Piper reads the line beside it, for the times of its words."""
        from audiodream import recorded

        engine = ENGINES["piper"]
        tokens = _for_engine(spell(part.line.text, self._lexicons[part.voice.name]), engine)
        key = address(version=[VERSION, recorded.VERSION, engine.version, engine.address({})], recording=recorded.fingerprint(file),
                      tokens=tokens, level_db=part.delivery.level_db)
        cached = self.cache.get(key)
        if cached:
            return *cached, False
        words = tuple(word for token in tokens for word in token.words)
        said = recorded.utterance(file, engine.speak(words, {}, _BESIDE, 1))
        audio = quantised(said.audio * np.float32(db_to_gain(part.delivery.level_db)))
        take = Take(audio, token_times(said.words, tokens), key)
        self.cache.put(take, ())
        return take, (), True

    def _take(self, said: Utterance, engine: Engine, part: Part, tokens: Spelled, key: str) -> Take:
        """The utterance at the session rate: trimmed, shaped, levelled."""
        voice, delivery = part.voice, part.delivery
        said = with_pauses(said, _pauses_in(tokens, part.clause_s))
        at_rate = trimmed(Utterance(resample(said.audio, said.rate_hz), RATE_HZ, said.words))
        audio = at_rate.audio if len(at_rate.audio) else np.zeros((RATE_HZ * 2 // 5, 1), np.float32)
        pitch_st, span = (voice.pitch_st, 1.0) if engine.follows_pitch else (voice.pitch_st + delivery.pitch_st, delivery.span)
        times = token_times(at_rate.words, tokens)
        stresses = tuple((times[k].start_s, times[k].end_s) for k in stressed(tokens))
        audio = shape(audio, pitch_st, voice.formant_st, span, delivery.manners, stresses, rng(self.seed, "shape", part.line.text))
        gain_db = _levelling_db(audio, voice.engine) + voice.level_db + delivery.level_db
        return Take(quantised(audio * np.float32(db_to_gain(gain_db))), times, key)


def narrate(score: Score, cast: Mapping[str, Voice], moods: Mapping[str, Mood], cache: TakeCache | None, seed: int,
            workers: int = 2, lexicon: Lexicon | None = None, recorded: Mapping[int, Path] | None = None) -> Narration:
    """The narration of a score: cast gives a voice for every speaker's id, the narrator's included; no cache means a temporary one.

    recorded: files of a human's takes, by the number of their line.
    """
    return Narration(parts_of(score, cast, moods), cache, seed, workers, lexicon, recorded)


def _levelling_db(audio: Audio, engine: str) -> float:
    loudness = lufs_of(audio)
    if loudness < -60.0:
        return 0.0
    usual = _USUAL_LUFS.get(engine, loudness)
    return NARRATION_LUFS - (_MEASURED_SHARE * loudness + (1.0 - _MEASURED_SHARE) * min(loudness + 6.0, max(loudness - 6.0, usual)))


def _for_engine(tokens: Spelled, engine: Engine) -> Spelled:
    """Tokens whose sound the lexicon gives become that sound, between double brackets, for an engine that can read it."""
    if not engine.reads_ipa:
        return tokens
    return tuple(replace(token, words=(f"[[{token.ipa}]]{_mark(token.words[-1])}",)) if token.ipa and token.words else token
                 for token in tokens)


def _pauses_in(tokens: Spelled, clause_s: float) -> list[float]:
    """Seconds wanted after each spoken word: a clause's pause after a comma, more after the heavier marks, 0 where there is none."""
    return [clause_s * _PAUSE_SHARES.get(last_mark(word), 0.0) for token in tokens for word in token.words]


def _mark(word: str) -> str:
    """The punctuation behind a word."""
    return word[len(word.rstrip(".,;:!?…—\"'”’)")):]


def stressed(tokens: Spelled) -> list[int]:
    """Tokens that the text lays stress on: in *italics* or _italics_, or in capitals where the line is not all in capitals."""
    shouts = [len(token.written) > 1 and token.written.isupper() and sum(map(str.isalpha, token.written)) > 1 for token in tokens]
    quiet = any(any(map(str.islower, token.written)) for token in tokens)
    italic = [bool(re.match(r"[\"'“‘(]*([*_]{1,3})\w.*\w?\1[\W]*$", token.written)) for token in tokens]
    return [k for k, token in enumerate(tokens) if token.words and (italic[k] or (shouts[k] and quiet and len(token.words) == 1))]


def token_times(words: tuple[tuple[float, float], ...], tokens: Spelled) -> tuple[WordTime, ...]:
    """One time for each token from the times of the words spoken for it; a token without words stands where it would be."""
    out: list[WordTime] = []
    at, ahead = 0, 0.0
    for token in tokens:
        if token.words:
            out.append(WordTime(words[at][0], words[at + len(token.words) - 1][1]))
        else:
            out.append(WordTime(ahead, ahead))
        at, ahead = at + len(token.words), out[-1].end_s
    return tuple(out)
