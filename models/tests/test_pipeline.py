"""Every step, from data to package, on a few dozen synthetic pictures."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from hangtag_models import package
from hangtag_models.augmentation import augment
from hangtag_models.config import read_config
from hangtag_models.errors import BadCheckpoint, BadConfig, BadData, BadRelease
from hangtag_models.evaluate import evaluate
from hangtag_models.evaluate import main as run_evaluate
from hangtag_models.export import export
from hangtag_models.golden import write_golden
from hangtag_models.interpolate import between
from hangtag_models.interpolate import main as interpolate
from hangtag_models.manifest import read_manifest
from hangtag_models.network import HangtagNet
from hangtag_models.prepare import CALIBRATION, Cache
from hangtag_models.quantize import Recipe, quantize
from hangtag_models.refresh import main as refresh
from hangtag_models.release import release
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import Taxonomy
from hangtag_models.train import Trainer, learning_rate, load_checkpoint, write_run_folder
from tests.conftest import prepare_photos, write_config


@pytest.fixture(scope="module")
def prepared(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    prepare_photos(data, folder)
    return folder


@pytest.fixture(scope="module")
def trained(prepared: Path) -> Path:
    config = read_config(write_config(prepared))
    run = prepared / "runs" / config.name
    write_run_folder(run, config)
    Trainer(config, run, None, log_every=1).fit(stride=1)
    return run


@pytest.fixture(scope="module")
def released(prepared: Path, trained: Path) -> Path:
    config = read_config(write_config(prepared))
    export(config, trained / "last.pt", prepared / "float.onnx")
    pictures = Cache(config.cache).open(CALIBRATION, 32, config.manifest)
    quantize(prepared / "float.onnx", prepared / "int8.onnx", pictures, Recipe("minmax", photos=16))
    write_golden(prepared / "golden")
    folder = prepared / "package"
    release(config, prepared / "float.onnx", prepared / "int8.onnx", "smoke", "0.0.1", folder, prepared / "golden", allowed_loss=1.0)
    return folder


def test_run_folder(trained: Path) -> None:
    facts = json.loads((trained / "run.json").read_text(encoding="utf-8"))
    assert set(facts) == {"config", "manifest", "commit", "torch"}
    lines = [json.loads(line) for line in (trained / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["steps"] > 0
    assert (trained.parent / "LATEST").read_text(encoding="utf-8").strip() == str(trained / "last.pt")


def test_resume_goes_on_where_it_stopped(prepared: Path, taxonomy: Taxonomy, tmp_path: Path) -> None:
    config = read_config(write_config(prepared, minutes=10.0))
    first = Trainer(config, tmp_path, None)
    assert not first.resume()
    first.train_epoch()
    first.save()
    second = Trainer(config, tmp_path, None)
    assert second.resume()
    assert (second.epoch, second.steps) == (1, 2)
    assert 0 < second.spent < 600
    for mine, theirs in zip(first.net.state_dict().values(), second.net.state_dict().values(), strict=True):
        assert torch.equal(mine, theirs)
    second.train_epoch()
    assert second.steps == 4
    with pytest.raises(BadCheckpoint, match="another class list"):
        load_checkpoint(tmp_path / "last.pt", Taxonomy(taxonomy.classes[:-1]))


def test_cache_of_another_manifest_is_refused(prepared: Path, tmp_path: Path) -> None:
    other = tmp_path / "manifest.csv"
    other.write_text((prepared / "manifest.csv").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"made for another manifest\.csv"):
        Cache(prepared / "cache").open("train", 192, other)


def test_learning_rate_warms_up_and_ends_small() -> None:
    values = [learning_rate(progress, 0.1) for progress in (0.0, 0.05, 0.1, 0.5, 1.0)]
    assert values == [0.01, 0.5, 1.0, pytest.approx(0.592, abs=0.01), pytest.approx(0.01)]


def test_augmentation_keeps_shape_and_is_seeded() -> None:
    base = np.full((192, 192, 3), 255, np.uint8)
    base[60:130, 60:130] = (200, 30, 30)
    for seed in range(20):
        for source in ("catalogue", "photos"):
            first = augment(base, 96, np.random.default_rng(seed), source)
            assert first.shape == (96, 96, 3)
            assert first.dtype == np.uint8
            assert np.array_equal(first, augment(base, 96, np.random.default_rng(seed), source))


def test_package_keeps_the_contract(released: Path, taxonomy: Taxonomy) -> None:
    content, classes, thresholds = package.read(released)
    assert classes.ids == taxonomy.ids
    assert thresholds.classes.shape == (73,)
    assert content["input"] == {"name": "image", "size": 32, "color": "rgb", "filter": "bilinear", "pad": [255, 255, 255]}
    session = Model(released / "model.onnx").session
    for count in (1, 3):
        outputs = session.run(["logits", "clothing", "activation"], {"image": np.zeros((count, 32, 32, 3), np.uint8)})
        assert [out.shape for out in outputs] == [(count, 73), (count, 1), (count, 1280, 1, 1)]
        assert all(out.dtype == np.float32 for out in outputs)


def test_golden_answers_are_written(released: Path) -> None:
    content = json.loads((released.parent / "golden/golden.json").read_text(encoding="utf-8"))
    assert content["model"]["version"] == "0.0.1"
    assert all(len(entry["logits"]) == 73 and "clothing" in entry for entry in content["pictures"])


def test_evaluate_gives_the_figures_of_the_release(released: Path) -> None:
    config = read_config(released.parent / "smoke.yaml")
    result = evaluate(released, config, "test")
    content, classes, _ = package.read(released)
    for key in ("top1", "top1Interval95", "macroRecall", "ece", "levels"):
        assert result.figures[key] == content["metrics"][key]
    rows = read_manifest(config.manifest, classes)
    assert result.figures["photos"]["all"] == sum(row.split == "test" for row in rows)
    told = {figure.key: figure.estimate for figure in result.evaluation().overall}
    assert round(told["macroRecall"].value, 4) == content["metrics"]["macroRecall"]
    assert [round(told["top1"].low, 4), round(told["top1"].high, 4)] == content["metrics"]["top1Interval95"]


def test_evaluate_writes_report_and_gallery(released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--config", str(released.parent / "smoke.yaml"), "--package", str(released), "--split", "test"]
    report, gallery = tmp_path / "report", tmp_path / "galleries/smoke.html"
    run_evaluate([*command, "--report", str(report), "--gallery", str(gallery), "--json"])
    printed = json.loads(capsys.readouterr().out)
    content, _, _ = package.read(released)
    assert printed["figures"]["top1"] == content["metrics"]["top1"] == printed["overall"]["top1"][0]
    text = (report / "report.md").read_text(encoding="utf-8")
    assert "# smoke 0.0.1 on the test split" in text
    assert content["sha256"] in text
    assert content["data"]["manifestSha256"] in text
    # every plot the report shows is there and small, and nothing else is
    plots = set(re.findall(r"!\[[^]]*]\(([^)]*)\)", text))
    assert plots == {file.name for file in report.iterdir()} - {"report.md"}
    assert all((report / plot).stat().st_size <= 150_000 for plot in plots)
    page = gallery.read_text(encoding="utf-8")
    assert "must not be published" in page
    assert "data:image/jpeg;base64," in page


def test_refresh_adds_what_the_contract_gained_and_changes_nothing_else(released: Path, tmp_path: Path) -> None:
    folder = tmp_path / "older"
    shutil.copytree(released, folder)
    content, _, _ = package.read(folder)
    later = ("perClass", "confusions", "reliability")
    older = {key: value for key, value in content.items() if key != "head"}
    package.write({**older, "metrics": {key: value for key, value in content["metrics"].items() if key not in later}}, folder)
    (folder / "head.f32").unlink()
    refresh(["--config", str(released.parent / "smoke.yaml"), "--package", str(folder)])
    for file in ("model.onnx", "head.f32"):
        assert (folder / file).read_bytes() == (released / file).read_bytes()
    assert package.read(folder)[0] == content


def test_refresh_refuses_a_figure_that_comes_out_otherwise(released: Path, tmp_path: Path) -> None:
    folder = tmp_path / "older"
    shutil.copytree(released, folder)
    content, _, _ = package.read(folder)
    package.write({**content, "metrics": {**content["metrics"], "top3": 0.123}}, folder)
    before = (folder / "model.json").read_bytes()
    with pytest.raises(BadRelease, match=r"metrics.top3: is 0.123 in model.json"):
        refresh(["--config", str(released.parent / "smoke.yaml"), "--package", str(folder)])
    assert (folder / "model.json").read_bytes() == before


def test_evaluate_refuses_a_configuration_of_another_input_size(released: Path, tmp_path: Path) -> None:
    config = read_config(write_config(tmp_path, manifest=str(released.parent / "manifest.csv"), input_size=64))
    with pytest.raises(BadRelease, match="its input is 32 px, input_size of smoke is 64"):
        evaluate(released, config, "test")


def test_release_refuses_nonsense(released: Path, tmp_path: Path) -> None:
    content = json.loads((released / "model.json").read_text(encoding="utf-8"))
    for file in ("model.onnx", "head.f32"):
        (tmp_path / file).write_bytes((released / file).read_bytes())
    for change, message in (
        ({"sha256": "0"}, "sha256"),
        ({"schema": 2}, "schema"),
        ({"temperature": 0}, "temperature"),
        ({"head": {}}, "'file' is missing"),
    ):
        package.write({**content, **change}, tmp_path)
        with pytest.raises(BadRelease, match=message):
            package.read(tmp_path)


def test_network_shapes() -> None:
    net = HangtagNet(73).eval()
    logits, clothing, activation = net(torch.zeros(2, 3, 64, 64))
    assert (logits.shape, clothing.shape, activation.shape) == ((2, 73), (2, 1), (2, 1280, 2, 2))


def test_weights_between_start_and_end(prepared: Path, trained: Path, taxonomy: Taxonomy, capsys: pytest.CaptureFixture[str]) -> None:
    # given a run that has ended
    config, last, out = write_config(prepared), trained / "last.pt", trained / "interpolated.pt"
    given = ["--config", str(config), "--checkpoint", str(last)]
    # when shares are compared, and a quarter of the way is written
    interpolate([*given, "--share", "0", "--share", "1"])
    interpolate([*given, "--share", "0.25", "--out", str(out)])
    # then each is measured on validation, and the file lies there
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if line.startswith("share")] == [
        "share 0.0",
        "share 1.0",
        "share 0.25",
    ]
    start = Trainer(read_config(config), trained, None).net.state_dict()
    end, mixed = (load_checkpoint(path, taxonomy)["average"] for path in (last, out))
    torch.testing.assert_close(mixed["head.weight"], 0.75 * start["head.weight"] + 0.25 * end["head.weight"])
    assert between(start, end, 1.0)["_bn0.num_batches_tracked"] == end["_bn0.num_batches_tracked"]
    # and a share that is none, or two for one file, are refused
    for wrong in (["--share", "1.5"], ["--share", "0.2", "--share", "0.4", "--out", str(out)]):
        with pytest.raises(BadConfig, match="share"):
            interpolate([*given, *wrong])
