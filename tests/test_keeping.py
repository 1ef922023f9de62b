"""What a person edited in a score stays when the story is read again."""

from __future__ import annotations

from dataclasses import replace

from story_presets import MOODS, PLACES

from audiodream.as_read import found_in
from audiodream.keeping import keep
from audiodream.score import Beat, Character, Cue, Line, Score
from audiodream.score_toml import read_score, write_score
from audiodream.spotting import spot
from audiodream.text import text_of

STORY = """The garden lay quiet in the afternoon, and a bell rang somewhere beyond the wall, calm and slow and gentle.

"Who is there?" whispered Anna. Nobody answered her.

Then the glass shattered and everyone screamed and ran, in panic, out of the door and along the wall and away.

It was quiet again, gentle and calm, and the afternoon went on as if nothing at all had come to pass there.
"""


def read(text: str) -> Score:
    return spot(text_of(text, "a.txt"), MOODS, PLACES)


def line_with(score: Score, words: str) -> Line:
    return next(line for beat in score.beats for line in beat.lines if words in line.text)


def beat_with(score: Score, words: str) -> Beat:
    return next(beat for beat in score.beats for line in beat.lines if words in line.text)


def edit(score: Score, words: str, **changes: object) -> Score:
    def lines(beat: Beat) -> tuple[Line, ...]:
        return tuple(replace(line, **changes) if words in line.text else line for line in beat.lines)  # type: ignore[arg-type]

    return replace(score, beats=tuple(replace(beat, lines=lines(beat)) for beat in score.beats))


def edit_beat(score: Score, words: str, **changes: object) -> Score:
    return replace(score, beats=tuple(replace(b, **changes) if any(words in x.text for x in b.lines) else b for b in score.beats))  # type: ignore[arg-type]


def through_toml(score: Score) -> Score:
    return read_score(write_score(score), "a")


def test_an_unedited_score_gives_way_to_the_fresh_reading() -> None:
    kept = through_toml(read(STORY))
    fresh = read(STORY.replace("Nobody", "But nobody"))
    assert keep(kept, fresh) == fresh
    assert found_in(kept) is not None


def test_what_was_edited_stays_and_what_was_not_is_read_afresh() -> None:
    kept = edit_beat(through_toml(read(STORY)), "shattered", mood="triumph", intensity=0.9, place="hall")
    kept = edit(kept, "Who is there", speaker="ghost", manners=("booming",))
    kept = replace(kept, characters=(*kept.characters, Character("ghost", ("the ghost",), "male", voice="elder")))
    fresh = read("A new first paragraph, all about a dog that barked in the night and would not stop until the dawn came up.\n\n" + STORY)
    made = keep(kept, fresh)
    beat, line = beat_with(made, "shattered"), line_with(made, "Who is there")
    assert (beat.mood, beat.intensity, beat.place) == ("triumph", 0.9, "hall")
    assert beat.valence == beat_with(fresh, "shattered").valence
    assert (line.speaker, line.manners) == ("ghost", ("booming",)) and line.start == line_with(fresh, "Who is there").start
    assert next(c for c in made.characters if c.id == "ghost").voice == "elder"
    assert [b.start for b in made.beats] == [b.start for b in fresh.beats] and made.end == fresh.end


def test_edits_stay_a_second_time() -> None:
    once = keep(edit_beat(through_toml(read(STORY)), "shattered", mood="calm"), read(STORY))
    twice = keep(through_toml(once), read(STORY.replace("Nobody", "And nobody")))
    assert beat_with(twice, "shattered").mood == "calm"


def test_a_text_and_cues_that_were_edited_stay() -> None:
    kept = through_toml(read(STORY))
    bell = line_with(kept, "bell rang")
    assert bell.cues
    kept = edit(kept, "bell rang", cues=())
    kept = edit(kept, "shattered", text="Then the glass broke.", cues=(Cue("thunder", 3),))
    made = keep(kept, read("Hm.\n\n" + STORY))
    assert line_with(made, "bell rang").cues == ()
    assert line_with(made, "glass broke").cues == (Cue("thunder", 3),)
    assert not any("shattered" in line.text for beat in made.beats for line in beat.lines)


def test_lines_that_were_added_or_taken_out_stay_so() -> None:
    kept = through_toml(read(STORY))
    first, *rest = kept.beats
    kept = replace(kept, beats=(replace(first, lines=(*first.lines, Line("A line of my own."))), *rest))
    kept = replace(kept, beats=tuple(replace(b, lines=tuple(x for x in b.lines if "Nobody" not in x.text)) for b in kept.beats))
    made = keep(through_toml(kept), read("Hm.\n\n" + STORY))
    texts = [line.text for beat in made.beats for line in beat.lines]
    assert texts.index("A line of my own.") == next(n for n, text in enumerate(texts) if "bell rang" in text) + 1
    assert not any("Nobody" in text for text in texts)


def test_beats_that_were_joined_or_split_stay_so() -> None:
    kept = through_toml(read(STORY))
    one, two, *rest = kept.beats
    joined = replace(kept, beats=(replace(one, lines=(*one.lines, *two.lines), end=two.end), *rest))
    made = keep(joined, read(STORY))
    assert len(made.beats) == len(kept.beats) - 1 and made.beats[0].end == two.end
    talk = next(n for n, b in enumerate(kept.beats) if len(b.lines) > 1)
    whole = kept.beats[talk]
    at = whole.lines[1].start
    parts = (replace(whole, lines=whole.lines[:1], end=at), replace(whole, lines=whole.lines[1:], start=at, mood="triumph"))
    made = keep(replace(kept, beats=(*kept.beats[:talk], *parts, *kept.beats[talk + 1 :])), read(STORY))
    assert len(made.beats) == len(kept.beats) + 1 and made.beats[talk + 1].mood == "triumph" and made.beats[talk].mood == whole.mood
    assert all(a.end == b.start for a, b in zip(made.beats, made.beats[1:], strict=False))


def test_edits_of_what_is_gone_are_dropped_with_a_note() -> None:
    kept = edit(through_toml(read(STORY)), "Who is there", speaker="narrator", manners=("shout",))
    made = keep(kept, read(STORY.replace('"Who is there?" whispered Anna. ', "")))
    assert any("no longer in the story" in note for note in made.notes)


def test_a_score_by_hand_counts_as_edited_throughout() -> None:
    kept = replace(edit_beat(read(STORY), "shattered", mood="calm"), extra={})
    assert beat_with(keep(kept, read("Hm.\n\n" + STORY)), "shattered").mood == "calm"
    broken = replace(kept, extra={"as-read": "zz:/|"})
    assert found_in(broken) is None and keep(broken, read(STORY)).beats


REWORDED = STORY.replace("Then the glass shattered and everyone screamed", "Then the tall glass shattered, and everyone in the house screamed")


def test_a_beat_whose_sentence_was_reworded_keeps_its_edits() -> None:
    kept = edit_beat(through_toml(read(STORY)), "shattered", place="hall", mood="triumph")
    made = keep(through_toml(kept), read(REWORDED))
    beat = beat_with(made, "tall glass")
    assert (beat.place, beat.mood) == ("hall", "triumph") and made.notes == read(REWORDED).notes
    assert [b.start for b in made.beats] == [b.start for b in read(REWORDED).beats]


def test_a_reworded_line_keeps_its_speaker_and_its_cues_on_the_words_that_are_left() -> None:
    kept = edit(through_toml(read(STORY)), "shattered", speaker="ghost", cues=(Cue("thunder", 3), Cue("bell", 6)))
    made = line_with(keep(kept, read(REWORDED)), "shattered")
    assert made.speaker == "ghost"
    assert [(cue.kind, made.text.split()[cue.word]) for cue in made.cues] == [("thunder", "shattered,"), ("bell", "screamed")]
    assert [cue.at for cue in made.cues] == [-1, -1]
    gone = keep(kept, read(REWORDED.replace("screamed", "shrieked")))
    assert [cue.kind for cue in line_with(gone, "shattered").cues] == ["thunder"]
    assert any("on words that are gone" in note for note in gone.notes)


def test_an_edited_beat_that_is_gone_is_told() -> None:
    kept = edit_beat(through_toml(read(STORY)), "shattered", place="hall")
    shattered = next(paragraph for paragraph in STORY.split("\n\n") if "shattered" in paragraph)
    fresh = read(STORY.replace(shattered, "Nine swallows sat upon the wire above the yard, waiting for somebody to leave."))
    made = keep(kept, fresh)
    assert [b.place for b in made.beats] == [b.place for b in fresh.beats]
    assert [note for note in made.notes if note not in fresh.notes] == [
        "the beat that began 'Then the glass shattered and everyone' is no longer in the story's text; what was edited of it was "
        "dropped: place"]


def test_an_edited_character_who_speaks_no_more_is_told() -> None:
    first = through_toml(read(STORY))
    anna = next(one for one in first.characters if one.id == "anna")
    kept = replace(first, characters=tuple(replace(one, voice="elder") if one is anna else one for one in first.characters))
    silent = read(STORY.replace('"Who is there?" whispered Anna. ', ""))
    assert any("'anna' speaks no more" in note for note in keep(kept, silent).notes)
    assert not any("speaks no more" in note for note in keep(first, silent).notes)


def test_a_line_that_was_edited_and_reworded_keeps_what_the_user_wrote() -> None:
    kept = edit(through_toml(read(STORY)), "a bell rang", text="The garden lay quiet that afternoon, and a bell rang somewhere beyond the "
                "wall, calm and slow and gentle.", cues=(Cue("birds", 3),))
    made = keep(kept, read(STORY.replace("somewhere beyond the wall", "far beyond the wall")))
    line = line_with(made, "a bell")
    assert (line.text.split()[4], [(cue.kind, cue.word) for cue in line.cues]) == ("that", [("birds", 3)])
    assert made.notes == ("the story says 'The garden lay quiet in the' in other words now; your wording of that line is kept",)


def test_a_line_that_the_user_wrote_anew_is_not_taken_for_another() -> None:
    kept = edit(through_toml(read(STORY)), "a bell rang", text="There was a garden, and in it a bell, and nobody to hear it.")
    made = keep(kept, read(STORY.replace("The garden lay quiet in the afternoon", "Under the hill it was quiet")))
    assert line_with(made, "bell").text.startswith("Under the hill")
    assert any("no longer in the story" in note for note in made.notes)
