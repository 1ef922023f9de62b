"""Models that lie in a `voices/` and need no preset: a Piper model with its settings, the standard files of Kokoro."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from audiodream.engines.published import GRAPH_FILES, STYLE_FILES
from audiodream.errors import Fault, PresetError
from audiodream.presets import Voice
from audiodream.shelves import Shelves

_GENDERS = {"f": "female", "m": "male"}
_BRITISH = "en-gb-x-rp"
"""As eSpeak NG calls it."""


def dropped(shelves: Shelves) -> Iterator[Voice]:
    """Such voices, from the nearest shelf to the last. They speak when they are named; casting does not choose them, so that a cast stays
    as it was when a file is added. A Piper model without its settings is there too, and so are Kokoro's styles without its graph, so that
    whoever names one is told what is missing.
    PresetError for a file of styles that cannot be read."""
    for folder in shelves.folders("voices"):
        for model in sorted(folder.glob("*.onnx")):
            whole = model.with_name(model.name + ".json").is_file()
            if model.name in GRAPH_FILES and not whole:
                continue
            title = f"{model.stem}, a Piper voice of yours" + ("" if whole else f" whose {model.name}.json is missing")
            yield Voice(model.stem, title, str(model), "piper", {"model": str(model)}, cast=False)
        yield from _of_kokoro(folder)


def _of_kokoro(folder: Path) -> Iterator[Voice]:
    """Every style of the two standard files by its name, af_heart and the rest: the first letter is the language, the second the gender."""
    styles = next((folder / name for name in STYLE_FILES if (folder / name).is_file()), None)
    if styles is None:
        return
    try:
        with zipfile.ZipFile(styles) as tables:
            names = sorted(Path(name).stem for name in tables.namelist())
    except (OSError, zipfile.BadZipFile) as error:
        raise PresetError([Fault(str(styles), 1, f"is damaged or holds no voices of Kokoro ({error}): get the file again")]) from error
    for name in names:
        settings = {"folder": str(folder), "voice": name, **({"language": _BRITISH} if name.startswith("b") else {})}
        gender = _GENDERS.get(name[1:2], "unknown")
        yield Voice(name, f"{name}, a Kokoro voice of yours", str(styles), "kokoro", settings, gender, cast=False)
