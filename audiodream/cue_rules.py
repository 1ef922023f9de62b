"""The table of `cue_words`, parsed: for every word form the rules that it sets off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from audiodream.cue_lists import LISTS
from audiodream.cue_words import KINDS, table_lines
from audiodream.verb_forms import noun_forms, participle, past, present, verb_forms


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. sign: "V", "E", "N" or "S"; before, after, either: words of which one must stand there (empty: no matter); never: words
    that forbid it; person: a person must be the subject or the object."""

    kind: str
    sign: str
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    person: bool = False

    @property
    def asks(self) -> int:
        """How much the rule asks for; the one that asks for more goes first."""
        return 2 * (bool(self.before) + bool(self.after) + bool(self.either)) + bool(self.never)


@dataclass(frozen=True, slots=True)
class Form:
    """What a word form may be: of which rule, and whether it is a verb's base ("base"), past ("past") or -ing form ("ing"), or a noun."""

    rule: Rule
    shape: str


_ONE_ONLY = ("silence", "hush")
"""Kinds of which a noun tells in the singular only."""


@cache
def rules() -> dict[str, tuple[Form, ...]]:
    """Every word form with its rules, the most demanding first."""
    found: dict[str, list[tuple[int, int, Form]]] = {}
    number = 0
    for kind, table in KINDS.items():
        for line in table_lines(table):
            words, rule = parse(kind, line)
            number += 1
            for word in words:
                for form, shape in _shapes(rule, word):
                    found.setdefault(form, []).append((-rule.asks, number, Form(rule, shape)))
    return {form: tuple(f for _, _, f in sorted(group, key=lambda g: g[:2])) for form, group in found.items()}


def parse(kind: str, line: str) -> tuple[list[str], Rule]:
    """A line of the table as its words and its rule."""
    sign, *parts = line.split()
    words = [part for part in parts if part[0] not in "<>~-"]
    marks: dict[str, frozenset[str]] = {part[0]: _listed(part[1:]) for part in parts if part[0] in "<>~-"}
    person = any("@person" in part for part in parts if part[0] in "<~")
    none: frozenset[str] = frozenset()
    return words, Rule(kind, sign, marks.get("<", none), marks.get(">", none), marks.get("~", none), marks.get("-", none), person)


def _listed(names: str) -> frozenset[str]:
    """The words behind a mark; a list that holds `@none` asks for nothing."""
    parts = names.split(",")
    if "@none" in parts:
        return frozenset()
    words: list[str] = []
    for part in parts:
        words += _named(part[1:]) if part.startswith("@") else [part]
    return frozenset(words)


@cache
def _named(name: str) -> list[str]:
    """The words of a list, with the plurals of those that stand there in the singular."""
    return [form for word in LISTS[name].split() for form in noun_forms(word)]


def _shapes(rule: Rule, word: str) -> list[tuple[str, str]]:
    if rule.sign != "V":
        # silences are many, at other times; who "hushes" or "quiets" does so to somebody
        return [(form, "noun") for form in (noun_forms(word) if rule.kind not in _ONE_ONLY else (word,))]
    if word == "be":
        return [(form, "base") for form in verb_forms(word)]
    base = present(word)
    return [*((form, "base") for form in base), (participle(word), "ing"), *((form, "past") for form in past(word) if form not in base)]
