"""Whether a rule of `cue_words` fits a word: is it a verb or a noun here, and does what the rule asks for stand near in its clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiodream.cue_figures import the_way
from audiodream.cue_lists import LISTS
from audiodream.cue_rules import Form, Rule
from audiodream.cue_tokens import Token
from audiodream.words import listed, words

_REACH_BEFORE, _REACH_AFTER = 9, 7
_BREAKS = listed("; : — – ( ) … -- ? !")
_SUBORDINATE = listed("as while when whenever because until before after if but than like though although whereas unless since where")
_OPENERS = listed("the a an i you he she it we they his her my your their its this that there someone somebody each every one")
DETERMINERS = listed("the a an my his her your their our its this that these those each every any some no another one's whose")
_PRONOUNS = listed("i you he she it we they who to")
_OBJECTS = listed("him them me us you")
_SOMEBODY = listed("somebody someone nobody everybody everyone one who")
_ADJECTIVES = listed("light faint march ground sound fly fire still")
_PARTICLES = listed("up down back out off away in on over again round around and then or")
_AFTER_MOTION = listed(LISTS["way"] + " with and as in on at for under through the home ahead faster fast after again by like while when")
_SOULS = listed("one soul leaf thing creature bird voice head hand muscle man woman twig mouse blade")
_PREDICATED = listed("silent quiet still hushed soundless noiseless silence mute")
_AFTER_PREDICATE = listed("as and or but at in for again now except when on with until while save here then tonight after before once to")
_STILL_SO = listed("on in at here there with")
""" "Their hats were still on": an adverb."""
_STOPS = listed(". ; : — – … -- ? !")
_BARE = listed(
    "then and but now again a an the only just dead utter total complete absolute sudden deathly more after that and nothing perfect long"
)
_AFTER_GERUND = listed("for of in at is was to from on with . , ; ! ? by")
_PERSONS = listed(LISTS["person"])
_FIRST_NAMES = (words("men") | words("women")) - frozenset(word.capitalize() for word in words("names_words"))
"""Names that are known as such at the head of a sentence too."""
_ARTICLES = listed("the a an my his her your their our its")
_STATES = listed(
    "open opened closed locked shut cracked broken shattered drawn parted bolted barred unlocked folded torn fractured splintered"
)
_COPULAS = listed(
    "is are was were be been stand stands stood lie lies lay remain remains remained sit sits sat hang hangs hung seems seemed"
)
_STATIVE_KINDS = listed("door-open door-close glass-crack glass-shatter curtain paper")
_PREPOSITIONS = listed(
    "at in on by near behind beside under over from of with across along through beyond against inside outside above below"
)
_STARTING = listed("begin begins began begun start starts started")
_AUX = listed("is are was were be been being has have had do does did will would could can may might must shall should to not")


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a rule does not fit a word. what: "verb" or "noun" (it is none here), "never" (a word that forbids it), "alone", "subject",
    "actor", "object" or "partner" (what is wanted and missing). at: the index of the word that is in the way, -1 none."""

    what: str
    at: int = -1


_NO_VERB, _NO_NOUN, _NOT_ALONE, _NO_SUBJECT, _NO_OBJECT, _NO_PARTNER = (
    Misfit(what) for what in ("verb", "noun", "alone", "subject", "object", "partner")
)


def matches(tokens: Sequence[Token], index: int, form: Form) -> tuple[int, ...] | Misfit:
    """The indexes of the words that the rule asked for (the word itself where it asks for none), or why it does not fit."""
    rule = form.rule
    if rule.sign == "V" and not _is_verb(tokens, index, form):
        return _NO_VERB
    if rule.sign != "V" and not _is_noun(tokens, index):
        return _NO_NOUN
    before, after = _window_before(tokens, index), _window_after(tokens, index)
    if rule.never:
        forbids = next((n for n in (*before, *after) if tokens[n].low in rule.never), -1)
        if forbids >= 0:
            return Misfit("never", forbids)
    if rule.sign == "S" and not _alone(tokens, index):
        return _NOT_ALONE
    near = [index]
    if rule.before or (rule.person and not rule.either):
        subject = next((n for n in before if _names(tokens, n, rule.before) or (rule.person and _is_name(tokens, n))), None)
        if subject is None and not _inverted(tokens, index, rule, near):
            return _NO_SUBJECT
        if subject is not None and (rule.person or "he" in rule.before) and not _acts(tokens, subject, index, form):
            return Misfit("actor", subject)
        if subject is not None and "nobody" in rule.before and index - subject > 3:
            return Misfit("actor", subject)
        if subject is not None:
            near.append(subject)
    if rule.after:
        follows = next((n for n in after if _names(tokens, n, rule.after)), None)
        if follows is None or (tokens[follows].low in _PREDICATED and not _predicate(tokens, follows)):
            return _NO_OBJECT
        near.append(follows)
    if rule.either:
        partner = next((n for n in (*before, *after) if _names(tokens, n, rule.either) or (rule.person and _is_name(tokens, n))), None)
        if partner is None:
            return _NO_PARTNER
        near.append(partner)
    return tuple(near)


def _names(tokens: Sequence[Token], n: int, wanted: frozenset[str]) -> bool:
    """Whether a word is one of those wanted, and no first half of a longer one ("horse-faced")."""
    halved = n + 2 < len(tokens) and tokens[n + 1].text == "-" and tokens[n + 2].is_word and tokens[n + 2].start == tokens[n].end + 1
    return not halved and (tokens[n].low in wanted or ("nobody" in wanted and _nots(tokens, n)))


def _predicate(tokens: Sequence[Token], n: int) -> bool:
    """Whether "silent" is said of something, and no adjective before its noun ("a silent film")."""
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return True
    return after.low in _AFTER_PREDICATE and not (tokens[n].low == "still" and after.low in _STILL_SO)


def _nots(tokens: Sequence[Token], n: int) -> bool:
    """ "No one", "not a leaf": there is none."""
    if n == 0 or tokens[n].low not in _SOULS:
        return False
    denied = "not" in {t.low for t in tokens[max(0, n - 3) : n - 1]}
    return tokens[n - 1].low == "no" or (denied and tokens[n - 1].low in {"a", "single", "one"})


def _alone(tokens: Sequence[Token], index: int) -> bool:
    """Whether a clause says nothing but this word: "Then, silence.", "Utter silence."."""
    for step in (-1, 1):
        n = index + step
        while 0 <= n < len(tokens) and tokens[n].text not in _STOPS:
            if abs(n - index) > _REACH_BEFORE or (tokens[n].is_word and (step > 0 or tokens[n].low not in _BARE)):
                return False
            n += step
    return True


def _acts(tokens: Sequence[Token], subject: int, index: int, form: Form) -> bool:
    """Whether somebody before the verb does it, rather than a thing between them ("he let his cigar fall")."""
    n = index - 1
    bare = form.shape == "base" and tokens[n].low != "to"
    while n > subject and (tokens[n].low in _AUX or tokens[n].low in _STARTING or tokens[n].low.endswith("ly") or not tokens[n].is_word):
        n -= 1
    within = range(max(subject + 1, n - 2), n)
    phrase = any(tokens[k].low in DETERMINERS and (bare or tokens[k - 1].low not in _PREPOSITIONS) for k in within)
    if n > subject and tokens[n].low == "it":  # "she felt it galloping toward her"
        return False
    between = n > subject and tokens[n].low not in _PERSONS and phrase
    if between and tokens[n].low not in _PARTICLES:
        return False
    attributive = (
        form.shape == "ing" and index + 1 < len(tokens) and tokens[index + 1].is_word and tokens[index + 1].low not in _AFTER_MOTION
    )
    return not (attributive and form.rule.kind in {"footsteps", "running"} and not tokens[index + 1].low.endswith("ly"))


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
    if not tokens[n].is_word or not tokens[n].text[0].isupper() or tokens[n].low in _OPENERS:
        return False
    return (n > 0 and tokens[n - 1].is_word) or tokens[n].text in _FIRST_NAMES


def _is_verb(tokens: Sequence[Token], index: int, form: Form) -> bool:
    """Whether a form that may be a verb is one here, and tells of something that happens rather than of how things are."""
    before = tokens[index - 1].low if index else ""
    if before == "-" or (index + 1 < len(tokens) and tokens[index + 1].text == "-" and form.shape != "past"):
        return False
    if form.shape == "past" and (before == "of" or before in _ARTICLES):
        return False
    if form.shape == "ing" and before in _ARTICLES and (index + 1 == len(tokens) or tokens[index + 1].low in _AFTER_GERUND):
        return False
    if tokens[index].low == "still":
        return False
    if tokens[index].low in _ADJECTIVES and before not in _PRONOUNS and before != "and":
        return False
    if form.shape == "base":
        if before in DETERMINERS or before in {"of", "with", "no", "one", "in", "by", "for", "from", "own"}:
            return False
        listing = before == "and" and index >= 3 and tokens[index - 2].is_word and tokens[index - 3].low in {"of", "with"}
        if listing and (index + 1 == len(tokens) or not tokens[index + 1].is_word):  # "a night of lace and whispers."
            return False
        if (
            index >= 2
            and tokens[index - 2].low in {"with", "by"}
            and tokens[index - 1].low not in DETERMINERS | _PRONOUNS
        ):
            return False
        if (
            index >= 2
            and tokens[index - 2].low in DETERMINERS
            and tokens[index - 1].low in {"first", "last", "second", "sudden", "loud", "long", "low", "wide"}
        ):
            return False
    if tokens[index].low in _STATES and form.rule.kind in _STATIVE_KINDS:
        back = (
            before
            if before not in {"half", "still", "now", "wide", "tightly", "firmly", "already"}
            else tokens[index - 2].low
            if index > 1
            else ""
        )
        if back in _COPULAS or (
            form.shape == "past" and (before in DETERMINERS or before in {"of", "with", "through", "behind", "from", "in"})
        ):
            return False
    return True


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form that may be a noun is one here: "she whispers" is none, and "his mother hushes the baby" neither."""
    if not index:
        return True
    return tokens[index - 1].low not in _PRONOUNS and not tokens[index - 1].quote and not _done_to(tokens, index)


def _done_to(tokens: Sequence[Token], index: int) -> bool:
    """Whether what ends in -s stands between who does it and what it is done to: a verb, and no plural."""
    low, before = tokens[index].low, tokens[index - 1]
    if not low.endswith("s") or low.endswith("ss") or index + 1 >= len(tokens) or tokens[index + 1].low not in DETERMINERS | _OBJECTS:
        return False
    whose = (n for n in range(max(0, index - 3), index - 1) if tokens[n].low in DETERMINERS)
    return before.low in _SOMEBODY or _is_name(tokens, index - 1) or any(all(t.is_word for t in tokens[n:index]) for n in whose)


def _window_before(tokens: Sequence[Token], index: int) -> list[int]:
    """Indexes of the words before, nearest first, to the beginning of the clause."""
    found: list[int] = []
    for n in range(index - 1, max(-1, index - 1 - _REACH_BEFORE), -1):
        token = tokens[n]
        if not token.is_word:
            if token.text in _BREAKS or token.quote != tokens[index].quote:
                break
            if (
                token.text == ","
                and n + 1 < len(tokens)
                and tokens[n + 1].low in {"and", "but", "so", "yet", "or", "then"}
                and _starts_clause(tokens, n + 2, index)
            ):
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
            if token.text == "-" or (token.text == "," and n - index <= 4 and _goes_on(tokens, n + 1)):
                continue
            break
        if token.low in _SUBORDINATE or token.quote != tokens[index].quote or (token.low == "way" and the_way(tokens, n)):
            break
        if token.low == "and" and n + 1 < len(tokens) and tokens[n + 1].low in _OPENERS - {"a", "an"} and n - index > 1:
            break
        found.append(n)
    return found


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    """After a comma: another adjective of the same noun ("a long, shuddering breath")."""
    return (
        n < len(tokens)
        and tokens[n].is_word
        and tokens[n].low not in _OPENERS | _SUBORDINATE | {"and", "but", "then", "or", "so"}
        and tokens[n - 2].low not in _OPENERS
    )
