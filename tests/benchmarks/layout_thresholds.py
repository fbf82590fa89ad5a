"""The thresholds of the layout of pages, and which value of each reads the pages of some levels best."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

PLACE = "align.scan.layout."
Values = Mapping[str, float]
Errors = Mapping[tuple[str, float], float]
"""(name of a threshold, its value) -> the error of a page with it; the other thresholds are as shipped."""

READ: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "reading.UNREAD": (0.15, 0.25, 0.35),
        "reading.NEARLY": (0.7, 0.85, 1.0),
        "specks.ALONE": (0.01, 0.02, 0.05),
        "broken.FULL": (0.6, 0.7, 0.8),
        "broken.MOST": (0.3, 0.5, 0.7),
        "turn.SURE": (2.0, 5.0, 8.0),
        "turn.READ,arrange.READ": (0.4, 0.5, 0.6),
        "turn.BETTER": (1.1, 1.25, 1.5),
        "turn.LEAST": (2.0, 5.0, 10.0),
        "legibility.SURE": (0.5, 0.6, 0.7),
        "arrange.TYPED": (0.45, 0.6, 0.75),
        "arrange.LEGIBLE": (0.15, 0.25, 0.35),
        "arrange.MARKS": (0.2, 0.35, 0.5),
        "margin.NARROW": (0.2, 0.25, 0.3),
        "margin.WIDE": (0.5, 0.6, 0.7),
    }
)
"""Thresholds of what is made of a reading, with the values that are tried: judged by the text that is read."""

SEEN: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "ink.DARK,skew.DARK,gutter.DARK": (0.2, 0.3, 0.4),
        "ink.DENSE": (0.03, 0.06, 0.12),
        "prepare.BLANK": (0.00003, 0.0001, 0.0003),
        "prepare.LEAST_SKEW": (0.2, 0.3, 0.5),
        "gutter.GAP": (0.01, 0.02, 0.03),
        "gutter.WIDE": (1.05, 1.15, 1.3),
        "colour.COLOURED": (40, 60, 80),
        "colour.MINORITY": (0.4, 0.5, 0.6),
        "border.DARK_SHARE": (0.45, 0.55, 0.65),
    }
)
"""Thresholds of what is seen on a picture: judged by how many pages, blanks, colours and angles are right."""


def shipped(name: str) -> float:
    """The value in the package."""
    module, _, constant = name.partition(",")[0].partition(".")
    return float(getattr(importlib.import_module(PLACE + module), constant))


@contextmanager
def thresholds(values: Values) -> Iterator[None]:
    """The package with other thresholds."""
    with ExitStack() as stack:
        for names, value in values.items():
            for name in names.split(","):
                stack.enter_context(patch(PLACE + name, value))
        yield


def trials(which: Mapping[str, tuple[float, ...]]) -> Iterator[tuple[str, float]]:
    """Each threshold with each value that is not the shipped one."""
    for name, values in which.items():
        yield from ((name, value) for value in values if value != shipped(name))


def chosen(pages: Sequence[Errors]) -> dict[str, float]:
    """The value of each threshold with the fewest errors on some pages; the shipped one where none has fewer.

    Args:
        pages: The errors of each page. Those of the shipped value stand under its name as well.
    """
    return {name: _best(name, values, pages) for name, values in {**READ, **SEEN}.items()}


def _best(name: str, values: Sequence[float], pages: Sequence[Errors]) -> float:
    usual = shipped(name)

    def rank(value: float) -> tuple[float, float]:
        total: Any = sum(page[name, value] for page in pages)
        return round(total, 6), abs(value - usual)

    return min({*values, usual}, key=rank)
