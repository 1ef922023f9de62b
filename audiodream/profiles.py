"""How far the voice stands before everything else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """Distances in LU that are kept between the voice and the bed, the voice and bed and effects together, and at the edges of speech."""

    bed_lu: float
    together_lu: float
    edge_lu: float


PROFILES = {"cinematic": Profile(17.0, 14.0, 11.0), "accessible": Profile(21.0, 20.5, 18.0)}
