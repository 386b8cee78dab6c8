"""Train the tagger: encoder and linker together, for a given time.

The learning rate follows the clock, up for a short while and then down to nothing, so that a machine that is busy
with other things still ends with a finished model.
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from train.batches import Batch, Prepared, epoch, load
from train.model import AFTER, BEFORE, Encoder, Linker
from train.roles import CUE

__all__ = ["around", "main"]

SIZE, BATCH, CUES = 250, 8, 24  # pieces a window; windows, and real cues asked about, a step
RATE, RATE_OF_NEW = 3e-4, 7e-4
WARM = 0.06
WEIGHTS = (0.5, 1.0, 0.5)  # of the tags of source, cue, content
SEED = 20110612
SAVE = 600  # seconds between checkpoints


def main() -> None:
    """Train on one prepared file, and save checkpoints beside the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="made by train.prepare")
    parser.add_argument("pretrained", type=Path, help="model.safetensors of MiniLM-L6")
    parser.add_argument("out", type=Path, help="folder for checkpoints and the final model.pt")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--resume", type=Path, help="a checkpoint to begin with instead of the published weights")
    parser.add_argument("--share", type=float, default=1.0, help="of the full learning rate, to go on gently")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    encoder, linker = Encoder(), Linker()
    encoder.load_pretrained(chosen.pretrained)
    if chosen.resume:
        state = torch.load(chosen.resume, weights_only=True)
        # What a checkpoint does not know yet (an embedding added since) begins at zero.
        encoder.load_state_dict(state["encoder"], strict=False)
        linker.load_state_dict(state["linker"], strict=False)
    _train(load(chosen.data), encoder, linker, chosen.out, 60 * chosen.minutes, chosen.share)


def _train(data: Prepared, encoder: Encoder, linker: Linker, out: Path, seconds: float, share: float) -> None:
    new = [
        *encoder.tags.parameters(),
        *encoder.features.parameters(),
        *encoder.hints.parameters(),
        *linker.parameters(),
    ]
    fresh = {id(p) for p in new}
    old = [p for p in encoder.parameters() if p.requires_grad and id(p) not in fresh]
    optimizer = torch.optim.AdamW([{"params": old, "lr": RATE}, {"params": new, "lr": RATE_OF_NEW}], weight_decay=0.01)
    rates = [share * group["lr"] for group in optimizer.param_groups]
    draw = np.random.default_rng(SEED)
    begun = saved = time.monotonic()
    step, sums = 0, np.zeros(4)
    for passed in itertools.count():
        for batch in epoch(data, SIZE, BATCH, draw):
            now = time.monotonic()
            done = (now - begun) / seconds
            if done >= 1:
                _save(out / "model.pt", encoder, linker)
                return
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(done / WARM, (1 - done) / (1 - WARM)) + 1e-7
            losses = _losses(encoder, linker, batch)
            optimizer.zero_grad()
            torch.stack(losses).sum().backward()  # type: ignore[no-untyped-call]  # torch leaves it so
            torch.nn.utils.clip_grad_norm_([*old, *new], 1.0)
            optimizer.step()
            step += 1
            sums += [float(loss.detach()) for loss in losses]
            if step % 20 == 0:
                print(f"{passed} {step} {now - begun:.0f}s {done:.3f}", *(f"{s / 20:.4f}" for s in sums), flush=True)
                sums[:] = 0
            if now - saved > SAVE:
                saved = now
                _save(out / "latest.pt", encoder, linker)


def _save(file: Path, encoder: Encoder, linker: Linker) -> None:
    part = file.with_suffix(".part")
    torch.save({"encoder": encoder.state_dict(), "linker": linker.state_dict()}, part)
    part.replace(file)


def _losses(encoder: Encoder, linker: Linker, batch: Batch) -> list[Tensor]:
    """Losses of the tags, of the sources and contents marked for each cue, and of the cues' being real."""
    mask = torch.from_numpy(batch.mask)
    read = (torch.from_numpy(a) for a in (batch.ids, batch.features, batch.hints))
    states, scores = encoder(*read, mask)
    tags = torch.from_numpy(batch.tags)
    inside = mask > 0
    by_role = [functional.cross_entropy(scores[..., 3 * r : 3 * r + 3][inside], tags[..., r][inside]) for r in range(3)]
    tag_loss = torch.stack([w * loss for w, loss in zip(WEIGHTS, by_role, strict=True)]).sum()
    some = torch.randperm(len(batch.cues))[:CUES]
    real, false = torch.from_numpy(batch.cues)[some], _likely_but_false(scores, batch)
    if not len(real):
        return [tag_loss, *(torch.zeros(()) for _ in range(3))]
    near, asked = linker.project(states)
    cues = torch.cat([real, false])
    nearby, seen = around(near, mask, cues)
    rows = torch.from_numpy(batch.known)[cues[:, 0], cues[:, 1]]
    given = _around_cues(torch.from_numpy(batch.all_given)[rows], cues[:, 1])
    marks, is_real = linker(nearby, asked[cues[:, 0], cues[:, 1]], given, seen)
    wanted = torch.stack(
        [_around_cues(torch.from_numpy(m)[some], real[:, 1]) for m in (batch.sources, batch.contents)], -1
    )
    known = seen[: len(real)] > 0
    losses = functional.binary_cross_entropy_with_logits(
        marks[: len(real)][known], wanted[known], reduction="none"
    ).mean(0)
    truth = torch.cat([torch.ones(len(real)), torch.zeros(len(false))])
    return [tag_loss, 2 * losses[0], losses[1], 0.2 * functional.binary_cross_entropy_with_logits(is_real, truth)]


def _likely_but_false(scores: Tensor, batch: Batch) -> Tensor:
    """Return the pieces that now look most like cues and are none."""
    with torch.no_grad():
        likely = scores[..., 3 * CUE : 3 * CUE + 3].softmax(-1)[..., 0]
        likely = likely.masked_fill(torch.from_numpy(batch.in_cues | (batch.mask == 0)), 0)
        best = likely.flatten().topk(CUES // 3)
        places = best.indices[best.values > 0.05]
    return torch.stack([places // likely.shape[1], places % likely.shape[1]], 1)


def around(states: Tensor, mask: Tensor, cues: Tensor) -> tuple[Tensor, Tensor]:
    """Return the states around each cue, (cues, BEFORE + AFTER, ...), and 1 where the window has pieces."""
    places = cues[:, 1:] + torch.arange(-BEFORE, AFTER)
    inside = (places >= 0) & (places < states.shape[1])
    places = places.clamp(0, states.shape[1] - 1)
    rows = cues[:, :1]
    return states[rows, places], mask[rows, places] * inside


def _around_cues(marks: Tensor, cues: Tensor) -> Tensor:
    places = cues[:, None] + torch.arange(-BEFORE, AFTER)
    inside = (places >= 0) & (places < marks.shape[1])
    return marks.gather(1, places.clamp(0, marks.shape[1] - 1)) * inside


if __name__ == "__main__":
    main()
