"""Words to phonemes, by the eSpeak NG that comes with Piper, with the word to which each phoneme belongs."""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass

from audiodream.errors import VoiceError

_LOCK = threading.Lock()
_ALONE: dict[tuple[str, str], str] = {}
"""Phonemes of words said alone, behind `_LOCK`."""
_STARTED: list[bool] = []
_CLOSERS = "\"'”’)]}»"
_MARKS = ".,;:!?"
_IPA = re.compile(r"[\"'“‘(]*\[\[(.+?)\]\](.*)")
PAUSES = frozenset(_MARKS + " ")
VOWELS = frozenset("aeiouæɐɑɒɔəɚɛɜɝɪʊʌᵻøœyɯɤɨʉɵɘ")


@dataclass(frozen=True, slots=True)
class Reading:
    """phonemes: IPA code points, spaces and punctuation; owners: for each of them the index of its word."""

    phonemes: tuple[str, ...]
    owners: tuple[int, ...]


def is_spoken(word: str) -> bool:
    """True where the word holds a letter or a digit."""
    return any(c.isalnum() for c in word)


def reading(words: tuple[str, ...], language: str = "en-us") -> Reading:
    """The words' phonemes as one utterance, so that they flow into each other; words without a letter have none.

    eSpeak runs small words together ("of the") and opens others up; who owns what is then found by aligning with the words said alone.
    """
    spelled = next((i for i, word in enumerate(words) if _IPA.fullmatch(word)), None)
    if spelled is not None:
        return _around(spelled, words, language)
    spoken = [i for i, word in enumerate(words) if is_spoken(word)]
    if not spoken:
        return Reading((), ())
    with _LOCK:
        phonemes = _phonemize(" ".join(_tame(words[i]) + _rest(words, i) for i in spoken), language)
        groups = [g for g in phonemes.split(" ") if any(c not in _MARKS for c in g)]
        if len(groups) == len(spoken):
            owners = _owners_by_spaces(phonemes)
        else:
            alone = [_alone(words[i], language) for i in spoken]
            owners = _owners_by_alignment(phonemes, alone)
    return Reading(tuple(phonemes), tuple(spoken[min(k, len(spoken) - 1)] for k in owners))


def sounding(read: Reading) -> tuple[int, ...]:
    """The owners, but -1 for marks and the space behind them: there is silence. A space alone belongs to the word that fades there."""
    return tuple(-1 if p in _MARKS or (p == " " and k and read.phonemes[k - 1] in _MARKS) else owner
                 for k, (p, owner) in enumerate(zip(read.phonemes, read.owners, strict=True)))


def _around(spelled: int, words: tuple[str, ...], language: str) -> Reading:
    """The reading of words of which one is `[[IPA]]`: that one as it is, what stands before and behind it by eSpeak."""
    found = _IPA.fullmatch(words[spelled])
    assert found is not None
    before, after = reading(words[:spelled], language), reading(words[spelled + 1:], language)
    own = unicodedata.normalize("NFD", found[1].strip() + "".join(c for c in found[2] if c in _MARKS)[:1])
    phonemes, owners = list(before.phonemes), list(before.owners)
    for piece, first in ((tuple(own), spelled), (after.phonemes, -1)):
        if piece and phonemes and phonemes[-1] != " ":
            phonemes.append(" ")
            owners.append(owners[-1])
        phonemes += piece
        owners += [spelled] * len(piece) if first >= 0 else [spelled + 1 + k for k in after.owners]
    return Reading(tuple(phonemes), tuple(owners))


def _rest(words: tuple[str, ...], i: int) -> str:
    """A comma where a lone dash or an ellipsis follows: it is not a word, but it is a pause."""
    alone = i + 1 < len(words) and not is_spoken(words[i + 1]) and any(c in words[i + 1] for c in "—–-….")
    return "," if alone and words[i].rstrip(_CLOSERS)[-1:] not in _MARKS else ""


def _tame(word: str) -> str:
    """The word without what eSpeak would read aloud or take for markup."""
    return re.sub(r"[<>{}\[\]*_#|\\^~=]+", "", word).replace("—", ", ").replace("–", ", ").replace("…", "...")


def _phonemize(text: str, language: str) -> str:
    """NFD phonemes with punctuation; every group is followed by one space, the end by none. Behind `_LOCK`."""
    try:
        from piper import espeakbridge
        from piper.phonemize_espeak import ESPEAK_DATA_DIR
    except ImportError as error:
        raise VoiceError("phonemes", f"piper-tts cannot be imported ({error})", "pip install piper-tts") from error
    if not _STARTED:
        espeakbridge.initialize(str(ESPEAK_DATA_DIR))
        _STARTED.append(True)
    try:
        espeakbridge.set_voice(language)
        clauses = espeakbridge.get_phonemes(text)
    except RuntimeError as error:
        raise VoiceError(f"language {language!r}", f"eSpeak NG does not know it ({error})", "use a code such as en-us or de") from error
    said = []
    for phonemes, mark, _ in clauses:
        plain = re.sub(r"\([^)]+\)", "", phonemes).strip()
        if plain:
            said.append(plain + mark)
    return unicodedata.normalize("NFD", re.sub(r" +", " ", " ".join(said)))


def _alone(word: str, language: str) -> str:
    key = (word.strip(_MARKS + _CLOSERS + "“‘([«"), language)
    if key not in _ALONE:
        _ALONE[key] = "".join(c for c in _phonemize(_tame(key[0]), language) if c not in PAUSES)
    return _ALONE[key]


def _owners_by_spaces(phonemes: str) -> list[int]:
    owners, word, fresh = [], 0, False
    for c in phonemes:
        if c == " ":
            fresh = True
        elif fresh and c not in _MARKS:
            word, fresh = word + 1, False
        owners.append(word)
    return owners


def _owners_by_alignment(phonemes: str, alone: list[str]) -> list[int]:
    """Needleman-Wunsch in a band: phonemes of the utterance against the words' own, word borders being spaces on both sides."""
    wanted, owner = "", list[int]()
    for k, said in enumerate(alone):
        part = said + " "
        wanted += part
        owner += [k] * len(part)
    rows, columns = len(phonemes), len(wanted)
    band = 16 + abs(rows - columns)
    far = 1e9
    cost = [[far] * (columns + 1) for _ in range(rows + 1)]
    step = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        centre = i * columns // max(1, rows)
        for j in range(max(0, centre - band), min(columns, centre + band) + 1):
            if i == j == 0:
                cost[0][0] = 0.0
                continue
            best, way = far, 0
            if i and j:
                best = cost[i - 1][j - 1] + _difference(phonemes[i - 1], wanted[j - 1])
            if j and cost[i][j - 1] + 0.8 < best:
                best, way = cost[i][j - 1] + (0.5 if wanted[j - 1] == " " else 0.8), 1
            if i and cost[i - 1][j] + 0.8 < best:
                best, way = cost[i - 1][j] + (0.5 if phonemes[i - 1] in PAUSES else 0.8), 2
            cost[i][j], step[i][j] = best, way
    owners, i, j = [0] * rows, rows, columns
    while i:
        way = step[i][j] if j else 2
        if way != 1:
            owners[i - 1] = owner[max(0, min(j, columns) - 1)]
        i, j = i - (way != 1), j - (way != 2)
    return owners


def _difference(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in PAUSES or b in PAUSES:
        return 0.1 if a in PAUSES and b in PAUSES else 2.0
    marks = "ˈˌːʲ"
    if a in marks or b in marks:
        return 0.3 if a in marks and b in marks else 1.6
    return 0.4 if (a in VOWELS) == (b in VOWELS) else 1.5
