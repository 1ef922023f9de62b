"""`audiodream cache`."""

from __future__ import annotations

import click

from audiodream.cli.options import json_option, print_json


@click.group()
def cache() -> None:
    """Takes that were spoken before: how many there are, and how to be rid of them."""


@cache.command()
@json_option
def info(as_json: bool) -> None:
    """Where the cache lies and what it holds."""
    from audiodream.takes import TakeCache

    about = TakeCache().info()
    if as_json:
        print_json({"folder": str(about.folder), "takes": about.takes, "bytes": about.bytes, "limit_bytes": about.limit_bytes})
    else:
        click.echo(f"{about.folder}\n{about.takes} takes, {about.bytes / 1e6:.1f} MB of at most {about.limit_bytes / 1e6:.0f} MB")


@cache.command()
def clear() -> None:
    """Remove all takes. They are spoken again when they are needed."""
    from audiodream.takes import TakeCache

    gone = TakeCache().clear()
    click.echo(f"{gone.takes} takes removed, {gone.bytes / 1e6:.1f} MB")
