"""Where presets lie, and which file a name means. Nothing heavy: shell completion uses it.

Looked up nearest first: a folder that was named, beside the story, the user's folder, built in. Each level has the same two
folders, `voices/` and `ambience/`.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from audiodream.errors import UsageError

KINDS = {"voices": "voice", "ambience": "mood"}
"""Folder name, and what one of its files is called."""


def user_folder() -> Path:
    """The user's own presets; AUDIODREAM_HOME overrides the platform's place."""
    named = os.environ.get("AUDIODREAM_HOME")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("audiodream", appauthor=False)


def cache_folder() -> Path:
    """Where takes and other things that can be made again are kept; AUDIODREAM_CACHE overrides the platform's place."""
    named = os.environ.get("AUDIODREAM_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("audiodream", appauthor=False)


def built_in(kind: str) -> Path:
    """The folder that ships: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / kind
    return inside if inside.is_dir() else package.parent / kind


def nearest(name: str, names: Iterable[str]) -> str:
    """A "did you mean" clause for a name that is not there, or the list of those that are."""
    known = sorted(names)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else "there are: " + ", ".join(known)


@dataclass(frozen=True, slots=True)
class Shelves:
    """The folders in which presets are looked for, nearest first, built-in ones last."""

    near: tuple[Path, ...] = ()

    @staticmethod
    def around(story: Path | None = None, presets: Path | None = None) -> Shelves:
        """The shelves for a story file and a presets folder that the user named."""
        near = [presets] if presets else []
        if story is not None:
            near.append(story.resolve().parent)
        return Shelves((*near, user_folder()))

    def folders(self, kind: str) -> list[Path]:
        places = [base / kind for base in self.near] + [built_in(kind)]
        seen: list[Path] = []
        for place in places:
            if place.is_dir() and place.resolve() not in seen:
                seen.append(place.resolve())
        return seen

    def names(self, kind: str) -> dict[str, Path]:
        """Every name with the nearest file that bears it, sorted by name."""
        found: dict[str, Path] = {}
        for folder in self.folders(kind):
            for path in sorted(folder.glob("*.toml")):
                found.setdefault(path.stem, path)
        return dict(sorted(found.items()))

    def bearer(self, kind: str, name: str) -> Path | None:
        """The nearest file that bears the name, if there is one."""
        paths = (folder / f"{name}.toml" for folder in self.folders(kind)) if name == Path(name).name else ()
        return next((path for path in paths if os.path.isfile(path)), None)  # noqa: PTH113 - a name that is too long is no error

    def find(self, kind: str, name: str) -> Path:
        found = self.bearer(kind, name)
        if found is None:
            raise UsageError(f"{KINDS[kind]} {name!r}", "there is no such preset", nearest(name, self.names(kind)))
        return found

    def behind(self, kind: str, path: Path) -> Path | None:
        """The file of the same name on the next shelf behind `path`."""
        bearers = [folder / path.name for folder in self.folders(kind) if (folder / path.name).is_file()]
        here = path.resolve()
        if here not in bearers:
            return bearers[0] if bearers else None
        after = bearers[bearers.index(here) + 1:]
        return after[0] if after else None
