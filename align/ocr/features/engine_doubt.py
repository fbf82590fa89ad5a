"""How sure the engine was of what it read, and what else it may have seen on the picture.

Without pages, or where the engine gives no confidences, there are no columns: all of it counts as 0.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import numpy as np

from align.ocr.doubt.glyph_fit import glyph_fit, sureness
from align.ocr.doubt.token_reading import ReadGlyph, TokenReading
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns
from align.ocr.lattice.candidate import UNPROPOSED, Candidate
from align.ocr.runtime.data import read

CONFIDENCES: Mapping[str, str] = MappingProxyType(
    {
        "engine_doubt": "log odds that a word is wrong of which the engine is as sure",
        "engine_least_glyph": "how sure the engine is of its least sure glyph, in nats",
    }
)
GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "glyph_choice": "log odds of the engine's other choices that it takes, in nats",
        "glyph_unlisted": "glyphs for which the engine does not name its letter",
        "glyph_lost": "letters that it has more or less than the engine saw glyphs",
        "glyph_sure": "how sure the engine is of the glyphs that it changes, in nats",
        "glyph_doubt_left": "how unsure the engine is of the least sure glyph that it keeps, in nats",
        "glyph_unproposed": "how sure the engine is of the least sure glyph, where nothing is proposed",
    }
)
READINGS: Mapping[str, str] = MappingProxyType(
    {
        "reading_agrees": "further readings of the picture that give it",
        "reading_confirms": "further readings of the picture that give the observed text",
        "reading_differs": "further readings of the picture that give something else",
    }
)

Measured = Iterator[tuple[str, float]]
Measure = Callable[[Sequence[TokenReading], Candidate, str], Measured]
"""Readings of the tokens of a candidate, the candidate, the observed text -> names and values of features."""


def confidence_features(inputs: FeatureInputs) -> FeatureColumns:
    """How sure the engine is of the observed word: the same for all that may stand in its place."""
    return _filled(inputs, CONFIDENCES, _confidences)


def glyph_features(inputs: FeatureInputs) -> FeatureColumns:
    """How well the glyphs that the engine saw give each candidate."""
    return _filled(inputs, GLYPHS, _glyphs)


def reading_features(inputs: FeatureInputs) -> FeatureColumns:
    """Whether further readings of the same picture give a candidate, or the observed text."""
    return _filled(inputs, READINGS, _others)


def log_odds_of_error(confidence: float) -> float:
    """Log odds that a word is wrong of which the engine is so sure, by ``tools/fit_engine_doubt.py``."""
    curve = _calibration()
    return float(np.interp(confidence, curve["confidence"], curve["log odds"]))


@cache
def _calibration() -> Mapping[str, Sequence[float]]:
    found: Mapping[str, Sequence[float]] = json.loads(read("engine_doubt.json"))["calibration"]
    return found


def _filled(inputs: FeatureInputs, names: Mapping[str, str], measure: Measure) -> FeatureColumns:
    """The columns of a group; none where no token of the document has a reading."""
    if not inputs.readings:
        return FeatureColumns({})
    columns = {name: np.zeros(len(inputs.lattice)) for name in names}
    for row in inputs.lattice.contested.tolist():
        slot, candidate = inputs.lattice.candidates[row]
        tokens = inputs.readings[slot.sentence][candidate.start : candidate.stop]
        if candidate.changed and all(tokens) and tokens:
            observed = inputs.lattice.printed_text(candidate, slot.sentence)
            for name, value in measure([token for token in tokens if token], candidate, observed):
                columns[name][row] = value
    return FeatureColumns(columns)


def _confidences(tokens: Sequence[TokenReading], _: Candidate, __: str) -> Measured:
    known = [token.confidence for token in tokens if token.confidence is not None]
    if known:
        yield "engine_doubt", log_odds_of_error(min(known))
    glyphs = [glyph for token in tokens for glyph in token.glyphs]
    if glyphs:
        yield "engine_least_glyph", min(map(sureness, glyphs))


def _glyphs(tokens: Sequence[TokenReading], candidate: Candidate, _: str) -> Measured:
    if not all(token.glyphs for token in tokens):
        return
    glyphs = tokens[0].glyphs
    for token in tokens[1:]:
        glyphs = (*glyphs, ReadGlyph(" "), *token.glyphs)
    if candidate.rule == UNPROPOSED:
        yield "glyph_unproposed", min(map(sureness, glyphs))
        return
    fit = glyph_fit(glyphs, candidate.printed_text)
    yield "glyph_choice", fit.chosen
    yield "glyph_unlisted", fit.unlisted
    yield "glyph_lost", fit.lost
    yield "glyph_sure", fit.sure
    yield "glyph_doubt_left", fit.doubt_left


def _others(tokens: Sequence[TokenReading], candidate: Candidate, observed: str) -> Measured:
    counts = {len(token.others) for token in tokens}
    if len(counts) > 1 or counts == {0}:
        return
    texts = [" ".join(parts) for parts in zip(*(token.others for token in tokens), strict=True)]
    agree, confirm = texts.count(candidate.printed_text), texts.count(observed)
    yield "reading_agrees", agree if candidate.rule != UNPROPOSED else 0
    yield "reading_confirms", confirm
    yield "reading_differs", len(texts) - agree - confirm
