"""Places: which of them a sentence speaks of, and whether the story is there, moves there, or only sees or names them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from audiodream.cue_classes import ABSTRACT, PICTURES
from audiodream.cue_realis import WISHING
from audiodream.cue_times import RECALLING
from audiodream.cue_tokens import Token, tokens_of
from audiodream.place_movers import ANYONE, Movers, moved
from audiodream.place_seen import (
    by_somebody,
    clause,
    elsewhere,
    for_a_moment,
    of_a_thing,
    of_another,
    opening,
    opens_on,
    remembered,
    through_glass,
)
from audiodream.place_shown import is_shown
from audiodream.place_tables import (
    ARRIVING,
    BEING,
    BESIDE,
    CARRYING,
    CLOSING,
    COMPARING,
    DENYING,
    DWELLING,
    ENDING,
    FAR,
    GAZING,
    GROWING,
    HEADS,
    HELPING,
    HUMANS,
    IN,
    INTO,
    INWARD,
    LYING,
    MANY_OF,
    MEASURES,
    MOOD_OF_PLACE,
    MOTION,
    OUT,
    PERSONS,
    POINTERS,
    POURING,
    QUITTING,
    REACH,
    SEEING,
    SEEN_THROUGH,
    SKIP,
    SPOKEN,
    SURE,
    SURROUNDING,
    TOWARD,
)
from audiodream.place_words import PlaceWords, word_of

_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "this", "that"))
_WAITING = frozenset(("wait", "waits", "waited", "waiting"))
""" "I wait in the hall": not for it."""
_DREAMING = frozenset(("dream", "dreams", "dreamed", "dreamt", "dreaming"))
""" "I am dreaming that I stand in a hall": the dream is the story."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a sentence speaks of.

    strength: 2 and more where the story is there; 1 where it is only named. moves: somebody comes there. far: only weather, light or sound
    is there, which within walls is heard from outside. turn: "leaves" where somebody goes away from it, "ends" where it dissolves,
    "closes" where it does what ends a void and no house. start: its offset in the sentence. late: it comes at the end of its beat.
    """

    place: str
    phrase: str
    strength: float
    why: str
    moves: bool = False
    far: bool = False
    turn: str = ""
    start: int = 0
    late: bool = False
    shared: tuple[str, ...] = ()
    """The places that share the word, the first of them `place`."""


class _Sense(NamedTuple):
    """In which sense a place is named: the fields of `Found`."""

    strength: float
    why: str
    moves: bool = False
    far: bool = False
    turn: str = ""
    beside: bool = False
    """It is not in the place but next to it."""


def find_places(
    sentence: str, words: PlaceWords, quotes: Sequence[tuple[int, int]] = (), movers: Movers = ANYONE, tokens: Sequence[Token] = (),
    begins: bool = False,
) -> list[Found]:
    """Every place that the sentence speaks of, in order; strength 0 where it only compares, denies or remembers.

    movers: those whom the story goes along with. tokens: of the sentence, where they are known. begins: it is the first of a paragraph.
    """
    if words.pattern is None:
        return []
    found = []
    starts: list[int] = []
    ends: list[int] = []
    past = ""
    for match in words.pattern.finditer(sentence):
        if not starts:
            tokens = tokens or tokens_of(sentence, quotes)
            starts, ends, past = [t.start for t in tokens], [t.end for t in tokens], remembered(tokens)
        index = bisect_right(ends, match.start())
        word = word_of(words, match[0])
        if index >= len(tokens) or not word:
            continue
        last = max(index, bisect_left(starts, match.end()) - 1)
        sense = _Sense(0.0, f"{past!r}: it is remembered") if past else _sense(tokens, index, last, movers)
        if not past and 0.0 < sense.strength < SURE and not sense.turn and is_shown(tokens, index, last, begins):
            sense = _Sense(SURE, f"'{match[0]} {tokens[last + 1].text} ...': it is told how it is there")
        if sense.beside and words.air(words.names[word]) == "indoors":
            sense = sense._replace(strength=0.5, why=f"{sense.why}: beside it, not in it")
        found.append(Found(words.names[word], match[0], sense.strength, sense.why, sense.moves, sense.far, sense.turn, match.start(),
                           shared=words.shared.get(word, ())))
    return found


def _sense(tokens: Sequence[Token], index: int, last: int, movers: Movers) -> _Sense:
    """In which sense the place of tokens index .. last is named, from wherever it is seen."""
    sense = _strength(tokens, index, last, movers)
    if (ends := _ends(tokens, index, last)) is not None:
        return ends if sense.strength else sense
    if sense.strength >= SURE and not sense.moves and _dwelt_in(tokens, last):
        return _Sense(1.0, f"{sense.why}: who lives there, not that the story is there")
    if sense.strength < SURE or by_somebody(tokens, index):
        if sense.strength >= SURE and not sense.moves:
            if through_glass(tokens, index):
                return _Sense(0.5, f"{sense.why}, but only seen through a window")
            if any(tokens[n].low in SEEING for n in clause(tokens, index)):
                return sense._replace(far=True)
        return sense
    begins = opening(tokens, index)
    glass = any(t.low in SEEN_THROUGH for t in tokens[max(0, index - 20) : index]) and not sense.moves
    if "outside" in begins or "window" in begins or glass or through_glass(tokens, index):
        return _Sense(0.5, f"{sense.why}, but seen or heard from within")
    if begins or of_another(tokens, index, last) or elsewhere(tokens, index) or any(tokens[n].low in FAR for n in clause(tokens, index)):
        return sense._replace(far=True)
    return sense


def _dwelt_in(tokens: Sequence[Token], last: int) -> bool:
    """ "In the forest, so they said, lived a witch"."""
    verb = next((n for n in range(last + 1, min(last + 9, len(tokens))) if tokens[n].low in DWELLING), -1)
    if verb < 0 or any(tokens[n].text in {";", ".", ":"} for n in range(last + 1, verb)):
        return False
    return verb + 1 < len(tokens) and tokens[verb + 1].low in {"the", "a", "an", "my", "his", "her", "their"}


def _ends(tokens: Sequence[Token], index: int, last: int) -> _Sense | None:
    """ "The void closed", "the theatre began to dissolve": the place is there no more."""
    if index == 0 or tokens[index].quote or tokens[index - 1].low not in {"the", "that", "this"}:
        return None
    before = tokens[index - 2] if index > 1 else None
    if before is not None and before.is_word and before.low not in {"and", "as", "then", "while", "until", "but", "when"}:
        return None
    n = last + 1
    while n < len(tokens) and n < last + 5 and tokens[n].low in HELPING:
        n += 1
    if n >= len(tokens) or tokens[n].low not in CLOSING or (n + 1 < len(tokens) and tokens[n + 1].low in SURROUNDING):
        return None
    kind = "ends" if tokens[n].low in ENDING else "closes"
    return _Sense(1.0, f"'{tokens[last].text} ... {tokens[n].text}': it is there no more", turn=kind)


def _strength(tokens: Sequence[Token], index: int, last: int, movers: Movers) -> _Sense:
    """How surely the story is at the place named by tokens index .. last."""
    if tokens[index].quote:
        return _Sense(0.0, "somebody speaks of it")
    after = [t.low for t in tokens[last + 1 : last + 6]]
    if after[:1] == ["of"] and (any(low in ABSTRACT | HUMANS for low in after[1:4]) or _heaped(tokens, last)):
        return _Sense(0.0, f"'{tokens[last].text} of {' '.join(after[1:3])}' is a figure of speech")
    if after[:1] == ["in"] and any(low in PICTURES - POINTERS for low in after[1:4]):
        return _Sense(0.0, f"{tokens[last].text!r} is only in a picture")
    if after[:1] and after[0] in HEADS and tokens[last + 1].is_word:
        return _Sense(0.5, f"{tokens[last + 1].text!r} only bears its name")
    phrase = " ".join(t.text for t in tokens[index : last + 1])
    if for_a_moment(tokens, index):
        return _Sense(0.5, f"{phrase!r}: only for a moment")
    if of_a_thing(tokens, index, last):
        return _Sense(0.5, f"{phrase!r}: it is a thing's, or the weather is on it")
    if opens_on(tokens, index):
        return _Sense(0.5, f"{phrase!r}: something only opens on it")
    if _is_empty(tokens, index, last):
        return _Sense(SURE, f"'{phrase} {tokens[last + 1].text} ...': it is told how it is there")
    sense = _Sense(1.0, f"{phrase!r} is named")
    if tokens[index].low in INTO:
        sense = _Sense(SURE + 1.0, f"{phrase!r} moves there", moves=True)
    elif index > 1 and tokens[index - 1].low in BEING and tokens[index - 2].low in PERSONS:
        sense = _Sense(SURE, f"'{tokens[index - 1].text} {phrase}' says where")
    elif tokens[index].low in IN | {"outside", "underwater", "aboard", "by"}:
        sense = _Sense(SURE, f"{phrase!r} says where")
    settled = False
    for n in range(index - 1, max(-1, index - 12), -1):
        token = tokens[n]
        if not token.is_word:
            if token.text in {";", ":", "—", "(", ".", "!", "?", "…", "–"}:
                break
            settled = settled or token.text == ","
            continue
        low, near = token.low, index - n <= REACH
        if low == "of" and n and tokens[n - 1].low in MEASURES and near and not settled:
            return _Sense(0.0, f"'{tokens[n - 1].text} of' compares")
        if low in COMPARING and not settled and (low != "as" or index - n <= 3):
            return _Sense(0.0, f"{token.text!r} compares")
        if low in {"of", "about"} and n and tokens[n - 1].low in SPOKEN and near and not settled:
            return _Sense(0.0, f"'{tokens[n - 1].text} {token.text}': only spoken of")
        if low == "long" and tokens[n + 1].low not in {"to", "for"}:
            continue
        if (low in _WAITING and tokens[n + 1].low in IN) or (low in _DREAMING and tokens[n + 1].low == "that"):
            continue
        if low in WISHING | RECALLING | DENYING and not settled:
            return _Sense(0.0, f"{token.text!r}: the story is not there")
        if settled or sense.strength != 1.0 or not near:
            continue
        sense = _by_preposition(tokens, n, index, phrase, movers)
    return sense


def _is_empty(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "The street was empty.": who says so is there."""
    begins = index > 0 and tokens[index - 1].low == "the" and (index == 1 or [t.low for t in tokens[index - 3 : index - 1]] == [",", "and"])
    after = [t.low for t in tokens[last + 1 : last + 4]]
    said = [low for low in after[1:] if not low.endswith("ly") and low not in {"very", "so", "quite", "still"}]
    return begins and after[:1] != [] and after[0] in LYING and said[:1] != [] and said[0] in MOOD_OF_PLACE


def _heaped(tokens: Sequence[Token], last: int) -> bool:
    """ "A forest of masts", "a mountain of plates": so many of something else."""
    if tokens[last].low not in MANY_OF or last + 2 >= len(tokens):
        return False
    what = tokens[last + 2]
    return what.is_word and what.text.islower() and what.low not in GROWING | SKIP


def _by_preposition(tokens: Sequence[Token], n: int, index: int, phrase: str, movers: Movers) -> _Sense:
    if tokens[n].low in IN and n and tokens[n - 1].low in INWARD:
        return _Sense(0.0, f"'{tokens[n - 1].text} {tokens[n].text}': a figure of speech")
    low, shown = tokens[n].low, f"'{tokens[n].text} ... {phrase}'"
    bare = not any(t.low in PERSONS for t in tokens[n + 1 : index]) and (
        all(t.low in SKIP or t.low.endswith(("y", "ed", "ing", "al", "less")) or not t.is_word for t in tokens[n + 1 : index])
        or index - n <= 3
    )
    if not bare:
        return _Sense(1.0, f"{phrase!r} is named")
    if low == "of" and n and tokens[n - 1].low in {"out", "front"}:
        if tokens[n - 1].low == "out":
            return _Sense(0.5, f"{shown} leads away", turn="leaves" if moved(tokens, n - 1, movers) else "")
        return _Sense(SURE, shown)
    if low in {"at", "into", "toward", "towards", "on", "onto", "upon", "over", "across"} and any(
        t.low in GAZING for t in tokens[max(0, n - 3) : n]
    ):
        return _Sense(0.5, f"{shown}: only looked at")
    if low in INTO and (_things_pour(tokens, n) or _thing_goes(tokens, n)):
        return _Sense(0.5, f"{shown}: things go there, nobody does")
    if low in INTO:
        return _Sense(SURE + 1.0, f"{shown} moves there", moves=True)
    if low in IN:
        return _Sense(SURE, f"{shown} says where", beside=low in BESIDE)
    if low in {"down", "up"} and _arrives(tokens, n, movers, MOTION):
        return _Sense(SURE, f"'{tokens[n - 1].text} {shown[1:]}", moves=True)
    if low in OUT:
        return _Sense(0.5, f"{shown} leads away", turn="leaves" if low in QUITTING and moved(tokens, n, movers) else "")
    if low == "to" and _arrives(tokens, n, movers):
        return _Sense(SURE, f"'{tokens[n - 1].text} {shown[1:]} comes there", moves=True)
    if low in TOWARD:
        return _Sense(1.0, f"{shown} is not there yet")
    return _Sense(1.0, f"{phrase!r} is named")


def _arrives(tokens: Sequence[Token], n: int, movers: Movers, verbs: frozenset[str] = ARRIVING) -> bool:
    """ "She went back to the ...", "I come down to the ...": whoever comes to a place is there."""
    verb = next((k for k in range(n - 1, max(-1, n - 4), -1) if tokens[k].low in verbs), -1)
    return verb >= 0 and all(t.is_word for t in tokens[verb:n]) and moved(tokens, verb, movers)


def _thing_goes(tokens: Sequence[Token], n: int) -> bool:
    """ "The note went up into the roof": a thing is the subject, and none that carries people there."""
    before = clause(tokens, n)
    things = any(tokens[k].low in _ARTICLES for k in before)
    return things and not by_somebody(tokens, n) and not any(tokens[k].low in CARRYING for k in before)


def _things_pour(tokens: Sequence[Token], n: int) -> bool:
    """ "Pebbles cascading into the abyss": no person, and nobody by name, does it."""
    verb = next((m for m in range(n - 1, max(-1, n - 4), -1) if tokens[m].low in POURING), None)
    if verb is None:
        return False
    before = [t for t in tokens[max(0, verb - 3):verb] if t.is_word]
    return not any(t.low in PERSONS or (t.text[0].isupper() and t.start > tokens[0].start) for t in before)
