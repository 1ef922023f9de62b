"""Reads a score from TOML and checks all of it: every fault at once, with its line."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from audiodream.cue_rules import rules
from audiodream.cue_words import KINDS
from audiodream.errors import Fault, PresetError, ScoreError
from audiodream.score import NARRATOR, Beat, Character, Cue, Line, Quote, Repair, Score
from audiodream.score_words import bare, indexes_of
from audiodream.shelves import nearest
from audiodream.toml_lines import IndexPath, indexed_lines

GAPS = ("clause", "sentence", "paragraph", "scene", "chapter", "reveal")
GENDERS = ("female", "male", "they", "group", "unknown")
AGES = ("child", "adult", "old", "")
_KEYS = {
    "score": "title source language span notes character beat reading",
    "character": "id names gender age manners voice",
    "beat": "mood intensity valence arousal tension place chapter span line",
    "line": "text speaker quote manners gap cues span",
    "cue": "kind on nth phrase at",
    "reading": "repairs quotes extra",
    "repair": "kind span before after why",
    "quote": "span speaker why",
}
Table = dict[str, Any]


def read_score(
    text: str,
    path: str,
    *,
    moods: Collection[str] | None = None,
    places: Collection[str] | None = None,
    voices: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
) -> Score:
    """The score that `write_score` or a person wrote.

    Names are held against moods, places, voices and cue kinds where these are given (kinds: else against those that the reading
    knows). Raises PresetError with every fault, ScoreError where there is no beat or nothing to speak.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        line = int(where[1]) if where else text.count("\n") + 1
        raise PresetError([Fault(path, line, f"is not valid TOML: {error}")]) from error
    known = {"mood": moods, "place": places, "voice": voices, "cue": (*KINDS, "silence") if kinds is None else kinds}
    reader = _Reader(path, indexed_lines(text), known)
    score = reader.score(data)
    if reader.faults:
        raise PresetError(sorted(reader.faults, key=lambda fault: fault.line))
    if not score.beats:
        raise ScoreError(path, "holds no beat", "write at least one [[beat]] with a [[beat.line]] in it")
    if not any(any(c.isalnum() for c in line.text) for beat in score.beats for line in beat.lines):
        raise ScoreError(path, "holds nothing to speak", "write a [[beat.line]] with a text")
    return score


@dataclass
class _Reader:
    path: str
    lines: dict[IndexPath, int]
    known: dict[str, Collection[str] | None]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, at: IndexPath, what: str) -> None:
        line = next((self.lines[at[:n]] for n in range(len(at), 0, -1) if at[:n] in self.lines), 1)
        self.faults.append(Fault(self.path, line, what))

    def score(self, data: Table) -> Score:
        self.keys(data, "score", ())
        start, end = self.span(data, ()) if "span" in data else (0, 0)
        characters = tuple(self.character(t, ("character", n)) for n, t in self.tables(data, "character", ()))
        ids = [c.id for c in characters]
        self._ids = {name.casefold(): c.id for c in reversed(characters) for name in (*c.names, c.id)}
        for n, name in enumerate(ids):
            if name in ids[:n] or name == NARRATOR:
                self.fault(("character", n, "id"), f"there are two characters {name!r}")
        beats = tuple(self.beat(t, ("beat", n), ids) for n, t in self.tables(data, "beat", ()))
        self.order([(("beat", n), b.start, b.end) for n, b in enumerate(beats)], "beat")
        for n, beat in enumerate(beats):
            self.order([(("beat", n, "line", k), x.start, x.end) for k, x in enumerate(beat.lines)], "line", (beat.start, beat.end))
        reading = self.table(data, "reading", ())
        self.keys(reading, "reading", ("reading",))
        return Score(
            title=self.text(data, "title", ()),
            beats=beats,
            characters=characters,
            notes=self.texts(data, "notes", ()),
            quotes=tuple(self.quote(t, ("reading", "quotes")) for _, t in self.tables(reading, "quotes", ("reading",))),
            repairs=tuple(self.repair(t, ("reading", "repairs")) for _, t in self.tables(reading, "repairs", ("reading",))),
            language=self.text(data, "language", (), "en"),
            source=self.text(data, "source", ()),
            start=start,
            end=end,
            extra={k: self.text(extra, k, ("reading", "extra")) for extra in [self.table(reading, "extra", ("reading",))] for k in extra},
        )

    def character(self, table: Table, at: IndexPath) -> Character:
        self.keys(table, "character", at)
        name = self.text(table, "id", at)
        if not name:
            self.fault(at, "a character needs an id")
        return Character(
            name,
            self.texts(table, "names", at),
            self.among(table, "gender", at, GENDERS, "unknown"),
            self.among(table, "age", at, AGES, ""),
            self.texts(table, "manners", at),
            self.among(table, "voice", at, self.known["voice"], ""),
        )

    def beat(self, table: Table, at: IndexPath, ids: Iterable[str]) -> Beat:
        self.keys(table, "beat", at)
        if "mood" not in table:
            self.fault(at, "a beat needs a mood")
        tension = self.numbers(table, "tension", at, 3)
        start, end = self.span(table, at)
        lines = tuple(self.line(t, (*at, "line", n), [*ids, NARRATOR]) for n, t in self.tables(table, "line", at))
        return Beat(
            self.among(table, "mood", at, self.known["mood"], ""),
            self.number(table, "intensity", at, 0.0, 0.5),
            self.number(table, "valence", at, -1.0, 0.0),
            self.number(table, "arousal", at, 0.0, 0.0),
            (tension[0], tension[1], tension[2]),
            self.among(table, "place", at, self.known["place"], ""),
            self.text(table, "chapter", at),
            start,
            end,
            lines,
        )

    def line(self, table: Table, at: IndexPath, ids: Collection[str]) -> Line:
        self.keys(table, "line", at)
        words = self.text(table, "text", at)
        if not words.strip():
            self.fault(at, "a line needs a text")
        start, end = self.span(table, at)
        quote = table.get("quote", False)
        if not isinstance(quote, bool):
            self.fault((*at, "quote"), f"quote must be true or false, not {quote!r}")
        where = indexes_of(words) if table.get("cues") else {}
        cues = tuple(c for _, t in self.tables(table, "cues", at) if (c := self.cue(t, (*at, "cues"), words, where)) is not None)
        return Line(
            words,
            self.among(self._by_id(table), "speaker", at, ids, NARRATOR),
            start,
            end,
            self.texts(table, "manners", at),
            self.among(table, "gap", at, GAPS, "sentence"),
            quote is True,
            cues,
        )

    def _by_id(self, table: Table) -> Table:
        """The line with its speaker's id where it has one of the names."""
        speaker = table.get("speaker")
        return {**table, "speaker": self._ids.get(speaker.casefold(), speaker)} if isinstance(speaker, str) else table

    def cue(self, table: Table, at: IndexPath, words: str, where: dict[tuple[str, int], int]) -> Cue | None:
        self.keys(table, "cue", at)
        kind, on = self.cue_kind(table, at), self.text(table, "on", at)
        nth, place = self.whole(table, "nth", at, 1), self.whole(table, "at", at, -1)
        if "kind" not in table or not on:
            self.fault(at, 'a cue needs a kind and the word it is on: { kind = "bell", on = "rings" }')
            return None
        word = where.get((bare(on).casefold(), nth))
        if word is None:
            more = f" {nth} times" if nth > 1 and (bare(on).casefold(), 1) in where else ""
            self.fault(at, f"cue {kind!r} is on {on!r}, which is not in the line{more}; {nearest(on, words.split())}")
            return None
        return Cue(kind, word, place, self.text(table, "phrase", at, on))

    def cue_kind(self, table: Table, at: IndexPath) -> str:
        """The kind of a cue; of one that is unknown it is told under which kind the reading would cue that word."""
        got, names = self.text(table, "kind", at), self.known["cue"]
        if "kind" in table and names is not None and got not in names:
            words = (got.lower(), got.lower().removesuffix("s"), *re.split(r"[\s_-]+", got.lower()))
            kinds = [form.rule.kind for word in words for form in rules().get(word, ()) if form.rule.kind in names]
            hint = f"{got!r} is cued as {kinds[0]!r}" if kinds else nearest(got, names)
            self.fault((*at, "kind"), f"kind {got!r} is not known; {hint}")
        return got

    def quote(self, table: Table, at: IndexPath) -> Quote:
        self.keys(table, "quote", at)
        return Quote(*self.span(table, at), self.text(table, "speaker", at) if "speaker" in table else None, self.text(table, "why", at))

    def repair(self, table: Table, at: IndexPath) -> Repair:
        self.keys(table, "repair", at)
        return Repair(*self.span(table, at), *(self.text(table, key, at) for key in ("kind", "before", "after", "why")))

    def order(self, spans: list[tuple[IndexPath, int, int]], what: str, within: tuple[int, int] = (-1, -1)) -> None:
        """Spans rise and do not overlap, and lie within that of the whole; what has none is passed over."""
        before: tuple[int, int] | None = None
        for at, start, end in spans:
            if (start, end) == (-1, -1):
                continue
            if end < start or start < 0:
                self.fault((*at, "span"), f"the span [{start}, {end}] runs backward")
            elif before is not None and start < before[1]:
                self.fault((*at, "span"), f"the span [{start}, {end}] overlaps that of the {what} before, [{before[0]}, {before[1]}]")
            elif within != (-1, -1) and (start < within[0] or end > within[1]):
                self.fault((*at, "span"), f"the span [{start}, {end}] lies outside its beat's, [{within[0]}, {within[1]}]")
            before = (start, end)

    def keys(self, table: Table, kind: str, at: IndexPath) -> None:
        allowed = _KEYS[kind].split()
        for key in table:
            if key not in allowed:
                self.fault((*at, key), f"unknown key {key!r} in a {kind}; {nearest(key, allowed)}")

    def tables(self, table: Table, key: str, at: IndexPath) -> list[tuple[int, Table]]:
        raw = table.get(key, [])
        if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
            return list(enumerate(raw))
        self.fault((*at, key), f"{key} must be a list of tables")
        return []

    def table(self, table: Table, key: str, at: IndexPath) -> Table:
        raw = table.get(key, {})
        if isinstance(raw, dict):
            return raw
        self.fault((*at, key), f"{key} must be a table")
        return {}

    def text(self, table: Table, key: str, at: IndexPath, default: str = "") -> str:
        raw = table.get(key, default)
        if isinstance(raw, str):
            return raw
        self.fault((*at, key), f"{key} must be text in quotes, not {raw!r}")
        return default

    def among(self, table: Table, key: str, at: IndexPath, names: Collection[str] | None, default: str) -> str:
        got = self.text(table, key, at, default)
        if key in table and got and names is not None and got not in names:
            self.fault((*at, key), f"{key} {got!r} is not known; {nearest(got, names)}")
        return got

    def texts(self, table: Table, key: str, at: IndexPath) -> tuple[str, ...]:
        raw = table.get(key, [])
        if isinstance(raw, list) and all(isinstance(one, str) for one in raw):
            return tuple(raw)
        self.fault((*at, key), f"{key} must be a list of texts, not {raw!r}")
        return ()

    def whole(self, table: Table, key: str, at: IndexPath, default: int) -> int:
        raw = table.get(key, default)
        if isinstance(raw, int) and not isinstance(raw, bool):
            return raw
        self.fault((*at, key), f"{key} must be a whole number, not {raw!r}")
        return default

    def number(self, table: Table, key: str, at: IndexPath, low: float, default: float) -> float:
        raw = table.get(key, default)
        if not isinstance(raw, (int, float)) or isinstance(raw, bool) or not math.isfinite(raw):
            self.fault((*at, key), f"{key} must be a number, not {raw!r}")
            return default
        if not low <= raw <= 1.0:
            self.fault((*at, key), f"{key} = {raw:g} is outside {low:g} .. 1")
            return default
        return float(raw)

    def numbers(self, table: Table, key: str, at: IndexPath, count: int) -> tuple[float, ...]:
        raw = table.get(key, [0.0] * count)
        if not isinstance(raw, list) or len(raw) != count:
            self.fault((*at, key), f"{key} must be a list of {count} numbers, not {raw!r}")
            return (0.0,) * count
        return tuple(self.number({key: one}, key, at, 0.0, 0.0) for one in raw)

    def span(self, table: Table, at: IndexPath) -> tuple[int, int]:
        raw = table.get("span", [-1, -1])
        if isinstance(raw, list) and len(raw) == 2 and all(isinstance(one, int) and not isinstance(one, bool) for one in raw):
            return raw[0], raw[1]
        self.fault((*at, "span"), f"span must be two whole numbers, not {raw!r}")
        return -1, -1
