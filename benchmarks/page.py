"""A page of the docs that a command fills: its table stands between two markers."""

from __future__ import annotations

from pathlib import Path


def put_between(page: Path, begin: str, end: str, table: str) -> None:
    """What stands between the markers becomes the table; ValueError where the page lacks one of them."""
    before, rest = page.read_text(encoding="utf-8").split(begin)
    page.write_text(before + begin + "\n" + table + "\n" + end + rest.split(end)[1], encoding="utf-8")


def between(page: Path, begin: str, end: str) -> str:
    """What stands between the markers; nothing where the page lacks them."""
    _, found, rest = page.read_text(encoding="utf-8").partition(begin)
    return rest.split(end)[0].strip("\n") if found and end in rest else ""
