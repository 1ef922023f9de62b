"""Measures every texture and effect, draws them, and writes docs/sounds.md: what each one measures, and what it looks like.

    python -m benchmarks.sounds [--only NAME ...]

Takes some minutes; needs matplotlib and Pillow. With --only it prints the rows of the sounds named and writes nothing.
"""

from __future__ import annotations

import argparse
import io
import time
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image
from scipy import signal
from threadpoolctl import threadpool_limits

from audiodream.audio import Audio, control_points
from audiodream.effects import EFFECTS
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.units import RATE_HZ
from benchmarks import hearing as h
from benchmarks.acceptance import EFFECT_TESTS, ROOT_HZ, TEXTURE_TESTS, Criterion, effect, woven
from benchmarks.page import between

matplotlib.use("Agg")
import matplotlib.pyplot as plt

DOCS = Path(__file__).resolve().parents[1] / "docs"
COLUMNS, SHEETS = 6, 2
LOW = {"sub", "heartbeat"}
HEAD = """# Sounds

Made by `python -m benchmarks.sounds`; do not edit. Every texture (`textures/`) and every effect (`effects/`) with what it measures and what
must hold of it. Levels: a texture has -23 LUFS at intensity 0.5, so that `level_db` in a preset means the same for all (sub and heartbeat,
to which a loudness meter is nearly deaf: -20 dB RMS; the riser: -20 LUFS in its loudest 400 ms); an effect's loudest 400 ms have -23 LUFS,
unless its peak would then pass -4 dBFS. Whether a sound is heard as what it imitates is another question: [likeness.md](likeness.md).

"""
TEXTURE_HEAD = """## Textures

A minute at seed 1, root 110 Hz. *Level*: integrated loudness at intensity 0, 0.5 and 1. *Steady*: deviation of the loudness of single
seconds. *Mono*: what a mono sum loses. *L/R*: correlation of the sides above and below 120 Hz (- where hardly anything sounds there).
*Speed*: times real time, one core, CPU time.

| texture | level, LUFS | steady, dB | mono, dB | L/R above, below | centroid, Hz | speed |
|---|---|---|---|---|---|---|
"""
EFFECT_HEAD = """## Effects

Seed 1, root 110 Hz. *Loudest*: of 400 ms. *Speed*: times real time, one core, CPU time.

| cue | length, s | loudest, LUFS | peak, dBFS | mono, dB | L/R above, below | centroid, Hz | speed |
|---|---|---|---|---|---|---|---|
"""


def _correlations(sound: Audio) -> str:
    return ", ".join("-" if c is None else f"{c:.2f}" for c in (h.correlation(sound, above=True), h.correlation(sound, above=False)))


def texture_row(name: str) -> str:
    level = h.rms_db if name in LOW else h.loudest if name == "riser" else h.integrated
    begun = time.process_time()
    sound = woven(name, 60.0)
    speed = 60.0 / (time.process_time() - begun)
    low, high = (level(woven(name, 60.0, i)) for i in (0.0, 1.0))
    return (f"| {name} | {low:.1f}, **{level(sound):.1f}**, {high:.1f} | {h.level_sd_db()(sound):.1f} | {h.mono_loss_db(sound):.1f} | "
            f"{_correlations(sound)} | {h.centroid_hz(sound):.0f} | {speed:.0f} |")


def effect_row(kind: str) -> str:
    effect(kind)
    begun = time.process_time()
    sound = EFFECTS[kind].sound(np.random.default_rng(1), ROOT_HZ)
    seconds = len(sound) / RATE_HZ
    speed = seconds / max(time.process_time() - begun, 1e-4)
    return (f"| {kind} | {seconds:.1f} | {h.loudest(sound):.1f} | {h.peak_db(sound):.1f} | {h.mono_loss_db(sound):.1f} | "
            f"{_correlations(sound)} | {h.centroid_hz(sound):.0f} | {speed:.0f} |")


def own_rows(name: str, sound: Audio, criteria: tuple[Criterion, ...]) -> list[str]:
    rows = []
    for one in criteria:
        value = one.value(sound)
        met = "yes" if one.low <= value <= one.high else "**no**"
        rows.append(f"| {name} | {one.label} | {value:.3g} | {one.bounds()} | {met} |")
    return rows


# --- pictures --------------------------------------------------------------------------------------------------------------------

def pictured(name: str) -> tuple[Audio, float]:
    """A texture as its intensity rises from 0 to 1 in twelve seconds, with a turn at ten; and where the turn is."""
    frames, turn_s = 12 * RATE_HZ, 10.0
    rising = np.linspace(0.0, 1.0, control_points(frames)).astype(np.float32)
    course = Course(frames, rising, rising, ROOT_HZ, round(turn_s * RATE_HZ), np.random.default_rng(1))
    return TEXTURES[name]().stream(course).read(frames), turn_s


def spectrogram(sound: Audio, rows: int = 110, columns: int = 230) -> np.ndarray:
    """dB over log frequency (40 Hz to 16 kHz, lowest row first) and time; long windows below 500 Hz, short ones above."""
    mono = sound.mean(axis=1)
    hz = np.geomspace(40.0, 16_000.0, rows)
    at = np.linspace(0, len(mono) / RATE_HZ, columns)
    out = np.full((rows, columns), -120.0)
    for size, part in ((8192, hz < 500.0), (2048, (hz >= 500.0) & (hz < 2500.0)), (1024, hz >= 2500.0)):
        padded = np.pad(mono, (size // 2, max(size // 2, 2 * size - len(mono))))
        f, t, p = signal.spectrogram(padded, RATE_HZ, nperseg=size, noverlap=size * 3 // 4, scaling="density")
        db = 10 * np.log10(p + 1e-14)
        across = np.array([np.interp(at, t - size / 2 / RATE_HZ, line) for line in db])
        out[part] = np.array([np.interp(hz[part], f, column) for column in across.T]).T
    # pink noise is even in this picture
    return out + 10 * np.log10(hz / 1000.0)[:, None]


def sheet(panels: list[tuple[str, Audio, float | None]], path: Path) -> None:
    """Spectrograms side by side in few colours."""
    rows = -(-len(panels) // COLUMNS)
    figure, axes = plt.subplots(rows, COLUMNS, figsize=(2.3 * COLUMNS, 1.45 * rows), squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for (name, sound, turn_s), axis in zip(panels, axes.flat, strict=False):
        db = spectrogram(sound)
        top = float(np.percentile(db, 99.7))
        axis.axis("on")
        axis.imshow(db, origin="lower", aspect="auto", cmap="magma", vmin=top - 60.0, vmax=top,
                    extent=(0.0, len(sound) / RATE_HZ, np.log2(40.0), np.log2(16_000.0)), interpolation="nearest")
        axis.set_yticks(np.log2([100.0, 1000.0, 10_000.0]), ["100", "1k", "10k"])
        axis.tick_params(labelsize=5.5, length=2, pad=1)
        axis.set_title(name, fontsize=8, pad=2)
        if turn_s is not None:
            axis.axvline(turn_s, color="white", lw=0.4, ls=":")
    figure.tight_layout(pad=0.3, h_pad=0.5, w_pad=0.4)
    drawn = io.BytesIO()
    figure.savefig(drawn, dpi=100)
    plt.close(figure)
    Image.open(drawn).convert("RGB").quantize(48, dither=Image.Dither.NONE).save(path, optimize=True)


def pictures() -> list[tuple[str, str]]:
    """Draws all sheets; gives file names and what is on them."""
    textures = [(name, *pictured(name)) for name in sorted(TEXTURES)]
    effects = [(kind, effect(kind), None) for kind in sorted(EFFECTS)]
    made = []
    for what, panels in (("textures", textures), ("effects", effects)):
        size = -(-len(panels) // SHEETS)
        for number, first in enumerate(range(0, len(panels), size), 1):
            part = panels[first:first + size]
            name = f"sounds-{what}-{number}.png"
            sheet(part, DOCS / name)
            made.append((name, f"{what} {part[0][0]} to {part[-1][0]}"))
    return made


PICTURE_HEAD = """## Pictures

Spectrograms, 40 Hz to 16 kHz, 60 dB from dark to light, +3 dB an octave (pink noise would be even). A texture is shown for twelve seconds
while its intensity and the arousal rise from 0 to 1, with a turn of the story at ten (dotted).

"""


UNDER = ("Measured on two cores with nothing else to do, on a machine whose own speed wanders by more than two: read each figure beside "
         "the others of its table. A hundred times real time is the aim, and is missed.")
MEASURED = """## Ten minutes of every mood

By `python -m benchmarks.lasting --page`. Every mood's bed alone for ten minutes, held at the middle (and, for *follows*, rising for two
and a half from nothing to all). *Level*: median of its 3 s loudness, and in brackets what the preset means. *5..95 %*: how far that
loudness spreads while the bed is held. *Follows*: rank correlation of loudness and strength as it rises. *Clicks*: leaps of the band
above 12.5 kHz over twelve times their surroundings, in the bed as a preview writes it, 10 dB louder than in a drama. *Course* and *wave*:
the greatest correlation of 24 stretches of 8 s with any other stretch of the ten minutes, by the loudness of twenty bands and by the
whitened wave; a minute that is looped has 1.00 for both (last row). Panic is the most alike to itself: its glide comes past the same
octave every ten seconds, which is what a glide without an end is.

{lasting}

## Whether the bed follows the story

By `python -m benchmarks.arcs --page`. Rank correlation (Spearman) of the score's tension with the short-term loudness and the roughness
of the bed, every second and every other second of the mix under a voice of tones; at least 0.6 is asked. The shuffles give every beat the
mood, strength and tension of another: what follows the story must not follow any.

{arcs}

## Speed

By `python -m benchmarks.speed --page --peers PYTHON`: the whole way but the speech, for ten minutes of a story whose beats are repeated;
the others as they come from the registry, each alone in an environment of its own. {under}

{speed}

"""
SECTIONS = ("lasting", "arcs", "speed")


def measured() -> str:
    """What other benchmarks have put into the page stays in it."""
    kept = {name: (f"<!-- {name}: begin -->", f"<!-- {name}: end -->") for name in SECTIONS}
    return MEASURED.format(under=UNDER, **{name: "\n".join([begin, between(DOCS / "sounds.md", begin, end), end])
                                           for name, (begin, end) in kept.items()})


def document() -> str:
    parts = [HEAD, TEXTURE_HEAD + "\n".join(map(texture_row, sorted(TEXTURES))), EFFECT_HEAD + "\n".join(map(effect_row, sorted(EFFECTS)))]
    own = ["## What must hold of each\n\nBounds are the source's where one is named in the class, else our own.\n",
           "| sound | what is measured | is | must be | met |", "|---|---|---|---|---|"]
    for name in sorted(TEXTURES):
        own += own_rows(name, woven(name, 60.0), TEXTURE_TESTS[name])
    for kind in sorted(EFFECTS):
        own += own_rows(kind, effect(kind), EFFECT_TESTS[kind])
    parts.append("\n".join(own))
    parts.append(measured())
    parts.append(PICTURE_HEAD + "\n\n".join(f"![{about}]({name})" for name, about in pictures()))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--only", nargs="*", default=[], help="textures or cue kinds to print")
    only = options.parse_args().only
    threadpool_limits(1, "blas")
    if not only:
        (DOCS / "sounds.md").write_text(document(), encoding="utf-8")
    for name in only:
        if name in TEXTURES:
            print(texture_row(name), *own_rows(name, woven(name, 60.0), TEXTURE_TESTS[name]), sep="\n")
        if name in EFFECTS:
            print(effect_row(name), *own_rows(name, effect(name), EFFECT_TESTS[name]), sep="\n")


if __name__ == "__main__":
    main()
