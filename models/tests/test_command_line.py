"""One command line for every step, and a search that goes on where it stopped."""

from __future__ import annotations

import dataclasses
import importlib
from pathlib import Path

import optuna
import pytest

from hangtag_models.__main__ import HEAVY, STEPS, main, module_of
from hangtag_models.config import Config, read_config
from hangtag_models.errors import BadConfig
from hangtag_models.tune import Budget, propose, score, search, table
from hangtag_models.tune import main as tune
from tests.conftest import prepare_photos, write_config


@pytest.fixture(scope="module")
def config(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder = tmp_path_factory.mktemp("tune")
    prepare_photos(data, folder)
    return read_config(write_config(folder))


def test_every_step_can_be_run() -> None:
    assert set(HEAVY) < set(STEPS)
    for step in STEPS:
        assert callable(importlib.import_module(module_of(step)).main)


def test_help_names_every_step(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    text = capsys.readouterr().out
    assert all(f"  {step}" in text for step in STEPS)


@pytest.mark.parametrize(("arguments", "problem"), [([], "Usage: hangtag-models"), (["bake"], "there is no step 'bake'")])
def test_a_missing_or_unknown_step_is_wrong_usage(arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert problem in capsys.readouterr().err


def test_an_expected_failure_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["train", "--config", str(tmp_path / "none.yaml")])
    assert exit_.value.code == 2
    assert capsys.readouterr().err == "error: none.yaml: no such configuration\n"


def test_a_trial_starts_from_imagenet_at_its_own_budget(config: Config) -> None:
    values = {"learning_rate": 0.001, "batch": 32, "weight_decay": 0.02, "augmentation": 1.3}
    base = dataclasses.replace(config, init="clothing-73-first")
    trial = propose(optuna.trial.FixedTrial(values, number=4), base, Budget(2.0, 0, 96, 5))  # type: ignore[arg-type]
    assert (trial.name, trial.init, trial.minutes, trial.phases[0].size, trial.phases[0].frozen) == ("trial-4", None, 2.0, 96, 5)
    assert (trial.learning_rate, trial.batch, trial.weight_decay, trial.augmentation) == (0.001, 32, 0.02, 1.3)


def test_rare_classes_count_as_much_as_common_photos() -> None:
    assert score({"top1": 0.8, "macro": 0.4, "floor": 0.1}) == pytest.approx(0.6)


def test_a_search_goes_on_where_it_stopped(config: Config, tmp_path: Path) -> None:
    config = dataclasses.replace(config, batch=32, epoch_photos=128)
    first = search(config, tmp_path, trials=1, budget=Budget(0.01, 0, 32, 0))
    assert first.trials[0].params["learning_rate"] == pytest.approx(config.learning_rate)
    again = search(config, tmp_path, trials=2, budget=Budget(0.01, 0, 32, 0))
    assert [trial.number for trial in again.trials] == [0, 1]
    assert len(search(config, tmp_path, trials=2, budget=Budget(0.01, 0, 32, 0)).trials) == 2
    text = (tmp_path / "smoke-tune" / "table.md").read_text(encoding="utf-8")
    assert text == table(again)
    assert len(text.splitlines()) == 4
    assert not list((tmp_path / "smoke-tune").glob("trial-*"))


def test_an_impossible_budget_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="must be positive"):
        tune(["--config", str(tmp_path / "c.yaml"), "--trials", "0"])
