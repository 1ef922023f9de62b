"""What a story file may be, and what is said about one that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from audiodream.errors import StoryError
from audiodream.readers import READERS, read
from audiodream.repair import repair
from audiodream.story import structure


def written(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def test_the_source_is_the_file_untouched(tmp_path: Path) -> None:
    text = read(written(tmp_path, "a b 🙂 'x'.txt", b"\xef\xbb\xbfOne line.\r\nTwo.\r\n"))
    assert text.source == "\ufeffOne line.\r\nTwo.\r\n"
    assert repair(text).body == "One line.\n\nTwo."


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x00\x01story", "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x01\x02\x03\xff\xfe", "binary"),
        ("old.txt", "Das Café schläft.".encode("cp1252"), "Windows-1252 it says 'Das Café"),
        ("wide.txt", "A story".encode("utf-16"), "UTF-16"),
        ("signs.txt", b" \n... --- !!!\n", "no word"),
        ("story.doc", b"words", ".txt"),
        ("story", b"words", "no suffix"),
    ],
)
def test_a_file_that_is_no_story_is_named_with_its_fault_and_a_way_out(tmp_path: Path, name: str, raw: bytes, says: str) -> None:
    with pytest.raises(StoryError) as caught:
        read(written(tmp_path, name, raw))
    assert says in str(caught.value) and name in caught.value.thing and caught.value.way_out


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".rtf", ".odt", ".epub", ".html"])
def test_a_document_of_another_program_is_to_be_saved_as_text(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(StoryError) as caught:
        read(written(tmp_path, f"story{suffix}", b"words"))
    assert suffix in caught.value.fault and caught.value.way_out == "save it as .txt or .md"


def test_a_missing_file_a_folder_and_a_near_name(tmp_path: Path) -> None:
    written(tmp_path, "dream.txt", b"A dream.")
    with pytest.raises(StoryError, match=r"did you mean 'dream.txt'"):
        read(tmp_path / "draem.txt")
    with pytest.raises(StoryError, match="folder"):
        read(tmp_path)
    with pytest.raises(StoryError, match="no folder"):
        read(tmp_path / "nowhere" / "x.txt")
    with pytest.raises(StoryError, match=r"did you mean \.txt"):
        read(written(tmp_path, "dream.txtt", b"A dream."))


MARKDOWN = """---
title: "The Long Night"
author: nobody
---

# One

It was *very* dark. She said **no**,
and [left](http://example.org/a_b).

---

1986. A good year\\*, she thought &amp; smiled.

## Two

— Hello, said Ann.
"""


def test_markdown_keeps_its_meaning_and_every_offset(tmp_path: Path) -> None:
    for raw in (MARKDOWN, MARKDOWN.replace("\n", "\r\n"), "\ufeff" + MARKDOWN):
        text = repair(read(written(tmp_path, "night.md", raw.encode())))
        story = structure(text)
        assert story.title == "The Long Night"
        assert [c.title for c in story.chapters] == ["One", "Two"]
        assert [len(c.scenes) for c in story.chapters] == [2, 1]
        assert "It was very dark. She said no, and left." in text.body
        assert "1986. A good year*, she thought & smiled." in text.body
        strong = [text.source[m.start : m.end] for m in text.marks if m.kind == "emphasis"]
        assert strong == ["very", "no"]
        for i, c in enumerate(text.body):
            assert c.isspace() or text.source[text.offsets[i]] == c or c == "&"


def test_every_reader_gives_rising_offsets_into_its_source() -> None:
    for read_text in dict.fromkeys(READERS.values()):
        text = read_text("# A\n\nSome *words* here.\n\n> quoted\n\n    indented words\n", "x")
        assert len(text.offsets) == len(text.body) + 1
        assert list(text.offsets) == sorted(text.offsets)
        assert "indented words" in text.body and "quoted" in text.body
