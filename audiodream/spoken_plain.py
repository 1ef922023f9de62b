"""Tokens of ordinary prose, which are said as they are written: most of a story, and told at a glance."""

from __future__ import annotations

import re

from audiodream.heteronyms import RULES as HETERONYMS
from audiodream.lexicon import Lexicon
from audiodream.spoken_addresses import LONGEST
from audiodream.spoken_numbers import roman
from audiodream.spoken_parts import part_of
from audiodream.spoken_tables import BARE_TITLES, BOOKS, CHAT, DAYS, MONTH_NAMES, MONTHS, NUMBERED, REGNAL
from audiodream.words import listed

_PLAIN = re.compile(
    r"[\"“‘’'(\[]*(?:[^\W\d_][a-zà-öø-ÿœ]+(?:['’][a-zà-öø-ÿœ]+|-[^\W\d_]?[a-zà-öø-ÿœ]+)*|[aIO]|I['’][a-z]+)[,;:!?]*\.?[\"”’')\]]*[,.;]?"
)
"""A token of ordinary prose: letters that are small after the first, the usual marks around them."""
CORE = re.compile(r"[^\W\d_][\w'’-]*")
_WATCHED = frozenset(HETERONYMS) | BARE_TITLES | frozenset(MONTHS) | {name.lower() for name in (*MONTH_NAMES, *BOOKS)} | listed(
    "eg vs etc jr sr ltd inc no ave rd blvd co x ii iii iv vi vii viii ix xi xii pp fig figs vol vols ch yr") | CHAT
_SPANNED = frozenset(DAYS) | frozenset(MONTHS)
_SHORT = re.compile(r"(?:\w{1,6}|[A-Z]\w{1,8})\.[\"”’')\]]*[,;]?")


def is_plain(tokens: list[str], k: int, lexicon: Lexicon) -> bool:
    """True for a token that is said as it is written."""
    return _by_itself(tokens[k], lexicon) and not (tokens[k][0] == "I" and _takes_numeral(tokens, k))


def _by_itself(token: str, lexicon: Lexicon) -> bool:
    """The same, whatever stands around it."""
    if token.isalpha() and token.islower() and token.isascii():
        return token not in _WATCHED and token not in lexicon.heads
    if token[0] == "(" and len(token) < 8:
        return False
    if len(token) > LONGEST or not _PLAIN.fullmatch(token) or _SHORT.fullmatch(token):
        return False
    core = CORE.search(token)
    if core is None:
        return False
    word = core[0].rstrip("-")
    low = word.lower()
    if "-" in low and low.split("-")[0] in _SPANNED:
        return False
    return low not in _WATCHED and low not in lexicon.heads and low.partition("'")[0].partition("’")[0] not in lexicon.heads


def _takes_numeral(tokens: list[str], k: int) -> bool:
    """True where a lone I at k may be a number."""
    if k == 0:
        return False
    if tokens[k - 1] == "and":
        return k > 1 and roman(tokens[k - 2]) > 0
    core = part_of(tokens[k - 1], 0).lower
    return core in NUMBERED or core in REGNAL
