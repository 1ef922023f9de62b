"""Which lines a human has recorded: WAV files in `takes/` beside the story or the score, each named by the id of its line.

An id is made of the line's words alone, so that a recording stays with its line wherever the line moves, and no longer fits a line whose
words have changed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from audiodream.errors import UsageError
from audiodream.score import Line, Score

FOLDER = "takes"
ENDINGS = (".wav", ".flac", ".aiff", ".aif", ".ogg", ".mp3")
UNREAD = (".m4a", ".aac", ".wma")
"""Sound that people record and that is not read here."""


@dataclass(frozen=True, slots=True)
class Recordings:
    """Which lines are there: the number of a line, counted through the score, to its file. strays: sound files that belong to no line;
    unread: those of a format that is not read."""

    files: Mapping[int, Path]
    strays: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()

    def notes(self) -> list[str]:
        """What to know about what is not heard, in a line each."""
        stray, unread = (", ".join(file.name for file in files[:3]) + (" ..." if len(files) > 3 else "")
                         for files in (self.strays, self.unread))
        told = ((stray, "that belongs to no line", "audiodream takes lists the lines and their ids"),
                (unread, "of a format that is not read", "save it as WAV"))
        return [f"{FOLDER}/ holds sound {what}: {names} ({way_out})" for names, what, way_out in told if names]


def line_ids(lines: Iterable[Line]) -> list[str]:
    """An id for each line: six letters and digits; the second line of the same words has -2 behind, the third -3."""
    seen: dict[str, int] = {}
    out = []
    for line in lines:
        words = " ".join(re.findall(r"\w+", line.text.lower()))
        name = base64.b32encode(hashlib.blake2b(words.encode(), digest_size=4).digest()).decode().lower()[:6]
        seen[name] = seen.get(name, 0) + 1
        out.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return out


def recordings_near(path: Path | None, score: Score) -> Recordings:
    """The recordings beside a story or score file. The id stands first in a file's name, anything may follow behind a blank or a dash.

    UsageError where one line has two files.
    """
    folder = path.resolve().parent / FOLDER if path is not None else None
    if folder is None or not folder.is_dir():
        return Recordings({})
    numbers = {name: k for k, name in enumerate(line_ids(line for beat in score.beats for line in beat.lines))}
    files: dict[int, Path] = {}
    strays, unread = list[Path](), list[Path]()
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() in UNREAD:
            unread.append(file)
        if file.suffix.lower() not in ENDINGS or file.name.startswith("."):
            continue
        found = re.match(r"([a-z2-7]{6})(?![a-z0-9])(-[0-9]+(?![0-9]))?", file.stem.lower())
        name = next((name for name in ((found[0], found[1]) if found else ()) if name in numbers), None)
        if name is None:
            strays.append(file)
        elif numbers[name] in files:
            other = files[numbers[name]].name
            raise UsageError(str(file), f"is the second recording of a line: {other} is there too", "keep one of the two")
        else:
            files[numbers[name]] = file
    return Recordings(files, tuple(strays), tuple(unread))
