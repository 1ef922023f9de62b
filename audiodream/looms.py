"""Threads that work ahead of whoever reads: beds, effects, steps of a master."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread
from types import TracebackType
from typing import Any, Generic, TypeVar

T = TypeVar("T")


def spare() -> int:
    """How many threads beside the one that reads: more than three find nothing to do."""
    return max(1, min(3, (os.cpu_count() or 2) - 1))


class Task(Generic[T]):
    """Something that is made ahead."""

    def __init__(self, looms: Looms, job: Callable[[], T]) -> None:
        self._looms, self._job = looms, job
        self.begun = self.done = False
        self._made: list[T] = []
        self._fault: BaseException | None = None

    def run(self) -> None:
        """Make it; an interrupt is raised at once, what else goes wrong where it is waited for."""
        try:
            self._made.append(self._job())
        except BaseException as fault:
            self._fault = fault
            if not isinstance(fault, Exception):
                raise
        finally:
            self._looms.finished(self)

    def result(self) -> T:
        """What was made. Who waits does not stand idle: what nobody has begun he makes himself, and else what comes next."""
        while (other := self._looms.taken(self)) is not None:
            other.run()
        if self._fault is not None:
            raise self._fault
        return self._made.pop()


class Looms:
    """So many threads, which take up what is submitted in its order; what is left when they are closed is not made."""

    def __init__(self, threads: int) -> None:
        self._waiting: deque[Task[Any]] = deque()
        self._changed, self._closed = Condition(), False
        self._threads = [Thread(target=self._work, name=f"loom {n}", daemon=True) for n in range(threads)]

    def __enter__(self) -> Looms:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def submit(self, job: Callable[[], T]) -> Task[T]:
        task = Task(self, job)
        with self._changed:
            self._waiting.append(task)
            self._changed.notify_all()
        return task

    def taken(self, wanted: Task[Any] | None = None) -> Task[Any] | None:
        """The next task to be run: the wanted one if nobody has begun it, or the first that waits; None when the wanted one is done, or
        the looms are closed."""
        with self._changed:
            while not (self._closed or self._waiting or (wanted is not None and wanted.done)):
                self._changed.wait()
            if self._closed or (wanted is not None and wanted.done):
                return None
            task = wanted if wanted is not None and not wanted.begun else self._waiting[0]
            self._waiting.remove(task)
            task.begun = True
            return task

    def finished(self, task: Task[Any]) -> None:
        with self._changed:
            task.done = True
            self._changed.notify_all()

    def _work(self) -> None:
        while (task := self.taken()) is not None:
            task.run()
