"""MiniLM-L6 (a BERT of six layers, 384 wide) in plain torch, with the heads that audiodream's reading needs."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
MOOD_WIDTH = 96
FEELS = ("v", "a", "d", "mood_v", "mood_a", "mood_i")
"""EmoBank's valence, arousal and dominance (standardised), and the corpus's valence, arousal and intensity."""
REMAN = ("joy", "sadness", "anger", "fear", "disgust", "surprise", "trust", "anticipation", "other")


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        weights = (q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_1(x + self.drop(self.out(mixed)))
        return self.norm_2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """Token numbers (batch, length), 0 for padding -> mood vector (unit length), feels, REMAN logits, pooled sentence vector.

    What stands behind the first `separator` is read as well, but not pooled: what is around a text colours it, and is not it.
    """

    def __init__(self, vocabulary: int, dropout: float = 0.1, longest: int = 512, separator: int = 102) -> None:
        super().__init__()
        self.separator = separator
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(longest, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        self.mood = nn.Linear(WIDTH, MOOD_WIDTH)
        self.feel = nn.Linear(WIDTH, len(FEELS))
        self.reman = nn.Linear(WIDTH, len(REMAN))

    def pooled(self, tokens: Tensor) -> Tensor:
        real = (tokens != 0)
        mask = (~real)[:, None, None, :].to(self.norm.weight.dtype) * -1e4
        x = self.words(tokens) + self.places(torch.arange(tokens.shape[1], device=tokens.device))[None]
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        own = (tokens == self.separator).cumsum(1) == 0
        share = (real & own)[:, :, None].to(x.dtype)
        return (x * share).sum(1) / share.sum(1)

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        pooled = self.pooled(tokens)
        x = self.drop(pooled)
        return F.normalize(self.mood(x).float(), dim=-1), self.feel(x).float(), self.reman(x).float(), F.normalize(pooled.float(), dim=-1)


def pretrained(path: Path, dropout: float = 0.1) -> Reader:
    """The Apache-2.0 weights of all-MiniLM-L6-v2, heads fresh."""
    w = load_file(path)
    made = Reader(w["embeddings.word_embeddings.weight"].shape[0], dropout)
    state = {
        "words.weight": w["embeddings.word_embeddings.weight"],
        "places.weight": w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][:1],
        "norm.weight": w["embeddings.LayerNorm.weight"],
        "norm.bias": w["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        there = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            state[f"layers.{i}.qkv.{part}"] = torch.cat([w[f"{there}attention.self.{n}.{part}"] for n in ("query", "key", "value")])
            state[f"layers.{i}.out.{part}"] = w[f"{there}attention.output.dense.{part}"]
            state[f"layers.{i}.norm_1.{part}"] = w[f"{there}attention.output.LayerNorm.{part}"]
            state[f"layers.{i}.up.{part}"] = w[f"{there}intermediate.dense.{part}"]
            state[f"layers.{i}.down.{part}"] = w[f"{there}output.dense.{part}"]
            state[f"layers.{i}.norm_2.{part}"] = w[f"{there}output.LayerNorm.{part}"]
    missing, extra = made.load_state_dict(state, strict=False)
    assert not extra and all(name.split(".")[0] in ("mood", "feel", "reman") for name in missing), (missing, extra)
    made.words.weight.requires_grad_(False)
    return made
