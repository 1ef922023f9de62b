"""Where randomness comes from: every layer has a stream of its own, named by what it is for.

Adding a layer changes no other; editing a beat changes no other beat.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from audiodream.units import st_to_ratio

if TYPE_CHECKING:
    import numpy as np

    from audiodream.score import Beat


def digest(*names: object) -> int:
    """A 64-bit number that depends on the names alone (never `hash()`, which changes from run to run)."""
    joined = "\x1f".join(str(name) for name in names)
    return int.from_bytes(hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def rng(seed: int, *names: object) -> np.random.Generator:
    """The generator of whatever the names say, in a story of this seed."""
    import numpy as np

    return np.random.Generator(np.random.PCG64(digest(seed, *names)))


def beat_name(beat: Beat) -> str:
    """What a beat is called to its generators: its mood and its words, so that it keeps its sound wherever it moves."""
    return f"{beat.mood}|{beat.place}|" + "|".join(line.text for line in beat.lines)


def root_hz(seed: int) -> float:
    """The story's tonal centre: one of eight semitones from G2 to D3 (98 to 147 Hz), where a drone has body and a small speaker still has
    its octave."""
    return 110.0 * st_to_ratio(digest(seed, "root") % 8 - 2)
