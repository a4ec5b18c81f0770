"""Every step from idx files to a package and a report of several networks, on a few hundred synthetic pictures."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
import yaml

from hangtag_models import package
from hangtag_models.ablate import NOTHING, PLAIN, ablate, table, variants
from hangtag_models.config import Config, read_config
from hangtag_models.errors import BadConfig, BadData
from hangtag_models.evaluate import evaluate
from hangtag_models.export import export
from hangtag_models.golden import read_index
from hangtag_models.manifest import read_manifest
from hangtag_models.prepare import CALIBRATION, Cache
from hangtag_models.prepare_idx import main as prepare_idx
from hangtag_models.prepare_idx import write_samples
from hangtag_models.quantize import Recipe, quantize
from hangtag_models.release import release
from hangtag_models.runtime import Model
from hangtag_models.study import judge, read_study, write_study
from hangtag_models.taxonomy import read_taxonomy
from hangtag_models.train import Trainer, read_history, write_run_folder
from hangtag_models.tune import Budget, propose, search
from tests.conftest import ROOT
from tests.test_grey import TEN, idx


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Pictures this small are not worth a second one, which on a busy machine is waited for."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Idx files in ``data``, the cache made of them in ``cache``: each class a bar at its own height, on noise."""
    place = tmp_path_factory.mktemp("fashion")
    rng = np.random.default_rng(9)
    (place / "data").mkdir()
    for prefix, count in (("train", 300), ("t10k", 60)):
        labels = (np.arange(count) % 10).astype(np.uint8)
        pictures = rng.integers(0, 60, (count, 28, 28), np.uint8)
        for picture, label in zip(pictures, labels.tolist(), strict=True):
            picture[2 * label + 2 : 2 * label + 6, 6:22] = 220
        idx(place / "data" / f"{prefix}-images-idx3-ubyte.gz", pictures)
        idx(place / "data" / f"{prefix}-labels-idx1-ubyte", labels)
    prepare_idx(["--data", str(place / "data"), "--classes", str(TEN), "--cache", str(place / "cache")])
    return place


def config_file(folder: Path, name: str, like: str) -> Path:
    """A committed configuration, made small."""
    content = yaml.safe_load((ROOT / f"configs/fashion-mnist-{like}.yaml").read_text(encoding="utf-8"))
    content.update(name=name, classes=str(TEN), manifest=str(folder / "cache/manifest.csv"), cache=str(folder / "cache"))
    content.update(width=4, epochs=2, batch=32)
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def config(folder: Path) -> Config:
    return read_config(config_file(folder, "small", "best"))


def train(folder: Path, path: Path) -> Config:
    config = read_config(path)
    run = folder / "runs" / config.name
    write_run_folder(run, config)
    Trainer(config, run, None, log_every=5).fit(stride=1)
    return config


@pytest.fixture(scope="module")
def trained(folder: Path, config: Config) -> Path:
    train(folder, folder / "small.yaml")
    return folder / "runs/small"


@pytest.fixture(scope="module")
def released(folder: Path, config: Config, trained: Path) -> Path:
    export(config, trained / "best.pt", folder / "float.onnx")
    pictures = Cache(config.cache).open(CALIBRATION, 28, config.manifest)
    quantize(folder / "float.onnx", folder / "int8.onnx", pictures, Recipe("minmax", photos=16))
    write_samples(folder / "data", read_taxonomy(TEN), folder / "samples", 2)
    place = folder / "packages/small"
    release(config, folder / "float.onnx", folder / "int8.onnx", "small", "0.0.1", place, folder / "samples", allowed_loss=1.0)
    return place


def test_idx_files_become_a_manifest_and_a_cache(folder: Path, config: Config) -> None:
    rows = read_manifest(config.manifest, read_taxonomy(TEN))
    counts = {split: sum(row.split == split for row in rows) for split in ("train", "validation", "test")}
    assert counts == {"train": 270, "validation": 30, "test": 60}
    pictures = Cache(config.cache).open("test", 28, config.manifest)
    assert pictures.shape == (60, 28, 28, 3)
    assert (pictures == pictures[..., :1]).all()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"train-images-idx3-ubyte\[\.gz\]: not found"):
        prepare_idx(["--data", str(tmp_path), "--classes", str(TEN), "--cache", str(tmp_path / "cache")])


def test_a_run_keeps_its_history_and_its_best_epoch(trained: Path) -> None:
    history = read_history(trained)
    assert [line["epoch"] for line in history] == [1, 2]
    assert {"loss", "top1", "macro", "macroF1", "trainLoss", "trainTop1", "minutes"} <= set(history[0])
    assert (trained / "best.pt").is_file()


def test_a_run_ends_early_when_nothing_gets_better(folder: Path, config: Config) -> None:
    trainer = Trainer(dataclasses.replace(config, epochs=50, patience=2, learning_rate=1e-9), folder / "runs/stale", None)
    trainer.run.mkdir(parents=True)
    trainer.best = 1.0
    trainer.fit(stride=1)
    assert trainer.epoch == 2
    resumed = Trainer(trainer.config, trainer.run, None)
    assert resumed.resume()
    assert resumed.stale


@pytest.mark.parametrize("monitor", ["macroF1", "top1"])
def test_the_best_epoch_is_that_of_the_monitored_figure(folder: Path, config: Config, monitor: str) -> None:
    run = folder / f"runs/{monitor}"
    trainer = Trainer(dataclasses.replace(config, epochs=3, patience=9, monitor=monitor), run, None)
    run.mkdir(parents=True)
    trainer.fit(stride=1)
    figures = [line[monitor] for line in read_history(run)]
    assert trainer.best == max(figures)
    assert trainer.best_epoch == 1 + figures.index(max(figures))


def test_few_photos_are_a_seeded_choice(folder: Path, config: Config) -> None:
    few = dataclasses.replace(config, train_photos=40)
    ids = [[row.id for row in Trainer(c, folder / "runs/none", None).data.rows] for c in (few, few, dataclasses.replace(few, seed=11))]
    assert len(ids[0]) == 40
    assert ids[0] == ids[1] != ids[2]


def test_a_search_by_epochs_tries_epochs(folder: Path, config: Config) -> None:
    study = search(config, folder / "runs", trials=1, budget=Budget(0.0, 64, 28, 0))
    assert study.trials[0].params["epochs"] == 8
    assert "| epochs |" in (folder / "runs/small-tune/table.md").read_text(encoding="utf-8")
    trial = propose(study.trials[0], config, Budget(0.0, 64, 20, 0))  # type: ignore[arg-type]
    assert (trial.minutes, trial.epochs, trial.train_photos, trial.phases[0].size) == (0.0, 8, 64, 20)


def test_each_ingredient_is_left_out_by_itself(config: Config) -> None:
    found = variants(config)
    assert found[NOTHING] == config
    assert not found["batch normalisation"].norm
    assert found["augmentation"].augmentation == 0
    assert (found["dropout"].dropout, found["dropout"].norm) == (0, True)
    plain = found[PLAIN]
    assert (plain.norm, plain.dropout, plain.smoothing, plain.ema, plain.schedule) == (False, 0, 0, 0, "constant")
    assert "mirror image beside it" not in variants(dataclasses.replace(config, mirrored=False))


def test_an_ablation_goes_on_where_it_stopped(folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    short = dataclasses.replace(config, name="part", train_photos=32, epochs=1, patience=0)
    results = ablate(short, folder / "runs", seeds=1)
    assert set(results) == {(name, 10) for name in variants(short)}
    monkeypatch.setattr("hangtag_models.ablate.run_one", lambda *_: pytest.fail("there was nothing left to run"))
    assert ablate(short, folder / "runs", seeds=1) == results


def test_the_table_of_an_ablation_pairs_the_seeds() -> None:
    tops = {(NOTHING, 1): 0.90, (NOTHING, 2): 0.92, ("dropout", 1): 0.89, ("dropout", 2): 0.88}
    lines = table({key: {"top1": value} for key, value in tops.items()}).splitlines()
    assert lines[2:] == ["| nothing | 91.00 % | 1.41 |  | 2 |", "| dropout | 88.50 % | 0.71 | +2.50 (+1.00 to +4.00) | 2 |"]


def test_a_package_without_a_clothing_output_keeps_the_contract(released: Path, config: Config) -> None:
    content, classes, thresholds = package.read(released)
    assert content["outputs"] == {"logits": "logits", "clothing": None, "activation": "activation"}
    assert content["thresholds"]["clothing"] is None
    assert thresholds.clothing is None
    assert content["input"]["color"] == "grey"
    assert content["input"]["invert"] == "light-ground"
    assert (released / "head.f32").stat().st_size == 10 * 24 * 4
    assert len(classes) == 10
    session = Model(released / "model.onnx").session
    logits, activation = session.run(["logits", "activation"], {"image": np.zeros((3, 28, 28, 3), np.uint8)})
    assert (logits.shape, activation.shape) == ((3, 10), (3, 24, 7, 7))
    assert content["metrics"]["clothingLost"] == 0
    assert content["metrics"]["notClothingAuroc"] is None
    assert evaluate(released, config, "test").figures["top1"] == content["metrics"]["top1"]


def test_samples_are_pictures_of_the_test_files_with_the_answers_of_the_release(released: Path, folder: Path) -> None:
    index = json.loads((folder / "samples/golden.json").read_text(encoding="utf-8"))
    assert len(index["pictures"]) == 20 == len(read_index(folder / "samples"))
    assert index["model"]["version"] == "0.0.1"
    assert all(len(entry["logits"]) == 10 and "clothing" not in entry for entry in index["pictures"])
    labels = (folder / "samples/labels.csv").read_text(encoding="utf-8").splitlines()
    assert labels[0] == "file,class"
    assert labels[1].startswith("images/t10k-00000.png,t-shirt-top")


@pytest.fixture(scope="module")
def study_file(folder: Path, released: Path) -> Path:
    train(folder, config_file(folder, "plain", "baseline"))
    content = {
        "title": "Few pictures",
        "opening": "What was done.",
        "closing": "What was left.",
        "networks": [
            {"title": "Baseline", "config": str(folder / "plain.yaml"), "checkpoint": "last.pt", "text": "As it is."},
            {"title": "Best", "config": str(folder / "small.yaml"), "package": str(released), "text": "Released."},
        ],
    }
    path = folder / "study.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", sorted((ROOT / "studies").glob("*.yaml")), ids=lambda path: path.name)
def test_committed_studies(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    study = read_study(path, Path("runs"))
    assert len({network.name for network in study.networks}) == len(study.networks)
    assert all(network.package is None or (network.package / "model.json").is_file() for network in study.networks)


@pytest.mark.filterwarnings("error")
def test_a_study_shows_every_network(study_file: Path, folder: Path, tmp_path: Path) -> None:
    text = write_study(read_study(study_file, folder / "runs"), folder / "runs", tmp_path).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("#")] == ["# Few pictures", "## Baseline", "## Best", "## By class"]
    shown = set(re.findall(r"!\[[^]]*]\(([^)]*)\)", text))
    assert len(shown) == 8
    assert all((tmp_path / plot).stat().st_size < 150_000 for plot in shown)
    assert "nan" not in text.lower()
    for name in ("plain", "small"):
        report = (tmp_path / name / "report.md").read_text(encoding="utf-8")
        assert "## Clothing or not" not in report
        plots = set(re.findall(r"!\[[^]]*]\(([^)]*)\)", report))
        assert plots <= {file.name for file in (tmp_path / name).iterdir()}


def test_the_test_split_is_run_once_for_the_same_weights(study_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = read_study(study_file, folder / "runs")
    first = [judge(network, folder / "runs").figures for network in study.networks]
    monkeypatch.setattr("hangtag_models.study.answers_of", lambda *_: pytest.fail("the test split was run again"))
    assert [judge(network, folder / "runs").figures for network in study.networks] == first


def test_a_study_names_what_is_missing(study_file: Path, folder: Path, tmp_path: Path) -> None:
    content = yaml.safe_load(study_file.read_text(encoding="utf-8"))
    other = tmp_path / "study.yaml"
    del content["opening"]
    other.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(BadConfig, match="'opening' is missing"):
        read_study(other, folder / "runs")
    content["opening"] = ""
    content["networks"][0]["checkpoint"] = "best.pt"
    other.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(BadData, match=r"plain: best\.pt is missing"):
        judge(read_study(other, folder / "runs").networks[0], folder / "runs")
