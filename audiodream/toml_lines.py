"""TOML with the line of every key: `tomllib` gives values, and a fault wants to be shown where it stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from audiodream.errors import Fault

KeyPath = tuple[str, ...]
_TABLE = re.compile(r"^\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w\-]+(?:\s*\.\s*[\w\-]+)*|\"[^\"]*\")\s*=")
_PART = re.compile(r'"([^"]*)"|([\w\-]+)')


@dataclass(frozen=True, slots=True)
class Value:
    """A leaf of a TOML file and where it stands."""

    raw: Any
    path: str
    line: int


def _parts(dotted: str) -> KeyPath:
    return tuple(quoted or bare for quoted, bare in _PART.findall(dotted))


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) on which each key or table is first written."""
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = _parts(header[1])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(table + _parts(key[1]), number)
    return lines


def leaves(path: Path) -> tuple[dict[KeyPath, Value], list[Fault]]:
    """Every leaf of the file by its path of keys; a file that cannot be read gives no leaf and one fault."""
    shown = str(path)
    try:
        return dict(_leaves(path.read_text(encoding="utf-8-sig"), shown)), []
    except OSError as error:
        return {}, [Fault(shown, 1, f"cannot be read ({error.strerror or error})")]
    except UnicodeDecodeError:
        return {}, [Fault(shown, 1, "is not UTF-8 text; save it as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        last = path.read_text(encoding="utf-8-sig").count("\n") + 1
        return {}, [Fault(shown, int(where[1]) if where else last, f"is not valid TOML: {error}")]


@lru_cache(512)
def _leaves(text: str, shown: str) -> dict[KeyPath, Value]:
    """A preset is asked for by everyone who extends it: its text is taken apart once."""
    lines = key_lines(text)
    found: dict[KeyPath, Value] = {}

    def walk(node: dict[str, Any], at: KeyPath) -> None:
        for key, raw in node.items():
            here = (*at, key)
            if isinstance(raw, dict):
                walk(raw, here)
            else:
                line = next((lines[here[:n]] for n in range(len(here), 0, -1) if here[:n] in lines), 1)
                found[here] = Value(raw, shown, line)

    walk(tomllib.loads(text), ())
    return found


IndexPath = tuple[str | int, ...]


def indexed_lines(text: str) -> dict[IndexPath, int]:
    """Like `key_lines`, with arrays of tables counted: `("beat", 0, "line", 2, "speaker")`. A table's own line is its header's."""
    lines: dict[IndexPath, int] = {}
    counts: dict[IndexPath, int] = {}
    table: IndexPath = ()
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        inside, fence = bool(fence), _fence_after(line, fence)
        if inside:
            continue
        if header := _TABLE.match(line):
            table = _indexed(_parts(header[1]), line.lstrip().startswith("[["), counts)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
    return lines


def _indexed(parts: KeyPath, array: bool, counts: dict[IndexPath, int]) -> IndexPath:
    """A header's path with the number of each table of an array in it."""
    path: IndexPath = ()
    for n, part in enumerate(parts):
        path = (*path, part)
        if array and n + 1 == len(parts):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _fence_after(line: str, fence: str) -> str:
    """The triple quotes that are open after a line."""
    at = 0
    while True:
        if fence:
            at = line.find(fence, at)
            if at < 0:
                return fence
            at, fence = at + 3, ""
        found = [(line.find(mark, at), mark) for mark in ('"""', "'''") if line.find(mark, at) >= 0]
        if not found:
            return ""
        at, fence = min(found)
        at += 3
