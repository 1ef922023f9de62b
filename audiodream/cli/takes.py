"""`audiodream takes`."""

from __future__ import annotations

from pathlib import Path

import click

from audiodream.cli.options import STORY, columns, json_option, presets_option, print_json


@click.command()
@click.argument("story", type=STORY)
@click.option("--speaker", help="Only the lines of this character.")
@presets_option
@json_option
def takes(story: Path, speaker: str | None, presets: Path | None, as_json: bool) -> None:
    """The lines of STORY (or a score) with their ids, to be recorded as takes/ID.wav beside it."""
    from audiodream.errors import UsageError
    from audiodream.line_ids import line_ids, recordings_near
    from audiodream.score_of import score_of
    from audiodream.shelves import Shelves, nearest
    from audiodream.stock import Stock

    stock = Stock.of(Shelves.around(story, presets))
    score = score_of(story, stock.moods, stock.places, stock.voices)
    stock.check_score(score)
    lines = [line for beat in score.beats for line in beat.lines]
    speakers = {line.speaker for line in lines}
    if speaker is not None and speaker not in speakers:
        raise UsageError(f"speaker {speaker!r}", "says nothing in this story", nearest(speaker, speakers))
    found = recordings_near(story, score)
    rows = [(name, line, found.files.get(k)) for k, (name, line) in enumerate(zip(line_ids(lines), lines, strict=True))
            if speaker in (None, line.speaker)]
    if as_json:
        print_json([{"id": name, "speaker": line.speaker, "manners": line.manners, "text": line.text,
                     "recording": str(file) if file else None} for name, line, file in rows])
        return
    click.echo(columns([(name, "recorded" if file else "", line.speaker, " ".join((*(f"({m})" for m in line.manners), line.text)))
                        for name, line, file in rows]))
    for note in [*stock.notes(), *found.notes()]:
        click.echo(f"note: {note}", err=True)
