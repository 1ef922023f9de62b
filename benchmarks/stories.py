"""The repository's own stories."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "stories"


def our_stories() -> list[Path]:
    """Their files by name; what has been rendered beside them is none."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))
