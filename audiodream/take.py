"""A take: one recording of a line, with the time of every word."""

from __future__ import annotations

from dataclasses import dataclass

from audiodream.audio import Audio


@dataclass(frozen=True, slots=True)
class WordTime:
    """Seconds from the take's first frame; one for every word of `line.text.split()`, in that order.

    A token that is not spoken (a lone dash) has its start and end where it would stand.
    """

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Take:
    """audio: mono (frames, 1) at the session rate, trimmed to the speech with no more than 30 ms of quiet at either end,
    levelled to `NARRATION_LUFS` before the delivery's own level.

    key: the address under which the cache holds it.
    """

    audio: Audio
    words: tuple[WordTime, ...]
    key: str = ""

    @property
    def frames(self) -> int:
        return len(self.audio)
