"""The command line. The only room that prints, and the only one that knows click; heavy imports wait until a command runs."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

import click

from audiodream import __version__
from audiodream.cli.cache import cache
from audiodream.cli.doctor import doctor
from audiodream.cli.explain import explain
from audiodream.cli.memory import few_sweeps, one_thread_for_sums
from audiodream.cli.moods import moods
from audiodream.cli.preview import preview
from audiodream.cli.render import render
from audiodream.cli.score import score
from audiodream.cli.takes import takes
from audiodream.cli.voices import voices
from audiodream.errors import AudiodreamError

INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog="Start with: audiodream render story.txt")
@click.version_option(__version__, prog_name="audiodream")
def cli() -> None:
    """Render a story into an audio drama: narrated voices over generated ambience that follows the mood."""


for command in (render, score, takes, explain, preview, moods, voices, doctor, cache):
    cli.add_command(command)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main(args: list[str] | None = None) -> None:
    """Run a command; every error becomes one line and an exit status here."""
    signal.signal(signal.SIGTERM, _stop)
    few_sweeps()
    one_thread_for_sums()
    try:
        status = cli.main(args, prog_name="audiodream", standalone_mode=False)
    except click.exceptions.Exit as done:
        status = done.exit_code
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except AudiodreamError as error:
        click.echo(f"audiodream: {error}", err=True)
        status = error.exit_status
    except (KeyboardInterrupt, click.Abort):
        click.echo("audiodream: stopped; nothing was written", err=True)
        status = INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; nobody is left to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except Exception as error:
        if os.environ.get("AUDIODREAM_TRACE"):
            raise
        click.echo(f"audiodream: {type(error).__name__}: {error}: this is a defect of audiodream; please report it with what "
                   "the same command prints under AUDIODREAM_TRACE=1", err=True)
        status = 1
    sys.exit(status if isinstance(status, int) else 0)
