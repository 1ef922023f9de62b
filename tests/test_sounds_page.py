"""The page of sounds names every one, shows it, and says of none that it misses what must hold."""

from __future__ import annotations

from pathlib import Path

from audiodream.effects import EFFECTS
from audiodream.presets_toml import moods
from audiodream.shelves import Shelves
from audiodream.textures import TEXTURES
from benchmarks.acceptance import EFFECT_TESTS, TEXTURE_TESTS
from benchmarks.page import between

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


def rows(name: str) -> list[list[str]]:
    """The cells of a measured table without its head."""
    lines = [line for line in between(ROOT / "docs" / "sounds.md", f"<!-- {name}: begin -->", f"<!-- {name}: end -->").splitlines() if line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_ten_minutes_of_every_mood_hold_and_a_loop_is_found_out() -> None:
    table = {row[0]: row for row in rows("lasting")}
    felt = {name for name, mood in moods(Shelves()).items() if mood.words or mood.examples}
    assert felt <= set(table), "run python -m benchmarks.lasting --page"
    assert not any("**" in cell for name in felt for cell in table[name])
    assert [cell.strip("*") for cell in table["loop-pad"][-2:]] == ["1.00", "1.00"]


def test_every_bed_follows_its_story_and_the_shuffled_ones_do_not() -> None:
    table = rows("arcs")
    assert len(table) >= 3
    for _, *figures, shuffled in table:
        assert min(map(float, figures)) >= 0.6 > max(map(float, shuffled.split(",")))


def test_the_speed_stands_beside_that_of_others() -> None:
    names = [row[0] for row in rows("speed")]
    assert names[0].startswith("beds, effects, mix and master") and any("genny" in name for name in names[1:])
