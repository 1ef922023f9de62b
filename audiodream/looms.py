"""Threads that work ahead of whoever reads: beds, effects, steps of a master. Each may keep a workshop, a process that does its work."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from enum import Enum
from functools import partial
from itertools import islice
from threading import Condition, Thread
from types import TracebackType
from typing import Any, Generic, TypeVar

from audiodream.workshop import Workshop

T = TypeVar("T")
FEW = 5
"""So many pieces are woven at a time: as much as the mix asks for at once."""
AHEAD = 2
"""So many times as many a workshop may have to weave of one thing."""


def spare() -> int:
    """How many threads beside the one that reads: more than three find nothing to do."""
    return max(1, min(3, (os.cpu_count() or 2) - 1))


class Where(Enum):
    """Where something is made that no workshop has to itself."""

    HERE = "in this process, by any thread"
    ANYWHERE = "where it is taken up, be it in a workshop"


class Task(Generic[T]):
    """Something that is made ahead, somewhere or in one workshop."""

    def __init__(self, looms: Looms, job: Callable[[Workshop | None], T], where: Workshop | Where) -> None:
        self._looms, self._job, self.where = looms, job, where
        self.begun = self.done = False
        self._made: list[T] = []
        self._fault: BaseException | None = None

    def run(self, workshop: Workshop | None = None) -> None:
        """Make it; an interrupt is raised at once, what else goes wrong where it is waited for."""
        try:
            at = workshop if self.where is Where.ANYWHERE else self.where
            self._made.append(self._job(at if isinstance(at, Workshop) else None))
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

    def __init__(self, threads: int, *, apart: bool = False, ready: Callable[[], object] = lambda: None) -> None:
        """apart: each thread keeps a workshop. ready: what a thread waits for before its workshop is asked for anything."""
        self._waiting: deque[Task[Any]] = deque()
        self._changed, self._closed = Condition(), False
        self._apart, self._ready, self._workshops = apart, ready, ExitStack()
        self._names = [f"loom {n}" for n in range(threads)]
        self._threads: list[Thread] = []

    def __enter__(self) -> Looms:
        for name in self._names:
            workshop = Workshop() if self._apart else None
            if workshop is not None:
                self._workshops.callback(workshop.close)
            self._threads.append(Thread(target=self._work, args=(workshop,), name=name, daemon=True))
            self._threads[-1].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
        self._workshops.close()
        for thread in self._threads:
            thread.join()

    def submit(self, job: Callable[[], T], *, loose: bool = False) -> Task[T]:
        """Something that is made in this process or, if it is loose, in any."""
        def make(workshop: Workshop | None) -> T:
            return job() if workshop is None else workshop.make(job)

        return self.add(Task(self, make, Where.ANYWHERE if loose else Where.HERE))

    def weave(self, weave: Callable[[], Iterator[T]]) -> Iterator[T]:
        """What `weave` weaves, of which the next few pieces are always being made, the first from now on; in any process, but all in the
        same."""
        return _Strand(weave).walk(self)

    def add(self, task: Task[T]) -> Task[T]:
        """One more that waits to be taken up."""
        with self._changed:
            self._waiting.append(task)
            self._changed.notify_all()
        return task

    def taken(self, wanted: Task[Any] | None = None, workshop: Workshop | None = None) -> Task[Any] | None:
        """The next task for a thread that keeps this workshop or none: the wanted one if nobody has begun it, or the first that waits;
        None when the wanted one is done, or the looms are closed."""
        with self._changed:
            if wanted is not None and wanted in self._waiting:
                # somebody waits for it: it is next wherever it is made
                self._waiting.remove(wanted)
                self._waiting.appendleft(wanted)
            while not (self._closed or (wanted is not None and wanted.done)):
                task = self._next(wanted, workshop)
                if task is not None:
                    self._waiting.remove(task)
                    task.begun = True
                    return task
                self._changed.wait()
            return None

    def _next(self, wanted: Task[Any] | None, workshop: Workshop | None) -> Task[Any] | None:
        possible = [task for task in self._waiting if task.where is workshop or isinstance(task.where, Where)]
        if wanted in possible:
            return wanted
        # who keeps a workshop sees first that it has work
        own = (task for task in possible if workshop is None or task.where is not Where.HERE)
        return next(own, possible[0] if possible else None)

    def finished(self, task: Task[Any]) -> None:
        with self._changed:
            task.done = True
            self._changed.notify_all()

    def _work(self, workshop: Workshop | None) -> None:
        if workshop is not None:
            # what is taken up before then would wait with it
            self._ready()
            workshop.opened()
        while (task := self.taken(None, workshop)) is not None:
            task.run(workshop)


class InTurn:
    """Jobs that are done one after the other beside whoever hands them over; he waits while the one before is not done."""

    def __init__(self, looms: Looms) -> None:
        self._looms = looms
        self._task: Task[object] | None = None

    def hand(self, job: Callable[[], object]) -> None:
        self.wait()
        self._task = self._looms.submit(job)

    def wait(self) -> None:
        """Until all is done."""
        if self._task is not None:
            self._task.result()
            self._task = None


class _Strand(Generic[T]):
    """Something that is woven piece by piece: where its first pieces are made, there the others are."""

    def __init__(self, weave: Callable[[], Iterator[T]]) -> None:
        self._weave, self._number = weave, -1
        self._home: Workshop | None = None
        self._pieces: Iterator[T] = iter(())

    def walk(self, looms: Looms) -> Iterator[T]:
        return self._walked(looms, looms.add(Task(looms, self._begin, Where.ANYWHERE)))

    def _walked(self, looms: Looms, coming: Task[list[T]]) -> Iterator[T]:
        ahead = deque([coming])
        while ahead and (few := ahead.popleft().result()):
            # a workshop makes one thing after the other, so it may have more than one to make
            while len(ahead) < (AHEAD if self._home else 1):
                ahead.append(looms.add(Task(looms, partial(self._go_on, len(few)), self._home or Where.HERE)))
            yield from few

    def _begin(self, workshop: Workshop | None) -> list[T]:
        self._home = workshop
        if workshop is not None:
            self._number, pieces = workshop.begin(self._weave, FEW)
            return pieces
        self._pieces = self._weave()
        return list(islice(self._pieces, FEW))

    def _go_on(self, before: int, workshop: Workshop | None) -> list[T]:
        if before < FEW:
            return []
        return list(islice(self._pieces, FEW)) if workshop is None else workshop.go_on(self._number, FEW)
