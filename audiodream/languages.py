"""Which language a text is in, by its commonest words: enough to know whether the English reading may be trusted."""

from __future__ import annotations

import re

_STOPS = {
    "en": (
        "the and of to a in that is was he she it for with as his her on at by had not but be you i they this have from or were my "
        "your an we are me no so when into there then their him what all one if who which them out up do would could been said"
    ),
    "de": (
        "der die das und ist nicht ich sie er es ein eine mit auf zu den dem des von wie war aber sich auch noch an im als hat so wir "
        "ihr was nur wenn aus dass bei nach über um sein seine einen einem"
    ),
    "fr": (
        "le la les et de des un une est que qui dans il elle je ne pas pour sur au aux ce se sa son ses avec plus mais nous vous "
        "était comme tout par du en lui leur sans à où cette ces"
    ),
    "es": (
        "el la los las y de que en un una es no se lo con por su sus para como pero más yo me le al del era muy sin sobre cuando todo "
        "esta este ya había ella él nos qué"
    ),
    "it": (
        "il lo la i gli le e di che è un una non per con su si mi ma come più sono era del della nel nella alla al dei delle anche "
        "lui lei suo sua questo quando tutto ci ho ha"
    ),
    "pt": (
        "o a os as e de que um uma não se em no na por para com como mas mais eu ele ela seu sua dos das do da era foi ao quando "
        "muito sem já me lhe isso está"
    ),
    "nl": (
        "de het een en van ik je dat die in is niet op te zijn met voor er maar hij ze was aan om ook als dan nog naar bij uit heeft "
        "had door over zo mijn haar wat"
    ),
    "sv": (
        "och att det som en ett på är av för med den inte han hon jag till var om men sig från så när vi de hade kan ut ska min nu "
        "efter"
    ),
    "pl": (
        "i w nie na się z do to że jest jak o po co ale tak za od go jego był była dla czy ja już przez gdy tym ona on"
    ),
    "la": (
        "et in est non ad cum ut sed qui quae quod ex per si esse sunt atque enim hoc ab eius nec aut"
    ),
}
_SETS = {code: frozenset(words.split()) for code, words in _STOPS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE_CHARS = 60_000
_FEW_WORDS = 12


def language_of(text: str) -> str:
    """The language's code; "en" for what is too short to tell, "und" for one that is none of those known here."""
    words = [w.lower() for w in _WORD.findall(text[:_SAMPLE_CHARS])]
    letters = [c for c in text[:_SAMPLE_CHARS] if c.isalpha()]
    if letters and sum(c < "\u0250" for c in letters) < 0.5 * len(letters):
        return "und"
    if len(words) < _FEW_WORDS:
        return "en"
    shares = {code: sum(w in known for w in words) / len(words) for code, known in _SETS.items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if shares[best] < 0.08:
        return "en" if len(words) < 60 else "und"
    return best
