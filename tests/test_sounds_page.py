"""The page of sounds names every one, shows it, and says of none that it misses what must hold."""

from __future__ import annotations

from pathlib import Path

from audiodream.effects import EFFECTS
from audiodream.textures import TEXTURES
from benchmarks.acceptance import EFFECT_TESTS, TEXTURE_TESTS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "sounds.md").read_text(encoding="utf-8")


def test_every_sound_has_an_acceptance_test_and_its_rows() -> None:
    assert set(TEXTURE_TESTS) == set(TEXTURES) and set(EFFECT_TESTS) == set(EFFECTS)
    for name in [*TEXTURES, *EFFECTS]:
        assert PAGE.count(f"| {name} |") >= 2, f"{name}: run python -m benchmarks.sounds"


def test_every_acceptance_test_is_met() -> None:
    assert "**no**" not in PAGE


def test_the_pictures_are_small() -> None:
    pictures = sorted((ROOT / "docs").glob("sounds-*.png"))
    assert len(pictures) == 4
    assert all(picture.name in PAGE and picture.stat().st_size < 300_000 for picture in pictures)
