"""Running a package's ``model.onnx`` the way the service does: through ONNX Runtime."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from hangtag_models.errors import BadRelease
from hangtag_models.preprocessing import Array

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Answers:
    """Raw outputs: ``logits [N, C]``, ``clothing [N]``; the latter infinite from a model without it, which takes all for clothing."""

    logits: Floats
    clothing: Floats


class Model:
    """One ONNX file."""

    def __init__(self, path: Path, threads: int = 2) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.name = path.name
        outputs = {output.name: output.shape for output in self.session.get_outputs()}
        self.tells_clothing = "clothing" in outputs
        self.classes = int(outputs["logits"][1])
        self.size = int(self.session.get_inputs()[0].shape[1])

    def run(self, pictures: Array, batch: int = 32) -> Answers:
        """Answers for uint8 ``[N, size, size, 3]``."""
        logits, clothing = [], []
        wanted = ["logits", "clothing"] if self.tells_clothing else ["logits"]
        for start in range(0, len(pictures), batch):
            part = np.ascontiguousarray(pictures[start : start + batch])
            out = self.session.run(wanted, {"image": part})
            logits.append(out[0])
            if self.tells_clothing:
                clothing.append(out[1][:, 0])
        if not all(np.isfinite(part).all() for part in (*logits, *clothing)):
            raise BadRelease(f"{self.name}: not all outputs are finite")
        found = np.concatenate(logits)
        return Answers(found, np.concatenate(clothing) if self.tells_clothing else np.full(len(found), np.inf, np.float32))
