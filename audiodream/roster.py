"""The roster: who there is in a story, under which names, of which gender and age."""

from __future__ import annotations

import re

from audiodream.aliases import agree, first_name_gender, forms_of, name_parts, title_gender
from audiodream.descriptions import ANIMALS, CALLINGS, NEW, OWNED, age_of, describes, same_role, unrelated
from audiodream.mentions import Mention, kin
from audiodream.person import Person
from audiodream.person_words import person_nouns

ANAPHORS = frozenset(["other", "one", "former", "latter", "first", "second", "third"])
"""They only point to somebody who was named before."""
_RIVALS = 40
"""So many who share a part of their names are asked whether they are meant, the last met."""


class Roster:
    """The persons met so far; each mention finds one or makes one."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.by_head: dict[str, list[Person]] = {}
        self.by_token: dict[str, list[Person]] = {}
        self.cache: dict[str, Person] = {}
        self.numbers: dict[str, int] = {}
        """Where to go on counting those who would have the same id."""

    def narrator(self) -> Person:
        """The first person who tells the story."""
        return self.people.setdefault("I", Person("I", "narrator", ["I"]))

    def name(self, mention: Mention) -> Person:
        """Whom a name means: the same name, or a longer or shorter form of it without contradiction."""
        key = mention.text.lower().replace(".", "")
        known = self.cache.get(key)
        if known is None:
            known = self._alias(mention) or (self._parent(key) if "I" in self.people else None) or self._new_name(mention)
            self.cache[key] = known
            if mention.text not in known.names:
                known.names.append(mention.text)
        return known

    def _alias(self, mention: Mention) -> Person | None:
        title, tokens = name_parts(mention.text)
        gender = title_gender(title) or (first_name_gender(tokens) if len(tokens) > 1 else "")
        if not tokens:
            return None
        near = [p for t in dict.fromkeys(forms_of(tokens)) for p in self.by_token.get(t, [])[-_RIVALS:]]
        rivals = [p for p in near if agree(p, title, tokens, gender)]
        best = max(rivals, key=lambda p: (p.count, -len(p.id)), default=None)
        if best is None and title == "mrs":
            best = next(
                (
                    p
                    for head in ("wife", "lady")
                    for p in self.by_head.get(head, [])
                    if p.owner and self.people[p.owner].tokens[-1:] == tokens[-1:]
                ),
                None,
            )
        if best is None:
            best = next(
                (
                    p
                    for p in reversed(self.by_head.get(title, []))
                    if p.kind == "role" and not p.tokens and title not in ("", "mr", "mrs", "miss")
                ),
                None,
            )
        if best is not None:
            self._widen(best, title, tokens)
        return best

    def _widen(self, person: Person, title: str, tokens: tuple[str, ...]) -> None:
        if len(tokens) > len(person.tokens):
            person.tokens = tokens
        person.title = person.title or title
        if person.gender == "unknown":
            person.gender = title_gender(title) or first_name_gender(tokens) or "unknown"
        self._enter(person, title, tokens)

    def _new_name(self, mention: Mention) -> Person:
        title, tokens = name_parts(mention.text)
        related, age = kin().get(mention.text.lower(), ("", ""))
        gender = title_gender(title) or first_name_gender(tokens) or related or "unknown"
        person = Person(self._id(mention.text), "name", [], gender, tokens=tokens, title=title)
        person.age = "child" if title in ("master", "little") else "old" if title == "old" else age
        self._enter(person, title, tokens)
        self.people[person.id] = person
        return person

    def _enter(self, person: Person, title: str, tokens: tuple[str, ...]) -> None:
        for token in forms_of(tokens):
            if person not in self.by_token.setdefault(token, []):
                self.by_token[token].append(person)
        head = {"dr": "doctor", "capt": "captain", "col": "colonel", "prof": "professor", "rev": "reverend"}.get(title, title)
        if head and person not in self.by_head.setdefault(head, []):
            self.by_head[head].append(person)

    def role(self, mention: Mention, owner: Person | None = None, likely: tuple[Person, ...] = ()) -> Person:
        """Whom a noun phrase means: the last one under that noun whose description does not contradict; a relative of its owner; or, for a
        definite phrase that is new, the first of the likely ones whom it can describe."""
        if mention.head in ANAPHORS and likely:
            return likely[0]
        plural = mention.lead in ("two", "three", "several", "these", "those", "both")
        fresh = mention.lead in NEW
        for person in reversed(self.by_head.get(mention.head, [])):
            if fresh and ((mention.lead != "an" and mention.lead != "a") or person.count > 0):
                break
            if same_role(person, mention):
                person.modifiers.update(mention.modifiers)
                person.owner = person.owner or (owner.id if owner is not None else "")
                if mention.text not in person.names:
                    person.names.append(mention.text)
                return person
        gender, age = person_nouns().get(mention.head, ("unknown", ""))
        known = self._relative(mention, owner) if owner is not None else None
        if known is None and not fresh and not plural and gender != "group":
            able = (p for p in likely if p is not owner and not unrelated(mention, owner, p))
            known = next((p for p in able if describes(mention, gender, age, p)), None)
        if known is not None:
            self._call(known, mention, gender)
            return known
        person = Person(
            self._id(mention.text), "role", [mention.text], "group" if plural else gender, age_of(mention, age), {mention.head},
            set(mention.modifiers),
        )
        person.lead = mention.lead
        person.owner = owner.id if owner is not None else ""
        self.by_head.setdefault(mention.head, []).append(person)
        self.people[person.id] = person
        return person

    def adopt(self, person: Person, mention: Mention) -> None:
        """A name for somebody who had none."""
        title, tokens = name_parts(mention.text)
        person.tokens, person.title = tokens, title
        person.gender = title_gender(title) or first_name_gender(tokens) or person.gender
        if mention.text not in person.names:
            person.names.append(mention.text)
        key = mention.text.lower().replace(".", "")
        called = self.cache.get(key)
        if called is not None and called.count == 0:
            self._forget(called)
        self._enter(person, title, tokens)
        self.cache[key] = person

    def gender_of(self, mention: Mention) -> str:
        """ "female", "male", or "" where a name does not tell."""
        title, tokens = name_parts(mention.text)
        return title_gender(title) or first_name_gender(tokens)

    def merge(self, person: Person, known: Person) -> None:
        """Two who turn out to be one: from now on everything that is known of the first, who has no name, is the second's."""
        for head in sorted(person.heads):
            people = self.by_head.get(head, [])
            if person in people:
                at = people.index(person)
                people[at : at + 1] = [] if known in people else [known]
        known.heads |= person.heads
        known.modifiers |= person.modifiers
        known.names += [name for name in person.names if name not in known.names]
        known.gender = person.gender if known.gender == "unknown" else known.gender
        known.age, known.owner = known.age or person.age, known.owner or person.owner
        known.count, known.last = known.count + person.count, max(known.last, person.last)
        known.tagged = {head: person.tagged.get(head, 0) + known.tagged.get(head, 0) for head in (*known.tagged, *person.tagged)}
        known.manners = tuple(dict.fromkeys((*known.manners, *person.manners)))
        self.people.pop(person.id, None)

    def called(self, person: Person, noun: str) -> None:
        """Somebody who is the captain, or the ship."""
        person.heads.add(noun)
        if person not in self.by_head.setdefault(noun, []):
            self.by_head[noun].append(person)

    def _forget(self, called: Person) -> None:
        """Lets go of somebody who was only called by a name that turned out to be another's."""
        for held in (self.by_token, self.by_head):
            for people in held.values():
                if called in people:
                    people.remove(called)
        self.people.pop(called.id, None)
        self.cache = {k: p for k, p in self.cache.items() if p is not called}

    def is_new(self, mention: Mention) -> bool:
        """Whether a name belongs to nobody yet."""
        known = self.cache.get(mention.text.lower().replace(".", "")) or self._alias(mention)
        return known is None or known.count == 0

    def _call(self, person: Person, mention: Mention, gender: str) -> None:
        """One more noun phrase for somebody who is known."""
        if person not in self.by_head.setdefault(mention.head, []):
            self.by_head[mention.head].append(person)
        person.heads.add(mention.head)
        person.modifiers.update(mention.modifiers)
        if person.gender == "unknown" and gender in ("male", "female"):
            person.gender = gender
        if mention.text not in person.names:
            person.names.append(mention.text)

    def _relative(self, mention: Mention, owner: Person) -> Person | None:
        """ "His wife" of a Mr Bennet is Mrs Bennet, where there is one; and the other way round."""
        if owner.id == "I" and (parent := self._parent(mention.head)) is not None:
            return parent
        surname = owner.tokens[-1] if owner.tokens else ""
        if mention.head in ("wife", "lady", "husband") and surname:
            title = "mr" if mention.head == "husband" else "mrs"
            return next((p for p in self.by_token.get(surname, []) if p.title == title and p is not owner), None)
        return None

    def _parent(self, noun: str) -> Person | None:
        """The narrator's mother, whether "my mother" or "Mum"."""
        groups = [group for group in CALLINGS if noun in group] if noun in kin() else []
        for group in groups:
            for word in sorted(group):
                named = next((p for p in self.by_token.get(word, []) if p.kind == "name" and p.tokens == (word,)), None)
                mine = next((p for p in self.by_head.get(word, []) if p.owner == "I"), None)
                if named is not None or mine is not None:
                    return named or mine
        return None

    def alias(self, mention: Mention, likely: tuple[Person, ...]) -> Person | None:
        """Somebody nameless among the likely ones who can bear a name that is new; None where the name is known or nobody can."""
        if not self.is_new(mention):
            return None
        gender = self.gender_of(mention)
        for person in likely:
            bare = person.kind == "role" and not person.tokens and person.lead not in OWNED and not person.heads & ANIMALS
            if bare and (not gender or person.gender in (gender, "unknown")):
                self.adopt(person, mention)
                return person
        return None

    def _id(self, text: str) -> str:
        plain = re.sub(r"^(?:the|an?|his|her|my|their|our|your|its|this|that|another|one|some)\s+", "", text.lower())
        stem = re.sub(r"[^\w]+", "-", plain).strip("-") or "somebody"
        stem = f"{stem}-person" if stem in ("i", "narrator") else stem
        n, name = self.numbers.get(stem, 2), stem
        while name in self.people:
            name, n = f"{stem}-{n}", n + 1
        self.numbers[stem] = n - 1 if name != stem else n
        return name
