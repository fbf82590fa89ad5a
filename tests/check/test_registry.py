"""The registry of checks."""

from __future__ import annotations

from dataclasses import fields

from align.check.denial import NegationFeatures, NegationWeights
from align.check.registry import CHECKS


def test_every_check_is_named_and_labelled() -> None:
    """The key is the name, the label a phrase without a full stop."""
    for name, check in CHECKS.items():
        assert check.name == name
        assert check.label
        assert not check.label.endswith(".")
        assert check.run.__doc__


def test_every_feature_of_a_negation_has_a_weight() -> None:
    """Features and weights have the same names in the same order, the bias last."""
    features = [field.name for field in fields(NegationFeatures)]
    assert [field.name for field in fields(NegationWeights)] == [*features, "bias"]
