"""The take cache: what comes out is what went in, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from audiodream.shelves import cache_folder
from audiodream.store import address
from audiodream.take import Take, WordTime
from audiodream.takes import TakeCache, quantised

KEY = address(text="hello", seed=1)


def a_take(key: str = KEY, seed: int = 0, frames: int = 4801) -> Take:
    rng = np.random.default_rng(seed)
    audio = quantised((rng.standard_normal((frames, 1)) * 0.2).astype(np.float32))
    return Take(audio, (WordTime(0.0, 0.05), WordTime(0.05, 0.1)), key)


def test_a_cached_take_is_exactly_the_fresh_one(tmp_path: Path) -> None:
    cache, take = TakeCache(tmp_path), a_take()
    cache.put(take, ("too short",))
    found = cache.get(KEY)
    assert found is not None
    assert np.array_equal(found[0].audio, take.audio)
    assert found[0].audio.dtype == np.float32
    assert (found[0].words, found[0].key, found[1]) == (take.words, KEY, ("too short",))


@pytest.mark.parametrize("gain", [1e-4, 0.3, 1.0, 7.3])
def test_quantising_twice_changes_nothing_and_once_only_a_little(gain: float) -> None:
    sound = (np.random.default_rng(3).standard_normal((999, 1)) * gain).astype(np.float32)
    once = quantised(sound)
    assert np.array_equal(quantised(once), once)
    assert np.abs(once - sound).max() <= np.abs(sound).max() / 30_000


def test_silence_and_nothing_are_kept_too(tmp_path: Path) -> None:
    for frames in (0, 480):
        take = Take(quantised(np.zeros((frames, 1), np.float32)), (), address(n=frames))
        TakeCache(tmp_path).put(take)
        found = TakeCache(tmp_path).get(take.key)
        assert found is not None
        assert found[0].frames == frames


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "other"])
def test_a_damaged_entry_is_a_miss_and_goes(tmp_path: Path, harm: str) -> None:
    cache = TakeCache(tmp_path)
    cache.put(a_take())
    (path,) = tmp_path.rglob("*.take")
    data = path.read_bytes()
    flipped = data[:-40] + bytes([data[-40] ^ 1]) + data[-39:]
    path.write_bytes({"cut": data[:len(data) // 2], "flip": flipped, "empty": b"", "other": b"RIFF" + data}[harm])
    assert cache.get(KEY) is None
    assert not path.exists()


def test_an_entry_under_a_strange_key_is_a_miss(tmp_path: Path) -> None:
    cache = TakeCache(tmp_path)
    cache.put(a_take())
    (path,) = tmp_path.rglob("*.take")
    other = address(text="other")
    target = tmp_path / "takes" / other[:2] / (other + ".take")
    target.parent.mkdir(exist_ok=True)
    path.rename(target)
    assert cache.get(other) is None


def test_the_least_recently_used_go_when_the_limit_is_passed(tmp_path: Path) -> None:
    keys = [address(n=n) for n in range(6)]
    size = 0
    for n, key in enumerate(keys[:4]):
        TakeCache(tmp_path).put(a_take(key, n))
        (path,) = tmp_path.rglob(key + ".take")
        size = path.stat().st_size
        os.utime(path, (1000 + n, 1000 + n))
    cache = TakeCache(tmp_path, limit_bytes=4 * size + size // 2)
    assert cache.get(keys[0]) is not None  # it has just been used
    cache.put(a_take(keys[4], 4))
    assert cache.get(keys[0]) is not None
    assert cache.get(keys[1]) is None
    assert cache.stock().bytes <= cache.stock().limit_bytes


def test_info_counts_and_clear_empties(tmp_path: Path) -> None:
    cache = TakeCache(tmp_path)
    cache.put(a_take())
    assert cache.stock().entries == 1
    assert cache.clear().entries == 1
    assert cache.stock().entries == cache.stock().bytes == 0


def test_a_folder_that_cannot_be_written_holds_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("a file in the way")
    cache = TakeCache(tmp_path)
    cache.put(a_take())
    assert cache.get(KEY) is None
    assert cache.fault


def test_keys_depend_on_everything_given_and_on_nothing_else() -> None:
    assert address(a=1, b=(2.0, "x")) == address(b=(2.0, "x"), a=1)
    assert len({address(a=1), address(a=2), address(b=1), address(a="1")}) == 4


def test_the_default_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path / "here"))
    assert cache_folder() == tmp_path / "here"
    monkeypatch.delenv("AUDIODREAM_CACHE")
    assert "audiodream" in str(cache_folder())
