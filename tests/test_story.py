"""Chapters, scenes, paragraphs and sentences, and the lines into which they are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from work import assert_work_grows_with_length

from audiodream.dialogue import find_quotes
from audiodream.lines import Stretch, lines_of
from audiodream.repair import repair
from audiodream.speakers import attribute
from audiodream.story import Story, structure
from audiodream.text import text_of


def told(source: str) -> Story:
    return structure(repair(text_of(source)))


def sentences(source: str) -> list[str]:
    story = told(source)
    return [story.body[s.start : s.end] for s in story.sentences()]


def lines(source: str) -> tuple[Stretch, ...]:
    story = told(source)
    return lines_of(story, attribute(story, find_quotes(story)))


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Brown met Dr. J. R. Green at 5 p.m. on Jan. 3rd.", "They spoke."],
        ["It cost 3.50, i.e. nothing.", "He paid."],
        ["He waited... and waited… then left.", "Nobody came."],
        ["“Who is it?” he asked.", "“It is I.”", "The door shut."],
        ['"Stop!" cried Ann.', '"Why?"'],
        ["She stopped—why?—and looked back.", "Nothing!", "Nothing at all."],
        ["The U.S. army came.", "It was I.", "We won etc. and so on."],
        ["No. 7 was shut.", "No.", "It was open."],
        ["I am dreaming.", "find myself on a stage."],
        ["(It rained.)", "[It poured.]", "Then sun."],
        ["St. Paul's rang.", "Prof. X. wept?!", "Yes."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_chapters_and_scenes_are_found() -> None:
    prose = "The lamp went out and nobody in the hall said a word. It was late."
    story = told(f"LAMPS\n\nCHAPTER I\nThe Hall\n\n{prose}\n\n* * *\n\n{prose}\n\nChapter Two\n\n{prose}\n\nEPILOGUE\n\n{prose}\n")
    assert [c.title for c in story.chapters] == ["LAMPS. CHAPTER I The Hall", "Chapter Two", "EPILOGUE"]
    assert [len(c.scenes) for c in story.chapters] == [2, 1, 1]
    assert all(any(p.kind == "prose" for p in s.paragraphs) for c in story.chapters for s in c.scenes)


def test_prose_is_not_taken_for_headings() -> None:
    for line in (
        "“STOP!”",
        "I went home.",
        "Part of me wanted to stay.",
        "NO!",
        "Chapter and verse were quoted, again and again, by the old men.",
    ):
        story = told(f"It was late and the lamp was out.\n\n{line}\n\nNobody said a word to anybody else.")
        assert [p.kind for p in story.paragraphs()] == ["prose"] * 3, line


def test_verse_keeps_its_lines() -> None:
    spoken = lines(
        "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?"
    )
    assert [s.gap for s in spoken] == ["clause", "clause", "clause", "chapter"]
    assert spoken[1].text == "In the forests of the night;"


def test_a_quotation_and_its_tag_are_lines_of_their_own_with_a_short_pause() -> None:
    source = "“Every lamp,” said the old man slowly, “is *one* journey. It ends.”\n\nNobody spoke. “Why?” he asked.\n\n***\n\nNight fell."
    spoken = lines(source)
    assert [(s.text, s.speaker, s.gap) for s in spoken] == [
        ("Every lamp,", "old-man", "clause"),
        ("said the old man slowly,", "narrator", "clause"),
        ("is one journey.", "old-man", "sentence"),
        ("It ends.", "old-man", "paragraph"),
        ("Nobody spoke.", "narrator", "sentence"),
        ("Why?", "old-man", "clause"),
        ("he asked.", "narrator", "scene"),
        ("Night fell.", "narrator", "chapter"),
    ]
    assert "slow" in spoken[0].manners and spoken[2].emphasised == (1,)
    assert [source[s.start : s.end] for s in spoken][:2] == ["“Every lamp,”", "said the old man slowly,"]


def test_capitals_are_emphasis_and_a_cry_is_a_shout() -> None:
    assert lines("It was NOT the hall.")[0].emphasised == (2,)
    assert lines("NASA was not there.")[0].emphasised == ()
    assert "shout" in lines("“GET OUT OF HERE!” he said.")[0].manners


def test_every_word_stands_in_exactly_one_line() -> None:
    source = '# One\n\n“A—” he said; “b.” — “c”\n\n‘d e,’ she said. \'f\'\n\n—g, he said.\n\n(h) "i\n\n"j k" *l*\n'
    story = told(source)
    spoken = lines_of(story, attribute(story, find_quotes(story)))
    assert [c for s in spoken for c in s.text if c.isalnum()] == [c for c in story.body if c.isalnum()]
    assert all(a.end <= b.start for a, b in pairwise(spoken))


@pytest.mark.parametrize(
    "piece",
    [
        "a\n\n",
        " a",
        "the ",
        '"',
        "'a ",
        "*a ",
        "Tom said ",
        '"a," said Tom, "b." ',
        "# a\n",
        "<!-- ",
        "Chapter 1\n\n",
        "Contents\n",
        "Mr. ",
        "[",
        "—a ",
    ],
)
def test_the_work_of_an_odd_text_grows_with_its_length_and_no_faster(piece: str) -> None:
    assert_work_grows_with_length(lines, lambda size: piece * (size // len(piece)) + "end.", 4_000)
