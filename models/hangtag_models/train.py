"""``train``: trains a network within a budget of wall-clock minutes or of epochs.

Everything scheduled (learning rate, input size) depends on the share of the budget spent, so a run ends on time on a busy machine too. A
checkpoint after each epoch holds all that a resumed run needs; start the same command again to go on.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
import json
import math
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import Tensor, nn

from hangtag_models.architectures import Network, load_pretrained, make_network
from hangtag_models.augmentation import WHOLE, augment, jitter, zoom_out
from hangtag_models.config import Config, Phase, read_config
from hangtag_models.errors import BadCheckpoint, BadData
from hangtag_models.grey import GreyPictures
from hangtag_models.losses import class_heat, clothing_loss, mix, set_loss, stray_heat
from hangtag_models.manifest import Row, read_manifest, sha256
from hangtag_models.network import HangtagNet
from hangtag_models.prepare import TRAIN_SIZE, Cache
from hangtag_models.preprocessing import Array, InputSpec, preprocess
from hangtag_models.sampling import draw, source_weights
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.teachers import Teachers, teaching_loss
from hangtag_models.warm_start import load_package

THREADS = 2
STATISTICS = 256
"""Training photos that the norms of a start from a package take their statistics from."""
ENVIRONMENT = {
    # waiting threads must sleep: spinning ones cost two thirds of the speed as soon as something else wants a core
    "OMP_WAIT_POLICY": "PASSIVE",
    # keeps freed activations in the process instead of giving their pages back at each layer: measured 1.8 times the photos/s
    "GLIBC_TUNABLES": ":".join(
        [
            "glibc.malloc.hugetlb=1",
            "glibc.malloc.mmap_max=0",
            "glibc.malloc.trim_threshold=17179869184",
            "glibc.malloc.top_pad=268435456",
        ]
    ),
}
"""Only read at process start, see :func:`tune_process`."""


@dataclass
class TrainingSet:
    """Photos of the training split and drawings, as uint8 pictures ``[S, S, 3]`` with rows."""

    rows: list[Row]
    pictures: Array
    drawn_rows: list[Row]
    drawn: list[Array]

    def __post_init__(self) -> None:
        self.floors = [position for position, row in enumerate(self.rows) if row.source == "photos"]

    def get(self, position: int) -> tuple[Row, Array]:
        """Positions past the photos are drawings."""
        if position < len(self.rows):
            return self.rows[position], self.pictures[position]
        return self.drawn_rows[position - len(self.rows)], self.drawn[position - len(self.rows)]

    def some(self, photos: int, seed: int) -> TrainingSet:
        """A seeded choice of ``photos`` of them, in order."""
        chosen = np.sort(np.random.default_rng([seed, photos]).permutation(len(self.rows))[:photos])
        return TrainingSet([self.rows[i] for i in chosen.tolist()], self.pictures[chosen], self.drawn_rows, self.drawn)

    def floor(self, rng: np.random.Generator) -> Array | None:
        """Any floor photo, for its ground."""
        return self.pictures[self.floors[int(rng.integers(len(self.floors)))]] if self.floors else None

    def probabilities(self, shares: dict[str, float], balance: float, drawn_share: float) -> npt.NDArray[np.float64]:
        """Of each position, ``[photos + drawings]``."""
        weights = source_weights(self.rows, shares, balance)
        if not self.drawn_rows or drawn_share == 0:
            return np.concatenate([weights, np.zeros(len(self.drawn_rows))])
        inner = source_weights(self.drawn_rows, {"catalogue": 1.0}, balance)
        return np.concatenate([weights * (1 - drawn_share), inner * drawn_share])


def read_drawings(folder: Path | None, taxonomy: Taxonomy) -> tuple[list[Row], list[Array]]:
    """``folder/<class id>/*.png``, letterboxed at the cache size; none where the folder is not there (yet)."""
    rows: list[Row] = []
    pictures: list[Array] = []
    if folder is None or not folder.is_dir():
        return rows, pictures
    for sub in sorted(path for path in folder.iterdir() if path.is_dir() and path.name in taxonomy.index):
        for path in sorted(sub.glob("*.png")):
            pictures.append(preprocess(path.read_bytes(), InputSpec(TRAIN_SIZE), path.name))
            rows.append(Row("catalogue", path.stem, "drawn", "train", (taxonomy.index[sub.name],)))
    return rows, pictures


class Average:
    """Exponential moving average of all float tensors of a network, batch-norm statistics included. With decay 0 simply the last ones."""

    def __init__(self, net: Network, decay: float) -> None:
        self.net = copy.deepcopy(net).eval()
        self.decay = decay
        self.updates = 0

    @torch.no_grad()
    def update(self, net: nn.Module) -> None:
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        for mine, theirs in zip(self.net.state_dict().values(), net.state_dict().values(), strict=True):
            if mine.is_floating_point():
                mine.lerp_(theirs, 1 - decay)
            else:
                mine.copy_(theirs)


def learning_rate(progress: float, warmup: float, schedule: str = "cosine") -> float:
    """Factor 0..1: linear warm-up, then a cosine down to a hundredth, or as it is."""
    if progress < warmup:
        return max(progress / warmup, 0.01)
    if schedule == "constant":
        return 1.0
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, (progress - warmup) / (1 - warmup))))


def make_optimizer(net: Network, config: Config) -> torch.optim.Optimizer:
    """Weight decay on matrices only; the head may learn faster."""
    body_decay: list[nn.Parameter] = []
    body_plain: list[nn.Parameter] = []
    for name, parameter in net.named_parameters():
        if not name.startswith("head."):
            (body_decay if parameter.ndim > 1 else body_plain).append(parameter)
    rate = config.learning_rate
    groups: list[dict[str, Any]] = [
        {"params": body_decay, "base": rate, "weight_decay": config.weight_decay},
        {"params": body_plain, "base": rate, "weight_decay": 0.0},
        {"params": list(net.head.parameters()), "base": rate * config.head_factor, "weight_decay": config.weight_decay},
    ]
    if config.optimizer == "sgd":
        return torch.optim.SGD(groups, lr=rate, momentum=0.9, nesterov=True)
    return (torch.optim.Adam if config.optimizer == "adam" else torch.optim.AdamW)(groups, lr=rate)


def git_commit() -> str:
    """Short commit of the code, ``-dirty`` when changed; ``unknown`` outside git."""
    try:
        done = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=12"], cwd=Path(__file__).parent, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()


def to_input(pictures: Array) -> Tensor:
    """uint8 ``[N, S, S, 3]`` → float ``[N, 3, S, S]`` 0..255, channels last in memory."""
    return torch.from_numpy(np.array(pictures)).permute(0, 3, 1, 2).float()


def resized(picture: Array, size: int) -> Array:
    """uint8 ``[S, S, 3]`` → uint8 ``[size, size, 3]``, not augmented."""
    return np.asarray(Image.fromarray(picture).resize((size, size), Image.Resampling.BILINEAR))


@torch.no_grad()
def predict(
    net: Network, pictures: Array, batch: int = 64, bfloat16: bool = False
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Logits ``[N, C]`` and clothing logits ``[N]`` of uint8 pictures ``[N, S, S, 3]``; the latter infinite where the network has none."""
    net.eval()
    logits, clothing = [], []
    for start in range(0, len(pictures), batch):
        with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
            out = net(net.normalise(to_input(pictures[start : start + batch])))
        logits.append(out[0].float().numpy())
        clothing.append(out[1][:, 0].float().numpy() if out[1] is not None else np.full(len(out[0]), np.inf, np.float32))
    return np.concatenate(logits), np.concatenate(clothing)


def quick_metrics(logits: npt.NDArray[np.float32], rows: list[Row], taxonomy: Taxonomy) -> dict[str, float]:
    """Top-1, macro recall and F1 of exact labels, how often a floor photo's answer lies in its set where there are such, and the loss.

    Not a number where no label is exact.
    """
    admissible = torch.from_numpy(taxonomy.mask([row.classes for row in rows]))
    best = logits.argmax(axis=1)
    exact = [(int(best[i]), row.classes[0]) for i, row in enumerate(rows) if row.exact]
    floor = [int(best[i]) in row.classes for i, row in enumerate(rows) if row.source == "photos" and row.classes]
    photos, answered = Counter(truth for _, truth in exact), Counter(got for got, _ in exact)
    hits = Counter(truth for got, truth in exact if got == truth)
    recalls = [hits[truth] / photos[truth] for truth in photos]
    f1 = [2 * hits[truth] / (photos[truth] + answered[truth]) for truth in photos]
    return {
        "top1": hits.total() / len(exact) if exact else math.nan,
        "macro": float(np.mean(recalls)) if exact else math.nan,
        "macroF1": float(np.mean(f1)) if exact else math.nan,
        **({"floor": float(np.mean(floor))} if floor else {}),
        "loss": float(set_loss(torch.from_numpy(logits), admissible, 0.0)),
    }


class Trainer:
    """One run: network, average, optimizer, clock and files."""

    def __init__(self, config: Config, run: Path, drawings: Path | None, log_every: int = 20) -> None:
        self.config, self.run, self.drawings, self.log_every = config, run, drawings, log_every
        self.taxonomy = read_taxonomy(config.classes)
        sizes = {phase.size for phase in config.phases}
        self.teachers = Teachers([Path(file) for file in config.teachers], len(self.taxonomy), sizes)
        rows = read_manifest(config.manifest, self.taxonomy)
        cache = Cache(config.cache)
        train_rows = [row for row in rows if row.split == "train"]
        train_size = TRAIN_SIZE if config.color == "rgb" else config.input_size
        self.data = TrainingSet(train_rows, cache.open("train", train_size, config.manifest), [], [])
        self.check = [row for row in rows if row.split == "validation"]
        self.check_pictures = cache.open("validation", config.input_size, config.manifest)
        if len(self.data.pictures) != len(train_rows) or len(self.check_pictures) != len(self.check):
            raise BadData(f"cache: its counts differ from {config.manifest.name}; run prepare again")
        if config.train_photos:
            self.data = self.data.some(config.train_photos, config.seed)
        self.grey: GreyPictures | None = None
        if config.color == "grey":
            labels = np.array([row.classes[0] for row in self.data.rows])
            self.grey = GreyPictures(self.data.pictures[..., 0], labels, len(self.taxonomy), config.whole_pixels)
        torch.manual_seed(config.seed)
        self.net = make_network(config, len(self.taxonomy))
        if config.pretrained:
            load_pretrained(self.net, config.weights)
        if config.init is not None:
            self.net.load_state_dict(load_checkpoint(run.parent / config.init / "last.pt", self.taxonomy)["average"])
        if config.package is not None and isinstance(self.net, HangtagNet):
            chosen = np.random.default_rng(config.seed).choice(len(train_rows), min(STATISTICS, len(train_rows)), replace=False)
            pictures = [resized(self.data.pictures[position], config.input_size) for position in np.sort(chosen)]
            load_package(self.net, Path(config.package), self.net.normalise(to_input(np.stack(pictures))))
        self.net = self.net.to(memory_format=torch.channels_last)
        self.average = Average(self.net, config.ema)
        self.optimizer = make_optimizer(self.net, config)
        self.epoch, self.steps, self.spent = 0, 0, 0.0
        self.best, self.best_epoch = -1.0, 0
        self.since = time.monotonic()
        self.pool = ThreadPoolExecutor(THREADS)

    @property
    def progress(self) -> float:
        """Share of the budget spent, earlier sessions included."""
        if self.config.epochs:
            return self.steps / (self.config.epochs * (self.epoch_photos // self.config.batch))
        return self.seconds / (60 * self.config.minutes)

    @property
    def seconds(self) -> float:
        """Wall clock spent, earlier sessions included."""
        return self.spent + time.monotonic() - self.since

    @property
    def epoch_photos(self) -> int:
        return self.config.epoch_photos or len(self.data.rows)

    def batch(self, positions: npt.NDArray[np.int64], phase: Phase, seed: tuple[int, ...]) -> tuple[Tensor, Tensor]:
        """Augmented float input ``[N, channels, size, size]`` and admissible sets ``[N, C]``."""
        if self.grey is not None:
            return self.grey.batch(positions, phase.size, self.config.augmentation, seed)

        def one(item: tuple[int, int]) -> Array:
            number, position = item
            row, picture = self.data.get(position)
            rng = np.random.default_rng([*seed, number])
            return augment(picture, phase.size, rng, row.source, self.data.floor(rng), self.config.augmentation)

        pictures = np.stack(list(self.pool.map(one, enumerate(positions.tolist()))))
        mask = self.taxonomy.mask([self.data.get(position)[0].classes for position in positions.tolist()])
        colours = torch.Generator().manual_seed(int(np.random.default_rng([*seed, 1 << 20]).integers(1 << 62)))
        return self.net.normalise(jitter(to_input(pictures), colours)), torch.from_numpy(mask)

    def step(self, images: Tensor, admissible: Tensor) -> tuple[float, int]:
        """Loss, and how many of the pictures were answered within their set; of mixed ones, within that of the larger part."""
        factor = learning_rate(self.progress, self.config.warmup, self.config.schedule)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * factor
        rng = np.random.default_rng([self.config.seed, self.steps])
        images, target = mix(images, admissible, self.config.mixup, rng)
        # before they are zoomed out: what a garment is does not change with its size, but how sure the teachers are does
        taught = self.teachers.answer(images) if self.teachers else None
        images, boxes = zoom_out(images, self.config.zoom_out, rng)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.config.bfloat16):
            logits, clothing, activation = self.net(images)
        logits = logits.float()
        loss = target.loss(lambda sets: set_loss(logits, sets, self.config.smoothing))
        if taught is not None:
            loss = loss.lerp(teaching_loss(logits, taught), self.config.teaching)
        if clothing is not None:
            loss = loss + self.config.clothing_weight * target.loss(lambda sets: clothing_loss(clothing, sets))
        if self.config.localisation_weight:
            smaller = [number for number, box in enumerate(boxes) if box != WHOLE and admissible[number].any()]
            heat = class_heat(activation[smaller], self.net.head.weight, logits[smaller].argmax(dim=1))
            loss = loss + self.config.localisation_weight * stray_heat(heat, [boxes[number] for number in smaller])
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimizer.step()
        self.average.update(self.net)
        self.steps += 1
        right = admissible[torch.arange(len(logits)), logits.argmax(dim=1)]
        return loss.item(), int(right.sum())

    def train_epoch(self, until: float = 1.0) -> dict[str, float]:
        """``epoch_photos`` pictures, or fewer when the share ``until`` of the budget is spent before.

        Returns their mean loss and top-1, as augmented and with the weights of the moment: below what the same pictures get unchanged.
        """
        config = self.config
        self.net.train()
        phase = config.phase(self.progress)
        if phase.illustrations:
            self.data.drawn_rows, self.data.drawn = read_drawings(self.drawings, self.taxonomy)
        rng = np.random.default_rng([config.seed, self.epoch])
        chances = self.data.probabilities(config.shares, config.balance, phase.illustrations)
        positions = draw(chances, self.epoch_photos, rng)
        losses: list[float] = []
        rights = seen = 0
        clock, photos = time.monotonic(), 0
        for number, start in enumerate(range(0, len(positions) - config.batch + 1, config.batch)):
            if self.progress >= until:
                break
            size_phase = config.phase(self.progress)
            if size_phase.frozen != self.net.frozen:
                self.net.train()
            self.net.freeze(size_phase.frozen)
            images, admissible = self.batch(positions[start : start + config.batch], size_phase, (config.seed, self.epoch, number))
            loss, right = self.step(images, admissible)
            losses.append(loss)
            rights, seen, photos = rights + right, seen + len(images), photos + len(images)
            if self.steps % self.log_every == 0:
                speed = photos / (time.monotonic() - clock)
                left = self.seconds / self.progress * (1 - self.progress)
                print(
                    f"epoch {self.epoch} step {self.steps} size {size_phase.size} drawn {len(self.data.drawn)} "
                    f"loss {np.mean(losses[-self.log_every :]):.4f} "
                    f"{speed:.1f} images/s, {100 * self.progress:.1f} % of the budget, {left / 60:.1f} min left",
                    flush=True,
                )
                clock, photos = time.monotonic(), 0
        self.epoch += 1
        return {"trainLoss": float(np.mean(losses)), "trainTop1": rights / max(seen, 1)} if losses else {}

    def validate(self, stride: int) -> dict[str, float]:
        """Every ``stride``-th validation photo on the averaged network."""
        logits, _ = predict(self.average.net, self.check_pictures[::stride], bfloat16=self.config.bfloat16)
        return quick_metrics(logits, self.check[::stride], self.taxonomy)

    def save(self) -> Path:
        """Writes the checkpoint under a temporary name first: a kill leaves the old one whole."""
        path = self.run / "last.pt"
        partial = path.with_suffix(".partial")
        state = {
            "classes": list(self.taxonomy.ids),
            "input_size": self.config.input_size,
            "net": self.net.state_dict(),
            "average": self.average.net.state_dict(),
            "updates": self.average.updates,
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "steps": self.steps,
            "spent": self.seconds,
            "best": self.best,
            "best_epoch": self.best_epoch,
        }
        torch.save(state, partial)
        partial.replace(path)
        (self.run.parent / "LATEST").write_text(f"{path}\n", encoding="utf-8")
        return path

    def resume(self) -> bool:
        """Continues from the run's checkpoint if there is one."""
        path = self.run / "last.pt"
        if not path.is_file():
            return False
        state = load_checkpoint(path, self.taxonomy)
        self.net.load_state_dict(state["net"])
        self.average.net.load_state_dict(state["average"])
        self.average.updates = state["updates"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.steps, self.spent = state["epoch"], state["steps"], state["spent"]
        self.best, self.best_epoch = state.get("best", -1.0), state.get("best_epoch", 0)
        self.since = time.monotonic()
        return True

    @property
    def stale(self) -> bool:
        """Whether the last ``patience`` epochs brought nothing."""
        return bool(self.config.patience) and self.epoch - self.best_epoch >= self.config.patience

    def fit(self, stride: int = 3) -> None:
        while self.progress < 1 and not self.stale:
            trained = self.train_epoch()
            metrics = self.validate(stride if self.progress < 1 else 1)
            better = metrics[self.config.monitor] > self.best
            if better:
                self.best, self.best_epoch = metrics[self.config.monitor], self.epoch
            path = self.save()
            if better and self.config.patience:
                shutil.copyfile(path, path.with_name("best.pt"))
            line = {"epoch": self.epoch, "steps": self.steps, "minutes": round(self.seconds / 60, 1), **trained, **metrics}
            print(f"validation {json.dumps(line)} → {path.name}", flush=True)
            with (self.run / "metrics.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")


def read_history(run: Path) -> list[dict[str, float]]:
    """The lines of a run's ``metrics.jsonl``, one an epoch; where a run was started anew, those of the last time."""
    path = run / "metrics.jsonl"
    if not path.is_file():
        raise BadData(f"{run.name}/{path.name}: not found; train it first")
    lines: list[dict[str, float]] = []
    for text in path.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        lines = [*lines, line] if not lines or line["epoch"] > lines[-1]["epoch"] else [line]
    return lines


def load_checkpoint(path: Path, taxonomy: Taxonomy) -> dict[str, Any]:
    """A checkpoint of exactly these classes, or :class:`BadCheckpoint`."""
    if not path.is_file():
        raise BadCheckpoint(f"{path.name}: no such checkpoint")
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise BadCheckpoint(f"{path.name}: not a checkpoint: {error}") from error
    classes = state.get("classes") if isinstance(state, dict) else None
    if classes != list(taxonomy.ids):
        raise BadCheckpoint(f"{path.name}: made for another class list ({len(classes or [])} classes, expected {len(taxonomy)})")
    return state


def write_run_folder(run: Path, config: Config) -> None:
    """Config, data hash and commit beside the checkpoints."""
    run.mkdir(parents=True, exist_ok=True)
    facts = {"config": asdict(config), "manifest": sha256(config.manifest), "commit": git_commit(), "torch": torch.__version__}
    (run / "run.json").write_text(json.dumps(facts, indent=2, default=str) + "\n", encoding="utf-8")


def tune_process(step: str) -> None:
    """Starts ``hangtag-models step …`` again with :data:`ENVIRONMENT` set, on Linux, once."""
    if sys.platform == "linux" and "GLIBC_TUNABLES" not in os.environ:
        os.environ.update(ENVIRONMENT)
        os.execv(sys.executable, [sys.executable, "-m", "hangtag_models", step, *sys.argv[2:]])


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="train", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--minutes", type=float, help="overrides the configuration's budget")
    parser.add_argument("--threads", type=int, default=THREADS)
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of run folders")
    parser.add_argument("--illustrations", type=Path, help="folder of <class id>/*.png mixed in by the phases that ask for it")
    options = parser.parse_args(arguments)
    config = read_config(options.config)
    if options.minutes is not None:
        config = dataclasses.replace(config, minutes=options.minutes, epochs=0)
    torch.set_num_threads(options.threads)
    run = options.runs / config.name
    write_run_folder(run, config)
    trainer = Trainer(config, run, options.illustrations)
    if trainer.resume():
        print(f"resumed {run.name} at epoch {trainer.epoch}, {100 * trainer.progress:.0f} % of the budget")
    trainer.fit(1 if config.epochs else 3)
