"""Patterns that are compiled when they are first used: one that names a thousand verbs takes a twentieth of a second."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class LatePattern:
    """A regular expression, given as `re.compile` takes it."""

    source: str
    flags: int = 0

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._compiled.match(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._compiled.search(text, start, end)
