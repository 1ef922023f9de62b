"""Files appear whole or not at all: written beside their target under another name, then renamed."""

from __future__ import annotations

import contextlib
import errno
import secrets
from collections.abc import Iterator
from pathlib import Path

from audiodream.errors import StoryError, TargetError


def explain(error: OSError, target: Path) -> TargetError:
    """A failed write in words."""
    reasons = {
        errno.ENOSPC: ("the disk is full", "free some space, or name another folder with -o"),
        errno.EDQUOT: ("the disk quota is used up", "free some space, or name another folder with -o"),
        errno.EACCES: ("it may not be written", "name another file with -o"),
        errno.EPERM: ("it may not be written", "name another file with -o"),
        errno.EROFS: ("the file system is read-only", "name another file with -o"),
        errno.ENAMETOOLONG: ("the name is too long", "name a shorter one with -o"),
    }
    fault, way_out = reasons.get(error.errno or 0, (error.strerror or str(error), "name another file with -o"))
    return TargetError(str(target), fault, way_out)


def check_story(path: Path) -> None:
    """StoryError where a folder is named as the story."""
    if path.is_dir():
        raise StoryError(repr(str(path)), "is a folder", "name a file inside it")


def check_target(target: Path) -> None:
    """TargetError at once where the result could not be written, before any work is done."""
    if target.is_dir():
        raise TargetError(str(target), "is a folder", "name a file in it with -o")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        probe = target.parent / f".{secrets.token_hex(6)}.part"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise explain(error, target) from error


@contextlib.contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A path beside the target to write to, which becomes the target when the block ends well and vanishes when it does not.

    It ends as the target's name does, so that a writer that goes by the suffix is not misled.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.parent / f".{secrets.token_hex(6)}.part{target.suffix}"
    try:
        yield part
        part.replace(target)
    except OSError as error:
        raise explain(error, target) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def write_text(target: Path, text: str) -> None:
    """UTF-8, whole or not at all."""
    with whole(target) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
