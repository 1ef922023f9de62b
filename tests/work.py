"""How much work something is, counted in calls and not by the clock; and a guard against what never ends."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import numpy as np

HANG_CPU_S = 60.0


class Hang(BaseException):
    """Something took a minute of processor time; no handler of errors may swallow it."""


@contextmanager
def hang_guard(cpu_s: float = HANG_CPU_S) -> Iterator[None]:
    """Ends what uses so much processor time (not time of day: a busy machine does not matter). It guards against hangs, and measures
    nothing; where the system has no such timer it does nothing."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Hang(f"more than {cpu_s:.0f} s of processor time")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, cpu_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)


def yardstick_s() -> float:
    """Processor time of a second of noise, made, taken to its spectrum and back: other times are held against it, on whatever machine."""
    rng, times, begun = np.random.default_rng(1), 100, time.process_time()
    for _ in range(times):
        np.fft.irfft(np.fft.rfft(rng.standard_normal(48_000)))
    return (time.process_time() - begun) / times


def calls(action: Callable[[], Any]) -> int:
    """How many functions are called, built-in ones and steps of generators too: the same on every machine."""
    count = 0

    def step(_frame: FrameType, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    outer = sys.getprofile()
    sys.setprofile(step)
    try:
        action()
    finally:
        sys.setprofile(outer)
    return count


def assert_work_grows_with_length(action: Callable[[str], Any], make: Callable[[int], str], short: int, times: int = 4) -> None:
    """Whether a text `times` as long takes at most about `times` the calls: half as many again are allowed, the square is not.

    Loops inside the engine of regular expressions make no calls; for these the hang guard stands watch, over the longest text.
    """
    with hang_guard():
        action(make(short))  # what is made once and kept is made now
        few, many = calls(lambda: action(make(short))), calls(lambda: action(make(short * times)))
        assert many < 1.5 * times * few + 2000, (few, many)
        action(make(16 * short))
