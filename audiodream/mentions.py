"""Mentions: where the narration names somebody, by a name, a noun phrase or a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from audiodream.person_words import TITLES, person_nouns
from audiodream.words import alternation, listed, rows, words

HIDDEN = "\x01"
"""Stands for each character of a quotation where only the narration is looked at."""

_SOFT_TITLES = words("titles_soft")
_NOT_NAMES = words("not_names")
_DETERMINER = r"(?:the|an?|his|her|my|their|our|your|its|this|that|another|one|some|no|every|each|these|those|both|two|three|several)"
_NAME_WORD = r"(?:[A-ZÀ-ÞŒ][\w’'.-]*[\w]|[A-Z]\.?)"
_FIRST_WORD = rf"(?:(?=[A-Z])(?i:{alternation('titles_short')})\.|[A-Z]\.|[A-ZÀ-ÞŒ][\w’'-]*)"
"""A stop behind any other word ends the sentence: "said Thomas. Mary laughed" names two."""
_SCAN = re.compile(
    rf"(?<![\w’'-])(?:(?P<pronoun>I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|[Ii]t|him|them)(?![\w-])"
    rf"|(?P<role>(?i:{_DETERMINER})(?:[ \n]+(?=[\w])|(?=\Z)))"
    rf"|(?P<name>{_FIRST_WORD}(?:[ \n]+(?:(?:de|van|von|la|le|du|der|of|of[ ]the|d’|d')[ ])?{_NAME_WORD}){{0,4}}))"
)
_TOKEN = re.compile(r"[\w’'-]+")
_STOP_WORDS = words("phrase_ends")
_DETERMINERS = words("determiners")
_ANAPHORS = frozenset(["other", "one", "former", "latter", "first", "second", "third", "others"])
_PREDICATE = re.compile(
    r"\b(?:is|was|were|be|been|being|am|are|become|became|seems|seemed|as|like|such|than|not|['’]s"
    r"|['’]m)\s+(?:\w+ly\s+|but\s+|only\s+|still\s+|quite\s+|just\s+|indeed\s+)?$|[\w’]\s*[,(—–-]\s*$"
)
_THERE_IS = re.compile(r"\b[Tt]here (?:is|was|were|had been|has been|stood|sat|lay|came|appeared) (?:\w+ly |only |just |now )?$")
""" "There was a boy": somebody is there, not what somebody is."""
_DOTTED = re.compile(rf"(?i:\b(?:{alternation('titles_short')}|jr|sr)|\b\w)\.$")
"""A stop that belongs to a name: "Dr.", "J.", "Jr."."""
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_PREPOSITION = re.compile(
    r"\b(?:of|to|in|on|at|by|from|with|into|onto|upon|over|under|near|toward|towards|about|for|like|than"
    r"|against|beside|behind|between|after|before|through)\s+$"
)


_PLACED = re.compile(
    r"(?P<gaze>\b(?:look|glanc|star|gaz|smil|nod|shout|yell|wav|point|laugh|frown|scowl|grin|glar|peer|blink|wink|snarl)\w* )?"
    r"\b(?:in|at|from|near|into|towards?|through|outside|around|across|the|lea(?:ves?|ving)|left|reach(?:es|ed|ing)?) "
    r"(?P<where>[A-ZÀ-Þ][\w-]*[a-z])"
)
"""What stands behind it may be a place; who is looked at is none."""
_SITES = listed(
    "street road avenue boulevard alley hotel inn station hospital cathedral bridge square terrace lodge manor theatre theater house "
    "castle abbey museum airport harbour harbor quay river lake mountain mountains island islands beach bay sea ocean forest"
)
"""The last words of places' names."""
_SITES_FIRST = listed("hotel mount lake cape port fort café cafe hms")


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


_WORD = r"([A-ZÀ-Þ][\w-]*[a-z])"
_VERB_AND_NAME = re.compile(rf"\b(?P<verb>[a-z][\w’'-]*) (?={_WORD}\b)")
_NAME_AND_VERB = re.compile(rf"[\"”’'] (?={_WORD} (?P<verb>[a-z]+)\b)|(?<![\w’'])(?={_WORD} (?P<spoken>[a-z]+)(?: \w+)?[,:] [\"“‘'])")


def _saying(body: str) -> frozenset[str]:
    """The capitalised words that follow a verb of speech, or stand with one beside a quotation."""
    # a pattern that named the verbs would take a fifth of a second to compile
    found = [(m["verb"], m[2]) for m in _VERB_AND_NAME.finditer(body)]
    found += [(m["verb"] or m["spoken"], m[1] or m[3]) for m in _NAME_AND_VERB.finditer(body)]
    return frozenset(word for verb, word in found if verb in words("speech"))


class Names:
    """Which capitalised words of a story are names, by where else they stand."""

    def __init__(self, body: str) -> None:
        inner = Counter(re.findall(r"(?<=[a-z,;][ \n])([A-ZÀ-Þ][\w-]*[a-z])", body))
        self.known = {w for w in inner if w.lower() not in _NOT_NAMES}
        alone = Counter(re.findall(r"(?<![\w’'])([A-ZÀ-Þ][\w-]*[a-z])", body))
        first_names = words("men") | words("women")
        self.known |= {w for w in alone if w in first_names and w.lower() not in words("names_words")}
        self.known |= {w for w, n in alone.items() if n >= 3 and w.lower() not in words("common") and w.lower() not in _NOT_NAMES}
        self.known -= {t.capitalize() for t in TITLES}
        placed = Counter(m.group("where") for m in _PLACED.finditer(body) if not m.group("gaze"))
        acting = Counter(
            re.findall(
                r"(?<![\w’'])([A-ZÀ-Þ][\w-]*[a-z])(?= (?:\w+ed|said|says|was|is|had|went|came|stood|sat|saw"
                r"|looks?|thought|knew|took|made|gave|felt|ran|spoke|began|[a-z]+s)\b)",
                body,
            )
        )
        self.places = {w for w, n in placed.items() if n > acting[w] and w not in words("men") and w not in words("women")}
        ordinary = words("common") | _NOT_NAMES
        only_begins = {w for w in acting if w.endswith("s") and not w.endswith("ss")} - inner.keys() - first_names - _saying(body)
        self.known |= {w for w in acting if w.lower() not in ordinary and not w.endswith(("ly", "ing"))} - only_begins
        self.known |= {w for w in alone if w.lower() in kin()}
        self.talkers = frozenset(_talkers(body))
        """Nouns for those who talk in this story and in no other: "said the teapot"."""
        self.known |= set(re.findall(r"(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lady|Lord|Captain|Uncle|Aunt)\.?\s+([A-Z][\w-]+)", body))

    def trimmed(self, text: str) -> tuple[int, int]:
        """The part of a run of capitalised words that is a name, as offsets in it; empty where none is."""
        tokens = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[\w’'-]+\.?", text)]
        while tokens and not self._begins(tokens):
            tokens = tokens[1:]
        while (
            tokens
            and not self._part(tokens[-1][2])
            and not (
                len(tokens) > 1
                and re.fullmatch(
                    r"[A-Z]\.?|II|III|IV|Jr\.?"
                    r"|Sr\.?",
                    tokens[-1][2],
                )
            )
        ):
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


_SAID_THE = re.compile(
    r"[\"”'’][ \n]+(?P<verb>[a-z]+)[ \n]+(?:the|a|an)[ \n]+(?:(?:[a-z]+[ \n]+){0,2}?)(?P<noun>[a-z]{3,})"
    r"(?=[,.;:!?]| (?:\w+ly|in|with|from|as|at|to|and)\b)"
)
_THE_THINKS = re.compile(
    r"\bThe (?:[a-z]+ )??(?P<noun>[a-z]{3,}) (?:thought(?! to)|thinks|wondered|wonders|nodded|nods|replied|replies|answered|smiled)\b"
)


def _talkers(body: str) -> Iterator[str]:
    """Nouns of which a tag says that they speak, and of which the story tells besides."""
    said = [m["noun"] for m in _SAID_THE.finditer(body) if m["verb"] in words("speech")]
    for noun in dict.fromkeys([*said, *(m["noun"] for m in _THE_THINKS.finditer(body))]):
        ordinary = noun in person_nouns() or noun in _STOP_WORDS or noun.endswith("ly") or re.search(rf"\b(?:was|is) the {noun}\b", body)
        if not ordinary and len(re.findall(rf"\b(?:[Tt]he|[Aa]n?)(?: [a-z]+)? {noun}\b", body)) > 1:
            yield noun


def mentions_of(text: str, names: Names) -> list[Mention]:
    """Every mention in a masked text, in order."""
    found = []
    at = 0
    while m := _SCAN.search(text, at):
        mention = _read(text, m, names)
        # of capitalised words that are no name only the first is passed over: "But I"
        passed = m.end("role") if m.group("role") else m.start() + len(m.group().split()[0])
        if m.group("name") and mention is None and _is_site(m.group("name")):
            passed = m.end()
        at = max(m.start() + 1, mention.end) if mention else passed
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
        return _role(text, m, behind, loose, names.talkers)
    start, end = names.trimmed(m.group("name"))
    if not loose and _is_site(m.group("name")):
        return None
    if end <= start:
        if not loose or m.group("name").split()[0].lower() in _NOT_NAMES:
            return None
        start, end = 0, len(m.group("name").rstrip("."))
    while m.group("name")[end - 1] == "." and not _DOTTED.search(m.group("name")[start:end]):
        end -= 1  # the sentence's stop
    raw = " ".join(m.group("name")[start:end].split())
    bare = _POSSESSIVE.sub("", raw)
    tokens = bare.split()
    lead = tokens[0].rstrip(".").lower() if len(tokens) > 1 and tokens[0].rstrip(".").lower() in TITLES else ""
    return Mention(m.start() + start, m.start() + end, "name", bare, tokens[-1].lower(), lead, owner=raw != bare, object=behind)


def _is_site(name: str) -> bool:
    """Whether capitalised words name a place: "Carver Street", "the Hotel Royal"; not "Mr Church"."""
    tokens = [token.rstrip(".").lower() for token in name.split()]
    return len(tokens) > 1 and tokens[0] not in TITLES and (tokens[-1] in _SITES or tokens[0] in _SITES_FIRST)


def _role(text: str, m: re.Match[str], behind: bool, loose: bool, talkers: frozenset[str]) -> Mention | None:
    lead = m.group("role").strip().lower()
    at = m.end("role")
    taken: list[re.Match[str]] = []
    head = -1
    commas = 0
    persons = person_nouns().keys() | talkers if talkers else person_nouns().keys()
    while len(taken) < 5:
        token = _TOKEN.match(text, at)
        if token is None:
            break
        word = _POSSESSIVE.sub("", token.group()).lower()
        if (
            word in _STOP_WORDS
            or (taken and head >= 0 and word not in persons)
            or (taken and word in words("speech") and word not in persons)
        ):
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
    if last.group() == "youth" and lead in ("my", "his", "her", "their", "our", "your"):
        return None  # "in her youth"
    noun = _POSSESSIVE.sub("", last.group())
    between = tuple(t.group().lower() for t in taken[:head])
    shown = " ".join(text[m.start() : last.end()].split())
    before = text[max(0, m.start() - 24) : m.start()]
    predicate = lead in ("a", "an", "one") and bool(_PREDICATE.search(before)) and not _THERE_IS.search(before)
    return Mention(
        m.start(), last.end(), "role", _POSSESSIVE.sub("", shown), noun.lower(), lead, between, noun != last.group(), behind, predicate
    )


@cache
def kin() -> dict[str, tuple[str, str]]:
    """Gender and age by a word for a relative that can stand as a name."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("kin")}


def between(mentions: list[Mention], starts: list[int], start: int, end: int) -> list[Mention]:
    """The mentions that begin in [start, end)."""
    return mentions[bisect_left(starts, start) : bisect_left(starts, end)]
