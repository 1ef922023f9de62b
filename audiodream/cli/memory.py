"""The process's own memory and threads. Only a command may set them: a library leaves those of its host alone."""

from __future__ import annotations

import ctypes
import gc
import os
import sys

_M_ARENA_MAX = -8
_OBJECTS = 50_000


def one_arena() -> None:
    """Have all threads allocate from one heap, where that is glibc's: each thread's own holds on to what it has once needed, which came
    to 200 MB for two voices, two looms and the mix, and is no faster."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 1)


def few_sweeps() -> None:
    """Have Python look less often for what refers to itself: there is next to nothing, and looking through all that is imported and read
    takes a sixtieth of a render."""
    gc.set_threshold(_OBJECTS, 20, 100)


def one_thread_for_sums() -> None:
    """Keep BLAS from starting threads of its own, which for their first tenth of a second wait by spinning. Before numpy is loaded."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
