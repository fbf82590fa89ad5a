"""The feature matrix: one number for each candidate and feature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FeatureColumns:
    """What one feature group computed.

    ``values``: by name of the feature, float64, shape ``(n_candidates,)``, each a difference to the observed
    text at the same place, so that the observed text is 0 everywhere. ``aligned_words``: for rows, the word
    of the translation that is aligned with the candidate.
    """

    values: Mapping[str, Values]
    aligned_words: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class FeatureMatrix(Mapping[str, Values]):
    """Columns by name of the feature, each of shape ``(n_candidates,)``.

    A matrix is a value: :meth:`updated` returns another.
    """

    n_candidates: int
    columns: Mapping[str, Values] = field(default_factory=dict)
    aligned_words: Mapping[int, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Values:
        """The column of a feature; raises ``KeyError`` where it was not computed."""
        return self.columns[name]

    def __iter__(self) -> Iterator[str]:
        """Names of the features that were computed."""
        return iter(self.columns)

    def __len__(self) -> int:
        """Number of features that were computed."""
        return len(self.columns)

    def column(self, name: str) -> Values:
        """The column of a feature; zeros where it was not computed."""
        return self.columns[name] if name in self.columns else np.zeros(self.n_candidates)

    def updated(self, new: FeatureColumns) -> FeatureMatrix:
        """With these columns added, or in the place of columns of the same name."""
        return FeatureMatrix(
            self.n_candidates,
            {**self.columns, **new.values},
            {**self.aligned_words, **new.aligned_words},
        )

    def taken(self, rows: NDArray[np.int64]) -> FeatureMatrix:
        """Of some candidates alone, in the order of ``rows``."""
        new = {old: number for number, old in enumerate(rows.tolist())}
        words = {new[row]: word for row, word in self.aligned_words.items() if row in new}
        return FeatureMatrix(len(rows), {name: column[rows] for name, column in self.columns.items()}, words)
