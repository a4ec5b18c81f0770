"""Bootstrap intervals: known behaviour on arrays small enough to see through."""

from __future__ import annotations

import numpy as np
import pytest

from hangtag_models.resampling import Bootstrap, divide, estimate, mean


def test_each_round_draws_as_many_photos_as_there_are() -> None:
    bootstrap = Bootstrap(7, rounds=50)
    assert bootstrap.counts.shape == (50, 7)
    assert (bootstrap.counts.sum(axis=1) == 7).all()
    assert len(np.unique(bootstrap.counts, axis=0)) > 40


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    values = np.random.default_rng(5).random(40)
    ones = np.ones(40)
    assert mean(values) == mean(values)
    assert Bootstrap(40, seed=1).ratio(values, ones) != Bootstrap(40, seed=2).ratio(values, ones)


def test_interval_of_a_share_is_that_of_its_binomial() -> None:
    # given 300 right of 400, whose standard error is sqrt(0.75 * 0.25 / 400)
    right = np.arange(400) < 300
    error = np.sqrt(0.75 * 0.25 / 400)
    found = mean(right)
    assert found.value == 0.75
    assert found.low == pytest.approx(0.75 - 1.96 * error, abs=0.006)
    assert found.high == pytest.approx(0.75 + 1.96 * error, abs=0.006)


def test_interval_is_that_of_drawing_one_round_after_the_other() -> None:
    # the intervals of model.json were drawn so
    right = np.random.default_rng(3).random(200) < 0.8
    rng = np.random.default_rng(0)
    means = [right[rng.integers(0, 200, 200)].mean() for _ in range(1000)]
    found = mean(right)
    assert [found.low, found.high] == pytest.approx(np.quantile(means, [0.025, 0.975]).tolist())


def test_four_times_the_photos_halve_the_interval() -> None:
    few, many = mean(np.arange(100) % 2), mean(np.arange(400) % 2)
    assert (few.high - few.low) / (many.high - many.low) == pytest.approx(2.0, rel=0.15)


def test_no_width_where_all_photos_went_the_same_way() -> None:
    assert (mean(np.ones(5)).low, mean(np.ones(5)).high) == (1.0, 1.0)


def test_ratio_leaves_out_rounds_without_denominator() -> None:
    # given one photo in three that counts, which a third of the rounds lack
    found = Bootstrap(3).ratio(np.array([1, 0, 0]), np.array([1, 0, 0]))
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)


def test_undefined_figures_stay_undefined() -> None:
    assert np.isnan(mean(np.zeros(0)).value)
    assert mean(np.zeros(0)).rounded() is None
    assert np.isnan(Bootstrap(3).ratio(np.zeros(3), np.zeros(3)).value)
    assert estimate(0.5, np.array([np.nan, 0.25, 0.75])).rounded() == [0.5, 0.2625, 0.7375]


def test_divide_is_undefined_by_zero() -> None:
    out = divide(np.array([1.0, 0.0, 3.0]), np.array([2.0, 0.0, 0.0]))
    assert out[0] == 0.5
    assert np.isnan(out[1:]).all()
