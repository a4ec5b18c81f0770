"""``quantize``: float ONNX → static int8 (QDQ), calibrated on training photos."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from hangtag_models.config import read_config
from hangtag_models.errors import BadRelease
from hangtag_models.prepare import CALIBRATION, Cache
from hangtag_models.preprocessing import Array

LIMIT_BYTES = 8_000_000
METHODS = {"minmax": CalibrationMethod.MinMax, "entropy": CalibrationMethod.Entropy, "percentile": CalibrationMethod.Percentile}
ACTIVATIONS = {"uint8": QuantType.QUInt8, "int8": QuantType.QInt8}


@dataclass(frozen=True)
class Recipe:
    """How activations are calibrated and which nodes stay in float. The defaults lost least on validation, see the report."""

    method: str = "percentile"
    activations: str = "uint8"
    float_nodes: tuple[str, ...] = ()
    photos: int = 96


class Photos(CalibrationDataReader):  # type: ignore[misc]
    """Feeds pictures ``uint8 [N, size, size, 3]`` in small batches."""

    def __init__(self, pictures: Array, batch: int = 16) -> None:
        self._parts: Iterator[Array] = iter([pictures[start : start + batch] for start in range(0, len(pictures), batch)])

    def get_next(self) -> dict[str, Array] | None:
        part = next(self._parts, None)
        return None if part is None else {"image": np.ascontiguousarray(part)}


def quantize(source: Path, out: Path, pictures: Array, recipe: Recipe) -> None:
    """Writes the int8 model. ``pictures`` are training photos as served, ``uint8 [N, size, size, 3]``."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_optimization=True)
        quantize_static(
            str(prepared),
            str(out),
            Photos(pictures[: recipe.photos]),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=["Conv", "Clip", "Relu", "MaxPool", "Add", "GlobalAveragePool", "Flatten", "Gemm"],
            nodes_to_exclude=list(recipe.float_nodes),
            per_channel=True,
            # seven-bit weights: AVX2 without VNNI adds pairs of u8·s8 products in 16 bits, and with eight bits they saturate
            reduce_range=True,
            activation_type=ACTIVATIONS[recipe.activations],
            weight_type=QuantType.QInt8,
            calibrate_method=METHODS[recipe.method],
        )
    check_graph(out)


def check_graph(path: Path) -> None:
    """Dynamic batch, tensor names and size by the contract, and convolutions that really are quantized."""
    model = onnx.load(str(path))
    graph = model.graph
    if path.stat().st_size > LIMIT_BYTES:
        raise BadRelease(f"{path.name}: {path.stat().st_size} bytes, at most {LIMIT_BYTES} are allowed")
    if [tensor.name for tensor in graph.input] != ["image"]:
        raise BadRelease(f"{path.name}: inputs are {[tensor.name for tensor in graph.input]}, expected image")
    if {tensor.name for tensor in graph.output} - {"clothing"} != {"logits", "activation"}:
        raise BadRelease(f"{path.name}: outputs are {[tensor.name for tensor in graph.output]}")
    for tensor in [*graph.input, *graph.output]:
        if not tensor.type.tensor_type.shape.dim[0].dim_param:
            raise BadRelease(f"{path.name}: the batch dimension of {tensor.name} is fixed")
    dequantized = {node.output[0] for node in graph.node if node.op_type == "DequantizeLinear"}
    plain = [node.name for node in graph.node if node.op_type == "Conv" and not set(node.input[:2]) <= dequantized]
    if len(plain) > 2:
        raise BadRelease(f"{path.name}: {len(plain)} convolutions are not quantized, first {plain[0]}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="quantize", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--float", type=Path, required=True, dest="source", help="float ONNX file")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--method", choices=sorted(METHODS), default="percentile")
    parser.add_argument("--activations", choices=sorted(ACTIVATIONS), default="uint8")
    parser.add_argument("--float-node", action="append", default=[], help="name of a node to keep in float; may be repeated")
    parser.add_argument("--photos", type=int, default=96)
    options = parser.parse_args(arguments)
    config = read_config(options.config)
    pictures = Cache(config.cache).open(CALIBRATION, config.input_size, config.manifest)
    recipe = Recipe(options.method, options.activations, tuple(options.float_node), options.photos)
    quantize(options.source, options.out, pictures, recipe)
    print(f"{options.out.name}: {options.out.stat().st_size / 1e6:.2f} MB")
