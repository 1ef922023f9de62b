"""What stories are read from: one file a format, each with `read(source, name) -> Text`."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

from audiodream.errors import StoryError
from audiodream.files import check_story
from audiodream.readers import markdown, plain
from audiodream.text import Text

READERS: dict[str, Callable[[str, str], Text]] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}
"""By suffix, lower case."""


def read(path: Path) -> Text:
    """The text of a story file, as its format lays it out and not yet repaired. Raises StoryError."""
    check_story(path)
    shown = repr(str(path))
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        if not path.suffix:
            raise StoryError(shown, "has no suffix, so its format is not known", f"these are read: {', '.join(sorted(READERS))}")
        near = get_close_matches(path.suffix.lower(), READERS, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise StoryError(shown, f"no reader for {path.suffix!r} files", f"{hint}save it as .txt or .md")
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise StoryError(shown, "does not exist", _near_file(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoryError(shown, f"cannot be read ({reason})", "check the name and its permissions") from error
    return reader(plain.decoded(raw, shown), path.name)


def _near_file(path: Path) -> str:
    try:
        names = sorted(p.name for p in path.parent.iterdir() if p.suffix.lower() in READERS)
    except OSError:
        return f"there is no folder {str(path.parent)!r}"
    near = get_close_matches(path.name, names, n=1)
    return f"did you mean {near[0]!r}?" if near else "check the name"
