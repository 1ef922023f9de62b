"""Where a master goes: how loud it is to be, and what it must not pass."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """lufs: programme loudness; or rms_dbfs instead. ceiling_dbtp: true peak that nothing passes.
    floor_dbfs: the greatest RMS of the quietest half second that the destination takes (None: it does not ask)."""

    lufs: float | None
    ceiling_dbtp: float
    about: str
    rms_dbfs: float | None = None
    floor_dbfs: float | None = None


TARGETS = {
    "podcast": Target(-16.0, -1.0, "podcasts and phones (Apple Podcasts)"),
    "broadcast": Target(-23.0, -1.0, "radio and television (EBU R 128)"),
    "speech-stream": Target(-18.0, -1.0, "streaming of speech (AES TD1008)"),
    "acx": Target(None, -3.2, "audiobook shops (ACX/Audible): RMS -23..-18 dB, peak -3 dB; the floor is checked",
                  rms_dbfs=-20.0, floor_dbfs=-60.0),
}
