"""The canvas: what is laid on it comes off at its frame, summed, whatever the windows."""

import numpy as np
import pytest

from audiodream.canvas import SHEET_FRAMES, Canvas


@pytest.mark.parametrize("window", [1_000, SHEET_FRAMES, SHEET_FRAMES + 7, 3 * SHEET_FRAMES])
def test_sounds_come_off_at_their_frames_and_sum_where_they_overlap(window: int) -> None:
    rng, frames = np.random.default_rng(1), 3 * SHEET_FRAMES
    sounds = [(0, 500), (SHEET_FRAMES - 100, 2 * SHEET_FRAMES), (SHEET_FRAMES + 3, 90)]
    wanted, canvas = np.zeros((frames, 2), np.float32), Canvas()
    for first, length in sounds:
        sound = rng.standard_normal((length, 2)).astype(np.float32)
        wanted[first:first + length] += sound[:frames - first]
        canvas.lay(sound, first)
    read = np.concatenate([canvas.read(min(window, frames - at)) for at in range(0, frames, window)])
    assert np.array_equal(read, wanted)


def test_what_would_lie_in_the_past_is_left_out_and_the_rest_is_heard() -> None:
    canvas = Canvas()
    canvas.read(SHEET_FRAMES + 10)
    canvas.lay(np.ones((100, 2), np.float32), SHEET_FRAMES - 40)
    assert canvas.read(60).sum() == 50 * 2


def test_what_has_been_read_is_let_go() -> None:
    canvas = Canvas()
    canvas.lay(np.ones((10 * SHEET_FRAMES, 2), np.float32), 0)
    canvas.read(9 * SHEET_FRAMES)
    assert len(canvas._sheets) == 1
