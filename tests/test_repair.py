"""What is mended in a text, what is cut from it, and what is left alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiodream.errors import StoryError
from audiodream.repair import STEPS, repair
from audiodream.story import structure
from audiodream.text import Text, text_of

SHARED = Path(__file__).parents[2] / "shared"
with_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not here")


def mended(source: str, *off: str) -> Text:
    return repair(text_of(source), frozenset(off))


def kinds(text: Text) -> set[str]:
    return {r.kind for r in text.repairs}


WRAPPED = "It was a long and quiet evening by the sea, and the old\nhouse stood with open windows as if it were listening to\nthe waves."


@pytest.mark.parametrize(
    ("kind", "source", "body"),
    [
        ("line-ends", "One day.\r\n\r\nTwo days.", "One day.\n\nTwo days."),
        ("invisible", "\ufeffOne\u200b day.", "One day."),
        ("literal-escape", "It ended.\\n\\nIt began.", "It ended.\n\nIt began."),
        ("hard-wrap", WRAPPED, WRAPPED.replace("\n", " ")),
        (
            "broken-paragraph",
            "She walked along the endless road and\n\nthen she stopped.",
            "She walked along the endless road and then she stopped.",
        ),
        ("missing-space", "The door shut.Nobody moved.", "The door shut. Nobody moved."),
        ("glued", "The floor was cold withthe light of morning.", "The floor was cold with the light of morning."),
        ("glued", "It ends with theKnowing that all is well.", "It ends with the Knowing that all is well."),
        ("markdown", "It was **very** _very_ dark.", "It was very very dark."),
        ("markup", "It was <i>very</i> dark &mdash; and cold.", "It was very dark — and cold."),
    ],
)
def test_each_defect_is_mended_recorded_and_can_be_left_alone(kind: str, source: str, body: str) -> None:
    text = mended(source)
    assert text.body == body
    mine = [r for r in text.repairs if r.kind == kind]
    assert mine and all(r.why for r in mine)
    assert all(text.source[r.start : r.end] == r.before for r in mine)
    assert kind not in kinds(mended(source, kind))
    assert mended(source, kind).body != body


STORY = "\n\n".join(
    f"The {n} lamp went out, and nobody in the long hall said a word about it." for n in ("first", "second", "third", "fourth", "fifth")
)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (
            "gutenberg",
            "The Project Gutenberg EBook of Lamps\n\n*** START OF THIS PROJECT GUTENBERG EBOOK LAMPS ***\n\nProduced by Someone\n\n",
            "\n\n*** END OF THIS PROJECT GUTENBERG EBOOK LAMPS ***\n\nUpdated editions will replace the previous one.",
        ),
        ("contents", "CONTENTS\n\nCHAPTER I. The hall\nCHAPTER II. The dark\nCHAPTER III. The end\n\n\n", ""),
        (
            "commentary",
            "",
            "\n\n\nYour story weaves a compelling tale. Here's a detailed breakdown:\n\n**1. Pacing:**\nThe protagonist moves well.\n\n"
            "**2. Imagery:**\n- **Lamps:** consider adding more sensory details.",
        ),
        ("commentary", "", "\n\n---\n\nAuthor's note: I wrote this in one night."),
        ("commentary", "Sure! Here is the story you asked for:\n\n", ""),
    ],
)
def test_what_is_no_story_is_cut(kind: str, before: str, after: str) -> None:
    text = mended(before + STORY + after)
    assert text.body == STORY
    assert (text.start, text.end) == (len(before), len(before) + len(STORY))
    assert kind in kinds(text)
    assert text.body != mended(before + STORY + after, kind).body


@pytest.mark.parametrize(
    "prose",
    [
        "I am dreaming. find myself on a stage.",
        "He paid $3.50 at 9.30 a.m. to Mr. O'Brien of www.example.org, e.g. for the iPhone.",
        "MacArthur met McDonald and LeBron at YouTube, and a looking-glass; herself, without, therefore, likewise.",
        "Hisself was the stirabout by the andiron, notwithstanding the snotgreen dressinggown.",
        "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?",
        "The file lay in C:\\new\\tales, and 2 * 3 * 4 is 24, snake_case_word.",
        "CONTENTS of the box: one feather.",
        "“Wait—” she said. He turned to go.\n\nbut she was gone.",
    ],
)
def test_sound_prose_passes_untouched(prose: str) -> None:
    assert mended(prose).body == prose


def test_the_body_maps_back_to_the_source() -> None:
    text = mended("\ufeffThe *old* door shut.Nobody\r\nmoved withthe light.\\n")
    for i, c in enumerate(text.body):
        assert c == " " or c == text.source[text.offsets[i]]
    assert text.source[text.start : text.end].endswith("light.")


def test_a_text_of_notes_only_is_refused() -> None:
    with pytest.raises(StoryError, match="no word"):
        mended("*** * ***\n\n---\n")


@with_shared
def test_no_repair_alters_a_word_of_sound_prose() -> None:
    for path in sorted((SHARED / "data" / "litbank" / "passages").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = mended(file.read())
        before = re.sub(r"[\s_*]+", " ", text.source).replace("- ", "-").split()
        assert "".join(re.sub(r"[\s_*]+", " ", text.body).replace("- ", "-").split()) == "".join(before), path.name
        assert not kinds(text) & {"glued", "missing-space", "broken-paragraph", "literal-escape", "commentary", "contents", "gutenberg"}, (
            path.name
        )


@with_shared
def test_the_marked_defects_of_real_files_are_mended_and_their_story_ends_where_it_ends() -> None:
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        with (SHARED / "stories" / gold["file"]).open(encoding="utf-8", newline="") as file:
            text = mended(file.read())
        assert (text.start, text.end) == (gold["story_start"], gold["story_end"])
        for defect in gold["defects"]:
            if defect["kind"] in ("missing_space", "literal_backslash_n", "trailing_commentary"):
                near = [r for r in text.repairs if defect["start"] - 2 <= r.start <= defect["start"] + len(defect["text"])]
                assert near, defect
        assert "\\n" not in text.body


ODD = st.text(alphabet=st.sampled_from("aB.,!?\"'“”‘’—-*_#\n\r\t \\n[]()<>&;:1é\ufeff\u2028…"), max_size=400)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ODD, st.sets(st.sampled_from(sorted(STEPS))))
def test_no_text_breaks_the_repair_or_the_structure(source: str, off: set[str]) -> None:
    try:
        text = repair(text_of(source), frozenset(off))
    except StoryError:
        return
    assert len(text.offsets) == len(text.body) + 1
    assert list(text.offsets) == sorted(text.offsets) and text.offsets[-1] <= len(source) + 1
    assert 0 <= text.start < text.end <= len(source)
    at = 0
    for sentence in structure(text).sentences():
        assert sentence.start >= at and not text.body[at : sentence.start].strip()
        at = sentence.end
    assert not text.body[at:].strip()
