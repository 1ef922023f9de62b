"""Moods and places for tests of the reading, so that they do not hang on the presets that ship."""

from __future__ import annotations

from audiodream.presets import Mood, MoodDelivery, Place


def mood(name: str, words: str, valence: float, arousal: float, example: str) -> Mood:
    return Mood(name, name, "", tuple(words.split()), (example,), valence, arousal, MoodDelivery(), (-42.0, -38.0), 3.0, ())


MOODS = {
    one.name: one
    for one in (
        mood("calm", "calm* quiet* gentle* peace*", 0.5, 0.1, "The lake lay still, and nobody was in a hurry."),
        mood("dread", "dread* fear* wrong shadow*", -0.6, 0.4, "Something was wrong with the house."),
        mood("panic", "panic* run ran scream*", -0.8, 0.9, "He ran, and it came after him, and the door would not open."),
        mood("triumph", "triumph* cheer* won", 0.8, 0.8, "They carried her out on their shoulders."),
    )
}


def place(name: str, *words: str) -> Place:
    return Place(name, name, "", words, "", (-44.0, -44.0), ())


PLACES = {
    one.name: one
    for one in (
        place("hall", "concert hall", "theatre", "ballroom", "on stage"), place("forest", "forest", "woods"), place("street", "street*", "alley"),
        place("void", "void", "abyss"), place("room", "kitchen", "by the fire"), place("open-air", "open-air", "garden"),
        place("seashore", "beach", "shore"), place("underwater", "underwater"), place("cathedral", "church"),
    )
}
