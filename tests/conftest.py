"""The user's folders are temporary in every test; takes that real voices speak are kept for the whole run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, whose measures some tests share
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def run_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, run_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIODREAM_CACHE", str(run_cache))
    monkeypatch.setenv("AUDIODREAM_HOME", str(tmp_path_factory.mktemp("home")))
