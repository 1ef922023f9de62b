"""Descriptions: whether a noun phrase can mean somebody who is known."""

from __future__ import annotations

from audiodream.mentions import Mention
from audiodream.person import Person
from audiodream.person_words import person_nouns
from audiodream.words import rows, words

_OLD = words("old")
_SMALL = frozenset({"small"})
GENERIC = words("generic")
"""Nouns that can stand for anybody of their gender and age."""
CALLINGS = tuple(frozenset(row) for row in rows("callings"))
"""Nouns for one and the same: mother, mum."""
ANIMALS = words("animals")
_ANY_CREATURE = frozenset(("creature", "beast", "speaker", "visitor", "stranger", "guest", "friend", "companion", "other", "thing"))
_UNSEEN = frozenset(("voice", "figure", "shape", "shadow", "silhouette", "face", "presence", "form"))
OWNED = frozenset(("his", "her", "my", "their", "our", "your", "its"))
"""They begin a phrase for somebody of somebody's."""
NEW = frozenset(("a", "an", "another", "one", "some", "two", "three", "several"))
"""They begin a phrase for somebody who was not met before."""
_KIN = frozenset(
    ("father", "mother", "brother", "sister", "son", "daughter", "husband", "wife", "uncle", "aunt", "cousin", "grandfather", "grandmother")
)
THINGS = frozenset(
    (
        "radio", "phone", "telephone", "loudspeaker", "intercom", "machine", "computer", "ship", "clock", "mirror", "door", "television",
        "tannoy", "box", "robot", "wind", "sea", "river", "tree", "stone", "moon", "sun", "fire", "house", "mountain", "lamp",
        "candle", "doll", "puppet", "statue", "painting", "portrait", "skull", "sword", "ring", "book", "cup", "kettle", "bell", "receiver",
        "recorder", "screen", "sign", "letter", "message", "note", "answering", "recording", "darkness", "silence", "thing",
    )
) - person_nouns().keys()
"""What speaks in some stories, and is nobody of the others."""
_YOUNGER = frozenset(("daughter", "son", "girl", "boy", "child", "lad", "lass", "maiden", "princess", "prince", "baby", "student"))
"""No old man or woman."""


def age_of(mention: Mention, age: str) -> str:
    """The age that a phrase gives. age: that of its noun, or ""."""
    if set(mention.modifiers) & _OLD:
        return "old"
    return "child" if not age and set(mention.modifiers) & _SMALL else age


def describes(mention: Mention, gender: str, age: str, person: Person) -> bool:
    """Whether a definite noun phrase can describe somebody who is known under other words."""
    if person.id == "I" or person.place or person.gender == "group" or mention.head in ANIMALS or person.heads & ANIMALS:
        return False
    if gender in ("male", "female") and person.heard_gender in ("male", "female") and gender != person.heard_gender:
        return False
    if (age == "child") != (person.age == "child") and (age or person.age):
        return False
    if _is_creature(person) and mention.head in person_nouns() and mention.head not in _ANY_CREATURE:
        return False
    synonyms = set[str]().union(*(group for group in CALLINGS if mention.head in group)) | {mention.head}
    if mention.head in THINGS and mention.head not in person.heads:
        return False
    if set(mention.modifiers) & _OLD and (person.heads & _YOUNGER or "young" in person.modifiers):
        return False
    if "young" in mention.modifiers and (person.age == "old" or person.modifiers & _OLD):
        return False
    if person.kind == "role" and person.lead in OWNED and mention.lead in OWNED and not synonyms & person.heads:
        return False
    own = person.heads - GENERIC
    return mention.head in GENERIC or not own or bool(own & synonyms)


def _is_creature(person: Person) -> bool:
    """Whether somebody is only known as what no human is called: the badger is no old man."""
    return bool(person.heads) and not person.tokens and not person.heads & (person_nouns().keys() | _UNSEEN)


def unrelated(mention: Mention, owner: Person | None, person: Person) -> bool:
    """ "A man came in; her father had been dead for years": a relative is nobody who just came in, unless she was called his daughter."""
    new = person.kind == "role" and not person.tokens and person.lead in NEW
    return mention.lead in OWNED and mention.head in _KIN and new and not (owner is not None and owner.owner == person.id)


def same_role(person: Person, mention: Mention) -> bool:
    """Whether a phrase with the same noun can mean the same person: one description holds the other, or one has none."""
    theirs, mine = person.modifiers - {"same", "poor"}, set(mention.modifiers) - {"same", "poor"}
    if ("young" in mine and theirs & _OLD) or ("young" in theirs and mine & _OLD):
        return False
    if person.kind == "name":
        return mention.lead in ("the", "this", "that", "our", "my") and not set(mention.modifiers) & {"other", "another", "second"}
    if mine & {"other", "second", "third", "first", "last"} or theirs & {"other", "second", "third", "first", "last"}:
        return mine == theirs
    return not mine or not theirs or bool(mine & theirs)
