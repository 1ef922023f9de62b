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
from audiodream.spotting import spot


def score_of(path: Path, moods: Mapping[str, Mood], places: Mapping[str, Place], voices: Mapping[str, Voice]) -> Score:
    """The score of a story file (with the fixes that lie beside it), or the score that a `.toml` file holds.

    Raises StoryError, ScoreError or PresetError.
    """
    if path.suffix.lower() == ".toml":
        return _score_file(path, moods, places, voices)
    text = read(path)
    return spot(text, moods, places, fixes=read_fixes(path, moods, places, STEPS))


def _score_file(path: Path, moods: Mapping[str, Mood], places: Mapping[str, Place], voices: Mapping[str, Voice]) -> Score:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ScoreError(str(path), "there is no such file", "make a score with: audiodream score STORY -o STORY.score.toml") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ScoreError(str(path), f"cannot be read ({error})", "make a score with: audiodream score STORY -o STORY.score.toml") from error
    return read_score(text, str(path), moods=moods, places=places, voices=voices, kinds=KINDS)
