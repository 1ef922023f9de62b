"""Rooms measured from their impulse responses; places by level, ratio and colour; manners that leave the words alone."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pytest

from audiodream.audio import Audio
from audiodream.errors import UsageError
from audiodream.filters import filtered, highpass, lowpass
from audiodream.manners import MANNERS, manner
from audiodream.meter import lufs_of
from audiodream.reverberation import REVERB_HZ, reverberation
from audiodream.rooms import room_named
from audiodream.space import ROOMS, direct_db, place
from audiodream.units import RATE_HZ

RINGING = sorted(name for name, room in ROOMS.items() if room.rt60_s >= 0.3 and not room.slap_ms)
STEPS = (1, 2, 3, 4, 5)


def speechlike(seconds: float = 3.0) -> Audio:
    """Noise with the spectrum of speech, in syllables, mono."""
    rng = np.random.default_rng(11)
    frames = round(seconds * RATE_HZ)
    spectrum = np.fft.rfft(rng.standard_normal(frames))
    spectrum /= np.sqrt(np.maximum(np.fft.rfftfreq(frames, 1 / RATE_HZ), 60.0))
    noise = np.fft.irfft(spectrum, frames)
    noise *= (0.5 - 0.5 * np.cos(2 * np.pi * 4.0 * np.arange(frames) / RATE_HZ)) * 0.05 / noise.std()
    return filtered(noise.astype(np.float32)[:, None], highpass(250.0, 4), lowpass(4000.0, 4))


def t20_s(response: npt.NDArray[np.float32], rate_hz: int) -> float:
    """Schroeder's backward integral, the line between -5 and -25 dB, brought to 60 dB."""
    left = np.cumsum(np.sum(response.astype(np.float64) ** 2, axis=1)[::-1])[::-1]
    db = 10.0 * np.log10(left / left[0] + 1e-15)
    first, last = int(np.argmax(db < -5.0)), int(np.argmax(db < -25.0))
    return float(-60.0 / np.polyfit(np.arange(first, last) / rate_hz, db[first:last], 1)[0])


def wet_and_dry(room: str, distance: int) -> tuple[Audio, Audio]:
    sound = speechlike()
    whole, dry = place(sound, room, distance), place(sound, room, distance, wet=0.0)
    wet = whole.copy()
    wet[:len(dry)] -= dry
    return wet, dry


@pytest.mark.parametrize("name", RINGING)
def test_a_room_rings_as_long_as_it_says(name: str) -> None:
    assert t20_s(reverberation(name), REVERB_HZ) == pytest.approx(ROOMS[name].rt60_s, rel=0.1)


@pytest.mark.parametrize("name", RINGING)
def test_direct_sound_stands_over_the_reverberation_as_the_position_says(name: str) -> None:
    if ROOMS[name].muffled_hz:
        pytest.skip("its direct sound is muffled as well, so that the ratio holds only below the corner")
    wet, dry = wet_and_dry(name, 3)
    assert 10 * np.log10(np.sum(dry ** 2) / np.sum(wet ** 2)) == pytest.approx(ROOMS[name].direct_db, abs=1.0)


@pytest.mark.parametrize("name", sorted(set(ROOMS) - {"narrator"}))
def test_every_step_away_takes_at_least_four_db_of_the_ratio(name: str) -> None:
    ratios = np.array([direct_db(ROOMS[name], step) for step in STEPS])
    assert (np.diff(ratios) <= -4.0).all()


def test_the_five_positions_have_their_levels_and_dull_with_distance() -> None:
    sound = speechlike()
    direct = [place(sound, "room", step, wet=0.0) for step in STEPS]
    levels = np.array([lufs_of(d) for d in direct]) - lufs_of(direct[1])
    assert levels[[2, 3]] == pytest.approx([-2.0, -6.0], abs=0.6)
    assert levels[4] == pytest.approx(-10.0, abs=1.2)
    high = [np.sum(filtered(d, highpass(3000.0, 4)) ** 2) / np.sum(d ** 2) for d in direct[1:]]
    assert high == sorted(high, reverse=True)


def test_the_narrator_is_dry() -> None:
    sound = speechlike(1.0)
    placed = place(sound, "narrator", 2)
    assert len(placed) == len(sound)
    assert np.array_equal(placed[:, 0], placed[:, 1])
    assert lufs_of(placed) == pytest.approx(lufs_of(sound), abs=0.3)


def test_the_tail_goes_on_after_the_take_and_dies_away() -> None:
    sound = speechlike(1.0)
    placed = place(sound, "cathedral", 3)
    assert len(placed) > len(sound) + 3 * RATE_HZ
    assert np.sqrt(np.mean(placed[-2400:] ** 2)) < 1e-3 * np.sqrt(np.mean(placed[:RATE_HZ] ** 2))


def test_a_voice_stands_where_it_is_put() -> None:
    sound = speechlike(1.0)
    left, right = (place(sound, "room", 2, position) for position in (-0.3, 0.3))
    balance = [10 * np.log10(np.sum(p[:, 0] ** 2) / np.sum(p[:, 1] ** 2)) for p in (left, right)]
    assert balance[0] > 3.0 and balance[1] < -3.0


def test_a_stereo_sound_keeps_its_width_and_its_loudness() -> None:
    sound = np.concatenate([speechlike(1.0), speechlike(1.0)[::-1]], axis=1)
    placed = place(sound, "narrator", 2)
    assert lufs_of(placed) == pytest.approx(lufs_of(sound), abs=0.3)
    assert abs(np.corrcoef(placed.T)[0, 1]) < 0.3


def test_the_same_place_gives_the_same_samples() -> None:
    sound = speechlike(0.5)
    assert np.array_equal(place(sound, "hall", 4, 0.2), place(sound, "hall", 4, 0.2))


def test_unknown_rooms_and_positions_are_errors_that_name_what_there_is() -> None:
    with pytest.raises(UsageError, match="cathedral"):
        room_named("cathedrall")
    with pytest.raises(UsageError, match="1 \\(touching\\) to 5"):
        place(speechlike(0.1), "hall", 6)


def test_the_reverberation_is_wide_above_and_one_below() -> None:
    ringing = reverberation("hall")
    for cut, low, high in ((lowpass(100.0, 4, REVERB_HZ), 0.9, 1.0), (highpass(400.0, 4, REVERB_HZ), -0.2, 0.5)):
        part = filtered(ringing, cut)
        assert low <= np.corrcoef(part.T)[0, 1] <= high


@pytest.mark.parametrize("name", sorted(MANNERS))
def test_a_manner_is_heard_and_leaves_the_words_on_top(name: str) -> None:
    sound = speechlike(2.0)
    done = manner(sound, ("whisper", name), np.random.default_rng(3))
    assert done.shape[1] == 2 and done.dtype == np.float32 and len(done) >= len(sound)
    words = manner(sound, (), np.random.default_rng(3))
    assert words is sound
    # the part that is not the take itself, found by projecting the take out
    mid = done[:len(sound)].mean(axis=1)
    own = np.dot(mid, sound[:, 0]) / np.dot(sound[:, 0], sound[:, 0]) * sound[:, 0]
    added_db = 10 * np.log10((np.sum((mid - own) ** 2) + np.sum(done[len(sound):] ** 2) / 2) / np.sum(own ** 2))
    assert -22.0 < added_db < (3.0 if name == "distant" else -2.0)
    assert np.array_equal(done, manner(sound, (name,), np.random.default_rng(3)))


def test_an_echo_repeats_each_time_softer() -> None:
    click = np.zeros((4800, 1), np.float32)
    click[:960] = speechlike(1.0)[6000:6960]
    done = manner(click, ("echo",), np.random.default_rng(0))
    power = np.sum(done.astype(np.float64) ** 2, axis=1)
    # repeats are 0.36 to 0.42 s apart, so that each has a stretch of its own
    loud = [10 * np.log10(power[round(i * 0.39 * RATE_HZ) - i * 1500:round(i * 0.39 * RATE_HZ) + i * 1500 + 1500].sum()) for i in range(6)]
    assert all(a - b > 3.0 for a, b in itertools.pairwise(loud))
    assert loud[0] - loud[1] < 16.0
