"""Knobs: the numbers of a texture, an effect or a room that a preset may set. No numpy here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, TypeVar

T = TypeVar("T")
Ramp = tuple[float, float]
"""A knob's value at intensity 0 and at intensity 1; between them it is linear. One number in a preset is both."""


@dataclass(frozen=True, slots=True)
class Knob:
    """A knob's bounds and meaning; `more` says what more of it does to the ear."""

    name: str
    default: Ramp
    low: float
    high: float
    unit: str
    more: str


def ramp(at_0: float, at_1: float, *, low: float, high: float, unit: str, more: str) -> Any:
    """A dataclass field that follows the intensity: `tension: Ramp = ramp(0.2, 0.9, low=0, high=1, unit="", more="...")`."""
    return field(default=(at_0, at_1), metadata={"knob": (low, high, unit, more)})


def fixed(value: float, *, low: float, high: float, unit: str, more: str) -> Any:
    """A dataclass field of one number: `decay_s: float = fixed(1.2, low=0.1, high=9, unit="s", more="...")`."""
    return field(default=value, metadata={"knob": (low, high, unit, more)})


def knobs_of(kind: type) -> dict[str, Knob]:
    """Every knob of a texture or effect class, by name, in the order of the class."""
    found = {}
    for f in fields(kind):
        if "knob" in f.metadata and f.default is not MISSING:
            low, high, unit, more = f.metadata["knob"]
            default = f.default if isinstance(f.default, tuple) else (f.default, f.default)
            found[f.name] = Knob(f.name, default, low, high, unit, more)
    return found


def is_ramp(kind: type, name: str) -> bool:
    """True where the knob may be given two numbers."""
    return any(f.name == name and isinstance(f.default, tuple) for f in fields(kind))


def turned(kind: type[T], given: Mapping[str, float | Ramp]) -> T:
    """A texture or effect with these knobs; one number for a knob that follows the intensity is both its ends."""
    return kind(**{name: (value, value) if is_ramp(kind, name) and not isinstance(value, tuple) else value
                   for name, value in given.items()})
