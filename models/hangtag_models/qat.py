"""``qat``: quantization-aware fine-tuning. A rounded copy of the trained network learns to answer as the network itself does.

The teacher is the averaged float network with its batch norms folded; the student is the same with weights and activations rounded as int8
will round them. No label is used, only augmented training photos: what is to be won back is what rounding took.
"""

from __future__ import annotations

import argparse
import copy
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from hangtag_models.architectures import Network
from hangtag_models.config import read_config
from hangtag_models.errors import BadConfig
from hangtag_models.export import averaged_network
from hangtag_models.fake_quantization import add_rounding, remove_rounding
from hangtag_models.folding import fold_batch_norms
from hangtag_models.network import HangtagNet
from hangtag_models.prepare import CALIBRATION, Cache
from hangtag_models.preprocessing import Array
from hangtag_models.sampling import draw
from hangtag_models.train import THREADS, Trainer, read_drawings, to_input
from hangtag_models.two_headed import normalise

WATCHED = 96
"""Photos that the activations' ranges are taken from, the same that ``quantize`` is calibrated on."""
RATE = 5e-5


def distillation_loss(student: tuple[Tensor, Tensor], teacher: tuple[Tensor, Tensor]) -> Tensor:
    """Kullback-Leibler divergence of the class distributions plus cross-entropy of the clothing output; zero gradient where both agree."""
    classes = F.kl_div(F.log_softmax(student[0], 1), F.log_softmax(teacher[0], 1), reduction="batchmean", log_target=True)
    return classes + F.binary_cross_entropy_with_logits(student[1], torch.sigmoid(teacher[1]))


@torch.no_grad()
def rounded_copy(teacher: HangtagNet, pictures: Array) -> HangtagNet:
    """The student: activation ranges from ``pictures`` (uint8 ``[N, S, S, 3]``)."""
    student = copy.deepcopy(teacher)
    parts = add_rounding(student)
    for start in range(0, len(pictures), 32):
        student(normalise(to_input(pictures[start : start + 32])))
    for part in parts:
        part.watching = False
    return student


def fine_tune(trainer: Trainer, teacher: HangtagNet, pictures: Array, steps: int, rate: float = RATE) -> HangtagNet:
    """The folded network with weights that lie on the int8 grid, after ``steps`` batches of the trainer's data."""
    config = trainer.config
    phase = config.phase(1.0)
    student = rounded_copy(teacher, pictures)
    optimizer = torch.optim.Adam(student.parameters(), lr=rate)
    chances = trainer.data.probabilities(config.shares, config.balance, phase.illustrations)
    positions = draw(chances, steps * config.batch, np.random.default_rng([config.seed, 1 << 16]))
    clock = time.monotonic()
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * 0.5 * (1 + math.cos(math.pi * step / steps))
        chosen = positions[step * config.batch : (step + 1) * config.batch]
        images, _ = trainer.batch(chosen, phase, (config.seed, 1 << 16, step))
        with torch.no_grad():
            wanted = teacher(images)
        logits, clothing, _ = student(images)
        loss = distillation_loss((logits, clothing), wanted[:2])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimizer.step()
        if (step + 1) % trainer.log_every == 0 or step + 1 == steps:
            spent = time.monotonic() - clock
            left = spent / (step + 1) * (steps - step - 1)
            speed = (step + 1) * config.batch / spent
            print(f"step {step + 1}/{steps} loss {loss.item():.4f} {speed:.1f} images/s, {left / 60:.1f} min left", flush=True)
    return remove_rounding(student)


def as_lite(net: Network) -> HangtagNet:
    """The teacher, folded; other networks lose too little to int8 to need this step."""
    if not isinstance(net, HangtagNet):
        raise BadConfig("qat is for EfficientNet-Lite")
    return fold_batch_norms(net).to(memory_format=torch.channels_last)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="qat", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of run folders")
    parser.add_argument("--illustrations", type=Path, help="folder of <class id>/*.png, as for train")
    parser.add_argument("--checkpoint", type=Path, help="of train or interpolate; default: last.pt of the run")
    parser.add_argument("--steps", type=int, default=300)
    options = parser.parse_args(arguments)
    if options.steps < 1:
        raise BadConfig(f"--steps must be positive, is {options.steps}")
    config = read_config(options.config)
    torch.set_num_threads(THREADS)
    run = options.runs / config.name
    trainer = Trainer(config, run, options.illustrations)
    trainer.data.drawn_rows, trainer.data.drawn = read_drawings(options.illustrations, trainer.taxonomy)
    teacher = as_lite(averaged_network(config, options.checkpoint or run / "last.pt", trainer.taxonomy))
    pictures = Cache(config.cache).open(CALIBRATION, config.input_size, config.manifest)[:WATCHED]
    net = fine_tune(trainer, teacher, pictures, options.steps)
    torch.save({"classes": list(trainer.taxonomy.ids), "folded": net.state_dict()}, run / "quantized.pt")
    print(f"{run / 'quantized.pt'}: export and quantize it as the float checkpoint")
