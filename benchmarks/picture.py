"""Draws a render: its wave, its spectrum, and how loud the voice and the bed are, over its moods. The picture of the README.

    python -m benchmarks.picture [STORY] [--out docs/NAME.png]

Needs matplotlib and Pillow. The story is rendered with its stems into a temporary folder.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import numpy.typing as npt
import soundfile
from PIL import Image
from scipy import signal

import audiodream
from audiodream import sliding
from audiodream.meter import PowerMeter, power_to_lufs
from audiodream.units import RATE_HZ

matplotlib.use("Agg")

from matplotlib import pyplot as plt

ROOT = Path(__file__).parents[1]
COLOURS = {"anticipation": "#f4e4c8", "room-tone": "#e2e2e2", "wonder": "#dcd9ee", "dread": "#d8cccb", "panic": "#e8c5c0",
           "despair": "#c9ced8", "calm": "#dae9ea", "release": "#dfe9dc", "triumph": "#f6eccb"}
OTHER = "#eeeeee"
TOP_HZ, LOWEST_LUFS, HIGHEST_LUFS = 8000, -70.0, -5.0
MOMENT_S = 0.4
COLOURS_OF_PICTURE = 96


def momentary_lufs(sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Loudness over 0.4 s (BS.1770), a value for each hop of the meter."""
    powers = PowerMeter().feed(sound)
    hop_s = len(sound) / RATE_HZ / len(powers)
    return np.maximum(power_to_lufs(sliding.mean(powers, round(MOMENT_S / hop_s) // 2)), LOWEST_LUFS - 5.0)


def drawn(beats: list[dict[str, Any]], mix: npt.NDArray[np.float32], stems: dict[str, npt.NDArray[np.float32]]) -> plt.Figure:
    """Three panels, one below the other, over the length of the mix."""
    seconds = len(mix) / RATE_HZ
    figure, (wave, spectrum, loudness) = plt.subplots(3, 1, figsize=(10.5, 5.4), sharex=True, height_ratios=(2, 4.4, 3), layout="tight")
    mono = mix.mean(axis=1)
    rows = mono[:len(mono) // 480 * 480].reshape(-1, 480)
    wave.fill_between(np.arange(len(rows)) / 100.0, rows.min(axis=1), rows.max(axis=1), color="#46525c", linewidth=0)
    wave.set(yticks=[], ylim=(-1, 1), xlim=(0, seconds))
    hz, at_s, power = signal.spectrogram(mono, RATE_HZ, nperseg=2048, noverlap=1024)
    shown = 10.0 * np.log10(power[hz <= TOP_HZ] + 1e-14)
    spectrum.imshow(shown, origin="lower", aspect="auto", cmap="inferno", extent=(at_s[0], at_s[-1], 0.0, TOP_HZ / 1000.0),
                    vmin=-105.0, vmax=-35.0)
    spectrum.set_ylabel("kHz")
    for (name, stem), colour in zip(stems.items(), ("#2f3a44", "#e0463a"), strict=True):
        curve = momentary_lufs(stem)
        loudness.plot(np.linspace(0.0, seconds, len(curve)), curve, color=colour, linewidth=0.8, label=name)
    loudness.set(ylim=(LOWEST_LUFS, HIGHEST_LUFS), ylabel="LUFS", xlabel="s")
    loudness.legend(loc="lower right", ncols=2, frameon=False)
    for number, beat in enumerate(beats):
        end_s = beats[number + 1]["start_s"] if number + 1 < len(beats) else seconds
        for panel in (wave, loudness):
            panel.axvspan(beat["start_s"], end_s, color=COLOURS.get(beat["mood"], OTHER), linewidth=0, zorder=0)
        if end_s - beat["start_s"] > 0.03 * seconds:
            wave.text((beat["start_s"] + end_s) / 2, 1.1, beat["mood"], rotation=15, ha="center", va="bottom", fontsize=8)
    return figure


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("story", nargs="?", type=Path, default=ROOT / "stories" / "the-last-rehearsal.txt")
    options.add_argument("--out", type=Path, help="docs/NAME.png of the story without this")
    given = options.parse_args()
    out = given.out or ROOT / "docs" / f"{given.story.stem}.png"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        report = audiodream.render(given.story, folder / "mix.wav", audiodream.Settings(stems=folder / "stems"))
        mix, voice, bed = (soundfile.read(folder / name, dtype="float32", always_2d=True)[0]
                           for name in ("mix.wav", "stems/voice.wav", "stems/bed.wav"))
        figure = drawn(report.beats, mix, {"voice": voice, "bed": bed})
        figure.savefig(folder / "whole.png", dpi=100)
        Image.open(folder / "whole.png").convert("RGB").quantize(COLOURS_OF_PICTURE).save(out, optimize=True)
    print(out)


if __name__ == "__main__":
    main()
