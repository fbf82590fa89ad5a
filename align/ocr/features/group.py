"""A feature group: what the registry holds of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from align.ocr.features.inputs import FeatureInputs, PassName
from align.ocr.features.matrix import FeatureColumns


def described(measures: Mapping[str, Callable[..., float]]) -> Mapping[str, str]:
    """Name of each measure -> what it is, from its docstring."""
    return MappingProxyType(
        {name: (measure.__doc__ or name).rstrip(".") for name, measure in measures.items()}
    )


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
        phrase: How a reason continues after the suggestion that the group supports (*fits the words around
            it*); empty where no reason names the group.
    """

    name: str
    label: str
    features: Mapping[str, str]
    passes: frozenset[PassName]
    compute: Callable[[FeatureInputs], FeatureColumns]
    phrase: str = ""
