"""How strong a bed is at every moment: the story's tension sets its level, tension and the beat's intensity turn its knobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audiodream.audio import Curve, control_points
from audiodream.presets import Layer
from audiodream.score import Beat
from audiodream.textures import TEXTURES
from audiodream.timeline import PlacedBeat
from audiodream.units import CONTROL_FRAMES

NOMINAL_LUFS = -23.0
"""What a texture or effect has by contract."""
Span = tuple[float, float]
"""The tensions at which a story's beds take the lowest and the highest of their levels."""
QUIET, TENSE = 0.22, 0.50
"""A story's span reaches at least from the one to the other: one that is calm throughout stays below, one that never rests above."""
UNTOLD: Span = (0.0, 1.0)
LEAN_DB = 5.0
"""What happens is so much softer where the story is quietest, and so much louder where it is tensest."""
LEAST_FADE = 0.3
"""A sound that ends by itself is held against the fade of its bed no further than this."""


@dataclass(frozen=True, slots=True)
class Strength:
    """Control curves over a stretch of a beat, 0..1: the share of its range of levels that a bed takes, what the knobs follow, and the
    arousal."""

    loudness: Curve
    intensity: Curve
    arousal: Curve


def span_of(beats: Sequence[Beat]) -> Span:
    """What the tension of a story spans, so that its own arc is heard, whatever part of the scale it moves in; `UNTOLD` without one."""
    told = [tension for beat in beats if any(beat.tension) for tension in beat.tension]
    return (min(QUIET, *told), max(TENSE, *told)) if told else UNTOLD


def _share(tension: npt.ArrayLike, span: Span) -> npt.NDArray[np.float64]:
    return np.clip((np.asarray(tension, np.float64) - span[0]) / (span[1] - span[0]), 0.0, 1.0)


def strength(placed: PlacedBeat, first: int, frames: int, span: Span = UNTOLD) -> Strength:
    """Of a stretch that begins at an absolute frame.

    The level follows the tension alone, so that the whole story has one arc whatever its moods are called; knobs follow the middle
    between that and the beat's own intensity. A score that gives no tension has the intensity for both.
    """
    beat = placed.beat
    low, mid, high = beat.tension if any(beat.tension) else (beat.intensity,) * 3
    points = (first + np.arange(control_points(frames)) * CONTROL_FRAMES - placed.start) / max(1, placed.frames)
    tension = np.interp(points, [0.0, 0.5, 1.0], [low, mid, high])
    loudness = _share(tension, span)
    bent = loudness - _share(mid, span)
    return Strength(*(np.clip(curve, 0.0, 1.0).astype(np.float32)
                      for curve in (loudness, (loudness + beat.intensity + bent) / 2.0, beat.arousal + tension - mid)))


def leaning_db(placed: PlacedBeat, frame: int, span: Span = (QUIET, TENSE)) -> float:
    """How much louder a sound that happens is where the story is tense, and softer where it rests; 0 where no tension is given."""
    if not any(placed.beat.tension):
        return 0.0
    at = (frame - placed.start) / max(1, placed.frames)
    share = _share(np.interp([at], [0.0, 0.5, 1.0], placed.beat.tension), span)
    return round(LEAN_DB * (2.0 * float(share[0]) - 1.0), 2)


def fade_out_curve(frames: int, fade_out: int, silent_out: int, turn: int) -> Curve:
    """The fade that a bed will have at its end, up to its turn: a sound that is aimed at the turn is made up for it.

    Without that a riser, which falls by itself, would be turned down before it peaks.
    """
    at = np.arange(control_points(frames)) * CONTROL_FRAMES
    left = np.clip((frames - silent_out - at) / max(1, fade_out), 0.0, 1.0)
    fade = np.maximum(np.sin(left * np.pi / 2), LEAST_FADE)
    return np.asarray(np.where(at <= turn, fade, fade[min(len(fade) - 1, turn // CONTROL_FRAMES)]), np.float32)


def _smoothstep(x: Curve, low: float, high: float) -> Curve:
    t = np.clip((x - low) / max(high - low, 1e-6), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), np.float32)


def layer_gains(layers: tuple[Layer, ...], level_lufs: Curve, intensity: Curve) -> list[Curve]:
    """The gain of each layer such that all together stand at `level_lufs`, each one's share as its `level_db` says.

    What ends itself is heard near its turn only, and comes on top of the others.
    """
    shares = []
    for layer in layers:
        db = layer.level_db[0] + (layer.level_db[1] - layer.level_db[0]) * intensity
        gate = _smoothstep(intensity, *layer.gate) if layer.gate != (0.0, 0.0) else np.ones_like(intensity)
        shares.append(10.0 ** (db / 20.0) * gate)
    lasting = [share**2 for share, layer in zip(shares, layers, strict=True) if not TEXTURES[layer.texture].ends_itself]
    whole = np.sqrt(np.maximum(sum(lasting), 1e-6)) if lasting else np.ones_like(intensity)
    gain = 10.0 ** ((level_lufs - NOMINAL_LUFS) / 20.0) / whole
    return [(share * gain).astype(np.float32) for share in shares]
