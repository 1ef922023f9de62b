"""Who goes first where there are more threads than cores."""

from __future__ import annotations

import contextlib
import os
import sys
import threading


def step_back() -> None:
    """Let whoever mixes go before this thread and those that it starts, where a thread may have a priority of its own (Linux): else the
    mix is left over at the end, with one core at work."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 5)
