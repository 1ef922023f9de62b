"""`audiodream voices`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from audiodream.cli.audition import audition
from audiodream.cli.options import STORY, columns, json_option, presets_option, print_json
from audiodream.errors import Fault
from audiodream.presets import Voice


def _named(name: str, presets: Path | None) -> tuple[Voice, list[Fault]]:
    """The voice of that name as far as it can be read, and its faults."""
    from audiodream.errors import UsageError
    from audiodream.presets_toml import voices as load
    from audiodream.shelves import Shelves, nearest

    faulty: dict[str, list[Fault]] = {}
    found = load(Shelves.around(Path("story"), presets), faulty)
    if name not in found:
        raise UsageError(f"voice {name!r}", "there is no such voice", nearest(name, found))
    return found[name], faulty.get(name, [])


@click.group()
def voices() -> None:
    """The voices: list, show, path, check, audition."""


voices.add_command(audition)


@voices.command("list")
@click.option("--platform", is_flag=True, help="The ids that a voice of the engine `system` may name.")
@presets_option
@json_option
def list_(platform: bool, presets: Path | None, as_json: bool) -> None:
    """All voices and what they are like."""
    if platform:
        _list_platform(as_json)
        return
    from audiodream.presets_toml import voices as load
    from audiodream.shelves import Shelves

    found = load(Shelves.around(Path("story"), presets))
    if as_json:
        print_json([asdict(voice) for voice in found.values()])
    else:
        click.echo(columns([(v.name, v.engine, v.gender, v.age, f"{v.rate_wpm:g} wpm", v.title) for v in found.values()]))


def _list_platform(as_json: bool) -> None:
    from audiodream.engines.system import System

    found = System().voices()
    if as_json:
        print_json([{"id": name, "title": title} for name, title in found])
    else:
        click.echo(columns(found))


@voices.command()
@click.argument("name")
@presets_option
@json_option
def show(name: str, presets: Path | None, as_json: bool) -> None:
    """The voice NAME with all that it inherits."""
    from audiodream.errors import PresetError

    voice, faults = _named(name, presets)
    if faults:
        raise PresetError(faults)
    if as_json:
        print_json(asdict(voice))
    else:
        click.echo(columns([(key, str(value)) for key, value in asdict(voice).items()]))


@voices.command()
@click.argument("name")
@presets_option
def path(name: str, presets: Path | None) -> None:
    """The file that NAME means."""
    click.echo(_named(name, presets)[0].path)


@voices.command()
@click.argument("file", type=STORY)
@presets_option
def check(file: Path, presets: Path | None) -> None:
    """Every fault of a voice's FILE at once; a file without one is asked to say a word."""
    from audiodream.engines import ENGINES
    from audiodream.engines.engine import Delivery
    from audiodream.errors import PresetError, UsageError
    from audiodream.presets_toml import load_voice
    from audiodream.shelves import Shelves

    if not file.is_file():
        raise UsageError(str(file), "there is no such file", "name a voice's .toml (audiodream voices path NAME)")
    if file.suffix.lower() != ".toml":
        raise UsageError(str(file), "is no preset of a voice", "name a .toml; a model in voices/ is tried by `voices audition NAME`")
    voice, faults = load_voice(Shelves.around(file, presets), file)
    if voice is None:
        raise PresetError(faults)
    # a model that is damaged, a style or an id that does not exist: only who speaks finds out
    ENGINES[voice.engine].speak(("Yes.",), voice.settings, Delivery(voice.rate_wpm), 1)
    click.echo(f"{file}: in order")
