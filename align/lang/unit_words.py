"""The words that name units of money and measure in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from align.lang.unit import UNITS, Unit

CURRENCY_SIGNS: Mapping[str, tuple[Unit, ...]] = MappingProxyType(
    {
        "$": (UNITS["dollar"],),
        "£": (UNITS["pound sterling"],),
        "€": (UNITS["euro"],),
        "₽": (UNITS["rouble"],),
        "¥": (UNITS["yuan"], UNITS["yen"]),
        "₴": (UNITS["hryvnia"],),
        "¢": (UNITS["dollar cent"], UNITS["euro cent"]),
    }
)
"""Signs before or behind figures, in every language."""


@dataclass(frozen=True)
class UnitWords:
    """Words that name units; lower case, ё as е, without a full stop.

    Attributes:
        words: A word in each of its forms, and the units that it may name (``pound``: money or mass).
        abbreviations: Words that name a unit only behind figures (``р``, ``m``).
        squares: Words before a unit of length that make it one of area.
        fillers: Words that may stand between a number and its unit (``half an hour``).
        before_number: Forms that may stand before the number (``рублей двадцать``).
        compound_stems: Beginnings of the part behind the number in a word that has both
            (``четырех|верстный``).
        joiners: Words between an amount and the rest of it in a smaller unit (``a dollar and ten cents``).
    """

    words: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    abbreviations: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    squares: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    compound_stems: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()

    def units(self, word: str, *, behind_figures: bool) -> tuple[Unit, ...]:
        """The units that a word may name; none for another word."""
        found = self.words.get(word, ())
        return found or (self.abbreviations.get(word, ()) if behind_figures else ())

    def units_inside(self, word: str) -> tuple[Unit, ...]:
        """The units of a word that names a number and its unit; none for another word."""
        return next((units for stem, units in self.compound_stems.items() if stem in word[1:]), ())


def unit_forms(table: Mapping[str, str]) -> Mapping[str, tuple[Unit, ...]]:
    """Units (names, ``|`` between those that a word may name) with their forms, as form -> units."""
    found: dict[str, tuple[Unit, ...]] = {}
    for names, forms in table.items():
        units = tuple(UNITS[name] for name in names.split("|"))
        found.update(dict.fromkeys(forms.split(), units))
    return MappingProxyType(found)
