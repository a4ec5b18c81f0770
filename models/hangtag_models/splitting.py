"""Grouped, stratified, deterministic splitting."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence


class Groups:
    """Union-find over anything hashable: photos of one group never part."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def find(self, item: Hashable) -> Hashable:
        self._parent.setdefault(item, item)
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, first: Hashable, second: Hashable) -> None:
        self._parent[self.find(first)] = self.find(second)


def split_groups(groups: Mapping[str, Sequence[Iterable[str]]], shares: Mapping[str, float], seed: int) -> dict[str, str]:
    """Assigns each group to a split.

    ``groups`` maps a group's name to its photos, each photo given by its strata (class names; several share the photo's weight of 1).
    Large groups go first; each goes where it least disturbs the shares of its strata. Ties are broken by a seeded hash, so the result
    depends on names and seed only, not on the order of files.
    """
    strata: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    for name, photos in groups.items():
        counts: Counter[str] = Counter()
        for photo in photos:
            members = list(photo)
            for member in members:
                counts[member] += 1 / len(members)  # type: ignore[assignment]
        strata[name] = counts
        total.update(counts)
    held: dict[str, Counter[str]] = {split: Counter() for split in shares}

    def order(name: str) -> tuple[float, str]:
        return (-sum(strata[name].values()), hashlib.sha256(f"{seed}:{name}".encode()).hexdigest())

    def cost(name: str, split: str) -> float:
        out = 0.0
        for stratum, count in strata[name].items():
            want = shares[split] * total[stratum]
            have = held[split][stratum]
            out += ((have + count - want) ** 2 - (have - want) ** 2) / want
        return out

    assigned: dict[str, str] = {}
    for name in sorted(groups, key=order):
        split = min(shares, key=lambda candidate: cost(name, candidate))
        assigned[name] = split
        held[split].update(strata[name])
    return assigned
