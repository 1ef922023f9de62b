"""A place is where the story is when it is told how it is there, when the curtain is up, and when somebody comes back to its things."""

from __future__ import annotations

import pytest
from story_presets import MOODS

from audiodream.place_words import place_words
from audiodream.places import find_places
from audiodream.presets_toml import places
from audiodream.shelves import Shelves
from audiodream.spotting import spot
from audiodream.text import text_of

PLACES = places(Shelves.around())
WORDS = place_words(PLACES)
STREET = "I walk along the street with my collar up, and the shops are shut, and I count the lamps as I pass them one by one."
KITCHEN = "I sit down in the kitchen with the letter before me, and I read it twice, and fold it, and read it again from the top."
WINGS = "I wait in the wings with my violin under my arm, and the rosin is on my fingers, and I cannot remember the first bar."
CELLAR = ("Down in the cellar I find the old gramophone under its sheet, and I carry my lamp around it and look at the "
          "brass horn, and at the dust in it.")


def last(*paragraphs: str) -> str:
    return spot(text_of("\n\n".join(paragraphs)), MOODS, PLACES).beats[-1].place


def sure(sentence: str, place: str, begins: bool = True) -> bool:
    return any(one.place == place and one.strength >= 2.0 for one in find_places(sentence, WORDS, begins=begins))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The foyer smelled of floor polish and wet umbrellas.", "hall"),
        ("The cellar stank of apples.", "corridor"),
        ("The orchard was all blossom.", "open-air"),
        ("On the top floor the passage ran on and on, with a door every three steps.", "corridor"),
        ("The back room had a sink, a mirror, and a calendar of the year before.", "room"),
        ("And the beach was white and wide, and nobody had walked on it.", "seashore"),
    ],
)
def test_a_place_of_which_a_paragraph_begins_to_tell_how_it_is_there_is_entered(sentence: str, place: str) -> None:
    assert sure(sentence, place)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The church was built by monks.", "cathedral"),
        ("The cottage was white.", "room"),
        ("The orchard was two miles off.", "open-air"),
        ("The beach was his idea.", "seashore"),
        ("Outside the orchard was all blossom.", "open-air"),
        ("Through the window the orchard was all blossom.", "open-air"),
        ("Hail beat on the roof.", "open-air"),
        ("She laid her coat on the roof of the car.", "open-air"),
    ],
)
def test_what_is_told_of_a_place_from_elsewhere_moves_nobody(sentence: str, place: str) -> None:
    assert not sure(sentence, place)


def test_within_a_paragraph_it_may_be_another_place_that_was_so() -> None:
    assert not sure("The orchard was all blossom.", "open-air", begins=False)


def test_whoever_crawls_out_under_the_back_door_is_out() -> None:
    assert last(KITCHEN, "I tie my shoes, and I crawl out under the back door, and lie there on my belly, and listen, and nobody has heard me go, "
                         "not even the dog, who hears it all.") == "open-air"


@pytest.mark.parametrize(
    "end",
    [
        "The curtain rises. The lights find me, and the boards are warm, and I lift the bow as I have lifted it ten thousand times.",
        "The curtain goes up. There is a sea of faces, and each of them is turned to me, and I lift the bow, and I wait for the beat.",
        "The curtains part. In the front row a child is eating an apple, and she looks up at me, and I lift the bow, and I begin.",
        "The curtain rises. Before my feet the stage lies like a field of snow, and I lift the bow, and I wait, and I begin to play.",
        "Somebody nods, and I walk out into the light with the bow in my hand, and I bow to the left and to the right, as one does.",
    ],
)
def test_whoever_waited_behind_the_curtain_is_on_the_stage_when_it_is_up(end: str) -> None:
    assert last(WINGS) == "backstage"
    assert last(WINGS, end) == "hall"


@pytest.mark.parametrize(
    "end",
    [
        "The curtain rises, and the others run past me with their spears, and I stay where I am and hold the rope, and I count the bars.",
        "Before the curtain rises I say the first bar to myself, and the lights find me a stool to sit upon, and I count to a hundred.",
    ],
)
def test_whoever_stays_behind_the_curtain_stays_there(end: str) -> None:
    assert last(WINGS, end) == "backstage"


def test_whoever_goes_back_to_a_thing_is_where_it_was_told_of() -> None:
    assert last(CELLAR, KITCHEN,
                "At midnight I go back to the gramophone, and I wind it, and I wait with my hand on the horn, as one waits "
                "for a kettle, and it sings.") == "corridor"


def test_whoever_goes_back_to_what_is_here_too_stays() -> None:
    assert last(CELLAR, KITCHEN + " The lamp smokes.",
                "At midnight I go back to my lamp, and I turn it down, and sit and watch it "
                "until the flame is as small as a seed, and then smaller.") == "room"


def test_a_scene_that_names_no_place_goes_on_where_the_last_one_was() -> None:
    assert last(STREET, "***", "I do not say a word to anybody, and nobody asks me, and so it goes on until Thursday comes around.") == "street"


@pytest.mark.parametrize(
    "after",
    [
        "Three years later I do not say a word to anybody, and nobody asks me, and so it goes on until Thursday comes around.",
        "I do not say a word to anybody. I sit in the kitchen with the letter, and so it goes on until Thursday comes around.",
    ],
)
def test_a_scene_that_is_later_or_names_a_place_does_not(after: str) -> None:
    assert last(STREET, "***", after) != "street"


def test_a_chapter_begins_nowhere() -> None:
    assert last("# One", STREET, "# Two", "I do not say a word to anybody, and nobody asks me, and so it goes on until Thursday.") == ""


def test_what_is_dreamed_is_where_the_story_is() -> None:
    assert last("I am dreaming that I stand in the nave of a cathedral, and the pillars are as thick as towers, and I have a broom, "
                "and nobody has told me what it is that I am to sweep.") == "cathedral"
    assert not sure("She dreamed of the beach.", "seashore")
