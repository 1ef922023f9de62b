"""The ceiling holds, the target is met, and stems sum to the mix."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from audiodream.master import Gauge, Master, Rough, limiter_gain, near_peak
from audiodream.meter import true_peak_dbtp
from audiodream.targets import TARGETS
from audiodream.units import db_to_gain


def speech_like(seconds: float, seed: int, level: float) -> np.ndarray:
    rng = np.random.default_rng(seed)
    frames = round(seconds * 48_000)
    envelope = np.maximum(0, np.sin(np.arange(frames) / 6000.0)) ** 3
    return (np.tanh(rng.standard_normal((frames, 2))) * envelope[:, None] * level).astype(np.float32)


def mastered(tmp_path: Path, target: str, *stems: np.ndarray) -> tuple[list[np.ndarray], list[list[np.ndarray]]]:
    rough, gauge = Rough(tmp_path / "rough", len(stems)), Gauge(near_peak(TARGETS[target]))
    gauge.feed(sum(stems[1:], stems[0]))
    rough.append(*stems)
    steps = list(Master(rough, TARGETS[target], gauge).steps())
    rough.close()
    return [step[-1] for step in steps], [step[:-1] for step in steps]


@pytest.mark.parametrize("target", ["podcast", "broadcast", "speech-stream"])
def test_the_target_is_met_and_the_ceiling_holds(tmp_path: Path, target: str) -> None:
    mix, _ = mastered(tmp_path, target, speech_like(23, 1, 0.08))
    gauge = Gauge()
    gauge.feed(np.concatenate(mix))
    assert gauge.measured().integrated_lufs == pytest.approx(TARGETS[target].lufs, abs=0.1)
    assert true_peak_dbtp(np.concatenate(mix)) <= TARGETS[target].ceiling_dbtp


def test_acx_is_met_by_rms(tmp_path: Path) -> None:
    mix, _ = mastered(tmp_path, "acx", speech_like(12, 1, 0.05))
    gauge = Gauge()
    gauge.feed(np.concatenate(mix))
    assert gauge.measured().rms_dbfs == pytest.approx(-20.0, abs=0.2)
    assert gauge.measured().true_peak_dbtp <= -3.0


def test_stems_sum_to_the_mix_through_the_limiter(tmp_path: Path) -> None:
    stems = [speech_like(11, seed, level) for seed, level in ((1, 0.2), (2, 0.02), (3, 0.05))]
    mix, parts = mastered(tmp_path, "podcast", *stems)
    error = np.abs(np.concatenate(mix) - np.concatenate([sum(step[1:], step[0]) for step in parts])).max()
    assert 20 * np.log10(max(error, 1e-12)) < -120


def test_keeping_stems_changes_no_sample_of_the_mix(tmp_path: Path) -> None:
    stems = [speech_like(7, seed, 0.1) for seed in (1, 2, 3)]
    kept, _ = mastered(tmp_path, "podcast", *stems)
    alone, _ = mastered(tmp_path, "podcast", stems[0] + stems[1] + stems[2])
    assert np.array_equal(np.concatenate(kept), np.concatenate(alone))


def test_the_limiter_leaves_what_is_under_the_ceiling_alone() -> None:
    assert np.all(limiter_gain(speech_like(1, 1, 0.01), 0.9) == 1.0)


def test_the_limiter_does_not_move_faster_than_a_fade() -> None:
    sound = np.zeros((48_000, 2), np.float32)
    sound[24_000] = 4.0
    gain = limiter_gain(sound, db_to_gain(-1.0))
    assert np.abs(np.diff(gain)).max() < 1e-3
