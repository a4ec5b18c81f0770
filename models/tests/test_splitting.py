"""No relative of a training photo is tested on."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from hangtag_models.errors import BadData
from hangtag_models.manifest import read_manifest, write_manifest
from hangtag_models.prepare import SHARES, build_manifest
from hangtag_models.splitting import Groups, split_groups
from hangtag_models.taxonomy import Taxonomy
from tests.conftest import ROOT, write_labels

# beside the checkout, or one higher for a worktree
CANDIDATES = [parent / "shared" / "data" for parent in ROOT.parents[1:3]]
REAL = next((path for path in CANDIDATES if path.is_dir()), CANDIDATES[0])


def test_union_find() -> None:
    groups = Groups()
    groups.join("a", "b")
    groups.join("c", "d")
    assert groups.find("a") != groups.find("c")
    groups.join("b", "c")
    assert len({groups.find(item) for item in "abcd"}) == 1


def test_split_is_stratified_and_deterministic() -> None:
    groups = {f"g{number}": [["red"] if number % 2 else ["blue"]] * (1 + number % 3) for number in range(300)}
    first = split_groups(groups, SHARES, 7)
    assert first == split_groups(dict(reversed(list(groups.items()))), SHARES, 7)
    for parity in (0, 1):
        sizes: dict[str, int] = defaultdict(int)
        for number in range(parity, 300, 2):
            sizes[first[f"g{number}"]] += 1 + number % 3
        total = sum(sizes.values())
        assert {split: pytest.approx(share, abs=0.02) for split, share in SHARES.items()} == {s: n / total for s, n in sizes.items()}


def test_prepared_split_keeps_relatives_together(data: Path, taxonomy: Taxonomy) -> None:
    rows, summary = build_manifest(data, taxonomy, 2)
    assert summary["duplicates"] == 1
    splits = {(row.source, row.id): row.split for row in rows}
    by_group = defaultdict(set)
    for number in range(36):
        if ("catalogue", str(number)) in splits:
            # 1 and 2 show the same pixels, so their groups 0 and 1 are one
            by_group[max(1, number // 2)].add(splits["catalogue", str(number)])
    by_sender = defaultdict(set)
    for number in range(24):
        by_sender[number // 3].add(splits["photos", f"p{number}"])
    assert all(len(found) == 1 for found in [*by_group.values(), *by_sender.values()])


def test_manifest_round_trip_and_its_errors(data: Path, taxonomy: Taxonomy, tmp_path: Path) -> None:
    rows, _ = build_manifest(data, taxonomy, 2)
    path = tmp_path / "manifest.csv"
    write_manifest(path, rows, taxonomy)
    assert read_manifest(path, taxonomy) == rows
    path.write_text(path.read_text(encoding="utf-8").replace("womens-jeans", "womens-jeens", 1), encoding="utf-8")
    with pytest.raises(BadData, match=r"manifest\.csv:\d+: unknown class 'womens-jeens'"):
        read_manifest(path, taxonomy)


def test_missing_photo_is_named_and_counted(tmp_path: Path, taxonomy: Taxonomy) -> None:
    row = {"id": "1", "px": "60x80", "group": "g", "classes": "saree"}
    for source in ("catalogue", "photos", "not-clothing"):
        (tmp_path / source).mkdir()
    write_labels(tmp_path / "catalogue/labels.csv", [row])
    write_labels(tmp_path / "photos/labels.csv", [{"image": "p", "sender_id": "1", "label": "Shoes", "classes": ""}])
    write_labels(tmp_path / "not-clothing/labels.csv", [row])
    with pytest.raises(BadData, match="3 photos are missing or broken: catalogue/1"):
        build_manifest(tmp_path, taxonomy, 1)


def test_committed_manifest_has_no_leak(taxonomy: Taxonomy) -> None:
    rows = read_manifest(ROOT / "manifests/clothing-73.csv", taxonomy)
    assert len({(row.source, row.id) for row in rows}) == len(rows)
    if not REAL.is_dir():
        pytest.skip("the labels with groups and senders (../shared/data) are not on this machine")
    group = {}
    for source, key, name in (("catalogue", "id", "group"), ("photos", "image", "sender_id"), ("not-clothing", "id", "group")):
        with (REAL / source / "labels.csv").open(newline="", encoding="utf-8") as file:
            for item in csv.DictReader(file):
                group[source, item[key]] = f"{'s' if source == 'photos' else 'g'}:{item[name]}"
    splits = defaultdict(set)
    for row in rows:
        splits[group[row.source, row.id]].add(row.split)
    assert [name for name, found in splits.items() if len(found) > 1] == []
