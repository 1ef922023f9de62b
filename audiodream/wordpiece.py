"""Words to the numbers that the reading model knows: lower-cased WordPiece, as BERT's uncased vocabulary wants it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

PAD, UNKNOWN, FIRST, LAST = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
REMEMBERED_WORDS = 50_000
_CHUNK = re.compile(r"[^ \t\n\r]{1,2000}")


def _is_mark(char: str) -> bool:
    """True for what stands as a piece of its own: ASCII that is neither letter nor digit, and Unicode punctuation."""
    code = ord(char)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(char).startswith("P")


def _is_ideograph(char: str) -> bool:
    code = ord(char)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2CEAF or 0xF900 <= code <= 0xFAFF


def _is_control(char: str) -> bool:
    return char not in "\t\n\r" and unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs")


def words_of(text: str) -> list[str]:
    """Words and marks, lower-cased, accents taken off (BERT's basic tokenizer, Devlin et al. 2019)."""
    if not text.isascii():
        text = "".join(f" {c} " if _is_ideograph(c) else c for c in text if c != "�" and not _is_control(c))
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    else:
        text = "".join(c for c in text if (c >= " " and c != "\x7f") or c in "\t\n\r")
    spaced = "".join(f" {c} " if _is_mark(c) else c for c in text.lower())
    return spaced.split()


class WordPiece:
    """A vocabulary and its longest-first split; the same text always gives the same numbers."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces = list(pieces)
        self._number = {piece: i for i, piece in enumerate(self.pieces)}
        self.pad, self.first, self.last = (self._number[mark] for mark in (PAD, FIRST, LAST))
        self._unknown = self._number[UNKNOWN]
        self._split: dict[str, tuple[int, ...]] = {}
        self._chunks: dict[str, tuple[int, ...]] = {}

    @staticmethod
    def from_file(path: Path) -> WordPiece:
        """One piece a line, in the order of the model's table."""
        return WordPiece(path.read_text(encoding="utf-8").splitlines())

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        known = self._split.get(word)
        if known is not None:
            return known
        numbers: list[int] = []
        at = 0
        while at < len(word) <= LONGEST_WORD:
            head = "##" if at else ""
            end = len(word)
            while end > at and head + word[at:end] not in self._number:
                end -= 1
            if end == at:
                break
            numbers.append(self._number[head + word[at:end]])
            at = end
        found = tuple(numbers) if at == len(word) else (self._unknown,)
        if len(self._split) < REMEMBERED_WORDS:
            self._split[word] = found
        return found

    def _pieces_in(self, chunk: str) -> tuple[int, ...]:
        """Of what stands between two blanks: a word and its marks, most of which come again."""
        known = self._chunks.get(chunk)
        if known is None:
            known = tuple(number for word in words_of(chunk) for number in self._pieces_of(word))
            if len(self._chunks) < REMEMBERED_WORDS and len(chunk) <= LONGEST_WORD:
                self._chunks[chunk] = known
        return known

    def encode(self, text: str, longest: int) -> list[int]:
        """The text's pieces between [CLS] and [SEP], cut to `longest` in all."""
        numbers = [self.first]
        for chunk in _CHUNK.finditer(text):
            numbers.extend(self._pieces_in(chunk.group()))
            if len(numbers) >= longest:
                break
        return [*numbers[: longest - 1], self.last]
