"""Figures of speech: a word that names a sound where somebody compares, or speaks of what has none."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.cue_classes import ABSTRACT, EXPRESSED, FEELINGS, MINDFUL, PICTURES, SHOWING, is_abstract
from audiodream.cue_clauses import HARD, OPENERS, Realis, clause_before
from audiodream.cue_lists import LISTS
from audiodream.cue_rules import Form
from audiodream.cue_tokens import Token
from audiodream.words import listed

_CROWD_KINDS = listed("crowd-hum murmur whispers laughter cheer hush crowd-stir applause gasp")
_FOLK = listed(LISTS["crowd"])
_COLOURS = listed("red blue green yellow white black pink orange purple scarlet crimson violet colours colors")
_PRINTS = listed("engraving print photograph photo postcard etching drawing poster newspaper headline")
_VOICED_KINDS = listed("whispers scream shout laughter gasp murmur breath crackle hum choir cheer knock thunder siren pulse bell")
_WEATHER = listed("storm storms tempest thunder rain fire fires flame flames wind winds sea ocean wave waves tide lightning")
_INSIDE = listed("eyes eye heart mind head soul breast thoughts blood veins chest face gaze voice bones belly stomach")
_ON_THE_WAY = listed(
    "on all by along of out in lost up down half part most make made clear cleared led lead block blocked bar barred open opened"
)
_WAY_TO = listed("to out home back down up through in into of from for was is and over past across along ahead lay led")
_PERSONAL, _OWNERS = listed("i he she we you they"), listed("my his her your their our")
_COPULAS = listed("am is are was were become becomes became 'm i'm he's she's you're")
_HELPERS = listed("had has have was were is are been being be would will did does do just only still slowly suddenly never all both")


def simile(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    if index + 2 < len(tokens) and tokens[index + 1].text == "-" and tokens[index + 2].low in {"like", "shaped", "coloured", "colored"}:
        return Realis("figurative", f"'{tokens[index].text}-{tokens[index + 2].text}' compares")
    crossed = False
    for n in range(index - 1, max(-1, index - 14), -1):
        token = tokens[n]
        if token.text in HARD or token.low in {"but", "then", "while"}:
            return None
        if token.text == "," and (_new_clause(tokens, n + 1) or (form.rule.sign == "V" and _own_subject(tokens, n + 1, index))):
            return None
        crossed = crossed or (token.text == "," and tokens[n + 1].low not in {"a", "an"})
        low = token.low
        if low == "as" and n + 1 < len(tokens) and tokens[n + 1].low in {"if", "though"}:
            return Realis("figurative", f"'as {tokens[n + 1].text}' compares")
        if crossed:
            continue
        if low == "way" and the_way(tokens, n):
            return Realis("figurative", "'the way' compares")
        if low in {"like", "unlike", "resembling", "resembles", "resembled", "akin"} and not _verb_like(tokens, n):
            return Realis("figurative", f"{token.text!r} compares")
        if low == "than" and index - n <= 4:
            return Realis("figurative", "'than' compares")
        if low == "as" and index - n <= 4 and any(tokens[k].low == "as" for k in range(max(0, n - 4), n)):
            return Realis("figurative", "'as ... as' compares")
        if low == "as" and index - n <= 3 and form.rule.sign != "V" and n + 1 < index and tokens[n + 1].low in {"a", "an"}:
            return Realis("figurative", "'as' compares")
    return None


def the_way(tokens: Sequence[Token], n: int) -> bool:
    """ "It spread the way fire spreads": not "on the way", nor "the way to the bell"."""
    before = tokens[n - 2].low if n > 1 else ""
    after = tokens[n + 1].low if n + 1 < len(tokens) else ""
    return n > 0 and tokens[n - 1].low == "the" and before not in _ON_THE_WAY and after not in _WAY_TO


def _new_clause(tokens: Sequence[Token], n: int) -> bool:
    """After a comma: "and the ...", "then ...", "the crowd erupts": a clause of its own."""
    if n >= len(tokens):
        return True
    if tokens[n].low in {"and", "but", "yet", "so", "or"}:
        return n + 1 < len(tokens) and tokens[n + 1].low in OPENERS | {"then", "suddenly", "now"}
    return tokens[n].low in {"then", "suddenly", "i", "he", "she", "they", "we", "you"}


def _own_subject(tokens: Sequence[Token], n: int, index: int) -> bool:
    """After a comma: "the bell tolls", a subject of its own for the verb."""
    return n < index and tokens[n].low in OPENERS - {"a", "an"} and index - n <= 3 and all(t.is_word for t in tokens[n:index])


def _verb_like(tokens: Sequence[Token], n: int) -> bool:
    """ "I like", "would like": the verb."""
    before = tokens[n - 1].low if n else ""
    return before in {"i", "we", "they", "you", "would", "'d", "i'd", "don't", "didn't", "do", "did", "might", "to"}


def metaphor(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    if form.rule.sign == "V":
        return _is_called(tokens, index, form) or _abstract_subject(tokens, index, form)
    if (figure := _only_of(tokens, index)) is not None:
        return figure
    if tokens[index].low.endswith("ing"):
        progressive = index > 0 and tokens[index - 1].low in {"is", "was", "are", "were", "been"}
        return _abstract_subject(tokens, index, form) if progressive else None
    before = clause_before(tokens, index, 4)
    if (figure := _styled(tokens, before)) is not None:
        return figure
    for n in before:
        if tokens[n].low in _COPULAS:
            subject = tokens[n - 1].low if n else ""
            if subject == "it" and _within(tokens, n):
                return Realis("figurative", "only felt within")
            if subject in {"there", "it", "that", "this", "sound", "sounds", "noise", "all", "only", "what", "heard"}:
                return None
            if form.rule.kind in _CROWD_KINDS and subject in _FOLK:
                return None
            return Realis("figurative", f"{tokens[n - 1].text if n else 'it'} is called so, as a figure of speech")
        if tokens[n].low not in {"a", "an", "the", "my", "one", "single"} and index - n > 2:
            break
    return None


def _styled(tokens: Sequence[Token], before: Sequence[int]) -> Realis | None:
    """ "They called it a thunderbolt": a name for it."""
    article = next((n for n in before if tokens[n].low in {"a", "an", "the"}), 0)
    for n in range(article - 2, max(-1, article - 4), -1):
        if tokens[n].low in _STYLING and tokens[n + 1].low in _OBJECTS | _OWNERS | {"the"} and all(t.is_word for t in tokens[n:article]):
            return Realis("figurative", f"'{tokens[n].text} {tokens[n + 1].text}': it is called so")
    return None


_OBJECTS = listed("it him her them me us you this that")
_STYLING = listed(
    "call calls called calling name names named naming deem deems deemed dub dubs dubbed term terms termed consider considers considered "
    "label labels labelled labeled think thinks thought"
)


def _is_called(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """ "I am a bell struck by joy": what somebody is, as a figure of speech, not what happens."""
    if form.shape not in {"past", "ing"}:
        return None
    for n in range(index - 2, max(-1, index - 5), -1):
        if tokens[n].low in {"a", "an"} and n > 1 and all(t.is_word for t in tokens[n:index]):
            copula, who = tokens[n - 1].low, tokens[n - 2].low
            if copula in _COPULAS and (who in _PERSONAL or copula in {"am", "i'm", "he's", "she's", "you're"}):
                return Realis("figurative", f"{tokens[n - 2].text!r} is called so, as a figure of speech")
    return None


def _within(tokens: Sequence[Token], n: int) -> bool:
    """ "In my bones it is thunder"."""
    return any(tokens[k].low in _INSIDE and tokens[k - 1].low in _OWNERS for k in range(max(1, n - 4), n))


def _only_of(tokens: Sequence[Token], index: int) -> Realis | None:
    """ "With the grace of a hymn", "the hour before birdsong", "a music only my bones can hear": it is not there to hear."""
    n = index - 1
    while n >= 0 and index - n <= 3 and tokens[n].is_word and tokens[n].low not in {"of", "before"}:
        n -= 1
    if n >= 2 and tokens[n].low == "of" and tokens[n - 2].low == "the" and n >= 3 and tokens[n - 3].low in {"with", "had", "has", "having"}:
        quality = tokens[n - 1].low
        if quality in _QUALITIES or (is_abstract(quality) and quality not in _HEARD_OF):
            return Realis("figurative", f"'the {quality} of' compares")
    if n >= 1 and tokens[n].low == "before" and tokens[n - 1].low in _MOMENTS:
        return Realis("hypothetical", f"'{tokens[n - 1].text} before': it has not come to that yet")
    only = next((k for k in range(index + 1, min(index + 3, len(tokens))) if tokens[k].low == "only"), -1)
    if only > 0 and only + 1 < len(tokens) and tokens[only + 1].low not in _PERSONAL:
        behind = [t.low for t in tokens[only + 1 : only + 6]]
        if "hear" in behind and {"can", "could"} & set(behind):
            return Realis("figurative", "nobody there hears it")
    return None


_QUALITIES = listed(
    "grace patience weight speed force ease look air slowness stillness precision violence tenderness suddenness clarity warmth"
)
_HEARD_OF = listed("sound sounds noise roar crack crash music rhythm voice song cry hum clatter rumble")
_MOMENTS = listed("hour moment silence hush quiet calm stillness pause instant second breath minute day night heartbeat")


def made_of(tokens: Sequence[Token], index: int) -> Realis | None:
    """ "A storm of grief", "waves of nausea"."""
    after = tokens[index + 1 : index + 6]
    within = len(after) > 2 and after[0].low in {"in", "inside", "behind", "within"} and after[2].low in _INSIDE
    if within and tokens[index].low in _WEATHER:
        return Realis("figurative", f"'{tokens[index].text} {after[0].text} {after[1].text} {after[2].text}' is a figure of speech")
    if after and after[0].low == "of":
        for t in after[1:]:
            if not t.is_word or t.low in {"and", "in", "from", "that", "as", "at", "on", "through"}:
                break
            if t.low in FEELINGS and tokens[index].low in EXPRESSED:
                return None
            if is_abstract(t.low) or t.low in _COLOURS:
                return Realis("figurative", f"'{tokens[index].text} of {t.text}' is a figure of speech")
    return None


def _abstract_subject(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    subject = _subject(tokens, index)
    if subject >= 0 and tokens[subject].low in MINDFUL - form.rule.before - form.rule.either:
        return Realis("figurative", f"{tokens[subject].text!r} makes no sound: a figure of speech")
    if form.rule.before or form.rule.either or form.rule.kind not in _VOICED_KINDS:
        return None
    for n in clause_before(tokens, index, 4):
        low = tokens[n].low
        if low in ABSTRACT and low not in {
            "people",
            "voices",
            "noise",
            "laughter",
            "applause",
            "faces",
            "bodies",
            "sound",
            "sounds",
            "heart",
        }:
            return Realis("figurative", f"{tokens[n].text!r} has no voice: a figure of speech")
        if low in {"with", "in", "of", "through", "from", "the", "a", "and"}:
            if low == "and":
                return None
            continue
    following = [t.low for t in tokens[index + 1 : index + 4]]
    if following[:1] == ["with"] and any(
        low
        in (ABSTRACT | MINDFUL | {"gossip", "excitement"})
        - {
            "energy",
            "laughter",
            "applause",
            "voices",
            "sound",
            "sounds",
            "light",
            "power",
            "pain",
            "panic",
            "terror",
            "relief",
            "joy",
            "delight",
            "rage",
            "anger",
            "fear",
            "excitement",
        }
        for low in following[1:]
    ):
        return Realis("figurative", "what fills it makes no sound")
    return None


def _subject(tokens: Sequence[Token], index: int) -> int:
    """The index of the word right before a verb and its helpers; -1 where that is none."""
    n = index - 1
    while n >= 0 and tokens[n].is_word and (tokens[n].low in _HELPERS or tokens[n].low.endswith("ly")):
        n -= 1
    return n if n >= 0 and tokens[n].is_word else -1


def depicted(tokens: Sequence[Token], index: int, _form: Form) -> Realis | None:
    """ "The painting showed a ship on fire": what is in a picture is not heard."""
    before = clause_before(tokens, index, 9)
    for n in before:
        if tokens[n].low in SHOWING and any(tokens[k].low in PICTURES for k in range(max(0, n - 3), n)):
            return Realis("figurative", f"{tokens[n].text!r}: it is only in a picture")
        if tokens[n].low in _PRINTS and n >= 2 and tokens[n - 2].low in {"in", "on"}:
            return Realis("figurative", f"in the {tokens[n].text}: it is only in a picture")
    return None
