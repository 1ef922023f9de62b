"""Draws a render: wave, spectrum, loudness of voice and bed, and the mood of every beat. Needs matplotlib.

    audiodream render STORY -o mix.wav --stems stems --json > report.json
    python docs/picture.py mix.wav stems report.json picture.png
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import matplotlib
import numpy as np
import soundfile
from PIL import Image
from scipy import signal

from audiodream.meter import LoudnessMeter

matplotlib.use("Agg")
import matplotlib.pyplot as plt

COLOURS = {"calm": "#7fb7be", "anticipation": "#d9a441", "wonder": "#8e7cc3", "dread": "#7a4b4b", "panic": "#b3392f", "despair": "#4a5a78",
           "release": "#8fbf8f", "triumph": "#e0c14f", "room-tone": "#999999"}


def momentary(path: Path) -> np.ndarray:
    meter = LoudnessMeter()
    meter.feed(soundfile.read(path, dtype="float32", always_2d=True)[0])
    return meter.momentary_lufs()


def main(mix: Path, stems: Path, report: Path, out: Path) -> None:
    sound, rate = soundfile.read(mix, dtype="float32", always_2d=True)
    beats = json.loads(report.read_text(encoding="utf-8"))["beats"]
    figure, (top, middle, low) = plt.subplots(3, 1, figsize=(14, 7.2), sharex=True, gridspec_kw={"height_ratios": [1, 2.2, 1.5]})
    step = len(sound) // 6000
    rows = sound[:len(sound) // step * step].mean(axis=1).reshape(-1, step)
    at = np.arange(len(rows)) * step / rate
    top.fill_between(at, rows.min(axis=1), rows.max(axis=1), color="#30404f", lw=0)
    top.set_yticks([])
    half = signal.resample_poly(sound.mean(axis=1), 1, 3)
    hz, times, power = signal.spectrogram(half, rate // 3, nperseg=1024, noverlap=512)
    middle.pcolormesh(times, hz / 1000, 10 * np.log10(power + 1e-12), vmin=-105, vmax=-35, cmap="magma", shading="auto", rasterized=True)
    middle.set_ylabel("kHz")
    for name, colour in (("voice", "#30404f"), ("bed", "#c2703d")):
        loud = momentary(stems / f"{name}.wav")
        low.plot(np.arange(len(loud)) * 0.01 + 0.2, loud, lw=0.8, color=colour, label=name)
    low.set_ylim(-70, -5)
    low.set_ylabel("LUFS")
    low.set_xlabel("s")
    low.legend(loc="lower right", ncols=2, frameon=False)
    for beat in beats:
        for axis in (top, low):
            axis.axvspan(beat["start_s"], beat["end_s"], color=COLOURS.get(beat["mood"], "#cccccc"), alpha=0.25, lw=0)
        if beat["end_s"] - beat["start_s"] > 4:
            top.text((beat["start_s"] + beat["end_s"]) / 2, top.get_ylim()[1] * 1.05, beat["mood"], ha="center", fontsize=8, rotation=20)
    low.set_xlim(0, len(sound) / rate)
    figure.tight_layout()
    figure.savefig(out, dpi=75)
    Image.open(out).convert("RGB").quantize(64).save(out, optimize=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
