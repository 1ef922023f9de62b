"""Scenes that are set: a place of which a sentence tells how it is, or what is in it, without anybody who goes there."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.cue_tokens import Token
from audiodream.place_seen import opening, through_glass
from audiodream.words import listed

_SENSED = listed("smell smells smelled smelt reek reeks reeked stink stinks stank")
"""Who smells a place is there."""
_STRETCHING = listed(
    "stretch stretches stretched run runs ran wind winds wound bend bends bent slope slopes sloped open opens opened spread spreads"
)
_ON = listed("away ahead before off on out left right down up around round in straight onward onwards")
_BEING = listed("is was were are has had held holds seemed seems lay lies felt feels")
_BUILDINGS = listed(
    "house hut cottage cabin church chapel cathedral inn tavern pub bar palace castle shop theatre theater school tower lighthouse "
    "hospital hotel museum barn stable shed apartment mill manor mansion temple monastery abbey mosque synagogue stadium circus"
)
"""Of these it may be told from without how they are."""
_TOLD_OF = listed(
    "built sold called named founded said known owned closed burned burnt gone destroyed far visible near still miles across two a an my "
    "his her our their where what why how no nothing about like haunted famous over behind beyond below above ahead opposite in on at"
)
"""Behind "was": what it is, whose, or where, not how it is there."""
_HAVING, _SOME = listed("has had held holds"), listed("a an no two three one its")
_LEADING = listed("on in at inside within beneath under")
_LINKS = listed("and but then now so at last first here")


def is_shown(tokens: Sequence[Token], index: int, last: int, begins: bool) -> bool:
    """ "The lobby smelled of wet carpet", "The garden was all silver": the place of tokens index .. last is what the sentence is about.

    begins: it is the first of a paragraph; within one it may be told of another place how it is.
    """
    if tokens[index].quote or last + 2 >= len(tokens) or not _is_subject(tokens, index):
        return False
    if opening(tokens, index) or through_glass(tokens, len(tokens)):
        return False
    verb, after = tokens[last + 1].low, tokens[last + 2].low
    if verb in _SENSED:
        return True
    if tokens[last].low in _BUILDINGS:
        return False
    if verb in _STRETCHING:
        return after in _ON
    if not begins or verb not in _BEING:
        return False
    return after in _SOME if verb in _HAVING else after not in _TOLD_OF


def _is_subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing stands before it but its article, two words that describe it, and where or when ("On the third floor")."""
    n = index if tokens[index].low == "the" else next((k for k in range(index - 1, max(-1, index - 4), -1) if tokens[k].low == "the"), -1)
    if n < 0 or any(not t.is_word for t in tokens[n:index]):
        return False
    before = [t for t in tokens[:n] if t.text != ","]
    if not before or all(t.low in _LINKS for t in before):
        return True
    return before[0].low in _LEADING and len(before) < 6 and all(t.is_word for t in before)
