"""Who speaks in dialogues that no rule was made for when they were written."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from audiodream.dialogue import find_quotes
from audiodream.repair import repair
from audiodream.speakers import attribute
from audiodream.story import structure
from audiodream.text import text_of

FRESH = tomllib.loads((Path(__file__).parent / "data" / "dialogue_fresh.toml").read_text(encoding="utf-8"))["passage"]


@pytest.mark.parametrize("passage", FRESH, ids=[p["name"] for p in FRESH])
def test_every_quotation_has_its_speaker(passage: dict[str, Any]) -> None:
    story = structure(repair(text_of(passage["text"])))
    said = [(passage["text"][q.start : q.end].lstrip("\"“‘'—– "), q.speaker or "-") for q in attribute(story, find_quotes(story)).quotes]
    wrong = []
    for begins, wanted in passage["speakers"]:
        speakers = [speaker for text, speaker in said if text.startswith(begins)]
        if not speakers or not any(one in speakers[0] for one in wanted.split("|")):
            wrong.append((begins, wanted, speakers))
    assert wrong == []
    assert len(said) == len(passage["speakers"])
