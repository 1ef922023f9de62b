"""audiodream renders a story into an audio drama: narrated voices over generated ambience that follows the mood.

    import audiodream

    report = audiodream.render("story.txt", "story.wav", audiodream.Settings(seed=7))

`render` takes a story file, a score file or a `Score`, and raises `AudiodreamError`s that say what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiodream.errors import AudiodreamError

if TYPE_CHECKING:
    from audiodream.drama import Report, Settings, render

__version__ = "0.1.0"
__all__ = ["AudiodreamError", "Report", "Settings", "render"]


def __getattr__(name: str) -> Any:
    """What is heavy is imported when it is first asked for."""
    if name in ("Report", "Settings", "render"):
        from audiodream import drama

        return getattr(drama, name)
    raise AttributeError(f"module 'audiodream' has no attribute {name!r}")
