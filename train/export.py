"""Export a trained tagger: two ONNX files with eight-bit weights, the vocabulary, and the hashes of all three."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from train.model import AFTER, BEFORE, NARROW, Encoder, Linker

__all__ = ["main"]

OPSET = 17


class _Reading(nn.Module):
    """The encoder as it is run: one window without padding; tags, and the states made narrow."""

    def __init__(self, encoder: Encoder, linker: Linker) -> None:
        super().__init__()
        self.encoder, self.linker = encoder, linker

    def forward(self, ids: Tensor, features: Tensor, hints: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag scores and both kinds of narrow states."""
        states, tags = self.encoder(ids, features, hints, torch.ones(ids.shape))
        return tags, *self.linker.project(states)


def main() -> None:
    """Export a checkpoint into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--whole", action="store_true", help="keep the weights as they are, to compare")
    chosen = parser.parse_args()
    encoder, linker = Encoder(), Linker()
    state = torch.load(chosen.checkpoint, weights_only=True)
    encoder.load_state_dict(state["encoder"])
    linker.load_state_dict(state["linker"])
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for file in _exported(encoder.eval(), linker.eval(), Path(folder)):
            _quantised(file, chosen.out / file.name, chosen.whole)
    shutil.copyfile(chosen.vocabulary, chosen.out / "vocabulary.txt")
    names = ("encoder.onnx", "linker.onnx", "vocabulary.txt")
    hashes = {name: hashlib.sha256((chosen.out / name).read_bytes()).hexdigest() for name in names}
    (chosen.out / "hashes.json").write_text(json.dumps(hashes, indent=2) + "\n", encoding="utf-8")


def _exported(encoder: Encoder, linker: Linker, folder: Path) -> tuple[Path, Path]:
    first, second = folder / "encoder.onnx", folder / "linker.onnx"
    ids = torch.ones((1, 7), dtype=torch.int64)
    torch.onnx.export(
        _Reading(encoder, linker),
        (ids, ids, ids),
        str(first),
        input_names=["ids", "features", "hints"],
        output_names=["tags", "near", "asked"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "features", "hints", "tags", "near", "asked")},
        opset_version=OPSET,
        dynamo=False,
    )
    length = BEFORE + AFTER
    torch.onnx.export(
        linker,
        (
            torch.zeros((3, length, NARROW)),
            torch.zeros((3, NARROW)),
            torch.zeros((3, length), dtype=torch.int64),
            torch.ones((3, length)),
        ),
        str(second),
        input_names=["near", "asked", "given", "mask"],
        output_names=["marks", "real"],
        dynamic_axes={name: {0: "cues"} for name in ("near", "asked", "given", "mask", "marks", "real")},
        opset_version=OPSET,
        dynamo=False,
    )
    return first, second


def _quantised(file: Path, out: Path, whole: bool) -> None:
    if whole:
        onnx.save(onnx.load(file), out)
    else:
        # Seven of the eight bits are used: sums overflow otherwise on processors without the newer instructions.
        quantize_dynamic(file, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


if __name__ == "__main__":
    main()
