"""Casting: the right gender, stable names, nobody doubled in a scene."""

from __future__ import annotations

from pathlib import Path

import pytest

from audiodream.cast import cast, people_of
from audiodream.cast_file import Wishes, add_lines, read_cast
from audiodream.errors import ScoreError, UsageError
from audiodream.presets import Voice
from audiodream.presets_toml import voices as all_voices
from audiodream.score import NARRATOR, Beat, Character, Line, Score
from audiodream.shelves import Shelves


def a_voice(name: str, gender: str, age: str = "adult", *, may: bool = True, tags: tuple[str, ...] = ()) -> Voice:
    return Voice(name, name, "", "tone", {}, gender=gender, age=age, tags=tags, cast=may)


VOICES = {v.name: v for v in (
    a_voice("narrator", "male"), a_voice("m1", "male"), a_voice("m2", "male", tags=("deep",)), a_voice("m3", "male", "old"),
    a_voice("f1", "female"), a_voice("f2", "female", tags=("bright",)), a_voice("kid", "female", "child"),
    a_voice("n1", "they"), a_voice("n2", "unknown"), a_voice("draft", "unknown", may=False))}


def score_of(*scenes: tuple[str, ...]) -> Score:
    beats = []
    for scene in scenes:
        gaps = ["sentence"] * (len(scene) - 1) + ["scene"]
        beats.append(Beat("calm", 0.5, lines=tuple(Line("Yes.", who, gap=gap) for who, gap in zip(scene, gaps, strict=True))))
    return Score("x", tuple(beats))


def people(**genders: str) -> list[Character]:
    return [Character(name, (name.title(),), gender) for name, gender in genders.items()]


def test_gender_and_age_are_kept() -> None:
    crew = [Character("a", ("Anna",), "female"), Character("b", ("Bert",), "male", "old"), Character("c", ("Cy",), "female", "child"),
            Character("d", ("someone",))]
    chosen = cast(crew, score_of(("a", "b", "c", "d")), VOICES)
    assert chosen[NARRATOR] == "narrator"
    assert VOICES[chosen["a"]].gender == "female"
    assert chosen["b"] == "m3"
    assert chosen["c"] == "kid"
    assert VOICES[chosen["d"]].gender in ("they", "unknown")


def test_an_unknown_gender_gets_a_neutral_voice_even_when_two_must_share_it() -> None:
    chosen = cast(people(a="unknown", b="they", c="group"), score_of(("a", "b", "c")), VOICES)
    assert {VOICES[chosen[k]].gender for k in "abc"} <= {"they", "unknown"}


def test_two_of_a_scene_never_share_a_voice_while_there_is_another() -> None:
    chosen = cast(people(a="male", b="male", c="male"), score_of(("a", "b", "c")), VOICES)
    assert len({chosen[k] for k in "abc"}) == 3


def test_the_narrators_voice_and_voices_that_may_not_be_cast_are_nobodys() -> None:
    crowd = people(**{f"p{k}": ("male", "female", "unknown")[k % 3] for k in range(12)})
    chosen = cast(crowd, score_of(tuple(p.id for p in crowd)), VOICES)
    assert {"narrator", "draft"}.isdisjoint({voice for who, voice in chosen.items() if who != NARRATOR})


def test_the_order_of_the_characters_does_not_matter() -> None:
    crew = people(zoe="female", adam="male", mia="female", bob="male")
    story = score_of(("zoe", "adam"), ("mia", "bob"))
    assert cast(crew, story, VOICES) == cast(crew[::-1], story, VOICES)
    assert list(cast(crew, story, VOICES)) == [NARRATOR, "zoe", "adam", "mia", "bob"]


def test_a_character_keeps_the_voice_in_another_story() -> None:
    one = cast(people(mia="female"), score_of(("mia",)), VOICES)
    two = cast(people(mia="female", bob="male"), score_of(("mia", "bob")), VOICES)
    assert one["mia"] == two["mia"]


def test_a_first_person_narrator_speaks_the_own_quotes() -> None:
    assert cast([Character("me", ("I",), "unknown")], score_of(("me",)), VOICES)["me"] == "narrator"


def test_the_user_overrides_by_id_or_name_and_the_score_comes_next() -> None:
    crew = [Character("a", ("Anna",), "female"), Character("b", ("Bert",), "male", voice="m2")]
    chosen = cast(crew, score_of(("a", "b")), VOICES, Wishes.of({"Anna": "n1"}, crew, VOICES))
    assert (chosen["a"], chosen["b"]) == ("n1", "m2")
    assert cast(crew, score_of(("a", "b")), VOICES, Wishes.of({"b": "m1"}, crew, VOICES))["b"] == "m1"
    assert cast(crew, score_of(("a", "b")), VOICES, Wishes.of({"anna": "n1"}, crew, VOICES))["a"] == "n1"


def test_unknown_voices_are_errors_with_a_hint() -> None:
    with pytest.raises(UsageError, match=r"kidd.*kid"):
        cast(people(a="female"), score_of(("a",)), VOICES, Wishes.of({"a": "kidd"}, people(a="female"), VOICES))
    with pytest.raises(ScoreError, match="m22"):
        cast([Character("a", voice="m22")], score_of(("a",)), VOICES)


def test_a_speaker_whom_the_score_does_not_list_is_cast_too() -> None:
    story = score_of(("ghost",))
    assert VOICES[cast(people_of(story), story, VOICES)["ghost"]].gender in ("they", "unknown")


def test_a_cast_file_is_read_completed_and_written(tmp_path: Path) -> None:
    path = tmp_path / "cast.toml"
    assert read_cast(path) == {}
    add_lines(path, {"anna": "f1"})
    add_lines(path, {"anna": "f2", "bert": "m1"})  # what somebody has written meanwhile stays
    assert read_cast(path) == {"anna": "f1", "bert": "m1"}
    path.write_text("[cast]\nanna = 3\n")
    with pytest.raises(UsageError):
        read_cast(path)
    path.write_text("[cast\n")
    with pytest.raises(UsageError, match="TOML"):
        read_cast(path)


def test_the_shipped_voices_cover_every_kind_of_character() -> None:
    shipped = all_voices(Shelves.around(None, None))
    kinds = {(v.gender, v.age) for v in shipped.values() if v.cast and v.name != "narrator"}
    assert {(gender, age) for gender in ("female", "male") for age in ("adult", "old", "child")} | {("they", "adult")} <= kinds
    assert sum(v.cast for v in shipped.values()) >= 13
    assert len({str((v.engine, v.settings, v.pitch_st, v.formant_st)) for v in shipped.values()}) == len(shipped)


def test_a_cast_file_without_its_table_is_a_fault_and_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "cast.toml"
    path.write_text('martha = "iris"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="outside of"):
        read_cast(path)
    assert path.read_text(encoding="utf-8") == 'martha = "iris"\n'


def test_a_name_of_the_cast_that_is_almost_somebodys_is_told_and_one_of_another_story_is_not() -> None:
    people = [Character("mary", ("Mary Ellis",)), Character("tom", ("Tom",))]
    assert Wishes.of({"marry": "lena", "the miller": "otto", "tom": "felix"}, people, {}).misspelled() == [
        "cast: nobody here is called 'marry'; did you mean 'mary'?"]
    assert Wishes.of({"marry": "lena", "mary": "iris", "tom": "felix"}, people, {}).misspelled() == []


HALE = Character("martin-hale", ("Martin Hale", "Martin"), "male")


def series(tmp_path: Path, *chapters: list[Character]) -> list[dict[str, str]]:
    """The cast of each chapter, which finds the file that the one before wrote."""
    path, casts = tmp_path / "cast.toml", []
    for crew in chapters:
        wishes = Wishes.of(read_cast(path), crew, VOICES)
        chosen = cast(crew, score_of(tuple(one.id for one in crew)), VOICES, wishes)
        add_lines(path, wishes.new_lines(chosen))
        casts.append(chosen)
    return casts


@pytest.mark.parametrize(("name", "other"), [("Martin", "Martin Hale"), ("Hale", "Martin Hale"), ("Mr. Hale", "Martin Hale"),
                                             ("Tom", "Thomas Gray"), ("Doctor Hale", "Hale")])
def test_the_next_chapter_finds_the_voice_of_a_shorter_or_longer_name(tmp_path: Path, name: str, other: str) -> None:
    for n, (first, second) in enumerate([(name, other), (other, name)]):
        (tmp_path / str(n)).mkdir()
        # the voice that a name without a file would get must not be the one that it keeps
        before = Character(first.lower().replace(".", "").replace(" ", "-"), (first,), "male")
        after = Character(second.lower().replace(".", "").replace(" ", "-"), (second,), "male")
        for voice in ("m1", "m2", "m3"):
            path = tmp_path / str(n) / "cast.toml"
            path.write_text(f'[cast]\n{before.id} = "{voice}"\n', encoding="utf-8")
            wishes = Wishes.of(read_cast(path), [after], VOICES)
            assert cast([after], score_of((after.id,)), VOICES, wishes)[after.id] == voice
            add_lines(path, wishes.new_lines({after.id: voice}))
            assert read_cast(path) == {before.id: voice}  # one person, one line: an edit of it holds in every chapter


def test_somebody_who_was_a_description_first_is_found_under_the_name(tmp_path: Path) -> None:
    stranger = Character("tall-stranger", ("a tall stranger", "the stranger", "Brandt"), "male")
    first, second = series(tmp_path, [stranger, HALE], [Character("brandt", ("Brandt",), "male")])
    assert read_cast(tmp_path / "cast.toml") == {"brandt": first["tall-stranger"], "martin-hale": first["martin-hale"]}
    assert second["brandt"] == first["tall-stranger"]


def test_a_name_that_two_could_be_meant_by_is_nobodys_guess() -> None:
    def given(overrides: dict[str, str], *crew: Character) -> dict[str, str]:
        chosen = cast(crew, score_of(tuple(p.id for p in crew)), VOICES, Wishes.of(overrides, crew, VOICES))
        return {who: voice for who, voice in chosen.items() if voice == "m3"}

    hale, martin = Character("hale", ("Hale",), "male"), Character("martin", ("Martin",), "male")
    ruth = Character("ruth-hale", ("Ruth Hale",), "female")
    assert given({"martin-hale": "m3"}, hale) == {"hale": "m3"}
    assert given({"martin-hale": "m3", "john-hale": "m1"}, hale) == {}  # two lines could mean him
    assert given({"martin-hale": "m3"}, hale, martin) == {}  # the line could mean two of them
    assert given({"martin-hale": "m3"}, HALE, hale) == {"martin-hale": "m3"}  # it is somebody else's by its own name
    assert given({"martin-hale": "m3"}, Character("martin-moor", ("Martin Moor",), "male")) == {}
    assert given({"martin-hale": "m3"}, ruth) == {} and given({"hale": "m3"}, ruth) == {}  # no man's name and no man's voice
    assert given({"martin-2": "m3"}, martin) == {} and given({"fox": "m3"}, Character("mr-fox", ("Mr Fox",), "male")) == {}
    assert given({"king": "m3"}, Character("winter-king", ("Winter King",), "male")) == {}


def test_a_line_that_somebody_is_found_by_is_not_misspelled() -> None:
    assert Wishes.of({"martin-hale": "m1"}, [Character("martin", ("Martin",), "male")], {}).misspelled() == []
    assert Wishes.of({"martin-hale": "m1", "martin-hail": "m2"}, [Character("martin-hall", ("Martin Hall",), "male")], {}).misspelled()
