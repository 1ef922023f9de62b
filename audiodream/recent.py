"""Who was met lately, and so whom a pronoun means."""

from __future__ import annotations

from math import log1p

from audiodream.descriptions import ANIMALS
from audiodream.mentions import Mention
from audiodream.person import Person

_KEPT = 60
"""So many of those met last are thought of."""
_REACH = 3000
"""A pronoun looks this many characters back."""
_HALF = 350.0
"""After so many characters a mention is half as present."""
_VOICE = {"voice"}
"""Of whom nothing is known but a voice: hardly anybody who sits up or turns round."""
_CALLED = 3.0
"""How much more present is whoever was just called by name, for a pronoun that says who answers."""
_IN_SENTENCE = 1.5
"""How much more present the subject of the same sentence is."""
_NEW = 1.8
"""How much more present somebody is who came in right before."""
_SURER = 4.0
"""How much more present somebody must be than one whose gender is told, for a pronoun to tell this one's."""


class Recent:
    """The persons met so far, in order. met: the offset, the person, and whether as a subject."""

    def __init__(self) -> None:
        self.met: list[tuple[int, Person, bool]] = []

    def note(self, at: int, person: Person, subject: bool) -> None:
        """Remembers that somebody stood at an offset."""
        self.met.append((at, person, subject))

    def merge(self, person: Person, known: Person) -> None:
        """Two who turn out to be one."""
        for n in range(max(0, len(self.met) - _KEPT), len(self.met)):
            at, who, subject = self.met[n]
            self.met[n] = (at, known if who is person else who, subject)

    def near(self, at: int) -> list[Person]:
        """Those who did something lately, the last first; no groups."""
        return [p for where, p, subject in reversed(self.met[-12:]) if subject and at - where < 700 and p.gender != "group"]

    def whom(
        self, mention: Mention, *, learn: bool, not_these: frozenset[str], last: Person | None, tagged: bool, talking: set[str],
        hardly: frozenset[str] = frozenset(), called: frozenset[str] = frozenset(), sentence: int = -1, paragraph: int = -1,
        paragraph_before: int = -1, rested: bool = False,
    ) -> Person | None:
        """Whom a pronoun means: whoever fits it and is the most present. "It" is an animal rather than anybody else.

        learn: what it tells of the gender is kept. not_these: ids that it cannot mean. last: who spoke before, where the pronoun is that of
        a tag (tagged). talking: ids of those who talk. hardly: ids of those who are less likely than others. called: ids of
        those whom the turn before called by name. sentence, paragraph, paragraph_before: where those of the
        pronoun, and the one before, begin; -1 unknown. rested: something is told between what was said last and this.
        """
        head = mention.head
        scores: dict[str, float] = {}
        people: dict[str, Person] = {}
        here = any(paragraph <= at <= mention.start and person.fits(head) for at, person, _ in self.met[-6:])
        for at, person, subject in reversed(self.met[-_KEPT:]):
            if mention.start - at > _REACH:
                break
            if at > mention.start or not person.fits(head) or person.id in not_these:
                continue
            weight = (1.0 if subject else 0.5) * 0.5 ** (max(0, mention.start - at) / _HALF)
            close = subject and 0 <= sentence < at and not mention.object
            weight *= _IN_SENTENCE if close else 0.6 if person.gender == "unknown" and head not in ("they", "it") else 1.0
            weight *= (0.2 if head != "it" and not rested else 0.6) if last is person else 1.0  # two things seldom talk with each other
            weight *= _CALLED if tagged and called == {person.id} and last is not person else 1.0
            weight *= (0.5 if person.id in hardly else 1.0) * (1.0 + 0.1 * log1p(person.count))
            came_in = 0 <= paragraph_before <= person.first < paragraph and person.lead in ("a", "an")
            weight *= _NEW if tagged and came_in and not here else 1.0
            beast = bool(person.heads & ANIMALS) and not (tagged and subject and 0 <= paragraph < at)
            weight *= 2.5 if beast and head == "it" else 0.3 if beast else 1.5 if tagged and person.id in talking else 1.0
            unseen = person.heads == _VOICE and not person.tokens and head in ("he", "she") and person.gender == "unknown"
            weight *= 0.3 if unseen and not tagged else 1.0
            scores[person.id] = max(scores.get(person.id, 0.0), weight)
            people[person.id] = person
        if not scores:
            return None
        ranked = sorted(scores, key=lambda p: -scores[p])
        best = people[ranked[0]]
        # somebody whose gender the story has told may be meant from further off than one of whom it is only possible
        told = best.gender == "unknown" and any(people[p].gender != "unknown" for p in ranked[1:])
        learn = learn and (tagged or head != "they" or best.heads != _VOICE)  # a voice is not several
        if learn and not mention.object and self._alone(best, mention, sentence):
            best.learn(head)
        if learn and (len(ranked) == 1 or scores[ranked[0]] > (_SURER if told else 2.0) * scores[ranked[1]]):
            best.learn(head)
        return best

    def _alone(self, person: Person, mention: Mention, sentence: int) -> bool:
        """ "Davy was fourteen, and he knew ...": the subject of the sentence, and nobody else is in it."""
        inside = [(p, subject) for at, p, subject in self.met[-_KEPT:] if 0 <= sentence < at <= mention.start]
        return bool(inside) and all(p is person for p, _ in inside) and inside[0][1]
