"""A score as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Collection
from io import StringIO
from typing import Any

from audiodream.score import Beat, Cue, Line, Score
from audiodream.spotlight import DROPPED, At, left_out


def to_json(score: Score) -> str:
    """The reading of a story as JSON text (see docs); offsets are characters of the source's decoded text."""
    out = StringIO()
    for piece in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(to_dict(score)):
        out.write(piece)  # all pieces of a long score at once would take ten times its room
    return out.getvalue()


def to_dict(score: Score) -> dict[str, Any]:
    """The same as plain objects."""
    dropped = left_out(score)[0]
    return {
        "story": {"start": score.start, "end": score.end, "title": score.title, "source": score.source, "language": score.language},
        "beats": [_beat(beat, number, dropped) for number, beat in enumerate(score.beats)],
        "characters": [
            {"id": c.id, "names": list(c.names), "gender": c.gender, "age": c.age, "manners": list(c.manners), "voice": c.voice}
            for c in score.characters
        ],
        "quotes": [{"start": q.start, "end": q.end, "speaker": q.speaker, "why": q.why} for q in score.quotes],
        "repairs": [
            {"start": r.start, "end": r.end, "kind": r.kind, "before": r.before, "after": r.after, "why": r.why} for r in score.repairs
        ],
        "notes": list(score.notes),
    }


def _beat(beat: Beat, number: int, dropped: Collection[At]) -> dict[str, Any]:
    return {
        "start": beat.start, "end": beat.end, "mood": beat.mood, "intensity": beat.intensity, "valence": beat.valence,
        "arousal": beat.arousal, "tension": list(beat.tension), "place": beat.place, "chapter": beat.chapter,
        "lines": [_line(line) for line in beat.lines],
        "cues": [{**_cue(line, cue, n), **({"left_out": DROPPED} if (number, n, c) in dropped else {})}
                 for n, line in enumerate(beat.lines) for c, cue in enumerate(line.cues)],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "start": line.start, "end": line.end, "speaker": line.speaker, "text": line.text, "manners": list(line.manners),
        "gap": line.gap, "quote": line.quote,
    }


def _cue(line: Line, cue: Cue, number: int) -> dict[str, Any]:
    return {"at": cue.at, "cue": cue.kind, "phrase": cue.phrase or line.text.split()[cue.word], "line": number, "word": cue.word}
