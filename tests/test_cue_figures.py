"""What is only said of something, or not yet there, is no sound; what is there to hear is one."""

from __future__ import annotations

import pytest

from audiodream.cues import Candidate, find_cues


def on(sentence: str, word: str) -> list[Candidate]:
    at = sentence.index(word)
    return [cue for cue in find_cues(sentence) if cue.start == at]


def sounding(sentence: str) -> list[tuple[str, str]]:
    return [(cue.kind, sentence[cue.start : cue.end]) for cue in find_cues(sentence) if cue.sounds]


@pytest.mark.parametrize(
    ("sentence", "word", "realis"),
    [
        ("I was a drum struck by a stranger, and nobody danced.", "struck", "figurative"),
        ("She is a lamp lit by a fool.", "lit", "figurative"),
        ("Rumour went through the ward the way a siren wails through fog.", "wails", "figurative"),
        ("There was a pause, the pause before thunder.", "thunder", "hypothetical"),
        ("She bowed with the patience of a bell.", "bell", "figurative"),
        ("It had a music only the drowned can hear.", "music", "figurative"),
        ("The hound, which had been howling, stopped.", "howling", "ending"),
        ("She coughed into her glove.", "coughed", "unfit"),
        ("A sneeze came from the wardrobe.", "sneeze", "unfit"),
    ],
)
def test_a_word_that_only_names_a_sound_says_why(sentence: str, word: str, realis: str) -> None:
    assert [cue.realis for cue in on(sentence, word)] == [realis]


def test_a_cough_says_that_there_is_no_such_sound() -> None:
    (cough,) = on("She coughed into her glove.", "coughed")
    assert (cough.realis, "no sound of this kind" in cough.why) == ("unfit", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Moonlight crashed through the shutters.",
        "It poured from the gallery into the pit.",
        "Caught in the snare, it lay still.",
        "Rumour spread through the ward the way fire spreads through thatch.",
        "In my bones it is thunder.",
    ],
)
def test_light_and_hush_make_no_noise(sentence: str) -> None:
    assert sounding(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("On the way the bell rang.", ("bell", "rang")),
        ("All the way home the rain drummed on the roof.", ("rain", "drummed")),
        ("It poured all night.", ("rain", "poured")),
        ("I heard a music that only I could hear.", ("music-swell", "music")),
        ("He came down with the crash of a wardrobe.", ("impact", "crash")),
        ("The gander beat its wings and honked.", ("birds", "beat")),
        ("The mill wheels grumbled.", ("rumble", "grumbled")),
        ("The old men grumbled.", ("murmur", "grumbled")),
        ("The engine coughed and died.", ("engine", "coughed")),
        ("There were steps in the corridor.", ("footsteps", "steps")),
        ("There is a siren somewhere behind the houses.", ("siren", "siren")),
        ("The wheels of a cab were heard on the cobbles.", ("horse", "wheels")),
        ("My heart goes thump.", ("heartbeat", "goes")),
        ("The bell went ding and nobody came.", ("bell", "went")),
        ("The clock went tick, tock.", ("clock", "went")),
        ("A log fell in the hearth.", ("fire", "fell")),
        ("She could hear her own breath.", ("breath", "breath")),
        ("Feet thundered away down the landing.", ("footsteps", "thundered")),
        ("The sheet slid to the floor.", ("cloth", "slid")),
        ("The band erupted, and the dancers turned.", ("music-swell", "erupted")),
        ("The cup slipped from her hand.", ("impact", "slipped")),
        ("An icicle cracked.", ("glass-crack", "cracked")),
    ],
)
def test_what_is_there_to_hear_sounds_on_its_word(sentence: str, heard: tuple[str, str]) -> None:
    assert heard in sounding(sentence)


def test_three_steps_of_stone_are_a_stair() -> None:
    assert sounding("There were three steps in the hall, of stone.") == []


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("The stove muttered to itself.", ("fire", "muttered")),
        ("The breeze was chasing leaves round the yard.", ("wind", "chasing")),
        ("A chord opened under her hands.", ("note", "opened")),
        ("A chandelier plunged past the balcony.", ("whoosh", "plunged")),
        ("She listened to the train passing over the viaduct.", ("train", "passing")),
        ("From the hold came a clanking.", ("chain", "clanking")),
        ("Two bolts were drawn, one after the other.", ("switch", "drawn")),
    ],
)
def test_things_that_act_sound_as_what_they_are(sentence: str, heard: tuple[str, str]) -> None:
    assert heard in sounding(sentence)
