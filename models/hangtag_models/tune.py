"""``tune``: searches learning rate, batch size, weight decay, augmentation strength and, where that is the budget, epochs on short runs.

Each trial trains a small budget of minutes, or of epochs on few photos, and is judged on part of the validation split: the mean of top-1
and macro recall, so that rare classes count. A trial that falls behind the median of the others at the same share of its budget is pruned.
The study lies in the run folder; the same command goes on where it stopped.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import optuna
import torch

from hangtag_models.config import ARCHITECTURES, Config, Phase, read_config
from hangtag_models.errors import BadConfig
from hangtag_models.train import THREADS, Trainer

STRIDE = 6
"""Every sixth validation photo judges a trial."""
REPORTS = 4
"""How often a trial is judged within its budget."""


@dataclass(frozen=True)
class Space:
    """What is searched: ranges from and to, or choices. Without ``epochs`` a trial's budget is minutes."""

    learning_rate: tuple[float, float]
    batch: tuple[int, ...]
    weight_decay: tuple[float, float]
    augmentation: tuple[float, float]
    epochs: tuple[int, ...] = ()


FINE_TUNING = Space((1e-4, 3e-3), (32, 64, 128), (1e-3, 0.1), (0.4, 1.6))
FROM_NOTHING = Space((5e-4, 1e-2), (64, 128, 256), (1e-6, 1e-3), (0.2, 1.2), (4, 8, 12))
"""For configurations that count epochs."""


@dataclass(frozen=True)
class Budget:
    """Of one trial: minutes (or, where the configuration counts epochs, photos to draw from), input size, early blocks left as they are."""

    minutes: float
    photos: int
    size: int
    frozen: int


def space_of(config: Config) -> Space:
    """Widened where the configuration's own settings lie outside, so that they can be the first trial."""
    space = FROM_NOTHING if config.epochs else FINE_TUNING

    def around(limits: tuple[float, float], own: float) -> tuple[float, float]:
        return (min(limits[0], own), max(limits[1], own)) if own > 0 else limits

    return dataclasses.replace(
        space,
        learning_rate=around(space.learning_rate, config.learning_rate),
        batch=tuple(sorted({*space.batch, config.batch})),
        weight_decay=around(space.weight_decay, config.weight_decay),
        augmentation=around(space.augmentation, config.augmentation),
    )


def propose(trial: optuna.Trial, config: Config, budget: Budget) -> Config:
    """The configuration of a trial: ``config`` with the searched settings replaced."""
    space = space_of(config)
    return dataclasses.replace(
        config,
        name=f"trial-{trial.number}",
        init=None,
        teachers=(),
        minutes=0.0 if space.epochs else budget.minutes,
        epochs=trial.suggest_categorical("epochs", space.epochs) if space.epochs else 0,
        train_photos=budget.photos if space.epochs else 0,
        phases=(Phase(0.0, budget.size, 0.0, budget.frozen),),
        learning_rate=trial.suggest_float("learning_rate", *space.learning_rate, log=True),
        batch=trial.suggest_categorical("batch", space.batch),
        weight_decay=trial.suggest_float("weight_decay", *space.weight_decay, log=True),
        augmentation=trial.suggest_float("augmentation", *space.augmentation),
    )


def score(metrics: dict[str, float]) -> float:
    return (metrics["top1"] + metrics["macro"]) / 2


def run_trial(trial: optuna.Trial, config: Config, folder: Path) -> float:
    """Trains one configuration; raises ``TrialPruned`` when it falls behind."""
    trainer = Trainer(config, folder, None, log_every=50)
    result = 0.0
    for part in range(REPORTS):
        # an epoch ends when its share of the budget is spent
        while trainer.progress < (part + 1) / REPORTS:
            trainer.train_epoch(until=(part + 1) / REPORTS)
        metrics = trainer.validate(STRIDE if config.minutes else 1)
        result = score(metrics)
        trial.set_user_attr("steps", trainer.steps)
        trial.set_user_attr("metrics", metrics)
        print(f"trial {trial.number} part {part + 1}/{REPORTS} {json.dumps(metrics)}", flush=True)
        trial.report(result, part)
        if part + 1 < REPORTS and trial.should_prune():
            raise optuna.TrialPruned
    return result


def table(study: optuna.Study) -> str:
    """Markdown, best first, pruned trials after the finished ones."""
    judged = [trial for trial in study.trials if "metrics" in trial.user_attrs]
    counted = any("epochs" in trial.params for trial in judged)
    head = ["trial", "learning rate", "batch", *(["epochs"] if counted else []), "weight decay", "augmentation"]
    head += ["steps", "top-1", "macro recall", ""]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]

    def order(trial: optuna.trial.FrozenTrial) -> tuple[bool, float]:
        return trial.state != optuna.trial.TrialState.COMPLETE, -(trial.value or 0.0)

    for trial in sorted(judged, key=order):
        metrics: dict[str, Any] = trial.user_attrs["metrics"]
        settings = trial.params
        cells = [
            str(trial.number),
            f"{settings['learning_rate']:.2g}",
            str(settings["batch"]),
            *([str(settings["epochs"])] if counted else []),
            f"{settings['weight_decay']:.2g}",
            f"{settings['augmentation']:.2f}",
            str(trial.user_attrs["steps"]),
            f"{100 * metrics['top1']:.1f}",
            f"{100 * metrics['macro']:.1f}",
            "pruned" if trial.state == optuna.trial.TrialState.PRUNED else "",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def own_settings(config: Config) -> dict[str, float]:
    """The configuration's own, as the first trial; the number of epochs is the middle one of the space."""
    space = space_of(config)
    own = {"learning_rate": config.learning_rate, "batch": config.batch, "weight_decay": config.weight_decay}
    return {**own, "augmentation": config.augmentation, **({"epochs": space.epochs[len(space.epochs) // 2]} if space.epochs else {})}


def search(config: Config, runs: Path, trials: int, budget: Budget) -> optuna.Study:
    """Runs until ``trials`` have ended; starts from the configuration's own settings."""
    folder = runs / f"{config.name}-tune"
    folder.mkdir(parents=True, exist_ok=True)
    study = optuna.create_study(
        study_name=config.name,
        direction="maximize",
        storage=f"sqlite:///{folder / 'study.db'}",
        load_if_exists=True,
        sampler=optuna.samplers.TPESampler(seed=config.seed, n_startup_trials=4),
        pruner=optuna.pruners.MedianPruner(n_startup_trials=2, n_warmup_steps=1),
    )
    if not study.trials:
        study.enqueue_trial(own_settings(config))

    def objective(trial: optuna.Trial) -> float:
        start = folder / f"trial-{trial.number}"
        try:
            return run_trial(trial, propose(trial, config, budget), start)
        finally:
            shutil.rmtree(start, ignore_errors=True)

    ended = sum(trial.state.is_finished() for trial in study.trials)
    study.optimize(objective, n_trials=max(0, trials - ended))
    (folder / "table.md").write_text(table(study), encoding="utf-8")
    return study


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="tune", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of run folders")
    parser.add_argument("--trials", type=int, default=12, help="in all, those of earlier sessions included")
    parser.add_argument("--minutes", type=float, default=2.0, help="budget of one trial, where the configuration's is minutes")
    parser.add_argument("--photos", type=int, default=9000, help="photos a trial draws from, where the budget is epochs")
    parser.add_argument(
        "--size", type=int, help="input size of the trials in pixels; default: 96, or the configuration's own where it counts epochs"
    )
    parser.add_argument("--frozen", type=int, default=5, help="early blocks that stay as they are, see train")
    parser.add_argument("--threads", type=int, default=THREADS)
    options = parser.parse_args(arguments)
    if options.trials < 1 or options.minutes <= 0 or options.photos < 1:
        raise BadConfig("--trials, --minutes and --photos must be positive")
    config = read_config(options.config)
    size = options.size or (config.input_size if config.epochs else 96)
    if size % ARCHITECTURES[config.architecture]:
        raise BadConfig(f"--size must be a multiple of {ARCHITECTURES[config.architecture]}")
    torch.set_num_threads(options.threads)
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = search(config, options.runs, options.trials, Budget(options.minutes, options.photos, size, options.frozen))
    print(table(study))
