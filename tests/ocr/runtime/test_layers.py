"""The layers of the small networks: stored in bytes, computed in numpy as they were trained in torch."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from torch.nn.functional import gelu as gelu_of_torch
from torch.nn.utils.rnn import pad_sequence

from align.ocr.lm import cloze
from align.ocr.lm.cloze import ClozeLm
from align.ocr.runtime.layers import gelu, log_sum_exp, restored, sigmoid
from align.ocr.translation import matcher
from align.text.word_tokens import word_tokens

sys.path.insert(0, str(Path(__file__).parents[3] / "tools"))
from cloze_module import ClozeNetwork, TokenFeatures, quantise, restore
from word_match_module import EncodedTarget, Matcher, mixture_log_odds

TEXTS = ("Ваш ответ я получил вчера вечером, но не успел написать.", "Да.", "Он живёт в Москве — давно.")


@settings(deadline=None)
@given(
    arrays(np.float32, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.floats(-9, 9, width=32))
)
def test_a_layer_in_bytes_is_nearly_the_layer(weight: NDArray[np.float32]) -> None:
    """Storing a layer in bytes moves no weight by more than half a step of its row."""
    stored = quantise("w", weight)
    assert np.all(np.abs(restored(stored)["w"] - weight) <= 0.51 * stored["w.steps"][:, None])


def test_activations_are_those_of_torch() -> None:
    """Also far from zero, where exponentials overflow."""
    values = np.array([-200, -30, -3, -1e-3, 0, 1e-3, 0.7, 3, 30, 200], dtype=np.float32)
    given_to_torch = torch.from_numpy(values)
    np.testing.assert_allclose(sigmoid(values), given_to_torch.sigmoid(), atol=1e-6)
    np.testing.assert_allclose(gelu(values), gelu_of_torch(given_to_torch), atol=2e-6)
    np.testing.assert_allclose(log_sum_exp(values), given_to_torch.logsumexp(0), atol=1e-5)


@pytest.fixture(scope="module")
def russian() -> ClozeLm:
    """The shipped cloze model."""
    model = cloze.load("ru")
    assert model is not None
    return model


@pytest.fixture(scope="module")
def trained(russian: ClozeLm) -> ClozeNetwork:
    """The same weights in the module that was trained."""
    network = ClozeNetwork(len(russian.classes))
    with np.load(cloze.DATA) as stored:
        restore(network, stored)
    return network


def in_torch(model: ClozeLm, tokens: list[str]) -> TokenFeatures:
    return TokenFeatures(*map(torch.from_numpy, model.token_features(tokens)))


@pytest.mark.model
def test_states_are_those_of_the_trained_layers(russian: ClozeLm, trained: ClozeNetwork) -> None:
    """Of sentences of several lengths in one batch, from both ends."""
    sentences = [word_tokens(text) for text in TEXTS]
    empty = trained.mark_vectors[:1]
    with torch.inference_mode():
        inputs = [torch.cat([empty, trained.inputs(in_torch(russian, one)), empty]) for one in sentences]
        forward = trained.forward_gru(pad_sequence(inputs, batch_first=True))[0]
        backward = trained.backward_gru(pad_sequence([one.flip(0) for one in inputs], batch_first=True))[0]
    for row, (own, encoded) in enumerate(zip(inputs, russian.encode(sentences), strict=True)):
        last = len(own) - 1
        np.testing.assert_allclose(encoded.forward, forward[row, :last], atol=1e-5)
        np.testing.assert_allclose(encoded.backward, backward[row, :last].flip(0), atol=1e-5)


@pytest.mark.model
def test_words_capitals_and_marks_score_as_in_the_trained_layers(
    russian: ClozeLm, trained: ClozeNetwork
) -> None:
    """Of known words, of a word that no list has, of marks."""
    tokens = ["Ваш", "ответ", "кырлык", ",", "Москва", "—"]
    around = np.random.default_rng(1).normal(size=(len(tokens), 512)).astype(np.float32)
    known, given_to_torch = russian.token_features(tokens), in_torch(russian, tokens)
    network, gaps = russian.network, torch.from_numpy(around)
    with torch.inference_mode():
        offered = trained.word_vectors(given_to_torch)
        pairs = [
            (network.inputs(known), trained.inputs(given_to_torch)),
            (network.word_vectors(known), offered),
            (network.query_vectors(around), trained.query_vectors(gaps)),
            (network.capital_log_odds(around, offered.numpy()), trained.capital_log_odds(gaps, offered)),
            (network.mark_scores(around), trained.mark_scores(gaps)),
        ]
    for own, theirs in pairs:
        np.testing.assert_allclose(own, theirs, atol=1e-4)


@pytest.mark.model
def test_words_match_as_in_the_trained_layers(russian: ClozeLm) -> None:
    """Candidates, a translation, and which of its words a gap is aligned with."""
    shipped = matcher.load(("ru", "en"))
    assert shipped is not None
    trained = Matcher(len(russian.classes))
    with np.load(matcher.DATA) as stored:
        restore(trained, stored)
    chance = np.random.default_rng(2)
    known = russian.token_features(["Ваш", "ответ", "Москва"])
    both, words = (chance.normal(size=shape).astype(np.float32) for shape in ((3, 2, 512), (5, 512)))
    contexts, rivals = (chance.normal(size=shape).astype(np.float32) for shape in ((3, 512), (3, 5)))
    apart = chance.uniform(-1, 1, (3, 5))
    candidates, target = (
        shipped.encode_candidates(known.vectors, known.endings, both),
        shipped.encode_target(words),
    )
    odds = shipped.alignment_log_odds(
        contexts, matcher.EncodedTarget(*(part[None] for part in target)), apart, rivals
    )
    scores = matcher.mixture_log_odds(odds, shipped.match_scores(candidates, target.matched))
    with torch.inference_mode():
        tensors = [torch.from_numpy(value) for value in (known.vectors, known.endings, both)]
        theirs, words_there = (
            trained.encode_candidates(*tensors),
            trained.encode_target(torch.from_numpy(words)),
        )
        odds_there = trained.alignment_log_odds(
            torch.from_numpy(contexts),
            EncodedTarget(*(part[None] for part in words_there)),
            apart,
            torch.from_numpy(rivals),
        )
        found = mixture_log_odds(odds_there, trained.match_scores(theirs, words_there.matched))
    np.testing.assert_allclose(candidates, theirs, atol=1e-4)
    np.testing.assert_allclose(odds, odds_there, atol=1e-3)
    np.testing.assert_allclose(scores, found, atol=1e-3)
