"""A workshop: a process of its own that makes sound. Threads of one process get in each other's way (one of them at a time may run Python);
two processes do not."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from typing import Any, TypeVar

from audiodream.errors import AudiodreamError

T = TypeVar("T")
LOADED = "audiodream.textures"
"""Loaded before anything is asked for, so that nobody waits for it, and BLAS is there when it is kept to one thread."""
Bench = dict[int, Iterator[Any]]
"""What is being woven in a workshop, by number."""
Request = Callable[[Bench], Any]


def beside(call: str, stdin: int = subprocess.DEVNULL, stdout: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Another Python that runs `call`, with the modules that this one would find; it says nothing of its own."""
    return subprocess.Popen([sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {call}"], stdin=stdin, stdout=stdout,
                            stderr=subprocess.DEVNULL)


class Workshop:
    """A process that makes what it is asked for, and weaves piece by piece; one thread asks, for one thing at a time.

    It ends with this process, however that ends.
    """

    def __init__(self) -> None:
        self._process = beside(f"import {LOADED}; from audiodream.workshop import serve; serve()", subprocess.PIPE, subprocess.PIPE)
        self._numbers = count()

    def opened(self) -> None:
        """Wait until it can work, or has ended."""
        with contextlib.suppress(AudiodreamError):
            self._ask(_nothing)

    def close(self) -> None:
        """End it, whatever it is at; who still waits for it gets an error."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both were asked for

    def make(self, job: Callable[[], T]) -> T:
        """What `job` makes; it and its result must be of the kind that `pickle` takes. What goes wrong there is raised here."""
        made: T = self._ask(partial(_make, job))
        return made

    def begin(self, weave: Callable[[], Iterator[T]], most: int) -> tuple[int, list[T]]:
        """Begin to weave: the number by which to ask for more, and the first pieces, fewer than `most` where there are no more."""
        number = next(self._numbers)
        return number, self._ask(partial(_begin, number, weave, most))

    def go_on(self, number: int, most: int) -> list[T]:
        """The next pieces."""
        pieces: list[T] = self._ask(partial(_go_on, number, most))
        return pieces

    def _ask(self, request: Request) -> Any:
        try:
            pickle.dump(request, self._process.stdin, 5)  # type: ignore[arg-type]
            self._process.stdin.flush()  # type: ignore[union-attr]
            fault, answer = pickle.load(self._process.stdout)  # type: ignore[arg-type]
        except (OSError, EOFError, pickle.UnpicklingError, ValueError) as error:
            raise AudiodreamError("the second process that makes sound", f"has ended (status {self._process.poll()})",
                                  "free some memory and render again") from error
        if fault is not None:
            raise fault
        return answer


def _nothing(_bench: Bench) -> None:
    """To be asked for when only an answer is wanted."""


def _make(job: Callable[[], T], _bench: Bench) -> T:
    return job()


def _begin(number: int, weave: Callable[[], Iterator[T]], most: int, bench: Bench) -> list[T]:
    bench[number] = weave()
    return _go_on(number, most, bench)


def _go_on(number: int, most: int, bench: Bench) -> list[Any]:
    pieces = list(islice(bench.get(number, iter(())), most))
    if len(pieces) < most:
        bench.pop(number, None)
    return pieces


def serve() -> None:
    """Answer requests that come in, until no more can come. An interrupt is for who asks, and who ends this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    from threadpoolctl import threadpool_limits

    bench: Bench = {}
    with threadpool_limits(1, "blas"), contextlib.suppress(EOFError, OSError):
        while True:
            request: Request = pickle.load(sys.stdin.buffer)
            pickle.dump(_answered(request, bench), answers, 5)
            answers.flush()


def _answered(request: Request, bench: Bench) -> tuple[Exception | None, Any]:
    try:
        return None, request(bench)
    except Exception as fault:
        with contextlib.suppress(Exception):
            return pickle.loads(pickle.dumps(fault)), None
        return AudiodreamError("a sound", f"cannot be made: {fault}"), None
