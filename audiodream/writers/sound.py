"""Sound files by soundfile (WAV, RF64, FLAC, Ogg, MP3), and M4A by pydub with the packaged ffmpeg."""

from __future__ import annotations

import contextlib
import errno
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import soundfile

from audiodream.audio import Audio
from audiodream.errors import TargetError
from audiodream.files import explain, whole
from audiodream.units import RATE_HZ

RIFF_LIMIT_BYTES = 4_290_000_000
"""Beyond this a WAV's 32-bit sizes overflow, and it becomes RF64."""


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table: how libsndfile writes it. by_ffmpeg: written as WAV first, then turned."""

    container: str
    subtype: str
    about: str
    by_ffmpeg: bool = False


FORMATS = {
    ".wav": Format("WAV", "PCM_24", "48 kHz, 24 bit, stereo; RF64 beyond 4 GB"),
    ".flac": Format("FLAC", "PCM_24", "lossless, 24 bit"),
    ".ogg": Format("OGG", "VORBIS", "Ogg Vorbis"),
    ".opus": Format("OGG", "OPUS", "Opus"),
    ".mp3": Format("MP3", "MPEG_LAYER_III", "MP3"),
    ".m4a": Format("WAV", "PCM_16", "AAC", by_ffmpeg=True),
}


def format_of(target: Path) -> Format:
    """The format that the name's ending asks for."""
    found = FORMATS.get(target.suffix.lower())
    if found is None:
        ending = target.suffix or "no ending"
        raise TargetError(str(target), f"{ending} is not a sound format that can be written", "use one of " + " ".join(FORMATS))
    return found


class SoundFile:
    """Frames go in; a failed write is an OSError, as for any other file."""

    def __init__(self, path: Path, how: Format, frames: int, channels: int = 2) -> None:
        container = how.container
        if container == "WAV" and frames * channels * 3 > RIFF_LIMIT_BYTES:
            container = "RF64"
        self._path, self._written = path, 0
        try:
            self._file: Any = soundfile.SoundFile(path, "w", RATE_HZ, channels, how.subtype, format=container)
        except soundfile.LibsndfileError as error:
            raise OSError(errno.EIO, str(error)) from error

    def write(self, sound: Audio) -> None:
        try:
            self._file.write(sound)
        except (soundfile.LibsndfileError, AssertionError) as error:
            raise _as_os_error(self._path, error) from error
        self._written += len(sound)

    def close(self) -> None:
        try:
            self._file.close()
        except soundfile.LibsndfileError as error:
            raise _as_os_error(self._path, error) from error
        # libsndfile does not report a disk that filled up while it closed the file
        if soundfile.info(self._path).frames < self._written:
            raise _as_os_error(self._path, None)


def _as_os_error(path: Path, error: Exception | None) -> OSError:
    free = os.statvfs(path.parent).f_bavail if hasattr(os, "statvfs") else 1
    return OSError(errno.ENOSPC if free == 0 else errno.EIO, str(error or "the file is shorter than what was written"))


@contextlib.contextmanager
def sound_file(target: Path, frames: int) -> Iterator[SoundFile]:
    """A sound file that appears under its name when the block ends well, and not at all when it does not."""
    how = format_of(target)
    with whole(target) as part:
        rough = part.with_suffix(".wav") if how.by_ffmpeg else part
        try:
            file = SoundFile(rough, how, frames)
            try:
                yield file
            except BaseException:
                with contextlib.suppress(OSError):
                    file.close()
                raise
            file.close()
            if how.by_ffmpeg:
                _to_m4a(rough, part, target)
        finally:
            if how.by_ffmpeg:
                with contextlib.suppress(FileNotFoundError):
                    rough.unlink()


def _to_m4a(wav: Path, out: Path, target: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import imageio_ffmpeg
        import pydub
        import pydub.exceptions

        pydub.AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
        try:
            # ffmpeg's own timestamps would make two equal renders differ
            pydub.AudioSegment.from_wav(str(wav)).export(
                str(out), format="ipod", codec="aac", bitrate="160k", parameters=["-fflags", "+bitexact", "-flags:a", "+bitexact"]).close()
        except pydub.exceptions.CouldntEncodeError as error:
            raise explain(OSError(errno.EIO, f"ffmpeg could not write it ({str(error).splitlines()[0]})"), target) from error
