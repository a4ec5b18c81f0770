"""A wrong configuration is refused before any hour is spent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hangtag_models.config import parse_config, read_config
from hangtag_models.errors import BadConfig
from tests.conftest import ROOT, config_content


@pytest.mark.parametrize("path", sorted((ROOT / "configs").glob("*.yaml")), ids=lambda path: path.name)
def test_committed_configs(path: Path) -> None:
    assert read_config(path).name == path.stem


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"lerning_rate": 1}, "unknown key 'lerning_rate'"),
        ({"batch": "many"}, "key 'batch' must be int"),
        ({"input_size": 150}, "size 150 is not a multiple of 32"),
        ({"phases": [{"start": 0.5, "size": 64}]}, "phases must start at 0"),
        ({"phases": [{"start": 0.0, "sise": 64}]}, "phases: unknown key 'sise'"),
        ({"minutes": -1}, "must be positive"),
        ({"package": "model.onnx", "init": "another"}, "package goes with an EfficientNet-Lite and without init"),
        ({"package": "model.onnx", "architecture": "resnet-50"}, "package goes with an EfficientNet-Lite and without init"),
        ({"weights": "some.pth"}, "weights go with pretrained and a network for photos"),
        ({"mixup": -0.1}, "mixup must not be negative, is -0.1"),
        ({"architecture": "efficientnet-lite2", "color": "grey"}, "efficientnet-lite2 does not take grey"),
        ({"architecture": "efficientnet-lite3"}, "none of efficientnet-lite0"),
    ],
)
def test_refused(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(BadConfig, match=message):
        parse_config({**config_content(tmp_path), **changes}, "here.yaml")


def test_missing_key_is_named(tmp_path: Path) -> None:
    content = config_content(tmp_path)
    del content["ema"]
    with pytest.raises(BadConfig, match=r"here\.yaml: key 'ema' is missing"):
        parse_config(content, "here.yaml")
