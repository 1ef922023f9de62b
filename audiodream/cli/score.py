"""`audiodream score`."""

from __future__ import annotations

from pathlib import Path

import click

from audiodream.cli.options import STORY, presets_option


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
    from audiodream.presets_toml import moods, places, voices
    from audiodream.score_json import to_json
    from audiodream.score_of import score_of
    from audiodream.score_toml import write_score
    from audiodream.shelves import Shelves

    if out is not None:
        check_target(out)
    shelves = Shelves.around(story, presets)
    plan = score_of(story, moods(shelves), places(shelves), voices(shelves))
    if kept is not None:
        from audiodream.keeping import keep

        plan = keep(score_of(kept, moods(shelves), places(shelves), voices(shelves)), plan)
    text = write_score(plan) if form == "toml" else to_json(plan)
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_text(out, text)
        click.echo(out)
