"""A person of a story, as far as it has told of them."""

from __future__ import annotations

from dataclasses import dataclass, field

_BY_PRONOUN = {"he": "male", "him": "male", "she": "female", "they": "they"}


@dataclass(slots=True, eq=False)
class Person:
    """Somebody, as far as the story has told by now."""

    id: str
    kind: str
    names: list[str] = field(default_factory=list)
    gender: str = "unknown"
    age: str = ""
    heads: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    tokens: tuple[str, ...] = ()
    title: str = ""
    first: int = -1
    last: int = -1
    count: int = 0
    tagged: dict[str, int] = field(default_factory=dict)
    """How often which pronoun of a tag meant this person: "he said"."""
    acts: bool = False
    """Whether it was ever the subject of a sentence."""
    owner: str = ""
    place: bool = False
    lead: str = ""
    manners: tuple[str, ...] = ()

    def fits(self, pronoun: str) -> bool:
        """Whether a pronoun can stand for this person."""
        if self.id == "I":
            return pronoun in ("I", "we")
        if self.place:
            return False
        if pronoun in ("he", "him"):
            return self.heard_gender in ("male", "unknown")
        if pronoun == "she":
            return self.heard_gender in ("female", "unknown")
        if pronoun in ("they", "them"):
            return self.gender in ("group", "they") or (self.gender == "unknown" and self.kind == "role")
        return pronoun == "it" and self.gender == "unknown" and self.kind == "role"

    def learn(self, pronoun: str) -> None:
        """Takes a pronoun that can mean nobody else as evidence of the gender."""
        if self.gender == "unknown":
            self.gender = _BY_PRONOUN.get(pronoun, "unknown")

    @property
    def heard_gender(self) -> str:
        """The gender as a listener must hear it: where the story tells none, that of the pronoun with which the lines are tagged."""
        if self.gender != "unknown" or not self.tagged:
            return self.gender
        often = max(self.tagged.values())
        heard = {_BY_PRONOUN.get(pronoun, "unknown") for pronoun, count in self.tagged.items() if count == often}
        return heard.pop() if len(heard) == 1 else "unknown"
