"""Words in capitals, in words: spelled (FBI), words of their own (NASA), or shouted (STOP)."""

from __future__ import annotations

import re

from audiodream.spoken_parts import Parts, Reading, letters, one
from audiodream.spoken_places import is_name
from audiodream.spoken_tables import CHAT, CRIES, LETTER_ACRONYMS, MAYBE_WORDS, SHOUTABLE, WORD_ACRONYMS
from audiodream.words import listed, words

_ENDING = re.compile(r"(.+?)(['’]?s|['’](?:d|ll|re|ve))?")
_SPELLED = re.compile("[a-z][A-Z]{1,3}")
"""pH, iOS, mRNA."""
_ELEMENTS = "H|He|Li|Be|B|C|N|O|F|Ne|Na|Mg|Al|Si|P|S|Cl|Ar|K|Ca|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Br|Ag|Sn|I|Ba|Au|Hg|Pb|U"
_CLUSTERED = re.compile("[BCDFGHJKLMNPQRSTVWXZ]{3}|(?:BC|CB|DP|GD|MC|MD|PC|SG|TP)$")
_ONSET = re.compile("([BCDFGHJKLMNPQRSTVWXZ]{2})")
_ONSETS = listed("BL BR CH CL CR DR DW FL FR GH GL GN GR KN KR KL PH PL PR PS RH SC SH SK SL SM SN SP SQ ST SW TH TR TW TS VL WH WR")
"""What a word may begin with."""
_INITIALLED = re.compile("(?:US|UN)[B-DF-HJ-NP-TV-Z][A-Z]{1,2}|[AEIOU][PTKBDGFVSZ]O|U[BC][A-Z]|[B-DF-HJ-NP-TV-Z]EO")
"""USDA, UNHCR, IPO, UBS, SEO: sayable, and yet spelled."""
_SALT = re.compile(f"(?=.*[a-z][A-Z]|[A-Z][A-Z][a-z]$)(?:{_ELEMENTS}){{2,4}}")
"""NaCl, MgO, HCl."""


def with_ending(words: tuple[str, ...], ending: str) -> tuple[str, ...]:
    return (*words[:-1], words[-1] + ending) if ending else words


def shouting_near(parts: Parts, i: int) -> bool:
    """True where the words around are in capitals too."""
    near = [parts.at(k).core for k in range(max(0, i - 3), i + 4) if k != i]
    loud = [c for c in near if c.isupper() and len(c) > 1 and c not in LETTER_ACRONYMS and c not in WORD_ACRONYMS]
    small = [c for c in near if any(ch.islower() for ch in c)]
    return len(loud) > len(small) or (len(loud) >= 2 and len(small) <= 1)


def capitals(parts: Parts, i: int) -> Reading | None:
    """A word in capitals: spelled (FBI), a word of its own (NASA), or shouted (STOP), which is said as the word it is."""
    core = parts[i].core
    if core in CHAT:
        return one(*letters(core))
    found = _ENDING.fullmatch(core)
    if not found or "-" in core:
        return _hyphened(parts, i)
    bare, ending = found[1], (found[2] or "").replace("’", "'")
    if _SPELLED.fullmatch(bare) or _SALT.fullmatch(bare):
        return one(*with_ending(letters(bare), ending))
    if bare in ("WWI", "WWII"):
        return one("World", "War", *with_ending(("One",) if bare == "WWI" else ("Two",), ending))
    if bare in ("Ph.D", "Ph.D."):
        return one(*with_ending(letters(bare), "'s" if ending == "s" else ending))
    if bare == "PhD":
        return one(*with_ending(letters(bare), ending))
    if bare.upper() != bare or len(bare) < 2 or not bare.isalpha():
        return None
    if ending == "s" and bare not in LETTER_ACRONYMS and len(bare) > 4:
        return None
    shouting = shouting_near(parts, i)
    plural = found[2] == "s" and bare not in WORD_ACRONYMS and bare.isascii()
    numbered = len(bare) == 2 and parts.at(i + 1).core[:1].isdigit() and not (shouting or parts[i].tail or bare.lower() in words("common"))
    if plural or numbered:
        return one(*with_ending(letters(bare), "'s" if plural else ""))
    if bare in CRIES:
        return one((bare.capitalize() if bare in ("MR", "MRS", "DR") else bare.lower()) + ending)
    if bare in WORD_ACRONYMS and not (bare in MAYBE_WORDS and shouting):
        return one(bare + ending)
    if (bare in LETTER_ACRONYMS and _is_spelled(parts, i, bare, shouting)) or (
        bare in ("US", "IT", "WHO", "AM") and _is_spelled(parts, i, bare, shouting)
    ):
        return one(*with_ending(letters(bare), "'s" if ending == "s" else ending))
    if len(bare) <= 6 and not any(c in "AEIOUY" for c in bare) and bare.isascii() and len(set(bare)) > 1 and bare not in ("MR", "MRS"):
        return one(*with_ending(letters(bare), "'s" if ending == "s" else ending))
    if _unknown_initials(parts, i, bare, shouting):
        return one(*with_ending(letters(bare), "'s" if ending == "s" else ending))
    return one(bare.lower() + ending.lower()) if bare.isascii() or bare.lower().upper() == bare else None


def _unknown_initials(parts: Parts, i: int, bare: str, shouting: bool) -> bool:
    """ "an NGO": two or three capitals behind an article that are no word."""
    if not shouting and bare.isascii() and "!" not in parts[i].tail and bare.lower() not in words("common") and _unsayable(bare):
        return True
    known = len(bare) > 3 or shouting or not bare.isascii() or bare.lower() in words("common") or "!" in parts[i].tail
    return not known and parts.at(i - 1).lower in ("a", "an", "the", "our", "their", "by", "for", "of")


def _unsayable(bare: str) -> bool:
    """True for what does not look like a word: ASPCA, HSUS, USDA; not for a cry (ARGH, OOH) nor a name."""
    named = bare.capitalize() in words("men") | words("women") or (bare[:2] == "MC" and len(bare) > 4)
    if named or not 2 < len(bare) < 6 or bare[-1] == "H" or re.search(r"(.)\1\1|OO|EE|AA", bare):
        return False
    onset = _ONSET.match(bare)
    return bool(_CLUSTERED.search(bare) or (onset and onset[1] not in _ONSETS) or _INITIALLED.fullmatch(bare))


def _is_spelled(parts: Parts, i: int, bare: str, shouting: bool) -> bool:
    """Whether letters that could be a word are none."""
    if bare not in SHOUTABLE:
        return True
    if shouting:
        return False
    before, behind = parts.at(i - 1), parts.at(i + 1)
    if bare == "AM":
        return before.core[-1:].isdigit() or before.lower in ("radio", "an")
    if bare == "IT":
        return behind.lower in (
            "department",
            "guy",
            "support",
            "staff",
            "team",
            "manager",
            "company",
            "consultant",
            "system",
            "systems",
            "crowd",
            "people",
        ) or (before.lower in ("in", "an") and behind.core == "")
    if bare == "US":
        return (
            before.lower in ("the", "a", "an", "across", "every")
            or is_name(behind)
            or bool(parts[i].core.endswith("s"))
            or behind.lower
            in (
                "army",
                "navy",
                "president",
                "government",
                "military",
                "dollar",
                "dollars",
                "troops",
                "citizen",
                "citizens",
                "troops",
                "economy",
            )
        )
    if bare == "WHO":
        return before.lower == "the"
    if bare in MAYBE_WORDS and bare not in ("LA", "CO", "MA", "AAA", "AA", "POW"):
        return before.core[-1:].isdigit() or behind.core[:1].isdigit()
    return True


def _hyphened(parts: Parts, i: int) -> Reading | None:
    """ "FBI-trained", "X-RAY", "NON-STOP": each piece of a compound for itself."""
    pieces = parts[i].core.split("-")
    if len(pieces) < 2 or len(pieces) > 6 or not all(p.isalpha() for p in pieces) or not any(len(p) > 1 and p.isupper() for p in pieces):
        return None
    said: list[str] = []
    known = all(piece in LETTER_ACRONYMS for piece in pieces) and not shouting_near(parts, i)  # "UK-US talks"
    for piece in pieces:
        if piece in LETTER_ACRONYMS and (known or not (piece in SHOUTABLE and parts[i].core.isupper())):
            said += letters(piece)
        elif len(piece) > 1 and piece.isupper() and piece not in WORD_ACRONYMS:
            said.append(piece.lower())
        else:
            said.append(piece)
    return one("-".join(said)) if len(said) == len(pieces) else one(*said)
