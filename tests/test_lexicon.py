"""The lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from audiodream.errors import PresetError
from audiodream.lexicon import Said, built_in_words, read_lexicon
from audiodream.spoken import spell


def written(folder: Path, text: str, name: str = "lexicon.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def said(text: str, *paths: Path, voice: str = "") -> list[str]:
    return [" ".join(token.words) for token in spell(text, read_lexicon(paths).for_voice(voice))]


def test_the_lexicon_that_ships_says_cholmondeley_as_chumley() -> None:
    assert built_in_words().find("Cholmondeley") == Said(("Chumley",))
    assert said("Lord Cholmondeley's hat.") == ["Lord", "Chumley's", "hat."]


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    near = written(tmp_path / "story", '[words]\nCholmondeley = "Chomley"\n')
    far = written(tmp_path / "user", '[words]\nCholmondeley = "Chum"\nLumina = "Loomina"\n')
    assert said("Cholmondeley, Lumina!", near, far) == ["Chomley,", "Loomina!"]


def test_a_file_that_is_not_there_is_passed_over(tmp_path: Path) -> None:
    assert said("Cholmondeley", tmp_path / "none.toml") == ["Chumley"]


def test_ipa_lands_beside_the_written_word(tmp_path: Path) -> None:
    path = written(tmp_path, '[words]\nSiobhan = "/ʃɪˈvɔːn/"\nNiamh = "/niːv/"\nSzasz = "/sɑːs/"\n')
    tokens = spell("“Siobhan, Niamh's and Szasz’s”", read_lexicon([path]))
    assert [(token.words, token.ipa) for token in tokens] == [
        (("Siobhan,",), "ʃɪˈvɔːn"), (("Niamh's",), "niːvz"), (("and",), ""), (("Szasz's",), "sɑːsɪz"),
    ]  # fmt: skip


def test_a_voice_has_words_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, '[words]\nscone = "skon"\n[voice.elder.words]\nscone = "skoan"\neither = "eyether"\n')
    assert said("either scone", path) == ["either", "skon"]
    assert said("either scone", path, voice="elder") == ["eyether", "skoan"]


def test_small_letters_hold_for_every_case_and_capitals_only_as_written(tmp_path: Path) -> None:
    path = written(tmp_path, '[words]\nscone = "skon"\nReading = "Redding"\n')
    assert said("Scone SCONE Reading reading", path) == ["skon", "skon", "Redding", "reading"]


def test_an_entry_of_several_words_and_one_with_a_dot_are_found(tmp_path: Path) -> None:
    path = written(tmp_path, '[words]\n"St. John" = "Sinjin"\n"Mr." = "Master"\n"NASA" = "the agency"\n')
    spoken = said("St. John Rivers met Mr. Rochester of NASA.", path)
    assert spoken == ["Sinjin", "", "Rivers", "met", "Master", "Rochester", "of", "the agency."]


def test_an_entry_follows_the_entry_it_refers_to(tmp_path: Path) -> None:
    path = written(tmp_path, '[words]\none1 = "two2"\ntwo2 = "three3"\nthree3 = "/triː/"\nboth = "plain word"\nplain = "plane"\n')
    lexicon = read_lexicon([path])
    assert lexicon.find("one1") == Said(("one1",), "triː")
    assert lexicon.find("both") == Said(("plane", "word"))


def test_an_entry_that_is_its_own_spelling_stands_as_written(tmp_path: Path) -> None:
    assert said("Cholmondeley", written(tmp_path, '[words]\nCholmondeley = "Cholmondeley"\n')) == ["Cholmondeley"]


@pytest.mark.parametrize(("text", "line", "what"), [
    ('[words]\na = "b"\nb = "c"\nc = "a"\n', 2, "circle: a -> b -> c -> a"),
    ('[words]\nfine = "x"\n[voice.elder.words]\na = "b"\nb = "a"\n', 4, "circle"),
    ("[words]\na = 5\n", 2, "must be text"),
    ('[words]\na = "..."\n', 2, "nothing that can be said"),
    ('[words]\na = "/open"\n', 2, "between two slashes"),
    ('[words]\na = "/qqq1/"\n', 2, "no sign of IPA"),
    ('[word]\na = "b"\n', 2, "unknown key"),
    ('[words]\na = "b\n', 2, "not valid TOML"),
])  # fmt: skip
def test_a_fault_is_shown_with_file_and_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(PresetError) as caught:
        read_lexicon([path])
    assert f"{path}:{line}: " in str(caught.value) and what in str(caught.value)


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    near, far = written(tmp_path / "a", "[words]\na = 5\nb = 6\n"), written(tmp_path / "b", "[words]\nc = 7\n")
    with pytest.raises(PresetError) as caught:
        read_lexicon([near, far])
    assert len(caught.value.faults) == 3
