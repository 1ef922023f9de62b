"""Presets from TOML: inheritance, checks, and every fault at once with file and line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from audiodream.dropped import dropped
from audiodream.errors import Fault, PresetError
from audiodream.knobs import Ramp, is_ramp, knobs_of
from audiodream.preset_leaves import Leaves, Reader, chain
from audiodream.presets import Layer, Mood, MoodDelivery, Pauses, Place, Voice
from audiodream.shelves import Shelves, nearest
from audiodream.toml_lines import Value, leaves

T = TypeVar("T")
Faulty = dict[str, list[Fault]]
"""By name: the faults of those presets that have any."""
GENDERS = ("female", "male", "they", "unknown")
AGES = ("child", "adult", "old")
_PATHS = frozenset({"model", "config", "folder"})
"""Settings of engines that name a file or a folder: a relative one lies beside the preset that says so."""


def _layers(reader: Reader, given: Leaves) -> tuple[Layer, ...]:
    from audiodream.textures import TEXTURES

    made = []
    for name in reader.tables(("layer",)):
        at = ("layer", name)
        off = reader.flag((*at, "off"), False)
        texture = reader.text((*at, "texture"), among=tuple(TEXTURES))
        level = reader.ramp((*at, "level_db"), (0.0, 0.0), -60.0, 20.0, "dB")
        gate = reader.ramp((*at, "gate"), (0.0, 0.0), 0.0, 1.0)
        if not texture:
            first = next(value for path, value in given.items() if path[:2] == at)
            if (*at, "texture") not in given and not reader.orphan:
                others = [path[1] for path in given if path[0] == "layer" and path[2:] == ("texture",)]
                reader.fault(first, f"layer {name!r} names no texture; {_meant(name, others)}")
            reader.rest(at)
            continue
        kind = TEXTURES[texture]
        knobs: dict[str, float | Ramp] = {}
        for knob in knobs_of(kind).values():
            if (*at, knob.name) in given:
                pair = is_ramp(kind, knob.name)
                both = reader.ramp((*at, knob.name), knob.default, knob.low, knob.high, knob.unit, pair=pair)
                knobs[knob.name] = both if pair else both[0]
        for key, value in reader.rest(at).items():
            known = [*knobs_of(kind), "texture", "level_db", "gate", "off"]
            reader.fault(value, f"unknown knob {key!r} of texture {texture!r} in layer {name!r}; {nearest(key, known)}")
        if not off:
            made.append(Layer(name, texture, level, gate, knobs))
    return tuple(made)


def _meant(name: str, layers: Sequence[str]) -> str:
    """What a layer without a texture may have been meant to be."""
    hint = nearest(name, layers)
    return hint if hint.startswith("did you mean") else "give it one, such as texture = \"wind\""


def _delivery(reader: Reader) -> MoodDelivery:
    d = MoodDelivery()
    return MoodDelivery(
        rate=reader.ramp(("delivery", "rate"), d.rate, 0.5, 1.6),
        pause=reader.ramp(("delivery", "pause"), d.pause, 0.3, 3.0),
        pitch_st=reader.ramp(("delivery", "pitch_st"), d.pitch_st, -6.0, 6.0, "st"),
        span=reader.ramp(("delivery", "span"), d.span, 0.3, 2.0),
        level_db=reader.ramp(("delivery", "level_db"), d.level_db, -12.0, 6.0, "dB"),
    )


def _ambience(shelves: Shelves, path: Path, level_lufs: Ramp) -> tuple[Reader, list[Fault], dict[str, Any]]:
    """A file of `ambience/` with what a mood and a place have in common."""
    given, faults, orphan = chain(shelves, "ambience", path)
    reader = Reader(given, faults, path, orphan)
    reader.flag(("place",), False)
    return reader, faults, {
        "name": path.stem,
        "title": reader.text(("title",), path.stem),
        "path": str(path),
        "words": reader.texts(("words",)),
        "level_lufs": reader.ramp(("bed", "level_lufs"), level_lufs, -70.0, -20.0, "LUFS"),
        "layers": _layers(reader, given),
    }


def load_mood(shelves: Shelves, path: Path) -> tuple[Mood | None, list[Fault]]:
    """The mood, or None with every fault of its files. For a file that may hold a place: `load_mood_or_place`."""
    return _whole(*_mood(shelves, path))


def load_place(shelves: Shelves, path: Path) -> tuple[Place | None, list[Fault]]:
    """The place, or None with every fault of its files."""
    return _whole(*_place(shelves, path))


def load_voice(shelves: Shelves, path: Path) -> tuple[Voice | None, list[Fault]]:
    """The voice, or None with every fault of its files."""
    return _whole(*_voice(shelves, path))


def _whole(one: T, faults: list[Fault]) -> tuple[T | None, list[Fault]]:
    return (None, faults) if faults else (one, [])


def _mood(shelves: Shelves, path: Path) -> tuple[Mood, list[Fault]]:
    """The mood as far as it can be read."""
    reader, faults, both = _ambience(shelves, path, (-42.0, -38.0))
    mood = Mood(
        **both,
        examples=reader.texts(("examples",)),
        valence=reader.number(("feel", "valence"), 0.0, -1.0, 1.0),
        arousal=reader.number(("feel", "arousal"), 0.2, 0.0, 1.0),
        delivery=_delivery(reader),
        fade_s=reader.number(("bed", "fade_s"), 3.0, 0.05, 20.0, "s"),
    )
    reader.end()
    return mood, faults


def _place(shelves: Shelves, path: Path) -> tuple[Place, list[Fault]]:
    """The place as far as it can be read."""
    from audiodream.rooms import ROOMS

    reader, faults, both = _ambience(shelves, path, (-44.0, -44.0))
    place = Place(**both, room=reader.text(("room",), "", among=tuple(ROOMS)))
    reader.end()
    return place, faults


def _voice(shelves: Shelves, path: Path) -> tuple[Voice, list[Fault]]:
    """The voice as far as it can be read. Casting chooses it only where what it goes by can be."""
    from audiodream.engines import ENGINES
    from audiodream.rooms import ROOMS

    given, faults, orphan = chain(shelves, "voices", path)
    reader = Reader(given, faults, path, orphan)
    engine_at = given.get(("speech", "engine"), Value("", str(path), 1))
    p, known = Pauses(), len(faults)
    engine = reader.text(("speech", "engine"), "", among=tuple(ENGINES))
    like: dict[str, Any] = {
        "gender": reader.text(("gender",), "unknown", among=GENDERS),
        "age": reader.text(("age",), "adult", among=AGES),
        "tags": reader.texts(("tags",)),
    }
    wanted = reader.flag(("cast",), True)
    voice = Voice(
        name=path.stem,
        title=reader.text(("title",), path.stem),
        path=str(path),
        engine=engine,
        **like,
        cast=wanted and bool(engine) and len(faults) == known,
        manners=reader.texts(("manners",)),
        rate_wpm=reader.number(("speech", "rate_wpm"), 155.0, 80.0, 260.0, "wpm"),
        pitch_st=reader.number(("speech", "pitch_st"), 0.0, -6.0, 6.0, "st"),
        formant_st=reader.number(("speech", "formant_st"), 0.0, -6.0, 6.0, "st"),
        level_db=reader.number(("speech", "level_db"), 0.0, -12.0, 6.0, "dB"),
        pan=reader.number(("placement", "pan"), 0.0, -1.0, 1.0),
        distance=int(reader.number(("placement", "distance"), 3, 1, 5)),
        room=reader.text(("placement", "room"), "", among=("", *ROOMS)),
        pauses=Pauses(**{f.name: reader.number(("pauses", f.name), getattr(p, f.name), 0.0, 10.0, "s") for f in fields(Pauses)}),
        settings=_settings(reader),
    )
    reader.end()
    if voice.engine:
        faults += [Fault(engine_at.path, engine_at.line, what) for what in ENGINES[voice.engine].faults(voice.settings)]
    elif not reader.orphan and not any(fault.line == engine_at.line and fault.path == engine_at.path for fault in faults):
        faults.append(Fault(str(path), 1, "names no engine under [speech]"))
    return voice, faults


def _settings(reader: Reader) -> dict[str, Any]:
    """What the engine needs: every other key under [speech], tables such as a blend included."""
    settings: dict[str, Any] = {key: _beside(value) if key in _PATHS else value.raw for key, value in reader.rest(("speech",)).items()}
    for table in reader.tables(("speech",)):
        settings[table] = {key: value.raw for key, value in reader.rest(("speech", table)).items()}
    return settings


def _beside(value: Value) -> Any:
    """The path of what lies beside the preset; anything else, such as the name of a built-in model, as it is written."""
    beside = Path(value.path).resolve().parent / value.raw if isinstance(value.raw, str) and value.raw else None
    return str(beside) if beside is not None and beside.exists() else value.raw


def is_place(shelves: Shelves, path: Path) -> bool:
    """True where the file says so, or one that it extends."""
    given, faults = leaves(path)
    if ("place",) not in given and (("extends",) in given or faults):
        given, _, _ = chain(shelves, "ambience", path)
    return ("place",) in given and given[("place",)].raw is True


def load_mood_or_place(shelves: Shelves, path: Path) -> tuple[Mood | Place | None, list[Fault]]:
    """What a file of `ambience/` holds, or None with every fault of its files."""
    return load_place(shelves, path) if is_place(shelves, path) else load_mood(shelves, path)


def moods(shelves: Shelves, faulty: Faulty | None = None) -> dict[str, Mood]:
    """Every mood on the shelves; PresetError with all faults of all files.

    faulty: takes the faults instead; what has any is then there as far as it can be read.
    """
    return _all(shelves, "ambience", _mood, faulty, skip=lambda path: is_place(shelves, path))


def places(shelves: Shelves, faulty: Faulty | None = None) -> dict[str, Place]:
    """Every place on the shelves; for the rest see `moods`."""
    return _all(shelves, "ambience", _place, faulty, skip=lambda path: not is_place(shelves, path))


def voices(shelves: Shelves, faulty: Faulty | None = None) -> dict[str, Voice]:
    """Every voice on the shelves, and every model that lies in a `voices/` and has no preset of its name; for the rest see `moods`.

    PresetError also for a model whose voices' names cannot be read.
    """
    made = _all(shelves, "voices", _voice, faulty, skip=lambda _: False)
    for voice in dropped(shelves):
        made.setdefault(voice.name, voice)
    return made


def _all(
    shelves: Shelves, kind: str, read: Callable[[Shelves, Path], tuple[T, list[Fault]]], faulty: Faulty | None, skip: Callable[[Path], bool]
) -> dict[str, T]:
    made: dict[str, T] = {}
    found: Faulty = {}
    for name, path in shelves.names(kind).items():
        if not skip(path):
            made[name], faults = read(shelves, path)
            if faults:
                found[name] = faults
    if faulty is not None:
        faulty |= found
    elif found:
        raise PresetError(list(dict.fromkeys(fault for faults in found.values() for fault in faults)))
    return made
