"""Meetings: whom each mention of a story means, as it comes along."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from audiodream.descriptions import ANIMALS, GENERIC, THINGS
from audiodream.dialogue import QuoteSpan
from audiodream.mentions import HIDDEN, Mention, Names, between, mention_at, mentions_of
from audiodream.person import Person
from audiodream.person_words import person_nouns
from audiodream.recent import Recent
from audiodream.roster import Roster
from audiodream.story import Story
from audiodream.turn_taking import Turn
from audiodream.words import listed

_BODY = (
    "(?:arms?|eyes?|eyebrows?|head|hands?|shoulders?|fingers?|fists?|brow|forehead|hair|lips|teeth|neck|chin|back|throat|face|nose|beard|hat|"
    "cap)"
)
_HANGS_ON = re.compile(
    rf"(?:(?!\b(?:his|hers?|him|she|he|they|their|them)\b)[^.!?;:{HIDDEN}]){{0,120}}?"
    r"(?:, (?P<own>his|her) (?!own\b)\w+| (?P<self>himself|herself)\b"
    r"|, (?:\w+ly )?(?:without )?"
    r"(?!(?:tak|kiss|touch|hold|grab|strok|watch|follow|seiz|clutch|catch|press|squeez|pull|meet|search|reach)\w*ing)"
    rf"\w+ing (?P<limb>his|her) (?:\w+ )?{_BODY}\b)"
)
_OF_OWN_BODY = re.compile(
    r"(?: then| had| has)?(?: \w+ly)? (?:lift|rais|shak|shook|nod|bow|turn|lower|tilt|scratch|clear|shrug|wip|fold|cross|narrow|clos|open|"
    rf"rubb|lick|clench|bar|thr(?:ew|ow))\w*(?: up| back| down)? (?P<limb>his|her) (?:\w+ )?{_BODY}\b"
)
""" "The miller lifted his head": nobody else's."""


def _without_verb(mention: Mention) -> Mention:
    """ "Her phone buzzed": the phone."""
    tokens = [(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"[\w’'-]+", mention.text)]
    verb = next((k for k in range(2, len(tokens)) if tokens[k][2].endswith("ed") or tokens[k][2] in _WENT), -1)
    if verb < 0:
        return mention
    text = mention.text[: tokens[verb - 1][1]]
    between = tuple(low for _, _, low in tokens[1 : verb - 1])
    return replace(mention, end=mention.start + len(text), text=text, head=tokens[verb - 1][2], modifiers=between)


_WENT = listed("rang lit went came spoke gave began fell woke sang shook said made let rose stood lay hung sent blew broke")


_CLAUSE_ENDS = re.compile(rf"[,.;:!?—–…{HIDDEN}]")
_AROUND = 2
"""So many paragraphs before a turn tell who is there."""
_WHO_DOES = re.compile(r", who (?:had|has|is|was|[a-z]+(?:ed|s))\b")
""" "She looked at Thomas, who had stopped": of Thomas it is told what he does."""
_SAME_ONE = ("the", "my", "our")
_APPOSED = re.compile(r"[.;]|, (?!and\b|or\b|the\b|an?\b|my\b|his\b|her\b|our\b)")
"""What ends an apposition, and no list."""
_NARRATED_WORDS = 90
"""Somebody who is in the story that he tells says "I" once in so many words."""


class Meetings:
    """The persons of a story as they are met. turns: what was said so far, which the sieve adds to; people: the persons of some ids."""

    def __init__(
        self, story: Story, narration: str, names: Names, quotes: tuple[QuoteSpan, ...], turns: list[Turn],
        people: Callable[[frozenset[str]], list[Person]],
    ) -> None:
        self.body, self.narration, self.names, self.quotes, self.turns = story.body, narration, names, quotes, turns
        self.mentions = mentions_of(narration, names)
        self.starts = [m.start for m in self.mentions]
        self.sentences = [s.start for s in story.sentences()]
        self.paragraphs = [*(p.start for p in story.paragraphs()), len(story.body) + 1]
        """Where each paragraph begins, and the end of the story."""
        self.roster, self.recent = Roster(), Recent()
        self.people = people
        self.first_person = "I" in re.findall(r"\w+", narration) and len(re.findall(r"\b(?:I|me|[Mm]y|myself)\b", narration)) >= 2
        told = len(re.findall(r"(?<![\w’'])I(?![\w’'])", narration))
        self.narrated = self.first_person and told * _NARRATED_WORDS > narration.count(" ")
        """Whether somebody tells the story who is in it, and not only says "I" at times."""

    def likely(self, before: Turn | None, at: int) -> tuple[Person, ...]:
        """Whom a new description may mean: those addressed, those who spoke, the one who spoke last, then who was just mentioned."""
        spoken: list[Person] = []
        if before is not None:
            spoken = [p for p in self.people(before.others) if p.count]
            spoken += [t.speaker for t in reversed(self.turns[-5:]) if t.speaker is not None and before.paragraph - t.paragraph < 8]
        near = self.recent.near(at)
        last = before.speaker if before is not None else None
        ranked = [p for p in spoken if p is not last] + ([last] if last else []) + near
        return tuple(dict.fromkeys(ranked))

    def around(self, turn: Turn, before: Turn | None) -> list[Person]:
        """Who but its speaker is told of since the turn before, in its paragraph or right before it; nobody where turns follow each
        other."""
        if before is None:
            return []
        last = self.turns[-2].paragraph if len(self.turns) > 1 and before is self.turns[-1] else -1
        if before.paragraph - last < 2 and turn.paragraph - before.paragraph < 2:
            return []
        for n in range(turn.paragraph - 1, max(last, before.paragraph - _AROUND - 1), -1):
            start, end = self.paragraphs[n], self.paragraphs[n + 1]
            met = dict.fromkeys(p for at, p, subject in self.recent.met[-60:] if start < at < end and (subject or p.acts))
            here = [p for p in met if p is not before.speaker and self._talks(p)]
            if here:
                return here
        return []

    def alone(self, paragraph: int) -> Person | None:
        """The only one of whom the paragraph before tells, where it holds no quotation."""
        if paragraph == 0 or any(turn.paragraph == paragraph - 1 for turn in self.turns[-1:]):
            return None
        start, end = self.paragraphs[paragraph - 1], self.paragraphs[paragraph]
        sentence = self.sentences[max(0, bisect_left(self.sentences, end) - 1)]
        told = [(at, p, subject) for at, p, subject in self.recent.met[-60:] if start < at < end]
        subjects = {p.id for at, p, subject in told if at > sentence and subject}
        # "Then the boy tugged Priya's sleeve.": of two, the one who does something
        met = dict.fromkeys(p for _, p, _ in told if len(subjects) != 1 or p.id in subjects)
        return next(iter(met)) if len(met) == 1 and all(p.id != "I" and self._talks(p) for p in met) else None

    def _talks(self, person: Person) -> bool:
        """Whether somebody can be one of two who talk."""
        if person.id == "I":
            return self.narrated
        if person.gender == "group" or person.place or person.heads & THINGS:
            return False
        spoke = any(turn.speaker is person for turn in self.turns)
        return spoke or not person.heads & ANIMALS or bool(person.heads & self.names.talkers)

    def meet(
        self,
        mention: Mention,
        last: Turn | None = None,
        tagged: bool = False,
        not_these: frozenset[str] = frozenset(),
        likely: tuple[Person, ...] = (),
        hardly: frozenset[str] = frozenset(),
    ) -> Person | None:
        """Finds or makes the person of a mention and remembers that it stood here."""
        person: Person | None
        if mention.kind == "pronoun":
            person = self._pronoun(mention, last if tagged else None, not_these, hardly)
            if person is None and tagged and mention.head == "it":
                person = self._thing(mention)
        elif mention.kind == "name":
            others = tuple(p for p in likely if (last is None or p is not last.speaker) and not self._says(p, mention)) if tagged else ()
            person = self.roster.alias(mention, others) or self.roster.name(mention)
            person.place = person.place or (
                not person.title and len(person.tokens) == 1 and mention.text in self.names.places and not tagged
            )
        elif mention.predicate:
            person = None
        else:
            owner = self._owner(mention)
            able = likely if tagged or (mention.lead in ("the", "his", "her") and not mention.object and mention.head in GENERIC) else ()
            if tagged:
                sole = len(likely) == 1 and mention.head in GENERIC - {"other"} and not self._asked(last)
                able = tuple(p for p in able if p.id not in not_these and (last is None or p is not last.speaker or sole))
            person = self.roster.role(mention, owner, able)
        if person is not None:
            person.count += 1
            person.last = mention.end
            person.first = mention.start if person.first < 0 else person.first
            self._owns(person, mention)
            subject = tagged or not (mention.object or mention.owner) or bool(_WHO_DOES.match(self.narration, mention.end))
            person.acts = person.acts or subject
            self.recent.note(mention.end, person, subject)
        return person

    def _says(self, person: Person, name: Mention) -> bool:
        """Whether somebody has lately said "I am Thomas's brother", and so is not Thomas."""
        lately = [self.quotes[i] for turn in self.turns[-6:] if turn.speaker is person for i in turn.voices]
        return any(re.search(rf"\bI(?: a|['’])m {re.escape(name.text)}['’]s\b", self.body[q.start : q.end]) for q in lately)

    def _asked(self, last: Turn | None) -> bool:
        """Whether the turn before ends with a question: whoever asked it is not the one who answers under another name."""
        return last is not None and self.body[: self.quotes[last.voices[-1]].end].rstrip("\"”’'")[-1:] == "?"

    def _thing(self, mention: Mention) -> Person | None:
        """ "The radio crackled. ... it said": the thing with which a sentence right before begins."""
        begins = bisect_left(self.sentences, mention.start) - 1
        for start in reversed(self.sentences[max(0, begins - 4) : begins + 1]):
            if re.match(r"(?:The|An?|My|His|Her) ", self.narration[start : start + 4]):
                thing = mention_at(self.narration, start, self.names)
                thing = _without_verb(thing) if thing is not None else None
                if thing is not None and thing.kind == "role" and thing.head not in person_nouns():
                    return self.roster.role(thing)
        return None

    def appose(self, mention: Mention) -> None:
        """ "The artist himself, Basil Hallward, ...", "Basil, the artist, ...": the name is the artist's."""
        if mention.kind == "role":
            self._calling(mention)
        if mention.kind != "name" or not self.recent.met or not self.roster.is_new(mention):
            return
        at, person, _ = self.recent.met[-1]
        joint = self.narration[at : mention.start]
        if (
            person.kind == "role"
            and not person.tokens
            and re.fullmatch(
                r"(?: himself| herself)?,? (?:named |called |one |known as |by the name of |whom? (?:[a-z]+ ){1,3}"
                r"(?:called |knew as |named ))?|,"
                r" (?:whose|his|her) name was ",
                joint,
            )
        ):
            if joint == ", " and not re.match(r"[,.;](?! and)", self.narration[mention.end : mention.end + 5]):
                return
            self.roster.adopt(person, mention)

    def _calling(self, mention: Mention) -> None:
        """ "There was Basil, my old master, who ...": he is the master from now on."""
        at, person, _ = self.recent.met[-1] if self.recent.met else (0, None, False)
        if person is None or not person.tokens or mention.lead not in _SAME_ONE or self.narration[at : mention.start] != ", ":
            return
        gender = person_nouns().get(mention.head, ("unknown", ""))[0]
        against = gender in ("male", "female") and person.gender in ("male", "female") and gender != person.gender
        if not against and gender != "group" and _APPOSED.match(self.narration, mention.end):
            self.roster.called(person, mention.head)

    def _owns(self, person: Person, mention: Mention) -> None:
        """ "The porter called again, his voice echoing": what hangs on behind a comma is the subject's, when nobody else stands between."""
        if person.gender != "unknown" or mention.kind == "pronoun" or mention.object or mention.owner or mention.predicate:
            return
        m = _OF_OWN_BODY.match(self.narration, mention.end) or _HANGS_ON.match(self.narration, mention.end)
        if m is None or not m.lastgroup:
            return
        others = between(self.mentions, self.starts, mention.end, m.start(m.lastgroup))
        if all(x.head in ("I", "we", "you", "it") for x in others):
            person.learn("he" if m[m.lastgroup] in ("his", "himself") else "she")

    def _named_behind(self, mention: Mention) -> frozenset[str]:
        """ "He looked at Thomas": whoever is named behind a pronoun in the same clause is another."""
        if mention.object:
            return frozenset()
        stop = _CLAUSE_ENDS.search(self.narration, mention.end)
        behind = between(self.mentions, self.starts, mention.end, stop.start() if stop else len(self.narration))
        known = (self.roster.cache.get(m.text.lower().replace(".", "")) for m in behind if m.kind == "name")
        return frozenset(person.id for person in known if person is not None)

    def _owner(self, mention: Mention) -> Person | None:
        """Whose wife, whose visitor."""
        if mention.lead not in ("his", "her", "my"):
            return None
        if mention.lead == "my":
            return self.roster.narrator() if self.first_person else None
        return self._pronoun(replace(mention, head="he" if mention.lead == "his" else "she"), None, frozenset(), learn=False)

    def _pronoun(
        self, mention: Mention, last: Turn | None, not_these: frozenset[str], hardly: frozenset[str] = frozenset(), learn: bool = True
    ) -> Person | None:
        head = mention.head
        if head in ("I", "we"):
            return self.roster.narrator() if self.first_person or head == "I" else None
        if head == "you" or (head == "it" and last is None):
            return None
        talking = {t.speaker.id for t in self.turns[-4:] if t.speaker is not None}
        at = max(0, bisect_left(self.paragraphs, mention.start + 1) - 1)
        if self.turns and at - self.turns[-1].paragraph > 1:  # what is told between may bring in somebody else
            since = self.paragraphs[self.turns[-1].paragraph + 1]
            talking &= {p.id for where, p, _ in self.recent.met[-30:] if where > since}
        before = last.speaker if last is not None else None
        not_these |= self._named_behind(mention)
        sentence = self.sentences[max(0, bisect_left(self.sentences, mention.start + 1) - 1)]
        paragraph = self.paragraphs[at]
        return self.recent.whom(
            mention, learn=learn, not_these=not_these, last=before, tagged=last is not None, talking=talking, hardly=hardly,
            called=last.others if last is not None else frozenset(), sentence=sentence, paragraph=paragraph,
            paragraph_before=self.paragraphs[at - 1] if at else -1, rested=last is not None and at - last.paragraph > 1,
        )
