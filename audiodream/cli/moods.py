"""`audiodream moods`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from audiodream.cli.options import STORY, columns, json_option, presets_option, print_json


@click.group()
def moods() -> None:
    """The moods and places, and their beds: list, show, path, check, new."""


@moods.command("list")
@presets_option
@json_option
def list_(presets: Path | None, as_json: bool) -> None:
    """All moods and places, and where they lie."""
    from audiodream.presets_toml import moods as load
    from audiodream.presets_toml import places
    from audiodream.shelves import Shelves

    shelves = Shelves.around(Path("story"), presets)
    found, where = load(shelves), places(shelves)
    if as_json:
        print_json({"moods": [asdict(mood) for mood in found.values()], "places": [asdict(place) for place in where.values()]})
        return
    rows = [(m.name, m.title, f"valence {m.valence:+.1f}", f"arousal {m.arousal:.1f}", ", ".join(layer.texture for layer in m.layers))
            for m in found.values()]
    click.echo("moods (the feeling of a beat, and the bed that it has)\n" + columns(rows))
    there = [(p.name, p.title, f"room {p.room}" if p.room else "-", ", ".join(layer.texture for layer in p.layers) or "-")
             for p in where.values()]
    click.echo("\nplaces (where a beat plays: the room of its voices, and what is heard there under the bed)\n" + columns(there))


@moods.command()
@click.argument("name")
@presets_option
@json_option
def show(name: str, presets: Path | None, as_json: bool) -> None:
    """The mood or place NAME with all that it inherits."""
    from audiodream.errors import PresetError
    from audiodream.presets import Place
    from audiodream.presets_toml import load_mood_or_place
    from audiodream.shelves import Shelves

    shelves = Shelves.around(Path("story"), presets)
    one, faults = load_mood_or_place(shelves, shelves.find("ambience", name))
    if one is None:
        raise PresetError(faults)
    if as_json:
        print_json(asdict(one))
        return
    bed = f"{one.level_lufs[0]:g} .. {one.level_lufs[1]:g} LUFS"
    if isinstance(one, Place):
        click.echo(f"{one.title} ({one.path})\na place; its voices and effects stand in the room: {one.room or 'room'}")
        click.echo(f"heard there under the mood's bed: {bed}" if one.layers else "nothing of its own is heard there under the mood's bed")
    else:
        click.echo(f"{one.title} ({one.path})\nfeel: valence {one.valence:+.2f}, arousal {one.arousal:.2f}")
        click.echo(f"bed: {bed}, fades in over {one.fade_s:g} s")
    if one.layers:
        click.echo(columns([(f"  {x.name}", x.texture, f"{x.level_db[0]:+g} .. {x.level_db[1]:+g} dB",
                             ", ".join(f"{k} {v}" for k, v in x.knobs.items())) for x in one.layers]))
    click.echo(f"words: {', '.join(one.words) or '-'}")
    if not isinstance(one, Place):
        click.echo(f"examples: {len(one.examples)}")


@moods.command()
@click.argument("name")
@presets_option
def path(name: str, presets: Path | None) -> None:
    """The file that NAME means."""
    from audiodream.shelves import Shelves

    click.echo(Shelves.around(Path("story"), presets).find("ambience", name))


@moods.command()
@click.argument("file", type=STORY)
@presets_option
def check(file: Path, presets: Path | None) -> None:
    """Every fault of a mood's or place's FILE at once."""
    from audiodream.errors import PresetError, UsageError
    from audiodream.presets_toml import load_mood_or_place
    from audiodream.shelves import Shelves

    if not file.is_file():
        raise UsageError(str(file), "there is no such file", "name a mood's .toml (audiodream moods path NAME)")
    _, faults = load_mood_or_place(Shelves.around(file, presets), file)
    if faults:
        raise PresetError(faults)
    click.echo(f"{file}: in order")


@moods.command()
@click.argument("name")
@click.option("--extends", "parent", help="The mood or place to start from.  [default: the one of that name, or room-tone]")
@presets_option
def new(name: str, parent: str | None, presets: Path | None) -> None:
    """Write ambience/NAME.toml here, with comments, to start from."""
    import re

    from audiodream.errors import TargetError, UsageError
    from audiodream.files import write_text
    from audiodream.shelves import Shelves
    from audiodream.sketch import sketch

    if not re.fullmatch(r"[\w][\w-]*", name):
        raise UsageError(f"mood {name!r}", "cannot be a file name", "use letters, digits and hyphens")
    target = Path("ambience") / f"{name}.toml"
    if target.exists():
        raise TargetError(str(target), "is there already", "choose another name, or edit it")
    shelves = Shelves.around(Path("story"), presets)
    if parent is None:
        # under a known name from something else it would no longer be what stories and scores mean by it
        parent = name if name in shelves.names("ambience") else "room-tone"
    write_text(target, sketch(shelves, shelves.find("ambience", parent), name))
    click.echo(target)
