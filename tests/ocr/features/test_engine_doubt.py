"""What the engine thought of its reading, as features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from align.ocr.candidates.previous_pass import PreviousPass
from align.ocr.doubt.token_reading import GlyphChoice, ReadGlyph, SentenceReading, TokenReading
from align.ocr.features.engine_doubt import (
    confidence_features,
    glyph_features,
    log_odds_of_error,
    reading_features,
)
from align.ocr.features.inputs import FeatureInputs
from align.ocr.lattice.candidate import UNPROPOSED
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of

KNOWN = resources_of({"вот": 1e-3, "вол": 1e-4, "дом": 1e-4, "здесь": 1e-3})
GLYPHS = (
    ReadGlyph("в", 0.99),
    ReadGlyph("о", 0.99),
    ReadGlyph("х", 0.6, (GlyphChoice("х", 0.6), GlyphChoice("т", 0.8))),
)
READINGS = ((TokenReading(0.5, GLYPHS, ("вот", "вот", "вод")),),)


def inputs(readings: Sequence[SentenceReading] = READINGS) -> FeatureInputs:
    lattice = lattice_of("вох", KNOWN, previous=PreviousPass(readings=readings))
    return replace(inputs_of(lattice, KNOWN), readings=readings)


def test_without_pages_nothing_is_computed() -> None:
    """So that the weights of these features change nothing."""
    given = inputs(())
    for compute in (confidence_features, glyph_features, reading_features):
        assert not compute(given).values


def test_the_less_sure_a_word_the_likelier_it_is_wrong() -> None:
    """By a curve that never rises."""
    odds = [log_odds_of_error(confidence / 100) for confidence in range(101)]
    assert odds == sorted(odds, reverse=True)
    assert odds[0] > 0 > odds[100]


def test_the_doubt_is_that_of_the_word_for_all_candidates() -> None:
    """But for the observed text, and for words of which the engine says nothing."""
    given = inputs()
    found = by_text(given.lattice, confidence_features(given).values)
    assert {values["engine_doubt"] for values in found.values()} == {log_odds_of_error(0.5)}


def test_what_the_engine_nearly_read_is_preferred() -> None:
    """вот takes its second choice for the last glyph, вол one that it never named."""
    given = inputs()
    found = by_text(given.lattice, glyph_features(given).values)
    assert found["вот"]["glyph_choice"] > 0 == found["вот"]["glyph_unlisted"]
    assert found["вол"]["glyph_unlisted"] == 1
    assert found[UNPROPOSED]["glyph_unproposed"] == pytest.approx(0.916, abs=0.01)


def test_readings_are_counted() -> None:
    """Two of three give вот, none what was read."""
    given = inputs()
    found = by_text(given.lattice, reading_features(given).values)
    counts = ("reading_agrees", "reading_confirms", "reading_differs")
    assert [found["вот"][name] for name in counts] == [2, 0, 1]
    assert [found["вол"][name] for name in counts] == [0, 0, 3]
