"""A feature group: what the registry holds of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from align.ocr.features.inputs import FeatureInputs, PassName
from align.ocr.features.matrix import FeatureColumns


@dataclass(frozen=True)
class FeatureGroup:
    """Features that are computed together.

    ``name``: an identifier. ``label``: what it looks at, for people, to follow "because of". ``features``:
    the names of its columns. ``passes``: in which it is computed. ``compute``: inputs -> columns; a column
    that is left out counts as 0. ``phrase``: how a reason names it where it supports a suggestion; empty
    where a reason does not name it.
    """

    name: str
    label: str
    features: tuple[str, ...]
    passes: frozenset[PassName]
    compute: Callable[[FeatureInputs], FeatureColumns]
    phrase: str = ""
