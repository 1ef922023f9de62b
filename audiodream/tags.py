"""Tags: the words beside a quotation that say who speaks, "said the parson", "her voice like wind chimes"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from audiodream.late_patterns import LatePattern
from audiodream.mentions import HIDDEN, Mention, Names, mention_at, mentions_of
from audiodream.words import alternation, rows

_ING = frozenset(row[3] for row in rows("speech") if len(row) > 3)
_VERB = rf"(?:{alternation('speech')})"
_LEAD = re.compile(r"[\s,;:—–\-*_)]*(?:(?:and|but|then|so)\s+)?")
_ADVERBS = (
    r"(?:(?:\w+ly|then|again|out|back|on|up|in|forth|at last|at length|once more"
    r"|to (?:him|her|me|us|them|himself|herself|myself)),?\s+){0,3}"
)
_VERB_FIRST = LatePattern(rf"(?P<adv>(?:(?:\w+ly|then|again|thus|so|at last),?\s+){{0,2}})(?P<verb>{_VERB})\b[ \n]+(?P<mid>{_ADVERBS})")
_THEN_VERB = LatePattern(rf"(?P<mid>[^.;:!?\"“”{HIDDEN}]{{0,110}}?)(?<![\w’'-])(?P<verb>{_VERB})(?![\w’'-])")
_VOICE = re.compile(
    r"\s+(?:own\s+)?(?:[\w-]+\s+){0,2}(?:voices?|tones?|whisper|reply|answer|response|cry|shout|words?|murmur"
    r"|growl|question|greeting|echo|scream|roar)\b"
)
_OWN_VOICE = re.compile(
    r"(?P<own>[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Ii]ts)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}(?:voices?|tones?|whisper"
    r"|reply|answer|response|words?)\b"
)
_CAME = re.compile(r"(?:came|was|were|rang out|sounded|boomed)\s+")
_REGION = 260
_OWNERS = {"his": "he", "her": "she", "their": "they", "my": "I", "its": "it"}
_NOT_VERB_BEFORE = re.compile(r"\b(?:to|the|a|an|his|her|their|my|your|its|no|without|of|some|any|for|this|that)\s+$", re.IGNORECASE)


_SOMEBODY = r"(?:some(?:body|one)|something|you)(?: else)?"
_SOMEBODY_BEFORE = LatePattern(rf"\b{_SOMEBODY}(?: [\w’'-]+){{0,4}}? {_VERB}\b[^.!?\"“”{HIDDEN}]{{0,40}}[,:]\s*\Z", re.IGNORECASE)
_SOMEBODY_AFTER = LatePattern(rf"[\s,—–-]*(?:{_VERB} {_SOMEBODY}|{_SOMEBODY}(?: [\w’'-]+){{0,2}}? {_VERB})\b", re.IGNORECASE)


_NO_ACT = r"(?:are|were|see|hear|saw|heard|could|can|would|might|may|must|should|will|know|knew|never)"
_YOU_ACT = re.compile(rf"(?:\A|[.!?] )You (?!{_NO_ACT}\b)\w+[^.!?{HIDDEN}]*[.!?]\s*\Z")
""" "You kneel beside her. “Which one?”": it is the listener's."""


def by_somebody(narration: str, floor: int, start: int, end: int) -> bool:
    """Whether a quotation start .. end is that of somebody of whom nothing is told: "Somebody behind them said, ..."; its sentence, or
    the last quotation, begins at `floor`."""
    before = narration[max(floor, start - 120) : start]
    paragraph = narration[narration.rfind("\n", 0, start) + 1 : start]
    return bool(_SOMEBODY_AFTER.match(narration, end) or _SOMEBODY_BEFORE.search(before) or _YOU_ACT.search(paragraph))


@dataclass(frozen=True, slots=True)
class Tag:
    """Who is named as the speaker, by which verb, in which span of the body, and where it stands: after, before, voice, lead-in."""

    mention: Mention
    verb: str
    start: int
    end: int
    where: str


def tag_after(narration: str, at: int, limit: int, names: Names) -> Tag | None:
    """The tag that follows a quotation which ends at `at`; the next quotation begins at `limit` or later."""
    region = narration[at : min(limit, at + _REGION)]
    lead = _LEAD.match(region)
    begin = lead.end() if lead else 0
    return _shifted(_verb_first(region, begin, names) or _voice(region, begin, names) or _subject_first(region, begin, names), at)


def _verb_first(region: str, begin: int, names: Names) -> Tag | None:
    m = _VERB_FIRST.match(region, begin) or _CAME.match(region, begin)
    if m is None:
        return None
    verb = m.groupdict().get("verb") or m.group().split()[0]
    if verb in _ING:
        return None
    own = _OWN_VOICE.match(region, m.end())
    if own:
        return Tag(_owner(own), verb, m.start(), _clause_end(region, own.end()), "voice")
    mention = mention_at(region, m.end(), names)
    if mention is None or (mention.kind == "pronoun" and mention.object and mention.head in ("him", "them")):
        return None
    if mention.kind == "role" and mention.head in ("voice", "reply", "answer", "response"):
        of = re.compile(r"\s+of\s+").match(region, mention.end)
        other = mention_at(region, of.end(), names) if of else None
        if other is None and mention.head != "voice":
            return None
        mention = other or mention
    if "verb" not in m.groupdict() and not (mention.owner and _VOICE.match(region, mention.end)) and mention.head not in ("voice",):
        return None
    return Tag(replace(mention, object=False), verb, m.start(), _clause_end(region, mention.end), "after")


def _voice(region: str, begin: int, names: Names) -> Tag | None:
    """ "The stage manager's voice booms", "His voice shook"."""
    own = _OWN_VOICE.match(region, begin)
    if own:
        return Tag(_owner(own), "", begin, _clause_end(region, own.end()), "voice")
    mention = mention_at(region, begin, names)
    if mention and mention.owner:
        m = _VOICE.match(region, mention.end + (2 if region[mention.end : mention.end + 2] in ("'s", "’s") else 0))
        if m:
            return Tag(mention, "", begin, _clause_end(region, m.end()), "voice")
    return None


def _owner(m: re.Match[str]) -> Mention:
    return Mention(m.start(), m.end("own"), "pronoun", m.group("own"), _OWNERS[m.group("own").lower()], owner=True)


def _subject_first(region: str, begin: int, names: Names) -> Tag | None:
    mention = mention_at(region, begin, names)
    if mention is None or mention.head in ("him", "them") or mention.owner:
        return None
    m = _finite_verb(region, mention.end)
    if m is None:
        return None
    strict = (
        mention if mention.kind != "role" else next((x for x in mentions_of(region[begin : m.start("verb")], names) if x.start == 0), None)
    )
    if mention.kind == "role" and strict is None and m.group("mid").strip():
        return None
    return Tag(mention, m.group("verb"), begin, _clause_end(region, m.end()), "after")


def _finite_verb(region: str, at: int) -> re.Match[str] | None:
    """The first verb of speech after a subject, in its clause, that is no noun, infinitive or participle."""
    while m := _THEN_VERB.match(region, at):
        mid = m.group("mid")
        if len(mid.split()) > 12 or re.search(r"\b(?:that|which|whom|because|if|when|while)\b", mid):
            return None
        if m.group("verb") not in _ING and not _NOT_VERB_BEFORE.search(region[: m.start("verb")][-12:]):
            return m
        nxt = re.compile(rf"(?P<mid>[^.;:!?\"“”{HIDDEN}]{{0,80}}?)(?<![\w’'-])(?P<verb>{_VERB})(?![\w’'-])").match(region, m.end())
        if nxt is None or nxt.group("verb") in _ING or _NOT_VERB_BEFORE.search(region[: nxt.start("verb")][-12:]):
            return None
        return nxt
    return None


def tag_before(narration: str, floor: int, start: int, names: Names) -> Tag | None:
    """The tag that leads to a quotation which begins at `start`; its sentence, or the last quotation's end, lies at `floor`."""
    floor = max(floor, start - 400)
    region = narration[floor:start]
    tail = region.rstrip()
    if not tail or not any(c.isalpha() for c in tail):
        return None
    verbs = [m for m in re.finditer(rf"(?<![\w’'-]){_VERB}(?![\w’'-])", region) if not _NOT_VERB_BEFORE.search(region[: m.start()][-12:])]
    found = mentions_of(region, names)
    if verbs and (tail[-1] in ",:—–-" or len(tail) - verbs[-1].end() < 24):
        ends = [m.end for m in found if not m.owner]
        direct = [v for v in verbs if any(re.fullmatch(r"\s+(?:\w+ly\s+|then\s+|had\s+|only\s+)?", region[e : v.start()]) for e in ends)]
        verb = (direct or verbs)[-1]
        subject = _subject_of(region, found, verb.start())
        if subject is None:
            follows = re.compile(r"\s+").match(region, verb.end())
            subject = mention_at(region, follows.end(), names) if follows else None
        if subject is not None and subject.head not in ("him", "them"):
            return _shifted(Tag(replace(subject, object=False), verb.group(), 0, len(tail), "before"), floor)
    own = list(_OWN_VOICE.finditer(region))
    if own and tail[-1] in ",:—–-":
        return _shifted(Tag(_owner(own[-1]), "", 0, len(tail), "voice"), floor)
    if tail[-1] in ":,—–-":
        first = next((m for m in found if not m.object and not m.owner and m.head != "it"), None)
        if first is not None and (tail[-1] == ":" or first.start < 40):
            return _shifted(Tag(first, "", 0, len(tail), "lead-in"), floor)
    return None


def _subject_of(region: str, found: list[Mention], verb: int) -> Mention | None:
    """The subject of the verb: the nearest mention before it that follows no preposition; of two joined verbs, the first one's."""
    before = [m for m in found if m.end <= verb and not m.object and m.head not in ("it",)]
    before = [m for m in before if not m.owner or _VOICE.match(region, m.end + 2)]
    if not before:
        return None
    nearest = before[-1]
    joined = re.search(r",|\b(?:and|then)\b", region[nearest.end : verb])
    if joined and len(before) > 1 and not re.match(r"\s*,\s*(?:who\b|\w+ing\b)", region[nearest.end : verb]):
        clause = max(
            (
                m.end()
                for m in re.finditer(
                    r"[;:]|[.!?]\s|\b(?:and|but|as|when|while)\s+(?=(?:I|he|she|they|[A-Z]\w+"
                    r"|the \w+)\s)",
                    region[: nearest.start + 1],
                )
            ),
            default=0,
        )
        return next((m for m in before if m.start >= clause), nearest)
    return nearest


def _clause_end(region: str, at: int) -> int:
    """Where the tag's sentence ends."""
    stop = re.compile(rf"(?<!Mr)(?<!Mrs)(?<!Dr)[.!?](?=\s|$)|[{HIDDEN}\"“]").search(region, at)
    return stop.start() if stop else len(region.rstrip())


def _shifted(tag: Tag | None, by: int) -> Tag | None:
    if tag is None:
        return None
    mention = replace(tag.mention, start=tag.mention.start + by, end=tag.mention.end + by)
    return replace(tag, mention=mention, start=tag.start + by, end=tag.end + by)
