"""No text, however odd, crashes the reading, loses or doubles a character, or takes more time than its length is worth."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_presets import MOODS, PLACES
from work import assert_work_grows_with_length, hang_guard

from audiodream.errors import StoryError
from audiodream.spotting import Spotted, spotted
from audiodream.text import text_of
from benchmarks.stories import our_stories

STORIES = our_stories()
ODD = [
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "—", "–", "--", "…", "...", ".", "!", "?", ",", ":", ";", "\n", "\n\n", "\n\n\n\n", "\r\n",
    "\r", "\t", " ", "   ", "\u00a0", "\u2028", "\u2029", "\ufeff", "\u200b", "\u202e", "\u00ad", "\x00", "\x07", "\x1b", "\x85", "\\n", "\\",
    "*", "**", "_", "# ", "> ", "- ", "* * *", "***", "[a](http://b)", "<p>", "</p>", "<!--", "-->", "&amp;", "&", "Mr. ", "I", "I said", "he said",
    "said the old man", "CHAPTER II\n\n", "Contents\n", "Author's note: ", "*** START OF THE PROJECT GUTENBERG EBOOK ***\n", "e\u0301", "\u0301",
    "雨が降る。", "مطر", "👩\u200d👩\u200d👧", "𝔞", "ﬁ", "ß", "İ", "1999", "3.14", "theKnowing", "end.Then", "The bell rang. ", "Silence fell.",
]


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def assert_whole(read: Spotted, source: str) -> None:
    """The beats tile the story, the lines lie in order in their beats, and every letter of the body is said once."""
    score = read.score
    spans = [(beat.start, beat.end) for beat in score.beats]
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
    assert (spans[0][0], spans[-1][1]) == (score.start, score.end) == (read.story.text.start, read.story.text.end)
    assert "".join(source[start:end] for start, end in spans) == source[score.start : score.end]
    at = score.start
    for beat in score.beats:
        for line in beat.lines:
            assert at <= line.start < line.end <= beat.end
            at = line.end
    assert letters("".join(line.text for beat in score.beats for line in beat.lines)) == letters(read.story.body)


def read(source: str) -> Spotted | None:
    try:
        return spotted(text_of(source, "story.txt"), MOODS, PLACES)
    except StoryError:
        return None


def _once(text: str, a: int, b: int, rng: random.Random) -> str:
    """The text with one thing done to text[a:b], or put in at a."""
    odd, head, part, tail = rng.choice(ODD), text[:a], text[a:b], text[b:]
    stray = chr(rng.choice([rng.randrange(1, 0xD800), rng.randrange(0xE000, 0x110000)]))
    everywhere = text.replace(rng.choice(["“", "”", '"', ".", "\n", "the"]), odd)
    return rng.choice([
        head + odd * rng.choice([1, 1, 1, 2, 40]) + part + tail, head + tail, head + part * 2 + tail, head + part.swapcase() + tail,
        head + part[::-1] + tail, head + part.replace(" ", odd) + tail, everywhere, head + stray + part + tail,
    ])


def mutated(source: str, rng: random.Random) -> str:
    """A stretch of a story with a few things done to it that happen to files, and some that do not."""
    size = rng.randint(200, 1800)
    begin = rng.randrange(max(1, len(source) - size))
    text = source[begin : begin + size]
    for _ in range(rng.randint(1, 12)):
        a, b = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        b = min(b, a + 120)
        text = _once(text, a, b, rng)[:6000]
    return text


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_story_is_whole(story: Path) -> None:
    source = story.read_text(encoding="utf-8")
    found = read(source)
    assert found is not None
    assert_whole(found, source)


@pytest.mark.parametrize("seed", range(60))
def test_a_mutated_story_is_whole(seed: int) -> None:
    rng = random.Random(seed)
    source = mutated(rng.choice(STORIES).read_text(encoding="utf-8"), rng)
    found = read(source)
    if found is None:
        assert len(letters(source)) < 400, "a story was taken for notes"
    else:
        assert_whole(found, source)


@given(st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=12)), max_size=40).map("".join))
@settings(max_examples=120, deadline=None)
def test_any_text_is_whole_or_no_story(source: str) -> None:
    found = read(source)
    if found is not None:
        assert_whole(found, source)


def every_character() -> str:
    return " ".join(chr(c) for c in range(1, 0x30000, 7) if unicodedata.category(chr(c)) not in ("Cs", "Cn", "Co"))


ENDLESS = {
    "one sentence": "the rain fell and ", "one paragraph": "He ran home. ", "one word": "a", "capitals": "Anna Tom ", "blanks": " ", "tabs": "\t \n",
    "newlines": "\n", "stops": ".", "spaced stops": ". ", "quotes": '"', "open quotes": "“ ", "nested quotes": "“‘a’ ", "quoted words": '"a" ',
    "dashes": "—", "hyphens": "- ", "stars": "*a* ", "open stars": "*a ", "underscores": "_", "hashes": "#", "escapes": "\\n", "brackets": "[a](",
    "tags": "<p>a", "titles": "# a\n\n", "comments": "<!--", "half words": "theand", "dotted": "a.b.", "headings": "Chapter 1\n\na\n\n", "letters": "a\n\n",
    "talk": "“Go,” said Tom.\n\n", "rules": "* * *\n\na\n\n", "gaps": "a\n\n\n\n\n\nb\n\n", "lines": "He ran home\n", "heads": "*** START OF THE PROJECT GUTENBERG ",
    "bells": "the bell rang ", "likes": "like as if ", "accents": "\u0301", "ideographs": "雨が降る。", "controls": "\x07\x1b", "everything": every_character(),
}


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_long_text_of_one_kind_is_whole_and_hangs_nothing(piece: str) -> None:
    source = endless(piece, 30_000)
    with hang_guard():
        found = read(source)
    assert found is not None
    assert_whole(found, source)


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS.keys())
def test_the_work_of_a_text_grows_with_its_length_and_no_faster(piece: str) -> None:
    assert_work_grows_with_length(read, lambda size: endless(piece, size), 2_000)


def endless(piece: str, size: int) -> str:
    return "Once more. " + piece * (size // len(piece)) + " the end"
