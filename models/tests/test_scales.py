"""How models do where garments are smaller in the picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hangtag_models.errors import BadConfig
from hangtag_models.preprocessing import Array
from hangtag_models.scales import at_scale, main, table
from tests.conftest import prepare_photos, write_config
from tests.test_teachers import write_teacher

SIZE = 32


def sheets(count: int) -> Array:
    """White with a dark square over the middle half."""
    pictures = np.full((count, SIZE, SIZE, 3), 255, np.uint8)
    pictures[:, SIZE // 4 : -SIZE // 4, SIZE // 4 : -SIZE // 4] = 10
    return pictures


def test_at_full_scale_nothing_changes() -> None:
    pictures = sheets(2)
    assert at_scale(pictures, 1.0) is pictures


def test_garments_are_as_much_smaller_as_asked_and_somewhere() -> None:
    laid = at_scale(sheets(40), 0.5)
    assert laid.shape == (40, SIZE, SIZE, 3)
    dark = (255 - laid[..., 0].astype(float)) / 245
    np.testing.assert_allclose(np.sqrt(dark.sum(axis=(1, 2))), SIZE / 4, atol=0.3)
    middles = (dark.sum(axis=1) * np.arange(SIZE)).sum(axis=1) / dark.sum(axis=(1, 2))
    assert middles.max() - middles.min() > SIZE / 4
    assert (laid[:, 0, 0] == 255).all()


def test_every_model_gets_the_same_pictures() -> None:
    assert (at_scale(sheets(5), 0.75) == at_scale(sheets(5), 0.75)).all()
    assert (at_scale(sheets(5), 0.75) != at_scale(sheets(5), 0.75, seed=1)).any()


def test_table_has_a_line_for_each_model_and_scale() -> None:
    figures = {"top1": 0.5, "macro": 0.25, "macroF1": 0.2, "floor": 0.125, "loss": 3.0}
    lines = table(["a/old.onnx", "b/new.onnx"], {1.0: [figures, {**figures, "top1": 0.75}], 0.5: [figures, figures]}).splitlines()
    assert lines == [
        "| model | scale | top-1 | macro recall | floor, within set |",
        "|---|---|---|---|---|",
        "| a/old.onnx | 1 | 50.0 | 25.0 | 12.5 |",
        "| a/old.onnx | 0.5 | 50.0 | 25.0 | 12.5 |",
        "| b/new.onnx | 1 | 75.0 | 25.0 | 12.5 |",
        "| b/new.onnx | 0.5 | 50.0 | 25.0 | 12.5 |",
    ]


def test_models_are_compared_on_validation_photos(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # given two models
    prepare_photos(data, tmp_path)
    config = str(write_config(tmp_path))
    files = [write_teacher(tmp_path / f"{seed}.onnx", seed=seed) for seed in (1, 2)]
    # when
    main(["--config", config, "--model", str(files[0]), "--model", str(files[1]), "--scale", "1", "--scale", "0.5"])
    # then each has a line for each scale, shown as it is found and in the table
    out = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("scale ") for line in out) == 4
    assert sum(line.startswith(f"| {tmp_path.name}/") for line in out) == 4


def test_what_cannot_be_compared_is_refused(data: Path, tmp_path: Path) -> None:
    prepare_photos(data, tmp_path)
    config, model = str(write_config(tmp_path)), str(write_teacher(tmp_path / "one.onnx"))
    for wrong in ("0", "1.5", "-1", "0.001"):
        with pytest.raises(BadConfig, match="--scale must be above 0 and at most 1"):
            main(["--config", config, "--model", model, "--scale", wrong])
    with pytest.raises(BadConfig, match=r"gone\.onnx: no such model"):
        main(["--config", config, "--model", str(tmp_path / "gone.onnx")])
    large = str(write_teacher(tmp_path / "large.onnx", size=64))
    with pytest.raises(BadConfig, match=r"large\.onnx: has 73 classes at 64 pixels, expected 73 at 32"):
        main(["--config", config, "--model", large])
