"""A commented preset to start a mood of one's own from, and the reference of all knobs."""

from __future__ import annotations

from pathlib import Path

from audiodream.errors import PresetError
from audiodream.knobs import Ramp, knobs_of
from audiodream.presets import Mood, Place
from audiodream.presets_toml import load_mood_or_place
from audiodream.rooms import ROOMS
from audiodream.shelves import Shelves
from audiodream.textures import TEXTURES


def _pair(value: float | Ramp) -> str:
    low, high = value if isinstance(value, tuple) else (value, value)
    return f"{low:g}" if low == high else f"[{low:g}, {high:g}]"


def _told_by(shelves: Shelves, parent: Path, name: str) -> list[str]:
    """What the [words] of a preset of that name are for: they belong to a name, so they come from the parent only where that bears it."""
    if name == parent.stem:
        return [f"# Words and sentences by which a story tells of it. Those of the {name} that this one extends are inherited; what you "
                "write here", "# stands instead of them."]
    if name in shelves.names("ambience"):
        return [f"# Words and sentences by which a story tells of it. This file stands before the {name} that was there and does not",
                f'# inherit its words: without any of your own no story is read as {name}. With extends = "{name}" they are inherited.']
    return ["# Words and sentences by which a story tells of it; without any it is used only where a score names it."]


def sketch(shelves: Shelves, parent: Path, name: str) -> str:
    """A file called `name` that extends the mood or place `parent`: all that it inherits stands there as a comment, to be changed line by
    line."""
    one, faults = load_mood_or_place(shelves, parent)
    if one is None:
        raise PresetError(faults)
    lines = [
        f"# Starts as {one.title}. Take the # off a line and change it; what stays a comment is inherited.",
        "# One number is fixed; of two, the first is heard at intensity 0 and the second at intensity 1.",
        f'extends = "{parent.stem}"', f'title = "{name.replace("-", " ").capitalize()}"',
        *(["place = true"] if isinstance(one, Place) else []), "",
        *_told_by(shelves, parent, name),
        *(_of_place(one) if isinstance(one, Place) else _of_mood(one)), "",
    ]
    for layer in one.layers:
        lines += [f"[layer.{layer.name}]", "# off = true            # leaves it out", f'# texture = "{layer.texture}"',
                  f"# level_db = {_pair(layer.level_db)}   # against the other layers"]
        for knob in knobs_of(TEXTURES[layer.texture]).values():
            value = _pair(layer.knobs.get(knob.name, knob.default))
            lines.append(f"# {knob.name} = {value}   # {knob.low:g} .. {knob.high:g} {knob.unit}".rstrip() + f": more {knob.more}")
        lines.append("")
    if not one.layers:
        lines += ["# Nothing of its own is heard yet: take the # off these two and name a texture.", "# [layer.air]",
                  f'# texture = "wind"      # {", ".join(TEXTURES)}', ""]
    return "\n".join(lines)


def _of_mood(mood: Mood) -> list[str]:
    return [
        '# words = ["quiver*", "at last"]', '# examples = ["Something was about to give."]', "",
        "[feel]", f"# valence = {mood.valence:g}     # -1 unpleasant .. 1 pleasant",
        f"# arousal = {mood.arousal:g}     # 0 still .. 1 agitated", "",
        "[delivery]        # what it does to a character's speech; the narrator takes 40 % of it", f"# rate = {_pair(mood.delivery.rate)}",
        f"# pause = {_pair(mood.delivery.pause)}", f"# pitch_st = {_pair(mood.delivery.pitch_st)}", f"# span = {_pair(mood.delivery.span)}",
        f"# level_db = {_pair(mood.delivery.level_db)}", "",
        "[bed]", f"# level_lufs = {_pair(mood.level_lufs)}   # the narration stands at -18", f"# fade_s = {mood.fade_s:g}",
    ]


def _of_place(place: Place) -> list[str]:
    return [
        '# words = ["the old mill", "in the mill"]', "",
        "# The room in which voices and effects stand there.",
        f'# room = "{place.room or "room"}"     # {", ".join(ROOMS)}', "",
        "[bed]             # what is heard there, under the bed of the mood",
        f"# level_lufs = {_pair(place.level_lufs)}   # the narration stands at -18",
    ]


def knob_reference() -> str:
    """Every knob of every texture and effect as Markdown: unit, range, default, what more of it does."""
    from audiodream.effects import EFFECT_CLASSES

    parts = ["# Knobs\n\nMade from the code by `python -m audiodream.sketch`; a test keeps it true. Of two numbers the first is heard at "
             "intensity 0 and the second at intensity 1. Beds are woven from textures (`[layer.NAME]` in a mood's file, "
             "`audiodream preview MOOD --texture NAME --set knob=value` as it is in that mood, without MOOD as it is by itself); effects "
             "are struck by cues.\n"]
    rooms: list[tuple[str, list[tuple[str, type]]]] = [("Textures", list(TEXTURES.items())), ("Effects", list(EFFECT_CLASSES.items()))]
    for room, members in rooms:
        parts.append(f"## {room}\n")
        for name, kind in members:
            about = (kind.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
            parts.append(f"### {name}\n{' '.join(about.split())}\n")
            knobs = knobs_of(kind)
            if knobs:
                parts.append("| knob | default | range | more of it |\n|---|---|---|---|")
                parts += [f"| `{k.name}` | {_pair(k.default)} | {k.low:g} .. {k.high:g} {k.unit} | {k.more} |" for k in knobs.values()]
                parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / "docs" / "knobs.md").write_text(knob_reference(), encoding="utf-8")
