"""Vectors without what the sentences of a text have in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from align.alignment.cosines import plain_cosines, pooled_cosines
from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair
from align.alignment.pooling import Matrix, unit_rows
from align.alignment.whitening import whitenings


def sentences(count: int, word: str) -> list[str]:
    return [f"{word} {number}" for number in range(count)]


def vectors(count: int, dimensions: int, seed: int, common: float) -> Matrix:
    """Of sentences with much in common."""
    chance = np.random.default_rng(seed)
    shared = np.zeros(dimensions)
    shared[seed] = common
    return unit_rows((chance.normal(size=(count, dimensions)) + shared).astype(np.float32))


@pytest.mark.parametrize(("count", "dimensions"), [(60, 16), (7, 64)])
def test_what_both_sides_share_goes(count: int, dimensions: int) -> None:
    """Sentences of one side are less alike, however many they are for the dimensions of the vectors."""
    sides = [(sentences(count, name), vectors(count, dimensions, at, 9.0)) for at, name in enumerate("ab")]
    for (_, rows), whitening in zip(sides, whitenings(sides), strict=True):
        changed = unit_rows(whitening.changed(rows))
        assert mean_cosine(changed) < mean_cosine(rows) - 0.1


def mean_cosine(rows: Matrix) -> float:
    """Of two different rows."""
    count = len(rows)
    return float(((rows @ rows.T).sum() - count) / (count * (count - 1)))


@pytest.mark.parametrize(("count", "dimensions"), [(60, 16), (7, 64)])
def test_the_vectors_of_the_encoder_come_back(count: int, dimensions: int) -> None:
    """The similarity that a reader sees is that of the encoder, of one sentence or of several."""
    texts = sentences(count, "a"), sentences(count, "b")
    rows = vectors(count, dimensions, 0, 3.0), vectors(count, dimensions, 1, 3.0)
    pair = DocumentPair.whitened(texts, rows, NoEncoder(), 8)
    edges = Edges(np.array([[0, 0], [1, 1]]), np.array([[1, 1], [3, 2]]), np.ones(2))
    one, other = plain_cosines(pair, edges)
    assert one == pytest.approx(float(rows[0][0] @ rows[1][0]), abs=1e-5)
    joined = rows[0][1] + rows[0][2]
    assert other == pytest.approx(float(joined @ rows[1][1] / np.linalg.norm(joined)), abs=1e-5)
    assert abs(pooled_cosines(pair, edges)[0] - one) > 1e-3
    assert pair.source.plain(np.array([3])) == pytest.approx(rows[0][3:4], abs=1e-5)


def test_a_repeated_sentence_counts_once() -> None:
    """A heading that stands on every page is not what the sentences have in common."""
    rows = vectors(10, 16, 0, 1.0)
    other = sentences(10, "b"), vectors(10, 16, 1, 1.0)
    once, often = (
        whitenings([(texts, chosen), other])[0]
        for texts, chosen in (
            (sentences(10, "a"), rows),
            (sentences(10, "a") + ["a 0"] * 30, np.concatenate([rows, rows[:1].repeat(30, axis=0)])),
        )
    )
    assert often.mean == pytest.approx(once.mean)


def test_nothing_changes_where_one_side_is_empty() -> None:
    rows = vectors(5, 16, 0, 1.0)
    whitening, _ = whitenings([(sentences(5, "a"), rows), ([], rows[:0])])
    assert whitening.changed(rows).tolist() == rows.tolist()


class NoEncoder:
    """Its vectors are known."""

    name, sha256 = "none", None

    def encode(self, texts: Sequence[str]) -> Matrix:
        raise NotImplementedError(texts)


def test_a_sentence_without_a_vector_is_like_no_other() -> None:
    """The encoder knows none of its words; its whitened vector and the shown similarity are zero, too."""
    rows = vectors(30, 16, 0, 3.0), vectors(30, 16, 1, 3.0)
    for side in rows:
        side[4] = 0.0
    pair = DocumentPair.whitened((sentences(30, "a"), sentences(30, "b")), rows, NoEncoder(), 8)
    edges = Edges(np.array([[4, 4], [4, 7]]), np.array([[5, 5], [5, 8]]), np.ones(2))
    assert pooled_cosines(pair, edges).tolist() == [0, 0]
    assert plain_cosines(pair, edges) == pytest.approx([0, 0], abs=1e-3)


def test_cosines_do_not_depend_on_how_many_are_computed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long texts are computed in parts."""
    rows = vectors(30, 16, 0, 3.0), vectors(30, 16, 1, 3.0)
    pair = DocumentPair.whitened((sentences(30, "a"), sentences(30, "b")), rows, NoEncoder(), 8)
    steps = np.stack([np.arange(20), np.arange(20)], axis=1)
    edges = Edges(steps, steps + np.array([1, 2]), np.ones(20))
    whole = plain_cosines(pair, edges)
    monkeypatch.setattr("align.alignment.cosines.BATCH", 3)
    assert plain_cosines(pair, edges) == pytest.approx(whole)
