"""Sums of money, in words."""

from __future__ import annotations

import re

from audiodream.spoken_amounts import BAR, NUM, SIGN, scaled
from audiodream.spoken_numbers import Words, cardinal, decimal, number
from audiodream.spoken_parts import Parts, Reading, one
from audiodream.spoken_tables import ATTRIBUTES, CURRENCIES, SCALES, UNITS
from audiodream.spoken_units import unit_words
from audiodream.words import listed

_COIN = "US\\$|HK\\$|NZ\\$|A\\$|C\\$|S\\$|R\\$|[$£€¥₹₽₩₿]"
_MONEY = re.compile(
    rf"([-−+]?)({_COIN})[-−]?({NUM})([kKmMbB]|mn|bn|tn|mil)?(?:{BAR}(?:{_COIN})?({NUM})([kKmMbB]|mn|bn|tn)?)?([-/][A-Za-z-]+|\+)?"
)
_SCALED = re.compile(r"(hundred|thousand|million|billion|trillion)-([a-z-]*[a-z])")
_COINS = re.compile(r"([0-9]{1,3}(?:\.[0-9])?)(p|c|¢|d|s)")
_PAYING = listed("paid pay pays cost costs for only just spent asked charged charge at than")
_CODES = listed("EUR USD GBP JPY CHF CAD AUD INR")
_NO_NOUN = listed("a an and as at but by each for from if in is of off on or per so than that to was were when with")


def money(parts: Parts, i: int) -> Reading | None:
    """ "$3.50", "£2m", "$3.50 million", "$20-30", "$5-a-day", "50p", "6d."."""
    part = parts[i]
    if found := _COINS.fullmatch(part.core):
        return _coins(parts, i, found[1], found[2])
    found = _MONEY.fullmatch(part.core)
    if not found:
        return None
    sign, coin, amount, scale, upper, upper_scale, rest = found.groups()
    behind = parts.at(i + 1)
    head: Words = SIGN[sign]
    large = re.fullmatch("-(hundred|thousand|million|billion|trillion)((?:-[a-z]+)*)", rest or "")  # "a $300-million spree"
    if large and not scale and not upper:
        return one(*head, *scaled(amount, None), large[1], CURRENCIES[coin][0], *large[2].replace("-", " ").split())
    tail = tuple(rest.strip("-").replace("-", " ").split()) if rest and rest[0] == "-" else ("plus",) if rest == "+" else ()
    if rest and rest[0] == "/":
        each = " ".join(unit_words(rest[1:], True)) or rest[1:]
        tail = ("an" if each[0] in "aeio" or each == "hour" else "a", *each.split())
    compound = _SCALED.fullmatch(behind.core)
    if compound and not part.tail and not scale and not upper and not rest:
        return Reading(((*head, *scaled(amount, None)), (compound[1], CURRENCIES[coin][0], *compound[2].split("-"))))
    if upper and not scale and not upper_scale and any("." in a and len(a.partition(".")[2]) == 2 for a in (amount, upper)):
        return one(*head, *_sum(coin, amount, False), "to", *_sum(coin, upper, False), *tail)
    if upper:
        low = (*scaled(amount, scale), "to", *scaled(upper, upper_scale))
        head = (*head, *low)
        amount, scale = "2", upper_scale or ""
    elif scale or (not part.tail and _scale(behind.core) and not behind.lead and not rest):
        head = (*head, *scaled(amount, scale))
    else:
        old = coin == "£" and re.fullmatch(r"[0-9]{1,2}[sd]", behind.core)  # "£4. 12s." is one sum
        return one(*head, *_sum(coin, amount, _buys(parts, i, i + 1)), *tail, stop=not old)
    name = CURRENCIES[coin][1]
    if not part.tail and _scale(behind.core) and not rest and not scale:
        return Reading((head, (SCALES[_scale(behind.core)], *(CURRENCIES[coin][0] if _buys(parts, i, i + 2) else name).split())))
    if _buys(parts, i, i + 1):
        name = CURRENCIES[coin][0]
    return one(*head, *name.split(), *tail)


def _scale(core: str) -> str:
    """The word for a large number as the table has it, also in capitals; "" for none."""
    low = core.lower() if len(core) > 3 else core
    return low if low in SCALES else ""


def coins_named_first(parts: Parts, i: int) -> Reading | None:
    """ "CHF 2,000", "Rs. 500", "EUR 3 million": the name of the coin goes behind the sum."""
    part, behind = parts[i], parts.at(i + 1)
    name = "rupees" if part.core == "Rs" else UNITS[part.core] if part.core in _CODES else ""
    if not name or part.tail.strip(".") or behind.lead or not re.fullmatch(NUM, behind.core):
        return None
    if not behind.tail and parts.at(i + 2).core in SCALES:
        return Reading((scaled(behind.core, None), (SCALES[parts[i + 2].core],), tuple(name.split())))
    return Reading((number(behind.core), tuple(name.split())))


def _buys(parts: Parts, i: int, noun: int) -> bool:
    """Whether the noun behind a sum says what has it: "the $20 bill", "a $3 million yacht"; but not "a $5 or so"."""
    behind = parts.at(noun)
    if parts.at(noun - 1).tail.strip("."):
        return False
    article = parts.at(i - 1).lower in ("a", "an", "another")
    return behind.lower in ATTRIBUTES or (article and behind.core.isalpha() and behind.core.islower() and behind.lower not in _NO_NOUN)


def _sum(coin: str, amount: str, singular: bool) -> Words:
    """An amount of a currency: "three dollars and fifty cents", "two pounds fifty", "ninety-nine cents"."""
    one_, many, cent, cents = CURRENCIES[coin]
    whole, _, part = amount.partition(".")
    if len(part) > 2:
        return (*decimal(whole or "0", part), *many.split())
    small = int((part + "0")[:2]) if part else 0
    big = int(whole.replace(",", "") or "0") if len(whole) < 40 else 2
    said: Words = (*cardinal(whole or "0"), *(one_ if big == 1 or singular else many).split())
    if not small:
        return said
    pence = cardinal(str(small))
    coins = cent if small == 1 or singular else cents
    if not big:
        return (*pence, coins)
    return (*said, *pence) if coin == "£" else (*said, "and", *pence, coins)


def _coins(parts: Parts, i: int, amount: str, coin: str) -> Reading | None:
    """Pence, cents, and the shillings and pence of old: "2s. 6d." is two shillings and sixpence."""
    behind, before = parts.at(i + 1), parts.at(i - 1)
    if coin in "ds" and "." in amount:
        return None
    if coin == "s":
        if re.fullmatch(r"[0-9]{1,2}d", behind.core):
            pence = _old_pence(behind.core[:-1])
            return Reading(((*cardinal(amount), "shilling" if amount == "1" else "shillings"), ("and", *pence)), parts.ends(i + 1))
        if not (before.core.startswith("£") and not before.tail) or not parts[i].dotted:
            return None
        return one(*cardinal(amount), "shilling" if amount == "1" else "shillings", stop=parts.ends(i))
    if coin == "d":
        return one(*_old_pence(amount), stop=parts.ends(i)) if parts[i].dotted or (before.core.endswith("s") and before.dotted) else None
    if coin == "c" and before.lower not in _PAYING:
        return None
    if coin == "p":
        return one(*number(amount), "penny" if amount == "1" else "pence")
    return one(*number(amount), "cent" if amount == "1" else "cents")


def _old_pence(amount: str) -> Words:
    n = int(amount)
    if n == 1:
        return ("one", "penny")
    return (cardinal(amount)[0] + "pence",) if n <= 12 else (*cardinal(amount), "pence")
