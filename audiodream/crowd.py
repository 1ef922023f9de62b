"""The crowd: what our own voices and modelled throats perform once and every story then draws on. No word of it can be understood.

It has parts: the hall, in which many talk and whisper, and what single people utter. Each is performed when a story first needs it, kept in
the user's cache folder under the digest of all that decides how it sounds, and read from there piece by piece.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
import zlib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np

from audiodream import seeds
from audiodream.audio import Audio, Mono, resample, silence
from audiodream.convolution import convolved
from audiodream.errors import TargetError, UsageError
from audiodream.extras import perform, utter
from audiodream.fades import edges
from audiodream.files import whole
from audiodream.filters import filtered, lowpass
from audiodream.shelves import cache_folder
from audiodream.throat import STAGE_HZ
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, s_to_frames
from audiodream.workshop import beside

RECIPE = 27
"""Raised whenever the crowd would sound otherwise than it did."""
_CAST = 23
"""Who they are: kept where only some of them sound otherwise, so that the others stay who they were."""
HALL = "hall"
SOLOS = ("laughs", "cheers", "shouts", "gasps")
_MAGIC = b"audiodream crowd\n"
_kits: dict[Path, Kit] = {}
_lock = threading.Lock()
_gathering: dict[Path, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True)
class Kit:
    """A part of the crowd: the hall's pieces (48 kHz, stereo, circular, RMS 0.1) or single voices (24 kHz, mono, RMS 0.1), of 16 bits.

    path: the file in which they lie, or None where the cache folder cannot be written and they are held in memory.
    spans: of each its first byte, frames and channels.
    """

    path: Path | None
    held: bytes
    spans: dict[str, tuple[int, int, int]]

    def _get(self, name: str, first: int, frames: int) -> Audio:
        at, _, channels = self.spans[name]
        at += first * channels * 2
        if self.path is None:
            raw = np.frombuffer(self.held, "<i2", frames * channels, at)
        else:
            # read, not mapped: what is mapped counts as this process's memory, and cannot be replaced on Windows
            raw = np.fromfile(self.path, "<i2", frames * channels, offset=at)
        return (raw.astype(np.float32) * np.float32(1.0 / 32767.0)).reshape(-1, channels)

    def frames(self, name: str) -> int:
        return self.spans[name][1]

    def read(self, name: str, first: int, frames: int) -> Audio:
        """So many frames of a piece from any frame on; it runs on from its end into its start."""
        length, parts = self.frames(name), []
        while frames > 0:
            first %= length
            some = min(frames, length - first)
            parts.append(self._get(name, first, some))
            first, frames = first + some, frames - some
        return np.concatenate(parts)

    def solo(self, rng: np.random.Generator) -> Mono:
        """One person's laugh, cheer, shout or gasp, drawn by lot, at 24 kHz."""
        name = [*self.spans][int(rng.integers(len(self.spans)))]
        return self._get(name, 0, self.frames(name))[:, 0]


def _digest(part: str, family: int) -> str:
    voice = metadata.version("espeakng-loader")
    return f"{seeds.digest('crowd', RECIPE, voice, part, family):016x}"


def _made(part: str, family: int) -> list[memoryview]:
    """The whole file in pieces: a line that says what it is and a line of JSON, then the sounds."""
    rng = seeds.rng(family, "crowd", _CAST)
    if part == HALL:
        parts = perform(rng)
    else:
        parts = {str(k): np.rint(np.clip(0.1 * sound, -1.0, 1.0) * 32767.0).astype(np.int16)[:, None]
                 for k, sound in enumerate(utter(rng, part)[0])}
    spans, at, crc, body = {}, 0, 0, []
    for name, sound in parts.items():
        spans[name] = (at, *sound.shape)
        at += sound.nbytes
        body.append(np.ascontiguousarray(sound, "<i2").data.cast("B"))
        crc = zlib.crc32(body[-1], crc)
    head = json.dumps({"spans": spans, "bytes": at, "crc": crc}).encode() + b"\n"
    return [memoryview(_MAGIC + head), *body]


def _opened(path: Path) -> Kit | None:
    """The kit in a file; None where there is none, or not a whole one."""
    try:
        with path.open("rb") as file:
            if file.readline(64) != _MAGIC:
                return None
            head: dict[str, Any] = json.loads(file.readline(1 << 16))
            start, crc, size = file.tell(), 0, 0
            while chunk := file.read(1 << 20):
                crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        if (size, crc) != (head["bytes"], head["crc"]) or not head["spans"]:
            return None
        return Kit(path, b"", {name: (start + at, frames, channels) for name, (at, frames, channels) in head["spans"].items()})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _in_memory(data: bytes) -> Kit:
    start = data.index(b"\n", len(_MAGIC)) + 1
    spans = json.loads(data[len(_MAGIC):start])["spans"]
    return Kit(None, data, {name: (start + at, frames, channels) for name, (at, frames, channels) in spans.items()})


def _path(part: str, family: int) -> Path:
    return cache_folder() / "crowd" / f"{part}-{_digest(part, family)}.crowd"


def kit(part: str = HALL, family: int = 0) -> Kit:
    """A part of the crowd of a family of seeds: made on first use (the hall in some 3 s, the others in .1 to .4 s), kept on disk, checked
    once by each process.

    part: `HALL` or one of `SOLOS`. A damaged file is made anew; where the cache folder cannot be written, the kit stays in memory.
    VoiceError without eSpeak NG.
    """
    path = _path(part, family)
    if part == HALL:
        gathered(family)
    with _lock:
        if path in _kits and (_kits[path].path is None or path.is_file()):
            return _kits[path]
        found = _opened(path)
        if found is None:
            data = _made(part, family)
            # a full disk must not end a render
            with contextlib.suppress(TargetError, OSError), whole(path) as written, written.open("wb") as file:
                file.writelines(data)
            found = _opened(path) or _in_memory(b"".join(data))
        _kits[path] = found
        return found


def gather(family: int = 0) -> None:
    """Begin to fill the hall in a process of its own, whose memory goes with it; what goes wrong there is told when the crowd is wanted."""
    path = _path(HALL, family)
    with _lock:
        if path not in _kits and path not in _gathering and not path.is_file():
            _gathering[path] = beside(f"from audiodream.crowd import kit; kit(family={family})")


def gathered(family: int = 0) -> None:
    """Wait until the hall is filled, if it is being filled: another process would do it once more."""
    with _lock:
        if (process := _gathering.pop(_path(HALL, family), None)) is not None:
            process.wait()


# --- sounds that a crowd makes once ----------------------------------------------------------------------------------------------

ONE_SHOTS = ("gasp", "laughter", "cheer", "shout")


def one_shot(kind: str, rng: np.random.Generator, family: int = 0, voices: int = 3) -> Audio:
    """Something that a crowd does once, (frames, 2): from its attack to its faded end, -23 LUFS at its loudest.

    kind: "gasp" (many draw their breath), "laughter", "cheer", "shout" (so many `voices` out of doors: one leads, others take it up).
    UsageError for any other.
    """
    if kind not in ONE_SHOTS:
        raise UsageError(f"one-shot {kind}", "a crowd does not do that", "it does " + ", ".join(ONE_SHOTS))
    if kind == "shout":
        return _shouted(rng, kit("shouts", family), voices)
    count, length_s, late_s, solos = {
        "gasp": (20, 1.6, 0.12, "gasps"), "laughter": (16, 4.0, 0.5, "laughs"), "cheer": (80, 3.6, 0.9, "cheers")}[kind]
    people = kit(solos, family)
    # among those who cheer some shout: their syllables are what stands out of the roar
    others = kit("shouts", family) if kind == "cheer" else people
    stage = silence(int(STAGE_HZ * length_s))
    for k in range(count):
        said = (others if k % 3 == 1 else people).solo(rng)
        _stand(stage, said, 0 if k == 0 else int(abs(rng.normal(0.0, late_s)) * STAGE_HZ), rng, 1.0)
    return _settled(_roomed(rng, stage, 6000.0, 0.9), 0.25 if kind == "gasp" else 0.8)


def _shouted(rng: np.random.Generator, people: Kit, voices: int) -> Audio:
    """One leads, the others take it up."""
    stage = silence(STAGE_HZ * 5)
    _stand(stage, people.solo(rng), 0, rng, 0.3)
    for _ in range(voices - 1):
        said = people.solo(rng) * np.float32(rng.uniform(0.4, 0.8))
        _stand(stage, said, int(rng.uniform(0.1, 1.0) * STAGE_HZ), rng, 0.8)
    return _settled(_echoed(rng, stage), 0.3)


def _stand(stage: Audio, said: Mono, at: int, rng: np.random.Generator, width: float) -> None:
    """Add a person, who stands somewhere and is heard more or less."""
    angle, gain = (rng.uniform(-width, width) + 1.0) * np.pi / 4.0, np.exp(rng.normal(0.0, 0.4))
    said = (said * edges(len(said), 60, 240))[:max(0, len(stage) - at)]
    stage[at:at + len(said), 0] += said * np.float32(np.cos(angle) * gain)
    stage[at:at + len(said), 1] += said * np.float32(np.sin(angle) * gain)


def _roomed(rng: np.random.Generator, stage: Audio, dull_hz: float, rt60_s: float) -> Audio:
    """The stage heard in a room, at 48 kHz."""
    tail = int(rt60_s * STAGE_HZ)
    frames = len(stage) + tail
    echo = rng.standard_normal((tail, 2)) * np.power(10.0, -3.0 * np.arange(tail) / tail)[:, None]
    echo /= np.sqrt((echo**2).sum(axis=0))
    hz = np.fft.rfftfreq(frames, 1.0 / STAGE_HZ)[:, None]
    dull = 1.0 / (1.0 + (hz / dull_hz) ** 2) / (1.0 + (120.0 / np.maximum(hz, 1.0)) ** 4)
    room = 1.0 + 0.5 * np.fft.rfft(echo, frames, axis=0) / np.sqrt(1.0 + (hz / 3500.0) ** 2)
    heard = np.fft.irfft(np.fft.rfft(stage, frames, axis=0) * dull * room, frames, axis=0)
    return resample(np.asarray(heard, np.float32), STAGE_HZ)


def _echoed(rng: np.random.Generator, stage: Audio) -> Audio:
    """The stage heard in the open, at 48 kHz: two walls far off send a little back, dull and smeared, and nothing else rings."""
    smear = int(0.015 * STAGE_HZ)
    dull = lowpass(2200.0, 1, STAGE_HZ)
    out = np.concatenate([stage, np.zeros((int(0.4 * STAGE_HZ), 2), np.float32)])
    for far_s, level_db in ((rng.uniform(0.14, 0.2), -18.0), (rng.uniform(0.23, 0.33), -25.0)):
        wall = rng.standard_normal((smear, 2)) * np.exp(-3.5 * np.arange(smear) / smear)[:, None]
        wall *= 10.0 ** (level_db / 20.0) / np.sqrt((wall**2).sum(axis=0))
        back = convolved(filtered(stage, dull).T, wall.astype(np.float32).T).T[:len(out) - int(far_s * STAGE_HZ)]
        out[int(far_s * STAGE_HZ):int(far_s * STAGE_HZ) + len(back)] += back.astype(np.float32)
    return resample(out, STAGE_HZ)


def _settled(sound: Audio, end_s: float) -> Audio:
    """Silence before the attack cut off, faded over its last `end_s` seconds, its loudest 400 ms at about -23 dB."""
    loud = np.abs(sound).max(axis=1)
    heard = np.flatnonzero(loud > 0.01 * loud.max())
    sound = sound[max(0, int(heard[0]) - 96):int(heard[-1]) + 1]
    sound = sound * edges(len(sound), 96, s_to_frames(end_s))[:, None]
    power = np.cumsum(np.concatenate([[0.0], (sound.astype(np.float64) ** 2).sum(axis=1)]))
    span = min(len(sound), s_to_frames(0.4))
    return np.asarray(sound * np.float32(0.0708 / np.sqrt((power[span:] - power[:-span]).max() / span)), np.float32)


class Passage:
    """A piece of the kit without end: read from place to place, each reading fading into the next, at times with its sides exchanged."""

    FADE_S = 2.5

    def __init__(self, people: Kit, piece: str, rng: np.random.Generator) -> None:
        self._kit, self._piece, self._rng = people, piece, rng
        self._track, self._next, self._begun = Track(), 0, False

    def block(self) -> Audio:
        """The next BLOCK_FRAMES, stereo, of RMS about 0.1."""
        while self._next < BLOCK_FRAMES:
            frames = s_to_frames(self._rng.uniform(7.0, 11.0))
            fade = s_to_frames(self.FADE_S)
            sound = self._kit.read(self._piece, int(self._rng.integers(self._kit.frames(self._piece))), frames)
            if self._rng.random() < 0.5:
                sound = sound[:, ::-1]
            # equal power: two readings of different places know nothing of each other
            rise = np.sin(0.5 * np.pi * (np.arange(fade) + 0.5) / fade).astype(np.float32)[:, None]
            if self._begun:
                sound[:fade] *= rise
            sound[frames - fade:] *= rise[::-1]
            self._track.add(sound, self._next)
            self._next, self._begun = self._next + frames - fade, True
        self._next -= BLOCK_FRAMES
        return self._track.block()
