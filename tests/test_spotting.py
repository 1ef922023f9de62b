"""A text becomes a score that tiles it, with every word in one line and every sound on its word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_presets import MOODS, PLACES
from work import assert_work_grows_with_length, calls

from audiodream.errors import PresetError, StoryError
from audiodream.fixes import Fixes, read_fixes
from audiodream.languages import language_of
from audiodream.score import Score
from audiodream.score_words import bare
from audiodream.spotting import spot
from audiodream.text import text_of

STORY = """CHAPTER ONE

The concert hall was full. In the concert hall the crowd hummed, and the old clock ticked.

"Quiet," whispered the conductor. "They are coming."

Then the great mirror shattered. Everyone screamed and ran for the doors, in panic and dread.

CHAPTER TWO

We sat in the garden afterwards. A bell rang, far away; it was calm, gentle, peaceful. Nobody spoke.
"""


def spotted(text: str, fixes: Fixes | None = None) -> Score:
    return spot(text_of(text, "story.txt"), MOODS, PLACES, fixes=fixes)


def assert_sound(score: Score, source: str) -> None:
    """The beats tile the story; lines lie in order in their beats; cues lie on their words."""
    assert score.beats[0].start == score.start and score.beats[-1].end == score.end
    for before, after in zip(score.beats, score.beats[1:], strict=False):
        assert before.end == after.start
    at = score.start
    for beat in score.beats:
        assert beat.start < beat.end and beat.lines
        for line in beat.lines:
            assert at <= line.start < line.end <= beat.end and line.text.strip()
            at = line.end
            for cue in line.cues:
                word = bare(line.text.split()[cue.word])
                assert line.start <= cue.at < line.end
                assert source[cue.at].casefold() in word.casefold()


def test_beats_tile_the_story_and_cues_lie_on_their_words() -> None:
    score = spotted(STORY)
    assert_sound(score, STORY)
    cues = {(c.kind, bare(line.text.split()[c.word])) for b in score.beats for line in b.lines for c in line.cues}
    assert {("crowd-hum", "hummed"), ("clock", "ticked"), ("glass-shatter", "shattered"), ("bell", "rang")} <= cues
    assert "whispers" not in {kind for kind, _ in cues}


def test_every_word_is_in_exactly_one_line() -> None:
    words = re.findall(r"\w+", STORY)
    assert re.findall(r"\w+", " ".join(line.text for b in spotted(STORY).beats for line in b.lines)) == words


def test_places_and_chapters_are_those_of_the_text() -> None:
    score = spotted(STORY)
    assert score.beats[0].place == "hall" and score.beats[-1].place == "open-air"
    assert [b.chapter for b in score.beats if b.chapter] == ["CHAPTER ONE", "CHAPTER TWO"]


def test_a_quotation_has_its_speaker() -> None:
    lines = [line for b in spotted(STORY).beats for line in b.lines if line.quote]
    assert [line.text for line in lines] == ["Quiet,", "They are coming."]
    assert len({line.speaker for line in lines}) == 1 and lines[0].speaker != "narrator"


def test_a_turn_into_another_mood_is_a_reveal() -> None:
    text = (
        "The garden was calm and quiet and gentle, and the afternoon went by in peace and quiet, as gentle as the ones before it.\n\n"
        "Panic! They screamed and ran and screamed, and in their panic they ran on, screaming, over one another, in blind panic."
    )
    beats = spotted(text).beats
    assert len(beats) == 2 and beats[0].lines[-1].gap == "reveal"


def test_what_the_user_fixes_holds() -> None:
    fixes = Fixes({"They are coming": "usher"}, {"usher": "female"}, {"great mirror": "triumph"}, {"A bell rang": "cathedral"}, ("ticked",))
    score = spotted(STORY, fixes)
    said = {line.text: line.speaker for b in score.beats for line in b.lines if line.quote}
    assert said["They are coming."] == "usher" and said["Quiet,"] != "usher"
    assert {c.id: c.gender for c in score.characters}["usher"] == "female"
    assert next(q for q in score.quotes if "coming" in STORY[q.start : q.end]).speaker == "usher"
    assert next(b for b in score.beats if "mirror" in STORY[b.start : b.end]).mood == "triumph"
    assert next(b for b in score.beats if "A bell" in STORY[b.start : b.end]).place == "cathedral"
    assert "clock" not in {c.kind for b in score.beats for line in b.lines for c in line.cues}


def test_fixes_are_read_from_beside_the_story_and_every_fault_is_told(tmp_path: Path) -> None:
    story = tmp_path / "night.txt"
    assert read_fixes(story, MOODS, PLACES) == Fixes()
    (tmp_path / "night.toml").write_text(
        '[story]\nno_cues = ["bell"]\n[story.speakers]\n"Come in" = "elder"\n[story.moods]\n"the end" = "calm"\n'
    )
    fixes = read_fixes(story, MOODS, PLACES)
    assert fixes.no_cues == ("bell",) and fixes.speakers == {"Come in": "elder"} and fixes.moods == {"the end": "calm"}
    (tmp_path / "night.toml").write_text(
        '[story]\nno_cue = ["bell"]\nlanguage = 3\n[story.moods]\n"x" = "clam"\n[story.genders]\na = "woman"\n'
    )
    with pytest.raises(PresetError) as error:
        read_fixes(story, MOODS, PLACES)
    assert len(error.value.faults) == 4 and "'calm'" in str(error.value) and ":2:" in str(error.value)


def test_another_language_is_read_with_a_note() -> None:
    german = "Der alte Mann saß am Fenster und sah auf die Straße. Es war kalt, und er dachte an das Meer. Niemand kam zu ihm."
    score = spotted(german)
    assert score.language == "de" and any("not in English" in note for note in score.notes) and score.beats
    assert not any("not in English" in note for note in spotted(STORY).notes)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le vieil homme regardait la mer et il ne pensait pas que le soleil était dans le ciel pour lui.", "fr"),
        ("Старик сидел у окна и смотрел на улицу. Было холодно, и он думал о море.", "und"),
        ("The old man sat at the window and looked out at the street; it was cold.", "en"),
        ("Hush.", "en"),
    ],
)
def test_the_language_is_told_by_its_commonest_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_story_that_is_all_headings_has_a_beat() -> None:
    score = spotted("CHAPTER ONE\n\nCHAPTER TWO\n")
    assert [line.text for b in score.beats for line in b.lines]


def test_a_text_without_a_word_is_an_error() -> None:
    with pytest.raises(StoryError):
        spotted(" \n* * *\n ")


PIECES = st.sampled_from(
    [
        "The bell rang. ",
        '"Run!" she cried. ',
        "\n\n",
        "* * *\n\n",
        "I heard a scream—",
        "CHAPTER II\n\n",
        "…",
        "“Who,” he said, “is there?” ",
        "in the forest ",
        "\r\n",
        "\\n",
        "'",
        '"',
        "— ",
        "Ünïcödé 静か ",
        "a",
        ". ",
        "theKnowing ",
        "🎭 ",
        "# Title\n\n",
        "x" * 30 + " ",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("".join)))
@settings(max_examples=80, deadline=None)
def test_no_text_crashes_and_the_beats_tile_it(text: str) -> None:
    try:
        score = spotted(text)
    except StoryError:
        return
    assert_sound(score, text)


def test_cues_and_places_take_a_bounded_number_of_calls_a_word() -> None:
    from audiodream.cues import find_cues
    from audiodream.place_words import place_words
    from audiodream.places import find_places

    words = place_words(PLACES)
    sentences = re.split(r"(?<=[.!?])\s+", " ".join(STORY.split()))

    def look() -> None:
        for sentence in sentences:
            find_cues(sentence)
            find_places(sentence, words)

    look()
    assert calls(look) < 100 * sum(len(s.split()) for s in sentences)


STORIES = Path(__file__).parents[2] / "shared" / "stories"


@pytest.mark.skipif(not STORIES.is_dir(), reason="the shared stories are not here")
def test_a_real_story_is_tiled() -> None:
    with (STORIES / "the-gallery-of-cracks.txt").open(encoding="utf-8", newline="") as file:
        source = file.read()
    score = spotted(source)
    assert_sound(score, source)
    assert score.end < len(source) and sum(len(line.cues) for b in score.beats for line in b.lines) > 10


@pytest.mark.parametrize("piece", ["the bell rings in the forest and ", '"a" ', "bell, ", "like a wave of as if "])
def test_one_endless_sentence_takes_work_by_its_length_only(piece: str) -> None:
    from audiodream.cues import find_cues
    from audiodream.place_words import place_words
    from audiodream.places import find_places

    words = place_words(PLACES)

    def look(text: str) -> None:
        quotes = [(n, n + 3) for n in range(0, len(text), 4)] if '"' in piece else []
        find_cues(text, quotes)
        find_places(text, words, quotes)

    assert_work_grows_with_length(look, lambda size: piece * (size // len(piece)), 3_000)
