"""Where takes, cues and turns stand in time."""

from __future__ import annotations

import itertools

import numpy as np

from audiodream.score import Beat, Cue, Line, Score
from audiodream.take import Take, WordTime
from audiodream.timeline import CUE_DELAY_FRAMES, HEAD_S, TAIL_S, lay
from audiodream.units import CONTROL_FRAMES, RATE_HZ, s_to_frames


def take(seconds: float, words: int) -> Take:
    step = seconds / max(1, words)
    return Take(np.zeros((s_to_frames(seconds), 1), np.float32), tuple(WordTime(n * step, (n + 1) * step) for n in range(words)))


def story(*texts: str) -> Score:
    return Score("t", tuple(Beat("calm", 0.5, lines=(Line(text, cues=(Cue("bell", 1),)), Line(text))) for text in texts))


def laid(score: Score, seconds: list[float], pause: float = 0.6) -> list:
    lines = [line for beat in score.beats for line in beat.lines]
    takes = iter([take(s, len(line.text.split())) for s, line in zip(seconds, lines, strict=True)])
    return list(lay(score, takes, lambda beat, line: pause))


def test_beats_tile_the_timeline_on_whole_control_points() -> None:
    beats = laid(story("one two three", "four five", "six seven eight nine"), [1.234, 2.1, 0.77, 3.3, 1.01, 2.02])
    assert beats[0].start == 0
    assert all(a.end == b.start for a, b in itertools.pairwise(beats))
    assert all(beat.start % CONTROL_FRAMES == 0 for beat in beats)
    assert [beat.last for beat in beats] == [False, False, True]


def test_the_first_word_waits_for_the_room_and_the_room_outlasts_the_last() -> None:
    beats = laid(story("one two"), [1.0, 1.0])
    assert beats[0].clips[0].start == s_to_frames(HEAD_S)
    assert abs(beats[0].end - beats[0].clips[-1].end - s_to_frames(TAIL_S)) <= CONTROL_FRAMES


def test_a_turn_lies_inside_the_pause_between_two_beats() -> None:
    beats = laid(story("one two", "three four"), [1.0, 1.0, 1.0, 1.0], pause=2.0)
    assert beats[0].clips[-1].end < beats[1].start < beats[1].clips[0].start
    assert abs((beats[1].clips[0].start - beats[0].clips[-1].end) / RATE_HZ - 2.0) < 0.02


def test_a_cue_lands_on_its_word_or_just_after() -> None:
    beat = laid(story("one two three four"), [2.0, 1.0])[0]
    word = beat.clips[0].start + s_to_frames(0.5)
    assert beat.cues[0].frame - word == CUE_DELAY_FRAMES
    assert 0 <= CUE_DELAY_FRAMES <= s_to_frames(0.15)


def test_a_longer_beat_moves_the_later_ones_by_whole_control_points_and_leaves_their_insides() -> None:
    one = laid(story("one two", "three four", "five six"), [1.0, 1.0, 1.1, 1.2, 1.3, 1.4])
    two = laid(story("one two", "three four", "five six"), [1.9, 1.07, 1.1, 1.2, 1.3, 1.4])
    for a, b in zip(one[1:], two[1:], strict=True):
        assert (b.start - a.start) % CONTROL_FRAMES == 0
        assert [clip.start - a.start for clip in a.clips] == [clip.start - b.start for clip in b.clips]
