"""A feature group: what the registry holds of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from align.ocr.features.inputs import FeatureInputs, PassName
from align.ocr.features.matrix import FeatureColumns


@dataclass(frozen=True)
class FeatureGroup:
    """Features that are computed together.

    Attributes:
        name: An identifier.
        label: What the features measure, for people; the screen shows it before the contribution.
        features: Name of each column -> what its number is, for people, before the number of the observed
            text is subtracted.
        passes: The passes in which it is computed.
        compute: Inputs -> columns; a column that is left out counts as 0.
        phrase: How a reason names the group where it supports a suggestion; empty where no reason names it.
    """

    name: str
    label: str
    features: Mapping[str, str]
    passes: frozenset[PassName]
    compute: Callable[[FeatureInputs], FeatureColumns]
    phrase: str = ""
