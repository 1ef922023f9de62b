"""`audiodream score`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audiodream.cli.options import STORY, columns, presets_option

if TYPE_CHECKING:
    from audiodream.presets import Voice
    from audiodream.score import Score


@click.command()
@click.argument("story", type=STORY)
@click.option("-o", "--out", type=STORY, help="Write the score here instead of to standard output.")
@click.option("--format", "form", type=click.Choice(["toml", "json"]), default="toml", show_default=True,
              help="toml to edit and render, json for programs.")
@click.option("--update", "kept", type=STORY, metavar="SCORE", help="An edited score whose edits are to stay.")
@presets_option
def score(story: Path, out: Path | None, form: str, kept: Path | None, presets: Path | None) -> None:
    """Read STORY and show the plan: beats, moods, speakers, cues, repairs."""
    from audiodream.files import check_target, write_text
    from audiodream.score_json import to_json
    from audiodream.score_of import score_of
    from audiodream.score_toml import write_score
    from audiodream.shelves import Shelves
    from audiodream.stock import Stock

    if out is not None:
        check_target(out)
    stock = Stock.of(Shelves.around(story, presets))
    plan, notes = score_of(story, stock.moods, stock.places, stock.voices), stock.notes()
    if kept is not None:
        from audiodream.keeping import keep

        read = plan
        plan = keep(score_of(kept, stock.moods, stock.places, stock.voices), plan)
        notes += plan.notes[len(read.notes):]
    stock.check_score(plan)
    for note in notes:
        click.echo(f"note: {note}", err=True)
    text = write_score(plan) if form == "toml" else to_json(plan)
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_text(out, text)
        click.echo(_summary(plan, stock.voices), err=True)
        click.echo(out)


def _summary(plan: Score, heard: Mapping[str, Voice]) -> str:
    """What the plan holds, and who would speak with which voice."""
    from audiodream.cast import cast, people_of
    from audiodream.score import NARRATOR

    lines = [line for beat in plan.beats for line in beat.lines]
    cues = sum(len(line.cues) for line in lines)
    count = f"{len(plan.beats)} beats, {len(lines)} lines, {cues} cues, {len(plan.repairs)} repairs"
    people = {one.id: one for one in plan.characters}
    rows = []
    for who, voice in cast(people_of(plan), plan, heard).items():
        said = sum(line.speaker == who for line in lines)
        one = people.get(who)
        about = "" if one is None else ", ".join(part for part in (one.names[0] if one.names else "", one.gender, one.age) if part)
        if said or who == NARRATOR:
            rows.append((f"  {who}", voice, f"{said} line{'' if said == 1 else 's'}", about))
    return f"{count}\n{columns(rows)}"
