"""Where a passage plays, with the places that ship."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from story_presets import MOODS

from audiodream.presets_toml import places
from audiodream.shelves import Shelves
from audiodream.spotting import spot
from audiodream.text import text_of

FRESH = tomllib.loads((Path(__file__).parent / "data" / "places_fresh.toml").read_text(encoding="utf-8"))["passages"]
PLACES = places(Shelves.around())


@pytest.mark.parametrize(("passage", "wanted"), FRESH, ids=[passage[:40] for passage, _ in FRESH])
def test_a_passage_plays_where_its_text_says(passage: str, wanted: list[str]) -> None:
    assert spot(text_of(passage), MOODS, PLACES).beats[-1].place in wanted
