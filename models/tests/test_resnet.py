"""ResNet-50: that it is torchvision's network with other heads, and goes through training and export as the others do."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from torch import Tensor, nn

from hangtag_models.architectures import load_pretrained, make_network
from hangtag_models.config import parse_config
from hangtag_models.errors import BadConfig, BadRelease
from hangtag_models.export import build_onnx, float_parity
from hangtag_models.folding import fold_batch_norms
from hangtag_models.network import imagenet_weights
from hangtag_models.qat import as_lite
from hangtag_models.quantize import check_graph
from hangtag_models.resnet import DEVIATION, MEAN, ResNet, WideBottleneck, load_torchvision, torchvision_names, torchvision_weights
from hangtag_models.train import to_input
from tests.conftest import config_content, make_trainer, prepare_photos, show_some


@pytest.fixture(scope="module")
def net() -> ResNet:
    torch.manual_seed(1)
    return show_some(ResNet(5), 64)


@pytest.fixture(scope="module")
def published(net: ResNet) -> dict[str, Tensor]:
    """The network's own state as torchvision would have written it."""
    state = net.state_dict()
    out: dict[str, Tensor] = {"fc.weight": torch.zeros(1000, 2048), "fc.bias": torch.zeros(1000)}
    for unit, conv, norm in torchvision_names():
        for part, there in (("conv", conv), ("norm", norm)):
            prefix = f"{unit}.{part}."
            out |= {f"{there}.{key.removeprefix(prefix)}": value for key, value in state.items() if key.startswith(prefix)}
    return out


def test_has_the_layers_of_the_paper(net: ResNet) -> None:
    middles = [block.middle.conv for block in net.blocks if isinstance(block, WideBottleneck)]
    assert [conv.out_channels for conv in middles] == [64] * 3 + [128] * 4 + [256] * 6 + [512] * 3
    assert [conv.stride[0] for conv in middles] == [1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1]
    assert sum(parameter.numel() for name, parameter in net.named_parameters() if not name.startswith("head.")) == 23_508_032


def test_answers_with_logits_clothing_and_activation(net: ResNet) -> None:
    logits, clothing, activation = net(torch.zeros(2, 3, 96, 96))
    assert (logits.shape, clothing.shape, activation.shape) == ((2, 5), (2, 1), (2, 2048, 3, 3))


def test_names_are_all_of_torchvision(published: dict[str, Tensor]) -> None:
    assert len(published) == 320
    assert {"conv1.weight", "layer1.0.downsample.0.weight", "layer3.5.bn2.running_var", "layer4.2.conv3.weight"} < set(published)
    assert published["conv1.weight"].shape == (64, 3, 7, 7)


def test_features_are_those_of_torchvision() -> None:
    models = pytest.importorskip("torchvision.models", reason="torchvision is not installed: pip install -e '.[download]'")
    torch.manual_seed(4)
    theirs = show_some(models.resnet50(weights=None), 64)
    ours = ResNet(5).eval()
    load_torchvision(ours, theirs.state_dict(), "theirs")
    pictures = to_input(np.random.default_rng(5).integers(0, 256, (2, 64, 64, 3), np.uint8))
    standardised = (pictures / 255 - torch.tensor(MEAN).view(1, 3, 1, 1)) / torch.tensor(DEVIATION).view(1, 3, 1, 1)
    with torch.no_grad():
        expected = nn.Sequential(*list(theirs.children())[:-2])(standardised)
        torch.testing.assert_close(ours.features(ours.normalise(pictures)), expected, rtol=1e-3, atol=1e-3)


def test_weights_fill_the_backbone_and_leave_the_heads(net: ResNet, published: dict[str, Tensor], tmp_path: Path) -> None:
    torch.save(published, tmp_path / "resnet50.pth")
    torch.manual_seed(6)
    other = ResNet(5)
    head = other.head.weight.clone()
    load_pretrained(other, tmp_path / "resnet50.pth")
    assert all(torch.equal(value, net.state_dict()[name]) for name, value in other.state_dict().items() if not name.startswith("head."))
    assert torch.equal(other.head.weight, head)


def test_weights_that_do_not_fit_are_refused_by_the_name_of_their_file(published: dict[str, Tensor], tmp_path: Path) -> None:
    net = ResNet(5)
    with pytest.raises(BadConfig, match=r"weights .*gone\.pth: no such file"):
        load_pretrained(net, tmp_path / "gone.pth")
    (tmp_path / "text.pth").write_text("no weights")
    with pytest.raises(BadConfig, match=r"weights text\.pth: cannot be read"):
        load_pretrained(net, tmp_path / "text.pth")
    torch.save([torch.zeros(1)], tmp_path / "list.pth")
    with pytest.raises(BadConfig, match=r"weights list\.pth: holds no tensors by name"):
        load_pretrained(net, tmp_path / "list.pth")
    with pytest.raises(BadConfig, match="not resnet-50 weights, missing"):
        load_pretrained(net, imagenet_weights())
    with pytest.raises(BadConfig, match=r"cut: not resnet-50 weights, missing \['blocks\.15\.up\.conv\.weight'\]"):
        load_torchvision(net, {key: value for key, value in published.items() if key != "layer4.2.conv3.weight"}, "cut")
    with pytest.raises(BadConfig, match="wide: not resnet-50 weights"):
        load_torchvision(net, {**published, "conv1.weight": torch.zeros(64, 4, 7, 7)}, "wide")


def test_says_what_to_install_or_name_where_torchvision_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torchvision.models", None)
    with pytest.raises(BadConfig, match=r"torchvision is not installed; .* by the key weights"):
        torchvision_weights()


def test_says_what_to_name_where_the_network_does_not_let_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("torchvision.models", reason="torchvision is not installed: pip install -e '.[download]'")
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with pytest.raises(BadConfig, match=r"cannot be fetched here .* by the key weights"):
        torchvision_weights()


def test_early_layers_stay_as_they_are_while_frozen() -> None:
    net = ResNet(5).train()
    net.freeze(4)
    logits, _, _ = net(torch.randn(2, 3, 64, 64))
    logits.sum().backward()
    still = [net.first, *net.blocks[:4]]
    assert all(parameter.grad is None for part in still for parameter in part.parameters())
    seen = [value for part in still for name, value in part.state_dict().items() if name.endswith("num_batches_tracked")]
    assert len(seen) == 1 + 4 * 3 + 2
    assert not any(seen)
    assert all(parameter.grad is not None for part in net.blocks[4:] for parameter in part.parameters())


def test_bottlenecks_are_left_out_while_training_only(tmp_path: Path) -> None:
    config = parse_config({**config_content(tmp_path), "architecture": "resnet-50", "drop_path": 0.9, "dropout": 0.0}, "here.yaml")
    net = show_some(make_network(config, 5), 64)
    x = torch.randn(4, 3, 32, 32)
    with torch.no_grad():
        assert torch.equal(net(x)[0], net(x)[0])
        net.train()
        assert not torch.equal(net(x)[0], net(x)[0])


def test_is_folded_and_exported_within_the_limit_and_too_large_to_be_released(net: ResNet, tmp_path: Path) -> None:
    x = torch.randn(2, 3, 64, 64, generator=torch.Generator().manual_seed(7))
    path = tmp_path / "float.onnx"
    with torch.no_grad():
        expected = net(x)[0]
        folded = fold_batch_norms(net)
        torch.testing.assert_close(folded(x)[0], expected, rtol=1e-3, atol=1e-3)
    onnx.save(build_onnx(folded, 64), str(path))
    float_parity(folded, path, 64)
    assert [node.op_type for node in onnx.load(str(path)).graph.node].count("Conv") == 53
    with pytest.raises(BadRelease, match="at most 8000000 are allowed"):
        check_graph(path)


def test_trains_from_a_file_of_weights(data: Path, published: dict[str, Tensor], tmp_path: Path) -> None:
    prepare_photos(data, tmp_path)
    torch.save(published, tmp_path / "resnet50.pth")
    trainer = make_trainer(tmp_path, architecture="resnet-50", pretrained=True, weights=str(tmp_path / "resnet50.pth"))
    assert isinstance(trainer.net, ResNet)
    assert torch.equal(trainer.net.first.conv.weight, published["conv1.weight"])
    images, admissible = trainer.batch(np.arange(4), trainer.config.phase(0), (1,))
    losses = [trainer.step(images, admissible)[0] for _ in range(8)]
    assert losses[-1] < losses[0]


def test_is_no_network_for_grey_pictures_nor_for_qat(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="resnet-50 does not take grey pictures"):
        parse_config({**config_content(tmp_path), "architecture": "resnet-50", "color": "grey"}, "here.yaml")
    with pytest.raises(BadConfig, match="qat is for EfficientNet-Lite"):
        as_lite(ResNet(5))
