"""A text without pages is judged as ever; readings are a part of what kept flags depend on."""

from __future__ import annotations

import json

import numpy as np

from align.ocr.doubt.token_reading import TokenReading
from align.ocr.features.engine_doubt import CONFIDENCES, GLYPHS, READINGS
from align.ocr.features.matrix import FeatureMatrix
from align.ocr.gate import doubted_places
from align.ocr.kept_batches import Batch, _key
from align.ocr.reranker import LogLinearReranker, load
from align.ocr.runtime.data import read
from align.ocr.search_config import OcrConfig
from tests.ocr.sample import context_of, sentences_of


def test_the_score_of_a_text_is_the_same_to_the_last_digit() -> None:
    """With the weights of the engine's doubt and without them, where none of its features is computed."""
    shipped = LogLinearReranker.from_json(json.loads(read("reranker.json"))["with grammar"]["final"])
    values = np.random.default_rng(7).normal(size=(len(shipped.weights), 40))
    matrix = FeatureMatrix(40, dict(zip(shipped.weights, values, strict=True)))
    assert (load("final", "with grammar").score(matrix) == shipped.score(matrix)).all()


def test_every_weight_is_of_a_feature() -> None:
    """So that none is without an effect."""
    weights = json.loads(read("engine_doubt.json"))["final"]["weights"]
    assert set(weights) <= {*CONFIDENCES, *GLYPHS, *READINGS}


def test_kept_flags_depend_on_the_readings() -> None:
    """The same text from another reading of the page is searched again."""

    def key(*readings: tuple[TokenReading | None, ...]) -> str:
        sentences = sentences_of("Ваш ответ")
        return repr(
            _key(Batch("source", sentences, context_of(1), ("ru", "en"), OcrConfig(), readings), None)
        )

    sure, doubted = (TokenReading(0.96), None), (TokenReading(0.3), None)
    assert len({key(), key(sure), key(doubted)}) == 3
    assert key(sure) == key(sure)


def test_no_word_that_the_engine_doubts_is_beyond_doubt() -> None:
    """Whatever word it is; a word of which nothing is known is judged by its letters."""
    readings = ((TokenReading(0.96), TokenReading(0.3), None), (TokenReading(None), TokenReading(0.0)))
    assert doubted_places(readings) == {(0, 1), (1, 1)}
