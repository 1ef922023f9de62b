"""What is speech, what is thought, and what only stands in quotation marks."""

from __future__ import annotations

import pytest

from audiodream.dialogue import find_quotes
from audiodream.repair import repair
from audiodream.story import structure
from audiodream.text import text_of


def quotes(source: str, kind: str = "speech") -> list[str]:
    story = structure(repair(text_of(source)))
    return [story.body[q.start : q.end] for q in find_quotes(story) if q.kind == kind]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"Come in," she said. "Sit down."', ['"Come in,"', '"Sit down."']),
        ("“Come in,” she said, “and sit.”", ["“Come in,”", "“and sit.”"]),
        ("‘Come in,’ she said. ‘It’s the boys’ room. Don’t.’", ["‘Come in,’", "‘It’s the boys’ room. Don’t.’"]),
        ("'Come in,' she said. 'It isn't the dogs' fault, 'tis mine.'", ["'Come in,'", "'It isn't the dogs' fault, 'tis mine.'"]),
        ("“He said ‘no’ to me,” she cried.", ["“He said ‘no’ to me,”"]),
        ("«Come in», she said.", ["«Come in»"]),
        ("—Come in, she said.\n\n—I will, said Tom.\n\n—Good.", ["—Come in,", "—I will,", "—Good."]),
        ("“This goes on.\n\n“And on,” she said.", ["“This goes on.", "“And on,”"]),
        ("“She never closed it.\n\nNobody spoke.", ["“She never closed it."]),
        ("The kids' toys and the dogs' bones; it's 'round here.", []),
        ("She looked “stylish.” They call it ‘the house’ here.", []),
        ("It was the night of 'Lumina', my work.", []),
        ('He stayed at the "Trois Couronnes," it was said, for long.', []),
    ],
)
def test_speech_is_found_with_its_marks(source: str, expected: list[str]) -> None:
    assert quotes(source) == expected


def test_thoughts_are_no_speech() -> None:
    assert quotes("“How odd,” thought Tom. “Hello,” he said.", "thought") == ["“How odd,”"]
    assert quotes("“How odd,” thought Tom. “Hello,” he said.") == ["“Hello,”"]


def test_a_speech_of_several_paragraphs_is_one_turn() -> None:
    story = structure(repair(text_of("“One.\n\n“Two.\n\n“Three,” she said.")))
    found = find_quotes(story)
    assert [q.continues for q in found] == [False, True, True]
    assert [q.continued for q in found] == [True, True, False]


def test_a_quotation_inside_a_quotation_belongs_to_it() -> None:
    story = structure(repair(text_of("“I said ‘good night,’ and went,” he said.")))
    (quote,) = find_quotes(story)
    assert [story.body[a:b] for a, b in quote.inner] == ["‘good night,’"]
