"""Why a word that can name a sound set off no rule: what each of them wanted, in words for people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audiodream.cue_matching import Misfit
from audiodream.cue_rules import Form, rules
from audiodream.cue_tokens import Token
from audiodream.verb_forms import noun_forms, verb_forms
from audiodream.words import listed

_NAMING = listed(
    "backfire bash batter bawl bay beat beep belch blare blast blow break burp burst clap clash clomp clump croak detonate drum "
    "echo erupt explode fire flap gag groan grind hammer hit jabber judder jangle kick knell lash moan pant patter peal pelt plash "
    "pop pound purr ram resonate resound retch rev ring rip roar scrabble shoot shrill shuffle sing slap snap sniff spark spit "
    "splinter splutter sputter squeal stamp stomp strike swish tap tear thrash thunder toll tramp trill ululate vibrate weep whip "
    "whirr yap yodel zip sound noise note ringing beating moaning groaning grinding tearing croaking shatterings bark"
)
"""Words that name a sound though no rule takes them without a partner; "go" or "stand", which a partner can make one of, do not."""
_SHOWN = 4


@cache
def sound_words() -> frozenset[str]:
    """The forms that name a sound: those with a rule that wants no partner, and those of `_NAMING`."""
    alone = {low for low, forms in rules().items() if any(form.rule.asks <= 1 and not form.rule.person for form in forms)}
    bases = _NAMING | {low for low in alone if any(form.shape != "ing" for form in rules()[low])}
    return frozenset(alone | {form for word in bases for form in (*verb_forms(word), *noun_forms(word))})


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
    shown = sorted(words, key=lambda w: (len(w), w))
    return f" (such as {', '.join(shown[:_SHOWN])})" if shown else ""
