"""Every preset on the shelves, those with faults too: who uses one of these is stopped, who uses none is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audiodream.errors import Fault, PresetError
from audiodream.presets import Mood, Place, Voice
from audiodream.presets_toml import Faulty, moods, places, voices
from audiodream.score import Score
from audiodream.shelves import Shelves

_CHECKED_BY = {"mood": "moods", "place": "moods", "voice": "voices"}


@dataclass(frozen=True, slots=True)
class Stock:
    """Moods, places and voices by name. What has faults is there as far as it can be read, so that a story is read and cast as if it were
    whole. faults: by kind (mood, place, voice), by name."""

    moods: dict[str, Mood]
    places: dict[str, Place]
    voices: dict[str, Voice]
    faults: dict[str, Faulty]

    @staticmethod
    def of(shelves: Shelves, *, with_voices: bool = True) -> Stock:
        faults: dict[str, Faulty] = {"mood": {}, "place": {}, "voice": {}}
        return Stock(moods(shelves, faults["mood"]), places(shelves, faults["place"]),
                     voices(shelves, faults["voice"]) if with_voices else {}, faults)

    def check(self, **used: Iterable[str]) -> None:
        """PresetError with every fault of those that are used: names by kind."""
        told = [fault for kind, names in used.items() for name in sorted(set(names)) for fault in self.faults[kind].get(name, ())]
        if told:
            raise PresetError(list(dict.fromkeys(told)))

    def check_score(self, score: Score) -> None:
        """The same for all that a score names."""
        self.check(mood=(beat.mood for beat in score.beats), place=(beat.place for beat in score.beats),
                   voice=(one.voice for one in score.characters))

    def notes(self) -> list[str]:
        """What to say of presets with faults where none of them is used."""
        said: dict[tuple[str, tuple[Fault, ...]], list[str]] = {}
        for kind, faulty in self.faults.items():
            for name, faults in faulty.items():
                said.setdefault((kind, tuple(faults)), []).append(name)
        return [_note(kind, names, faults) for (kind, faults), names in said.items()]


def _note(kind: str, names: list[str], faults: tuple[Fault, ...]) -> str:
    who = f"{kind}{'s' if len(names) > 1 else ''} {', '.join(map(repr, names))}"
    more = f" (and {len(faults) - 1} more: audiodream {_CHECKED_BY[kind]} check)" if len(faults) > 1 else ""
    return f"nothing here uses the {who}, which cannot be read without faults: {faults[0]}{more}"
