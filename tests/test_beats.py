"""Beats: they tile the story, follow its paragraphs, and turn where the mood does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audiodream.beats import LONGEST_WORDS, Passage, change, find_beats

CALM, FEAR, JOY = (0.9, 0.05, 0.05), (0.05, 0.9, 0.05), (0.05, 0.05, 0.9)


def passages(*paragraphs: list[str], quoted: float = 0.0, opens: dict[int, str] | None = None) -> list[Passage]:
    made: list[Passage] = []
    at = 0
    for n, paragraph in enumerate(paragraphs):
        for k, text in enumerate(paragraph):
            made.append(Passage(text, at, at + len(text), n, (opens or {}).get(n, "") if k == 0 else "", quoted))
            at += len(text) + 1
    return made


def sentence(words: int, start: str = "The") -> str:
    return " ".join([start, *["word"] * (words - 1)]) + "."


def test_a_paragraph_is_a_beat() -> None:
    story = passages([sentence(20), sentence(20)], [sentence(30), sentence(9)])
    assert find_beats(story, [CALM] * 4) == [(0, 2), (2, 4)]


def test_no_sentence_no_beat() -> None:
    assert find_beats([], []) == []


def test_a_short_first_sentence_is_a_frame_of_its_own() -> None:
    story = passages(["I am asleep.", sentence(20), sentence(12)], [sentence(40)])
    assert find_beats(story, [CALM] * 4)[0] == (0, 1)


def test_a_first_sentence_whose_follower_has_lost_its_head_is_no_frame() -> None:
    story = passages(["I am asleep.", "walk down a " + sentence(20), sentence(12)])
    assert find_beats(story, [CALM] * 3) == [(0, 3)]


def test_a_paragraph_is_cut_at_a_but_where_the_mood_turns() -> None:
    story = passages([sentence(20), sentence(20), sentence(20, "But"), sentence(20)])
    assert find_beats(story, [CALM, CALM, FEAR, FEAR]) == [(0, 2), (2, 4)]


def test_a_but_without_a_turn_cuts_nothing() -> None:
    story = passages([sentence(20), sentence(20), sentence(20, "But"), sentence(20)])
    assert find_beats(story, [CALM] * 4) == [(0, 4)]


def test_a_weaker_turn_needs_its_cue() -> None:
    before, after = (0.7, 0.2, 0.1), (0.25, 0.65, 0.1)
    plain = passages([sentence(20), sentence(20), sentence(20), sentence(20)])
    cued = passages([sentence(20), sentence(20), sentence(20, "Suddenly"), sentence(20)])
    rows = [before, before, after, after]
    assert find_beats(plain, rows) == [(0, 4)]
    assert find_beats(cued, rows) == [(0, 2), (2, 4)]


def test_a_paragraph_broken_in_the_middle_of_a_sentence_is_whole_again() -> None:
    story = passages([sentence(20), "She took the"], ["lamp from " + sentence(20)])
    assert find_beats(story, [CALM] * 3) == [(0, 3)]


def test_talk_is_one_beat_while_the_mood_holds() -> None:
    story = passages(["Where were you?"], ["Out in the rain."], ["Again?"], ["Again."], quoted=1.0)
    assert find_beats(story, [CALM] * 4) == [(0, 4)]
    assert find_beats(story, [CALM, CALM, FEAR, FEAR]) == [(0, 2), (2, 4)]


def test_talk_does_not_cross_a_scene() -> None:
    story = passages(["Where were you?"], ["Out in the rain."], quoted=1.0, opens={1: "scene"})
    assert find_beats(story, [CALM, CALM]) == [(0, 1), (1, 2)]


def test_no_beat_of_many_sentences_is_longer_than_it_may_be() -> None:
    story = passages([sentence(20) for _ in range(60)])
    beats = find_beats(story, [CALM] * 60)
    assert all(sum(p.words for p in story[a:b]) <= LONGEST_WORDS for a, b in beats)
    assert len(beats) >= 5


def test_change_is_none_between_like_moods_and_whole_between_strangers() -> None:
    assert change(CALM, CALM) == 0.0
    assert abs(change((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)) - 1.0) < 1e-9
    assert change(CALM, FEAR) == change(FEAR, CALM) > change(CALM, (0.7, 0.2, 0.1))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.booleans(), st.sampled_from(["", "scene", "chapter"]),
                          st.sampled_from([CALM, FEAR, JOY]), st.floats(0, 1)), max_size=40))
def test_beats_tile_any_story(rows: list[tuple[str, bool, str, tuple[float, float, float], float]]) -> None:
    story, paragraph = [], 0
    for i, (text, breaks, opens, _, quoted) in enumerate(rows):
        paragraph += breaks or bool(opens)
        story.append(Passage(text, i, i + 1, paragraph, opens, quoted))
    beats = find_beats(story, [row[3] for row in rows])
    assert [i for a, b in beats for i in range(a, b)] == list(range(len(rows)))
    assert all(not story[i].opens for a, b in beats for i in range(a + 1, b))
