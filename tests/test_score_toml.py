"""A score is written for people and read back without loss; what is wrong with it is told, all of it, with its line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_presets import MOODS, PLACES

from audiodream.errors import PresetError, ScoreError
from audiodream.score import Beat, Character, Cue, Line, Quote, Repair, Score
from audiodream.score_toml import read_score, write_score
from audiodream.score_words import index_of, name_of
from audiodream.spotting import spot
from audiodream.text import text_of

HAND_MADE = """
title = "Night"
[[character]]
id = "elder"
gender = "male"
[[beat]]
mood = "dread"
[[beat.line]]
text = "The bell rings, and rings again."
cues = [{ kind = "bell", on = "rings", nth = 2 }]
[[beat.line]]
text = "Who is there?"
speaker = "elder"
manners = ["whisper"]
"""


def faults(text: str, **names: object) -> list[str]:
    with pytest.raises(PresetError) as error:
        read_score(text, "night.score.toml", **names)  # type: ignore[arg-type]
    return str(error.value).splitlines()


def test_a_story_reads_back_as_it_was_spotted() -> None:
    story = (
        'CHAPTER I\n\n“The bell!” she cried. A bell rang, and rang again.\n\nIt was theEnd of it.\\nThe crowd "roared" — at last; '
        "the door slammed.\n\nThen silence fell."
    )
    score = spot(text_of(story, "a.txt"), MOODS, PLACES)
    text = write_score(score)
    assert read_score(text, "a", moods=MOODS, places=PLACES) == score
    assert write_score(read_score(text, "a")) == text
    assert 'on = "rang"' in text and score.repairs and score.quotes and score.extra


def test_a_score_by_hand_needs_little() -> None:
    score = read_score(HAND_MADE, "a")
    first, second = score.beats[0].lines
    assert first.cues == (Cue("bell", 4, -1, "rings"),) and second.speaker == "elder" and second.manners == ("whisper",)
    assert first.start == -1 and first.gap == "sentence" and score.beats[0].intensity == 0.5
    assert read_score(write_score(score), "a") == score
    named = HAND_MADE.replace('id = "elder"', 'id = "elder"\nnames = ["the elder", "Thomas"]').replace('speaker = "elder"', 'speaker = "thomas"')
    assert read_score(named, "a").beats[0].lines[1].speaker == "elder"


def test_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    assert read_score("\ufeff" + HAND_MADE.replace("\n", "\r\n"), "a") == read_score(HAND_MADE, "a")


def test_every_fault_is_told_at_once_with_its_line_and_what_was_meant() -> None:
    text = """title = "Night"
titel = "x"
[[character]]
id = "elder"
voice = "gost"
[[beat]]
mood = "dred"
intensity = 1.2
[[beat.line]]
text = "The bell rings."
speaker = "eldr"
gap = "sentense"
cues = [{ kind = "bel", on = "rings" }, { kind = "bell", on = "ringing" }]
[[beat]]
intensity = "much"
[[beat.line]]
"""
    told = faults(text, moods=["dread"], voices=["ghost"])
    lines = [int(fault.split(":")[1]) for fault in told]
    assert lines == sorted(lines)
    for line, part in [
        (2, "did you mean 'title'"),
        (5, "did you mean 'ghost'"),
        (7, "did you mean 'dread'"),
        (8, "outside 0 .. 1"),
        (11, "did you mean 'elder'"),
        (12, "did you mean 'sentence'"),
        (13, "did you mean 'bell'"),
        (13, "not in the line"),
        (14, "needs a mood"),
        (15, "must be a number"),
        (16, "needs a text"),
    ]:
        assert any(fault.startswith(f"night.score.toml:{line}: ") and part in fault for fault in told), (line, part, told)
    assert len(told) == 11


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("span = [0, 10]", "span = [0, 30]", "overlaps"),
        ("span = [0, 10]", "span = [10, 0]", "runs backward"),
        ("span = [2, 6]", "span = [2, 12]", "outside its beat"),
        ("span = [0, 10]", "span = [0]", "two whole numbers"),
        ("[2, 6]", '["a", 6]', "two whole numbers"),
        ("tension", "tensions", "did you mean 'tension'"),
        ("0.3]", "0.3, 0.4]", "3 numbers"),
        ('mood = "calm"', "mood = 3", "text in quotes"),
        ("[[beat.line]]", "[[beat.lines]]", "did you mean 'line'"),
    ],
)
def test_what_contradicts_itself_is_told(old: str, new: str, fault: str) -> None:
    text = (
        '[[beat]]\nmood = "calm"\ntension = [0.1, 0.2, 0.3]\nspan = [0, 10]\n[[beat.line]]\ntext = "One."\nspan = [2, 6]\n'
        '[[beat]]\nmood = "calm"\nspan = [10, 20]\n[[beat.line]]\ntext = "Two."\n'
    )
    assert read_score(text, "a").beats[1].start == 10
    assert any(fault in one for one in faults(text.replace(old, new, 1)))


@pytest.mark.parametrize("text", ["", 'title = "x"', '[[beat]]\nmood = "calm"\n', '[[beat]]\nmood = "calm"\n[[beat.line]]\ntext = "..."\n'])
def test_a_score_with_nothing_to_speak_is_an_error(text: str) -> None:
    with pytest.raises(ScoreError):
        read_score(text, "a")


def test_what_is_no_toml_is_told_with_its_line() -> None:
    assert faults('title = "x"\n[[beat]\n')[0].startswith("night.score.toml:2: is not valid TOML")
    assert faults("beat = 3\n") and faults("[beat]\n") and faults("reading = 1\n[[beat]]\nmood = 'a'\n")


def test_a_word_is_named_without_its_marks_and_counted() -> None:
    text = "“Run!” — they run, and RUN again…"
    assert name_of(text, 0) == ("Run", 1) and name_of(text, 3) == ("run", 2) and name_of(text, 1) == ("—", 1)
    assert [index_of(text, "run", n) for n in (1, 2, 3, 4)] == [0, 3, 5, None]


WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
UNIT = st.floats(0.0, 1.0)
SPOKEN = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1, max_size=8), min_size=1, max_size=6)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    words = draw(SPOKEN)
    text = " ".join(["word", *words])
    cues = draw(
        st.lists(
            st.builds(Cue, st.sampled_from(["bell", "silence"]), st.integers(0, len(text.split()) - 1), st.integers(-1, 9), WORDS),
            max_size=3,
        )
    )
    return Line(
        text,
        draw(st.sampled_from(["narrator", "elder"])),
        -1,
        -1,
        tuple(draw(st.lists(WORDS, max_size=2))),
        draw(st.sampled_from(["clause", "sentence", "reveal"])),
        draw(st.booleans()),
        tuple(cues),
    )


BEATS = st.builds(
    Beat,
    WORDS,
    UNIT,
    st.floats(-1.0, 1.0),
    UNIT,
    st.tuples(UNIT, UNIT, UNIT),
    WORDS,
    WORDS,
    st.just(-1),
    st.just(-1),
    st.lists(lines(), min_size=1, max_size=3).map(tuple),
)
SCORES = st.builds(
    Score,
    WORDS,
    st.lists(BEATS, min_size=1, max_size=3).map(tuple),
    st.just((Character("elder", ("the elder", "x"), "they", "old", ("echo",), "ghost"),)),
    st.lists(st.builds(Quote, st.just(1), st.just(2), st.one_of(st.none(), WORDS), WORDS), max_size=2).map(tuple),
    st.lists(st.builds(Repair, st.just(1), st.just(2), WORDS, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    st.lists(WORDS, max_size=2).map(tuple),
    st.sampled_from(["en", "de"]),
    WORDS,
    st.just(3),
    st.just(9),
    st.dictionaries(WORDS, WORDS, max_size=2),
)


@given(SCORES)
@settings(max_examples=80, deadline=None)
def test_no_score_loses_anything(score: Score) -> None:
    assert read_score(write_score(score), "a") == score


@given(st.text(max_size=120))
@settings(max_examples=80, deadline=None)
def test_no_text_is_a_traceback(text: str) -> None:
    for form in (text, HAND_MADE + text, HAND_MADE.replace("bell", text)):
        try:
            read_score(form, "a")
        except (PresetError, ScoreError):
            continue


def test_minus_zero_and_defaults_come_back_equal() -> None:
    score = read_score(HAND_MADE, "a")
    odd = replace(score, beats=(replace(score.beats[0], valence=-0.0, intensity=1e-05, arousal=1 / 3),))
    assert read_score(write_score(odd), "a") == odd


def test_an_unknown_kind_of_cue_is_told_as_what_the_reading_would_cue_it() -> None:
    text = '[[beat]]\nmood = "dread"\n[[beat.line]]\ntext = "A shell bursts."\ncues = [{ kind = "explosion", on = "bursts" }]\n'
    with pytest.raises(PresetError, match="'explosion' is cued as 'debris'"):
        read_score(text, "x.score.toml")
