"""Plain text: the characters as they stand."""

from __future__ import annotations

import codecs

from audiodream.errors import StoryError
from audiodream.text import Text, text_of

_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read(source: str, name: str) -> Text:
    """The text as it stands."""
    return text_of(source, name)


def decoded(raw: bytes, shown: str) -> str:
    """The characters of a file, a byte order mark being one of them. Raises StoryError where it is no UTF-8 text with a word in it."""
    if not raw:
        raise StoryError(shown, "is empty", "put a story into it")
    for mark, encoding in _OTHER_MARKS:
        if raw.startswith(mark):
            raise StoryError(shown, f"is {encoding}, not UTF-8", f"convert it: iconv -f {encoding.lower()} -t utf-8 OLD > NEW")
    if b"\0" in raw:
        raise StoryError(shown, "is a binary file (it holds zero bytes)", "name a text file")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StoryError(shown, *_not_utf8(raw, error.start)) from error
    if not any(c.isalnum() for c in text):
        raise StoryError(shown, "holds no word that could be spoken", "put a story into it")
    return text


def _not_utf8(raw: bytes, at: int) -> tuple[str, str]:
    line = raw.count(b"\n", 0, at) + 1
    control = sum(byte < 9 or 13 < byte < 32 for byte in raw[:4096])
    if control > len(raw[:4096]) // 50:
        return "is a binary file", "name a text file"
    fault = f"is not UTF-8 (byte 0x{raw[at]:02x} in line {line})"
    try:
        word = raw[max(0, at - 12) : at + 12].decode("cp1252").split("\n")[0].strip()
    except UnicodeDecodeError:
        return fault, "save it as UTF-8"
    return fault, f"read as Windows-1252 it says {word!r} there: if that is right, convert it with iconv -f cp1252 -t utf-8 OLD > NEW"
