"""Open doubts that a decision on another one would settle too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from align.ocr.channel.channel import Edit
from align.ocr.channel.report import misreadings
from align.review.channel_update import may_contain
from align.review.doubts import Doubt
from align.wordlist import word_of


@dataclass(frozen=True)
class SimilarDoubts:
    """``same``: the same word with the same suggestion. ``confusion``: the same letters misread."""

    same: tuple[Doubt, ...] = ()
    confusion: tuple[Doubt, ...] = ()


def similar_doubts(doubt: Doubt, text: str | None, others: Iterable[Doubt]) -> SimilarDoubts:
    """The open doubts of the same side that are like one.

    Args:
        doubt: The doubt to be decided.
        text: The suggestion that is accepted; None where the doubt is dismissed.
        others: All doubts.
    """
    same: list[Doubt] = []
    confusion: list[Doubt] = []
    steps = set(misreadings(text, doubt.flag.text)) if text else set()
    for other in others:
        if other.id == doubt.id or not other.open or other.flag.side != doubt.flag.side:
            continue
        best = other.flag.suggestions[0].text if other.flag.suggestions else text
        alike = other.flag.text == doubt.flag.text
        if (alike and best == text) or (
            text is None and (alike or word_of(other.flag) == word_of(doubt.flag))
        ):
            same.append(other)
        elif text and best and (alike or _contains(best, other.flag.text, steps)):
            confusion.append(other)
    return SimilarDoubts(tuple(same), tuple(confusion))


def _contains(typed: str, read: str, steps: set[Edit]) -> bool:
    """Whether one of these confusions lies between two texts."""
    return may_contain(typed, read, steps) and not steps.isdisjoint(misreadings(typed, read))
