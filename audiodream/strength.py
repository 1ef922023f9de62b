"""How strong a bed is at every moment: the story's tension sets its level, tension and the beat's intensity turn its knobs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audiodream.audio import Curve, control_points
from audiodream.presets import Layer
from audiodream.timeline import PlacedBeat
from audiodream.units import CONTROL_FRAMES

NOMINAL_LUFS = -23.0
"""What a texture or effect has by contract."""
LEAN_DB, LEAN_LIMIT_DB, MIDDLE_TENSION = 14.0, 4.0, 0.35
"""What happens is as loud as its kind says at the middle tension, and leans by so much for a whole step of it."""
LEAST_FADE = 0.3
"""A sound that ends by itself is held against the fade of its bed no further than this."""


@dataclass(frozen=True, slots=True)
class Strength:
    """Control curves over a stretch of a beat, 0..1: the story's tension, what the knobs follow, and the arousal."""

    tension: Curve
    intensity: Curve
    arousal: Curve


def strength(placed: PlacedBeat, first: int, frames: int) -> Strength:
    """Of a stretch that begins at an absolute frame.

    The level follows the tension alone, so that the whole story has one arc whatever its moods are called; knobs follow the middle
    between the tension and the beat's own intensity. A score that gives no tension has the intensity for both.
    """
    beat = placed.beat
    low, mid, high = beat.tension if any(beat.tension) else (beat.intensity,) * 3
    points = (first + np.arange(control_points(frames)) * CONTROL_FRAMES - placed.start) / max(1, placed.frames)
    tension = np.interp(points, [0.0, 0.5, 1.0], [low, mid, high])
    bent = tension - mid
    return Strength(*(np.clip(curve, 0.0, 1.0).astype(np.float32)
                      for curve in (tension, (tension + beat.intensity + bent) / 2.0, beat.arousal + bent)))


def leaning_db(placed: PlacedBeat, frame: int) -> float:
    """How much louder a sound that happens is where the story is tense, and softer where it rests; 0 where no tension is given."""
    if not any(placed.beat.tension):
        return 0.0
    at = (frame - placed.start) / max(1, placed.frames)
    leaning = LEAN_DB * (float(np.interp(at, [0.0, 0.5, 1.0], placed.beat.tension)) - MIDDLE_TENSION)
    return round(min(LEAN_LIMIT_DB, max(-LEAN_LIMIT_DB, leaning)), 2)


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
    """The gain of each layer such that all together stand at `level_lufs`, each one's share as its `level_db` says."""
    shares = []
    for layer in layers:
        db = layer.level_db[0] + (layer.level_db[1] - layer.level_db[0]) * intensity
        gate = _smoothstep(intensity, *layer.gate) if layer.gate != (0.0, 0.0) else np.ones_like(intensity)
        shares.append(10.0 ** (db / 20.0) * gate)
    whole = np.sqrt(np.maximum(sum(share**2 for share in shares), 1e-6)) if shares else np.ones_like(intensity)
    gain = 10.0 ** ((level_lufs - NOMINAL_LUFS) / 20.0) / whole
    return [(share * gain).astype(np.float32) for share in shares]
