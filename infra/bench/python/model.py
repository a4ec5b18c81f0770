"""A model package under ONNX Runtime, and the photo that it takes: Pillow decodes a JPEG at the size needed."""

import io
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from PIL import Image, ImageOps


class Answer(NamedTuple):
    """What the model says of a photo."""

    class_id: str
    group: str
    garment: str
    audience: str
    confidence: float
    is_clothing: bool
    is_sure: bool


class Model:
    """Loads the package in ``folder`` once; ``docs/model-package.md`` says what its files hold."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.description = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.name = f"{self.description['name']}@{self.description['version']}"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])

    def letterbox(self, photo: bytes) -> np.ndarray:
        """The photo upright, as large as fits, in the middle of a square: uint8 ``[1, size, size, 3]``."""
        size = self.description["input"]["size"]
        image = Image.open(io.BytesIO(photo))
        longest = max(image.size)
        target = tuple(max(1, (2 * side * size + longest) // (2 * longest)) for side in image.size)
        image.draft("RGB", target)
        image = image.convert("RGB").resize(target, Image.Resampling.BILINEAR)
        image = ImageOps.exif_transpose(image)
        square = Image.new("RGB", (size, size), tuple(self.description["input"]["pad"]))
        square.paste(image, ((size - image.width) // 2, (size - image.height) // 2))
        return np.asarray(square)[np.newaxis]

    def classify(self, photo: bytes) -> Answer:
        """The most probable class, and whether its probability is enough to say so."""
        pixels = self.letterbox(photo)
        logits, clothing = self.session.run(["logits", "clothing"], {self.description["input"]["name"]: pixels})
        scaled = logits[0] / self.description["temperature"]
        probabilities = np.exp(scaled - scaled.max())
        probabilities /= probabilities.sum()
        best = int(probabilities.argmax())
        label = self.description["classes"][best]
        confidence = float(probabilities[best])
        is_clothing = 1 / (1 + np.exp(-clothing[0, 0])) >= self.description["thresholds"]["clothing"]
        return Answer(
            class_id=label["id"],
            group=label["group"],
            garment=label["garment"],
            audience=label["audience"],
            confidence=confidence,
            is_clothing=bool(is_clothing),
            is_sure=confidence >= label["threshold"],
        )
