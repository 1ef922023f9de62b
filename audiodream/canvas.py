"""A canvas: sounds are laid on it at absolute frames, and it is read off window by window."""

from __future__ import annotations

from audiodream.audio import Audio, silence
from audiodream.units import RATE_HZ

SHEET_FRAMES = 4 * RATE_HZ


class Canvas:
    """Stereo, in sheets of a few seconds: nothing is copied to make room, and what has been read is let go."""

    def __init__(self) -> None:
        self._at = 0
        self._sheets: dict[int, Audio] = {}

    def lay(self, sound: Audio, frame: int) -> None:
        """Add a sound; what would lie before the point already read is left out."""
        at, last = max(frame, self._at), frame + len(sound)
        while at < last:
            number, inside = divmod(at, SHEET_FRAMES)
            sheet = self._sheets.get(number)
            if sheet is None:
                sheet = self._sheets[number] = silence(SHEET_FRAMES)
            n = min(SHEET_FRAMES - inside, last - at)
            sheet[inside:inside + n] += sound[at - frame:at - frame + n]
            at += n

    def read(self, frames: int) -> Audio:
        """The next window, always `frames` long."""
        out, start, end = silence(frames), self._at, self._at + frames
        while self._at < end:
            number, inside = divmod(self._at, SHEET_FRAMES)
            n = min(SHEET_FRAMES - inside, end - self._at)
            sheet = self._sheets.get(number)
            if sheet is not None:
                out[self._at - start:self._at - start + n] = sheet[inside:inside + n]
            self._at += n
            if inside + n == SHEET_FRAMES:
                self._sheets.pop(number, None)
        return out
