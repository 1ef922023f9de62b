"""Vocatives: whom somebody calls by name while speaking, and so is not; and whom somebody speaks of."""

from __future__ import annotations

import re

from audiodream.mentions import Mention, Names
from audiodream.roster import Roster

_CALLED = re.compile(
    r"(?:^[\"“'‘]?|(?<!Mr)(?<!Mrs)(?<!Dr)(?<!St)[,!?.;—–-]\s*|\b(?:my dear|dear|oh|ah|well|yes|no"
    r"|come|now|and|you)[, ]+)([A-Z][\w.’']*(?:\s[A-Z][\w’']*){0,2})(?=[,.!?;—–\"”-]|[’'](?!\w))"
)
_CALLING = re.compile(
    r"[,!]\s(doctor|captain|professor|mother|father|uncle|aunt|colonel|parson|inspector|nurse"
    r"|sergeant|papa|mamma|mama)(?=[,.!?;])"
)


_SAYS_IS = re.compile(r"(?:It|That|There|Here|He|She|What|Who|Where|You|We|They|I)['’]")
""" "It's Dad": he is spoken of."""
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w-]+")


def spoken_of(text: str, roster: Roster) -> frozenset[str]:
    """The ids of those whom a quotation names: hardly anybody speaks of himself by name."""
    words = {m.group().lower() for m in _CAPITAL.finditer(text)}
    return frozenset(person.id for word in words for person in roster.by_token.get(word, []))


def called(text: str, roster: Roster, names: Names) -> frozenset[str]:
    """The ids of those whom a quotation addresses."""
    found = set()
    for m in _CALLED.finditer(text):
        if _SAYS_IS.match(m.group(1)):
            continue
        key = m.group(1).rstrip(".").lower().replace(".", "")
        person = roster.cache.get(key) or next(iter(roster.by_token.get(key.split()[-1], [])), None)
        if person is None:
            name = m.group(1).rstrip(".") if m.end() == len(text) - 1 else m.group(1)
            a, b = names.trimmed(name)
            named = Mention(-1, -1, "name", name[a:b], "") if b > a else None
            person = roster.name(named) if named and b == len(name) else None
        if person is not None and not re.search(rf"\b(?:I am|I'm|I’m|my name is)\s+{re.escape(m.group(1))}", text):
            found.add(person.id)
    for m in _CALLING.finditer(text):
        found.update(p.id for p in roster.by_head.get(m.group(1), [])[-1:])
    return frozenset(found)
