"""`audiodream preview`."""

from __future__ import annotations

from pathlib import Path

import click

from audiodream.cli.options import STORY, json_option, presets_option, print_json


@click.command()
@click.argument("mood", required=False)
@click.option("--seconds", default=12.0, show_default=True, type=click.FloatRange(0.5, 3600))
@click.option("--intensity", type=click.FloatRange(0, 1), help="Hold one intensity instead of rising from 0 to 1.")
@click.option("--texture", help="Only this texture of MOOD: its knobs and its level there. Without MOOD, as it is by itself.")
@click.option("--set", "knobs", multiple=True, metavar="KNOB=VALUE", help="Turn a knob of that texture; it stays so from 0 to 1.")
@click.option("-o", "--out", type=STORY, help="The sound file; without it MOOD.preview.wav, or TEXTURE.preview.wav, here.")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(min=0))
@presets_option
@json_option
def preview(mood: str | None, seconds: float, intensity: float | None, texture: str | None, knobs: tuple[str, ...], out: Path | None,
            seed: int, presets: Path | None, as_json: bool) -> None:
    """Hear a mood or place alone, or one of its textures, rising from intensity 0 to 1.

    A place that has no layers is heard by the room tone that plays there, and by a knock in its room.
    """
    from audiodream.preview import preview as run
    from audiodream.shelves import Shelves

    target = out or Path(f"{texture or mood}.preview.wav")
    heard = run(mood, target, Shelves.around(Path("story"), presets), seconds=seconds, intensity=intensity, texture=texture,
                knobs=knobs, seed=seed)
    if as_json:
        print_json(heard.to_dict())
    else:
        click.echo(target)
        click.echo(str(heard), err=True)
