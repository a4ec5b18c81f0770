"""``hangtag-models STEP …``: one command line for every step from data to package."""

from __future__ import annotations

import importlib
import sys

STEPS = {
    "prepare": "raw data and corrections → manifest and cache",
    "prepare-idx": "a data set in idx files, as Fashion-MNIST → manifest and cache",
    "curate": "contact sheets for viewers, and their decisions → corrections",
    "train": "fine-tunes the network within a budget of minutes; resumes",
    "tune": "searches training settings on short runs; resumes",
    "balance": "what drawing rare classes more often is worth, by linear heads",
    "scales": "how models do where garments are smaller in the picture",
    "ablate": "what each ingredient of a configuration gains, on short runs; resumes",
    "interpolate": "weights between a run's start and its end",
    "qat": "quantization-aware fine-tuning of a trained network",
    "export": "checkpoint → float ONNX",
    "quantize": "float ONNX → int8 ONNX",
    "release": "thresholds, figures and golden answers → package",
    "refresh": "a released package brought up to the contract, its model left alone",
    "evaluate": "figures, plots and galleries of a package",
    "study": "several networks side by side: a report with plots and samples",
    "golden": "draws the golden pictures",
    "illustrations": "draws garments, for training or as examples",
}

HEAVY = ("curate", "train", "tune", "balance", "ablate", "interpolate", "qat")
"""Steps that run long in PyTorch and want its memory settings."""


def usage() -> str:
    width = max(map(len, STEPS))
    steps = "\n".join(f"  {name:<{width}}  {text}" for name, text in STEPS.items())
    return f"Usage: hangtag-models STEP [OPTION…]\n\n{steps}\n\nhangtag-models STEP --help tells the options of a step."


def module_of(step: str) -> str:
    return f"hangtag_models.{step}.__main__" if step == "illustrations" else f"hangtag_models.{step.replace('-', '_')}"


def main(arguments: list[str] | None = None) -> None:
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] in (["help"], ["--help"], ["-h"]):
        print(usage())
        return
    if not given or given[0] not in STEPS:
        problem = f"error: there is no step {given[0]!r}\n" if given else ""
        print(f"{problem}{usage()}", file=sys.stderr)
        sys.exit(2)
    from hangtag_models.cli import run_main
    from hangtag_models.train import tune_process

    step = importlib.import_module(module_of(given[0]))
    if arguments is None and given[0] in HEAVY:
        tune_process(given[0])
    run_main(lambda: step.main(given[1:]))


if __name__ == "__main__":
    main()
