"""`--update`: the user's edits of a score stay when the story is read again, even where its text has changed around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from audiodream.as_read import (
    BEAT_FIELDS,
    CHARACTER_FIELDS,
    KEY,
    LINE_FIELDS,
    AsRead,
    digest,
    found_in,
    of_beat,
    of_character,
    of_line,
    paired,
)
from audiodream.rewording import on_new_words, reworded
from audiodream.score import Beat, Character, Cue, Line, Score

_TEXT, _CUES = LINE_FIELDS.index("text"), LINE_FIELDS.index("cues")
_NOTHING: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Old:
    """A line of the old reading. line: what the user made of it, None where it was taken out; before: lines that the user put before it."""

    digests: tuple[str, ...]
    beat: int
    line: Line | None
    kept_beat: int
    after: tuple[Line, ...] = ()


def keep(kept: Score, fresh: Score) -> Score:
    """The fresh reading with everything that was edited in `kept`: what differs there from what was read into it.

    A score that does not know what was read into it (one written by hand) counts as edited throughout. A line that was reworded keeps
    its edits, and so does its beat; so does one whose text was edited too, where it is clear which it is. Edits of what
    is gone from the text are dropped, and a note says so.
    """
    read = found_in(kept)
    old, first = _old_lines(kept, read)
    lines = [(b, line) for b, beat in enumerate(fresh.beats) for line in beat.lines]
    pairs = _with_reworded(paired([one.digests[_TEXT] for one in old], [digest(line.text) for _, line in lines]), old, lines)
    matched: list[_Old | None] = [None] * len(lines)
    for before, now in pairs:
        matched[now] = old[before]
    edited = _edited_beats(kept, read, old)
    groups = _groups([b for b, _ in lines], matched, edited)
    whose = [_whose([(lines[n][1], matched[n]) for n in group]) for group in groups]
    beats: list[Beat] = []
    for group, one in zip(groups, whose, strict=True):
        beats.append(_beat(fresh, kept, read, [(lines[n], matched[n]) for n in group], one, () if beats else first))
    notes = [*fresh.notes, *_lost(kept, old, pairs, lines, {key: edited[key] for key in edited if key not in whose})]
    speakers = {line.speaker for beat in beats for line in beat.lines}
    characters = _characters(kept, fresh, read, speakers)
    notes += _unheard(kept, read, characters)
    extra = {**kept.extra, **fresh.extra}
    if KEY not in fresh.extra:
        extra.pop(KEY, None)
    return replace(fresh, beats=tuple(_tiled(fresh, [b for b in beats if b.lines])), characters=characters, notes=tuple(notes), extra=extra)


def _old_lines(kept: Score, read: AsRead | None) -> tuple[list[_Old], tuple[Line, ...]]:
    """What was read, line by line, with what the user made of it; and the lines that the user wrote before all of them."""
    present = [(b, line) for b, beat in enumerate(kept.beats) for line in beat.lines]
    if read is None:
        return [
            _Old(tuple("" if n != _TEXT else digest(line.text) for n in range(len(LINE_FIELDS))), -1, line, b) for b, line in present
        ], ()
    was = [(b, row) for b, rows in enumerate(read.lines) for row in rows]
    pairs = paired([row[_TEXT] for _, row in was], [digest(line.text) for _, line in present], rewritten=True)
    found = dict(pairs)
    taken = {now for _, now in pairs}
    old: list[_Old] = []
    first: list[Line] = []
    own: dict[int, list[Line]] = {}
    at_line = {now: before for before, now in pairs}
    last = -1
    for n, (_, written) in enumerate(present):
        if n in taken:
            last = at_line[n]
        elif last < 0:
            first.append(written)
        else:
            own.setdefault(last, []).append(written)
    beat = 0
    for n, (b, row) in enumerate(was):
        line: Line | None = present[found[n]][1] if n in found else None
        beat = present[found[n]][0] if n in found else beat
        old.append(_Old(row, b, line, beat, tuple(own.get(n, ()))))
    return old, tuple(first)


def _edited(old: _Old) -> bool:
    return old.line is None or bool(old.after) or (old.digests != of_line(old.line) and any(old.digests[:_TEXT] + old.digests[_TEXT + 1 :]))


def _with_reworded(pairs: list[tuple[int, int]], old: Sequence[_Old], lines: Sequence[tuple[int, Line]]) -> list[tuple[int, int]]:
    """The pairs, and between them lines that say the same in other words; those whose text the user wrote where that is clear."""
    made: list[tuple[int, int]] = []
    a = b = 0
    for end_a, end_b in (*pairs, (len(old), len(lines))):
        was = [one.line for one in old[a:end_a]]
        own = {n for n, one in enumerate(old[a:end_a]) if one.line is not None and digest(one.line.text) != one.digests[_TEXT]}
        made += [(a + x, b + y) for x, y in reworded(was, [line for _, line in lines[b:end_b]], own)]
        made.append((end_a, end_b))
        a, b = end_a + 1, end_b + 1
    return made[:-1]


def _edited_beats(kept: Score, read: AsRead | None, old: Sequence[_Old]) -> dict[tuple[int, int], tuple[str, ...]]:
    """The fields that the user changed, by the beat as it is now and as it was read."""
    changed: dict[tuple[int, int], tuple[str, ...]] = {}
    for key in sorted({(one.kept_beat, one.beat) for one in old if one.line is not None}):
        fields = _changed(kept, read, *key)
        if fields and read is not None:
            changed[key] = fields
    return changed


def _changed(kept: Score, read: AsRead | None, mine: int, was: int) -> tuple[str, ...]:
    digests = read.beats[was] if read is not None and was >= 0 else _NOTHING
    now = of_beat(kept.beats[mine])
    return tuple(name for n, name in enumerate(BEAT_FIELDS) if not digests or digests[n] != now[n])


def _whose(lines: Sequence[tuple[Line, _Old | None]]) -> tuple[int, int] | None:
    """Of which beat, as it is in the kept score and as it was read, most of the text is; None where all is new."""
    weights: Counter[tuple[int, int]] = Counter()
    for line, old in lines:
        if old is not None:
            weights[(old.kept_beat, old.beat)] += len(line.text)
    return max(sorted(weights), key=lambda key: weights[key]) if weights else None


def _lost(
    kept: Score, old: Sequence[_Old], pairs: Sequence[tuple[int, int]], lines: Sequence[tuple[int, Line]],
    beats: Mapping[tuple[int, int], tuple[str, ...]],
) -> list[str]:
    """What to say of edits that could not be kept. beats: the edited ones that are gone."""
    notes = []
    gone = {n for n, one in enumerate(old) if _edited(one)} - {before for before, _ in pairs}
    if gone:
        what = "1 edited line is" if len(gone) == 1 else f"{len(gone)} edited lines are"
        notes.append(f"{what} no longer in the story's text: those edits were dropped")
    for (mine, _), fields in beats.items():
        begins = " ".join(kept.beats[mine].lines[0].text.split()[:6])
        what = ", ".join(fields)
        notes.append(f"the beat that began {begins!r} is no longer in the story's text; what was edited of it was dropped: {what}")
    for before, now in pairs:
        edited, new = old[before].line, lines[now][1]
        if edited is not None and _worded(edited, old[before].digests) and digest(new.text) != old[before].digests[_TEXT]:
            notes.append(f"the story says {' '.join(new.text.split()[:6])!r} in other words now; your wording of that line is kept")
        elif edited is not None and _cues_edited(edited, old[before].digests) and digest(new.text) != old[before].digests[_TEXT]:
            off = len(edited.cues) - len(on_new_words(edited.cues, edited.text, new.text))
            if off:
                notes.append(f"{off} of the cues of {' '.join(edited.text.split()[:6])!r} were on words that are gone: they were dropped")
    return notes


def _unheard(kept: Score, read: AsRead | None, characters: Sequence[Character]) -> list[str]:
    """What to say of characters that were edited and speak no more."""
    rows = {row[0]: row for row in read.characters} if read is not None else {}
    here = {one.id for one in characters}
    gone = [one.id for one in kept.characters if one.id not in here and rows.get(digest(one.id)) not in (None, of_character(one))]
    return [f"the character {who!r} speaks no more: what was edited of it was dropped" for who in gone]


def _worded(edited: Line, digests: tuple[str, ...]) -> bool:
    """Whether the user wrote the line's text."""
    return digests[_TEXT] not in ("", digest(edited.text))


def _cues_edited(edited: Line, digests: tuple[str, ...]) -> bool:
    return of_line(edited)[_CUES] != digests[_CUES]


def _groups(
    beats: Sequence[int], matched: Sequence[_Old | None], edited: Mapping[tuple[int, int], tuple[str, ...]]
) -> list[list[int]]:
    """The lines of each beat: as freshly read, but where the user split or joined beats, or edited one of two, as the user has it."""
    groups: list[list[int]] = []
    for n in range(len(beats)):
        a, b = (matched[n - 1], matched[n]) if n else (None, None)
        edge = not n or beats[n] != beats[n - 1]
        if a is not None and b is not None and b.line is not None and a.line is not None:
            users = b.kept_beat != a.kept_beat
            either = (a.kept_beat, a.beat) in edited or (b.kept_beat, b.beat) in edited
            if users != (b.beat != a.beat) or a.beat < 0 or (users and either):
                edge = users
        if edge:
            groups.append([])
        groups[-1].append(n)
    return groups


def _beat(
    fresh: Score, kept: Score, read: AsRead | None, lines: Sequence[tuple[tuple[int, Line], _Old | None]], whose: tuple[int, int] | None,
    first: tuple[Line, ...],
) -> Beat:
    """One beat: its lines merged, its fields as read afresh but for those that were edited."""
    base = fresh.beats[lines[0][0][0]]
    made: list[Line] = list(first)
    for (_, line), old in lines:
        if old is None:
            made.append(line)
            continue
        if old.line is not None:
            made.append(_line(line, old.line, old.digests))
        made += old.after
    changed: dict[str, Any] = {}
    if whose is not None:
        changed = {name: getattr(kept.beats[whose[0]], name) for name in _changed(kept, read, *whose)}
    return replace(base, lines=tuple(made), **changed)


def _line(fresh: Line, edited: Line, digests: tuple[str, ...]) -> Line:
    """The line as read afresh, but for the fields that were edited; cues go with the text that they are on."""
    now = of_line(edited)
    changed: dict[str, Any] = {name: getattr(edited, name) for n, name in enumerate(LINE_FIELDS) if digests[n] != now[n]}
    if digests[_TEXT] not in ("", digest(fresh.text)):
        if "text" in changed:
            changed["cues"] = tuple(replace(cue, at=-1) for cue in edited.cues)
        elif "cues" in changed:
            changed["cues"] = on_new_words(edited.cues, edited.text, fresh.text)
    elif "text" in changed or "cues" in changed:
        changed["cues"] = tuple(_moved(cue, fresh.start - edited.start if edited.start >= 0 else None) for cue in edited.cues)
    return replace(fresh, **changed)


def _moved(cue: Cue, by: int | None) -> Cue:
    return cue if cue.at < 0 else replace(cue, at=-1 if by is None else cue.at + by)


def _characters(kept: Score, fresh: Score, read: AsRead | None, speakers: set[str]) -> tuple[Character, ...]:
    """The characters as read afresh, with what was edited of each; those of the user's own stay while somebody speaks as them."""
    was = {row[0]: row for row in read.characters} if read is not None else {}
    mine = {one.id: one for one in kept.characters}
    made = []
    for one in fresh.characters:
        edited = mine.pop(one.id, None)
        if edited is not None:
            now, row = of_character(edited), was.get(digest(one.id), _NOTHING)
            one = replace(one, **{name: getattr(edited, name) for n, name in enumerate(CHARACTER_FIELDS) if not row or row[n] != now[n]})
        made.append(one)
    made += [one for one in mine.values() if one.id in speakers or digest(one.id) not in was]
    return tuple(made)


def _tiled(fresh: Score, beats: Sequence[Beat]) -> list[Beat]:
    """The beats with spans that tile the story."""
    starts = [next((line.start for line in beat.lines if line.start >= 0), -1) for beat in beats]
    made = []
    at = fresh.start
    for n, beat in enumerate(beats):
        end = next((s for s in starts[n + 1 :] if s >= 0), fresh.end)
        if starts[n] < 0:
            made.append(replace(beat, start=-1, end=-1))
        else:
            made.append(replace(beat, start=at, end=end))
            at = end
    return made
