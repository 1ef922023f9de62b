"""A progress bar on a terminal: the stage and the time left. Nothing elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator


def untold(_stage: str, _done: float) -> None:
    """Nobody watches."""


STAGES = {"reading": (0.0, 0.02), "speaking": (0.02, 0.92), "mastering": (0.92, 1.0), "verifying": (0.0, 1.0), "done": (1.0, 1.0)}
"""Where each stage lies in the whole."""


@contextlib.contextmanager
def progress_bar(quiet: bool) -> Iterator[Callable[[str, float], None]]:
    """Gives the function that a render tells how far it is."""
    if quiet or not sys.stderr.isatty():
        yield untold
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(TextColumn("{task.description:<10}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"),
                  TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=1.0)

        def tell(stage: str, done: float) -> None:
            low, high = STAGES[stage]
            bar.update(task, description=stage, completed=low + (high - low) * done)

        yield tell
