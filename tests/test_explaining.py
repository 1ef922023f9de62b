"""`audiodream explain` says which words gave a mood, why somebody speaks, and why a sound is heard or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audiodream.cli import main
from audiodream.cues import find_cues
from audiodream.errors import UsageError
from audiodream.explaining import explained, shown
from audiodream.presets_toml import moods, places, voices
from audiodream.score_json import to_dict
from audiodream.score_of import score_of
from audiodream.shelves import Shelves
from audiodream.spotlight import SPOTS, spotlit

STORY = """Something was wrong with the house. Fear lay over the kitchen like a shadow, and a dreadful shadow moved behind the door.

"Who is there?" whispered Anna.

Nobody answered. Then the window shattered, and she screamed. No bell rang, but the clock struck three.
"""


def run(args: list[str]) -> int:
    with pytest.raises(SystemExit) as done:
        main(args)
    assert isinstance(done.value.code, int)
    return done.value.code


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "house.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def why(story: Path) -> dict[str, object]:
    return explained(story, moods(Shelves()), places(Shelves()))


def beats(why: dict[str, object]) -> list[dict[str, object]]:
    found = why["beats"]
    assert isinstance(found, list)
    return found


def rows(why: dict[str, object], name: str) -> list[dict[str, object]]:
    return [row for beat in beats(why) for row in beat[name]]  # type: ignore[attr-defined]


def test_beats_tile_the_story_and_their_shares_sum_to_one(why: dict[str, object]) -> None:
    spans = [(beat["start"], beat["end"]) for beat in beats(why)]
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]] and spans[0][0] == 0
    for beat in beats(why):
        shares = beat["posterior"]
        assert isinstance(shares, dict)
        assert sum(shares.values()) == pytest.approx(1.0, abs=0.01)
        assert beat["mood"] == max(shares, key=shares.__getitem__)


def test_a_mood_has_its_words_in_their_places_with_their_weights(why: dict[str, object]) -> None:
    words = [row for row in rows(why, "evidence") if row["kind"] == "word"]
    told = {str(row["what"]).lower() for row in words if row["mood"] == "dread"}
    assert told & {"fear", "dreadful", "shadow", "wrong"}
    for row in words:
        start, end = row["start"], row["end"]
        assert isinstance(start, int) and isinstance(end, int)
        assert STORY[start:end] == row["what"] and isinstance(row["weight"], float) and row["weight"] > 0.0
    assert {row["kind"] for row in rows(why, "evidence")} == {"word", "example", "feeling", "neighbours"}
    weights = [abs(e["weight"]) for e in beats(why)[0]["evidence"]]  # type: ignore[attr-defined]
    assert weights == sorted(weights, reverse=True)


def test_a_speaker_has_a_reason(why: dict[str, object]) -> None:
    (quote,) = rows(why, "quotes")
    assert (quote["text"], quote["speaker"], quote["why"]) == ('"Who is there?"', "anna", "tag: whispered Anna")


def test_each_sound_says_why_or_why_not(why: dict[str, object]) -> None:
    cues = {row["cue"]: row for row in rows(why, "cues")}
    for kind in ("glass-shatter", "scream", "clock"):
        assert cues[kind]["sounds"] is True and str(cues[kind]["why"]).startswith("it happens: ")
    assert (cues["bell"]["sounds"], cues["bell"]["realis"], cues["bell"]["why"]) == (False, "negated", "denied by 'No'")
    assert cues["whispers"]["realis"] == "speech"
    for row in cues.values():
        at = row["at"]
        assert isinstance(at, int) and STORY[at:].split()[0].strip(".,").lower() in str(row["phrase"]).lower()


def test_a_sound_that_the_limit_drops_says_so_and_the_rest_are_heard(tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    path.write_text("\n\n".join(f"A bell rang. Somebody knocked at door {n}." for n in range(8)), encoding="utf-8")
    told = explained(path, moods(Shelves()), places(Shelves()))
    cues = [row for row in rows(told, "cues") if row["realis"] == "actual"]
    out = [row for row in cues if str(row["why"]).startswith("dropped by the limit of sounds a chapter (--spots); it happens")]
    plan = score_of(path, moods(Shelves()), places(Shelves()), voices(Shelves()))
    heard = [cue.at for beat in spotlit(plan)[0].beats for line in beat.lines for cue in line.cues]
    assert len(cues) > SPOTS and out and [row["at"] for row in cues if row["sounds"]] == heard and len(heard) == SPOTS
    assert all(row["sounds"] is False for row in out) and len(out) + SPOTS == len(cues)
    text = "".join(piece for piece, _ in shown(told))
    assert text.count(": dropped by the limit of sounds a chapter (--spots); it happens") == len(out)
    listed = [cue for beat in to_dict(plan)["beats"] for cue in beat["cues"]]
    assert [cue["at"] for cue in listed if "left_out" not in cue] == heard and len(listed) == len(cues)


def test_a_place_and_the_arc_are_told(why: dict[str, object]) -> None:
    assert [(beat["place"], "'the house' is named" in str(beat["place_why"]) or "kitchen" in str(beat["place_why"])) for beat in beats(why)] == [
        ("room", True)
    ] * len(beats(why))
    arc = why["arc"]
    assert isinstance(arc, list) and {"opening", "climax", "ending"} <= {point["point"] for point in arc}


def test_one_beat_can_be_asked_for_and_one_that_is_not_there_is_an_error(story: Path, why: dict[str, object]) -> None:
    count = len(beats(why))
    only = explained(story, moods(Shelves()), places(Shelves()), count)
    assert only["beats"] == beats(why)[-1:]
    with pytest.raises(UsageError, match=rf"1 \.\. {count}"):
        explained(story, moods(Shelves()), places(Shelves()), count + 1)


def test_a_score_has_no_reasons(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no reasons"):
        explained(tmp_path / "house.score.toml", moods(Shelves()), places(Shelves()))


def test_the_text_shows_the_same_in_colour(why: dict[str, object]) -> None:
    pieces = list(shown(why))
    text = "".join(piece for piece, _ in pieces)
    for wanted in ("beat 1  ", "moods   ", "anna", "tag: whispered Anna", "glass-shatter", "negated, denied by 'No'", "place   room", "arc  opening"):
        assert wanted in text
    styles = {piece.strip(): style for piece, style in pieces}
    assert styles["sound"] == "green" and styles["no"] == "red"


def test_the_command_prints_text_or_json(story: Path, capsys: pytest.CaptureFixture[str], why: dict[str, object]) -> None:
    assert run(["explain", str(story), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(why))
    assert run(["explain", str(story), "--beat", "1"]) == 0
    out = capsys.readouterr().out
    assert "beat 1" in out and "beat 2" not in out and "\x1b" not in out
    assert run(["explain", str(story), "--beat", "99"]) == 2
    assert "name one of" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("sentence", "word", "realis"),
    [
        ("No bell rang.", "rang", "negated"),
        ("The bell never rang.", "rang", "negated"),
        ("It was as loud as a bell.", "bell", "figurative"),
        ("She wanted to scream.", "scream", "hypothetical"),
        ("If the glass had cracked, we would know.", "cracked", "hypothetical"),
        ("The drum stood in the corner.", "drum", "idle"),
        ("The bell tower was white.", "bell", "idle"),
        ("They had laughed about it.", "laughed", "recalled"),
        ("Her voice cracked.", "cracked", "unfit"),
        ("The ring on his finger was cold.", "ring", "unfit"),
        ("He pounded the dough.", "pounded", "unfit"),
        ("A thought struck him.", "struck", "unfit"),
        ("She tapped the resources of the town.", "tapped", "unfit"),
        ("The strike lasted for three weeks.", "strike", "unfit"),
        ("The roar of colour on the walls pleased nobody.", "roar", "unfit"),
        ("He beat the eggs.", "beat", "unfit"),
    ],
)
def test_a_word_of_sound_that_is_not_cued_has_a_reason(sentence: str, word: str, realis: str) -> None:
    found = {sentence[c.start : c.end]: c for c in find_cues(sentence, unfit=True) if not c.sounds}
    assert (found[word].realis, bool(found[word].why)) == (realis, True)


def test_what_no_rule_fits_is_given_only_where_it_is_asked_for() -> None:
    assert find_cues("Her voice cracked.") == []
    assert [c.why for c in find_cues("Her voice cracked.", unfit=True)] == ["beside 'voice' it is no sound of this kind"]


def test_words_of_every_page_are_no_sounds() -> None:
    assert find_cues("She went to the table, took her hat, and stood there.", unfit=True) == []


def test_where_a_place_is_left_the_reason_is_shown(tmp_path: Path) -> None:
    story = tmp_path / "left.txt"
    story.write_text("I sink under water, and the fishes look at me.\n\nI wake, and the pillow is dry, and I count the cracks in the "
                     "plaster, one by one, as I did when I was small.\n\nThen the telephone rings, and I let it.", encoding="utf-8")
    text = "".join(text for text, _ in shown(explained(story, moods(Shelves()), places(Shelves()))))
    assert "none that is known" in text and "wakes" in text
