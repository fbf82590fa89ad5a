"""How well the forms of a word fit the tags that a tagger expects at its place."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.grammar.morphology import Form

_FEATURES = ("Case", "Number", "Gender", "Person", "Animacy", "Tense", "Mood", "VerbForm", "Variant")
_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM"})
_LEAST = 1e-3
"""Fraction below which an expectation is noise."""


Features = tuple[tuple[str, str], ...]
"""A form's features by name, hashable."""


@dataclass(frozen=True, eq=False)
class TagExpectation:
    """``usual``: how often the tagger expects each of its tags anywhere, shape ``(n_tags,)``.

    ``fitting``: the tags a form of such parts of speech and features may get, bool, shape ``(n_tags,)``.
    """

    base_rates: NDArray[np.float64]
    fitting: Callable[[tuple[str, ...], Features], NDArray[np.bool_]]

    @classmethod
    def load(cls, tags: Sequence[str], path: Path) -> Self:
        """``path``: the table of fractions, its first line naming its source."""
        with path.open(encoding="utf-8", newline="") as lines:
            next(lines)
            fractions = {row["tag"]: float(row["fraction"]) for row in csv.DictReader(lines, delimiter="\t")}
        tagset = _Tagset.of(tags)
        return cls(np.array([fractions.get(tag, 0.0) for tag in tags]), lru_cache(8192)(tagset.fitting))

    def likelihood_ratio(self, options: Sequence[Form], expected: NDArray[np.float64]) -> float | None:
        """How much likelier these forms are here than anywhere, as a factor.

        ``expected``: fraction of each tag here. ``None`` for prepositions, pronouns and other words of a
        closed class: the tagger knows each of them, so it never expects them in the place of an unknown word.
        """
        scored = [form for form in options if _OPEN.intersection(form.parts)]
        if not scored or sum(form.share for form in scored) < 0.5 * sum(form.share for form in options):
            return None
        total = 0.0
        for form in scored:
            fitting = self.fitting(form.parts, tuple(form.features.items()))
            total += (
                form.share * (expected[fitting].sum() + _LEAST) / (self.base_rates[fitting].sum() + _LEAST)
            )
        return total


@dataclass(frozen=True, eq=False)
class _Tagset:
    """The part of speech and the value of each feature of each tag, ``""`` where it has none."""

    parts: NDArray[np.str_]
    values: Mapping[str, NDArray[np.str_]]

    @classmethod
    def of(cls, tags: Sequence[str]) -> Self:
        split = [(tag.split("|")[0], dict(f.split("=") for f in tag.split("|")[1:])) for tag in tags]
        return cls(
            parts=np.array([part for part, _ in split]),
            values={name: np.array([features.get(name, "") for _, features in split]) for name in _FEATURES},
        )

    def fitting(self, parts: tuple[str, ...], features: Features) -> NDArray[np.bool_]:
        """The tags that contradict neither the parts of speech nor the features."""
        fits = np.isin(self.parts, parts)
        for name, value in features:
            fits &= (self.values[name] == value) | (self.values[name] == "")
        if "Variant" not in dict(features):
            fits &= self.values["Variant"] == ""
        return fits
