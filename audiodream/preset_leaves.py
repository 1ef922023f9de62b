"""A preset's leaves: over those of its ancestors, and taken one by one, every fault with its file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from audiodream.errors import Fault
from audiodream.knobs import Ramp
from audiodream.shelves import Shelves, nearest
from audiodream.toml_lines import KeyPath, Value, leaves

Leaves = dict[KeyPath, Value]
T = TypeVar("T")
FRESH_KEYS = {"texture", "engine"}
"""A table that changes one of these starts afresh: the knobs of another texture mean nothing to it."""
OWN_KEYS = {("words",), ("examples",)}
"""A file that goes by another name does not inherit these."""


def chain(shelves: Shelves, kind: str, path: Path) -> tuple[Leaves, list[Fault], bool]:
    """The leaves of a preset over those of its ancestors, each with where it was last written; the faults; and whether the file cannot be
    read or an ancestor is missing, so that what is not there may be no fault of its own. A file that cannot be read stands for the one of
    its name that it hides."""
    own, faults = leaves(path)
    line_of_extends, orphan = own.get(("extends",)), bool(faults)
    if faults and shelves.behind(kind, path) is not None:
        line_of_extends = Value(path.stem, str(path), 1)
    ancestors: list[Leaves] = [own]
    seen = [path.resolve()]
    while line_of_extends is not None:
        value = line_of_extends
        parent = _parent(shelves, kind, value, seen[-1], faults)
        orphan = orphan or parent is None
        if parent is None:
            break
        if parent.resolve() in seen:
            faults.append(Fault(value.path, value.line, f"extends {value.raw!r}, which extends this file again"))
            break
        seen.append(parent.resolve())
        above, more = leaves(parent)
        faults += more
        ancestors.append(above)
        line_of_extends = above.get(("extends",))
    merged: Leaves = {}
    for file, layer in reversed(list(zip(seen, ancestors, strict=True))):
        if file.stem != path.stem:
            # by what a story tells of a mood belongs to its name: two moods with the same words would halve each other
            layer = {at: value for at, value in layer.items() if at not in OWN_KEYS}
        for at, value in layer.items():
            changed = at[-1] in FRESH_KEYS and at in merged and merged[at].raw != value.raw
            if changed:
                merged = {k: v for k, v in merged.items() if k[:-1] != at[:-1]}
        merged |= layer
    merged.pop(("extends",), None)
    return merged, faults, orphan


def _parent(shelves: Shelves, kind: str, value: Value, path: Path, faults: list[Fault]) -> Path | None:
    if not isinstance(value.raw, str):
        faults.append(Fault(value.path, value.line, "extends must be the name of one preset, in quotes"))
        return None
    found = shelves.behind(kind, path) if value.raw == path.stem else shelves.bearer(kind, value.raw)
    if found is None:
        hint = nearest(value.raw, shelves.names(kind))
        faults.append(Fault(value.path, value.line, f"extends {value.raw!r}, which is not there; {hint}"))
    return found


class Reader:
    """Takes leaves one by one, notes what is wrong with each, and in the end what nobody asked for."""

    def __init__(self, given: Leaves, faults: list[Fault], path: Path, orphan: bool = False) -> None:
        self._given, self._faults, self._path, self.orphan = dict(given), faults, str(path), orphan
        self._known: dict[KeyPath, set[str]] = {}

    def _take(self, at: KeyPath) -> Value | None:
        self._known.setdefault(at[:-1], set()).add(at[-1])
        return self._given.pop(at, None)

    def fault(self, value: Value, what: str) -> None:
        self._faults.append(Fault(value.path, value.line, what))

    def _typed(self, at: KeyPath, default: T, right: Callable[[Any], bool], want: str) -> T:
        value = self._take(at)
        if value is None:
            return default
        if not right(value.raw):
            self.fault(value, f"{'.'.join(at)} must be {want}, not {value.raw!r}")
            return default
        return value.raw  # type: ignore[no-any-return]

    def text(self, at: KeyPath, default: str = "", *, among: tuple[str, ...] = ()) -> str:
        value = self._given.get(at)
        got = self._typed(at, default, lambda raw: isinstance(raw, str), "text in quotes")
        if value is not None and among and isinstance(value.raw, str) and got not in among:
            self.fault(value, f"{'.'.join(at)} = {got!r} is not known; {nearest(got, among)}")
            return default
        return got

    def flag(self, at: KeyPath, default: bool) -> bool:
        return self._typed(at, default, lambda raw: isinstance(raw, bool), "true or false")

    def texts(self, at: KeyPath) -> tuple[str, ...]:
        want = "a list of texts"
        return tuple(self._typed(at, (), lambda raw: isinstance(raw, list) and all(isinstance(x, str) for x in raw), want))

    def number(self, at: KeyPath, default: float, low: float, high: float, unit: str = "") -> float:
        return self.ramp(at, (default, default), low, high, unit, pair=False)[0]

    def ramp(self, at: KeyPath, default: Ramp, low: float, high: float, unit: str = "", *, pair: bool = True) -> Ramp:
        value = self._take(at)
        if value is None:
            return default
        raw = value.raw if isinstance(value.raw, list) else [value.raw, value.raw]
        numbers = [x for x in raw if isinstance(x, (int, float)) and not isinstance(x, bool)]
        if len(raw) != 2 or len(numbers) != 2 or (isinstance(value.raw, list) and not pair):
            want = "a number or [at intensity 0, at intensity 1]" if pair else "one number"
            self.fault(value, f"{'.'.join(at)} must be {want}, not {value.raw!r}")
            return default
        outside = [x for x in numbers if not low <= x <= high]
        if outside:
            self.fault(value, f"{'.'.join(at)} = {outside[0]:g} is outside {low:g} .. {high:g} {unit}".rstrip())
            return default
        return float(numbers[0]), float(numbers[1])

    def rest(self, under: KeyPath) -> dict[str, Value]:
        """What is left directly under a table, taken."""
        left = {at[-1]: value for at, value in self._given.items() if at[:-1] == under}
        for name in left:
            self._take((*under, name))
        return left

    def tables(self, under: KeyPath) -> list[str]:
        """Names of the tables under a key, in the order of the files."""
        return list(dict.fromkeys(at[len(under)] for at in self._given if at[:len(under)] == under and len(at) > len(under) + 1))

    def end(self) -> None:
        """Everything that was not asked for is a fault."""
        for at, value in self._given.items():
            known = self._known.get(at[:-1], set())
            tables = {path[len(at[:-1])] for path in self._known if len(path) >= len(at) and path[:len(at) - 1] == at[:-1]}
            if not known | tables:
                heads = {path[0] for path in self._known if path}
                what = f"unknown table [{'.'.join(at[:-1])}]; {nearest(at[0], heads)}"
            else:
                where = f" in [{'.'.join(at[:-1])}]" if at[:-1] else ""
                what = f"unknown key {at[-1]!r}{where}; {nearest(at[-1], known | tables)}"
            self._faults.append(Fault(value.path, value.line, what))
