"""``tune``: searches learning rate, batch size, weight decay and augmentation strength on short runs.

Each trial trains a small budget of minutes from the ImageNet weights and is judged on part of the validation split: the mean of top-1 and
macro recall, so that rare classes count. A trial that falls behind the median of the others at the same share of its budget is pruned. The
study lies in the run folder; the same command goes on where it stopped.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

import optuna
import torch

from hangtag_models.config import Config, Phase, read_config
from hangtag_models.errors import BadConfig
from hangtag_models.train import THREADS, Trainer

STRIDE = 6
"""Every sixth validation photo judges a trial."""
REPORTS = 4
"""How often a trial is judged within its budget."""


def propose(trial: optuna.Trial, config: Config, minutes: float, size: int, frozen: int) -> Config:
    """The configuration of a trial: ``config`` with the searched settings replaced."""
    return dataclasses.replace(
        config,
        name=f"trial-{trial.number}",
        init=None,
        minutes=minutes,
        phases=(Phase(0.0, size, 0.0, frozen),),
        learning_rate=trial.suggest_float("learning_rate", 1e-4, 3e-3, log=True),
        batch=trial.suggest_categorical("batch", [32, 64, 128]),
        weight_decay=trial.suggest_float("weight_decay", 1e-3, 0.1, log=True),
        augmentation=trial.suggest_float("augmentation", 0.4, 1.6),
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
        metrics = trainer.validate(STRIDE)
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
    lines = ["| trial | learning rate | batch | weight decay | augmentation | steps | top-1 | macro recall | |", "|" + "---|" * 9]

    def order(trial: optuna.trial.FrozenTrial) -> tuple[bool, float]:
        return trial.state != optuna.trial.TrialState.COMPLETE, -(trial.value or 0.0)

    for trial in sorted(study.trials, key=order):
        metrics: dict[str, Any] | None = trial.user_attrs.get("metrics")
        if metrics is None:
            continue
        settings = trial.params
        cells = [
            str(trial.number),
            f"{settings['learning_rate']:.2g}",
            str(settings["batch"]),
            f"{settings['weight_decay']:.2g}",
            f"{settings['augmentation']:.2f}",
            str(trial.user_attrs["steps"]),
            f"{100 * metrics['top1']:.1f}",
            f"{100 * metrics['macro']:.1f}",
            "pruned" if trial.state == optuna.trial.TrialState.PRUNED else "",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def search(config: Config, runs: Path, trials: int, minutes: float, size: int, frozen: int) -> optuna.Study:
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
        own = {"learning_rate": config.learning_rate, "batch": config.batch, "weight_decay": config.weight_decay}
        study.enqueue_trial({**own, "augmentation": config.augmentation})

    def objective(trial: optuna.Trial) -> float:
        start = folder / f"trial-{trial.number}"
        try:
            return run_trial(trial, propose(trial, config, minutes, size, frozen), start)
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
    parser.add_argument("--minutes", type=float, default=2.0, help="budget of one trial")
    parser.add_argument("--size", type=int, default=96, help="input size of the trials in pixels")
    parser.add_argument("--frozen", type=int, default=5, help="early blocks that stay as they are, see train")
    options = parser.parse_args(arguments)
    if options.trials < 1 or options.minutes <= 0 or options.size % 32:
        raise BadConfig("--trials and --minutes must be positive, --size a multiple of 32")
    torch.set_num_threads(THREADS)
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = search(read_config(options.config), options.runs, options.trials, options.minutes, options.size, options.frozen)
    print(table(study))
