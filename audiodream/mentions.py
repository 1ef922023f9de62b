"""Mentions: where the narration names somebody, by a name, a noun phrase or a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from audiodream.words import rows, words

HIDDEN = "\x01"
"""Stands for each character of a quotation where only the narration is looked at."""

FEMALE_TITLES = frozenset("mrs miss ms lady madam madame mme mademoiselle mlle dame queen princess duchess countess baroness aunt auntie sister mother señora senora signora empress widow granny grandma mama frau fräulein".split())
MALE_TITLES = frozenset("mr sir lord master mister monsieur don señor senor signor herr king prince duke earl count baron viscount uncle brother father squire emperor grandpa papa parson reverend rev bishop".split())
TITLES = FEMALE_TITLES | MALE_TITLES | frozenset(
    "dr doctor professor prof captain capt colonel col major general gen lieutenant lieut lt sergeant sgt corporal admiral commander inspector detective judge justice president governor mayor senator saint st cousin chief officer constable nurse pastor deacon commissioner superintendent sheriff deputy agent old young little poor dear".split()
)  # fmt: skip
_SOFT_TITLES = frozenset("old young little poor dear".split())
_NOT_NAMES = frozenset(
    """i january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
    english french german italian spanish american british irish scottish scotch welsh russian chinese japanese indian latin greek roman jewish christian catholic
    european african god heaven christ jesus bible christmas easter london paris england france america europe ireland scotland india germany italy spain russia
    chapter part book volume letter act scene street road avenue square lane park house hall castle church hotel river lake sea mount mountain north south east west
    north-west o oh ah yes no well why what mr. the a an and but or if then when while there here this that these those he she they we you it his her their our my your its
    for so yet nor not now never ever once suddenly perhaps still only even all some any every each both one two three in on at by to from with without of as than after before
    who whom whose which where how however though although because since until till during between behind above below under over through across against among around
    nothing something everything nobody somebody everybody someone anyone everyone no-one none two three four five six seven eight nine ten next finally later soon again
    good great little old young poor dear just like come go let look see say do does did is are was were be been have has had will would can could shall should may might must
    me us him them himself herself myself itself themselves yourself mine hers theirs ours yours up down out off away back very too much many more most less least other another such same own
    lord sir madam ma'am miss mister monsieur thank thanks please hello goodbye good-bye good-morning good-night o'clock a.m p.m""".split()
)
_DETERMINER = r"(?:the|an?|his|her|my|their|our|your|its|this|that|another|one|some|no|every|each|these|those|both|two|three|several)"
_NAME_WORD = r"(?:[A-ZÀ-ÞŒ][\w’'.-]*[\w]|[A-Z]\.?)"
_SCAN = re.compile(
    rf"(?<![\w’'-])(?:(?P<pronoun>I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|[Ii]t|him|them)(?![\w-])"
    rf"|(?P<role>(?i:{_DETERMINER})(?:[ \n]+(?=[\w])|(?=\Z)))"
    rf"|(?P<name>[A-ZÀ-ÞŒ][\w’'-]*\.?(?:[ \n]+(?:(?:de|van|von|la|le|du|der|of|of[ ]the|d’|d')[ ])?{_NAME_WORD}){{0,4}}))"
)
_TOKEN = re.compile(r"[\w’'-]+")
_STOP_WORDS = frozenset(
    """of to in on at by from with without into onto upon over under through across against among around between behind beside before after above below near toward towards
    and or but nor so yet for as than that which who whom whose where when while because though although if unless until till since
    is are was were be been being am has have had having do does did will would can could shall should may might must
    saw seemed came went took made got gave knew found felt left stood sat ran became began kept held let put looked turned sees seems comes goes takes makes
    he she they we i you it him them us me himself herself not never had then now again here there still also just even very too""".split()
)
_DETERMINERS = frozenset("the a an his her my their our your its this that these those another some no every each".split())
_ANAPHORS = frozenset("other one former latter first second third others".split())
_PREDICATE = re.compile(r"\b(?:is|was|were|be|been|being|am|are|become|became|seems|seemed|as|like|such|than|not|['’]s|['’]m)\s+(?:\w+ly\s+|but\s+|only\s+|still\s+|quite\s+|just\s+|indeed\s+)?$|[\w’]\s*[,(—–-]\s*$")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_PREPOSITION = re.compile(r"\b(?:of|to|in|on|at|by|from|with|into|onto|upon|over|under|near|toward|towards|about|for|like|than|against|beside|behind|between|after|before|through)\s+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: kind "name", "role" or "pronoun"; head: the pronoun, or the noun in lower case; lead: the determiner or title;
    modifiers: what stands between; owner: of a possessive ("the manager's voice"); object: it follows a preposition; predicate: it says
    what somebody is ("was a tall man") or is like."""

    start: int
    end: int
    kind: str
    text: str
    head: str
    lead: str = ""
    modifiers: tuple[str, ...] = ()
    owner: bool = False
    object: bool = False
    predicate: bool = False


def masked(body: str, spans: Iterable[tuple[int, int]]) -> str:
    """The body with the characters inside quotations hidden; length and line ends stay."""
    parts = []
    at = 0
    for start, end in spans:
        parts.append(body[at:start])
        parts.append(re.sub(r"[^\n]", HIDDEN, body[start:end]))
        at = end
    parts.append(body[at:])
    return "".join(parts)


class Names:
    """Which capitalised words of a story are names, by where else they stand."""

    def __init__(self, body: str) -> None:
        inner = Counter(re.findall(r"(?<=[a-z,;][ \n])([A-ZÀ-Þ][\w-]*[a-z])", body))
        self.known = {w for w in inner if w.lower() not in _NOT_NAMES}
        alone = Counter(re.findall(r"(?<![\w’'])([A-ZÀ-Þ][\w-]*[a-z])", body))
        first_names = words("men") | words("women")
        self.known |= {w for w in alone if w in first_names and w.lower() not in words("common")}
        self.known |= {w for w, n in alone.items() if n >= 3 and w.lower() not in words("common") and w.lower() not in _NOT_NAMES}
        self.known -= {t.capitalize() for t in TITLES}
        placed = Counter(re.findall(r"\b(?:in|at|from|near|into|towards?|through|outside|around|across|the) ([A-ZÀ-Þ][\w-]*[a-z])", body))
        acting = Counter(re.findall(r"(?<![\w’'])([A-ZÀ-Þ][\w-]*[a-z])(?= (?:\w+ed|said|says|was|is|had|went|came|stood|sat|saw|looks?|thought|knew|took|made|gave|felt|ran|spoke|began|[a-z]+s)\b)", body))
        self.places = {w for w, n in placed.items() if n > acting[w] and w not in words("men") and w not in words("women")}
        self.known |= {w for w in re.findall(r"(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lady|Lord|Captain|Uncle|Aunt)\.?\s+([A-Z][\w-]+)", body)}

    def trimmed(self, text: str) -> tuple[int, int]:
        """The part of a run of capitalised words that is a name, as offsets in it; empty where none is."""
        tokens = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[\w’'-]+\.?", text)]
        while tokens and not self._begins(tokens):
            tokens = tokens[1:]
        while tokens and not self._part(tokens[-1][2]) and not (len(tokens) > 1 and re.fullmatch(r"[A-Z]\.?|II|III|IV|Jr\.?|Sr\.?", tokens[-1][2])):
            tokens = tokens[:-1]
        return (tokens[0][0], tokens[-1][1]) if tokens else (0, 0)

    def _begins(self, tokens: list[tuple[int, int, str]]) -> bool:
        word = tokens[0][2].rstrip(".")
        if word.lower() in TITLES and len(tokens) > 1:
            return tokens[1][2][0].isupper() and (self._part(tokens[1][2]) or tokens[1][2].lower() not in _NOT_NAMES)
        return self._part(word)

    def _part(self, word: str) -> bool:
        bare = _POSSESSIVE.sub("", word.rstrip("."))
        return bare in self.known or (bare.lower() in TITLES and bare.lower() not in _SOFT_TITLES and len(bare) > 3 and bare in self.known)


def mentions_of(text: str, names: Names) -> list[Mention]:
    """Every mention in a masked text, in order."""
    found = []
    at = 0
    while m := _SCAN.search(text, at):
        mention = _read(text, m, names)
        at = max(m.start() + 1, mention.end) if mention else (m.end("role") if m.group("role") else m.end())
        if mention:
            found.append(mention)
    return found


def mention_at(text: str, at: int, names: Names) -> Mention | None:
    """The mention that begins at a place, any noun being accepted as somebody there; None where none does."""
    m = _SCAN.match(text, at)
    return _read(text, m, names, loose=True) if m else None


def _read(text: str, m: re.Match[str], names: Names, loose: bool = False) -> Mention | None:
    behind = bool(_PREPOSITION.search(text[max(0, m.start() - 12) : m.start()]))
    if m.group("pronoun"):
        word = m.group("pronoun")
        return Mention(m.start(), m.end(), "pronoun", word, word if word == "I" else word.lower(), object=behind or word in ("him", "them"))
    if m.group("role"):
        return _role(text, m, behind, loose, names)
    start, end = names.trimmed(m.group("name"))
    if end <= start:
        if not loose or m.group("name").split()[0].lower() in _NOT_NAMES:
            return None
        start, end = 0, len(m.group("name").rstrip("."))
    raw = " ".join(m.group("name")[start:end].split())
    bare = _POSSESSIVE.sub("", raw)
    tokens = bare.split()
    lead = tokens[0].rstrip(".").lower() if len(tokens) > 1 and tokens[0].rstrip(".").lower() in TITLES else ""
    return Mention(m.start() + start, m.start() + end, "name", bare, tokens[-1].lower(), lead, owner=raw != bare, object=behind)


def _role(text: str, m: re.Match[str], behind: bool, loose: bool, names: Names) -> Mention | None:
    lead = m.group("role").strip().lower()
    at = m.end("role")
    taken: list[re.Match[str]] = []
    head = -1
    commas = 0
    persons = person_nouns()
    while len(taken) < 5:
        token = _TOKEN.match(text, at)
        if token is None:
            break
        word = _POSSESSIVE.sub("", token.group()).lower()
        if word in _STOP_WORDS or (taken and head >= 0 and word not in persons) or (taken and word in words("speech") and word not in persons):
            break
        if word in _DETERMINERS or (token.group()[0].isupper() and taken and not loose):
            break
        taken.append(token)
        if word in persons and (word not in _ANAPHORS or (loose and len(taken) == 1)):
            head = len(taken) - 1
        if token.group() != _POSSESSIVE.sub("", token.group()):
            break
        gap = re.compile(r",?[ \n]").match(text, token.end())
        if gap is None or (gap.group()[0] == "," and (head >= 0 or commas)):
            break
        commas += gap.group()[0] == ","
        at = gap.end()
    if head < 0:
        if not loose or not taken:
            return None
        head = len(taken) - 1
    last = taken[head]
    noun = _POSSESSIVE.sub("", last.group())
    between = tuple(t.group().lower() for t in taken[:head])
    shown = " ".join(text[m.start() : last.end()].split())
    predicate = lead in ("a", "an", "one") and bool(_PREDICATE.search(text[max(0, m.start() - 24) : m.start()]))
    return Mention(m.start(), last.end(), "role", _POSSESSIVE.sub("", shown), noun.lower(), lead, between, noun != last.group(), behind, predicate)


def person_nouns() -> dict[str, tuple[str, str]]:
    """Gender and age by noun."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("persons")}


def between(mentions: list[Mention], starts: list[int], start: int, end: int) -> list[Mention]:
    """The mentions that begin in [start, end)."""
    return mentions[bisect_left(starts, start) : bisect_left(starts, end)]
