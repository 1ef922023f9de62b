"""Why a story is read as it is: the words behind each mood, the reason for each speaker, place and cue, and for each sound that is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from audiodream.cues import Candidate
from audiodream.errors import UsageError
from audiodream.fixes import read_fixes
from audiodream.presets import Mood, Place
from audiodream.readers import read
from audiodream.repair import STEPS
from audiodream.spotlight import DROPPED, left_out
from audiodream.spotting import Spotted, spotted

_MOST_EVIDENCE = 12
_MOST_MOODS = 4


def explained(story: Path, moods: Mapping[str, Mood], places: Mapping[str, Place], beat: int | None = None) -> dict[str, Any]:
    """Everything that speaks for the reading of a story file, of all beats or of one (counted from 1). Raises UsageError, StoryError."""
    if story.suffix.lower() == ".toml":
        raise UsageError(str(story), "is a score: what was edited by hand has no reasons", "name the story's own file")
    whole = spotted(read(story), moods, places, fixes=read_fixes(story, moods, places, STEPS), unfit=True)
    count = len(whole.score.beats)
    if beat is not None and not 1 <= beat <= count:
        raise UsageError(f"beat {beat}", f"the story has {count} beat{'s' if count > 1 else ''}", f"name one of 1 .. {count}")
    numbers = range(count) if beat is None else range(beat - 1, beat)
    beats = whole.score.beats
    dropped = {((cue := beats[b].lines[n].cues[c]).kind, cue.at) for b, n, c in left_out(whole.score)[0]}
    return {
        "story": {
            "title": whole.score.title,
            "start": whole.score.start,
            "end": whole.score.end,
            "language": whole.score.language,
            "beats": count,
        },
        "beats": [_beat(whole, n, dropped) for n in numbers],
        "arc": [{"point": p.name, "beat": p.beat + 1, "tension": round(p.tension, 3)} for p in whole.arc.points],
        "repairs": [
            {"start": r.start, "end": r.end, "kind": r.kind, "before": r.before, "after": r.after, "why": r.why}
            for r in whole.score.repairs
        ],
        "notes": list(whole.score.notes),
    }


def _beat(whole: Spotted, number: int, dropped: Collection[tuple[str, int]]) -> dict[str, Any]:
    beat, tag, place = whole.score.beats[number], whole.tags[number], whole.places[number]
    evidence = sorted(tag.evidence, key=lambda e: (-abs(e.weight), e.start, e.what))
    return {
        "beat": number + 1,
        "start": beat.start,
        "end": beat.end,
        "text": whole.story.text.source[beat.start : beat.end].strip(),
        "mood": beat.mood,
        "intensity": beat.intensity,
        "valence": beat.valence,
        "arousal": beat.arousal,
        "margin": tag.margin,
        "posterior": tag.posterior,
        "tension": list(beat.tension),
        "evidence": [
            {"kind": e.kind, "what": e.what, "mood": e.mood, "weight": e.weight, "start": e.start, "end": e.end} for e in evidence
        ],
        "place": place.place,
        "place_why": place.why,
        "quotes": [
            {
                "start": q.start,
                "end": q.end,
                "text": whole.story.text.source[q.start : q.end],
                "speaker": q.speaker,
                "why": q.why or "nobody is named near it",
            }
            for q in whole.score.quotes
            if beat.start <= q.start < beat.end
        ],
        "cues": [
            _cue(one, whole.story.text.offsets[at], dropped)
            for at, b, one in whole.candidates
            if b == number
        ],
    }


def _cue(one: Candidate, at: int, dropped: Collection[tuple[str, int]]) -> dict[str, Any]:
    """sounds: whether it is heard in a render that says nothing of --spots."""
    gone = one.sounds and (one.kind, at) in dropped
    return {
        "cue": one.kind,
        "at": at,
        "phrase": " ".join(one.phrase.split()),
        "sounds": one.sounds and not gone,
        "realis": one.realis,
        "why": f"{DROPPED}; {one.why}" if gone else one.why,
    }


Piece = tuple[str, str]
"""Text, and the name of its colour ("" the terminal's own)."""


def shown(why: Mapping[str, Any]) -> Iterator[Piece]:
    """What `explained` gave, as coloured text for a terminal."""
    yield f"{why['story']['title']}\n", "bright_white"
    for note in why["notes"]:
        yield f"  note: {note}\n", "yellow"
    for repair in why["repairs"]:
        yield f"  repaired at {repair['start']}: ", "yellow"
        yield f"{_short(repair['before'])!r} -> {_short(repair['after'])!r} ({repair['kind']}: {repair['why']})\n", ""
    for beat in why["beats"]:
        yield from _shown_beat(beat)
    yield "\narc  ", "bright_white"
    yield ", ".join(f"{p['point']} at beat {p['beat']} ({p['tension']:.2f})" for p in why["arc"]) + "\n", ""


def _shown_beat(beat: Mapping[str, Any]) -> Iterator[Piece]:
    yield f"\nbeat {beat['beat']}  ", "bright_white"
    yield f"{beat['mood']}", "cyan"
    yield f"  intensity {beat['intensity']:.2f}, valence {beat['valence']:+.2f}, arousal {beat['arousal']:.2f}", ""
    yield f"  [{beat['start']}..{beat['end']}]\n", "bright_black"
    yield f"  {_short(beat['text'], 150)}\n", "bright_black"
    moods = list(beat["posterior"].items())[:_MOST_MOODS]
    yield "  moods   ", "bright_white"
    yield ", ".join(f"{name} {share:.0%}" for name, share in moods) + "\n", ""
    for one in [e for e in beat["evidence"] if abs(e["weight"]) >= 0.01][:_MOST_EVIDENCE]:
        yield f"    {one['weight']:+.2f} {one['mood']:<13}", "green" if one["weight"] > 0 else "red"
        yield f" {one['kind']}: {_short(one['what'], 90)}\n", ""
    if beat["place_why"]:
        yield "  place   ", "bright_white"
        yield f"{beat['place'] or 'none that is known'}", "cyan" if beat["place"] else "yellow"
        yield f"  {beat['place_why']}\n", ""
    for quote in beat["quotes"]:
        yield "  says    ", "bright_white"
        yield f"{quote['speaker'] or 'nobody known'}", "cyan" if quote["speaker"] else "yellow"
        yield f"  {_short(quote['text'], 60)}  ({quote['why']})\n", ""
    for cue in beat["cues"]:
        yield "  sound   " if cue["sounds"] else "  no      ", "green" if cue["sounds"] else "red"
        yield f"{cue['cue']}", "cyan" if cue["sounds"] else ""
        yield f"  {cue['phrase']!r}: {'' if cue['realis'] == 'actual' else cue['realis'] + ', '}{cue['why']}\n", ""


def _short(text: str, most: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
