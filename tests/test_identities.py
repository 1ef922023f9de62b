"""One person under several names is one character where the text says so plainly, and several where it does not."""

from __future__ import annotations

import pytest

from audiodream.dialogue import find_quotes
from audiodream.repair import repair
from audiodream.score import Character
from audiodream.speakers import Attribution, attribute
from audiodream.story import structure
from audiodream.text import text_of


def cast(source: str) -> Attribution:
    story = structure(repair(text_of(source)))
    return attribute(story, find_quotes(story))


def speakers(source: str) -> list[str | None]:
    return [q.speaker for q in cast(source).quotes]


def named(source: str, name: str) -> Character:
    (one,) = [c for c in cast(source).characters if name in c.names]
    return one


@pytest.mark.parametrize(
    "source",
    [
        "“Put it down,” said a voice behind her.\n\nIt was Thomas.\n\n“I will not,” said Ruth.\n\n“Then I must,” said Thomas.",
        "“Put it down,” said a voice behind her. It was Thomas, out of breath.\n\n“I will not,” said Ruth.\n\n“Then I must,” Thomas said.",
        "“Put it down,” said a voice behind her.\n\nThe voice belonged to Thomas.\n\n“I will not,” said Ruth.\n\n“Then I must,” said Thomas.",
        "“Put it down,” said a voice behind her.\n\nThe voice was Thomas's.\n\n“I will not,” said Ruth.\n\n“Then I must,” said Thomas.",
        "“Put it down,” said the stranger.\n\n“And who are you?” said Ruth.\n\n“I am Thomas,” said the stranger.\n\n“So you are,” said Ruth."
        "\n\n“Then give it to me,” said Thomas.",
        "“Put it down,” said the stranger.\n\n“And who are you?” said Ruth.\n\n“My name is Thomas Gale,” he said.\n\n“So it is,” said Ruth."
        "\n\n“Then give it to me,” said Thomas.",
        "“Put it down,” said the stranger. His name was Thomas.\n\n“I will not,” said Ruth.\n\n“Then I must,” said Thomas.",
        "“Put it down,” said the stranger. He took off his hat and introduced himself as Thomas Gale.\n\n“I will not,” said Ruth."
        "\n\n“Then I must,” said Thomas.",
        "A stranger stood in the doorway. It was Thomas.\n\n“Put it down,” said the stranger.\n\n“I will not,” said Ruth.\n\n“Then I must,” "
        "said Thomas.",
    ],
)
def test_a_voice_or_a_stranger_who_is_named_is_one_person(source: str) -> None:
    assert set(speakers(source)) == {named(source, "Ruth").id, named(source, "Thomas").id if "Thomas" in str(cast(source).characters) else ""}
    assert len(cast(source).characters) == 2


def test_a_voice_can_be_somebody_who_has_no_name() -> None:
    source = ("The old man had gone to fetch water.\n\n“Who is there?” said a voice in the dark. It was the old man, with his bucket.\n\n"
              "“Only the cat,” said Ruth.\n\n“Then let her in,” said the old man.")
    assert len(cast(source).characters) == 2 and speakers(source)[0] == speakers(source)[2]


def test_who_says_his_own_name_without_a_tag_is_the_speaker() -> None:
    assert speakers("The door opened.\n\n“I am Captain Vane. Where is the ledger?”") == ["captain-vane"]


@pytest.mark.parametrize(
    "source",
    [
        "Thomas had not come. “Put it down,” said a voice behind her.\n\n“I will not,” said Ruth.\n\n“Then I must,” said Thomas.",
        "Thomas had not come. “Put it down,” said a voice behind her. It was late.\n\n“I will not,” said Ruth.\n\n“Then I must,” said Thomas.",
        "“Put it down,” said a voice behind her. It was Thomas who had taught her to listen.\n\n“I will not,” said Ruth.\n\n“Then I must,” "
        "said Thomas.",
        "“Put it down,” said the stranger.\n\n“I will not,” said Ruth.\n\n“I am Thomas's brother,” said the stranger.\n\n“Then I must,” "
        "said Thomas.",
        "“Put it down,” said the stranger.\n\n“I will not,” said Ruth.\n\n“I am tired,” said the stranger.\n\n“So am I,” said Thomas.",
        "“Put it down,” said the woman. His name was Thomas, and she had never liked him.\n\n“I will not,” said Ruth.\n\n“Then I must,” "
        "said Thomas.",
    ],
)
def test_who_may_be_somebody_else_is(source: str) -> None:
    assert len(cast(source).characters) == 3
    assert len(set(speakers(source))) == 3


def test_two_who_talk_with_each_other_are_two() -> None:
    source = ("“Who is there?” said Thomas.\n\n“Nobody,” said a voice.\n\n“Then go home,” said Thomas.\n\n“I have none,” said the voice."
              "\n\nIt was Thomas.")
    assert len(cast(source).characters) == 2


def test_whoever_is_asked_for_a_name_says_it() -> None:
    source = ("A stranger took the chair across from Dana.\n\n“You took the stairs,” he said.\n\n“Who are you?”\n\n“My name is Harker.”"
              "\n\n“I don't know you,” said Dana.\n\n“Not yet,” said Harker.")
    assert len(cast(source).characters) == 2
    assert named(source, "Harker").gender == "male"
    assert speakers(source) == [named(source, name).id for name in ("Harker", "Dana", "Harker", "Dana", "Harker")]


def test_a_voice_is_a_mans_where_its_lines_are_tagged_with_he() -> None:
    source = ("“Go,” said a man.\n\nRuth went. A stranger took the chair across from her. He was about sixty.\n\n“You took the stairs,” he said."
              "\n\n“I did,” said Ruth.")
    assert named(source, "A stranger").gender == "male"


def test_a_relative_is_nobody_who_just_came_in() -> None:
    source = "A man came in.\n\n“Get up,” said the man.\n\nHer father had been dead for years.\n\n“No,” said Ruth."
    assert all("Her father" not in c.names for c in cast(source).characters)


def test_a_daughters_father_is_the_one_whose_daughter_she_is_and_no_old_woman_is_a_daughter() -> None:
    source = ("There was a weaver, and his daughter Ida could sing.\n\n“Never sing at night,” her father told her.\n\n“Why?” said Ida."
              "\n\nThe old woman next door put out her lamp.\n\n“Because,” said the weaver.")
    assert len(cast(source).characters) == 2
    assert "The old woman" not in named(source, "Ida").names


def test_whoever_spoke_before_a_long_silence_may_have_gone() -> None:
    gap = "\n\nNobody came for a long time, and the lamp burned low, and the rain stopped."
    source = f"“Don't move,” said the guard.{gap}{gap}{gap}{gap}\n\n“You took the stairs,” said an old woman.\n\n“Who are you?”"
    assert speakers(source) == ["guard", "old-woman", None]


def test_a_thing_that_speaks_is_called_by_its_noun() -> None:
    assert speakers("Her phone buzzed. There was one message.\n\n“Clever girl,” it said.") == ["phone"]


def test_the_narrator_answers_whoever_speaks_to_him_alone() -> None:
    source = ("I bought the mill because I was tired. The agent, a Mr. Penrose, stood in the yard, and I gave him my hand.\n\n“There is a well,” "
              "he said. “I would leave it shut.”\n\n“Is it deep?”\n\n“They never found the bottom.”\n\nI laughed, and he did not.")
    assert speakers(source) == ["mr-penrose", "mr-penrose", "I", "mr-penrose"]


def test_a_radio_that_speaks_is_none_of_the_people() -> None:
    source = "Mr. Gale came in.\n\n“Sit down,” said Mr. Gale.\n\nNobody sat down.\n\n“It isn't nothing,” said the radio."
    assert speakers(source) == ["mr-gale", "radio"]


def test_what_somebody_is_called_means_her() -> None:
    source = "Kite was the ship.\n\n“Good morning,” said Kite.\n\n“Where are we?” said Ruth.\n\n“Nowhere yet,” said the ship."
    assert speakers(source) == ["kite", "ruth", "kite"]


def test_a_voice_that_is_named_by_its_listener_is_one_person() -> None:
    source = ("Ruth Brandt opened her eyes.\n\n“Good morning,” said a voice. “You are the first.”\n\n“Who are you?” said Ruth.\n\n“You named "
              "me Kite.”\n\n“So I did,” said Ruth.\n\n“That is why I woke you,” said Kite.")
    assert len(cast(source).characters) == 2


def test_a_mother_and_a_son_of_one_surname_are_two() -> None:
    source = "“Come in,” said Madame Orley.\n\n“Not yet,” said Robert Orley.\n\n“Why not?” said Madame Orley."
    assert [c.gender for c in cast(source).characters] == ["female", "male"]


def test_footsteps_that_come_are_nobody() -> None:
    source = ("Footsteps came along the passage, and stopped.\n\n“Mrs. Quill,” said the master, “what have you done?”\n\n“Nothing,” said "
              "Mrs. Quill.\n\nJenkins said nothing. Jenkins came closer.\n\n“Well?” said Jenkins.")
    assert speakers(source) == ["master", "master", "mrs-quill", "jenkins"]
