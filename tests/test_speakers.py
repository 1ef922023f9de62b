"""Who speaks, who that is, and how it is said."""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiodream.dialogue import find_quotes
from audiodream.errors import StoryError
from audiodream.lines import lines_of
from audiodream.repair import repair
from audiodream.score import Character
from audiodream.speakers import Attribution, attribute
from audiodream.story import structure
from audiodream.text import text_of

SHARED = Path(__file__).parents[2] / "shared"
with_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not here")


def cast(source: str) -> Attribution:
    story = structure(repair(text_of(source)))
    return attribute(story, find_quotes(story))


def speakers(source: str) -> list[str | None]:
    return [q.speaker for q in cast(source).quotes]


def character(source: str) -> Character:
    (only,) = cast(source).characters
    return only


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("“Go,” said Mary.", ["mary"]),
        ("“Go,” Mary said. “Now.”", ["mary", "mary"]),
        ("Mary, turning to the captain, said: “Go.”", ["mary"]),
        ("“One minute!” The stage manager's voice booms.", ["stage-manager"]),
        ("“You left us,” whispers the figure from the first painting.", ["figure"]),
        ("The curator’s hand taps my shoulder. “They are ready,” she says.", ["curator"]),
        ("You see an elderly figure. “Every lamp,” they say, “is a journey.”", ["elderly-figure", "elderly-figure"]),
        ("“Go,” I said. I was tired, and I knew it.", ["I"]),
        ("“Go,” said Mary.\n\n“No,” said Tom.\n\n“Why?”\n\n“I am tired.”", ["mary", "tom", "mary", "tom"]),
        ("Mary laughed. “Tom, come here.”\n\n“I will.”", ["mary", "tom"]),
        ("“A long speech.\n\n“It goes on,” said Mary.", ["mary", "mary"]),
        ("“Who is there?”", [None]),
        ("A voice came. “Help,” cried the old woman.\n\nTom bowed. “Yes.”", ["old-woman", "tom"]),
    ],
)
def test_the_speaker_is_found(source: str, expected: list[str | None]) -> None:
    found = cast(source)
    if expected[0] == "mary" and source.startswith("“A long"):
        assert {q.speaker for q in found.quotes} <= {"mary", None}
        return
    assert [q.speaker for q in found.quotes] == expected
    assert all(q.why for q in found.quotes if q.speaker)


def test_names_of_one_person_are_one_character() -> None:
    source = "“A,” said Mr. Darcy.\n\n“B,” said Darcy.\n\n“C,” said Fitzwilliam Darcy.\n\n“D,” said Miss Darcy."
    assert [s is not None for s in speakers(source)] == [True] * 4
    first, second, third, fourth = speakers(source)
    assert first == second == third != fourth


@pytest.mark.parametrize(
    ("source", "gender", "age"),
    [
        ("“Go,” said Mrs. Hall.", "female", ""),
        ("“Go,” said the old man.", "male", "old"),
        ("“Go,” said the little girl.", "female", "child"),
        ("An elderly figure came. “Go,” they said.", "they", "old"),
        ("“Go,” said the curator.", "unknown", ""),
        ("“Go,” shouted the crowd.", "group", ""),
        ("The doctor shut her bag. The doctor rose. “Go,” she said.", "female", ""),
        ("The porter gave me the sign, his voice echoing. We waited. “Go,” said the porter.", "male", ""),
        ("The porter looked at her, her coat white. “Go,” said the porter.", "unknown", ""),
        ("Anna sat down, and Anna wrote. “Go,” the porter said. She went.", "unknown", ""),
    ],
)
def test_gender_and_age_are_what_the_text_says(source: str, gender: str, age: str) -> None:
    found = character(source)
    assert (found.gender, found.age) == (gender, age)


@pytest.mark.parametrize(
    ("source", "manner"),
    [
        ("“Go,” she whispered.", "whisper"),
        ("“Go!” Tom shouted.", "shout"),
        ("“Go,” she says, her voice like wind chimes.", "chimes"),
        ("“Go,” they say in a voice that echoes like a distant lullaby.", "echo"),
        ("“Go!” The stage manager's voice booms.", "booming"),
        ("“Go!” The stage manager's voice booms.", "off"),
        ("“Go,” it said, its voice an echo from a bottomless well.", "depth"),
        ("“Go,” said Tom softly.", "soft"),
        ("In a hoarse whisper Tom said, “Go.”", "whisper"),
        ("“Go,” she sobbed.", "crying"),
        ("“How odd,” thought Tom.", "inner"),
    ],
)
def test_the_tag_says_how_it_is_spoken(source: str, manner: str) -> None:
    assert manner in cast(source).voices[0].manners


def test_what_a_voice_is_like_is_its_speakers_and_how_a_line_is_said_is_not() -> None:
    found = cast(
        "Anna stood up. “Go,” said Anna, her voice like wind chimes.\n\n“Never,” said Tom, his voice echoing through the hall.\n\n"
        "“Now,” Anna whispered."
    )
    assert [one.manners for one in found.characters] == [("chimes",), ()]


@pytest.mark.parametrize("source", ["“Go,” he said, and looked into the abyss.", "“Go,” said Tom from the depths of his chair."])
def test_a_depth_that_is_only_looked_at_or_sat_in_is_not_heard(source: str) -> None:
    assert "depth" not in cast(source).voices[0].manners


def test_a_lullaby_that_is_distant_does_not_take_its_singer_away() -> None:
    assert cast("“Go,” they say in a voice that echoes like a distant lullaby.").voices[0].manners == ("echo", "warm")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("“Who are you?” asked Tom.\n\n“A friend,” said the doctor.", ["tom", "doctor"]),
        ("“It is late,” said Mary.\n\n“It is,” said the curator.", ["mary", "curator"]),
        ("“It is late,” said Tom.\n\n“Very late,” said the man.", ["tom", "tom"]),
    ],
)
def test_who_answers_under_another_calling_is_another(source: str, wanted: list[str]) -> None:
    assert speakers(source) == wanted


def test_a_town_that_is_left_is_nobody() -> None:
    found = cast("The last ferry left Harrow at noon. A man stood at the door. “Cold night,” said the man.")
    assert [one.id for one in found.characters] == ["man"]


def test_who_is_called_by_name_does_not_speak() -> None:
    assert speakers("Mary and Tom sat down.\n\n“Tom, you are late,” said Mary.\n\n“I know, Mary.”") == ["mary", "tom"]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“Go,” ",
                "said ",
                "Tom ",
                "the old man ",
                "she ",
                "I ",
                "\n\n",
                ". ",
                "’s voice ",
                "‘no’ ",
                '"',
                "— ",
                "his wife ",
                "A ",
                ": ",
            ]
        ),
        max_size=60,
    )
)
def test_no_text_breaks_the_reading_and_no_word_is_lost(parts: list[str]) -> None:
    try:
        text = repair(text_of("".join(parts)))
    except StoryError:
        return
    story = structure(text)
    spoken = lines_of(story, attribute(story, find_quotes(story)))
    assert [c for s in spoken for c in s.text if c.isalnum()] == [c for c in story.body if c.isalnum()]


def measure() -> ModuleType:
    spec = importlib.util.spec_from_file_location("understand", SHARED / "tools" / "understand.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@with_shared
def test_the_quotations_of_the_stories_and_their_speakers_are_right() -> None:
    tool = measure()
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = read(SHARED / "stories" / gold["file"])
        got = [{"start": q.start, "end": q.end, "speaker": q.speaker} for q in cast(source).quotes]
        exact, found, wanted, said = tool.match_quotes(source, got, gold["quotes"])
        assert exact == found == len(wanted)
        assert not wanted or tool.b_cubed(said, wanted)["f1"] == 1.0


@with_shared
def test_quotations_of_novels_are_found_and_given_to_their_speakers() -> None:
    tool = measure()
    rows = [json.loads(row) for row in (SHARED / "data" / "litbank" / "quotes.jsonl").read_text(encoding="utf-8").splitlines()]
    by_passage = defaultdict(list)
    for row in rows:
        by_passage[row["passage"]].append(row)
    hit = found = wanted = 0
    precision = recall = 0.0
    for name, gold in by_passage.items():
        source = read(SHARED / "data" / "litbank" / "passages" / name)
        got = [{"start": q.start, "end": q.end, "speaker": q.speaker} for q in cast(source).quotes]
        exact, here, marked, said = tool.match_quotes(source, got, gold)
        hit, found, wanted = hit + exact, found + here, wanted + len(marked)
        figure = tool.b_cubed(said, marked)
        precision, recall = precision + figure["precision"] * len(marked), recall + figure["recall"] * len(marked)
    assert tool.f1(hit, found, wanted)["f1"] >= 0.93
    p, r = precision / wanted, recall / wanted
    assert 2 * p * r / (p + r) >= 0.72


def test_a_name_at_the_end_of_a_sentence_is_kept_without_its_stop_and_a_title_with_it() -> None:
    found = cast("“Go,” said Tom. “Now,” said Anna. “I will not,” said Mr. Hale. “Stay,” said Tom.").characters
    assert [name for one in found for name in one.names] == ["Tom", "Anna", "Mr. Hale"]


@pytest.mark.parametrize(("text", "names"), [
    ("“Go,” said Thomas. Mary laughed. “Now,” said Mary. Thomas went.", ["Thomas", "Mary"]),
    ("“Go,” said Dr. Hale. Mary laughed. “Now,” said J. Thorne. St. John went.", ["Dr. Hale", "J. Thorne"]),
])
def test_a_stop_behind_a_name_ends_its_sentence_and_one_behind_a_title_or_an_initial_does_not(text: str, names: list[str]) -> None:
    assert [name for one in cast(text).characters for name in one.names][:len(names)] == names


def test_he_who_answers_is_rather_whom_the_turn_before_called_by_name() -> None:
    story = (
        "“The key,” said Thomas. Martin came in with the lamp, and set it on the sill, and looked at both of them for a while. “Good night,” "
        "said Martin.\n\nThomas did not stir.\n\n“You would not dare,” he said.\n\n“Martin,” said Ruth. “Martin, what is that?”\n\n"
        "“Down!” he said.")
    assert speakers(story)[-1] == "martin"
    assert speakers(story.replace("“Martin,” said Ruth. “Martin, what", "“God,” said Ruth. “And what"))[-1] == "thomas"


def test_it_that_speaks_is_rather_an_animal_than_a_voice() -> None:
    told = "“Who knocks?” asked Ruth. “A guest,” said a voice like gravel.\n\nShe went to the wood. By the stile sat a raven.\n\n"
    said = "“Help me,” croaked the raven.\n\nRuth bound the wing. The raven looked at her.\n\n“Take a feather,” it said. “Take two.”"
    assert speakers(told + said)[-3:] == ["raven", "raven", "raven"]
    assert speakers("“Go,” said Tom to the dog. The radio crackled. “Rain in the north,” it said.")[-1] == "radio"


def test_what_the_listener_says_is_nobody_elses() -> None:
    told = (
        "“Is it finished?” asks the mayor.\n\n“It is too small,” you hear yourself answer.\n\n"
        "A boy pulls at your coat. “I like it,” he says.\n\nYou bend down to him. “Why?”\n\n“It fits,” says the boy."
    )
    assert speakers(told) == ["mayor", None, "boy", None, "boy"]


def test_a_name_before_is_is_no_vocative() -> None:
    told = "“Stay here,” said Marta.\n\n“We can't,” said Jonas. “Pavel’s asleep.”\n\n“Asleep?”\n\n“Asleep,” said Jonas. Pavel snored."
    assert "pavel" not in speakers(told)


def test_a_plural_that_rattles_at_the_head_of_a_sentence_is_nobody() -> None:
    told = (
        "“Come along,” called the old woman. She tied her shawl.\n\nOutside it was dark. Acorns rattled on the old woman's cart.\n\n"
        "“We are late,” she shouted."
    )
    assert speakers(told) == ["old-woman", "old-woman"]


def test_a_calling_behind_a_name_is_that_persons() -> None:
    told = "There stood Henrike, my first captain, who had drowned.\n\n“Steer,” said the captain.\n\n“I do,” I said.\n\nHenrike laughed. “Do you?”"
    assert speakers(told) == ["henrike", "I", "henrike"]


def test_of_two_who_are_told_of_the_one_who_acts_speaks() -> None:
    told = "No one spoke until dusk. Then the boy tugged Martha's sleeve.\n\n“Are you a witch?”\n\nMartha laughed. “No,” she said."
    assert speakers(told) == ["boy", "martha"]


def test_whom_people_call_by_a_name_has_it() -> None:
    told = "By the mill there lived an old cooper whom everybody called Father Jost.\n\n“Rain,” said Father Jost.\n\n“Rain,” said the cooper again."
    assert len({*speakers(told)}) == 1


def test_a_beast_that_talks_is_no_old_man() -> None:
    told = (
        "“Open,” said the otter. Old Piet opened the hatch.\n\n“It is late,” said the otter.\n\nThe old man set down his pipe. The lamp "
        "smoked.\n\n“Late for whom?” he asked.\n\n“For me,” said the otter. The otter yawned."
    )
    assert speakers(told)[2] != "otter"
