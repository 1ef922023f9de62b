"""Words of one spelling and two sounds, told apart by the words around them; the sound is given as a spelling that eSpeak NG says right."""

from __future__ import annotations

from collections.abc import Callable

from audiodream.heteronym_words import (
    AGED_PEOPLE,
    BOW_OF_WOOD,
    BOWING_AFTER,
    BOWING_NEAR,
    COMING_FROM,
    CONTENTS,
    DETERMINERS,
    DO,
    DOWNWARD,
    FISH,
    GARBAGE,
    HABIT,
    HAVE,
    LEARNED_PEOPLE,
    LIVE_BEFORE,
    LIVE_THINGS,
    METAL_THINGS,
    NEAR_BEFORE,
    NEAR_TO,
    OBJECTS,
    ORDERS,
    PAST,
    PERFECT_ADVERBS,
    PIGS,
    PLEASED_BEFORE,
    QUARREL,
    QUARRELLING,
    TINY,
    TO,
    TOLD_IN_THE_PAST,
    TORN_THINGS,
    TORN_WHERE,
    USE_NOUN_BEFORE,
    WE,
    WINDER,
    WINDING,
    WOUND_UP,
    WOUND_WHERE,
)
from audiodream.spoken_around import Around
from audiodream.spoken_parts import Parts
from audiodream.stress_shifts import SHIFTING
from audiodream.words import listed


def _read(a: Around) -> str:
    if a.before() in TO or (a.before(2) in TO and a.before() not in HAVE):
        return "reed"
    if a.first() and a.after() != "by":
        return "reed"  # "Read it aloud."
    if a.before() in ("and", "then") and a.opening() in ORDERS:
        return "reed"  # "Open the book and read aloud."
    if a.before() in HAVE or (a.before(2) in HAVE - {"just"} and a.before() in PERFECT_ADVERBS):
        return "red"
    if a.before() in ("he", "she", "it", "which") or (a.near(PAST, 8) and a.before() not in listed("a the good you to")):
        return "red"
    if a.before() in WE and a.near(TOLD_IN_THE_PAST, 12):
        return "red"
    if a.before() in WE - {"you"} and not a.near(HABIT, 8) and a.before(2) not in TO | DO:
        return "red"
    return "reed" if a.verb() else ""


def _lead(a: Around) -> str:
    if a.after() in METAL_THINGS or (a.before() in listed("of like molten with as into in from") and a.after() in ("", "and", "in", "or")):
        return "led"
    if a.before() in listed("heavy molten white red hot cold") or a.before() in METAL_THINGS - {"gold"}:
        return "led"
    return "leed"


def _tear(a: Around) -> str:
    if a.verb() or (a.after() in OBJECTS | TORN_WHERE and a.before() not in ("a", "single", "the")):
        return "tare"
    if a.before() in ("wear", "and") and a.before(2) == "wear":
        return "tare"
    if a.after() in ("in", "through") and a.near(TORN_THINGS):
        return "tare"
    return "teer"


def _tears(a: Around) -> str:
    if a.after() in ("were", "are", "had", "have", "in", "of"):
        return "teers"
    if a.before() in listed("he she it who which that") or (
        a.after() in OBJECTS - {"her", "you"} and a.before() not in listed("in with of the her his to")
    ):
        return "tares"
    return "teers"


def _wind(a: Around) -> str:
    if a.before() in listed("the a of in west north cold and"):
        return ""
    ways = {"", *listed("stairs paths streets roads corridors passages")}
    if a.after() in OBJECTS | {"up", "down", "around", "round", "through"} and (a.verb() or a.before() in ways):
        return "wined" if a.before() or a.after() in OBJECTS else ""
    return (
        "wined"
        if a.before() == "to" and a.before(2) not in listed("open exposed due thrown given back into") and a.after() not in ("and", "")
        else ""
    )


def _live(a: Around) -> str:
    if a.verb() or a.before() in listed("long where people men who still here there"):
        return "liv"
    if a.before() in LIVE_BEFORE and a.after() not in ("in", "with", "at", "on"):
        things = listed("wire wires music animals ammunition coals bait rounds")
        return "lyve" if a.before() not in ("of", "with") or a.after() in things else ""
    if a.after() in LIVE_THINGS:
        return "lyve"
    return "liv"


def _close(a: Around) -> str:
    if a.before() in NEAR_BEFORE:
        return "cloce"
    drawn = a.before() in ("drew", "came", "brought", "at") and a.before(2) in ("a", "the", "to", "")
    if drawn or (a.before() in ("the", "a") and a.after() in ("of", "")):
        return "cloze" if a.after() == "of" or a.before(2) in ("to", "at") else "cloce"
    if a.before() in TO or a.before() in WE | {"eyes", "doors", "and"}:
        return "cloze" if a.after() not in NEAR_TO - {"behind", "up", "upon"} else "cloce"
    if a.after() in OBJECTS - {"you"}:
        return "cloze"
    return "cloce"


def _bow(a: Around) -> str:
    if a.near(BOW_OF_WOOD):
        return ""
    if a.verb() or a.after() in BOWING_AFTER or a.near(BOWING_NEAR):
        return "bough"
    return ""


def _bowed(a: Around) -> str:
    return "bode" if a.after() in ("legs", "strings", "string", "instruments") else ""


def _row(a: Around) -> str:
    fight = a.before() in QUARREL or (a.before() in ("a", "the") and a.before(2) in QUARRELLING)
    return "rau" if fight and a.after() not in listed("of to in three boat") and a.before() != "front" else ""


def _wound(a: Around) -> str:
    if a.after() in WOUND_WHERE:
        return (
            "wownd"
            if not a.noun() or (a.after() in listed("up around round tight tightly") and a.before() not in ("the", "a", "his", "her"))
            else ""
        )
    if a.noun() or a.before() in listed("to flesh bullet old deep knife open his"):
        return ""
    if a.before() in WINDING:
        return "wownd"
    return "wownd" if a.near(WOUND_UP, 4) and a.before() in WINDER else ""


def _minute(a: Around) -> str:
    return "mynewt" if a.after() in TINY or (a.before() in ("most", "very", "so", "too") and a.before(2) != "last") else ""


def _desert(a: Around) -> str:
    return "dessert" if a.verb() or (a.before() in ("just", "never") and a.after() in OBJECTS) else ""


def _refuse(a: Around) -> str:
    return (
        "reffuse"
        if not a.verb() and a.after() != "to" and (a.noun() or a.before() in GARBAGE or a.after() in GARBAGE - {"of", "street", "kitchen"})
        else ""
    )


def _content(a: Around) -> str:
    if a.before() in CONTENTS and not (a.before() == "of" and a.before(2) == "sigh"):
        return ""
    return (
        "contentt"
        if a.after() in listed("to with enough himself herself themselves myself")
        or a.before() in PLEASED_BEFORE
        else ""
    )


def _dove(a: Around) -> str:
    return (
        "doav"
        if (a.before() in listed("he she it they i we and then") or (a.before() not in DETERMINERS and not a.before().endswith("e")))
        and a.after() in DOWNWARD
        and a.before() != "white"
        else ""
    )


def _bass(a: Around) -> str:
    return "bas" if a.near(FISH, 5) and a.after() not in listed("guitar drum voice player line note notes") else ""


def _sow(a: Around) -> str:
    return "sau" if a.near(PIGS, 5) and not a.verb() else ""


def _use(a: Around) -> str:
    if a.noun() or (a.before() in USE_NOUN_BEFORE and a.after() not in ("the", "his", "her", "your", "my", "them", "him")):
        return "yuce"
    return "yooz" if a.verb() or a.after() in OBJECTS else ""


def _excuse(a: Around) -> str:
    return "excuze" if a.verb() or a.after() in OBJECTS or (a.before() in ("", "please") and a.after() == "me") else ""


def _house(a: Around) -> str:
    return (
        "howze"
        if (a.before() in TO - {"to"} | {"they", "we"} and a.after() in OBJECTS)
        or (
            a.before() == "to"
            and a.after() in listed("them him us it the all")
            and a.before(2) not in COMING_FROM
            and a.after() != "the"
        )
        else ""
    )


def _learned(a: Around) -> str:
    return "lernid" if a.after() in LEARNED_PEOPLE and a.before() not in listed("i he she we they had have has") else ""


def _aged(a: Around) -> str:
    return (
        "aijid"
        if a.before() in listed("the an his her my their our your") and (a.after() in AGED_PEOPLE or a.after() == "" or a.after() == "and")
        else ""
    )


def _blessed(a: Around) -> str:
    if a.after() in OBJECTS:
        return ""
    return (
        "blessid"
        if a.noun() or a.before() in ("oh", "whole", "that", "every") or a.after() in listed("are virgin be mother lord saints")
        else ""
    )


RULES: dict[str, Callable[[Around], str]] = {
    "read": _read,
    "lead": _lead,
    "tear": _tear,
    "tears": _tears,
    "wind": _wind,
    "live": _live,
    "close": _close,
    "bow": _bow,
    "bowed": _bowed,
    "row": _row,
    "wound": _wound,
    "minute": _minute,
    "desert": _desert,
    "refuse": _refuse,
    "content": _content,
    "dove": _dove,
    "bass": _bass,
    "sow": _sow,
    "use": _use,
    "excuse": _excuse,
    "house": _house,
    "learned": _learned,
    "aged": _aged,
    "blessed": _blessed,
    **SHIFTING,
}
"""For every word what picks its respelling, "" to leave it to eSpeak."""


def sound_of(parts: Parts, i: int) -> str:
    """The respelling of part i, "" where it is said as eSpeak says it."""
    rule = RULES.get(parts[i].lower)
    return rule(Around(parts, i)) if rule else ""
