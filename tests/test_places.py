"""The place of a beat is the one that the story is in, not every one that it names."""

from __future__ import annotations

import pytest
from story_presets import PLACES

from audiodream.place_settling import settle
from audiodream.place_words import place_words
from audiodream.places import Found, find_places
from audiodream.presets_toml import places as all_places
from audiodream.shelves import Shelves

SHIPPED = place_words(all_places(Shelves.around()))
WORDS = place_words(PLACES)


def best(sentence: str) -> tuple[str, float]:
    found = find_places(sentence, WORDS)
    return max(((f.place, f.strength) for f in found), key=lambda pair: pair[1], default=("", 0.0))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("We stood in the forest.", "forest"),
        ("She walked through the woods.", "forest"),
        ("I enter the old concert hall.", "hall"),
        ("They came into the kitchen.", "room"),
        ("He sat by the fire.", "room"),
        ("Everything is underwater.", "underwater"),
        ("You wake on the beach.", "seashore"),
        ("Rain ran along the narrow streets.", "street"),
        ("The party was in the open air.", "open-air"),
        ("Across the crowded ballroom somebody laughed.", "hall"),
        ("Then the floor gave way and she fell into the void.", "void"),
        ("For a moment I tumble into the abyss.", "void"),
    ],
)
def test_a_place_that_the_story_is_in_is_sure(sentence: str, place: str) -> None:
    assert best(sentence)[0] == place and best(sentence)[1] >= 2.0


@pytest.mark.parametrize(
    "sentence",
    [
        "It was like a forest.",
        "A forest of hands rose.",
        "He dreamed of the beach.",
        "She stared into the void.",
        "There was no garden.",
        "The church bells rang.",
        "They had never left the street.",
        "If we were in the woods, we would hear owls.",
        "She had come out of the church.",
        "Her fingers clawed at the void.",
        "The tiles crumbled, crumbs of marble spilling into the abyss.",
        "A carpet the length of a street lay before her.",
        "For an instant he was back in the kitchen.",
        "For a moment I felt weightless.",
        "A tile flew over the rooftops.",
        "He stood in the rain of her complaints.",
    ],
)
def test_a_place_that_is_compared_denied_or_left_is_not(sentence: str) -> None:
    assert best(sentence)[1] < 2.0


def test_what_somebody_speaks_of_is_no_place() -> None:
    assert best('"We met in the forest," he said.')[1] == 2.0
    sentence = '"We met in the forest," he said.'
    assert all(f.strength == 0.0 for f in find_places(sentence, WORDS, [(0, 23)]))


def at(place: str, strength: float = 2.0, moves: bool = False) -> list[Found]:
    return [Found(place, place, strength, "why", moves)]


def test_a_place_holds_until_the_character_moves_or_the_scene_ends() -> None:
    places = settle([at("hall"), [], at("street", 1.0), at("forest", 3.0, True), [], []], ["", "", "", "", "", "chapter"])
    assert [p.place for p in places] == ["hall", "hall", "hall", "forest", "forest", ""]
    assert all(p.why for p in places if p.place)


def test_the_first_beats_play_where_the_next_one_says_unless_it_moves_there() -> None:
    assert [p.place for p in settle([[], at("hall")], ["", ""])] == ["hall", "hall"]
    assert [p.place for p in settle([[], at("hall", 3.0, True)], ["", ""])] == ["", "hall"]


def test_no_places_no_place() -> None:
    assert find_places("We stood in the forest.", place_words({})) == []


@pytest.mark.parametrize(
    ("sentence", "place", "most"),
    [
        ("At the end of the passage a window stood open on the sea.", "seashore", 0.5),
        ("Our kitchen gave on to the street.", "street", 0.5),
        ("The cell looked out over the harbour.", "seashore", 0.5),
        ("There had been a winter when they skated on the lagoon, in a house on the beach, and were not cold.", "seashore", 0.0),
        ("She used to sing in the evenings, when the men were out, on the beach.", "seashore", 0.0),
        ("Once, when he was small, his uncle had carried him into the forest.", "forest", 0.0),
        ("When I was a child my mother had hidden us in the cathedral.", "cathedral", 0.0),
    ],
)
def test_a_place_that_is_only_seen_from_another_or_remembered_is_not(sentence: str, place: str, most: float) -> None:
    strengths = [found.strength for found in find_places(sentence, SHIPPED) if found.place == place]
    assert strengths and max(strengths) <= most


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Once, when the miller's son rode into the forest, he met a hare.", "forest"),
        ("By noon we were used to it, and lay on the beach.", "seashore"),
        ("They had come into the forest at dusk.", "forest"),
        ("There had been nobody on the stage, and now she stood on the stage herself.", "hall"),
        ("He opened the gate and walked into the forest.", "forest"),
    ],
)
def test_what_only_sounds_like_a_memory_is_where_the_story_is(sentence: str, place: str) -> None:
    assert any(found.place == place and found.strength >= 2.0 for found in find_places(sentence, SHIPPED))
