"""What can go wrong, in words for the person who can mend it.

Every message names the thing, the fault and the way out. `cli` turns an error into one line and an exit status; nothing else prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class AudiodreamError(Exception):
    """An error that we can explain: the thing, what is wrong with it, and what to do about it."""

    exit_status = 1

    def __init__(self, thing: str, fault: str, way_out: str = "") -> None:
        self.thing, self.fault, self.way_out = thing, fault, way_out
        super().__init__(f"{thing}: {fault}" + (f"; {way_out}" if way_out else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        # it may have to come out of another process
        return type(self), (self.thing, self.fault, self.way_out)


class StoryError(AudiodreamError):
    """The story cannot be read, or holds nothing that can be spoken."""


class ScoreError(AudiodreamError):
    """A score file contradicts itself or the presets."""


class VoiceError(AudiodreamError):
    """A voice or an engine cannot speak."""


class TargetError(AudiodreamError):
    """The result cannot be written where it was asked for."""


class UsageError(AudiodreamError):
    """The command names something that does not exist: a mood, a voice, an engine, a target."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a preset: where it stands, what it is, what was probably meant."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


class PresetError(AudiodreamError):
    """One or more faults in presets, all of them at once."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(faults[0].path if faults else "preset", count)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
