"""A model takes a second to load, and so does all else that a render imports and reads: they are done side by side. Light to import."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from audiodream.errors import AudiodreamError
from audiodream.priority import step_back
from audiodream.shelves import Shelves, cache_folder


def warm(voice: str, story: Path | None = None, presets: Path | None = None) -> None:
    """Begin to load the model of the voice, unless takes lie in the cache: then it may not be needed at all.

    What goes wrong here goes wrong again, and is told, when the voice is asked to speak.
    """
    if any(cache_folder().glob("**/*.take")):
        return
    threading.Thread(target=_load, args=(voice, Shelves.around(story, presets)), name="warm", daemon=True).start()


def _load(voice: str, shelves: Shelves) -> None:
    step_back()  # what the engine starts here goes on speaking
    from audiodream.engines import ENGINES
    from audiodream.presets_toml import load_voice

    with contextlib.suppress(AudiodreamError):
        found, _ = load_voice(shelves, shelves.find("voices", voice))
        if found is not None:
            ENGINES[found.engine].load(found.settings)
