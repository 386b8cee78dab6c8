"""The network: a small BERT encoder that tags pieces, and a linker that, for one cue, marks its source and its content.

The encoder reads a window once. The linker looks again, cheaply, around each cue: it takes the encoder's states there,
told which piece is asked about and how far each other piece is from it, through two narrow layers.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.annotate.attribution.tagger.hints import GIVEN, HINTS
from sayso.annotate.attribution.tagger.pieces import FEATURES

__all__ = ["AFTER", "BEFORE", "Encoder", "Layer", "Linker"]

WIDTH, HEADS, INNER, LAYERS, POSITIONS, PIECES = 384, 12, 1536, 6, 512, 30522
NARROW, NARROW_HEADS, NARROW_INNER, NARROW_LAYERS = 192, 6, 512, 2
BEFORE, AFTER = 80, 110
"""Pieces looked at before a cue's first piece, and from it on."""

TAGS = 9  # B, I, O for source, cue, content, in that order
DROPPED = 0.1  # share of a sum's values left out in training, as in the published model


class Layer(nn.Module):
    """A transformer layer as BERT has it: norms after the sums."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention, self.norm_out = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Return new states; `bias` is added to the attention scores (minus infinity, nearly, where padding is)."""
        batch, length, width = states.shape
        shape = (batch, length, self.heads, width // self.heads)
        query, key, value = (f(states).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(query, key, value, bias)
        states = self.norm_attention(states + self.drop(self.out(seen.transpose(1, 2).reshape(batch, length, width))))
        inner: Tensor = self.norm_out(states + self.drop(self.down(functional.gelu(self.up(states)))))
        return inner


class Encoder(nn.Module):
    """MiniLM-L6 with an embedding for how a piece is written and where paragraphs begin; it returns states and tag scores."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.hints = nn.Embedding(HINTS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER) for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, TAGS)
        nn.init.zeros_(self.features.weight)
        nn.init.zeros_(self.hints.weight)

    def forward(self, ids: Tensor, features: Tensor, hints: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return states (batch, length, width) and tag scores (batch, length, 9); `mask` is 1 where there are pieces."""
        places = torch.arange(ids.shape[1])
        written = self.words(ids) + self.positions(places) + self.features(features)
        states = self.norm(written + self.hints(hints))
        bias = (1.0 - mask)[:, None, None, :] * -10000.0
        for layer in self.layers:
            states = layer(states, bias)
        return states, self.tags(states)

    def load_pretrained(self, file: Path) -> None:
        """Take over the published weights; the word vectors stay as they are, so that rare words keep their place."""
        theirs = load_file(file)
        names = {
            "words.weight": "embeddings.word_embeddings.weight",
            "positions.weight": "embeddings.position_embeddings.weight",
        }
        ours = {own: theirs[their] for own, their in names.items()}
        # One token type is ever used: its vector joins the positions'.
        ours["positions.weight"] = ours["positions.weight"] + theirs["embeddings.token_type_embeddings.weight"][0]
        parts = [("norm", "embeddings.LayerNorm")]
        for i in range(LAYERS):
            parts += [(f"layers.{i}.{own}", f"encoder.layer.{i}.{their}") for own, their in _LAYER_PARTS]
        for own, their in parts:
            for kind in ("weight", "bias"):
                ours[f"{own}.{kind}"] = theirs[f"{their}.{kind}"]
        left = self.load_state_dict(ours, strict=False)
        if sorted(left.missing_keys) != ["features.weight", "hints.weight", "tags.bias", "tags.weight"]:
            raise ValueError(f"not the weights expected: {left.missing_keys}")
        self.words.weight.requires_grad_(False)


_LAYER_PARTS = (
    ("query", "attention.self.query"),
    ("key", "attention.self.key"),
    ("value", "attention.self.value"),
    ("out", "attention.output.dense"),
    ("norm_attention", "attention.output.LayerNorm"),
    ("up", "intermediate.dense"),
    ("down", "output.dense"),
    ("norm_out", "output.LayerNorm"),
)


class Linker(nn.Module):
    """For one cue each: which pieces around it are its source, which its content, and whether it reports speech at all."""

    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Linear(WIDTH, NARROW)
        self.asked = nn.Linear(WIDTH, NARROW)
        self.distance = nn.Embedding(BEFORE + AFTER, NARROW)
        self.given = nn.Embedding(GIVEN, NARROW)
        self.norm = nn.LayerNorm(NARROW, 1e-12)
        self.layers = nn.ModuleList(Layer(NARROW, NARROW_HEADS, NARROW_INNER) for _ in range(NARROW_LAYERS))
        self.marks = nn.Linear(NARROW, 2)
        self.real = nn.Linear(NARROW, 1)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.zeros_(self.given.weight)

    def project(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Return the encoder's states made narrow, for pieces looked at and for cues asked about."""
        return self.near(states), self.asked(states)

    def forward(self, near: Tensor, asked: Tensor, given: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores of source and content (cues, length, 2) and of the cue itself (cues).

        `near` (cues, BEFORE + AFTER, narrow) are the states around each cue, whose first piece is at BEFORE; `asked` (cues,
        narrow) those of the cues; `given` (cues, BEFORE + AFTER) is what the grammar says of each piece; `mask` is 0 where the window ended.
        """
        hidden = self.norm(near + asked[:, None] + self.distance.weight + self.given(given))
        bias = (1.0 - mask)[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return self.marks(hidden), self.real(hidden[:, BEFORE]).squeeze(-1)
