"""Who answers whom, where the text does not say: those who are there, and whom a pronoun means."""

from __future__ import annotations

from audiodream.dialogue import find_quotes
from audiodream.speakers import Attribution, attribute
from audiodream.story import structure
from audiodream.text import text_of


def read(source: str) -> Attribution:
    story = structure(text_of(source))
    return attribute(story, find_quotes(story))


def speakers(source: str) -> list[str | None]:
    return [quote.speaker for quote in read(source).quotes]


def gender(source: str, who: str) -> str:
    return next(c.gender for c in read(source).characters if c.id == who)


def test_the_only_other_one_around_answers_a_voice() -> None:
    source = ("Harriet Bell sat in the booth and counted her coins. Nobody else was awake.\n\nThe receiver clicked.\n\n"
              "“You are late,” said a man's voice.\n\n“Who are you?”\n\n“A friend of your father's.”")
    assert speakers(source) == ["man", "harriet-bell", "man"]


def test_whom_a_paragraph_between_tells_of_is_meant_by_its_pronoun() -> None:
    source = ("“Where is the key?” asked the king.\n\n“I do not know,” said Ottoline.\n\nIn the yard below the cooper lifted his head from "
              "the barrel, and heard them quarrel.\n\n“There they go again,” he said.")
    assert speakers(source) == ["king", "ottoline", "cooper"]


def test_who_is_looked_at_is_no_place() -> None:
    source = ("Ottoline looked at Brand, who had put down his fork. Nothing moved.\n\n“No,” he said. “Not tonight.”\n\n"
              "Ottoline smiled at Brand.")
    assert speakers(source) == ["brand", "brand"]


def test_a_street_and_an_inn_are_nobody() -> None:
    source = ("The lamps on Mercer Street were lit. Harriet Grey sat at the window of the Hotel Metropole. She turned.\n\n"
              "“Come in,” she said.")
    assert speakers(source) == ["harriet-grey"]


def test_who_begins_a_sentence_is_the_he_in_it() -> None:
    source = ("“Pull,” said Uncle Joss.\n\nMerrin was twelve, and he knew how a rope sounds before it breaks.\n\n"
              "He let go. The mate took him by the sleeve.\n\n“It is breaking,” he said.")
    assert gender(source, "merrin") == "male"


def test_the_object_of_a_sentence_is_not_its_subject() -> None:
    source = "Merrin stood at the rail.\n\n“Nine,” said a voice behind him. “Ten with you.”"
    assert next(c.gender for c in read(source).characters) == "unknown"


def test_an_animal_that_thinks_speaks_here() -> None:
    source = ("Tilly was a small girl. “Is this the moon?” she asked.\n\nThe tortoise thought about it for a week. “I never look up,” he said. "
              "“Ask the tortoise next door.”")
    assert speakers(source) == ["tilly", "tortoise", "tortoise"]


def test_an_animal_that_was_only_there_takes_no_turns() -> None:
    source = ("The old lady came in with the cat behind her.\n\n“Who broke my jug?” said the old lady.\n\n“There it lies, in pieces.”")
    assert "cat" not in speakers(source)


def test_somebody_is_nobody_who_is_known() -> None:
    source = "Mama had told her never to go there. But from the attic somebody said, “Who is it?”"
    assert speakers(source) == [None]


def test_who_is_spoken_of_is_not_called() -> None:
    source = "My sister rings at noon.\n\n“It's Dad,” she says.\n\n“How bad?”\n\nI look for my keys."
    assert speakers(source) == ["sister", "I"]


def test_three_who_talk_take_turns_with_whom_they_answer() -> None:
    source = ("“Sit,” said Hugh.\n\n“Why?” said Ida.\n\n“He means it,” said Lou.\n\n“Does he?” said Ida.\n\n“Yes, he does.”\n\n“Then I sit.”")
    assert speakers(source)[-2:] == ["lou", "ida"]


def test_a_voice_that_comes_into_sight_is_one_with_whom_one_sees() -> None:
    source = ("I knelt on the ice.\n\n“It is not broken,” said a voice close by.\n\nA thin girl stood on the bank. She had no shoes.\n\n"
              "“It is only open,” the girl said.")
    assert speakers(source) == ["thin-girl", "thin-girl"]


def test_a_young_lady_is_not_the_old_one() -> None:
    source = ("“Sit down,” said Mrs. Vole. The old lady's needle stopped.\n\nThe doctor looked at the young lady by the door.\n\n“I will not,” said "
              "the young lady.")
    assert speakers(source)[0] != speakers(source)[1]


def test_mum_is_my_mother() -> None:
    source = "My mother waits in the hall, and I wave.\n\n“You came,” she says.\n\nI nod.\n\n“Well,” says Mum. “I am hungry.”"
    assert len(set(speakers(source))) == 1


def test_my_youth_is_nobody() -> None:
    source = "I gave it my youth.\n\n“Behold!” cried the mayor, lifting her hat.\n\nThey beheld it."
    assert speakers(source) == ["mayor"]
    assert gender(source, "mayor") == "female"


def test_a_hand_that_somebody_kisses_is_anothers() -> None:
    source = "“Welcome,” said the traveller, kissing her hand."
    assert gender(source, "traveller") == "unknown"


def test_a_single_mark_before_is_opens_a_quotation() -> None:
    source = "'You came,' said Ned.\n\n'Is it far?' said Joan.\n\n'Half a mile.'\n\n'Is horse went lame,' said Ned."
    assert speakers(source) == ["ned", "joan", "ned", "ned"]


def test_who_alone_acts_before_speaks() -> None:
    source = ("The door of the shed was open. From within somebody said, “Who is it?”\n\nAnna's knees shook. But she was a brave child, "
              "so she took off her hat.\n\n“Please, I have come for the ladder.”")
    assert speakers(source) == [None, "anna"]


def test_who_came_in_right_before_is_meant() -> None:
    source = ("The stout man laughed. “Too late,” said the stout man.\n\n“Late for what?” said Anna.\n\nThe door opened, and the light fell "
              "on an old priest with snow on his hat.\n\n“Who called me?” he asked.")
    assert speakers(source) == ["stout-man", "anna", "old-priest"]


def test_somebody_who_is_there_is_somebody() -> None:
    source = ("Anna took the lid off. There was a boy inside the barrel, with straw in his hair. He looked at her. His chin shook.\n\n"
              "“I was not asleep,” he said.")
    assert speakers(source) == ["boy"]
