"""From where a place is seen: what in a clause says that the story is elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from audiodream.cue_tokens import Token
from audiodream.person_words import person_nouns
from audiodream.place_tables import ELSEWHERE, IN, OPENING_ON, OPENINGS, PEOPLE, PERSONS, SEEN_THROUGH, SPANS

_SOMEONE, _INDEFINITE = frozenset({"someone", "somebody"}), frozenset({"a", "an", "another"})


def clause(tokens: Sequence[Token], index: int) -> list[int]:
    """The words before, to where the clause begins."""
    found = []
    for n in range(index - 1, max(-1, index - 13), -1):
        if not tokens[n].is_word:
            if tokens[n].text != "-":
                break
            continue
        found.append(n)
    return found


def by_somebody(tokens: Sequence[Token], index: int) -> bool:
    """Whether a person does something before, in the same clause."""
    return any(
        tokens[n].low in PEOPLE or (n and tokens[n - 1].is_word and tokens[n].text[:1].isupper())
        for n in clause(tokens, index)
    )


def through_glass(tokens: Sequence[Token], index: int) -> bool:
    return any(tokens[n].low in SEEN_THROUGH for n in clause(tokens, index))


def opening(tokens: Sequence[Token], index: int) -> tuple[str, ...]:
    """What says at the head of the sentence that it tells of elsewhere ("Far out, ..."); empty where nothing does."""
    lows = [t.low for t in tokens[: min(index, 6)] if t.is_word and t.low not in {"and", "but", "then"}]
    return next((words for words in OPENINGS if tuple(lows[: len(words)]) == words), ())


def of_another(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "In the wings, an old man closes a case": somebody who was not there before is where the story is not."""
    if index > 2 or not tokens[0].is_word or tokens[0].low not in IN or [t.text for t in tokens[last + 1 : last + 2]] != [","]:
        return False
    who = [t.low for t in tokens[last + 2 : last + 6]]
    return who[:1] != [] and (who[0] in _SOMEONE or (who[0] in _INDEFINITE and any(low in person_nouns() for low in who[1:])))


def elsewhere(tokens: Sequence[Token], index: int) -> bool:
    """ "And down in the street a man is calling"."""
    lows = [tokens[n].low for n in reversed(clause(tokens, index))]
    off = {"off", "away"}
    return any((a in ELSEWHERE and b in {"in", "on", "at"}) or (a in off and b in IN) for a, b in pairwise([*lows, tokens[index].low]))


def of_a_thing(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "The roof of the car", "rain drummed on the roof": whoever hears it is beneath it."""
    if tokens[last].low not in _ROOFS:
        return False
    after = [t.low for t in tokens[last + 1 : last + 4]]
    if after[:1] == ["of"] and any(low in _VEHICLES for low in after[1:]):
        return True
    if not by_somebody(tokens, index) and any(tokens[n].low in _PASSING for n in range(max(0, index - 3), index)):
        return True
    return not by_somebody(tokens, index) and any(tokens[n].low in _WEATHER for n in clause(tokens, index))


def for_a_moment(tokens: Sequence[Token], index: int) -> bool:
    """ "For an instant I was back in the garden": the story does not go there."""
    before = [tokens[n].low for n in reversed(clause(tokens, index))]
    if not _BEING & {*before, tokens[index].low}:
        return False
    return any(a == "for" and b in {"a", "an", "one"} and c in _MOMENTS for a, b, c in zip(before, before[1:], before[2:], strict=False))


def opens_on(tokens: Sequence[Token], index: int) -> bool:
    """ "A door stood open on the sea", "the kitchen gave on to the street": it is only seen from there."""
    n = index
    while n > max(0, index - 4) and tokens[n].low not in _UPON:
        n -= 1
    while n > 0 and tokens[n - 1].low in _UPON | _OUT:
        n -= 1
    if n == 0 or tokens[n].low not in _UPON | _OUT or tokens[n - 1].low not in OPENING_ON:
        return False
    # "he looked over the sea" is `GAZING`; "he gave", "they backed" do something else
    return not (n > 1 and (tokens[n - 2].low in PERSONS or tokens[n - 2].text.istitle()))


def remembered(tokens: Sequence[Token]) -> str:
    """What says that a whole sentence tells of an earlier time: "There had been a summer when ...", "She used to walk ...", "Once, when she
    was a child, her father had ...". Empty where nothing does."""
    lows = [t.low for t in tokens if not t.quote]
    while lows[:1] and lows[0] in _JOINING:
        lows = lows[1:]
    had = "had" in lows or any(low.endswith(("'d", "’d")) for low in lows)
    if lows[:2] == ["there", "had"] and "been" in lows[2:5] and any(low in SPANS for low in lows[3:9]):
        return "there had been"
    if "used" in lows[1:5] and lows[lows.index("used") + 1 :][:1] == ["to"] and not set(lows[: lows.index("used")]) & _RELATIVE:
        return "" if lows[lows.index("used") - 1] in _BEING else "used to"
    once = lows[:1] == ["once"] and any(low in {"when", "as", "long", "years"} for low in lows[1:4])
    early = [low for low in lows[:9] if low not in {"a", "very", "still", "only", "just"}]
    young = any(a in {"was", "were", "as"} and b in _YOUNG for a, b in pairwise(early)) and lows[0] in {"when", "as", "once"}
    if had and (once or young):
        return "once ... had"
    return ""


_UPON, _OUT = frozenset({"on", "onto", "over", "upon", "to", "into"}), frozenset({"out", "directly", "straight", "right", "on"})
_JOINING = frozenset({"and", "but", "yet", "then", ",", "for"})
_RELATIVE = frozenset({"who", "which", "that", "where", "whom", "whose"})
_BEING = frozenset({"am", "is", "are", "was", "were", "be", "been", "got", "get", "grown", "become", "became", "felt", "feel"})
_MOMENTS = frozenset({"moment", "instant", "second", "heartbeat", "breath"})
_YOUNG = frozenset({"child", "boy", "girl", "little", "small", "young"})
_ROOFS = frozenset({"roof", "roofs", "rooftop", "rooftops", "deck"})
_PASSING = frozenset({"over", "above", "past", "against"})
_VEHICLES = frozenset({"car", "van", "bus", "taxi", "cab", "truck", "lorry", "train", "carriage", "coach", "wagon", "caravan", "tent"})
_WEATHER = frozenset({"rain", "hail", "sleet", "snow", "wind", "storm", "drops", "raindrops", "hailstones", "gale"})
