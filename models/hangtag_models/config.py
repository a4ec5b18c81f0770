"""Training configuration: a YAML file with no unknown and no missing key."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from hangtag_models.errors import BadConfig


@dataclass(frozen=True)
class Phase:
    """From which share of the time budget on: the input size (pixels), the share of drawings mixed in, how many early blocks are frozen."""

    start: float
    size: int
    illustrations: float = 0.0
    frozen: int = 0


@dataclass(frozen=True)
class Config:
    """Everything a run depends on beside data and code."""

    name: str
    classes: Path
    manifest: Path
    cache: Path
    seed: int
    minutes: float
    input_size: int
    phases: tuple[Phase, ...]
    batch: int
    epoch_photos: int
    shares: dict[str, float]
    learning_rate: float
    head_factor: float
    weight_decay: float
    warmup: float
    dropout: float
    drop_path: float
    smoothing: float
    clothing_weight: float
    ema: float
    pretrained: bool = True
    init: str | None = None
    """Run whose averaged weights this one starts from; without it: the ImageNet weights, if ``pretrained``."""
    balance: float = 0.5
    """How much rarer classes are drawn more often: 0 as they come, 1 each class alike."""
    augmentation: float = 1.0
    """Strength: scales how often pictures are changed and how far they are bent. 0: hardly at all."""

    def phase(self, progress: float) -> Phase:
        """The phase at ``progress`` (0..1 of the budget)."""
        return [phase for phase in self.phases if phase.start <= progress][-1]


def _typed(key: str, value: Any, kind: str, where: str) -> Any:
    if kind == "Path" and isinstance(value, str):
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
    if kind == "tuple[Phase, ...]" and isinstance(value, list) and value:
        return tuple(_build(Phase, item, f"{where}: {key}") for item in value)
    raise BadConfig(f"{where}: key {key!r} must be {kind}, is {value!r}")


def _build(kind: Any, content: Any, where: str) -> Any:
    if not isinstance(content, dict):
        raise BadConfig(f"{where}: expected keys and values")
    fields = {field.name: field for field in dataclasses.fields(kind)}
    for key in content:
        if key not in fields:
            raise BadConfig(f"{where}: unknown key {key!r}")
    for key, field in fields.items():
        if key not in content and field.default is dataclasses.MISSING:
            raise BadConfig(f"{where}: key {key!r} is missing")
    return kind(**{key: _typed(key, value, str(fields[key].type), where) for key, value in content.items()})


def parse_config(content: Any, where: str) -> Config:
    """Checks keys, types and ranges; every error names file and key."""
    config: Config = _build(Config, content, where)
    if config.phases[0].start != 0 or [p.start for p in config.phases] != sorted(p.start for p in config.phases):
        raise BadConfig(f"{where}: phases must start at 0 and ascend")
    for size in [config.input_size, *(phase.size for phase in config.phases)]:
        if size % 32 or size <= 0:
            raise BadConfig(f"{where}: size {size} is not a multiple of 32")
    if config.batch < 2 or config.epoch_photos < config.batch or config.minutes <= 0:
        raise BadConfig(f"{where}: batch, epoch_photos and minutes must be positive, an epoch at least one batch")
    if config.augmentation < 0 or config.balance < 0:
        raise BadConfig(f"{where}: augmentation and balance must not be negative")
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
