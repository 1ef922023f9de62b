"""`audiodream render`."""

from __future__ import annotations

from pathlib import Path

import click

from audiodream.cli.memory import one_arena
from audiodream.cli.options import STORY, json_option, presets_option, print_json
from audiodream.cli.progress import progress_bar


@click.command()
@click.argument("story", type=STORY)
@click.option("-o", "--out", type=STORY, help="The sound file: .wav .flac .ogg .opus .mp3 .m4a. Without it, a WAV beside the story.")
@presets_option
@click.option("--voice", default="narrator", show_default=True, help="Who narrates (see: audiodream voices list).")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(min=0), help="Another seed: another reading, another bed.")
@click.option("--target", default="podcast", show_default=True, help="podcast, broadcast, speech-stream or acx.")
@click.option("--balance", default="cinematic", show_default=True, help="cinematic or accessible (20 LU between voice and bed).")
@click.option("--bed", "bed_offset_db", default=0.0, metavar="DB", help="All beds louder (+) or softer (-), in dB.")
@click.option("--spots", type=click.IntRange(min=0),
              help="How many spot effects a chapter may have; what you wrote into a score is always heard.  [default: 10]")
@click.option("--stems", type=STORY, metavar="DIR", help="Also write voice.wav and bed.wav, which sum to the mix.")
@click.option("--cast", type=STORY, metavar="FILE", help="Who speaks with which voice: read, completed and written.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Voices that speak at once.")
@click.option("--no-cache", is_flag=True, help="Keep no takes; speak every line again.")
@click.option("--verify", is_flag=True, help="Have all takes read back by a recogniser and list the words that it missed.")
@click.option("--verify-model", type=STORY, metavar="DIR", help="Another recogniser: a Whisper in CTranslate2's format. Implies --verify.")
@click.option("--quiet", is_flag=True, help="No bar, no notes.")
@json_option
def render(story: Path, out: Path | None, presets: Path | None, voice: str, seed: int, target: str, balance: str, bed_offset_db: float,
           spots: int | None, stems: Path | None, cast: Path | None, workers: int, no_cache: bool, verify: bool,
           verify_model: Path | None, quiet: bool, as_json: bool) -> None:
    """Render STORY (.txt, .md, or a score) into a sound file."""
    if verify or verify_model:
        from audiodream.recogniser import check

        check(verify_model)
    from audiodream.warming import warm

    one_arena()
    warm(voice, story, presets)
    # imported only now: the narrator's model loads meanwhile
    from audiodream.drama import Settings
    from audiodream.drama import render as run

    settings = Settings(presets=presets, voice=voice, seed=seed, target=target, balance=balance, bed_offset_db=bed_offset_db,
                        spots=spots, stems=stems, cast=cast, workers=workers, cache=not no_cache, verify=verify or verify_model is not None,
                        verify_model=verify_model)
    with progress_bar(quiet) as tell:
        report = run(story, out, settings, tell)
    if as_json:
        print_json(report.to_dict())
        return
    click.echo(report.path)
    if not quiet:
        for who, speaks in report.cast.items():
            click.echo(f"cast: {who} - {speaks}", err=True)
        for note in report.notes:
            click.echo(f"note: {note}", err=True)
