"""The reading as JSON, in the shape that programs read."""

from __future__ import annotations

import json

from audiodream.score import Beat, Character, Cue, Line, Quote, Score
from audiodream.score_json import to_json


def test_the_shape_is_that_of_the_docs() -> None:
    line = Line("The bell rang.", "narrator", 0, 14, cues=(Cue("bell", 2, 9, "bell rang"), Cue("silence", 0)))
    said = Line("Come", "elder", 15, 21, ("whisper",), "paragraph", True)
    beat = Beat("calm", 0.15, 0.1, 0.2, (0.1, 0.2, 0.3), "hall", "I", 0, 21, (line, said))
    score = Score(
        "Night",
        (beat,),
        (Character("elder", ("the elder",), "they", "old"),),
        (Quote(15, 21, "elder", "tag"), Quote(30, 33, None)),
        source="night.txt",
        end=21,
    )
    data = json.loads(to_json(score))
    assert data["story"] == {"start": 0, "end": 21, "title": "Night", "source": "night.txt", "language": "en"}
    first = data["beats"][0]
    assert {k: first[k] for k in ("start", "end", "mood", "intensity", "valence", "arousal", "place", "chapter")} == {
        "start": 0,
        "end": 21,
        "mood": "calm",
        "intensity": 0.15,
        "valence": 0.1,
        "arousal": 0.2,
        "place": "hall",
        "chapter": "I",
    }
    assert first["cues"] == [
        {"at": 9, "cue": "bell", "phrase": "bell rang", "line": 0, "word": 2},
        {"at": -1, "cue": "silence", "phrase": "The", "line": 0, "word": 0},
    ]
    assert first["lines"][1] == {
        "start": 15,
        "end": 21,
        "speaker": "elder",
        "text": "Come",
        "manners": ["whisper"],
        "gap": "paragraph",
        "quote": True,
    }
    assert data["characters"][0]["id"] == "elder" and data["characters"][0]["names"] == ["the elder"]
    assert [q["speaker"] for q in data["quotes"]] == ["elder", None]
