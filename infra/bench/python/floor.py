"""The least that tagging a photo can cost: libjpeg-turbo decodes it at the size needed, ONNX Runtime runs, no service around it.

Reads paths from standard input, one a line. For each it answers, in one line, wall-clock and processor milliseconds of
decoding and letterboxing, and of the run: ``decode_wall decode_cpu run_wall run_cpu``. The file is read before the clock starts.
"""

import sys
import time
from pathlib import Path

import numpy as np
from model import Model


def clocks() -> np.ndarray:
    """Wall-clock and processor time, in milliseconds."""
    return 1000 * np.array([time.perf_counter(), time.process_time()])


def main() -> None:
    """Answers until standard input ends."""
    model = Model(Path(sys.argv[1]))
    name = model.description["input"]["name"]
    for line in sys.stdin:
        photo = Path(line.rstrip("\n")).read_bytes()
        start = clocks()
        pixels = model.letterbox(photo)
        decoded = clocks()
        model.session.run(["logits", "clothing"], {name: pixels})
        ended = clocks()
        print(*(f"{milliseconds:.4f}" for milliseconds in (*(decoded - start), *(ended - decoded))), flush=True)


if __name__ == "__main__":
    main()
