"""Stops and capitals that cannot stand beside each other, among what is believed of a side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from align.ocr.features.ngram import Hypothesis
from align.ocr.features.span_queries import MIN_ERROR_PROBABILITY, PRUNE_BELOW
from align.ocr.grammar import Grammar
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from align.text.token import parse

Values = NDArray[np.float64]
STOP = re.compile(r".*\w{4}\.[»)\"”]*", re.DOTALL)
"""A full stop behind a word too long to be an abbreviation."""
END = re.compile(r".*[.?!][»)\"”]*", re.DOTALL)
CLOSED = re.compile(r".*[.?!…:;»)\"”]", re.DOTALL)
INSIDE = re.compile(r".*[\w,;]", re.DOTALL)
WHOLE = 4
"""Chunks of a sentence from which it needs a mark at its end."""
NAMES = ("stop_small", "small_after", "capital_inside", "end_bare")


def punctuation_features(
    page: CandidateLattice, belief: Hypothesis, probabilities: Values, rules: Grammar | None
) -> Mapping[str, Values]:
    """What cannot be, in each reading less in what was read: 1 where it breaks a rule, -1 where it mends one.

    ``stop_small``: a full stop before a small letter; ``small_after``: a small letter behind a stop;
    ``capital_inside``: a capital inside a sentence on a word that is no name; ``end_bare``: a sentence
    without a mark at its end. ``probabilities``: of the readings so far; of sure places nothing is said.
    ``rules``: what words can be; without them nobody knows which are names.
    """
    out = np.zeros((len(NAMES), len(page.candidates)))
    for number, site in enumerate(page.slots):
        start, stop = int(page.starts[number]), int(page.starts[number + 1])
        if 1 - probabilities[start] < MIN_ERROR_PROBABILITY:
            continue
        texts = belief[site.sentence]
        beside = next(_words(texts[site.position + 1 :]), ""), next(_words(texts[: site.position][::-1]), "")
        whole = len(texts) >= WHOLE
        here = (site.position, site.position + 1)
        read = np.array(_broken(page.candidates[start][1].text, *beside, rules, whole=whole))
        for row in (start + np.flatnonzero(probabilities[start:stop] > PRUNE_BELOW)).tolist():
            reading = page.candidates[row][1]
            if reading.changed and (reading.start, reading.stop) == here and reading.rule != UNPROPOSED:
                out[:, row] = _broken(reading.text, *beside, rules, whole=whole) - read
    return dict(zip(NAMES, out, strict=True))


def _words(texts: Sequence[str]) -> Iterator[str]:
    return (text for text in texts if text)


def _broken(
    text: str, following: str, before: str, rules: Grammar | None, *, whole: bool
) -> tuple[float, ...]:
    """Which of the rules a text breaks between its neighbours; nothing breaks none."""
    if not text:
        return (0.0,) * len(NAMES)
    first = parse(text.split(maxsplit=1)[0])
    letter = first.core[:1]
    inside = bool(before) and not first.lead and bool(INSIDE.fullmatch(before))
    return (
        float(following[:1].islower() and bool(STOP.fullmatch(text))),
        float(
            letter.islower() and bool(STOP.fullmatch(before) or (END.fullmatch(before) and before[-1] != "."))
        ),
        float(inside and letter.isupper() and not first.core[1:].isupper() and _common(first.core, rules)),
        float(not following and whole and not CLOSED.fullmatch(text)),
    )


def _common(word: str, rules: Grammar | None) -> bool:
    """Whether a word is in the dictionary, and no name whatever its form."""
    forms = () if rules is None else rules.forms(word)
    return bool(forms) and not any(form.proper for form in forms)
