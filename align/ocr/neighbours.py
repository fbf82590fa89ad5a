"""The context model as a witness: how well each reading goes with the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from align.ocr.context import ContextModel, Query, tokens
from align.ocr.context.ngram import NgramModel
from align.ocr.page import Page
from align.ocr.reading import OTHER
from align.ocr.tokens import parse

LEFT = RIGHT = 2
Belief = Sequence[Sequence[str]]
"""The text believed to stand at each chunk of each sentence."""


def as_read(page: Page) -> list[list[str]]:
    """Believing what was read."""
    return [[chunk.text for chunk in sentence] for sentence in page.sentences]


def context(page: Page, model: ContextModel, belief: Belief) -> NDArray[np.float64]:
    """Log of the odds of each reading against what was read, given the believed words around it."""
    units = [[tokens(text) for text in sentence] for sentence in belief]
    memory: dict[tuple[int, int, int, str], int] = {}
    asked: list[Query] = []

    def place(sentence: int, start: int, stop: int, text: str) -> int:
        key = (sentence, start, stop, text)
        if key not in memory:
            memory[key] = len(asked)
            left = _take(reversed(units[sentence][:start]), LEFT, backwards=True)
            right = _take(iter(units[sentence][stop:]), RIGHT, backwards=False)
            asked.append(Query(left, tokens(text), right))
        return memory[key]

    rows = [
        (
            place(site.sentence, reading.start, reading.stop, reading.text),
            place(site.sentence, reading.start, reading.stop, page.observed(reading, site.sentence)),
        )
        for site, reading in page.readings
    ]
    answers = model.log_probabilities(asked)
    own, read = np.array(rows).T
    return np.where(page.others, 0.0, answers[own] - answers[read])


def _take(units: Iterable[list[str]], count: int, *, backwards: bool) -> list[str]:
    found: list[str] = []
    for unit in units:
        found = [*unit, *found] if backwards else [*found, *unit]
        if len(found) >= count:
            break
    return found[-count:] if backwards else found[:count]


def capitals(page: Page, model: ContextModel, belief: Belief) -> NDArray[np.float64]:
    """Log of the odds of each reading's first letter being a capital or small, against what was read."""
    out = np.zeros(len(page.readings))
    if not isinstance(model, NgramModel):
        return out
    units = [[tokens(text) for text in sentence] for sentence in belief]
    for row, (site, reading) in enumerate(page.readings):
        read = page.sentences[site.sentence][site.at]
        if not reading.changed or not reading.text or reading.rule == OTHER or not read.core:
            continue
        own = parse(reading.text.split()[0])
        if own.core[:1].isalpha() and read.core[0].isalpha():
            left = _take(reversed(units[site.sentence][: reading.start]), LEFT, backwards=True)
            out[row] = _of_case(model, [*left, *own.lead], own.core) - _of_case(
                model, [*left, *read.lead], read.core
            )
    return out


def _of_case(model: NgramModel, left: list[str], word: str) -> float:
    """Log of the probability that the word begins as it does."""
    odds = model.capitals.log_odds(left, word)
    return -float(np.logaddexp(0.0, -odds if word[0].isupper() else odds))
