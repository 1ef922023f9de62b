"""Places: where each beat plays, as far as the text says it. A place holds until the character moves or the scene ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audiodream.cue_classes import ABSTRACT, PICTURES
from audiodream.cue_realis import WISHING
from audiodream.cue_times import RECALLING
from audiodream.cue_tokens import Token, listed, tokens_of
from audiodream.presets import Place

_IN = listed(
    "aboard in inside within on at under underneath beneath amid amidst among throughout across through along behind around beside "
    "backstage above over"
)
_INTO = listed("into onto enter enters entered entering reach reaches reached reaching arrive arrives arrived")
_TOWARD = listed("to toward towards near outside beyond past")
_OUT = listed("from leave leaves left leaving exit exits exited exiting flee flees fled escape escapes escaped off outside")
_DENYING = listed("no not never without if would could might should may instead unlike wish perhaps imaginary painted")
_COMPARING = listed("like than resembling resembles resembled akin unlike as")
_HUMANS = listed(
    "faces people hands eyes arms legs bodies heads limbs hair colour color stars lights candles voices masks umbrellas papers books "
    "mirrors childhood youth boyhood girlhood dreams memory time medicine study honour vision expertise"
)
_SKIP = listed(
    "the a an this that my his her its our your their old great grand vast dark empty large small same own wide narrow long deep other very"
)
_HEADS = listed(
    "manager managers door doors driver drivers keeper keepers master lamp lamps bell bells sign name bench lights fright hand hands "
    "crew whisper clock organ mouse mice wall window windows set scene key keys gate gates"
)
"""What a place's name before it makes no place of: "the stage manager", "a church bell"."""
_GAZING = listed(
    "look looks looked looking stare stares stared staring gaze gazes gazed gazing point points pointed pointing glance glances glanced "
    "peer peers peered peering inward smile smiles smiled nod nods nodded claw claws clawed clawing grasp grasps grasped grasping clutch "
    "clutches clutched clutching snatch snatches snatched snatching scratch scratches scratched scratching grab grabs grabbed grabbing "
    "swipe swipes swiped swiping aim aims aimed aiming shout shouts shouted shouting gesture gestures gestured gesturing"
)
"""What is done at or into a place from elsewhere."""
_POURING = listed(
    "cascade cascades cascaded cascading crumble crumbles crumbled crumbling spill spills spilled spilling pour pours poured pouring drip "
    "drips dripped dripping drain drains drained draining scatter scatters scattered scattering vanish vanishes vanished vanishing "
    "disappear disappears disappeared disappearing dissolve dissolves dissolved dissolving fade fades faded fading tumble tumbles tumbled "
    "tumbling fall falls fell falling drop drops dropped dropping sink sinks sank sinking collapse collapses collapsed collapsing"
)
"""What things do into a place while the story stays where it is."""
_PERSONS = listed("i we you he she they who me us him her them myself")
_MANY_OF = listed("forest jungle mountain mountains sea ocean desert field avalanche")
_GROWING = listed(
    "pine pines fir firs oak oaks birch birches beech beeches ash elm elms cedar cedars bamboo palms trees tall dark dead wheat corn rye "
    "barley oats poppies clover flowers stubble grass snow sand ice stones rock"
)
"""What a forest or a field can really be of."""
_SPOKEN = listed(
    "speak speaks spoke spoken speaking talk talks talked talking tell tells told telling think thinks thought thinking read reads reading "
    "write writes wrote written dream dreams dreamed dreamt dreaming sing sings sang heard hear describe describes described painted"
)
_POINTERS = listed("it they which that one")
_INWARD = listed("thought thoughts memory memories hope hopes dreams mind soul heart grief love")
_REACH = 5
_SURE = 2.0
_BACK_FILLED = 2
"""So many beats before the first that names its place may already play there."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a sentence speaks of. strength: 2 and more where the story is there; 1 where it is only named."""

    place: str
    phrase: str
    strength: float
    why: str
    moves: bool = False


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Which words tell of which place."""

    pattern: re.Pattern[str] | None
    names: dict[str, str]


def place_words(places: Mapping[str, Place]) -> PlaceWords:
    """The words of all places as one pattern; where two places share a word the first has it."""
    names: dict[str, str] = {}
    parts = []
    for place in places.values():
        for word in place.words:
            key = re.sub(r"[\s-]+", " ", word.lower()).strip()
            if key and key not in names:
                names[key] = place.name
                parts.append(key)
    parts.sort(key=len, reverse=True)
    if not parts:
        return PlaceWords(None, names)
    alternatives = "|".join(
        re.escape(part).replace(r"\ ", r"[\s-]+").replace(r"\*", r"\w*") + ("" if part.endswith("*") else r"(?:e?s)?") for part in parts
    )
    return PlaceWords(re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE), names)


def _named(words: PlaceWords, text: str) -> str:
    """The place of a match: by the whole word, its singular, or the stem that it begins with."""
    key = re.sub(r"[\s-]+", " ", text.lower())
    for form in (key, key.removesuffix("s"), key.removesuffix("es")):
        if form in words.names:
            return words.names[form]
    stems = [stem for stem in words.names if stem.endswith("*") and key.startswith(stem[:-1])]
    return words.names[max(stems, key=len)] if stems else ""


def find_places(sentence: str, words: PlaceWords, quotes: Sequence[tuple[int, int]] = ()) -> list[Found]:
    """Every place that the sentence speaks of, in order; strength 0 where it only compares, denies or remembers."""
    if words.pattern is None:
        return []
    found = []
    tokens: list[Token] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in words.pattern.finditer(sentence):
        if not tokens:
            tokens = tokens_of(sentence, quotes)
            starts, ends = [t.start for t in tokens], [t.end for t in tokens]
        index = bisect_right(ends, match.start())
        name = _named(words, match[0])
        if index >= len(tokens) or not name:
            continue
        last = max(index, bisect_left(starts, match.end()) - 1)
        strength, why, moves = _strength(tokens, index, last)
        found.append(Found(name, match[0], strength, why, moves))
    return found


def _strength(tokens: Sequence[Token], index: int, last: int) -> tuple[float, str, bool]:
    """How surely the story is at the place named by tokens index .. last."""
    if tokens[index].quote:
        return 0.0, "somebody speaks of it", False
    after = [t.low for t in tokens[last + 1 : last + 6]]
    if after[:1] == ["of"] and (any(low in ABSTRACT | _HUMANS for low in after[1:4]) or _heaped(tokens, last)):
        return 0.0, f"'{tokens[last].text} of {' '.join(after[1:3])}' is a figure of speech", False
    if after[:1] == ["in"] and any(low in PICTURES - _POINTERS for low in after[1:4]):
        return 0.0, f"{tokens[last].text!r} is only in a picture", False
    if after[:1] and after[0] in _HEADS and tokens[last + 1].is_word:
        return 0.5, f"{tokens[last + 1].text!r} only bears its name", False
    phrase = " ".join(t.text for t in tokens[index : last + 1])
    strength, why, moves = 1.0, f"{phrase!r} is named", False
    if tokens[index].low in _INTO:
        strength, why, moves = _SURE + 1.0, f"{phrase!r} moves there", True
    elif tokens[index].low in _IN | {"outside", "underwater", "aboard", "by"}:
        strength, why = _SURE, f"{phrase!r} says where"
    settled = False
    for n in range(index - 1, max(-1, index - 12), -1):
        token = tokens[n]
        if not token.is_word:
            if token.text in {";", ":", "—", "(", ".", "!", "?", "…", "–"}:
                break
            settled = settled or token.text == ","
            continue
        low, near = token.low, index - n <= _REACH
        if low in _COMPARING and not settled and (low != "as" or index - n <= 3):
            return 0.0, f"{token.text!r} compares", False
        if low in {"of", "about"} and n and tokens[n - 1].low in _SPOKEN and near and not settled:
            return 0.0, f"'{tokens[n - 1].text} {token.text}': only spoken of", False
        if low == "long" and tokens[n + 1].low not in {"to", "for"}:
            continue
        if low in WISHING | RECALLING | _DENYING and not settled:
            return 0.0, f"{token.text!r}: the story is not there", False
        if settled or strength != 1.0 or not near:
            continue
        strength, why, moves = _by_preposition(tokens, n, index, phrase)
    return strength, why, moves


def _heaped(tokens: Sequence[Token], last: int) -> bool:
    """ "A forest of masts", "a mountain of plates": so many of something else."""
    if tokens[last].low not in _MANY_OF or last + 2 >= len(tokens):
        return False
    what = tokens[last + 2]
    return what.is_word and what.text.islower() and what.low not in _GROWING | _SKIP


def _by_preposition(tokens: Sequence[Token], n: int, index: int, phrase: str) -> tuple[float, str, bool]:
    if tokens[n].low in _IN and n and tokens[n - 1].low in _INWARD:
        return 0.0, f"'{tokens[n - 1].text} {tokens[n].text}': a figure of speech", False
    low, shown = tokens[n].low, f"'{tokens[n].text} ... {phrase}'"
    bare = (
        all(t.low in _SKIP or t.low.endswith(("y", "ed", "ing", "al", "less")) or not t.is_word for t in tokens[n + 1 : index])
        or index - n <= 3
    )
    if not bare:
        return 1.0, f"{phrase!r} is named", False
    if low == "of" and n and tokens[n - 1].low in {"out", "front"}:
        return (0.5, f"{shown} leads away", False) if tokens[n - 1].low == "out" else (_SURE, shown, False)
    if low in {"at", "into", "toward", "towards", "on", "onto", "upon", "over", "across"} and any(
        t.low in _GAZING for t in tokens[max(0, n - 3) : n]
    ):
        return 0.5, f"{shown}: only looked at", False
    if low in _INTO and _things_pour(tokens, n):
        return 0.5, f"{shown}: things go there, nobody does", False
    if low in _INTO:
        return _SURE + 1.0, f"{shown} moves there", True
    if low in _IN:
        return _SURE, f"{shown} says where", False
    if low in _OUT:
        return 0.5, f"{shown} leads away", False
    if low in _TOWARD:
        return 1.0, f"{shown} is not there yet", False
    return 1.0, f"{phrase!r} is named", False


def _things_pour(tokens: Sequence[Token], n: int) -> bool:
    """ "Pebbles cascading into the abyss": no person, and nobody by name, does it."""
    verb = next((m for m in range(n - 1, max(-1, n - 4), -1) if tokens[m].low in _POURING), None)
    if verb is None:
        return False
    before = [t for t in tokens[max(0, verb - 3):verb] if t.is_word]
    return not any(t.low in _PERSONS or (t.text[0].isupper() and t.start > tokens[0].start) for t in before)


@dataclass(frozen=True, slots=True)
class BeatPlace:
    """Where a beat plays ("" unknown), and the reason."""

    place: str
    why: str


def settle(found: Sequence[Sequence[Found]], opens: Sequence[str]) -> list[BeatPlace]:
    """The place of every beat from what each one's sentences speak of. opens: "chapter" or "scene" where a beat is the first after one."""
    made: list[BeatPlace] = []
    place, why, since = "", "", 0
    for beat, spoken in enumerate(found):
        if opens[beat]:
            place, why, since = "", "", beat
        best = _best(spoken, bool(place))
        if best is not None:
            if not place and not best.moves:
                for back in range(max(since, beat - _BACK_FILLED), beat):
                    made[back] = BeatPlace(best.place, f"the next beats play there: {best.why}")
            place, why = best.place, best.why
        elif place and not why.startswith("still"):
            why = f"still there: {why}"
        made.append(BeatPlace(place, why))
    return made


def _best(spoken: Sequence[Found], settled: bool) -> Found | None:
    """The place that a beat speaks of most surely; a place that is only named counts while none is known."""
    sums: dict[str, float] = {}
    for one in spoken:
        if one.strength >= (_SURE if settled else 1.0):
            sums[one.place] = sums.get(one.place, 0.0) + one.strength
    if not sums:
        return None
    top = max(sums.values())
    first = [one for one in spoken if sums.get(one.place) == top and one.strength >= 1.0]
    strongest = max(one.strength for one in first)
    return [one for one in first if one.strength == strongest][-1]
