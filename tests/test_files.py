"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from audiodream.errors import TargetError
from audiodream.files import check_target, whole, write_text


def test_a_file_that_failed_leaves_the_old_one_and_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "a b 'quoted' \N{CRESCENT MOON}.txt"
    target.write_text("old")
    with pytest.raises(RuntimeError), whole(target) as part:
        part.write_text("half")
        raise RuntimeError
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


def test_an_interrupted_file_leaves_no_rest(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), whole(tmp_path / "a.txt") as part:
        part.write_text("half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    write_text(target, "new\n")
    assert target.read_text() == "new\n"


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="is a folder"):
        check_target(tmp_path)


def test_a_target_under_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetError):
        check_target(tmp_path / "file" / "a.wav")
