"""Not now: what is remembered, told of, known to happen at times, or goes on for days sounds at no moment of the story."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.cue_clauses import HARD, Realis, clause_before
from audiodream.cue_rules import Form
from audiodream.cue_tokens import Token
from audiodream.words import listed

RECALLING = listed(
    "remember remembers remembered remembering recall recalls recalled recalling memory memories nostalgia once yesterday used ago "
    "reminds reminded remind reminiscent recollection"
)
_HABIT = listed("often usually sometimes always rarely seldom whenever generally habitually occasionally normally")
_LONG = listed("day days week weeks month months year years decade decades century centuries summer winter spring autumn season seasons")
_COUNTED = listed("a an one two three four five few single long several many half dozen the space of another whole full")
_UNITS = listed(
    "night day morning evening afternoon dawn dusk year week month sunday monday tuesday wednesday thursday friday saturday hour spring "
    "summer autumn fall winter april may june christmas easter"
)
_SEASONS = listed("winter summer spring autumn springtime summertime wintertime")
_WEEKDAYS = listed("sundays mondays tuesdays wednesdays thursdays fridays saturdays weekdays weekends holidays")
_YOUNG = listed("child boy girl youth childhood boyhood girlhood children")
_TELLING = listed(
    "tell tells told telling say says said claim claims claimed explain explains explained report reports reported mention mentions "
    "thought thinks spoke talked mentioned rumoured rumored believed alleged "
    "write writes wrote swear swears swore story stories tale tales legend legends rumour rumours rumor rumors account news"
)
_TOLD_BY = listed("that how about of whether")
_SAYING = listed("say says said tell tells claim claims call calls called called swear believe goes went has")
_FAR = 30
"""So many words and marks off is looked for what governs a whole sentence."""
_SAYERS = listed("they people folk folks some used would always so proverb saying story legend")


def lasting(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """ "They crashed at her flat for a week": nothing sounds for days."""
    if form.rule.sign != "V" or form.rule.kind in {"silence", "hush", "rain", "wind", "waves", "stream"}:
        return None
    for n in range(index + 1, min(index + 8, len(tokens) - 1)):
        if not tokens[n].is_word:
            return None
        span = [t.low for t in tokens[n + 1 : n + 4]]
        if tokens[n].low in {"for", "in"} and any(low in _LONG for low in span) and "first" not in span:
            return Realis("habitual", "not at one moment")
    return None


def spanned(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """ "For a heartbeat", "two breaths later": how long it takes, not what is heard."""
    if form.rule.sign == "V" or form.rule.kind not in {"heartbeat", "breath"}:
        return None
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    n = index - 1
    while n > 0 and index - n <= 3 and tokens[n].low in _COUNTED:
        n -= 1
    span = n >= 0 and n < index - 1 and tokens[n].low in {"for", "within", "in", "after", "every"}
    if span or after in {"later", "before", "ago", "longer", "more"}:
        return Realis("idle", f"{tokens[index].text!r} is how long it takes")
    return None


def recalled(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    before = clause_before(tokens, index, 8)
    for n in before:
        low = tokens[n].low
        if low == "once" and ((n + 1 < index and tokens[n + 1].low in {"more", "again"}) or (n and tokens[n - 1].low in {"at", "for"})):
            continue
        if low in RECALLING:
            return Realis("recalled", f"{tokens[n].text!r}: it is past")
        if low in _HABIT:
            return Realis("habitual", f"{tokens[n].text!r}: not now")
        if (
            low in {"had", "hadn't", "has", "have", "having", "i've", "we've", "you've", "they've"}
            and form.shape == "past"
            and index - n <= 3
        ):
            return Realis("recalled", "it had happened before")
        if low.endswith("'d") and form.shape == "past" and index - n <= 2:
            return Realis("recalled", "it had happened before")
    for n in range(index + 1, min(index + 14, len(tokens))):
        if tokens[n].text in HARD or tokens[n].quote or tokens[n].low in {"then", "now"}:
            break
        back = tokens[n - 1].low
        if tokens[n].low == "ago" or (tokens[n].low in _UNITS and back == "last") or (tokens[n].low == "before" and back in _UNITS):
            return Realis("recalled", f"'{tokens[n - 1].text} {tokens[n].text}': it is past")
    for n in range(max(0, index - 5), index - 1):
        if tokens[n].low == "every" and tokens[n + 1].low in {
            "night",
            "day",
            "morning",
            "evening",
            "year",
            "week",
            "sunday",
            "hour",
            "time",
        }:
            return Realis("habitual", "not now")
    return None


def told(tokens: Sequence[Token], index: int, _form: Form) -> Realis | None:
    """ "He told them of the night the bell rang", "barking dogs bite, as people say": it is only spoken of."""
    before = clause_before(tokens, index, 14)
    for n in before:
        if tokens[n].low in _TELLING and any(tokens[k].low in _TOLD_BY for k in range(n + 1, min(n + 5, index))):
            return Realis("recalled", f"{tokens[n].text!r}: it is told of")
    for n in range(index + 1, min(index + 1 + _FAR, len(tokens))):
        if tokens[n].text in HARD or tokens[n].quote:
            return None
        if tokens[n].text != ",":
            continue
        tail = [t.low for t in tokens[n + 1 : n + 8]]
        goes_on = tail[:1] and tail[0] in {"and", "but", "who", "which"}
        if not goes_on and any(low in _SAYING for low in tail[1:]) and any(low in _SAYERS for low in tail[:4]):
            return Realis("recalled", "a saying")
    return None


def _one_time(tokens: Sequence[Token], n: int) -> bool:
    """ "One evening in autumn": of all of them, this."""
    return any(tokens[k].low in {"one", "that", "this", "a"} and tokens[k + 1].low in _UNITS for k in range(max(0, n - 4), n - 1))


def wonted(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """ "In winter the wolves come down", "dogs seldom bite": at times, or in those days, and not now."""
    for n in range(index - 1, max(-1, index - 1 - _FAR), -1):
        low, following = tokens[n].low, [t.low for t in tokens[n + 1 : n + 3]]
        if tokens[n].text in HARD:
            break
        first = following[0] if following else ""
        if low == "whenever":
            return Realis("habitual", f"{low!r}: not at one moment")
        if (low in {"every", "each"} and first in _UNITS) or (low == "on" and first in _WEEKDAYS):
            return Realis("habitual", f"{low!r}: not now")
        if low == "in" and (first in _SEASONS or following in (["those", "days"], ["old", "days"])) and not _one_time(tokens, n):
            return Realis("habitual", f"'in {first}': not now")
        if low in {"as", "in"} and len(following) == 2 and following[0] in {"a", "my", "his", "her", "their"} and following[1] in _YOUNG:
            return Realis("recalled", f"{following[1]!r}: it is past")
    for n in range(index + 1, min(index + (4 if form.rule.sign == "V" else 8), len(tokens))):
        if not tokens[n].is_word or tokens[n].low in {"as", "and", "when", "while"}:
            break
        if tokens[n].low in _HABIT or (tokens[n].low == "never" and n == index + 1):
            return Realis("habitual", f"{tokens[n].text!r}: not now")
    return None
