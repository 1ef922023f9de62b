"""What is said, and how: words inside a quotation, and the verb beside one ("murmurs the widow")."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.cue_classes import REPORTING
from audiodream.cue_clauses import OPENERS, Realis
from audiodream.cue_lists import LISTS
from audiodream.cue_rules import Form
from audiodream.cue_tokens import Token
from audiodream.words import listed

_PERSONS = listed(LISTS["person"])


def said_by(tokens: Sequence[Token], index: int, form: Form, quoted: bool) -> Realis | None:
    """The verdict on a word that is said, or that says how the quotation beside it is spoken."""
    token = tokens[index]
    if token.quote:
        return Realis("speech", "somebody speaks of it; it does not happen")
    tag = quoted and (_tags(tokens, index) or (token.low in REPORTING and form.rule.sign == "V"))
    if tag and form.rule.kind not in {"cheer", "hush", "applause", "silence"}:
        return Realis("speech", f"{token.text!r} says how the quotation is spoken")
    return None


def _tags(tokens: Sequence[Token], index: int) -> bool:
    """ "“Wait,” the widow murmurs.": a verb, though it could be a plural; its subject stands between it and what is said."""
    if not tokens[index].low.endswith("s") or tokens[index].low not in REPORTING:
        return False
    n = index - 1
    while n >= 0 and index - n <= 4 and tokens[n].is_word and not tokens[n].quote:
        n -= 1
    if n < 0 or not tokens[n].quote or n == index - 1:
        return False
    last, ends = tokens[index - 1], index + 1 == len(tokens) or not tokens[index + 1].is_word
    return last.low in _PERSONS or (last.text[0].isupper() and last.low not in OPENERS and ends)
