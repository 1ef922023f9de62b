"""A score as TOML: written for people, read back without loss. `score_reading` reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audiodream.score import NARRATOR, Beat, Character, Cue, Line, Quote, Repair, Score
from audiodream.score_reading import read_score
from audiodream.score_words import names_of

__all__ = ["read_score", "write_score"]

_HEADER = """\
# The plan of a drama. Edit it and render this file; `--update` keeps your edits when the story's text changes.
#
# mood       a preset's name (`audiodream moods list`); intensity 0 .. 1 is how much of it
# place      where it plays; leave it out where that does not matter
# tension    the story's tension at the start, the middle and the end of the beat, 0 .. 1
# speaker    a character's id; left out: the narrator.   manners   how it is spoken, such as ["whisper"]
# gap        the pause after a line: "clause", "sentence" (left out), "paragraph", "scene", "chapter" or "reveal"
# cues       sounds on a word: { kind = "applause", on = "erupts" }; nth = 2 for the second such word of the line
# span, at   where it stands in the story's file; lines that you write yourself have none
"""


def write_score(score: Score) -> str:
    """The score as TOML text; `read_score` gives the same score again."""
    return "\n".join(_score(score)) + "\n"


def _score(score: Score) -> Iterator[str]:
    yield _HEADER
    yield f"title = {text(score.title)}"
    if score.source:
        yield f"source = {text(score.source)}"
    if score.language != "en":
        yield f"language = {text(score.language)}"
    yield f"span = [{score.start}, {score.end}]"
    if score.notes:
        yield f"notes = {texts(score.notes)}"
    for character in score.characters:
        yield from _character(character)
    for number, beat in enumerate(score.beats, 1):
        yield from _beat(beat, number)
    yield from _reading(score)


def _character(character: Character) -> Iterator[str]:
    yield "\n[[character]]"
    yield f"id = {text(character.id)}"
    if character.names:
        yield f"names = {texts(character.names)}"
    if character.gender != "unknown":
        yield f"gender = {text(character.gender)}"
    if character.age:
        yield f"age = {text(character.age)}"
    if character.manners:
        yield f"manners = {texts(character.manners)}"
    if character.voice:
        yield f"voice = {text(character.voice)}"


def _beat(beat: Beat, number: int) -> Iterator[str]:
    yield f"\n\n[[beat]]   # {number}"
    yield f"mood = {text(beat.mood)}"
    yield f"intensity = {beat.intensity!r}"
    if beat.valence:
        yield f"valence = {beat.valence!r}"
    if beat.arousal:
        yield f"arousal = {beat.arousal!r}"
    if any(beat.tension):
        yield f"tension = [{', '.join(map(repr, beat.tension))}]"
    if beat.place:
        yield f"place = {text(beat.place)}"
    if beat.chapter:
        yield f"chapter = {text(beat.chapter)}"
    yield from _span(beat.start, beat.end)
    for line in beat.lines:
        yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    yield "\n[[beat.line]]"
    yield f"text = {text(line.text)}"
    if line.speaker != NARRATOR:
        yield f"speaker = {text(line.speaker)}"
    if line.quote:
        yield "quote = true"
    if line.manners:
        yield f"manners = {texts(line.manners)}"
    if line.gap != "sentence":
        yield f"gap = {text(line.gap)}"
    if line.cues:
        names = names_of(line.text)
        yield "cues = [" + ", ".join(_cue(cue, *names[cue.word]) for cue in line.cues) + "]"
    yield from _span(line.start, line.end)


def _cue(cue: Cue, on: str, nth: int) -> str:
    parts = [f"kind = {text(cue.kind)}", f"on = {text(on)}"]
    if nth > 1:
        parts.append(f"nth = {nth}")
    if cue.phrase and cue.phrase != on:
        parts.append(f"phrase = {text(cue.phrase)}")
    elif not cue.phrase:
        parts.append('phrase = ""')
    if cue.at != -1:
        parts.append(f"at = {cue.at}")
    return "{ " + ", ".join(parts) + " }"


def _span(start: int, end: int) -> Iterator[str]:
    if (start, end) != (-1, -1):
        yield f"span = [{start}, {end}]"


def _reading(score: Score) -> Iterator[str]:
    if not (score.quotes or score.repairs or score.extra):
        return
    yield "\n\n# What the reading found, for you to look at. Nothing below changes what is heard."
    yield "[reading]"
    yield from _table("repairs", [_repair(one) for one in score.repairs])
    yield from _table("quotes", [_quote(one) for one in score.quotes])
    if score.extra:
        yield "\n[reading.extra]"
        for key, value in score.extra.items():
            yield f"{text(key)} = {text(value)}"


def _table(name: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield f"{name} = ["
        yield from (f"  {row}," for row in rows)
        yield "]"


def _repair(one: Repair) -> str:
    return (f"{{ kind = {text(one.kind)}, span = [{one.start}, {one.end}], before = {text(one.before)}, after = {text(one.after)}, "
            f"why = {text(one.why)} }}")


def _quote(one: Quote) -> str:
    speaker = "" if one.speaker is None else f", speaker = {text(one.speaker)}"
    why = f", why = {text(one.why)}" if one.why else ""
    return f"{{ span = [{one.start}, {one.end}]{speaker}{why} }}"


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def text(value: str) -> str:
    """A TOML basic string; what could end a line or hide is escaped."""
    return '"' + "".join(_ESCAPES.get(c) or (c if _plain(c) else f"\\U{ord(c):08X}") for c in value) + '"'


def _plain(c: str) -> bool:
    return c == " " or (c.isprintable() and not c.isspace()) or c in "\u200d\ufe0f"


def texts(values: Sequence[str]) -> str:
    return "[" + ", ".join(map(text, values)) + "]"
