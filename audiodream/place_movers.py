"""Whose steps move the story: of all who come and go, those whom it goes along with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audiodream.cue_realis import WISHING
from audiodream.cue_tokens import Token
from audiodream.person_words import person_nouns
from audiodream.words import listed, words

_WHO = re.compile(
    r"\b(?:(?P<i>I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)|(?P<you>[Yy]ou|[Yy]our)|(?P<he>[Hh]e|[Hh]im|[Hh]is)|(?P<she>[Ss]he|[Hh]er)"
    r"|(?P<they>[Tt]hey|[Tt]hem|[Tt]heir))\b"
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][\w-]*[a-z]\b")
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w-]*[a-z]\b")
_SHARE = 0.5
"""Who is spoken of half as often as the one of whom the story tells most is gone along with too."""
_OF_OBJECT = {"me": "i", "us": "we", "you": "you", "him": "he", "her": "she", "them": "they"}
_DENYING = listed(
    "no not never without if unless would could might should may perhaps maybe can't cannot couldn't wouldn't won't don't doesn't didn't "
    "hadn't almost nearly instead neither nor nobody none"
) | (WISHING - listed("long bound going about ready dream"))
_PRONOUNS = listed("i we you he she they")
_NO_PERSON = listed("it who which that this everything something nothing")
_BEGINNING = listed("begin begins began begun start starts started manage manages managed")
_ARTICLES = listed("the a an his her my our your their its this that these those every each some")
_JOINING = listed("and but or then to")
_HELPERS = listed("then just all both had has have is was were are again still soon")
_REACH = 14
"""So many words before its verb a subject stands."""


@dataclass(frozen=True, slots=True)
class Movers:
    """The pronouns, in small letters, and the names of those with whom the story goes. anybody: whoever has a name."""

    pronouns: frozenset[str]
    names: frozenset[str] = frozenset()
    anybody: bool = False

    def holds(self, token: Token) -> bool:
        """Whether a word is one of them."""
        return token.low in self.pronouns or token.text in self.names or (self.anybody and token.text in words("men") | words("women"))


ANYONE = Movers(_PRONOUNS, anybody=True)
"""Where nothing is known of the story."""


def movers_of(narration: Iterable[str]) -> Movers:
    """Those whom a story goes along with, from its sentences without what is said in them: the narrator where there is one, else those
    of whom it tells most."""
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for sentence in narration:
        counts.update(m.lastgroup or "" for m in _WHO.finditer(sentence))
        names.update(_NAME.findall(sentence))
        capitals.update(_CAPITAL.findall(sentence))
    if not counts:
        return ANYONE
    most = max(counts.values())
    told = {who for who, count in counts.items() if count >= _SHARE * most}
    if "i" in told:
        return Movers(frozenset({"i", "we", *(told & {"you"})}))
    called = {name: capitals[name] for name in names} | {n: c for n, c in capitals.items() if n in words("men") | words("women")}
    often = max(called.values(), default=0)
    return Movers(frozenset({*told, "they", "we"}), frozenset(name for name, count in called.items() if count >= _SHARE * often))


def moved(tokens: Sequence[Token], verb: int, movers: Movers) -> bool:
    """Whether one of the movers does what the verb at an index says, or has it done to them ("he led her inside")."""
    if verb > 1 and tokens[verb - 1].low == "to" and tokens[verb - 2].low not in _BEGINNING:
        return False
    if _thing_does(tokens, verb, movers):
        return _carried(tokens, verb, movers)
    for n in range(verb - 1, max(-1, verb - 1 - _REACH), -1):
        token = tokens[n]
        if token.quote or (not token.is_word and token.text != ","):
            break
        if token.low in _DENYING or token.low in _NO_PERSON:
            return False
        if movers.holds(token):
            return not any(t.low in {"if", "unless"} for t in tokens[max(0, n - 3) : n])
        # "his wife": "his" is no subject, the wife is
        if token.low in _PRONOUNS or token.low in person_nouns() or _is_other(tokens, n):
            return _carried(tokens, verb, movers)
    if tokens[verb].low.endswith("ing"):
        return _hangs_before(tokens, verb, movers)
    return False


def _thing_does(tokens: Sequence[Token], verb: int, movers: Movers) -> bool:
    """ "I sat there until the lamps went out": a noun with its article stands right before the verb."""
    n = verb - 1
    while n >= 0 and tokens[n].is_word and (tokens[n].low in _HELPERS or tokens[n].low.endswith("ly")):
        n -= 1
    if n < 1 or not tokens[n].is_word or tokens[n].low in _JOINING or movers.holds(tokens[n]) or tokens[n].low in _PRONOUNS:
        return False
    return any(tokens[k].low in _ARTICLES and all(t.is_word for t in tokens[k:n]) for k in range(n - 1, max(-1, n - 4), -1))


def _is_other(tokens: Sequence[Token], n: int) -> bool:
    return n > 0 and tokens[n - 1].is_word and tokens[n].text[:1].isupper() and tokens[n].text != "I"


def _carried(tokens: Sequence[Token], verb: int, movers: Movers) -> bool:
    after = tokens[verb + 1].low if verb + 1 < len(tokens) else ""
    return _OF_OBJECT.get(after, "") in movers.pronouns


def _hangs_before(tokens: Sequence[Token], verb: int, movers: Movers) -> bool:
    """ "Stepping outside, she ...": the subject follows the comma."""
    comma = next((n for n in range(verb + 1, min(verb + 12, len(tokens))) if tokens[n].text == ","), -1)
    return comma > 0 and comma + 1 < len(tokens) and movers.holds(tokens[comma + 1])
