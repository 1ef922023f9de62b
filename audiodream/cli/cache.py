"""`audiodream cache`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from audiodream.cli.options import json_option, print_json

if TYPE_CHECKING:
    from audiodream.store import Store


@click.group()
def cache() -> None:
    """What was made before and is kept: takes, readings, beds; how much there is, and how to be rid of it."""


@cache.command()
@json_option
def info(as_json: bool) -> None:
    """Where the cache lies and what it holds."""
    stocks = {name: store.stock() for name, store in _stores().items()}
    if as_json:
        print_json({name: {"folder": str(stock.folder), "entries": stock.entries, "bytes": stock.bytes, "limit_bytes": stock.limit_bytes}
                    for name, stock in stocks.items()})
        return
    for name, stock in stocks.items():
        click.echo(f"{stock.entries} {name}, {stock.bytes / 1e6:.1f} MB of at most {stock.limit_bytes / 1e6:.0f} MB: {stock.folder}")


@cache.command()
def clear() -> None:
    """Remove everything that is kept. It is made again when it is needed."""
    for name, store in _stores().items():
        gone = store.clear()
        click.echo(f"{gone.entries} {name} removed, {gone.bytes / 1e6:.1f} MB")


def _stores() -> dict[str, Store]:
    from audiodream.kept import beds
    from audiodream.score_of import readings
    from audiodream.takes import takes

    return {"takes": takes(), "readings": readings(), "beds": beds()}
