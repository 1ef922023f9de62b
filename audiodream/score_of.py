"""A file becomes a score, whatever it is: a story is read and spotted, a score is read back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from audiodream.cue_words import KINDS
from audiodream.errors import ScoreError
from audiodream.fixes import read_fixes
from audiodream.presets import Mood, Place, Voice
from audiodream.readers import read
from audiodream.repair import STEPS
from audiodream.score import Score
from audiodream.score_reading import read_score
from audiodream.score_toml import write_score
from audiodream.store import Store, address, program

LIMIT_BYTES = 256 << 20


def score_of(path: Path, moods: Mapping[str, Mood], places: Mapping[str, Place], voices: Mapping[str, Voice],
             store: Store | None = None) -> Score:
    """The score of a story file (with the fixes that lie beside it), or the score that a `.toml` file holds.

    store: where readings are kept; a story is read again only when its text, the fixes, or what the presets say of how a story reads
    has changed. Raises StoryError, ScoreError or PresetError.
    """
    if path.suffix.lower() == ".toml":
        return _score_file(path, moods, places, voices)
    text, fixes = read(path), read_fixes(path, moods, places, STEPS)
    key = address(program=program(), text=text, fixes=fixes, places={name: place.words for name, place in places.items()},
                  moods={name: (mood.words, mood.examples, mood.valence, mood.arousal) for name, mood in moods.items()})
    kept = store.get(key) if store else None
    if kept is not None:
        return read_score(bytes(kept).decode(), str(path), moods=moods, places=places, voices=voices, kinds=KINDS)
    # imported only now: what is found in the store needs neither the reader's code nor its model
    from audiodream.spotting import spot

    score = spot(text, moods, places, fixes=fixes)
    if store:
        store.put(key, [write_score(score).encode()])
    return score


def readings() -> Store:
    """Where readings are kept."""
    return Store("readings", LIMIT_BYTES)


def _score_file(path: Path, moods: Mapping[str, Mood], places: Mapping[str, Place], voices: Mapping[str, Voice]) -> Score:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ScoreError(str(path), "there is no such file", "make a score with: audiodream score STORY -o STORY.score.toml") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ScoreError(str(path), f"cannot be read ({error})", "make a score with: audiodream score STORY -o STORY.score.toml") from error
    return read_score(text, str(path), moods=moods, places=places, voices=voices, kinds=KINDS)
