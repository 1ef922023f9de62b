"""Stores what the model makes of the built-in presets' examples, so that they need not be read at every start.

    python training/store_examples.py        (after export.py, and whenever an example changes)
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]
from audiodream import feeling  # noqa: E402
from audiodream.presets_toml import moods  # noqa: E402
from audiodream.shelves import Shelves  # noqa: E402


def main() -> None:
    texts = sorted({text for mood in moods(Shelves()).values() for text in mood.examples})
    felt = feeling.feel(texts)
    keys = np.array([feeling.key_of(text) for text in texts])
    np.savez_compressed(feeling.MODEL / "examples.npz", keys=keys, vectors=felt.vectors.astype(np.float16))
    print(len(texts), "examples")


if __name__ == "__main__":
    main()
