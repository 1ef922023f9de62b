"""The lexicon: how words are said that spelling alone does not tell, nearest file first.

    [words]
    Cholmondeley = "Chumley"            # a spelling as spoken, of one word or more
    Siobhan = "/ʃɪˈvɔːn/"               # or IPA between slashes
    [voice.elder.words]
    either = "eyether"                  # for one voice

A key without capitals holds for the word in any case, one with capitals as it is written. An entry whose value has an entry follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from audiodream.errors import Fault, PresetError
from audiodream.toml_lines import Value, leaves

FILE = "lexicon.toml"
_VOICELESS = tuple("ptkfθ")
_HISSING = tuple("szʃʒ")
_NO_IPA = re.compile("[^a-zæçðøħŋœǀ-ǃɐ-ʯʰʲʷʼˈˌːˑˠˤ˞̀-ͯβθχᵊᵻⱱ .|-]")


@dataclass(frozen=True, slots=True)
class Said:
    """How an entry is said. ipa is "" for a spelling; with IPA the words are the written ones, for engines that cannot read IPA."""

    words: tuple[str, ...]
    ipa: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries of all files, resolved. longest: the most tokens that a key has."""

    words: Mapping[str, Said] = field(default_factory=dict)
    voices: Mapping[str, Mapping[str, Said]] = field(default_factory=dict)
    longest: int = 1
    heads: frozenset[str] = frozenset()
    """The first words of all keys, in small letters: what decides fast that a word is not here."""

    def for_voice(self, name: str) -> Lexicon:
        """The same lexicon with one voice's own words in front."""
        own = self.voices.get(name)
        return _lexicon({**self.words, **own}, {}) if own else self

    def head_of(self, word: str) -> str | None:
        """The word in small letters, without 's, if a key begins with it."""
        low = word.lower().replace("’", "'")
        return low if low in self.heads else low.removesuffix("'s") if low.removesuffix("'s") in self.heads else None

    def find(self, word: str) -> Said | None:
        """How the word is said, its possessive too; None where the lexicon has nothing to say."""
        word = word.replace("’", "'")
        said = self.words.get(word) or self.words.get(word.lower())
        if said is None and word[-2:].lower() == "'s":
            base = self.words.get(word[:-2]) or self.words.get(word[:-2].lower())
            said = _possessive(base, word) if base else None
        return said


def _possessive(base: Said, written: str) -> Said:
    if not base.ipa:
        return Said((*base.words[:-1], base.words[-1] + "'s"))
    last = base.ipa.rstrip("ːˑ")[-1:]
    return Said((written,), base.ipa + ("ɪz" if last in _HISSING else "s" if last in _VOICELESS else "z"))


@lru_cache(maxsize=1)
def built_in_words() -> Lexicon:
    """The lexicon that ships."""
    return read_lexicon(())


def read_lexicon(paths: Iterable[Path]) -> Lexicon:
    """The lexicon of files (nearest first; those that do not exist are passed over) with the one that ships behind them.

    PresetError with every fault of every file: unknown keys, values that are no text, a circle of entries.
    """
    faults: list[Fault] = []
    general: dict[str, Value] = {}
    voices: dict[str, dict[str, Value]] = {}
    for path in (*paths, Path(__file__).resolve().parent / "words" / FILE):
        if not path.exists():
            continue
        found, bad = leaves(path)
        faults += bad
        for keys, value in found.items():
            table = _table_of(keys, general, voices)
            if table is None:
                faults.append(Fault(value.path, value.line, f"unknown key {'.'.join(keys)!r}; write [words] or [voice.NAME.words]"))
            elif fault := _fault(keys[-1], value):
                faults.append(fault)
            else:
                table.setdefault(_key(keys[-1]), value)
    words = _resolved(general, faults)
    spoken = {name: _resolved({**general, **own}, faults, own) for name, own in sorted(voices.items())}
    if faults:
        raise PresetError(list(dict.fromkeys(faults)))
    return _lexicon(words, spoken)


def _lexicon(words: Mapping[str, Said], voices: Mapping[str, Mapping[str, Said]]) -> Lexicon:
    keys = [key for table in (words, *voices.values()) for key in table]
    return Lexicon(
        words, voices, max((len(key.split()) for key in keys), default=1), frozenset(key.split()[0].rstrip(".").lower() for key in keys)
    )


def _table_of(keys: tuple[str, ...], general: dict[str, Value], voices: dict[str, dict[str, Value]]) -> dict[str, Value] | None:
    if len(keys) == 2 and keys[0] == "words":
        return general
    if len(keys) == 4 and keys[0] == "voice" and keys[2] == "words":
        return voices.setdefault(keys[1], {})
    return None


def _key(written: str) -> str:
    return " ".join(written.replace("’", "'").split())


def _fault(key: str, value: Value) -> Fault | None:
    what = ""
    if not isinstance(value.raw, str):
        what = f"{key!r} must be text: a spelling, or IPA between slashes"
    elif not _key(key):
        what = "an entry without a word"
    elif not any(c.isalpha() for c in value.raw):
        what = f"{key!r} has nothing that can be said: {value.raw!r}"
    elif value.raw.strip().startswith("/") and not re.fullmatch(r"/[^/]+/", value.raw.strip()):
        what = f"{key!r}: IPA stands between two slashes, not {value.raw!r}"
    elif value.raw.strip().startswith("/") and (strange := _NO_IPA.search(value.raw.strip("/ "))):
        what = f"{key!r}: {strange[0]!r} is no sign of IPA"
    return Fault(value.path, value.line, what) if what else None


def _resolved(table: dict[str, Value], faults: list[Fault], only: Mapping[str, Value] | None = None) -> dict[str, Said]:
    """Every entry with the entries it refers to followed; `only` these keys are needed, and entries that are reached from them."""
    done: dict[str, Said] = {}
    for start in sorted(table if only is None else only):
        trail = [start]
        while trail[-1] not in done:
            key = trail[-1]
            text = str(table[key].raw).strip()
            parts = _key(text).split()
            following = (
                [] if text.startswith("/") else [k for k in (_entry(table, part) for part in parts) if k and k.lower() != key.lower()]
            )
            whole = _entry(table, _key(text)) if len(parts) > 1 else None
            if whole and whole != key:
                following = [whole]
            waiting = next((k for k in following if k not in done), None)
            if waiting in trail:
                circle = " -> ".join((*trail[trail.index(str(waiting)) :], str(waiting)))
                faults.append(Fault(table[start].path, table[start].line, f"entries refer to each other in a circle: {circle}"))
                return done
            if waiting is not None:
                trail.append(waiting)
                continue
            done[key] = _said(
                key, text, [done[whole]] if whole and whole != key else [_part_said(table, done, key, part) for part in parts]
            )
            if len(trail) > 1:
                trail.pop()
    return done


def _entry(table: Mapping[str, Value], word: str) -> str | None:
    return word if word in table else word.lower() if word.lower() in table else None


def _part_said(table: Mapping[str, Value], done: Mapping[str, Said], key: str, part: str) -> Said:
    other = _entry(table, part)
    return done[other] if other and other.lower() != key.lower() else Said((part,))


def _said(key: str, text: str, parts: list[Said]) -> Said:
    if text.startswith("/"):
        return Said(tuple(key.split()), text.strip("/").strip())
    if len(parts) == 1:
        return Said(tuple(key.split()), parts[0].ipa) if parts[0].ipa else parts[0]
    return Said(tuple(word for part in parts for word in part.words))
