"""``interpolate``: weights between those that a run started from and those that it ended with.

On the way between the two lie networks that keep more of what the earlier weights knew beyond the training photos, at no cost when served
(Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022). How far to go is a choice: make it on validation.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from hangtag_models.config import read_config
from hangtag_models.errors import BadConfig
from hangtag_models.train import Trainer, load_checkpoint

Weights = dict[str, torch.Tensor]


def between(start: Weights, end: Weights, share: float) -> Weights:
    """``(1 - share) * start + share * end`` of all float tensors, batch-norm statistics included; counters as they ended."""
    return {name: torch.lerp(start[name], value, share) if value.is_floating_point() else value for name, value in end.items()}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="interpolate", description=__doc__)
    parser.add_argument("--config", type=Path, required=True, help="of the run; it says what the run started from")
    parser.add_argument("--checkpoint", type=Path, required=True, help="of the run's end")
    parser.add_argument("--share", type=float, action="append", required=True, help="of the way, 0 to 1; several are compared")
    parser.add_argument("--out", type=Path, help="checkpoint to write; takes one share")
    options = parser.parse_args(arguments)
    if not all(0 <= share <= 1 for share in options.share) or (options.out is not None and len(options.share) > 1):
        raise BadConfig("share: must be in 0..1, and one alone where a checkpoint is written")
    trainer = Trainer(read_config(options.config), options.checkpoint.parent, None)
    state = load_checkpoint(options.checkpoint, trainer.taxonomy)
    for share in options.share:
        mixed = between(trainer.net.state_dict(), state["average"], share)
        trainer.average.net.load_state_dict(mixed)
        print(f"share {share}: {trainer.validate(1)}", flush=True)
    if options.out is not None:
        torch.save({**state, "average": mixed}, options.out)
