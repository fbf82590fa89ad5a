"""Units of money and measure, with what turns one into another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_UNITS: Mapping[str, Mapping[str, float]] = {
    "rouble": {"rouble": 1, "kopeck": 0.01},
    "hryvnia": {"hryvnia": 1},
    "dollar": {"dollar": 1, "dollar cent": 0.01},
    "euro": {"euro": 1, "euro cent": 0.01},
    "sterling": {
        "guinea": 1.05, "pound sterling": 1, "crown": 0.25, "shilling": 1 / 20, "old penny": 1 / 240,
        "new penny": 0.01,
    },
    "franc": {"franc": 1, "centime": 0.01},
    "mark": {"mark": 1, "pfennig": 0.01},
    "gulden": {"gulden": 1, "kreuzer": 0.01},
    "thaler": {"thaler": 1},
    "zloty": {"zloty": 1, "grosz": 0.01},
    "lira": {"lira": 1},
    "yuan": {"yuan": 1, "jiao": 0.1, "fen": 0.01},
    "yen": {"yen": 1, "sen": 0.01},
    "time": {
        "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800,
        "year": 31_557_600, "decade": 315_576_000, "century": 3_155_760_000,
    },
    "length": {
        "millimetre": 0.001, "centimetre": 0.01, "metre": 1, "kilometre": 1000, "inch": 0.0254,
        "foot": 0.3048, "yard": 0.9144, "mile": 1609.344, "verst": 1066.8, "sazhen": 2.1336, "arshin": 0.7112,
        "km/h": 1000, "mph": 1609.344,
    },
    "mass": {
        "gram": 0.001, "kilogram": 1, "centner": 100, "tonne": 1000, "ounce": 0.02835, "pound": 0.45359,
        "Russian pound": 0.40951, "stone": 6.35029, "pood": 16.3805,
    },
    "area": {"hectare": 10_000, "acre": 4046.86, "desyatina": 10_925},
    "volume": {"litre": 1, "gallon": 3.785, "imperial gallon": 4.546, "pint": 0.568, "vedro": 12.3},
    "temperature": {"degree": 1},
}  # fmt: skip

MEASURES = frozenset({"time", "length", "mass", "area", "volume", "temperature"})
"""Dimensions that are no currency."""


@dataclass(frozen=True)
class Unit:
    """A unit.

    Attributes:
        name: English, singular.
        dimension: The currency, or what it measures. Units of one dimension can be turned into another.
        factor: How much it is in the dimension's own unit.
    """

    name: str
    dimension: str
    factor: float

    @property
    def is_money(self) -> bool:
        """Whether it is a coin or note."""
        return self.dimension not in MEASURES

    @property
    def squared(self) -> Unit:
        """The square of a unit of length."""
        return Unit(f"square {self.name}", "area", self.factor**2)


def _all_units() -> Iterator[Unit]:
    for dimension, factors in _UNITS.items():
        yield from (Unit(name, dimension, factor) for name, factor in factors.items())


UNITS: Mapping[str, Unit] = MappingProxyType({unit.name: unit for unit in _all_units()})
"""Name -> unit."""
