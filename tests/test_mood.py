"""Moods: told by examples, words and [feel], and by no name; with reasons that add up, smoothed over the story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audiodream.beats import Passage, find_beats
from audiodream.errors import UsageError
from audiodream.mood import SHALLOW, BeatMood, read_moods, tag_beats
from audiodream.mood_words import hits_in, word_pattern
from audiodream.presets import Mood, MoodDelivery
from audiodream.presets_toml import moods as load_moods
from audiodream.shelves import Shelves

PARAGRAPHS = (
    ["We had packed by noon.",
     "In an hour the coach would come, and none of us could sit still; my brother kept running out to the gate to look."],
    ["Then the bridge gave way.",
     "Horses screamed, the water closed over my head, and I clawed at the door and could not open it, could not breathe!"],
    ["They found only her shawl.",
     "I sat by the river until it was dark, and after it was dark, because there was no one left to go home to."],
    ["Years have gone by.",
     "The garden is quiet, the bees are in the lavender, and I sit in the shade with my hands in my lap and doze."],
)


def passages(paragraphs: tuple[list[str], ...] = PARAGRAPHS) -> list[Passage]:
    made: list[Passage] = []
    at = 0
    for n, paragraph in enumerate(paragraphs):
        for text in paragraph:
            made.append(Passage(text, at, at + len(text), n))
            at += len(text) + 1
    return made


def mood(name: str, words: tuple[str, ...] = (), examples: tuple[str, ...] = (), valence: float = 0.0, arousal: float = 0.3) -> Mood:
    return Mood(name, name, "", words, examples, valence, arousal, MoodDelivery(), (-42.0, -38.0), 3.0, ())


@pytest.fixture(scope="module")
def built_in() -> dict[str, Mood]:
    return load_moods(Shelves())


def tagged(story: list[Passage], moods: dict[str, Mood], language: str = "en") -> list[BeatMood]:
    reading = read_moods(story, moods, language)
    return tag_beats(story, find_beats(story, reading.posteriors), moods, reading)


def test_plain_moods_are_told(built_in: dict[str, Mood]) -> None:
    assert [beat.mood for beat in tagged(passages(), built_in)] == ["anticipation", "panic", "despair", "calm"]


def test_a_posterior_is_one_whole_and_the_mood_its_largest_share(built_in: dict[str, Mood]) -> None:
    for beat in tagged(passages(), built_in):
        assert sum(beat.posterior.values()) == pytest.approx(1.0, abs=2e-3)
        assert beat.mood == max(beat.posterior, key=lambda name: beat.posterior[name])
        assert 0.0 <= beat.intensity <= 1.0 and -1.0 <= beat.valence <= 1.0 and 0.0 <= beat.arousal <= 1.0


def test_panic_is_stronger_and_worse_than_calm(built_in: dict[str, Mood]) -> None:
    _, panic, _, calm = tagged(passages(), built_in)
    assert panic.intensity > calm.intensity + 0.15
    assert panic.arousal > calm.arousal + 0.4
    assert panic.valence < -0.3 < 0.2 < calm.valence


def test_words_are_reasons_with_their_place(built_in: dict[str, Mood]) -> None:
    story = passages()
    panic = tagged(story, built_in)[1]
    words = [e for e in panic.evidence if e.kind == "word" and e.mood == "panic"]
    assert {e.what.lower() for e in words} >= {"screamed", "clawed"}
    text = " ".join(text for paragraph in PARAGRAPHS for text in paragraph)
    assert all(text[e.start:e.end] == e.what and e.weight > 0.0 for e in words)
    assert any(e.kind == "example" and e.weight > 1.0 for e in panic.evidence)


def test_a_new_mood_is_told_by_its_examples_and_words(built_in: dict[str, Mood]) -> None:
    seasick = mood("seasick", ("queas*", "retch*", "vomit*", "nause*"), (
        "My stomach rolled with the deck, and I hung over the rail and retched.", "Green in the face, he begged for a bucket.",
        "The smell of the fried eggs came up the gangway and she turned her face to the wall and heaved.",
        "Up and down went the horizon, up and down, and my breakfast with it."), -0.4, 0.3)
    story = passages((["All night the cabin swung, and I lay queasy on the boards with a bucket between my knees.",
                       "Nausea came in waves with the waves; I retched till there was nothing left to bring up."], *PARAGRAPHS[1:]))
    beats = tagged(story, built_in | {"seasick": seasick})
    assert beats[0].mood == "seasick"
    assert [beat.mood for beat in beats[1:]] == ["panic", "despair", "calm"]


def test_a_mood_goes_by_what_its_preset_says_and_not_by_its_name(built_in: dict[str, Mood]) -> None:
    swapped = built_in | {"calm": replace(built_in["panic"], name="calm"), "panic": replace(built_in["calm"], name="panic")}
    assert [beat.mood for beat in tagged(passages(), swapped)] == ["anticipation", "calm", "despair", "panic"]


def test_moods_without_words_and_examples_are_for_scores_only(built_in: dict[str, Mood]) -> None:
    beats = tagged(passages(), built_in | {"bare": mood("bare")})
    assert all("bare" not in beat.posterior for beat in beats)
    with pytest.raises(UsageError):
        read_moods(passages(), {"bare": mood("bare")})


def test_words_alone_make_a_mood() -> None:
    cold, hot = mood("cold", ("cold", "snow", "frost*"), (), -0.2, 0.2), mood("hot", ("hot", "heat", "sun*"), (), 0.2, 0.4)
    moods = {"cold": cold, "hot": hot}
    story = passages((["The snow was frosted over and the cold lay on the fields."], ["The sun beat on the roof in the heat of the day."]))
    assert [beat.mood for beat in tagged(story, moods)] == ["cold", "hot"]


def test_another_language_goes_by_words_and_says_so() -> None:
    moods = {"angst": mood("angst", ("angst", "furcht*")), "freude": mood("freude", ("freude", "jubel*"))}
    story = passages((["Die Angst kroch ihm in den Nacken."], ["Jubel erfüllte den Saal."]))
    reading = read_moods(story, moods, "de")
    assert reading.notes == (SHALLOW,)
    assert [beat.mood for beat in tag_beats(story, [(0, 1), (1, 2)], moods, reading)] == ["angst", "freude"]


def test_a_doubtful_beat_leans_on_its_neighbours(built_in: dict[str, Mood]) -> None:
    doubtful = ["He looked at the clock."]
    calm, grief = [PARAGRAPHS[3]], [PARAGRAPHS[2]]
    among_calm = tagged(passages((*calm, doubtful, *calm)), built_in)[1].posterior
    among_grief = tagged(passages((*grief, doubtful, *grief)), built_in)[1].posterior
    assert among_calm["calm"] > among_grief["calm"]
    assert among_grief["despair"] > among_calm["despair"]


def test_a_denied_word_is_no_word() -> None:
    pattern = word_pattern(("fear*", "at last"))
    assert [hit.text for hit in hits_in([pattern], "She had no fear. He feared it. At  last!", 0)[0]] == ["feared", "At  last"]
    assert hits_in([None], "fear", 0) == [[]]


def test_no_story_no_moods(built_in: dict[str, Mood]) -> None:
    assert tagged([], built_in) == []


def test_a_short_first_sentence_is_quiet_unless_it_says_otherwise(built_in: dict[str, Mood]) -> None:
    def beginning(sentence: str) -> BeatMood:
        return tagged(passages(([sentence], *PARAGRAPHS)), built_in)[0]

    dreaming, screaming = beginning("I am dreaming."), beginning("She screamed.")
    assert dreaming.mood == "calm" and screaming.mood == "panic"
    assert dreaming.intensity < screaming.intensity - 0.1
    assert any(one.kind == "frame" and one.weight > 0 for one in dreaming.evidence)


def test_a_story_ends_more_quietly_than_it_goes_on(built_in: dict[str, Mood]) -> None:
    last = ["She came to the top of the stairs, and there was the whole town below her, lit window by window."]
    ending, going_on = tagged(passages((*PARAGRAPHS, last)), built_in)[-1], tagged(passages((*PARAGRAPHS, last, PARAGRAPHS[0])), built_in)[-2]
    assert ending.posterior["calm"] > going_on.posterior["calm"]
    assert ending.intensity < going_on.intensity
