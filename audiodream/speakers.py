"""Who speaks each quotation: a sieve from the sure to the likely, after Muzny et al. 2017 and Elson & McKeown 2010.

1 a tag with a name or a noun phrase, 2 a tag with a pronoun, 3 the same paragraph, 4 whoever acts beside the quotation, 5 two who take
turns. A vocative rules its addressee out. What stays open is None: a wrong voice is worse than the narrator's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from audiodream.acting import Acting
from audiodream.dialogue import QuoteSpan
from audiodream.identities import Identities
from audiodream.meetings import Meetings
from audiodream.mentions import Names, between, masked
from audiodream.person import Person
from audiodream.score import Character, Quote
from audiodream.story import Story
from audiodream.tags import Tag, by_somebody, tag_after, tag_before
from audiodream.talk import Talk
from audiodream.turn_taking import Turn, answer, fill
from audiodream.utterance import lasting, manners_of
from audiodream.vocatives import called, spoken_of
from audiodream.words import rows

_SHOWN = 3
"""So many paragraphs after a voice whoever has it may come into sight."""


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
        self.talk = Talk([n for n, scene in enumerate(s for c in story.chapters for s in c.scenes) for _ in scene.paragraphs])
        self.meetings = Meetings(story, self.narration, self.names, quotes, self.talk.turns, self._people)
        self.mentions, self.starts, self.sentences = self.meetings.mentions, self.meetings.starts, self.meetings.sentences
        self.acting = Acting(self.narration, self.mentions, self.starts, self.sentences)
        self.roster, self.recent = self.meetings.roster, self.meetings.recent
        self.identities = Identities(self.narration, self.mentions, self.roster, self.recent, self.names)
        self.voices = [Voice(q, None, "") for q in quotes]
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
            likely = self.meetings.likely(None, start)
            for mention in between(self.mentions, self.starts, start, end):
                self.meetings.appose(mention)
                self.meetings.meet(mention, likely=likely)
            self._identify(n, None)
            return
        tags = {i: self._tag(i, inside, k) for k, i in enumerate(inside)}
        told = {t.mention.start: t.mention for t in tags.values() if t}
        strict = {m.start: m for m in between(self.mentions, self.starts, start, end)}
        turn = Turn(n, inside)
        turn.others = self._addressed(inside)
        spoken = frozenset().union(*(spoken_of(self.body[self.quotes[i].start : self.quotes[i].end], self.roster) for i in inside))
        before = self.talk.last(n)
        people: dict[int, Person] = {}
        likely = self.meetings.likely(before, start)
        for at in sorted({**strict, **told}):
            mention = told.get(at) or strict[at]
            self.meetings.appose(mention)
            person = self.meetings.meet(
                mention, last=before, tagged=at in told, not_these=turn.others if at in told else frozenset(), likely=likely,
                hardly=spoken if at in told else frozenset(),
            )
            if person is not None:
                people[at] = person
        self._speak(turn, tags, people, before)
        self._introduce(turn, tags)
        self._shows_itself(turn)
        self.talk.turns.append(turn)
        self._identify(n, turn)
        if turn.speaker is not None:
            self.recent.note(end, turn.speaker, True)

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

    def _by_somebody(self, i: int) -> bool:
        quote = self.quotes[i]
        sentence = self.sentences[bisect_right(self.sentences, quote.start) - 1]
        return by_somebody(self.narration, max(sentence, self.paragraphs[quote.paragraph].start), quote.start, quote.end)

    def _addressed(self, inside: list[int]) -> frozenset[str]:
        """Whom the quotations call by name."""
        return frozenset().union(
            *(called(self.body[self.quotes[i].start : self.quotes[i].end], self.roster, self.names) for i in inside)
        )

    def _speak(self, turn: Turn, tags: dict[int, Tag | None], people: dict[int, Person], before: Turn | None) -> None:
        named: dict[int, tuple[Person, str]] = {}
        for i, tag in tags.items():
            person = people.get(tag.mention.start) if tag else None
            if tag is not None and person is None and tag.mention.start < self.paragraphs[turn.paragraph].start:
                person = self.meetings.meet(tag.mention, last=before, tagged=True)
            if tag is not None and person is not None:
                shown = " ".join(self.body[tag.start : tag.end].split())[:80]
                if tag.mention.kind == "pronoun":
                    person.tagged[tag.mention.head] = person.tagged.get(tag.mention.head, 0) + 1
                named[i] = (person, f"{'pronoun' if tag.mention.kind == 'pronoun' else 'tag'}: {shown}")
        first = self.quotes[turn.voices[0]]
        if not named and first.continues and self.talk.turns and self.talk.turns[-1].speaker:
            turn.speaker, turn.why, turn.sure = self.talk.turns[-1].speaker, "goes on from the paragraph before", True
        elif named:
            turn.speaker, turn.why, turn.sure = *named[max(named)], True
        elif any(self._by_somebody(i) for i in turn.voices):
            turn.stranger = True
        else:
            narrator = self.roster.narrator() if self.meetings.narrated else None
            found = self.acting.beside([self.quotes[i] for i in turn.voices], people, turn.others) or answer(
                turn, before, self.talk.turns, self._people, narrator, self.meetings.around(turn, before)
            )
            if found is None and (before is None or before.speaker is None) and (one := self.meetings.alone(turn.paragraph)) is not None:
                found = one, "acts in the paragraph before"
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

    def _introduce(self, turn: Turn, tags: dict[int, Tag | None]) -> None:
        """ "I am Thomas," he said: the speaker has a name, or is somebody else than the pronoun seemed to mean."""
        for i in turn.voices:
            name = self.identities.says_name(self.body[self.quotes[i].start : self.quotes[i].end])
            if name is None or self.quotes[i].kind != "speech":
                continue
            said = self.voices[i].speaker
            speaker, tag = self.talk.known(said) or self.roster.people.get(said or ""), tags[i]
            if speaker is None and (asked := self._asked_for_name()) is not None:
                speaker = turn.speaker = asked
                turn.why = f"says the own name: {name.text}"
                for k in turn.voices:
                    self.voices[k] = replace(self.voices[k], speaker=asked.id, why=turn.why)
            if speaker is not None and not speaker.tokens:
                known = self.identities.named(speaker, name, self.talk.talking(speaker))
                self.talk.rename(speaker, known, turn)
            elif speaker is None or (tag is not None and tag.mention.kind == "pronoun" and speaker is not self.roster.name(name)):
                known = self.roster.name(name)
                if (speaker is None or known.fits(tag.mention.head if tag else "")) and known.id not in self.talk.talking(known):
                    turn.speaker, turn.why, turn.sure = known, f"says the own name: {name.text}", True
                    known.count += 1
                    for k in turn.voices:
                        if self.voices[k].speaker == self.voices[i].speaker:
                            self.voices[k] = replace(self.voices[k], speaker=known.id, why=turn.why)

    def _shows_itself(self, turn: Turn) -> None:
        """ "... said a voice. A barefoot boy stood there. "Well?" said the boy.": it was the boy's."""
        last = self.talk.last(turn.paragraph, _SHOWN)
        voice, person = last.speaker if last is not None else None, turn.speaker
        if last is None or voice is None or person is None or not turn.sure or voice.heads != {"voice"} or voice.tokens:
            return
        if person.kind == "role" and person.lead in ("a", "an") and person.first >= self.paragraphs[last.paragraph].end:
            known = self.identities.merge(voice, person, frozenset())
            if known is person:
                self.talk.rename(voice, person, turn)

    def _asked_for_name(self) -> Person | None:
        """The nameless one who spoke before the last turn, whoever asked then: "Who are you?"."""
        turns = self.talk.turns
        if len(turns) < 2 or not self.talk.near(len(turns) - 2, len(turns) - 1):
            return None
        one, asking = turns[-2:]
        bare = one.speaker is not None and one.speaker.kind == "role" and not one.speaker.tokens and one.speaker is not asking.speaker
        return one.speaker if bare and self.body[: self.quotes[asking.voices[-1]].end].rstrip("\"”’'")[-1:] == "?" else None

    def _identify(self, n: int, turn: Turn | None) -> None:
        """What the paragraph says of who somebody is."""
        last = turn or self.talk.last(n)
        speaking = last.speaker if last is not None else None
        paragraph = self.paragraphs[n]
        for person, known in self.identities.told(paragraph.start, paragraph.end, speaking, self.talk.talking()):
            self.talk.rename(person, known, turn)

    def _manner(self, i: int, tags: dict[int, Tag | None]) -> tuple[tuple[str, ...], tuple[int, int] | None]:
        inner = ("inner",) if self.quotes[i].kind == "thought" else ()
        tag = tags[i]
        if tag is None:
            return inner, None
        found = manners_of(self.bases.get(tag.verb.lower(), ""), self.narration[tag.start : tag.end])
        return inner + tuple(m for m in found if m not in inner), (tag.start, tag.end)

    def _people(self, ids: frozenset[str]) -> list[Person]:
        return [self.roster.people[p] for p in sorted(ids) if p in self.roster.people]

    def _take_turns(self) -> None:
        """Fills what stayed open, looking back from the turns that follow."""
        for turn in self.talk.turns:
            self.talk.settle(turn)
        for n, voice in enumerate(self.voices):
            if (known := self.talk.known(voice.speaker)) is not None:
                self.voices[n] = replace(voice, speaker=known.id)
        for turn in fill(self.talk.turns, self._people, self.talk.near):
            for i in turn.voices:
                self.voices[i] = replace(self.voices[i], speaker=turn.speaker.id if turn.speaker else None, why=turn.why)

    def _result(self) -> Attribution:
        order = dict.fromkeys(v.speaker for v in self.voices if v.speaker is not None)
        people = [self.roster.people[p] for p in order]
        characters = tuple(Character(p.id, tuple(p.names), p.heard_gender, p.age, p.manners) for p in people)
        quotes = tuple(
            Quote(*self.story.text.span(v.span.start, v.span.end), v.speaker, v.why) for v in self.voices if v.span.kind == "speech"
        )
        return Attribution(characters, tuple(v for v in self.voices if v.span.kind != "mention"), quotes)
