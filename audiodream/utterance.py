"""How a quotation is spoken, from its tag: the verb, the adverbs, and what is said about the voice."""

from __future__ import annotations

import re

_BY_VERB = {
    "whisper": "whisper breathe hiss",
    "soft": "murmur mutter mumble croon coo purr soothe",
    "shout": "shout yell bellow holler scream shriek roar bawl howl screech yowl whoop",
    "booming": "boom thunder",
    "emphatic": "cry exclaim ejaculate insist demand command order declare proclaim urge snap bark explode",
    "crying": "sob weep wail whimper snivel sniffle blubber moan lament",
    "laughing": "laugh chuckle giggle chortle cackle guffaw titter snicker",
    "echo": "echo",
    "slow": "drawl intone",
    "singing": "sing chant warble trill hum croon",
    "trembling": "stammer stutter quaver falter gasp pant shiver",
    "harsh": "growl snarl rasp croak grunt grumble",
    "chimes": "chime",
    "inner": "think muse wonder reflect ponder",
}
_BY_WORD = (
    (
        "whisper",
        r"\b(?:in a (?:\w+ )?whisper|whisper(?:ing|ed)?|under (?:his|her|their|my|its) breath|barely audibl[ey]"
        r"|breathless(?:ly)?)\b",
    ),
    (
        "soft",
        r"\b(?:soft(?:ly)?|gent(?:le|ly)|quiet(?:ly)?|(?:in a )?low (?:voice|tone)|in an undertone|hushed|tender(?:ly)?"
        r"|mild(?:ly)?|sooth\w+|faint(?:ly)?|feebl[ey]|weakly)\b",
    ),
    ("shout", r"\b(?:loud(?:ly)?|at the top of|shouting|yelling|screaming|shrilly|deafening)\b"),
    ("booming", r"\b(?:boom(?:s|ed|ing)?|thunder(?:s|ed|ous|ing)?|deep,? (?:\w+ )?voice|resonant|stentorian|sonorous)\b"),
    (
        "depth",
        r"\b(?:bottomless|unfathom\w+|abyss\w*|from (?:the |an? |deep |far |somewhere )?(?:\w+ )?(?:depths?|pit|well|grave|tomb|chasm"
        r"|below|beneath|underground))\b",
    ),
    ("echo", r"\b(?:echo(?:es|ed|ing)?|reverberat\w+|resound\w*|cavernous|hollow(?:ly)? voice|sepulchral)\b"),
    (
        "off",
        r"(?:['’]s? (?:own )?(?:\w+ )?voice (?:booms?|boomed|thunders?|thundered)|\bfrom (?:somewhere )?off|\boff-?stage"
        r"|\bfrom the wings|\bover the (?:loudspeaker|speaker|tannoy|public address)s?)\b",
    ),
    (
        "distant",
        r"(?<!\blike )(?<!\blike a )(?<!\blike the )\b(?:distant(?:ly)?|far[- ](?:off|away)|from afar|from (?:the )?(?:next|other|another)"
        r" room|muffled|from (?:down|up)stairs|through the (?:door|wall|curtain)|over the (?:radio|phone|telephone|intercom|line))\b",
    ),
    (
        "chimes",
        r"\b(?:chimes?|bell-like|like (?:a )?(?:silver |small |tiny |little |distant )?bells?|crystalline|tinkling"
        r"|musical(?:ly)?)\b",
    ),
    ("slow", r"\b(?:slow(?:ly)?|deliberate(?:ly)?|drawl\w*|languid(?:ly)?|haltingly|gravely|solemn(?:ly)?)\b"),
    ("fast", r"\b(?:quickly|hurried(?:ly)?|rapid(?:ly)?|hast(?:y|ily)|breathlessly)\b"),
    ("laughing", r"\b(?:laugh(?:ing|ed)?|with a (?:\w+ )?laugh|chuckl\w+|giggl\w+|merrily)\b"),
    ("crying", r"\b(?:sobb?ing|weeping|tearful(?:ly)?|in tears|through (?:his|her|their|my) tears|crying|choked|plaintive(?:ly)?)\b"),
    ("trembling", r"\b(?:trembl\w+|quaver\w*|shak(?:y|ily|ing)|quiver\w*|unsteady|nervous(?:ly)?|shudder\w*)\b"),
    ("harsh", r"\b(?:hoarse(?:ly)?|harsh(?:ly)?|gruff(?:ly)?|rough(?:ly)?|rasp\w*|growl\w*|savage(?:ly)?|fierce(?:ly)?)\b"),
    ("cold", r"\b(?:cold(?:ly)?|icy|icily|dryly|drily|stern(?:ly)?|flat(?:ly)?)\b"),
    ("angry", r"\b(?:angr(?:y|ily)|furious(?:ly)?|in a rage|indignant(?:ly)?|wrathful(?:ly)?)\b"),
    ("warm", r"\b(?:warm(?:ly)?|kind(?:ly)?|cheer(?:y|ful|fully|ily)|lovingly|lullaby|fond(?:ly)?|cordial(?:ly)?)\b"),
    ("sad", r"\b(?:sad(?:ly)?|mournful(?:ly)?|gloom(?:y|ily)|sorrowful(?:ly)?|melanchol\w+|wearily|despair\w*)\b"),
)
_WORDS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _BY_WORD)
MANNERS = frozenset((*_BY_VERB, *(name for name, _ in _BY_WORD)))
"""Every manner that a text can ask for."""
_LASTING = frozenset({"chimes", "depth", "echo"})
_LIKENED = re.compile(r"\bvoices?,? (?:\w+ )?(?:like|as|that|which|was|is|had|an?|of|full of)\b", re.IGNORECASE)

_VOICED = re.compile(r"\b(?:voices?|tones?|accents?|whisper|words|said|says|speaks?|spoke)\b", re.IGNORECASE)
_SOUNDING = re.compile(r"\b(?:voices?|tones?|whisper|echo|sound)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no|without|n['’]t)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _stems() -> dict[str, str]:
    return {verb: manner for manner, verbs in _BY_VERB.items() for verb in verbs.split()}


def manners_of(base: str, tag: str) -> tuple[str, ...]:
    """The manners that a tag asks for. base: its verb's base form; tag: the whole tag."""
    found = [_stems()[base]] if base in _stems() else []
    for name, pattern in _WORDS:
        m = pattern.search(tag)
        # "softly" shapes the voice anywhere in the tag; an adjective only near a word for the voice
        if m is None or name in found or _NOT.search(tag[: m.start()]):
            continue
        if name == "depth":
            # "he said, and looked into the abyss" is no voice from there; "from the depths of his chair" is no depth
            shapes = bool(_SOUNDING.search(tag)) or (m.group().startswith("from") and not tag[m.end() :].startswith(" of "))
        else:
            shapes = m.group().endswith("ly") or bool(base) or bool(_VOICED.search(tag))
        if shapes:
            found.append(name)
    return tuple(found)


def lasting(manners: tuple[str, ...], tag: str) -> tuple[str, ...]:
    """Those of a tag's manners that are what the speaker's voice is like ("her voice like wind chimes"), not how this one line is said."""
    return tuple(m for m in manners if m in _LASTING) if _LIKENED.search(tag) else ()
