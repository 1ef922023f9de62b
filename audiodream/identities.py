"""Identities: where the text says plainly that a voice, or a stranger, is somebody by name. Unknown beats a wrong merge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audiodream.descriptions import ANIMALS
from audiodream.mentions import HIDDEN, Mention, Names, between
from audiodream.person import Person
from audiodream.recent import Recent
from audiodream.roster import Roster
from audiodream.words import listed

_NAME = r"[A-ZÀ-ÞŒ][\w’'-]*\.?(?: (?:(?:de|van|von|la|le|du|der|of) )?[A-ZÀ-ÞŒ][\w’'-]*){0,3}"
_SELF_NAMED = re.compile(
    rf"(?:^[\"“'‘]?|[.!?;,—–…] )(?:And |But |Yes, |No, |Sir, |Madam, )?"
    rf"(?:I am|I['’]m|(?:[Mm]y|[Tt]he) name(?: is|['’]s)|(?:[Tt]hey|[Pp]eople) call me|[Cc]all me|[Yy]ou (?:named|called) me|"
    rf"I was (?:named|called|christened)|[Ii]t(?: is|['’]s) (?:only )?(?:me|I),) "
    rf"(?P<name>{_NAME})(?=[,.!?;—–\"”]|['’](?!s\b)|$| of | from | and )"
)
"""What somebody says who says who he is."""
_POSSESSIVE = re.compile(r"['’]s$")
_HIS_NAME = re.compile(rf"\b(?P<who>[Hh]is|[Hh]er|[Tt]heir) name (?:was|is) (?P<name>{_NAME})")
_ITS_NAME = re.compile(rf"['’]s? name (?:was|is) (?P<name>{_NAME})")
_AS = re.compile(
    rf"\b(?:introduced (?:himself|herself|themselves) as|gave (?:his|her|their) name as|called (?:himself|herself|themselves)|"
    rf"was (?:called|named)|went by the name of|answered to the name of) (?P<name>{_NAME})"
)
_IS_THE = re.compile(rf"\b(?P<name>{_NAME}) (?:was|is) (?:the|our|their) (?P<noun>[a-z]{{3,}})(?=[.,;!—])")
_NO_CALLING = listed("first last one only same other best next oldest youngest eldest problem way end truth reason worst answer matter")
_IT_WAS = re.compile(
    r"(?:^|[.!?;:—–…] |\n|, and |, )[Ii]t (?:was|is) (?:only |just |indeed |none other than |no one but )?(?P<who>)"
)
_ENDS = re.compile(r"[.,!;:?—–…]|$| (?:at last|again|after all|himself|herself|standing|sitting|leaning|in the|at the|with|behind)\b")
_NAME_ENDS = re.compile(r"[.!;:?—–…]|$|, (?!who had\b|who was\b)")
_VOICE_OF = re.compile(
    r"\b[Tt]he (?:voice (?:belonged to|belongs to|was that of|is that of|was|is)|speaker was|speaker is|owner of the voice was) (?P<who>)"
)
_NAMELESS = listed(
    "voice stranger figure shape shadow silhouette visitor intruder newcomer caller speaker rider man woman boy girl someone somebody "
    "person"
)
"""Who may turn out to be somebody that is known."""
_NEAR = 400
"""So many characters on a text still speaks of the voice that spoke last."""


class Identities:
    """Merges persons that the text says are one."""

    def __init__(self, narration: str, mentions: Sequence[Mention], roster: Roster, recent: Recent, names: Names) -> None:
        self.narration, self.mentions = narration, list(mentions)
        self.starts = [m.start for m in mentions]
        self.roster, self.recent, self.names = roster, recent, names

    def says_name(self, quotation: str) -> Mention | None:
        """The name by which whoever says it calls himself: "I am Thomas"; None where he says none."""
        m = _SELF_NAMED.search(quotation)
        if m is None or _POSSESSIVE.search(m["name"]):
            return None
        a, b = self.names.trimmed(m["name"])
        if a or b < len(m["name"].rstrip(".")):
            return None
        text = m["name"][:b].rstrip(".")
        return Mention(-1, -1, "name", text, text.split()[-1].lower())

    def named(self, person: Person, name: Mention, talking: frozenset[str]) -> Person:
        """The person under a name that is his own; the one who has it already takes him in, unless the two talk with each other."""
        if person.tokens or person.kind != "role" or person.place or person.gender == "group" or person.heads & ANIMALS:
            return person
        if self.roster.is_new(name):
            gender = self.roster.gender_of(name)
            if gender and person.gender in ("male", "female") and gender != person.gender:
                return person
            self.roster.adopt(person, name)
            return person
        return self.merge(person, self.roster.name(name), talking)

    def merge(self, person: Person, known: Person, talking: frozenset[str]) -> Person:
        """One person of two, the known one, unless something speaks against it."""
        genders = {person.gender, known.gender} - {"unknown", "they"}
        ages = {person.age, known.age} - {""}
        if known is person or len(genders) > 1 or len(ages) > 1 or "group" in genders or known.id in talking:
            return person
        if known.place or person.kind != "role" or person.tokens or "I" in (person.id, known.id):
            return person
        self.roster.merge(person, known)
        self.recent.merge(person, known)
        return known

    def told(self, start: int, end: int, speaking: Person | None, talking: frozenset[str]) -> list[tuple[Person, Person]]:
        """The pairs (who it was thought to be, who it is) of a stretch of narration. speaking: who spoke last; talking: ids of those who
        have talked with each other lately."""
        text = self.narration[start:end]
        pairs: list[tuple[Person, Person]] = []
        for m in _HIS_NAME.finditer(text):
            head = {"his": "he", "her": "she", "their": "they"}[m["who"].lower()]
            who = self._lately(start + m.start(), head)
            pairs += self._pair(who, self._name(m["name"]), talking)
        for pattern in (_ITS_NAME, _AS):
            for m in pattern.finditer(text):
                pairs += self._pair(self._subject(start, start + m.start() + 1), self._name(m["name"]), talking)
        for m in _IS_THE.finditer(text):
            self._called(m["name"], m["noun"])
        for pattern in (_IT_WAS, _VOICE_OF):
            for m in pattern.finditer(text):
                pairs += self._revealed(start + m.start(), start + m.end(), pattern is _VOICE_OF, speaking, talking)
        return pairs

    def _called(self, text: str, noun: str) -> None:
        """ "Kite was the ship.": what the ship says Kite says."""
        name = self._name(text)
        person = self.roster.cache.get(name.text.lower().replace(".", "")) if name is not None else None
        if person is not None and person.kind == "name" and not person.place and noun not in _NO_CALLING:
            self.roster.called(person, noun)

    def _name(self, text: str) -> Mention | None:
        a, b = self.names.trimmed(text.rstrip("."))
        return Mention(-1, -1, "name", text[:b].rstrip("."), text[:b].rstrip(".").split()[-1].lower()) if b and not a else None

    def _pair(self, who: Person | None, name: Mention | None, talking: frozenset[str]) -> list[tuple[Person, Person]]:
        if who is None or name is None:
            return []
        known = self.named(who, name, talking - {who.id})
        return [(who, known)] if known is not who else []

    def _lately(self, at: int, head: str) -> Person | None:
        """Whom a pronoun means at an offset, where nobody else can be meant nearly as well."""
        pronoun = Mention(at, at, "pronoun", head, head)
        return self.recent.whom(pronoun, learn=False, not_these=frozenset(), last=None, tagged=False, talking=set())

    def _subject(self, start: int, at: int) -> Person | None:
        """Who was met last before an offset in the same sentence."""
        sentence = max((start, *(start + m.end() for m in re.finditer(r"[.!?…] ", self.narration[start:at]))))
        return next((p for where, p, _ in reversed(self.recent.met) if sentence <= where <= at), None)

    def _revealed(
        self, at: int, name_at: int, of_voice: bool, speaking: Person | None, talking: frozenset[str]
    ) -> list[tuple[Person, Person]]:
        """ "It was Mara", "the voice belonged to the old man": the one who was only a voice, or a stranger, is this one."""
        shown = next(iter(between(self.mentions, self.starts, name_at, name_at + 1)), None)
        if shown is None or shown.kind == "pronoun" or (shown.owner and not of_voice):
            return []
        behind = self.narration[shown.end : shown.end + 24]
        hidden = self._hidden(at, of_voice, speaking)
        if hidden is None:
            return []
        is_voice = "voice" in hidden.heads
        if shown.kind != "name" and not is_voice:
            return []
        ends = _ENDS if is_voice else _NAME_ENDS
        if not ends.match(behind) and not (shown.owner and re.match(r" voice\b|[.,;!]", behind)):
            return []
        known = self.roster.name(shown) if shown.kind == "name" else self._met_at(shown)
        if known is None:
            return []
        merged = self.merge(hidden, known, talking - {hidden.id})
        return [(hidden, merged)] if merged is not hidden else []

    def _hidden(self, at: int, of_voice: bool, speaking: Person | None) -> Person | None:
        """The voice that spoke last, or the nameless one whom the sentence before is about."""
        if speaking is not None and "voice" in speaking.heads and not speaking.tokens and at - speaking.last < _NEAR:
            return speaking
        before = [(where, p) for where, p, subject in self.recent.met[-8:] if where <= at and at - where < _NEAR // 2 and subject]
        if of_voice:
            return next((p for _, p in reversed(before) if "voice" in p.heads and not p.tokens), None)
        if not before or HIDDEN in self.narration[before[-1][0] : at]:
            return None
        last = before[-1][1]
        return last if last.heads & _NAMELESS and last.kind == "role" and not last.tokens else None

    def _met_at(self, mention: Mention) -> Person | None:
        return next((p for where, p, _ in reversed(self.recent.met) if where == mention.end), None)
