"""The thresholds of the layout of pages, and which value of each reads the pages of some levels best."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from types import MappingProxyType
from unittest.mock import patch

PLACE = "align.scan.layout."
Values = Mapping[str, float]
Errors = Mapping[tuple[str, float], float]
"""(name of a threshold, its value) -> the error of a page with it; the other thresholds are as shipped."""

NOTED = ("margin-note", "scribble", "letterhead", "stamp-grey", "newspaper", "side-by-side", "handwriting")
TURNED = ("turned", "short", "upright")
EMPTY = ("blank-back", "handwriting", "short", "scribble")

READ: Mapping[str, tuple[tuple[float, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "reading.UNREAD": ((0.15, 0.25, 0.35), ("stamp", "short", "upright", *NOTED)),
        "reading.NEARLY": ((0.7, 0.85, 1.0), ("stamp", "short", "upright", *NOTED)),
        "broken.FULL": ((0.6, 0.7, 0.8), ("upright", *NOTED)),
        "broken.MOST": ((0.3, 0.5, 0.7), ("upright", *NOTED)),
        "turn.SURE": ((2.0, 5.0, 8.0), TURNED),
        "turn.READ": ((0.3, 0.38, 0.5), (*TURNED, *EMPTY)),
        "arrange.UNSURE": ((0.4, 0.5, 0.6), (*TURNED, *EMPTY)),
        "turn.BETTER": ((1.1, 1.25, 1.5), TURNED),
        "turn.LEAST": ((2.0, 5.0, 10.0), TURNED),
        "legibility.SURE": ((0.5, 0.6, 0.7), ("stamp", *TURNED, *EMPTY, *NOTED)),
        "margin.TYPED,arrange.TYPED,beside.TYPED": ((0.45, 0.6, 0.75), NOTED),
        "arrange.LEGIBLE": ((0.07, 0.13, 0.25), EMPTY),
        "arrange.MARKS": ((0.2, 0.35, 0.5), (*EMPTY, *NOTED, "spread", "border", "stacked")),
        "margin.NARROW": ((0.2, 0.25, 0.3), NOTED),
        "margin.WIDE": ((0.5, 0.6, 0.7), NOTED),
    }
)
"""Thresholds of what is made of a reading -> the values that are tried, the kinds of pages."""

SEEN: Mapping[str, tuple[tuple[float, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "specks.ALONE": ((0.01, 0.02, 0.05), ("upright", "short", "blank-back")),
        "skew.DARK": ((0.2, 0.3, 0.4), ("upright", "skewed")),
        "prepare.LEAST_SKEW": (
            (0.2, 0.3, 0.5),
            ("upright", "skewed", "newspaper", "scribble", "inter", "spread"),
        ),
        "prepare.BLANK": ((0.00003, 0.0001, 0.0003), EMPTY),
        "gutter.GAP": ((0.01, 0.02, 0.03), ("spread",)),
        "colour.COLOURED": ((40, 60, 80), ("stamp-red",)),
        "border.DARK_SHARE": ((0.45, 0.55, 0.65), ("border", "spread-dark")),
    }
)
"""Likewise, of what is seen on a picture: with another value, the engine may get another picture."""


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


def trials(
    which: Mapping[str, tuple[tuple[float, ...], tuple[str, ...]]], kind: str
) -> Iterator[tuple[str, float]]:
    """Each threshold that matters on pages of a kind with each value that is not the shipped one."""
    for name, (values, kinds) in which.items():
        if kind.startswith(kinds):
            yield from ((name, value) for value in values if value != shipped(name))


def chosen(pages: Sequence[tuple[float, Errors]]) -> dict[str, float]:
    """The value of each threshold with the fewest errors on some pages; the shipped one where none has fewer.

    Args:
        pages: The error of each page with the shipped values, and those with others where they were tried.
    """
    return {name: _best(name, values, pages) for name, (values, _) in {**READ, **SEEN}.items()}


def _best(name: str, values: Sequence[float], pages: Sequence[tuple[float, Errors]]) -> float:
    usual = shipped(name)

    def rank(value: float) -> tuple[float, float]:
        total = sum(others.get((name, value), error) for error, others in pages)
        return round(total, 6), abs(value - usual)

    return min({*values, usual}, key=rank)
