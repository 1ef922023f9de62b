"""Words as spoken: what a narrator says for every token of a text.

Libraries that spell out whole sentences (kitten-text-processing, NeMo) lose which token a word came from, and cues and subtitles live
by that. So the grammar is here, token by token, and num2words names the numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audiodream.heteronyms import sound_of
from audiodream.lexicon import Lexicon, Said, built_in_words
from audiodream.spoken_addresses import LONGEST, addresses, tags
from audiodream.spoken_amounts import bearings, fractions, lengths, quantities, ranges
from audiodream.spoken_capitals import capitals
from audiodream.spoken_dates import dates, figures, spans, telephones, times, weekdays
from audiodream.spoken_lives import lives
from audiodream.spoken_money import coins_named_first, money
from audiodream.spoken_names import abbreviations, initials, romans
from audiodream.spoken_numbers import decade, pair
from audiodream.spoken_parts import Part, Parts, Reading, marks, one, part_of, parts_of
from audiodream.spoken_places import places
from audiodream.spoken_plain import CORE, is_plain
from audiodream.spoken_signs import codes, compounds, formulas, picture_words, pieces, symbols
from audiodream.spoken_tables import CURRENCIES
from audiodream.spoken_verses import verses

Rule = Callable[[Parts, int], Reading | None]
_FIGURES: tuple[Rule, ...] = (
    verses,
    telephones,
    bearings,
    lengths,
    times,
    dates,
    money,
    fractions,
    figures,
    ranges,
    tags,
    addresses,
    formulas,
    quantities,
    codes,
)
_LETTERS: tuple[Rule, ...] = (
    verses,
    spans,
    dates,
    weekdays,
    places,
    coins_named_first,
    lives,
    abbreviations,
    initials,
    romans,
    tags,
    addresses,
    compounds,
    formulas,
    capitals,
)
_POSSESSIVE = re.compile(r"([^'’]*[0-9])['’]s")
_LOWERED = {ord(c): str(n) for n, c in enumerate("₀₁₂₃₄₅₆₇₈₉")}
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POWER = re.compile(r"(?<=[0-9])(⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[⁰⁴⁵⁶⁷⁸⁹]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{2,})")
"""A raised number behind a figure; a lone ² or ³ has a rule of its own, a lone ¹ is a footnote."""
_PAUSE_ALONE = re.compile(r"[—–―-]+|…+|\.{2,}|[.,;:!?]+")


@dataclass(frozen=True, slots=True)
class SpokenToken:
    """A token of a text and what is said for it.

    index: into `text.split()`. words: spelled out, each with the mark behind it that shapes how it is said; () where nothing is said.
    ipa: how all of them sound, for an engine that reads IPA; then the words are the fall-back of one that does not.
    """

    index: int
    written: str
    words: tuple[str, ...]
    ipa: str = ""


def spell(text: str, lexicon: Lexicon | None = None) -> tuple[SpokenToken, ...]:
    """One SpokenToken for every token of `text.split()`, in order; without a lexicon the one that ships.

    Pictures (emoji) are silent; a text of nothing but pictures gives the names of the first three, so that no line is empty.
    """
    lexicon = built_in_words() if lexicon is None else lexicon
    tokens = text.split()
    plain = [is_plain(tokens, k, lexicon) for k in range(len(tokens))]
    if all(plain):
        return tuple(SpokenToken(k, token, (token,)) for k, token in enumerate(tokens))
    said: list[list[str]] = [[] for _ in tokens]
    sounds: dict[int, str] = {}
    last: tuple[int, int] | None = None
    parts = parts_of(tokens)
    for part_index, words, mark, ipa in _read_all(parts, plain, lexicon):
        token = parts[part_index].token
        if words:
            said[token] += [*words[:-1], _marked(words[-1], mark)]
            last = token, len(said[token]) - 1
            if ipa:
                sounds[token] = ipa
        elif mark and last is not None:
            said[last[0]][last[1]] = _marked(said[last[0]][last[1]], mark)
    if not any(said):
        said = _pictures(tokens)
    count = Counter(part.token for part in parts)
    return tuple(
        SpokenToken(k, token, tuple(words), sounds.get(k, "") if count[k] == 1 else "")
        for k, (token, words) in enumerate(zip(tokens, said, strict=True))
    )


def _read_all(parts: Parts, plain: list[bool], lexicon: Lexicon) -> Iterator[tuple[int, tuple[str, ...], str, str]]:
    """For every part its words, the mark behind them and their IPA."""
    i = 0
    while i < len(parts):
        if plain[parts[i].token]:
            yield i, (parts[i].raw,), "", ""
            i += 1
            continue
        found = _from_lexicon(parts, i, lexicon)
        if found:
            count, entry, short = found
            tail = parts[i + count - 1].tail
            if short and not parts.ends(i + count - 1):
                tail = tail[1:]
            yield i, entry.words, marks(tail), entry.ipa
            for k in range(i + 1, i + count):
                yield k, (), "", ""
            i += count
            continue
        reading = _reading(parts, i)
        if reading is None:
            yield i, *_as_written(parts, i), ""
            i += 1
            continue
        count = len(reading.words)
        for k, words in enumerate(reading.words):
            tail = parts[i + k].tail
            inner = k + 1 < count
            if tail.startswith(".") and (inner or not reading.stop):
                tail = tail[1:]
            if inner and words[-1:] == ("to",):
                tail = tail.lstrip("–—")  # a dash that is said is no pause
            yield i + k, words, marks(tail), ""
        i += count


def _from_lexicon(parts: Parts, i: int, lexicon: Lexicon) -> tuple[int, Said, bool] | None:
    """The longest entry that begins here: how many parts it takes, what is said, and whether the dot behind it belongs to the entry."""
    core = parts[i].core
    if not core or lexicon.head_of(core) is None:
        return None
    for count in range(min(lexicon.longest, len(parts) - i), 0, -1):
        here = parts[i : i + count]
        if any(part.tail.strip(".") for part in here[:-1]):
            continue
        name = " ".join([*(p.core + ("." if p.dotted else "") for p in here[:-1]), here[-1].core])
        if here[-1].dotted and (entry := lexicon.find(name + ".")):
            return count, entry, True
        if entry := lexicon.find(name):
            return count, entry, False
    return None


def _reading(parts: Parts, i: int) -> Reading | None:
    part = parts[i]
    if len(part.raw) > LONGEST:
        return None if part.core.isalpha() else one(*pieces(part.core)) if part.core else None
    if not part.core or (len(part.raw.strip("()[]\"“”'")) == 1 and not part.core.isalnum()):
        return symbols(parts, i)
    if part.lead[-1:] in ("'", "’", "‘") and (short := _short_year(part.core)):
        return short
    if part.core == "n" and part.lead in ("'", "’", "‘"):
        return one("and")
    if part.core.translate(_LOWERED) != part.core:
        part = parts[i] = Part(part.raw, part.lead, part.core.translate(_LOWERED), part.tail, part.token)
    if _POWER.search(part.core):
        raised = _POWER.sub(lambda power: "^" + power[1].translate(_RAISED), part.core)
        part = parts[i] = Part(part.raw, part.lead, raised, part.tail, part.token)
    if part.core == "x" and (times_ := symbols(parts, i)):
        return times_
    if found := _POSSESSIVE.fullmatch(part.core):
        return _possessive(parts, i, found[1])
    rules = _FIGURES if any(c.isdecimal() for c in part.core) or any(c in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞" for c in part.core) else _LETTERS
    for rule in rules:
        reading = rule(parts, i)
        if reading is not None:
            return reading
    if respelled := sound_of(parts, i):
        return one(respelled)
    if rules is _FIGURES or any(c in "&%+=@#$£€°×÷_|\\^~*<>[]{}" for c in part.core) or any(c in CURRENCIES for c in part.core):
        return one(*pieces(part.core))
    return None


def _possessive(parts: Parts, i: int, core: str) -> Reading | None:
    """ "1999's": the figure without its ending, and the ending on the last word."""
    decades = re.fullmatch(r"([0-9]{2})?[0-9]0", core)
    if decades and (parts.at(i - 1).lower in ("the", "late", "early", "mid") or len(core) == 2):
        return one(*decade(core))
    whole, parts[i] = parts[i], Part(parts[i].raw, parts[i].lead, core, "", parts[i].token)
    reading = _reading(parts, i)
    parts[i] = whole
    if reading is None or len(reading.words) != 1 or not reading.words[0]:
        return reading
    return one(*reading.words[0][:-1], reading.words[0][-1] + "'s")


def _short_year(core: str) -> Reading | None:
    """ "'45" and "'90s": a year without its century."""
    if re.fullmatch(r"[0-9]{2}", core):
        return one(*pair(core)) if core != "00" else one("oh", "oh")
    return one(*decade(core[:2])) if re.fullmatch(r"[0-9]0s", core) and core != "00s" else None


def _as_written(parts: Parts, i: int) -> tuple[tuple[str, ...], str]:
    """A part that no rule touches: as it stands, without signs of emphasis; a lone mark is a pause behind the word before."""
    part = parts[i]
    if not any(c.isalnum() for c in part.core):
        alone = part.raw.strip("\"“”‘’'()[]")
        return (), marks(alone) if _PAUSE_ALONE.fullmatch(alone) else ""
    if not part.core.isalpha() and not CORE.fullmatch(part.core):
        spoken = pieces(part.core)
        if any("".join(spoken).lower().count(c) for c in "abcdefghijklmnopqrstuvwxyz") or not part.core.isascii():
            kept = re.sub(r"[_*|\\^~<>{}\[\]]+", " ", part.core).split()
            return tuple(kept) or (part.core,), marks(part.tail)
    return (part.core,), marks(part.tail)


def _marked(word: str, mark: str) -> str:
    """The word with a mark behind it; one that has a mark keeps the stronger of the two."""
    if not mark:
        return word
    bare = word.rstrip("\"”’')]}»")
    if len(bare) > 1 and bare[-1] in ".,;:!?…—" and bare != word:
        return word
    if word[-1] in ".,;:!?…—" and len(word) > 1:
        bare = word.rstrip(".,;:!?…—")
        return word if ".?!…".find(word[-1]) >= 0 or mark[-1] in "," else (bare or word) + mark
    return word + mark


def _pictures(tokens: list[str]) -> list[list[str]]:
    """The names of what a line of pictures shows, each on its token, three at the most."""
    said: list[list[str]] = [[] for _ in tokens]
    left = 3
    seen: set[str] = set()
    for k, token in enumerate(tokens):
        if left and token not in seen and (names := picture_words(token)):
            said[k] = list(names)
            seen.add(token)
            left -= 1
    return said


def cores(token: str) -> str:
    """What the lexicon looks up for a token: without the marks around it."""
    return part_of(token, 0).core
