"""Prints the tables of docs/mood-model.md.

    python training/measure.py --data DATA_FOLDER [--plain FOLDER]

DATA_FOLDER holds emobank.jsonl. --plain: a folder made by export.py from untrained MiniLM, for its row. VADER's rows need vaderSentiment.
Everything is measured with the files that ship, on EmoBank's dev part and on the styles of the corpus that were held out.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]
import data  # noqa: E402

from audiodream import feeling  # noqa: E402
from audiodream.compass import Compass  # noqa: E402
from audiodream.mood_words import hits_in  # noqa: E402
from audiodream.presets_toml import moods  # noqa: E402
from audiodream.shelves import Shelves  # noqa: E402


def r(a: object, b: object) -> float:
    return float(np.corrcoef(np.asarray(a, float), np.asarray(b, float))[0, 1])


def vader(texts: list[str]) -> np.ndarray:
    """(n, 4): compound, 1 - neutral, marks ! and ?."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    judge = SentimentIntensityAnalyzer()
    scores = [judge.polarity_scores(text) for text in texts]
    return np.array([[s["compound"], 1 - s["neu"], t.count("!"), t.count("?")] for s, t in zip(scores, texts, strict=True)])


def ridge(x: np.ndarray, y: np.ndarray, new: np.ndarray, strength: float = 1.0) -> np.ndarray:
    mean, spread = x.mean(0), x.std(0) + 1e-9
    x, new = (x - mean) / spread, (new - mean) / spread
    return new @ np.linalg.solve(x.T @ x + strength * np.eye(x.shape[1]), x.T @ (y - y.mean(0))) + y.mean(0)


def bank_table(folder: Path, plain: Path | None) -> None:
    train, dev = data.emobank(folder, "train")[::3], data.emobank(folder, "dev")
    want = np.array([[row[n] for n in "VAD"] for row in dev])
    given = np.array([[row[n] for n in "VAD"] for row in train])
    texts = [row["text"] for row in dev]
    print("\n| EmoBank dev, Pearson r | valence | arousal | dominance |\n|---|--:|--:|--:|")

    def row(name: str, got: np.ndarray) -> None:
        print(f"| {name} | " + " | ".join(f"{r(got[:, k], want[:, k]):.3f}" for k in range(3)) + " |")

    v_train, v_dev = vader([x["text"] for x in train]), vader(texts)
    row("VADER, its own score; 1 - neutral", v_dev[:, [0, 1, 0]])
    row("VADER and marks, ridge", ridge(v_train, given, v_dev))
    if plain:
        frozen = using(plain, lambda: (feeling.feel([x["text"] for x in train]).sentences, feeling.feel(texts).sentences))
        row("MiniLM as it comes, ridge", ridge(frozen[0], given, frozen[1], 100.0))
    feeling.feel(texts[:64])
    cpu = time.process_time()
    felt = feeling.feel(texts)
    cpu = time.process_time() - cpu
    row("**this model**", felt.emobank)
    ours_train = feeling.feel([x["text"] for x in train]).emobank
    row("this model, with VADER and marks, ridge", ridge(np.c_[ours_train, v_train], given, np.c_[felt.emobank, v_dev]))
    print(f"\n{1000 * cpu / len(texts):.1f} ms of one core a sentence, in batches ({len(texts)} sentences)")


def using(folder: Path, do: Callable[[], Any]) -> Any:
    """What `do` gives with another model's files."""
    kept, feeling.MODEL = feeling.MODEL, folder
    feeling._opened.cache_clear()
    feeling._shown.clear()
    stored, feeling._stored = feeling._stored, dict
    try:
        return do()
    finally:
        feeling.MODEL, feeling._stored = kept, stored
        feeling._opened.cache_clear()
        feeling._shown.clear()


def parts(held: list[dict]) -> tuple[Compass, np.ndarray, np.ndarray, np.ndarray, feeling.Feelings]:
    compass = Compass(moods(Shelves()))
    felt = feeling.feel([row["text"] for row in held])
    told = np.array([compass.told(hits_in(compass.words, row["text"], 0), len(row["text"].split())) for row in held])
    return compass, compass.near(felt.vectors), compass.fit(felt.valence, felt.arousal), told, felt


def passage_table(plain: Path | None) -> None:
    train, held = data.corpus()
    gold = [row["mood"] for row in held]
    styles = len({row["style"] for row in held})
    print(f"\n{len(held)} passages of {styles} styles that the training never saw ({len(train)} were trained on); beats of stories are "
          "read alone here, and count where either reader felt the mood")
    print("\n| held-out styles | mood right | polarity right |\n|---|--:|--:|")

    def row(name: str, got: list[str]) -> None:
        right = np.mean([a in data.readers_moods(x) for a, x in zip(got, held, strict=True)])
        poles = [(data.POLES[b], data.pole(a)) for a, b in zip(got, gold, strict=True) if b in data.POLES]
        print(f"| {name} | {right:.3f} | {np.mean([a == b for a, b in poles]):.3f} |")

    compass, near, fit, told, felt = parts(held)
    names = np.array(compass.names)
    row("majority", [Counter(x["mood"] for x in train).most_common(1)[0][0]] * len(held))
    dice = random.Random(1)
    row("random mood", [dice.choice(list(data.MOODS)) for _ in held])
    v = vader([x["text"] for x in held])
    by_vader = compass.fit(v[:, 0].astype(np.float32), np.clip(2.5 * v[:, 1], 0, 1).astype(np.float32))
    row("VADER, nearest [feel]", list(names[by_vader.argmax(1)]))
    if plain:
        row("MiniLM as it comes, presets' examples", list(names[using(plain, lambda: np.array(plain_near(held))).argmax(1)]))
    row("words alone", list(names[told.argmax(1)]))
    row("valence and arousal alone", list(names[fit.argmax(1)]))
    row("examples alone", list(names[near.argmax(1)]))
    row("examples and words", list(names[(near + told).argmax(1)]))
    row("examples, valence and arousal", list(names[(near + fit).argmax(1)]))
    row("**all three**", list(names[(near + fit + told).argmax(1)]))
    for name, got in (("valence", felt.valence), ("arousal", felt.arousal), ("intensity", felt.intensity)):
        print(f"\n{name} r {r(got, [x[name] for x in held]):.3f}", end="")
    print("\n")
    _confusions(list(names[(near + fit + told).argmax(1)]), gold)


def plain_near(held: list[dict]) -> np.ndarray:
    """Cosines of whole sentences, z-scored for each mood over the passages, as an untrained model needs it."""
    kept = moods(Shelves())
    told = sorted(name for name, mood in kept.items() if mood.words or mood.examples)
    felt = feeling.feel([row["text"] for row in held]).sentences
    near = np.stack([(felt @ feeling.feel(kept[name].examples).sentences.mean(0)) for name in told], 1)
    return (near - near.mean(0)) / near.std(0)


def _confusions(got: list[str], gold: list[str]) -> None:
    print("| said \\ is | " + " | ".join(data.MOODS) + " |\n|---|" + "--:|" * len(data.MOODS))
    pairs = Counter(zip(got, gold, strict=True))
    for said in data.MOODS:
        print(f"| {said} | " + " | ".join(str(pairs[said, is_]) for is_ in data.MOODS) + " |")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--plain", type=Path)
    a = p.parse_args()
    feeling.THREADS = 1
    bank_table(a.data, a.plain)
    passage_table(a.plain)


if __name__ == "__main__":
    main()
