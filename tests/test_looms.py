"""Threads that work ahead, and what he does who waits for them."""

from __future__ import annotations

from functools import partial
from threading import Event, current_thread

import pytest

from audiodream.looms import Looms, spare

PATIENCE_S = 20.0


def test_everything_is_made_once_and_comes_back_to_whom_it_belongs() -> None:
    made: list[int] = []

    def square(n: int) -> int:
        made.append(n)
        return n * n

    with Looms(3) as looms:
        tasks = [looms.submit(partial(square, n)) for n in range(200)]
        assert [task.result() for task in reversed(tasks)] == [n * n for n in reversed(range(200))]
    assert sorted(made) == list(range(200))


def test_what_nobody_has_begun_is_made_by_him_who_waits_for_it() -> None:
    with Looms(0) as looms:
        first, second = looms.submit(current_thread), looms.submit(current_thread)
        assert second.result() is current_thread()
        assert not first.begun and first.result() is current_thread()


def test_who_waits_for_what_is_being_made_makes_what_comes_next() -> None:
    begun, helped = Event(), Event()

    def slow() -> bool:
        begun.set()
        return helped.wait(PATIENCE_S)

    with Looms(1) as looms:
        one = looms.submit(slow)
        assert begun.wait(PATIENCE_S)
        other = looms.submit(helped.set)
        assert one.result()
        assert other.done


def test_a_fault_is_raised_where_it_is_waited_for_and_nowhere_else() -> None:
    def torn() -> None:
        raise ValueError("a thread tore")

    with Looms(0) as looms:
        bad, good = looms.submit(torn), looms.submit(lambda: 5)
        assert good.result() == 5
        with pytest.raises(ValueError, match="tore"):
            bad.result()


def test_what_is_left_when_they_are_closed_is_not_made() -> None:
    made: list[int] = []
    with Looms(0) as looms:
        looms.submit(partial(made.append, 1))
    assert made == []


def test_an_interrupt_is_not_kept_for_later() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    begun, end = Event(), Event()

    def slow() -> bool:
        begun.set()
        return end.wait(PATIENCE_S)

    with Looms(1) as looms:
        one = looms.submit(slow)
        assert begun.wait(PATIENCE_S)
        looms.submit(interrupted)
        with pytest.raises(KeyboardInterrupt):
            one.result()
        end.set()


def test_there_is_always_one_thread_beside() -> None:
    assert 1 <= spare() <= 3
