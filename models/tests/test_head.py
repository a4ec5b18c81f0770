"""``head.f32``: the weights that a graph's logits are made with, whatever it wraps them in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from hangtag_models.errors import BadRelease
from hangtag_models.head import FILE, check_head, head_weights, write_head

WEIGHTS = np.array([[1.0, -2.0], [0.5, 4.0], [-3.0, 0.25]], np.float32)


def save(folder: Path, nodes: list[onnx.NodeProto], constants: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]) -> Path:
    """A graph from ``pooled [N, 2]`` to ``logits [N, 3]`` with an ``activation [N, 2, 1, 1]``."""
    values = [
        helper.make_tensor_value_info("pooled", TensorProto.FLOAT, ["N", 2]),
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 3]),
        helper.make_tensor_value_info("activation", TensorProto.FLOAT, ["N", 2, 1, 1]),
    ]
    initializers = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    path = folder / "model.onnx"
    onnx.save(helper.make_model(helper.make_graph(nodes, "head", values[:1], values[1:], initializers)), str(path))
    return path


def test_weights_of_a_float_graph(tmp_path: Path) -> None:
    rows = save(tmp_path, [helper.make_node("Gemm", ["pooled", "w"], ["logits"], transB=1)], {"w": WEIGHTS})
    assert head_weights(rows).tolist() == WEIGHTS.tolist()
    columns = save(tmp_path, [helper.make_node("Gemm", ["pooled", "w"], ["logits"])], {"w": WEIGHTS.T.copy()})
    assert head_weights(columns).tolist() == WEIGHTS.tolist()


def test_weights_of_a_quantized_graph_are_dequantized_by_row(tmp_path: Path) -> None:
    scale, codes = np.array([0.5, 0.25, 0.125], np.float32), np.array([[2, -4], [2, 16], [-24, 2]], np.int8)
    nodes = [
        helper.make_node("DequantizeLinear", ["codes", "scale", "zero"], ["w"], axis=0),
        helper.make_node("Gemm", ["pooled", "w"], ["exact"], transB=1),
        helper.make_node("QuantizeLinear", ["exact", "step", "middle"], ["rounded"]),
        helper.make_node("DequantizeLinear", ["rounded", "step", "middle"], ["logits"]),
    ]
    constants = {"codes": codes, "scale": scale, "zero": np.zeros(3, np.int8), "step": np.float32(0.1), "middle": np.uint8(7)}
    assert head_weights(save(tmp_path, nodes, {key: np.asarray(value) for key, value in constants.items()})).tolist() == WEIGHTS.tolist()


@pytest.mark.parametrize(
    ("nodes", "problem"),
    [
        ([helper.make_node("MatMul", ["pooled", "w"], ["logits"])], "not made by one dense layer"),
        ([helper.make_node("Identity", ["w"], ["v"]), helper.make_node("Gemm", ["pooled", "v"], ["logits"], name="last")], "last"),
        ([helper.make_node("Gemm", ["pooled", "w"], ["logits"])], r"the head is \(2, 3\)"),
    ],
)
def test_a_graph_without_such_a_head_is_refused(tmp_path: Path, nodes: list[onnx.NodeProto], problem: str) -> None:
    with pytest.raises(BadRelease, match=problem):
        head_weights(save(tmp_path, nodes, {"w": WEIGHTS}))


def test_the_file_holds_little_endian_rows(tmp_path: Path) -> None:
    save(tmp_path, [helper.make_node("Gemm", ["pooled", "w"], ["logits"], transB=1)], {"w": WEIGHTS})
    head = write_head(tmp_path)
    assert np.frombuffer((tmp_path / FILE).read_bytes(), "<f4").reshape(3, 2).tolist() == WEIGHTS.tolist()
    check_head(tmp_path, head, 3)
    check_head(tmp_path, None, 3)
    for change, classes, problem in (
        ({"sha256": "0"}, 3, "sha256 differs"),
        ({"file": "other.f32"}, 3, "is missing"),
        ({"file": f"../{tmp_path.name}/{FILE}"}, 3, "is missing"),
        ({}, 5, "24 bytes are not 5 rows"),
    ):
        with pytest.raises(BadRelease, match=problem):
            check_head(tmp_path, {**head, **change}, classes)
