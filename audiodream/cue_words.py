"""Which words tell of which sound. `cues` reads this table; a new sound is a new entry in one of its five
parts and an effect of the same name.

A rule is a line: a sign, the words, and what must stand near them.

    V  verbs, in all their forms           E  nouns that are happenings ("applause"): they sound wherever they stand
    N  things ("bell"): they sound where they are heard ("the sound of a bell", "a bell rings" is a V)
    S  nouns that sound where they are all that a clause says ("Then, silence.")
    <  words of the subject, one of which must stand before      >  words that must follow soon
    ~  words of which one must stand on either side              -  words that forbid it, on either side

`@name` means a list of `cue_lists`. A line that begins with no sign goes on with the one above; after a comma without a blank.
Where two rules fit one word, the one that asks for more goes first, then the one written first.
"""

from __future__ import annotations

from audiodream.cue_elements import ELEMENTS
from audiodream.cue_happenings import HAPPENINGS
from audiodream.cue_house import HOUSE
from audiodream.cue_music import MUSIC
from audiodream.cue_people import PEOPLE

KINDS: dict[str, str] = PEOPLE | HOUSE | ELEMENTS | MUSIC | HAPPENINGS


def table_lines(table: str) -> list[str]:
    """The rules of a kind's table, each on one line."""
    made: list[str] = []
    for line in table.strip().splitlines():
        row = line.strip()
        if row[:2] in {"V ", "E ", "N ", "S "}:
            made.append(row)
        else:
            made[-1] += ("" if made[-1].endswith(",") else " ") + row
    return made
