"""Why a word that can name a sound set off no rule: what each of them wanted, in words for people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audiodream.cue_classes import PERCEIVED, REPORTING, SOUNDING
from audiodream.cue_matching import Misfit
from audiodream.cue_rules import Form, rules
from audiodream.cue_tokens import Token
from audiodream.words import listed

_EVERYDAY = listed(
    "be is are was were been being am come comes came coming go goes went gone going take takes took taken taking hold holds held holding "
    "stand stands stood standing turn turns turned turning give gives gave given giving get gets got getting become becomes became "
    "grow grows grew growing sit sits sat sitting wait waits waited waiting watch watches watched watching set sets setting put puts "
    "raise raises raised raising touch touches touched touching start starts started starting begin begins began begun beginning play "
    "plays played playing catch catches caught catching let lets letting make makes made making keep keeps kept lift lifts lifted find "
    "leave leaves left leaving pass passes passed passing move moves moved moving part parts lead answer answers call calls reach talk "
    "rise rises rose risen rising lower lowers lowered build builds built carry carries carried meet join joins joined hurry speak say "
    "draw draws drew drawn pull pulls pulled pulling release releases released step steps hang hangs hung lie lies lay still open opens "
    "opened close closes closed press presses swing draws cross crosses crossed light lights spread freeze sway lean leans leaned"
)
"""Words that every page holds: without a partner that makes a sound of them nobody thinks of one."""
_SHOWN = 4


@cache
def sound_words() -> frozenset[str]:
    """The forms that tell of a sound by themselves: with a rule that wants no partner, or among the verbs of sounding and hearing."""
    alone = {low for low, forms in rules().items() if any(form.rule.asks <= 1 and not form.rule.person for form in forms)}
    return frozenset((alone | (PERCEIVED | SOUNDING | REPORTING) & rules().keys() | _only_sounds()) - _EVERYDAY)


@cache
def _only_sounds() -> frozenset[str]:
    """Forms that rules of two kinds and more know: "pound", "clatter"."""
    return frozenset(low for low, forms in rules().items() if len({form.rule.kind for form in forms}) > 1)


def nearest_misfit(misfits: Sequence[tuple[Form, Misfit]]) -> tuple[Form, Misfit]:
    """The rule that came nearest to fitting."""
    return max(misfits, key=lambda pair: _NEARNESS.index(pair[1].what))


def why_not(tokens: Sequence[Token], form: Form, misfit: Misfit) -> str:
    """Why a rule does not fit, in words for people."""
    if misfit.what == "never":
        return f"beside {tokens[misfit.at].text!r} it is no sound of this kind"
    if misfit.what == "actor":
        return f"{tokens[misfit.at].text!r} is not who does it"
    if misfit.what == "verb":
        return "here it is no verb that tells of something happening"
    if misfit.what == "noun":
        return "here it is no thing"
    if misfit.what == "alone":
        return "it sounds only where it is all that a clause says"
    return {
        "subject": f"nothing does it that would make the sound{_such(form.rule.before, form.rule.person)}",
        "object": f"nothing follows that would make the sound{_such(form.rule.after)}",
        "partner": f"nothing stands near that would make the sound{_such(form.rule.either, form.rule.person)}",
    }[misfit.what]


_NEARNESS = ("noun", "verb", "alone", "subject", "partner", "object", "actor", "never")


def _such(words: frozenset[str], person: bool = False) -> str:
    """Some of the words that a rule wants."""
    if person:
        return " (a person would)"
    shown = sorted(words - _EVERYDAY, key=lambda w: (len(w), w))
    return f" (such as {', '.join(shown[:_SHOWN])})" if shown else ""
