"""A page of the docs that a command fills: its table stands between two markers."""

from __future__ import annotations

from pathlib import Path


def put_between(page: Path, begin: str, end: str, table: str) -> None:
    """What stands between the markers becomes the table; ValueError where the page lacks one of them."""
    before, rest = page.read_text(encoding="utf-8").split(begin)
    page.write_text(before + begin + "\n" + table + "\n" + end + rest.split(end)[1], encoding="utf-8")
