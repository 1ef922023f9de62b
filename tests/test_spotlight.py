"""A chapter bears so many spot effects; what goes first, and what is never counted."""

from __future__ import annotations

from audiodream.effects import EFFECTS, SUSTAINED
from audiodream.score import Beat, Cue, Line, Score
from audiodream.spotlight import HELD, SPOTS, spotlit


def story(*beats: tuple[str, float, list[str]]) -> Score:
    """chapter, tension and cue kinds of each beat, every cue on a line of its own."""
    return Score("s", tuple(Beat("calm", 0.5, tension=(t, t, t), chapter=chapter, lines=tuple(Line("a word", cues=(Cue(kind, 1),)) for kind in kinds))
                            for chapter, t, kinds in beats))


def heard(score: Score) -> list[str]:
    return [cue.kind for beat in score.beats for line in beat.lines for cue in line.cues]


def test_held_kinds_are_those_that_a_texture_plays_and_silence() -> None:
    assert frozenset(SUSTAINED) | {"silence"} == HELD
    assert not HELD & set(EFFECTS)


def test_what_fits_is_left_as_it_is() -> None:
    score = story(("One", 0.3, ["knock"] * SPOTS + ["rain", "silence", "wind"]))
    assert spotlit(score) == (score, [])


def test_what_was_heard_oftenest_goes_first_and_then_what_lies_where_nothing_is_at_stake() -> None:
    score = story(("One", 0.2, ["door-open", "drip"]), ("", 0.8, ["knock", "knock", "knock", "scream"]))
    kept, notes = spotlit(score, 3)
    assert heard(kept) == ["drip", "knock", "scream"] or heard(kept) == ["door-open", "knock", "scream"]
    assert notes == ["3 of 6 spot effects in 'One' are left out; --spots 6 plays all"]


def test_every_chapter_has_its_own_and_a_long_one_counts_as_several() -> None:
    two = story(("One", 0.3, ["bell"] * 4), ("Two", 0.3, ["bell"] * 4))
    assert len(heard(spotlit(two, 3)[0])) == 6
    long = Score("s", tuple(Beat("calm", 0.5, lines=(Line("word " * 2600, cues=(Cue("bell", 1),) * 4),)) for _ in range(3)))
    assert len(heard(spotlit(long, 3)[0])) == 9


def test_none_at_all_leaves_only_what_is_held() -> None:
    kept, _ = spotlit(story(("", 0.3, ["bell", "rain", "knock", "silence"])), 0)
    assert heard(kept) == ["rain", "silence"]
