"""Lines that somebody recorded: found by their ids, trimmed, levelled, with the time of every word."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile
from scipy import signal

from audiodream import recorded
from audiodream.aligning import word_times
from audiodream.cli import main
from audiodream.engines.engine import Delivery, Utterance
from audiodream.engines.piper import Piper
from audiodream.engines.system import System
from audiodream.errors import UsageError, VoiceError
from audiodream.line_ids import line_ids, recordings_near
from audiodream.meter import lufs_of
from audiodream.score import Beat, Line, Score
from audiodream.units import NARRATION_LUFS, RATE_HZ

TEXT = "The keeper lit the lamp, and out of the dark, a quiet voice said that it was late."
WORDS = tuple(TEXT.split())


@pytest.fixture(scope="module")
def beside() -> Utterance:
    return Piper().speak(WORDS, {}, Delivery(165.0), 1)


@pytest.fixture(scope="module")
def spoken() -> Utterance:
    """Somebody else: eSpeak NG, which tells exactly when each word begins."""
    return System().speak(WORDS, {"voice": "gmw/en-gb-scotland"}, Delivery(140.0), 1)


def record(path: Path, said: Utterance, *, before_s: float = 1.1, after_s: float = 0.7, level: float = 0.05, rate_hz: int = 44_100,
           channels: int = 2, subtype: str = "PCM_24") -> Path:
    """A recording as one makes it at home: soft, with a room that hisses and hums, and with quiet at both ends."""
    voice = signal.resample_poly(said.audio[:, 0], rate_hz, said.rate_hz)
    sound = np.concatenate([np.zeros(round(before_s * rate_hz)), voice / np.abs(voice).max() * level, np.zeros(round(after_s * rate_hz))])
    at_s = np.arange(len(sound)) / rate_hz
    sound += np.random.default_rng(1).normal(0.0, level * 0.001, len(sound)) + level * 0.05 * np.sin(2 * np.pi * 25.0 * at_s) + 0.002
    path.parent.mkdir(exist_ok=True)
    soundfile.write(path, np.tile(sound[:, None], (1, channels)), rate_hz, subtype=subtype)
    return path


@pytest.mark.parametrize(("rate_hz", "channels", "subtype"), [(44_100, 2, "PCM_24"), (48_000, 1, "PCM_16"), (96_000, 1, "FLOAT"), (16_000, 1, "PCM_U8")])
def test_a_recording_is_trimmed_and_levelled(
    spoken: Utterance, beside: Utterance, tmp_path: Path, rate_hz: int, channels: int, subtype: str
) -> None:
    level = 0.5 if subtype == "PCM_U8" else 0.05  # 8 bits have no soft recordings
    said = recorded.utterance(record(tmp_path / "a.wav", spoken, rate_hz=rate_hz, channels=channels, subtype=subtype, level=level), beside)
    assert said.rate_hz == RATE_HZ
    assert said.audio.shape[1] == 1 and said.audio.dtype == np.float32
    assert len(said.audio) / RATE_HZ == pytest.approx(len(spoken.audio) / spoken.rate_hz, abs=0.12)
    assert lufs_of(said.audio) == pytest.approx(NARRATION_LUFS, abs=0.3)
    assert abs(float(said.audio.mean())) < 1e-3  # the offset is gone


def test_every_word_of_a_recording_is_found_within_a_tenth_of_a_second(spoken: Utterance, beside: Utterance, tmp_path: Path) -> None:
    said = recorded.utterance(record(tmp_path / "a.wav", spoken), beside)
    first = spoken.words[0][0]
    errors = np.array([abs((a - said.words[0][0]) - (b - first)) for (a, _), (b, _) in zip(said.words, spoken.words, strict=True)])
    assert float(np.median(errors)) < 0.06
    assert float(errors.max()) < 0.2
    edges = [edge for word in said.words for edge in word]
    assert edges == sorted(edges)
    assert edges[-1] <= len(said.audio) / RATE_HZ


def test_a_pause_that_the_speaker_makes_is_no_part_of_a_word(spoken: Utterance, beside: Utterance) -> None:
    at = round(spoken.words[5][0] * spoken.rate_hz)
    gap = np.zeros((spoken.rate_hz, 1), np.float32)
    times = word_times(np.concatenate([spoken.audio[:at], gap, spoken.audio[at:]]), spoken.rate_hz, beside)
    assert times[5][0] - times[4][1] > 0.8
    assert max(end - start for start, end in times) < 0.8


def test_ids_belong_to_the_words_and_repeated_lines_are_counted() -> None:
    lines = [Line("Who is there?"), Line("Nobody."), Line("Who is there?"), Line("“Who is THERE?”", "mary")]
    ids = line_ids(lines)
    assert len(set(ids)) == 4
    assert ids[2] == ids[0] + "-2" and ids[3] == ids[0] + "-3"
    assert line_ids([Line("Something new."), *lines])[1:] == ids
    assert line_ids([Line("Who was there?")])[0] != ids[0]


def a_score(*texts: str) -> Score:
    return Score("t", (Beat("calm", 0.0, lines=tuple(Line(text) for text in texts)),))


def test_files_are_matched_by_their_ids_and_the_others_are_named(tmp_path: Path) -> None:
    score = a_score("One.", "Two.", "One.")
    ids = line_ids(score.beats[0].lines)
    folder = tmp_path / "takes"
    folder.mkdir()
    for name in (f"{ids[0]}.wav", f"{ids[1].upper()} second take, Anna.WAV", f"{ids[2]}.flac", "room tone.wav", "notes.txt",
                 f"{ids[0][:5]}ab.wav", f"{ids[0]}s.mp3", "from the telephone.m4a"):
        (folder / name).write_bytes(b"")
    found = recordings_near(tmp_path / "story.txt", score)
    assert {k: path.suffix.lower() for k, path in found.files.items()} == {0: ".wav", 1: ".wav", 2: ".flac"}
    assert {path.name for path in found.strays} == {"room tone.wav", f"{ids[0][:5]}ab.wav", f"{ids[0]}s.mp3"}
    assert "room tone.wav" in found.notes()[0] and "from the telephone.m4a" in found.notes()[1]
    (folder / f"{ids[1]}-old.wav").write_bytes(b"")
    with pytest.raises(UsageError, match="second recording of a line"):
        recordings_near(tmp_path / "story.txt", score)
    assert recordings_near(None, score).files == {}


@pytest.mark.parametrize(("content", "fault"), [(b"", "not a sound file"), (b"RIFF\x00\x00\x00\x00WAVEjunk", "not a sound file")])
def test_a_damaged_recording_is_named(tmp_path: Path, beside: Utterance, content: bytes, fault: str) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(VoiceError, match=rf"a\.wav.*{fault}"):
        recorded.utterance(path, beside)


def test_a_recording_that_is_cut_off_is_named_and_one_out_of_a_pipe_is_not(spoken: Utterance, beside: Utterance, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, spoken.audio, spoken.rate_hz, subtype="PCM_16")
    whole = path.read_bytes()
    path.write_bytes(whole[:len(whole) // 2])
    with pytest.raises(VoiceError, match=r"a\.wav.*is cut off"):
        recorded.utterance(path, beside)
    at = whole.index(b"data") + 4
    path.write_bytes(whole[:at] + b"\xff" * 4 + whole[at + 4:])
    assert len(recorded.utterance(path, beside).words) == len(beside.words)


def test_a_silent_recording_and_one_of_many_lines_are_named(tmp_path: Path, beside: Utterance) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros((48_000, 1)), 48_000)
    with pytest.raises(VoiceError, match=r"a\.wav.*silent"):
        recorded.utterance(tmp_path / "a.wav", beside)
    soundfile.write(tmp_path / "b.wav", np.zeros((8_000 * 400, 1)), 8_000)
    with pytest.raises(VoiceError, match=r"b\.wav.*lasts 400 s"):
        recorded.utterance(tmp_path / "b.wav", beside)


def test_a_render_speaks_with_the_recording_in_the_place_of_the_line(
    spoken: Utterance, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the page in docs: list the lines, record one, render."""
    story = tmp_path / "story.txt"
    story.write_text(f"Nobody came. {TEXT} Then it was quiet.\n", encoding="utf-8")

    def run(*args: object) -> str:
        with pytest.raises(SystemExit) as done:
            main([str(arg) for arg in args])
        assert done.value.code == 0
        return capsys.readouterr().out

    listed = json.loads(run("takes", story, "--json"))
    mine = next(one for one in listed if one["text"] == TEXT)
    assert mine["recording"] is None
    plain = json.loads(run("render", story, "--voice", "tone", "--json", "-o", tmp_path / "plain.wav"))
    record(tmp_path / "takes" / f"{mine['id']}.wav", spoken)
    assert "recorded" in run("takes", story)
    first = json.loads(run("render", story, "--voice", "tone", "--json", "-o", tmp_path / "mine.wav", "--stems", tmp_path / "stems"))
    assert first["takes_spoken"] == 1
    assert plain["takes_spoken"] == len(listed)
    again = json.loads(run("render", story, "--voice", "tone", "--json", "-o", tmp_path / "again.wav"))
    assert again["takes_spoken"] == 0
    assert (tmp_path / "again.wav").read_bytes() == (tmp_path / "mine.wav").read_bytes()
    assert (tmp_path / "plain.wav").read_bytes() != (tmp_path / "mine.wav").read_bytes()
    voice, rate_hz = soundfile.read(tmp_path / "stems" / "voice.wav")
    # what was recorded stands in the voice stem: its own spectrum, found again by correlation of the envelopes
    mono, own = np.abs(voice.mean(axis=1)), np.abs(signal.resample_poly(spoken.audio[:, 0], rate_hz, spoken.rate_hz))
    a, b = (signal.resample_poly(x, 1, 480) for x in (mono, own))
    likeness = np.correlate(a - a.mean(), b - b.mean(), "valid").max() / (np.linalg.norm(b - b.mean()) * np.linalg.norm(a - a.mean()))
    assert likeness > 0.5
