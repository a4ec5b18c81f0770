"""Command line: ``render`` for training pictures, ``examples`` for the examples folder."""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from hangtag_models.illustrations.catalogue import CLASSES, sample
from hangtag_models.illustrations.examples import write_examples
from hangtag_models.illustrations.raster import render


def _one(job: tuple[str, int, int, str]) -> str:
    class_id, seed, size, path = job
    # Under another name first: a training run that reads the folder meanwhile must not meet half a file.
    partial = Path(path).with_suffix(".partial")
    render(sample(class_id, seed), round(size * 0.75), size).save(partial, "PNG")
    partial.replace(path)
    return path


def main(given: list[str] | None = None) -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(prog="illustrations", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("render", help="random illustrations for training, a folder a class")
    training.add_argument("--out", type=Path, required=True)
    training.add_argument("--per-class", type=int, default=60)
    training.add_argument("--first", type=int, default=0, help="number of the first picture (to go on with a set)")
    training.add_argument("--seed", type=int, default=1)
    training.add_argument("--size", type=int, default=320, help="height in pixels; the width is three quarters of it")
    training.add_argument("--classes", nargs="*", default=list(CLASSES), choices=list(CLASSES), metavar="ID")
    training.add_argument("--workers", type=int, default=1)
    shown = commands.add_parser("examples", help="the pictures of the examples folder")
    shown.add_argument("--out", type=Path, required=True)
    shown.add_argument("--only", nargs="*", default=(), help="files to draw again; all by default")
    arguments = parser.parse_args(given)
    if arguments.command == "examples":
        print(f"{len(write_examples(arguments.out, arguments.only))} pictures in {arguments.out}")
        return
    jobs = []
    for number in range(arguments.first, arguments.first + arguments.per_class):
        for class_id in arguments.classes:
            folder = arguments.out / class_id
            folder.mkdir(parents=True, exist_ok=True)
            jobs.append((class_id, arguments.seed * 100_000 + number, arguments.size, str(folder / f"{number:03d}.png")))
    with ProcessPoolExecutor(arguments.workers) as pool:
        for _ in pool.map(_one, jobs):
            pass
    print(f"{len(jobs)} pictures of {len(arguments.classes)} classes in {arguments.out}")
