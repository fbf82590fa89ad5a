"""Full stops and capitals that cannot stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns
from align.ocr.features.span_queries import MIN_ERROR_PROBABILITY, PRUNE_BELOW
from align.ocr.grammar import Grammar
from align.ocr.lattice.candidate import UNPROPOSED
from align.text.token import parse

STOP = re.compile(r".*\w{4}\.[»)\"”]*", re.DOTALL)
"""A full stop behind a word too long to be an abbreviation."""
END = re.compile(r".*[.?!][»)\"”]*", re.DOTALL)
CLOSED = re.compile(r".*[.?!…:;»)\"”]", re.DOTALL)
INSIDE = re.compile(r".*[\w,;]", re.DOTALL)
LONG_SENTENCE = 4
"""Tokens of a sentence from which it needs a mark at its end."""
FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "stop_before_small": "a full stop before a small letter",
        "small_after_stop": "a small letter behind the end of a sentence",
        "capital_inside": "a capital inside a sentence on a word that is no name",
        "sentence_without_end": "no mark at the end of a sentence",
    }
)


def punctuation_features(inputs: FeatureInputs) -> FeatureColumns:
    """Rules of punctuation: 1 where only the candidate breaks one, -1 where only the observed text does."""
    lattice, grammar = inputs.lattice, inputs.resources.grammar
    columns = np.zeros((len(FEATURES), len(lattice)))
    for number, slot in enumerate(lattice.slots):
        start, stop = int(lattice.starts[number]), int(lattice.starts[number + 1])
        if 1 - inputs.probabilities[start] < MIN_ERROR_PROBABILITY:
            continue
        texts = inputs.hypothesis.texts[slot.sentence]
        after = _first_text(texts[slot.position + 1 :])
        before = _first_text(texts[: slot.position][::-1])
        long = len(texts) >= LONG_SENTENCE
        observed = np.array(_broken_rules(slot.candidates[0].text, after, before, grammar, long=long))
        for row in (start + np.flatnonzero(inputs.probabilities[start:stop] > PRUNE_BELOW)).tolist():
            candidate = lattice.candidates[row][1]
            single = (candidate.start, candidate.stop) == (slot.position, slot.position + 1)
            if candidate.changed and single and candidate.rule != UNPROPOSED:
                broken = _broken_rules(candidate.text, after, before, grammar, long=long)
                columns[:, row] = broken - observed
    return FeatureColumns(dict(zip(FEATURES, columns, strict=True)))


def _first_text(texts: Sequence[str]) -> str:
    """The first text that is not empty; empty where there is none."""
    return next(filter(None, texts), "")


def _broken_rules(
    text: str, after: str, before: str, grammar: Grammar | None, *, long: bool
) -> tuple[float, ...]:
    """Which of the rules a text breaks between its neighbours; an empty text breaks none."""
    if not text:
        return (0.0,) * len(FEATURES)
    first = parse(text.split(maxsplit=1)[0])
    letter = first.core[:1]
    inside = bool(before) and not first.lead and bool(INSIDE.fullmatch(before))
    ended = bool(STOP.fullmatch(before) or (END.fullmatch(before) and before[-1] != "."))
    capital = letter.isupper() and not first.core[1:].isupper()
    return (
        float(after[:1].islower() and bool(STOP.fullmatch(text))),
        float(letter.islower() and ended),
        float(inside and capital and _is_common_word(first.core, grammar)),
        float(not after and long and not CLOSED.fullmatch(text)),
    )


def _is_common_word(word: str, grammar: Grammar | None) -> bool:
    """Whether a word is in the dictionary, and no name in any of its parses."""
    forms = () if grammar is None else grammar.forms(word)
    return bool(forms) and not any(form.proper for form in forms)
