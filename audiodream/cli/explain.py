"""`audiodream explain`."""

from __future__ import annotations

from pathlib import Path

import click

from audiodream.cli.options import STORY, json_option, presets_option, print_json


@click.command()
@click.argument("story", type=STORY)
@click.option("--beat", type=click.IntRange(min=1), help="Only this beat, counted from 1.")
@presets_option
@json_option
def explain(story: Path, beat: int | None, presets: Path | None, as_json: bool) -> None:
    """Why each beat of STORY has its mood, each quote its speaker, and each sound its cue, or none."""
    from audiodream.explaining import explained, shown
    from audiodream.shelves import Shelves
    from audiodream.stock import Stock

    stock = Stock.of(Shelves.around(story, presets), with_voices=False)
    why = explained(story, stock.moods, stock.places, beat)
    stock.check(mood=(one["mood"] for one in why["beats"]), place=(one["place"] for one in why["beats"]))
    why["notes"] += stock.notes()
    if as_json:
        print_json(why)
    else:
        for text, style in shown(why):
            click.secho(text, nl=False, fg=style or None)
