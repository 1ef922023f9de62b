"""Streets, the points of the compass before them, and states behind towns, in words."""

from __future__ import annotations

import re

from audiodream.spoken_parts import STARTERS, Part, Parts, Reading, one
from audiodream.spoken_tables import POSTAL, SAINTS, STATES, STREETS
from audiodream.words import listed

_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_POINTS = {**_COMPASS, "NE": "Northeast", "NW": "Northwest", "SE": "Southeast", "SW": "Southwest",
           "N.E": "Northeast", "N.W": "Northwest", "S.E": "Southeast", "S.W": "Southwest"}
_STREET_WORDS = frozenset(STREETS) | {name.lower() for name in STREETS.values()}
_PARTY = re.compile("([DRI])-([A-Z]{2})")
_SEA = re.compile("[NSEW](?:NE|NW|SE|SW)")
_GOING = listed("turn turned head headed heading go went drove drive due bear steer steered sail sailed ran runs run flew fly rode")
_WORDS_TOO = listed("OK OR IN HI ME OH ID PA MA DE AL")
"""States only before a number for letters: "Tulsa, OK 74103"."""
_WINDY = listed(
    "wind winds gale breeze corner side coast shore wing tower gate bank end edge quarter course heading headed steered sailed heads steer "
    "sail blowing blew due by slope face suburb suburbs area")
_NTH = re.compile("[0-9]+(?:st|nd|rd|th)")


def is_name(part: Part) -> bool:
    """True for a word with a capital and small letters behind it."""
    return len(part.core) > 1 and part.core[0].isupper() and part.core[1:].replace("'", "").replace("’", "").replace("-", "").isalpha()


def points_a_street(parts: Parts, i: int) -> bool:
    """ "N. Oak Blvd.", "12 W. 44th St.", "S. Main Street": a point of the compass before a street's name."""
    if parts[i].core not in _POINTS or not parts[i].dotted or parts[i].tail.strip("."):
        return False
    if len(parts.at(i - 1).core) == 1 and parts.at(i - 1).dotted:
        return False  # "J. S. Bach Street"
    for k in range(i + 1, i + 4):
        if not (is_name(parts.at(k)) or _NTH.fullmatch(parts.at(k).core)):
            return False
        if k > i + 1 and parts[k].lower in _STREET_WORDS:
            return True
        if parts[k].tail:
            return False
    return False


def places(parts: Parts, i: int) -> Reading | None:
    """ "North" in "N. Oak Blvd.", "Massachusetts" in "Boston, Mass."."""
    part, before, behind = parts[i], parts.at(i - 1), parts.at(i + 1)
    if points_a_street(parts, i):
        return one(_POINTS[part.core], stop=False)
    if part.core in POSTAL and is_name(before) and not before.core.isupper() and before.tail == "," and not part.lead and (
        part.core not in _WORDS_TOO or re.fullmatch("[0-9]{5}(?:-[0-9]{4})?", behind.core)
    ):
        return one(*POSTAL[part.core].split())
    if (found := _PARTY.fullmatch(part.core)) and found[2] in POSTAL:
        return one(found[1] + ",", *POSTAL[found[2]].split())
    if part.core in _POINTS and len(part.core) > 1 and _points_away(parts, i):
        return one(_POINTS[part.core].lower(), stop=False)
    if _SEA.fullmatch(part.core) and (before.lower in _WINDY or behind.lower in _WINDY):
        return one("-".join((_COMPASS[part.core[0]].lower(), _POINTS[part.core[1:]].lower())))
    if part.core in _COMPASS and part.tail == "." and before.lower in _GOING and not before.tail and behind.core.islower():
        return one(_COMPASS[part.core].lower(), stop=False)
    if part.core in _COMPASS and parts.at(i - 2).lower in ("lat", "latitude", "long", "lon", "longitude") and before.core[-1:].isdigit():
        return one(_COMPASS[part.core].lower(), stop=parts.ends(i))
    if part.dotted and part.core in STATES and is_name(before) and "," in before.tail:
        return one(*STATES[part.core].split(), stop=parts.ends(i))
    return None


def _points_away(parts: Parts, i: int) -> bool:
    """ "NE of the park", "a S.W. wind": said of a direction."""
    before, behind = parts.at(i - 1), parts.at(i + 1)
    if parts[i].tail.strip("."):
        return before.lower in _WINDY
    return behind.lower in _WINDY or (behind.lower == "of" and "." not in parts[i].core) or before.lower in _WINDY


def street(parts: Parts, i: int) -> Reading | None:
    """Street or Saint, Drive or Doctor: what stands behind a name and not before one."""
    part, before, behind = parts[i], parts.at(i - 1), parts.at(i + 1)
    named = (
        (is_name(before) and before.lower not in STARTERS) or _NTH.fullmatch(before.core)
    ) and not before.tail.strip(".")
    if not named or not part.core[0].isupper() or not (part.dotted or part.core in ("St", "Ave", "Rd", "Blvd")):
        return None
    saint = part.lower == "st" and behind.core.split("'")[0].split("’")[0].lower() in SAINTS and not part.tail.strip(".")
    doctor = part.lower in ("dr", "st", "ct", "pl") and is_name(behind) and behind.lower not in STARTERS and not part.tail.strip(".")
    if saint or (doctor and part.lower in ("dr", "st") and not re.fullmatch(r"[0-9].*", parts.at(i - 2).core)):
        return None
    return one(STREETS[part.lower], stop=not part.dotted or parts.ends(i))
