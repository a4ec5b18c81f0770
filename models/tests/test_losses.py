"""Loss on admissible sets, and sampling."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from hangtag_models.losses import clothing_loss, mix, set_loss
from hangtag_models.manifest import Row
from hangtag_models.sampling import draw, source_weights


def test_exact_set_is_cross_entropy() -> None:
    logits = torch.randn(5, 7, generator=torch.Generator().manual_seed(0))
    truth = torch.tensor([0, 3, 6, 2, 2])
    mask = torch.nn.functional.one_hot(truth, 7).bool()
    for smoothing in (0.0, 0.1):
        expected = torch.nn.functional.cross_entropy(logits, truth, label_smoothing=smoothing)
        assert set_loss(logits, mask, smoothing).item() == pytest.approx(expected.item(), abs=1e-6)


def test_set_is_log_of_the_sum_and_empty_rows_do_not_count() -> None:
    logits = torch.tensor([[1.0, 2.0, 3.0], [9.0, 0.0, 0.0]], requires_grad=True)
    mask = torch.tensor([[True, False, True], [False, False, False]])
    p = torch.softmax(logits[0], 0)
    loss = set_loss(logits, mask, 0.0)
    assert loss.item() == pytest.approx(-torch.log(p[0] + p[2]).item(), abs=1e-6)
    loss.backward()  # type: ignore[no-untyped-call]
    assert logits.grad is not None
    assert torch.isfinite(logits.grad).all()
    assert (logits.grad[1] == 0).all()


def test_only_empty_rows_give_no_gradient() -> None:
    logits = torch.zeros(2, 3, requires_grad=True)
    set_loss(logits, torch.zeros(2, 3, dtype=torch.bool), 0.1).backward()  # type: ignore[no-untyped-call]
    assert logits.grad is not None
    assert (logits.grad == 0).all()


def test_clothing_loss_knows_photos_without_a_set() -> None:
    mask = torch.tensor([[True], [False]])
    assert clothing_loss(torch.tensor([[9.0], [-9.0]]), mask) < clothing_loss(torch.tensor([[-9.0], [9.0]]), mask)


def test_sampling_keeps_shares_and_lifts_rare_classes() -> None:
    rows = [Row("catalogue", str(i), "60x80", "train", (0 if i else 1,)) for i in range(101)]
    rows += [Row("photos", str(i), "320", "train", (0, 1)) for i in range(10)]
    weights = source_weights(rows, {"catalogue": 0.6, "photos": 0.4})
    assert weights[:101].sum() == pytest.approx(0.6)
    assert weights[0] / weights[1] == pytest.approx(10)
    picked = np.bincount(draw(weights, 1000, np.random.default_rng(0)), minlength=len(rows))
    assert picked.sum() == 1000
    assert (np.abs(picked - 1000 * weights) <= 1.0).all()


def test_mixed_pictures_owe_their_shares_of_both_sets() -> None:
    images = torch.arange(4.0).view(4, 1, 1, 1)
    admissible = torch.eye(4, 5).bool()
    mixed, target = mix(images, admissible, 0.4, np.random.default_rng(8))
    assert 0.5 <= target.share < 1
    assert target.second is not None
    others = target.second.int().argmax(dim=1)
    torch.testing.assert_close(mixed.flatten(), target.share * torch.arange(4.0) + (1 - target.share) * others)

    logits = torch.randn(4, 5, generator=torch.Generator().manual_seed(3))
    soft = target.share * admissible.float() + (1 - target.share) * target.second.float()
    expected = torch.nn.functional.cross_entropy(logits, soft, label_smoothing=0.1)
    assert target.loss(lambda sets: set_loss(logits, sets, 0.1)).item() == pytest.approx(expected.item(), abs=1e-6)


def test_nothing_is_mixed_without_being_asked_for() -> None:
    images, admissible = torch.rand(3, 1, 2, 2), torch.eye(3).bool()
    mixed, target = mix(images, admissible, 0.0, np.random.default_rng(8))
    assert mixed is images
    logits = torch.rand(3, 3)
    assert target.loss(lambda sets: set_loss(logits, sets, 0.0)).item() == set_loss(logits, admissible, 0.0).item()


def test_mixing_keeps_channels_last() -> None:
    images = torch.rand(4, 3, 8, 8).contiguous(memory_format=torch.channels_last)
    mixed, _ = mix(images, torch.eye(4).bool(), 0.2, np.random.default_rng(1))
    assert mixed.is_contiguous(memory_format=torch.channels_last)
