"""The wheel holds what a render needs: built, installed in an environment of its own, run from another folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", out, ROOT], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_the_presets_and_nothing_of_the_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "audiodream/voices/narrator.toml" in names
    assert "audiodream/ambience/dread.toml" in names
    assert len([n for n in names if n.startswith("audiodream/ambience/")]) == len(list((ROOT / "ambience").glob("*.toml")))
    assert {name.split("/")[0].split("-")[0] for name in names} == {"audiodream"}
    assert not [name for name in names if "test" in name.split("/")[1]]


def test_an_installed_wheel_renders_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    # the packages of this environment are seen; audiodream itself must come from the wheel
    venv.create(home, with_pip=False, symlinks=True)
    site = next((home / "lib").glob("python*")) / "site-packages"
    (site / "others.pth").write_text("\n".join(p for p in sys.path if p.endswith("site-packages")) + "\n", encoding="utf-8")
    zipfile.ZipFile(wheel).extractall(site)
    (tmp_path / "story.txt").write_text("It was late. Nobody came.\n", encoding="utf-8")
    code = "import audiodream, sys; print(audiodream.__file__); from audiodream.cli import main; main(['render', 'story.txt', '--voice', 'tone'])"
    done = subprocess.run([home / "bin" / "python", "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert str(site) in done.stdout
    assert (tmp_path / "story.wav").is_file()
