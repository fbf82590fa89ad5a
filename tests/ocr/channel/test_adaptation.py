"""The errors of a document, and the channel adapted to them."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr.channel.adaptation import EMPTY_PROFILE, Profile, estimate_profile
from align.ocr.channel.engines import prior_channel
from tests.ocr.sample import lattice_of, resources_of, row_of


def test_a_repeated_misreading_becomes_cheap() -> None:
    """и for ы ten times makes that error cheaper in the document; the prior channel stays as it was."""
    before = float(prior_channel().costs(["борьбы"], ["борьби"])[0])
    adapted = Profile({("ы", "и"): 10.0}, {"ы": 40.0, "и": 80.0, "о": 200.0}).channel
    assert float(adapted.costs(["борьбы"], ["борьби"])[0]) < before - 2
    assert float(prior_channel().costs(["борьбы"], ["борьби"])[0]) == before


def test_an_observed_insertion_costs_no_more_than_an_unseen_one() -> None:
    """A document with a tenth of an inserted hyphen does not make the hyphen dearer than another mark."""
    adapted = Profile({("", "-"): 0.1}, {"о": 2000.0}).channel
    assert adapted.edit_cost("", "-") <= adapted.edit_cost("", "=")


def test_the_channel_of_a_profile_is_built_once() -> None:
    """It is a value of the profile."""
    assert EMPTY_PROFILE.channel is EMPTY_PROFILE.channel


def test_a_likely_candidate_counts_as_much_as_it_is_probable() -> None:
    """и for ы in борьби with .8; what is read right counts as typed only."""
    lattice = lattice_of("борьби в", resources_of({"борьбы": 1e-4, "в": 3e-2}))
    probabilities = np.zeros(len(lattice))
    probabilities[lattice.starts[:-1]] = 0.2, 1.0
    probabilities[row_of(lattice, "борьбы")] = 0.8
    profile = estimate_profile(lattice, probabilities, prior_channel())
    assert profile.edits == pytest.approx({("ы", "и"): 0.8})
    assert (profile.typed["ы"], profile.typed["в"]) == (1, 1)
    assert "и" not in profile.typed


def test_an_unlikely_candidate_counts_nothing() -> None:
    """Where an error is less likely than not the observed text is what was typed."""
    lattice = lattice_of("борьби", resources_of({"борьбы": 1e-4}))
    probabilities = np.zeros(len(lattice))
    probabilities[[0, row_of(lattice, "борьбы")]] = 0.6, 0.4
    profile = estimate_profile(lattice, probabilities, prior_channel())
    assert profile.edits == {}
    assert "ы" not in profile.typed
