"""The process's own memory. Only a command may set it: a library leaves the allocator of its host alone."""

from __future__ import annotations

import ctypes
import sys

_M_ARENA_MAX = -8


def one_arena() -> None:
    """Have all threads allocate from one heap, where that is glibc's: each thread's own holds on to what it has once needed, which came
    to 200 MB for two voices, two looms and the mix, and is no faster."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 1)
