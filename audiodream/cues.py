"""Cues: which sounds happen in a sentence, on which word, and why a word that names a sound is not sounded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audiodream.cue_realis import Realis, judge
from audiodream.cue_rules import Form, Rule, rules
from audiodream.cue_tokens import Token, listed, tokens_of

_REACH_BEFORE, _REACH_AFTER = 9, 7
_BREAKS = listed("; : — – ( ) … -- ? !")
_SUBORDINATE = listed("as while when whenever because until before after if but than like though although whereas unless since")
_OPENERS = listed("the a an i you he she it we they his her my your their its this that there someone somebody each every one")
DETERMINERS = listed("the a an my his her your their our its this that these those each every any some no another one's")
_STATES = listed("open opened closed locked shut cracked broken shattered drawn parted bolted barred unlocked folded torn fractured splintered")
_COPULAS = listed("is are was were be been stand stands stood lie lies lay remain remains remained sit sits sat hang hangs hung seems seemed")
_STATIVE_KINDS = listed("door-open door-close glass-crack glass-shatter curtain paper")
_AUX = listed("is are was were be been being has have had do does did will would could can may might must shall should to not")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that names a sound: its span in the sentence, the words that asked for it, and whether it sounds.

    realis: "actual", or why not: "negated", "figurative", "hypothetical", "voice", "speech", "recalled", "habitual", "idle", "ending".
    """

    kind: str
    start: int
    end: int
    phrase: str
    realis: str
    why: str

    @property
    def sounds(self) -> bool:
        return self.realis == "actual"


def find_cues(sentence: str, quotes: Sequence[tuple[int, int]] = (), *, never: Iterable[str] = ()) -> list[Candidate]:
    """Every word of the sentence that names a sound, in order, those that do not sound too.

    quotes: spans of the sentence that are said by somebody. never: words that the user wants no cue on.
    """
    tokens = tokens_of(sentence, quotes)
    barred = frozenset(word.lower() for word in never)
    known = rules()
    found: list[Candidate] = []
    for index, token in enumerate(tokens):
        for form in known.get(token.low, ()):
            near = _matches(tokens, index, form)
            if near is None:
                continue
            phrase = sentence[min(tokens[index].start, *(tokens[n].start for n in near)) : max(tokens[index].end, *(tokens[n].end for n in near))]
            if token.low in barred:
                verdict = Realis("barred", "a word that the user wants no cue on")
            else:
                verdict = judge(tokens, index, form, near)
            found.append(Candidate(form.rule.kind, token.start, token.end, phrase, verdict.name, verdict.why))
            break
    return _thinned(found)


def _matches(tokens: Sequence[Token], index: int, form: Form) -> tuple[int, ...] | None:
    """The indexes of the words that the rule asked for (the word itself where it asks for none), or None where it does not fit."""
    rule = form.rule
    if form.rule.sign == "V" and not _is_verb(tokens, index, form):
        return None
    before, after = _window_before(tokens, index), _window_after(tokens, index)
    if rule.never and any(tokens[n].low in rule.never for n in (*before, *after)):
        return None
    near = [index]
    if rule.before or (rule.person and not rule.either):
        subject = next((n for n in before if tokens[n].low in rule.before or (rule.person and _is_name(tokens, n))), None)
        if subject is None and not _inverted(tokens, index, rule, near):
            return None
        if subject is not None:
            near.append(subject)
    if rule.after:
        follows = next((n for n in after if tokens[n].low in rule.after), None)
        if follows is None:
            return None
        near.append(follows)
    if rule.either:
        partner = next((n for n in (*before, *after) if tokens[n].low in rule.either or (rule.person and _is_name(tokens, n))), None)
        if partner is None:
            return None
        near.append(partner)
    return tuple(near)


def _inverted(tokens: Sequence[Token], index: int, rule: Rule, near: list[int]) -> bool:
    """ "Up rises the curtain", "the murmuring crowd": the subject follows at once."""
    for n in range(index + 1, min(index + 3, len(tokens))):
        if not tokens[n].is_word:
            return False
        if tokens[n].low in rule.before and tokens[n].low not in _OPENERS:
            near.append(n)
            return True
        if tokens[n].low not in DETERMINERS:
            return False
    return False


def _is_name(tokens: Sequence[Token], n: int) -> bool:
    return tokens[n].is_word and tokens[n].text[0].isupper() and n > 0 and tokens[n - 1].is_word and tokens[n].low not in _OPENERS


def _is_verb(tokens: Sequence[Token], index: int, form: Form) -> bool:
    """Whether a form that may be a verb is one here, and tells of something that happens rather than of how things are."""
    before = tokens[index - 1].low if index else ""
    if form.shape == "base":
        if before in DETERMINERS or before in {"of", "with", "no", "in", "by", "for", "from"}:
            return False
        if index >= 2 and tokens[index - 2].low in DETERMINERS and tokens[index - 1].low in {"first", "last", "second", "sudden", "loud", "long", "low", "wide"}:
            return False
    if tokens[index].low in _STATES and form.rule.kind in _STATIVE_KINDS:
        back = before if before not in {"half", "still", "now", "wide", "tightly", "firmly", "already"} else tokens[index - 2].low if index > 1 else ""
        if back in _COPULAS or (form.shape == "past" and (before in DETERMINERS or before in {"of", "with", "through", "behind", "from", "in"})):
            return False
    return True


def _window_before(tokens: Sequence[Token], index: int) -> list[int]:
    """Indexes of the words before, nearest first, to the beginning of the clause."""
    found: list[int] = []
    for n in range(index - 1, max(-1, index - 1 - _REACH_BEFORE), -1):
        token = tokens[n]
        if not token.is_word:
            if token.text in _BREAKS or token.quote != tokens[index].quote:
                break
            if token.text == "," and n + 1 < len(tokens) and tokens[n + 1].low in {"and", "but", "so", "yet", "or", "then"} and _starts_clause(tokens, n + 2, index):
                break
            continue
        if token.low in _SUBORDINATE or token.quote != tokens[index].quote:
            break
        if token.low == "and" and _starts_clause(tokens, n + 1, index):
            break
        found.append(n)
    return found


def _starts_clause(tokens: Sequence[Token], n: int, index: int) -> bool:
    """Whether a new subject, and not only the verb itself, stands after an "and"."""
    return n < index and tokens[n].low in _OPENERS


def _window_after(tokens: Sequence[Token], index: int) -> list[int]:
    found: list[int] = []
    for n in range(index + 1, min(len(tokens), index + 1 + _REACH_AFTER)):
        token = tokens[n]
        if not token.is_word:
            if token.text == "-":
                continue
            break
        if token.low in _SUBORDINATE or token.quote != tokens[index].quote:
            break
        if token.low == "and" and n + 1 < len(tokens) and tokens[n + 1].low in _OPENERS - {"a", "an"} and n - index > 1:
            break
        found.append(n)
    return found


def _thinned(found: list[Candidate]) -> list[Candidate]:
    """One sounding cue of a kind for a sentence, and none for the two halves of one phrase: the first stays."""
    kept: list[Candidate] = []
    for one in found:
        twin = next((k for k in kept if k.sounds and one.sounds and (k.kind == one.kind or {k.kind, one.kind} in _SAME)), None)
        if twin is not None:
            kept.append(Candidate(one.kind, one.start, one.end, one.phrase, "idle", f"told already by {twin.phrase!r}"))
        else:
            kept.append(one)
    return kept


_SAME: tuple[set[str], ...] = (
    {"crowd-hum", "murmur"}, {"hush", "silence"}, {"footsteps", "running"}, {"door-open", "creak"},
    {"thunder", "rumble"}, {"drip", "rain"}, {"cheer", "shout"}, {"wind", "cloth"}, {"fire", "ignite"}, {"impact", "bodyfall"},
    {"shout", "scream"}, {"falling", "bodyfall"}, {"fire", "crackle"}, {"bell", "chimes"}, {"murmur", "whispers"},
)
