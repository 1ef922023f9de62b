"""The voices on their places: the narrator dry and in the middle, characters where they stand in the scene."""

from __future__ import annotations

from collections import deque

from audiodream.audio import Audio, pan
from audiodream.canvas import Canvas
from audiodream.filters import filtered, wall
from audiodream.manners import manner, stands_at
from audiodream.score import NARRATOR
from audiodream.seeds import digest, rng, root_hz
from audiodream.space import place
from audiodream.staging import Staging
from audiodream.timeline import Clip, PlacedBeat

VOICE_STOP_HZ, VOICE_STOP_DB = 11_200.0, 70.0
"""Shaped voices reach higher than the narrator, and what hisses up there is heard as ticks."""
SCENE_PANS = (0.22, -0.22, 0.34, -0.34, 0.12, -0.12)


class VoiceStem:
    """Takes on their places: the narrator dry and in the middle, characters where they stand in the scene."""

    def __init__(self, staging: Staging) -> None:
        self._staging, self._canvas, self._at = staging, Canvas(), 0
        self._coming: deque[tuple[Clip, PlacedBeat]] = deque()

    def place(self, placed: PlacedBeat) -> None:
        self._coming.extend((clip, placed) for clip in placed.clips)

    def _staged(self, clip: Clip, placed: PlacedBeat) -> Audio:
        speaker = clip.line.speaker
        if speaker == NARRATOR and not clip.line.manners:
            return pan(clip.take.audio, 0.0)
        voice = self._staging.voices[speaker]
        manners = (*voice.manners, *clip.line.manners)
        own = rng(self._staging.seed, "manner", clip.line.text)
        sound = manner(clip.take.audio, manners, own, root_hz(self._staging.seed))
        if speaker == NARRATOR:
            return sound if sound.shape[1] == 2 else pan(sound, 0.0)
        side = voice.pan or SCENE_PANS[digest("side", speaker) % len(SCENE_PANS)]
        sound = place(sound, voice.room or self._staging.room_of(placed.beat), stands_at(voice.distance, manners), side)
        return filtered(sound, wall(VOICE_STOP_HZ, VOICE_STOP_DB))

    def read(self, frames: int) -> Audio:
        """The next window. A clip is staged only when its time has come: a long beat as sound would fill the memory."""
        self._at += frames
        while self._coming and self._coming[0][0].start < self._at:
            clip, placed = self._coming.popleft()
            self._canvas.lay(self._staged(clip, placed), clip.start)
        return self._canvas.read(frames)
