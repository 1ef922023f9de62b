"""A place holds until the story leaves it, also where no new one is named; what is heard from within is no move."""

from __future__ import annotations

import pytest
from story_presets import MOODS

from audiodream.cue_tokens import tokens_of
from audiodream.place_movers import ANYONE, Movers, movers_of
from audiodream.place_turns import find_turns
from audiodream.place_words import place_words
from audiodream.places import find_places
from audiodream.presets_toml import places
from audiodream.shelves import Shelves
from audiodream.spotting import spot
from audiodream.text import text_of

PLACES = places(Shelves.around())
WORDS = place_words(PLACES)


def heard(*paragraphs: str) -> list[str]:
    """The places of a story, each of its paragraphs being long enough to be a beat."""
    return list(dict.fromkeys(beat.place for beat in spot(text_of("\n\n".join(paragraphs)), MOODS, PLACES).beats))


def last(*paragraphs: str) -> str:
    return spot(text_of("\n\n".join(paragraphs)), MOODS, PLACES).beats[-1].place


def kinds(sentence: str, movers: Movers = ANYONE) -> list[str]:
    return [turn.kind for turn in find_turns(sentence, tokens_of(sentence), movers)]


VOID = ("I stand at the lectern of the lecture hall, and two hundred students look up at me and lift their pens to write.",
        "Then the boards open like a mouth. I drop, and I am in a void without a sound, and the darkness has no floor at all.")


@pytest.mark.parametrize(
    "end",
    [
        "I climb back up over the broken boards, and the pens are scratching as if nothing had happened, row after row.",
        "I pull myself back onto my chair, hand over hand, and the students have not even looked up from their pages.",
        "The floor is solid again. I breathe, and turn a page, and the pens are scratching, and nobody has noticed anything.",
        "The void closed, as a wound does. My pages lie before me, and the pens are scratching, and nobody has noticed it.",
        "There is grass under me. Somebody has laid my pages on it, and the pens are scratching, and nobody has noticed.",
        "My feet find solid ground. Before me lie my pages, and the pens are scratching, and nobody has noticed anything.",
        "I am at my desk again, with the pages before me, and the pens are scratching as if nothing at all had happened.",
    ],
)
def test_whoever_comes_back_from_a_void_is_where_it_was_before(end: str) -> None:
    assert heard(*VOID) == ["hall", "void"]
    assert last(*VOID, end) == "hall"


@pytest.mark.parametrize(
    "end",
    [
        "I stagger back, and something cold touches my hand, and I cannot see what it is, nor where, nor how far I fall.",
        "I want to climb back up, but there is nothing that a hand could hold, and I have forgotten where up was.",
        "If I could only climb back through the boards, I think, and I think it for a year, or for a second, or a day.",
        "Somewhere a bird climbs back into its nest. I hear it as one hears a thing in the next house, and I go on falling.",
    ],
)
def test_whoever_only_recoils_or_wishes_to_stays_in_it(end: str) -> None:
    assert last(*VOID, end) == "void"


def test_whoever_wakes_is_no_longer_where_the_dream_was_but_where_it_was_dreamed() -> None:
    dream = "The sea opens, and I sink under water, past green walls of weed, and the fishes look at me and say a number."
    assert last(dream, "I wake, and the pillow is dry. For a long while I count the cracks above me and do not dare to move.") == ""
    train = "We sat in the railway carriage, and the lamps of small stations went by, and I fell asleep against the window."
    assert heard(train, dream, "I woke with a start, and Oliver was peeling an orange, and had not noticed that I was gone.") == [
        "train", "underwater"]


BEACH = "She walked along the beach for an hour, and the waves came in, and her shoes were full of sand, and she was cold."


@pytest.mark.parametrize(
    "inside",
    [
        "At last she went inside. It was warm, and somebody had left a lamp burning for her, and a plate with bread and ham.",
        "She went in through the kitchen door. A lamp was burning, and somebody had left a plate with bread and ham for her.",
        "She shut the door behind her and stood listening. A lamp was burning, and it smelled of wax, and of old books.",
        "The door fell shut behind her. A lamp was burning, and it smelled of wax, and of old books, and a little of cats.",
        "Her brother let her in. He had a lamp in one hand, and in the other hand a letter, and he did not look at her.",
    ],
)
def test_behind_a_shut_door_is_no_sea(inside: str) -> None:
    assert last(BEACH, inside) == "room"


KITCHEN = "In the kitchen the kettle sang, and Ruth counted the spoons once more, for there ought to have been twelve of them."


@pytest.mark.parametrize(
    "outside",
    [
        "She stepped outside. There was a moon, and the grass was grey, and nothing moved but the washing on its line.",
        "She ran out into the night. There was a moon, and the grass was grey, and nothing moved but the washing there.",
        "Stepping outside, she saw that there was a moon, and that the grass was grey, and that nothing moved anywhere.",
        "She tore open the door, and the wind struck her in the face. There was a moon, and the grass lay flat and grey.",
        "She went out to look. There was a moon, and the grass was grey, and nothing moved but the washing on its line.",
        "She stood in the rain. There was a moon behind it somewhere, and the grass was grey, and nothing moved at all.",
        "She left the house. There was a moon, and the grass was grey, and nothing moved but the washing on its line.",
    ],
)
def test_whoever_goes_out_is_in_the_open_air(outside: str) -> None:
    assert last(KITCHEN, outside) == "open-air"


def test_outside_is_the_place_outdoors_that_was_named_last() -> None:
    sea = "Far below, the surf beat on the shore, as it had on the day they came, and on every other day they had been here."
    assert heard(KITCHEN, sea) == ["room"]
    assert last(KITCHEN, sea, "She stepped outside, and drew her shawl about her, and began to call, and nobody called back.") == "seashore"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rain ran down the window, and thunder rolled along the coast, far away, and the lamp flickered, and was steady again.",
        "Outside, the wind went across the moor with a sound like tearing cloth, and the lamp flickered, and burned on.",
        "Through the window the garden lay in the rain, and a blackbird was singing in it as if somebody had paid for it.",
        "From the window one saw down into the street, where a man with a barrow was shouting about his oranges again.",
        "The smoke went up through the chimney and out over the fields, and somewhere a dog was barking and barking.",
        "Her father took his hat and went out into the night, and for a while one heard him on the gravel, and then not.",
        "She waited until the lamp went out, and counted the spoons in the dark, and there were still no more than eleven.",
        "Behind the church an owl was calling, and somebody laughed, and the kettle sang, and Ruth counted the spoons.",
        "The last spark flew up into the forest of beams, and went out, and the kettle sang, and nobody said anything.",
    ],
)
def test_what_is_seen_or_heard_from_within_or_done_by_others_moves_nobody(sentence: str) -> None:
    assert heard(KITCHEN, "She waited, and she knew that she was waiting, which is a long way to spend an evening by oneself.", sentence) == ["room"]


def test_whoever_comes_to_a_place_is_there() -> None:
    assert last(KITCHEN, "The next day she went down to the beach with her basket, and the gulls came to see what was in it.") == "seashore"
    assert last(KITCHEN, "She wanted to go to the beach, but there were the spoons, and the soup, and the letter from the bank.") == "room"


def test_a_place_that_is_left_or_dissolves_is_not_heard_any_more() -> None:
    church = "They knelt in the cathedral until the candles were low, and neither of them said what they were asking for."
    assert last(church, "They left the cathedral without a word. Anna was crying, and he held her sleeve, as one holds a child's.") == "open-air"
    assert last(church, "Then the cathedral dissolved, pillar by pillar, and what was behind it had no colour and no name at all.") == ""
    assert last(church, "The cathedral closed its eyes, as it did at this hour, and they knelt on, and the candles were very low.") == "cathedral"


def test_who_lives_in_a_place_does_not_move_the_story_there() -> None:
    assert last(KITCHEN, "In the forest, as everybody knew, lived a woman who bought teeth, and paid for them with good weather.") == "room"


def test_turns_are_done_by_those_whom_the_story_goes_along_with() -> None:
    assert kinds("She went outside.") == ["out"]
    assert kinds("The waiter went outside.") == []
    assert kinds("He led her inside.", Movers(frozenset({"she"}))) == ["in"]
    assert kinds("He went inside.", Movers(frozenset({"i", "we"}))) == []
    assert kinds("She did not go outside.") == []
    assert kinds("She could have gone outside.") == []
    assert kinds("She came back to life.") == []
    assert kinds("Something went cold inside.") == []


def test_the_story_goes_along_with_its_narrator_or_with_those_of_whom_it_tells_most() -> None:
    assert movers_of(["I saw him.", "He laughed at my hat, and I went home."]).pronouns == {"i", "we"}
    told = movers_of(["She rose.", "She sang to Anna, and she wept, and he came.", "Then Anna left, and she was alone."])
    assert told.pronouns == {"she", "they", "we"} and told.names == {"Anna"}
    assert movers_of([]) == ANYONE


def test_a_place_that_is_seen_through_a_window_is_not_entered() -> None:
    (found,) = find_places("She stood at the window over the street.", WORDS)
    assert found.strength < 2.0
    (found,) = find_places("She climbed through the window into the street.", WORDS)
    assert found.moves


def test_whoever_goes_on_in_a_beat_is_where_it_went_last() -> None:
    assert last("The street was empty. She walked on, and counted the doors, and at the ninth she went into a café and sat down by the window "
                "and ordered tea. A bus went by in the street, and a man with a ladder, and the tea was very hot.") == "room"


def test_whoever_runs_down_an_alley_is_in_it_and_whoever_looks_down_it_is_not() -> None:
    assert last(KITCHEN, "She ran down the alley, past the bins and the cats, until she could not breathe, and she ran on, and on.") == "street"
    assert last(KITCHEN, "She looked down the alley, past the bins and the cats, but nobody came, and the kettle had stopped singing.") == "room"


def test_a_place_of_which_it_is_told_how_it_is_there_is_where_the_story_is() -> None:
    assert last(KITCHEN, "The street was empty. She had not known that it could be so quiet on a Saturday, with the shops all open.") == "street"
    assert last(KITCHEN, "The church was white, and had a tower with a clock that was wrong, and one saw it from everywhere around.") == "room"


def test_a_phrase_with_an_article_and_an_adjective_of_its_own_is_known() -> None:
    assert [f.place for f in find_places("They sat by a small fire.", WORDS)] == ["room"]
    assert [f.place for f in find_places("She slipped into the last train.", WORDS)] == ["train"]
    assert find_places("They spoke about the last train.", WORDS) == []


def test_a_word_that_two_places_share_is_that_of_the_one_where_the_story_is() -> None:
    river = "He lived on the bank of a wide river, and took people across for a penny, and told them the time for nothing."
    sea = "He lived in the harbour, and took people out to the ships for a penny, and told them the time for nothing."
    mist = "One evening the mist lay on the water, so that he did not see the oars in his own hands, and heard a voice."
    assert last(river, mist) == "riverside"
    assert last(sea, mist) == "seashore"


def test_behind_a_house_is_not_within_it_and_behind_somebody_is_no_place() -> None:
    yard = "They stood in the garden, and the agent talked about the roof, and about the drains, and never once of the cellar."
    assert last(yard, "Behind him the barn was burning. The flames roared, and a beam came down, and they ran, both of them.") == "open-air"
    assert last(yard, "Behind the church the owls were calling, and they stood and listened, and the agent had stopped talking.") == "open-air"


def test_who_is_weightless_is_in_a_void_and_what_is_called_so_is_not() -> None:
    assert last(KITCHEN, "Then the tiles were gone, and I fell. I was weightless. I opened my mouth, and nothing at all came out.") == "void"
    assert last(KITCHEN, "The letter lay weightless in her hand, and she read it once more, and it said the same as it had before.") == "room"


@pytest.mark.parametrize(("sentence", "place"), [
    ("In the wings, an old man folds his coat and is gone, and nobody has seen him come or go.", "hall"),
    ("In the wings I stop, and lean on the wall, and for a moment nobody can see me there at all.", "backstage"),
])
def test_where_somebody_else_is_the_story_is_not(sentence: str, place: str) -> None:
    assert last("I stand on the stage of the concert hall, and two thousand people rise from their seats and call my name.", sentence) == place


IN_THE_WINGS = "I stood backstage in my father's coat, among the ropes, and went over the lines that I had known since I was nine."
BY_THE_SEA = "Then I walked out of it all and onto the beach, and stood in the sand with my shoes in my hand, and waited for a ship."


@pytest.mark.parametrize(
    "end",
    [
        "The curtain rose. There they sat, nine hundred of them, and I knew that I would not be able to say a single word.",
        "I bowed. The front rows were empty but for one old man, who wrote something down and did not look up at all.",
        "The applause went up like a flight of pigeons, in triumph, and I laughed aloud for joy, and somebody threw a rose, and I caught it.",
        "The whole house was on its feet, and I bowed, and bowed again, and did not know what I had done to deserve it.",
    ],
)
def test_an_audience_brings_back_the_theatre_that_was_known(end: str) -> None:
    assert last(IN_THE_WINGS, BY_THE_SEA) == "seashore"
    assert last(IN_THE_WINGS, BY_THE_SEA, end) == "backstage"
    assert last(BY_THE_SEA, end) == "seashore"  # where none was known, a curtain is only a curtain


@pytest.mark.parametrize(
    "end",
    [
        "I listened for the applause of the waves, and counted them, and thought that nobody had ever been so alone as I was.",
        "I thought of the front row, and of the old man in it who wrote everything down and never once looked up at us.",
        "It was as if the curtain rose upon that water, and the ship stood in the midst of it, with all her lamps alight.",
    ],
)
def test_an_audience_that_is_not_there_brings_nothing_back(end: str) -> None:
    assert last(IN_THE_WINGS, BY_THE_SEA, end) == "seashore"


def test_who_dreamed_wakes_where_it_was_also_in_a_beat_of_its_own() -> None:
    dream = ("I dreamed that I was back at school, and had forgotten every word, and was wearing somebody else's best shoes.", IN_THE_WINGS)
    assert last(*dream) == "backstage"
    assert last(*dream, "Then I awoke, and the lamp was still burning.") == ""
    assert kinds("She had dreamed of Lisbon all her life.") == []
    assert kinds("We dreamed we flew.") == ["sleeps"]
