"""Things by which a place is known again, and scenes that begin elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.cue_tokens import Token
from audiodream.words import listed, words

_ARTICLES = listed("the a an his her my our their")
_LATER = listed(
    "year years month months century centuries meanwhile elsewhere week weeks decade decades winter spring summer autumn miles continent"
)


def things_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The words within three behind an article, as far as its phrase may go; what is said does not count."""
    found: set[str] = set()
    for n, token in enumerate(tokens):
        if token.quote or token.low not in _ARTICLES:
            continue
        for behind in tokens[n + 1 : n + 4]:
            if not behind.is_word or behind.low in _ARTICLES or behind.low in words("phrase_ends"):
                break
            found.add(behind.low)
    return frozenset(low for low in found if len(low) > 2)


def elsewhere_then(tokens: Sequence[Token]) -> bool:
    """ "Three years later", "Meanwhile, in another town": it need not be where the last scene was."""
    return any(t.low in _LATER for t in tokens[:8] if not t.quote)
