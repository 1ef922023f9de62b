"""A workshop: another process that makes what it is asked for, and fails out loud."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from audiodream.audio import Audio
from audiodream.errors import AudiodreamError, Fault, PresetError, VoiceError
from audiodream.kept import kept, kept_whole
from audiodream.looms import FEW, Looms
from audiodream.store import Store
from audiodream.workshop import Workshop

PATIENCE_S = 20.0


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    one = Workshop()
    yield one
    one.close()


def counted(end: int) -> Iterator[tuple[int, int]]:
    return ((n, os.getpid()) for n in range(end))


def noise(frames: int) -> Iterator[Audio]:
    rng = np.random.default_rng(frames)
    for first in range(0, frames, 3000):
        yield (rng.standard_normal((min(3000, frames - first), 2)) * 0.1).astype(np.float32)


def whole(frames: int) -> Audio:
    return np.concatenate(list(noise(frames)))


def torn() -> None:
    raise VoiceError("the crowd", "has no voice", "install it")


def test_it_is_another_process(workshop: Workshop) -> None:
    assert workshop.make(os.getpid) != os.getpid()


def test_it_goes_on_where_it_was(workshop: Workshop) -> None:
    (one, first), (other, others) = (workshop.begin(partial(counted, end), 3) for end in (5, 2))
    rest = workshop.go_on(one, 3)
    assert [n for n, _ in first + rest] == [*range(5)] and [n for n, _ in others] == [0, 1]
    assert len({process for _, process in first + rest + others}) == 1
    assert workshop.go_on(one, 3) == workshop.go_on(other, 3) == []


def test_what_goes_wrong_there_is_told_here_and_it_goes_on(workshop: Workshop) -> None:
    with pytest.raises(VoiceError, match="the crowd: has no voice; install it") as caught:
        workshop.make(torn)
    assert caught.value.way_out == "install it"
    with pytest.raises(ZeroDivisionError):
        workshop.make(partial(divmod, 1, 0))
    assert workshop.make(partial(abs, -3)) == 3


def test_what_is_printed_is_no_answer(workshop: Workshop) -> None:
    assert workshop.make(partial(print, "a library greets")) is None
    assert workshop.make(partial(os.write, 1, b"from below")) == 10
    assert workshop.make(partial(abs, -3)) == 3


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_is_for_who_asks(workshop: Workshop) -> None:
    os.kill(workshop.make(os.getpid), signal.SIGINT)
    assert workshop.make(partial(abs, -3)) == 3


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_one_that_ends_is_told() -> None:
    one = Workshop()
    os.kill(one.make(os.getpid), signal.SIGKILL)
    with pytest.raises(AudiodreamError, match="second process that makes sound: has ended"):
        one.make(os.getpid)
    one.close()


def test_it_ends_when_nobody_can_ask_any_more() -> None:
    one = Workshop()
    one.opened()
    process = one._process
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(PATIENCE_S) == 0
    one.close()


def test_errors_come_whole_out_of_another_process(workshop: Workshop) -> None:
    error = workshop.make(partial(PresetError, [Fault("a.toml", 3, "no such knob")]))
    assert str(error) == "a.toml:3: no such knob"


def test_looms_with_workshops_weave_the_same(tmp_path: Path) -> None:
    lengths = [3000 * FEW * 2 + 17 * n for n in range(9)]
    with Looms(2, apart=True) as looms:
        beds = [kept(Store("beds", 1 << 30, tmp_path), looms, frames, partial(noise, frames), length=frames) for frames in lengths]
        effects = [kept_whole(None, looms, partial(whole, frames), length=frames) for frames in lengths]
        for bed, effect, frames in reversed([*zip(beds, effects, lengths, strict=True)]):
            alone = kept(None, None, frames, partial(noise, frames), length=frames).read(frames)
            assert np.array_equal(bed.read(frames), alone)
            assert np.abs(effect() - alone).max() < 1e-4
    assert Store("beds", 1 << 30, tmp_path).stock().entries == len(lengths)


def test_a_fault_in_a_workshop_is_raised_where_it_is_read() -> None:
    with Looms(1, apart=True) as looms, pytest.raises(VoiceError, match="has no voice"):
        looms.submit(torn, loose=True).result()


def test_a_workshop_waits_until_what_it_needs_is_ready() -> None:
    asked: list[int] = []
    with Looms(1, apart=True, ready=partial(asked.append, 1)) as looms:
        looms.submit(os.getpid, loose=True).result()
        deadline = time.monotonic() + PATIENCE_S
        while not asked and time.monotonic() < deadline:
            time.sleep(0.01)
    assert asked == [1]


def test_who_waits_while_a_workshop_opens_makes_it_himself() -> None:
    with Looms(1, apart=True, ready=partial(time.sleep, 0.2)) as looms:
        assert looms.submit(os.getpid, loose=True).result() == os.getpid()


def test_closing_ends_what_is_being_made() -> None:
    started = time.monotonic()
    with Looms(1, apart=True) as looms:
        looms.submit(partial(time.sleep, 600.0), loose=True)
        time.sleep(0.3)
    assert time.monotonic() - started < 300.0
