"""Cues: which sounds happen in a sentence, on which word, and why a word that names a sound is not sounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from audiodream.cue_clauses import Realis
from audiodream.cue_matching import Misfit, matches
from audiodream.cue_misfits import nearest_misfit, sound_words, why_not
from audiodream.cue_realis import judge
from audiodream.cue_rules import Form, rules
from audiodream.cue_tokens import tokens_of

_APART, _CLOSE = 20, 7
"""So many words later a sound is cued again, and so many after one of its neighbours."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that names a sound: its span in the sentence, the words that asked for it, and whether it sounds.

    realis: "actual", or why not: "negated", "figurative", "hypothetical", "voice", "speech", "recalled", "habitual", "idle", "ending",
    "barred" (by the user), "unfit" (no rule found what it wants; only where it was asked for).
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


def find_cues(sentence: str, quotes: Sequence[tuple[int, int]] = (), *, never: Iterable[str] = (), unfit: bool = False
              ) -> list[Candidate]:
    """Every word of the sentence that names a sound, in order, those that do not sound too.

    quotes: spans of the sentence that are said by somebody. never: words that the user wants no cue on. unfit: words of sound that set
    off no rule are given too.
    """
    tokens = tokens_of(sentence, quotes)
    barred, known = frozenset(word.lower() for word in never), rules()
    quoted, asks = any(token.quote for token in tokens), any(token.text == "?" for token in tokens[-3:])
    found: list[_Match] = []
    for index, token in enumerate(tokens):
        misfits: list[tuple[Form, Misfit]] = []
        for form in known.get(token.low, ()):
            near = matches(tokens, index, form)
            if isinstance(near, Misfit):
                misfits.append((form, near))
                continue
            verdict = judge(tokens, index, form, near, quoted=quoted, asks=asks)
            if token.low in barred:
                verdict = Realis("barred", "a word that the user wants no cue on")
            phrase = sentence[min(tokens[n].start for n in near) : max(tokens[n].end for n in near)]
            one = Candidate(form.rule.kind, token.start, token.end, phrase, verdict.name, verdict.why)
            found.append(_Match(one, index, near, form.rule.sign))
            break
        else:
            if unfit and misfits and token.low in sound_words():
                form, misfit = nearest_misfit(misfits)
                one = Candidate(form.rule.kind, token.start, token.end, token.text, "unfit", why_not(tokens, form, misfit))
                found.append(_Match(one, index, (index,), ""))
    return _thinned(found)


@dataclass(frozen=True, slots=True)
class _Match:
    """A candidate with the indexes of its word and of the words that its rule asked for."""

    one: Candidate
    index: int
    near: tuple[int, ...]
    sign: str


def _thinned(found: Sequence[_Match]) -> list[Candidate]:
    """One sounding cue of a kind for a sentence: the first stays, but a verb takes the place of its own noun ("the bells rang")."""
    kept: list[Candidate] = []
    first: dict[str, tuple[int, _Match]] = {}
    for match in found:
        one = match.one
        if not one.sounds:
            kept.append(one)
            continue
        kinds = (one.kind, *_SAME.get(one.kind, ()))
        near = [
            first[kind]
            for kind in kinds
            if kind in first and match.index - first[kind][1].index <= (_APART if kind == one.kind else _CLOSE)
        ]
        twin = near[0] if near else None
        if twin is None:
            first[one.kind] = (len(kept), match)
            kept.append(one)
        elif one.kind == twin[1].one.kind and match.sign == "V" and twin[1].sign != "V" and twin[1].index in match.near:
            kept[twin[0]] = replace(twin[1].one, realis="idle", why=f"told by {one.phrase!r}")
            first[one.kind] = (len(kept), match)
            kept.append(one)
        else:
            kept.append(replace(one, realis="idle", why=f"told already by {twin[1].one.phrase!r}"))
    return kept


def _neighbours(pairs: str) -> dict[str, tuple[str, ...]]:
    """Kinds that tell of the same happening."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs.split():
        a, b = pair.split("=")
        found[a], found[b] = (*found.get(a, ()), b), (*found.get(b, ()), a)
    return found


_SAME = _neighbours(
    "crowd-hum=murmur hush=silence footsteps=running door-open=creak thunder=rumble drip=rain cheer=shout wind=cloth fire=ignite "
    "impact=bodyfall shout=scream falling=bodyfall fire=crackle bell=chimes murmur=whispers"
)
