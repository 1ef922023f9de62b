"""Who speaks each quotation: a sieve from the sure to the likely, after Muzny et al. 2017 and Elson & McKeown 2010.

1 a tag with a name or a noun phrase, 2 a tag with a pronoun, 3 the same paragraph, 4 whoever acts beside the quotation, 5 two who take
turns. A vocative rules its addressee out. What stays open is None: a wrong voice is worse than the narrator's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from math import log1p

from audiodream.dialogue import QuoteSpan
from audiodream.mentions import HIDDEN, Mention, Names, between, masked, mention_at, mentions_of, person_nouns
from audiodream.person import Person
from audiodream.roster import ANIMALS, GENERIC, Roster
from audiodream.score import Character, Quote
from audiodream.story import Story
from audiodream.tags import Tag, tag_after, tag_before
from audiodream.utterance import lasting, manners_of
from audiodream.words import rows

_REACH = 3000
"""A pronoun looks this many characters back."""
_HALF = 350.0
"""After so many characters a mention is half as present."""
_SURER = 4.0
"""How much more present somebody must be than one whose gender is told, for a pronoun to tell this one's."""
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|asked|asks|called|calls|cried|shouted|whispered|spoke|turned|nodded) (?:\w+ly )?"
    r"(?:(?:out |back )?(?:to|at) )?\Z"
)
"""Before somebody who is spoken to."""
_HANGS_ON = re.compile(
    rf"(?:(?!\b(?:his|hers?|him|she|he|they|their|them)\b)[^.!?;:{HIDDEN}]){{0,120}}?"
    r"(?:, (?P<own>his|her) (?!own\b)\w+| (?P<self>himself|herself)\b)"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation with its speaker (a character's id, or None), the reason, how it is spoken, and the span of its tag."""

    span: QuoteSpan
    speaker: str | None
    why: str
    manners: tuple[str, ...] = ()
    tag: tuple[int, int] | None = None


@dataclass(frozen=True)
class Attribution:
    """The characters who speak, in order of their first line, and every quotation with its voice."""

    characters: tuple[Character, ...]
    voices: tuple[Voice, ...]
    quotes: tuple[Quote, ...]


@dataclass(slots=True)
class _Turn:
    paragraph: int
    voices: list[int]
    speaker: Person | None = None
    why: str = ""
    sure: bool = False
    others: frozenset[str] = frozenset()


def attribute(story: Story, quotes: tuple[QuoteSpan, ...]) -> Attribution:
    """The speaker of each quotation and the characters, by the text alone."""
    return _Sieve(story, quotes).run()


def _titled(body: str, quote: QuoteSpan) -> bool:
    """Whether what stands in quotation marks is a title ("The Tempest"): who is named in it is nobody of the story."""
    inside = re.findall(r"[^\W\d_][\w’']*", body[quote.start : quote.end])
    return len(inside) > 1 and inside[0][0].isupper() and sum(w[0].isupper() or len(w) < 4 for w in inside) == len(inside)


class _Sieve:
    def __init__(self, story: Story, quotes: tuple[QuoteSpan, ...]) -> None:
        self.story, self.body = story, story.body
        self.quotes = quotes
        self.paragraphs = list(story.paragraphs())
        self.narration = masked(self.body, [(q.start, q.end) for q in quotes if q.kind != "mention" or _titled(self.body, q)])
        self.names = Names(self.body)
        self.mentions = mentions_of(self.narration, self.names)
        self.starts = [m.start for m in self.mentions]
        self.sentences = [s.start for s in story.sentences()]
        self.roster = Roster()
        self.recent: list[tuple[int, Person, bool]] = []
        self.voices = [Voice(q, None, "") for q in quotes]
        self.turns: list[_Turn] = []
        self.first_person = "I" in re.findall(r"\w+", self.narration) and len(re.findall(r"\b(?:I|me|[Mm]y|myself)\b", self.narration)) >= 2
        self.scenes = [n for n, scene in enumerate(s for c in story.chapters for s in c.scenes) for _ in scene.paragraphs]
        self.bases = {form: row[0] for row in rows("speech") for form in row}

    def run(self) -> Attribution:
        by_paragraph: dict[int, list[int]] = {}
        for n, quote in enumerate(self.quotes):
            if quote.kind != "mention":
                by_paragraph.setdefault(quote.paragraph, []).append(n)
        for n, paragraph in enumerate(self.paragraphs):
            if paragraph.kind != "heading":
                self._paragraph(n, by_paragraph.get(n, []))
        self._take_turns()
        return self._result()

    def _paragraph(self, n: int, inside: list[int]) -> None:
        start, end = self.paragraphs[n].start, self.paragraphs[n].end
        if not inside:
            likely = self._likely(None, start)
            for mention in between(self.mentions, self.starts, start, end):
                self._appose(mention)
                self._meet(mention, likely=likely)
            return
        tags = {i: self._tag(i, inside, k) for k, i in enumerate(inside)}
        told = {t.mention.start: t.mention for t in tags.values() if t}
        strict = {m.start: m for m in between(self.mentions, self.starts, start, end)}
        turn = _Turn(n, inside)
        turn.others = self._addressed(inside)
        before = self.turns[-1] if self.turns and n - self.turns[-1].paragraph <= 2 else None
        people: dict[int, Person] = {}
        likely = self._likely(before, start)
        for at in sorted({**strict, **told}):
            mention = told.get(at) or strict[at]
            self._appose(mention)
            person = self._meet(
                mention, last=before, tagged=at in told, not_these=turn.others if at in told else frozenset(), likely=likely
            )
            if person is not None:
                people[at] = person
        self._speak(turn, tags, people, before)
        self.turns.append(turn)
        if turn.speaker is not None:
            self.recent.append((end, turn.speaker, True))

    def _tag(self, i: int, inside: list[int], k: int) -> Tag | None:
        quote = self.quotes[i]
        paragraph = self.paragraphs[quote.paragraph]
        limit = self.quotes[inside[k + 1]].start if k + 1 < len(inside) else paragraph.end
        floor = self.quotes[inside[k - 1]].end if k else paragraph.start
        after = tag_after(self.narration, quote.end, limit, self.names)
        if after and after.where != "lead-in":
            return after
        sentence = self.sentences[bisect_right(self.sentences, quote.start) - 1]
        before = tag_before(self.narration, max(floor, sentence), quote.start, self.names)
        if before is None and k == 0 and quote.start == paragraph.start and quote.paragraph and not quote.continues:
            above = self.paragraphs[quote.paragraph - 1]
            if self.narration[above.end - 1] in ":," and above.kind != "heading":
                last = above.sentences[-1]
                before = tag_before(self.narration, last.start, above.end, self.names)
        return before

    def _likely(self, before: _Turn | None, at: int) -> tuple[Person, ...]:
        """Whom a new description may mean: those addressed, those who spoke, the one who spoke last, then who was just mentioned."""
        spoken: list[Person] = []
        if before is not None:
            spoken = [p for p in self._people(before.others) if p.count]
            spoken += [t.speaker for t in reversed(self.turns[-5:]) if t.speaker is not None and before.paragraph - t.paragraph < 8]
        near = [p for where, p, subject in reversed(self.recent[-12:]) if subject and at - where < 700 and p.gender != "group"]
        last = before.speaker if before is not None else None
        ranked = [p for p in spoken if p is not last] + ([last] if last else []) + near
        return tuple(dict.fromkeys(ranked))

    def _meet(
        self,
        mention: Mention,
        last: _Turn | None = None,
        tagged: bool = False,
        not_these: frozenset[str] = frozenset(),
        likely: tuple[Person, ...] = (),
    ) -> Person | None:
        """Finds or makes the person of a mention and remembers that it stood here."""
        person: Person | None
        if mention.kind == "pronoun":
            person = self._pronoun(mention, last if tagged else None, not_these)
            if person is None and tagged and mention.head == "it":
                person = self._thing(mention)
        elif mention.kind == "name":
            others = tuple(p for p in likely if last is None or p is not last.speaker) if tagged else ()
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
            self._owns(person, mention)
            subject = tagged or not (mention.object or mention.owner)
            self.recent.append((mention.end, person, subject))
        return person

    def _asked(self, last: _Turn | None) -> bool:
        """Whether the turn before ends with a question: whoever asked it is not the one who answers under another name."""
        return last is not None and self.body[: self.quotes[last.voices[-1]].end].rstrip("\"”’'")[-1:] == "?"

    def _thing(self, mention: Mention) -> Person | None:
        """ "The radio crackled. ... it said": the thing with which a sentence right before begins."""
        begins = bisect_left(self.sentences, mention.start) - 1
        for start in reversed(self.sentences[max(0, begins - 4) : begins + 1]):
            if re.match(r"(?:The|An?|My|His|Her) ", self.narration[start : start + 4]):
                thing = mention_at(self.narration, start, self.names)
                if thing is not None and thing.kind == "role" and thing.head not in person_nouns():
                    return self.roster.role(thing)
        return None

    def _appose(self, mention: Mention) -> None:
        """ "The artist himself, Basil Hallward, ...": the name is the artist's."""
        if mention.kind != "name" or not self.recent or not self.roster.is_new(mention):
            return
        at, person, _ = self.recent[-1]
        joint = self.narration[at : mention.start]
        if (
            person.kind == "role"
            and not person.tokens
            and re.fullmatch(
                r"(?: himself| herself)?,? (?:named |called |one )?|,"
                r" (?:whose|his|her) name was ",
                joint,
            )
        ):
            if joint == ", " and not re.match(r"[,.;](?! and)", self.narration[mention.end : mention.end + 5]):
                return
            self.roster.adopt(person, mention)

    def _owns(self, person: Person, mention: Mention) -> None:
        """ "The porter called again, his voice echoing": what hangs on behind a comma is the subject's, when nobody else stands between."""
        if person.gender != "unknown" or mention.kind == "pronoun" or mention.object or mention.owner or mention.predicate:
            return
        m = _HANGS_ON.match(self.narration, mention.end)
        if m is None or not m.lastgroup:
            return
        others = between(self.mentions, self.starts, mention.end, m.start(m.lastgroup))
        if all(x.head in ("I", "we", "you", "it") for x in others):
            person.learn("he" if m[m.lastgroup] in ("his", "himself") else "she")

    def _owner(self, mention: Mention) -> Person | None:
        """Whose wife, whose visitor."""
        if mention.lead not in ("his", "her", "my"):
            return None
        if mention.lead == "my":
            return self.roster.narrator() if self.first_person else None
        return self._pronoun(replace(mention, head="he" if mention.lead == "his" else "she"), None, frozenset(), learn=False)

    def _pronoun(self, mention: Mention, last: _Turn | None, not_these: frozenset[str], learn: bool = True) -> Person | None:
        head = mention.head
        if head in ("I", "we"):
            return self.roster.narrator() if self.first_person or head == "I" else None
        if head == "you" or (head == "it" and last is None):
            return None
        scores: dict[str, float] = {}
        talking = {t.speaker.id for t in self.turns[-4:] if t.speaker is not None}
        for at, person, subject in reversed(self.recent[-60:]):
            if mention.start - at > _REACH:
                break
            if not person.fits(head) or person.id in not_these:
                continue
            weight = (1.0 if subject else 0.5) * 0.5 ** (max(0, mention.start - at) / _HALF)
            weight *= 0.6 if person.gender == "unknown" and head not in ("they", "it") else 1.0
            weight *= 0.2 if last is not None and last.speaker is person else 1.0
            weight *= 1.0 + 0.1 * log1p(person.count)
            weight *= 0.3 if person.heads & ANIMALS else 1.5 if last is not None and person.id in talking else 1.0
            scores[person.id] = max(scores.get(person.id, 0.0), weight)
        if not scores:
            return None
        ranked = sorted(scores, key=lambda p: -scores[p])
        best = self.roster.people[ranked[0]]
        # somebody whose gender the story has told may be meant from further off than one of whom it is only possible
        told = best.gender == "unknown" and any(self.roster.people[p].gender != "unknown" for p in ranked[1:])
        if learn and (len(ranked) == 1 or scores[ranked[0]] > (_SURER if told else 2.0) * scores[ranked[1]]):
            best.learn(head)
        return best

    def _addressed(self, inside: list[int]) -> frozenset[str]:
        """Whom the quotations call by name."""
        found = set()
        for i in inside:
            text = self.body[self.quotes[i].start : self.quotes[i].end]
            for m in re.finditer(
                r"(?:^[\"“'‘]?|(?<!Mr)(?<!Mrs)(?<!Dr)(?<!St)[,!?.;—–-]\s*|\b(?:my dear|dear|oh|ah|well|yes|no"
                r"|come|now|and|you)[, ]+)([A-Z][\w.’']*(?:\s[A-Z][\w’']*){0,2})(?=[,.!?;—–\"”’'-])",
                text,
            ):
                key = m.group(1).rstrip(".").lower().replace(".", "")
                person = self.roster.cache.get(key) or next(iter(self.roster.by_token.get(key.split()[-1], [])), None)
                if person is None:
                    a, b = self.names.trimmed(m.group(1))
                    named = Mention(-1, -1, "name", m.group(1)[a:b], "") if b > a else None
                    person = self.roster.name(named) if named and b == len(m.group(1)) else None
                if person is not None and not re.search(rf"\b(?:I am|I'm|I’m|my name is)\s+{re.escape(m.group(1))}", text):
                    found.add(person.id)
            for m in re.finditer(
                r"[,!]\s(doctor|captain|professor|mother|father|uncle|aunt|colonel|parson|inspector|nurse"
                r"|sergeant|papa|mamma|mama)(?=[,.!?;])",
                text,
            ):
                found.update(p.id for p in self.roster.by_head.get(m.group(1), [])[-1:])
        return frozenset(found)

    def _speak(self, turn: _Turn, tags: dict[int, Tag | None], people: dict[int, Person], before: _Turn | None) -> None:
        named: dict[int, tuple[Person, str]] = {}
        for i, tag in tags.items():
            person = people.get(tag.mention.start) if tag else None
            if tag is not None and person is None and tag.mention.start < self.paragraphs[turn.paragraph].start:
                person = self._meet(tag.mention, last=before, tagged=True)
            if tag is not None and person is not None:
                shown = " ".join(self.body[tag.start : tag.end].split())[:80]
                named[i] = (person, f"{'pronoun' if tag.mention.kind == 'pronoun' else 'tag'}: {shown}")
        first = self.quotes[turn.voices[0]]
        if not named and first.continues and self.turns and self.turns[-1].speaker:
            turn.speaker, turn.why, turn.sure = self.turns[-1].speaker, "goes on from the paragraph before", True
        elif named:
            turn.speaker, turn.why, turn.sure = *named[max(named)], True
        else:
            found = self._beside(turn, people) or self._answer(turn, before)
            if found is not None:
                turn.speaker, turn.why = found
        current: tuple[Person, str] | None = named[min(named)] if named else (turn.speaker, turn.why) if turn.speaker else None
        for i in turn.voices:
            if i in named:
                current = named[i]
            why = "" if current is None else current[1] if i in named or not named else f"same paragraph; {current[1]}"
            manners, span = self._manner(i, tags)
            if span is not None and current is not None:
                own = (*current[0].manners, *lasting(manners, self.narration[span[0] : span[1]]))
                current[0].manners = tuple(dict.fromkeys(own))
            self.voices[i] = Voice(self.quotes[i], current[0].id if current else None, why, manners, span)

    def _manner(self, i: int, tags: dict[int, Tag | None]) -> tuple[tuple[str, ...], tuple[int, int] | None]:
        inner = ("inner",) if self.quotes[i].kind == "thought" else ()
        tag = tags[i]
        if tag is None:
            return inner, None
        found = manners_of(self.bases.get(tag.verb.lower(), ""), self.narration[tag.start : tag.end])
        return inner + tuple(m for m in found if m not in inner), (tag.start, tag.end)

    def _beside(self, turn: _Turn, people: dict[int, Person]) -> tuple[Person, str] | None:
        """Whoever acts in the sentence beside a quotation without a tag, or is the only one in its paragraph."""
        able = {
            at: p
            for at, p in people.items()
            if p.id not in turn.others and p.gender != "group" and not _TOLD.search(self.narration[max(0, at - 30) : at])
        }
        for i in turn.voices:
            after = [at for at in able if 0 <= at - self.quotes[i].end < 12]
            if after and self._is_subject(after[0]):
                return able[after[0]], "acts right after"
        for i in turn.voices:
            sentence = [at for at in able if at < self.quotes[i].start]
            if sentence:
                start = self.sentences[bisect_right(self.sentences, sentence[-1]) - 1]
                subject = next((at for at in sentence if at >= start and self._is_subject(at)), None)
                if subject is not None:
                    return able[subject], "acts right before"
        singles = {p.id: p for p in able.values()}
        if len(singles) == 1:
            return next(iter(singles.values())), "the only one in the paragraph"
        return None

    def _is_subject(self, at: int) -> bool:
        mention = next((m for m in between(self.mentions, self.starts, at, at + 1)), None)
        return mention is not None and not mention.object and not mention.owner

    def _answer(self, turn: _Turn, before: _Turn | None) -> tuple[Person, str] | None:
        """Who answers the turn before: whom it addressed, or who spoke before it, where two talk."""
        if before is None or before.speaker is None:
            return None
        called = [p for p in self._people(before.others - turn.others) if p is not before.speaker]
        if len(called) == 1 and called[0].count:
            return called[0], f"was called by {before.speaker.id}"
        lately = [t.speaker for t in self.turns[-4:] if t.speaker is not None and before.paragraph - t.paragraph < 8]
        parties = list(dict.fromkeys(p for p in reversed(lately) if p is not before.speaker))
        if len(parties) == 1 and parties[0].id not in turn.others:
            return parties[0], f"takes turns with {before.speaker.id}"
        if len(called) == 1:
            called[0].count += 1
            return called[0], f"was called by {before.speaker.id}"
        return None

    def _people(self, ids: frozenset[str]) -> list[Person]:
        return [self.roster.people[p] for p in sorted(ids) if p in self.roster.people]

    def _take_turns(self) -> None:
        """Fills what stayed open, looking back from the turns that follow."""
        for n in range(len(self.turns) - 2, -1, -1):
            turn, after = self.turns[n], self.turns[n + 1]
            if turn.speaker is not None or after.speaker is None or not self._near(n, n + 1):
                continue
            ahead = [t.speaker for t in self.turns[n + 1 : n + 5] if t.speaker is not None]
            parties = [p for p in dict.fromkeys(ahead) if p is not after.speaker]
            called = [p for p in self._people(after.others) if p is not after.speaker and p.count]
            parties = called if len(called) == 1 else parties
            before = self.turns[n - 1].speaker if n and self._near(n - 1, n) else None
            if len(parties) == 1 and parties[0].id not in turn.others and parties[0] is not before:
                turn.speaker, turn.why = parties[0], f"takes turns with {after.speaker.id}"
                for i in turn.voices:
                    self.voices[i] = replace(self.voices[i], speaker=turn.speaker.id, why=turn.why)

    def _near(self, a: int, b: int) -> bool:
        first, second = self.turns[a].paragraph, self.turns[b].paragraph
        return second - first <= 2 and self.scenes[first] == self.scenes[second]

    def _result(self) -> Attribution:
        order = dict.fromkeys(v.speaker for v in self.voices if v.speaker is not None)
        people = [self.roster.people[p] for p in order]
        characters = tuple(Character(p.id, tuple(p.names), p.gender, p.age, p.manners) for p in people)
        quotes = tuple(
            Quote(*self.story.text.span(v.span.start, v.span.end), v.speaker, v.why) for v in self.voices if v.span.kind == "speech"
        )
        return Attribution(characters, tuple(v for v in self.voices if v.span.kind != "mention"), quotes)
