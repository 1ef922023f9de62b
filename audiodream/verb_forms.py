"""The forms of English words: `ring` gives ring, rings, ringing, rang, rung."""

from __future__ import annotations

import re
from functools import cache

_IRREGULAR = {
    "beat": "beat beaten", "become": "became become", "begin": "began begun", "blow": "blew blown", "break": "broke broken",
    "bring": "brought", "burn": "burned burnt", "burst": "burst", "catch": "caught", "come": "came come", "creep": "crept",
    "cut": "cut", "dive": "dived dove", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen", "flee": "fled",
    "fling": "flung", "fly": "flew flown", "freeze": "froze frozen", "go": "went gone", "grind": "", "grow": "grew grown",
    "hang": "hung", "hear": "heard", "hit": "hit", "hold": "held", "keep": "kept", "leap": "leaped leapt", "leave": "left",
    "let": "let", "lie": "lay lain", "light": "lit lighted", "make": "made", "meet": "met", "pour": "poured", "ride": "rode ridden",
    "ring": "rang rung", "rise": "rose risen", "run": "ran run", "shake": "shook shaken", "shoot": "shot", "shut": "shut",
    "sing": "sang sung", "sink": "sank sunk", "sit": "sat", "slide": "slid", "speed": "sped speeded", "spin": "spun", "spit": "spat spit",
    "split": "split", "spread": "spread", "stand": "stood", "strike": "struck", "suck": "sucked",
    "sweep": "swept", "swell": "swelled swollen",
    "swing": "swung", "take": "took taken", "tear": "tore torn", "throw": "threw thrown", "weep": "wept", "wind": "wound", "be": "",
    "give": "gave given", "draft": "drafted", "drag": "dragged", "panic": "panicked", "whir": "whirred", "stir": "stirred",
    "distort": "distorted", "howl": "howled", "crescendo": "crescendoed", "stride": "strode stridden", "tread": "trod trodden",
    "speak": "spoke spoken", "swim": "swam swum", "fight": "fought", "steal": "stole stolen", "spring": "sprang sprung",
    "slink": "slunk", "cling": "clung", "sting": "stung", "feel": "felt", "see": "saw seen", "say": "said", "bind": "bound",
    "write": "wrote written",
    "wear": "wore worn", "lead": "led", "die": "died", "leapfrog": "leapfrogged",
}
_DOUBLING = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$")
_BE = ("be", "is", "are", "am", "was", "were", "being", "been")


@cache
def irregular_pasts() -> frozenset[str]:
    """Every past form that follows no rule."""
    return frozenset(form for forms in _IRREGULAR.values() for form in forms.split())


def _suffixed(word: str) -> str:
    """The word with -s."""
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word in {"echo", "go"} else "s")


def noun_forms(word: str) -> tuple[str, ...]:
    """Singular and plural; a plural that is given stays alone."""
    return (word,) if word.endswith("s") and not word.endswith("ss") else (word, _suffixed(word))


def present(word: str) -> tuple[str, ...]:
    """The forms without an ending, and with -s."""
    return (word, _suffixed(word))


def participle(word: str) -> str:
    """The form with -ing."""
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word == "panic":
        return "panicking"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + (word[-1] if _DOUBLING.match(word) or word in {"stir", "whir"} else "") + "ing"


def past(word: str) -> tuple[str, ...]:
    """Past tense and past participle."""
    if word in _IRREGULAR:
        return tuple(_IRREGULAR[word].split())
    if word.endswith("e"):
        return (word + "d",)
    if re.search(r"[^aeiou]y$", word):
        return (word[:-1] + "ied",)
    return (word + (word[-1] if _DOUBLING.match(word) else "") + "ed",)


def verb_forms(word: str) -> tuple[str, ...]:
    """All forms of a verb."""
    return _BE if word == "be" else tuple(dict.fromkeys((*present(word), participle(word), *past(word))))
