"""`audiodream voices audition`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from audiodream.cli.options import STORY, json_option, presets_option, print_json
from audiodream.cli.progress import progress_bar


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--text", help="What each voice says behind its name.")
@click.option("-o", "--out", type=STORY, help="The sound file; without it audition.wav here.")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(min=0))
@click.option("--quiet", is_flag=True, help="No bar, no list of times.")
@presets_option
@json_option
def audition(names: tuple[str, ...], text: str | None, out: Path | None, seed: int, quiet: bool, presets: Path | None,
             as_json: bool) -> None:
    """One file in which each voice NAME, or every voice, says who it is."""
    from audiodream.audition import TEXT
    from audiodream.audition import audition as run
    from audiodream.shelves import Shelves
    from audiodream.stock import Stock
    from audiodream.takes import TakeCache

    target, stock = out or Path("audition.wav"), Stock.of(Shelves.around(Path("story"), presets))
    stock.check(voice=names or stock.voices)
    with progress_bar(quiet) as tell:
        heard, notes = run(names, stock.voices, target, TEXT if text is None else text, seed=seed, cache=TakeCache(), progress=tell)
    if as_json:
        print_json({"path": str(target), "voices": [asdict(one) for one in heard], "notes": notes})
        return
    click.echo(target)
    if not quiet:
        for one in heard:
            click.echo(f"{one.start_s:7.1f} s  {one.voice}", err=True)
        for note in notes:
            click.echo(f"note: {note}", err=True)
