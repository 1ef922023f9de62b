"""TOML with the line of every key: `tomllib` gives values, and a fault wants to be shown where it stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
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
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        return {}, [Fault(shown, 1, f"cannot be read ({error.strerror or error})")]
    except UnicodeDecodeError:
        return {}, [Fault(shown, 1, "is not UTF-8 text; save it as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        return {}, [Fault(shown, int(where[1]) if where else text.count("\n") + 1, f"is not valid TOML: {error}")]
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

    walk(data, ())
    return found, []
