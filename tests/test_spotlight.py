"""A chapter bears so many spot effects; what goes first, and what is never counted."""

from __future__ import annotations

from dataclasses import replace

from audiodream.as_read import noted
from audiodream.effects import EFFECTS, SUSTAINED
from audiodream.score import Beat, Cue, Line, Score
from audiodream.score_toml import read_score, write_score
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
    assert notes == ["3 of 6 spot effects in 'One' are left out: drip on 'word' (beat 1), knock on 'word' (beat 2), knock on 'word' (beat 2); "
                     "--spots 6 plays all"]


def test_a_note_names_the_first_few_that_are_left_out() -> None:
    (note,) = spotlit(story(("", 0.2, ["knock"]), ("", 0.3, ["bell"] * 7)), 1)[1]
    assert note.startswith("7 of 8 spot effects are left out: ") and note.count("(beat ") == 4 and "and 3 more" in note


def test_what_a_person_wrote_into_a_score_is_heard_before_what_was_read() -> None:
    read = noted(story(("One", 0.3, ["bell"] * 12 + ["knock"] * 2)))
    assert len(heard(spotlit(read)[0])) == SPOTS
    beat = read.beats[0]
    cheer = Line("and they all cheered", cues=(Cue("cheer", 3),))
    edited = replace(beat.lines[4], cues=(*beat.lines[4].cues, Cue("scream", 0)))
    score = replace(read, beats=(replace(beat, lines=(cheer, *beat.lines[:4], edited, *beat.lines[5:])),))
    kept, (note,) = spotlit(score)
    assert len(heard(kept)) == SPOTS and {"cheer", "scream"} <= set(heard(kept))
    assert kept.beats[0].lines[5].cues == edited.cues, "what was left on an edited line is kept too"
    assert "cheer" not in note and "scream" not in note
    assert heard(spotlit(score, 0)[0]) == ["cheer", "bell", "scream"]


def test_own_sounds_are_all_heard_however_many() -> None:
    read = noted(story(("One", 0.3, ["bell"] * 3)))
    lines = tuple(Line(f"they cheered {n} times", cues=(Cue("cheer", 1),)) for n in range(SPOTS + 4))
    score = replace(read, beats=(replace(read.beats[0], lines=(*read.beats[0].lines, *lines)),))
    assert heard(spotlit(score)[0]) == ["cheer"] * (SPOTS + 4)


def test_of_a_score_written_by_hand_nothing_is_left_out_unasked() -> None:
    score = story(("One", 0.3, ["bell"] * 14))
    assert spotlit(score) == (score, [])
    assert len(heard(spotlit(score, SPOTS)[0])) == SPOTS


def test_a_score_file_that_nobody_edited_sounds_as_its_story_does() -> None:
    read = noted(story(("One", 0.3, ["bell"] * 14)))
    assert spotlit(read_score(write_score(read), "s.toml")) == spotlit(read)


def test_every_chapter_has_its_own_and_a_long_one_counts_as_several() -> None:
    two = story(("One", 0.3, ["bell"] * 4), ("Two", 0.3, ["bell"] * 4))
    assert len(heard(spotlit(two, 3)[0])) == 6
    long = Score("s", tuple(Beat("calm", 0.5, lines=(Line("word " * 2600, cues=(Cue("bell", 1),) * 4),)) for _ in range(3)))
    assert len(heard(spotlit(long, 3)[0])) == 9


def test_none_at_all_leaves_only_what_is_held() -> None:
    kept, _ = spotlit(story(("", 0.3, ["bell", "rain", "knock", "silence"])), 0)
    assert heard(kept) == ["rain", "silence"]
