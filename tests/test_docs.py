"""What the documents say is so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from audiodream.sketch import knob_reference

ROOT = Path(__file__).parents[1]
STORY = """It was late, and the house was quiet. "Who is there?" asked Anna.

Nobody answered. Something was wrong. A cold dread crept up her back, and the shadow moved.

She ran! The door slammed, the glass shattered, she screamed, and there was no way out.

At last the light came on. It was only her father, and she laughed with relief.
"""
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_reference_of_knobs_is_what_the_code_says() -> None:
    told = (ROOT / "docs" / "knobs.md").read_text(encoding="utf-8")
    assert told == knob_reference(), "run: python -m audiodream.sketch"


def test_every_relative_link_of_the_documents_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in link:
                assert (page.parent / link).exists(), f"{page.name}: {link}"


@pytest.mark.parametrize("block", blocks("python"))
def test_the_python_of_the_readme_runs(block: str, tmp_path: Path) -> None:
    (tmp_path / "stories").symlink_to(ROOT / "stories")
    # the same call on the shortest story there is: what is tested is the call
    (tmp_path / "short.txt").write_text("It was late. Nobody came.\n", encoding="utf-8")
    quick = re.sub(r'"stories/[^"]+"', '"short.txt"', block)
    done = subprocess.run([sys.executable, "-c", quick], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "ferry.flac" in done.stdout


def commands() -> list[str]:
    lines = [line.split("#")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("audiodream ")]


def test_the_commands_of_the_readme_run_in_the_order_in_which_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from audiodream.cli import main

    monkeypatch.chdir(tmp_path)
    for name in ("story.txt", "story.md"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert len(commands()) >= 12
    for command in commands():
        with pytest.raises(SystemExit) as done:
            main(command.split()[1:])
        assert done.value.code == 0, command
    assert (tmp_path / "night.flac").is_file()
    assert (tmp_path / "stems" / "voice.wav").is_file()


def test_the_mood_of_the_readme_is_in_order(tmp_path: Path) -> None:
    from audiodream.presets_toml import load_mood
    from audiodream.shelves import Shelves

    text = next(block for block in blocks("toml") if "extends" in block)
    path = tmp_path / "ambience" / "dread.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    mood, faults = load_mood(Shelves((tmp_path,)), path)
    assert faults == []
    assert mood is not None
