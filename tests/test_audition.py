"""An audition: one file, each voice in its turn, saying who it is."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiodream.audition import audition
from audiodream.cli import main
from audiodream.errors import UsageError, VoiceError
from audiodream.presets import Voice
from audiodream.presets_toml import voices
from audiodream.shelves import Shelves


@pytest.fixture
def tones() -> dict[str, Voice]:
    return {name: Voice(name, name.title(), "", "tone", {"pitch_hz": hz}, rate_wpm=200.0, pan=pan)
            for name, hz, pan in (("low", 110.0, -1.0), ("high", 330.0, 1.0))}


def pitch_hz(sound: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.argmax(spectrum) * 48_000 / len(sound))


def test_every_voice_speaks_in_its_turn_and_place(tones: dict[str, Voice], tmp_path: Path) -> None:
    heard, notes = audition((), tones, tmp_path / "all.wav", "Hello there.")
    sound, rate_hz = soundfile.read(tmp_path / "all.wav")
    assert [one.voice for one in heard] == ["low", "high"]
    assert notes == []
    assert len(sound) / rate_hz == pytest.approx(heard[-1].end_s, abs=0.001)
    spans = [sound[round(one.start_s * rate_hz):round(one.end_s * rate_hz)] for one in heard]
    assert not sound[round(heard[0].end_s * rate_hz) + 10:round(heard[1].start_s * rate_hz) - 10].any()
    assert pitch_hz(spans[1].sum(axis=1)) > 1.8 * pitch_hz(spans[0].sum(axis=1))
    assert not spans[0][:, 1].any()
    assert float(np.abs(spans[1][:, 1]).max()) > 20.0 * float(np.abs(spans[1][:, 0]).max())


def test_only_those_named_are_heard_in_the_order_named(tones: dict[str, Voice], tmp_path: Path) -> None:
    assert [one.voice for one in audition(("high",), tones, tmp_path / "one.wav")[0]] == ["high"]
    assert [one.voice for one in audition(("high", "low", "high"), tones, tmp_path / "two.flac")[0]] == ["high", "low"]


def test_a_longer_text_is_a_longer_audition(tones: dict[str, Voice], tmp_path: Path) -> None:
    short, _ = audition(("low",), tones, tmp_path / "short.wav", "One.")
    long, _ = audition(("low",), tones, tmp_path / "long.wav", "One, two, three, four, five, six, seven and eight.")
    assert long[0].end_s > short[0].end_s + 1.0


def test_an_unknown_voice_or_an_empty_text_is_told_and_writes_nothing(tones: dict[str, Voice], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"'hihg'.*did you mean 'high'"):
        audition(("hihg",), tones, tmp_path / "a.wav")
    with pytest.raises(UsageError, match="empty"):
        audition((), tones, tmp_path / "a.wav", " ")
    broken = {"broken": Voice("broken", "Broken", "", "piper", {"model": str(tmp_path / "none.onnx")})}
    with pytest.raises(VoiceError, match=r"none\.onnx"):
        audition((), broken, tmp_path / "a.wav")
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_a_file_and_tells_who_is_heard_when(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "two.wav"
    with pytest.raises(SystemExit) as done:
        main(["voices", "audition", "tone", "narrator", "--text", "Good evening.", "-o", str(out), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert done.value.code == 0
    assert [one["voice"] for one in told["voices"]] == ["tone", "narrator"]
    sound, rate_hz = soundfile.read(out)
    real = sound[round(told["voices"][1]["start_s"] * rate_hz):]
    assert 1.0 < len(real) / rate_hz < 6.0
    assert 0.02 < float(np.sqrt(np.mean(np.square(real)))) < 0.5


def test_every_shipped_voice_has_a_title_to_announce() -> None:
    assert all(voice.title for voice in voices(Shelves()).values())
