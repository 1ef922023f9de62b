"""Idioms: verbs that sound nothing before certain words ("she broke the record", "it struck him as odd")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from audiodream.cue_clauses import Realis
from audiodream.cue_rules import Form
from audiodream.cue_tokens import Token
from audiodream.verb_forms import verb_forms
from audiodream.words import listed

_TABLE: dict[str, str] = {
    "bark": "shin shins knuckles elbow",
    "beat": "odds retreat record bush time chess cards draughts favourite rival rivals champion",
    "blow": "kiss kisses nose chance fortune savings money cover",
    "break": (
        "news record records law laws rule rules promise promises word rank ranks fast camp spell ground even heart hearts habit fever "
        "will spirit bank code oath vow trust faith contract bread journey deadlock monotony story engagement free loose away"
    ),
    "burst": "bubble",
    "catch": "cold train bus eye sight attention glimpse fish",
    "clap": "eyes irons",
    "close": "deal meeting eyes ranks session sale account",
    "crack": "smile joke jokes grin code case codes",
    "crash": "party diet sofa",
    "draw": "line conclusion conclusions attention salary crowd crowds lots pension",
    "drop": "matter subject hint hints charges case guard idea pretence act line name names by everything",
    "drum": "up+support",
    "fall": "out+with in+with for+it back+on",
    "fire": "him her them me us staff workers maid cook servant imagination questions",
    "hit": "road bottle sack hay jackpot target mark streets town headlines",
    "hammer": "out",
    "kick": "bucket habit himself herself myself",
    "knock": "sense spots about",
    "open": "account meeting eyes mouth heart mind session season talks negotiations shop business",
    "play": "part parts role roles game games fool trick tricks cards chess tennis host football cricket hide dead safe god house",
    "pop": "question",
    "ring": "true false hollow changes",
    "roll": "eyes sleeves",
    "run": (
        "risk risks shop shops errand errands bath fever business hotel inn farm mill house school country office gamut gauntlet counter "
        "theatre circus paper newspaper amok"
    ),
    "shatter": "record records",
    "shoot": "glance glances look looks film scene smile",
    "slam": "government critics plan policy",
    "storm": "brain",
    "strike": (
        "deal bargain pose balance dumb blind home gold oil lucky rich root fear terror me him her us them you attitude as odd strange "
        "acquaintance camp"
    ),
    "sweep": "board",
    "tap": "resources market",
    "tear": "apart himself herself",
    "thunder": "denial",
    "tick": "boxes",
    "turn": "tables",
    "walk": "line tightrope plank out+on",
    "whip": "up cream",
    "whistle": "for+it for+his for+her for+their",
}
_SET = (
    "shot in the dark|storm in a|drop in the ocean|drop in the bucket|bolt from the blue|bolt out of|crack of dawn|crack of day|"
    "flash in the pan|ring of truth|breath of fresh|breath of scandal|breath of life|whisper of a|wolf in sheep|wolf from the door|"
    "dog in the manger|wind of change|winds of change|note of hand|"
    "knock on effect|fire in his|fire in her|fire in my|sea of troubles|cry from the heart|cry wolf|drum of war|drums of war|crash course|"
    "blast from the past|bark is worse|thunder stolen|wave of the future|wave of his|wave of her|wave of a|wave of the|"
    "crash of the market|crash of the stock"
)
_SPLIT = [tuple(one.split()) for one in _SET.split("|")]
_PHRASES = {head: tuple(rest for first, *rest in _SPLIT if first == head) for head, *_ in _SPLIT}
_OBJECTS = listed("him her them me us you")
_FALLING = listed("fall falls fell falling fallen")
_REACH = 4


@cache
def _idioms() -> Mapping[str, frozenset[str]]:
    """The words behind which every form of a verb is an idiom."""
    return {form: listed(behind) for verb, behind in _TABLE.items() for form in verb_forms(verb)}


def idiom(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """A verb before the object that makes an idiom of it; what the rule itself asks for is none ("strike a match")."""
    if form.rule.sign != "V":
        return _phrase(tokens, index)
    following = [t.low for t in tokens[index + 1 : index + 3]]
    if tokens[index].low in _FALLING and following[:1] == ["to"] and following[-1].endswith("ing"):
        return Realis("figurative", f"to fall to {following[-1]} is to begin it")
    behind = _idioms().get(tokens[index].low)
    if behind is None or form.rule.either or (form.rule.before and not form.rule.person):
        return None
    for n in range(index + 1, min(index + 1 + _REACH, len(tokens))):
        low = tokens[n].low
        second = tokens[n + 1].low if n == index + 1 and n + 1 < len(tokens) else ""
        if f"{low}+{second}" in behind or (low in behind and low not in form.rule.after | form.rule.either and _governed(low, n, index)):
            return Realis("figurative", f"'{tokens[index].text} ... {tokens[n].text}' is an idiom")
        if not tokens[n].is_word or low in form.rule.after | form.rule.either:
            return None
    return None


def _phrase(tokens: Sequence[Token], index: int) -> Realis | None:
    """A noun in a set phrase: "a shot in the dark"."""
    for phrase in _PHRASES.get(tokens[index].low, ()):
        if [t.low for t in tokens[index + 1 : index + 1 + len(phrase)]] == phrase:
            return Realis("figurative", f"'{tokens[index].text} {' '.join(phrase)}' is a set phrase")
    return None


def _governed(low: str, n: int, index: int) -> bool:
    """A pronoun is the verb's object only right behind it."""
    return low not in _OBJECTS or n == index + 1
