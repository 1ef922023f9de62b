"""Models that lie in a `voices/` and need no preset: a Piper model with its settings, the standard files of Kokoro."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from audiodream.errors import Fault, PresetError
from audiodream.presets import Voice
from audiodream.shelves import Shelves

_GENDERS = {"f": "female", "m": "male"}
_BRITISH = "en-gb-x-rp"
"""As eSpeak NG calls it."""


def dropped(shelves: Shelves) -> Iterator[Voice]:
    """Such voices, from the nearest shelf to the last. They speak when they are named; casting does not choose them, so that a cast stays
    as it was when a file is added. PresetError for a file of styles that cannot be read."""
    for folder in shelves.folders("voices"):
        for model in sorted(folder.glob("*.onnx")):
            if model.with_name(model.name + ".json").is_file():
                yield Voice(model.stem, f"{model.stem}, a Piper voice of yours", str(model), "piper", {"model": str(model)}, cast=False)
        yield from _of_kokoro(folder)


def _of_kokoro(folder: Path) -> Iterator[Voice]:
    """Every style by its name, af_heart and the rest: the first letter is the language, the second the gender."""
    if not any(folder.glob("*.onnx")):
        return
    from audiodream.engines import kokoro  # it loads numpy, which nobody needs who has no such files

    found = kokoro.standard_files(folder)
    if found is None:
        return
    try:
        with zipfile.ZipFile(found[1]) as tables:
            names = sorted(Path(name).stem for name in tables.namelist())
    except (OSError, zipfile.BadZipFile) as error:
        raise PresetError([Fault(str(found[1]), 1, f"is damaged or holds no voices of Kokoro ({error}): get the file again")]) from error
    for name in names:
        settings = {"folder": str(folder), "voice": name, **({"language": _BRITISH} if name.startswith("b") else {})}
        gender = _GENDERS.get(name[1:2], "unknown")
        yield Voice(name, f"{name}, a Kokoro voice of yours", str(found[1]), "kokoro", settings, gender, cast=False)
