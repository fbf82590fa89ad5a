"""The fast sums over a lattice equal sums over all its paths, written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.alignment.band import Band, Block
from align.alignment.edges import Edges
from align.alignment.graph import Gaps, Graph
from align.alignment.posterior import likely_edges
from align.alignment.search_band import search_band

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3))
Step = tuple[int, int, int, int]


@dataclass(frozen=True)
class Table:
    """Scores written out: ``pairs_at[shape, i, j]`` of the pair that ends at a cell."""

    pairs_at: np.ndarray
    source_null: np.ndarray
    target_null: np.ndarray
    shapes: tuple[tuple[int, int], ...] = SHAPES

    def pairs(self, block: Block) -> np.ndarray:
        return self.pairs_at[:, block.rows.start : block.rows.stop, block.columns.start : block.columns.stop]

    def backwards(self) -> Table:
        turned = np.full_like(self.pairs_at, -np.inf)
        for number, (a, b) in enumerate(self.shapes):
            turned[number, a:, b:] = self.pairs_at[number, a:, b:][::-1, ::-1]
        return Table(turned, self.source_null[::-1], self.target_null[::-1])


def table(n: int, m: int, seed: int) -> Table:
    random = np.random.default_rng(seed)
    pairs = random.normal(size=(len(SHAPES), n + 1, m + 1)).astype(np.float32)
    for number, (a, b) in enumerate(SHAPES):
        pairs[number, :a], pairs[number, :, :b] = -np.inf, -np.inf
    return Table(pairs, random.normal(size=n), random.normal(size=m))


def paths(
    scores: Table, gaps: Gaps, i: int = 0, j: int = 0, last: str = "pair"
) -> Iterator[tuple[list[Step], float]]:
    """Every alignment, source nulls before target nulls, with its log-score: slow, but plain."""
    n, m = len(scores.source_null), len(scores.target_null)
    if (i, j) == (n, m):
        yield [], 0.0
    more = {
        ("source", "source"): gaps.extend,
        ("target", "target"): gaps.extend,
        ("source", "target"): gaps.switch,
    }
    ways = [
        (a, b, "pair", scores.pairs_at[at, i + a, j + b])
        for at, (a, b) in enumerate(SHAPES)
        if i + a <= n and j + b <= m
    ]
    if i < n and last != "target":
        ways.append((1, 0, "source", scores.source_null[i] + more.get((last, "source"), 0.0)))
    if j < m:
        ways.append((0, 1, "target", scores.target_null[j] + more.get((last, "target"), 0.0)))
    for a, b, kind, score in ways:
        for rest, total in paths(scores, gaps, i + a, j + b, kind):
            yield [(i, j, i + a, j + b), *rest], float(score) + total


def posteriors(scores: Table, gaps: Gaps) -> tuple[Counter[Step], float]:
    """Of every bead, from all alignments written out."""
    every = list(paths(scores, gaps))
    total = float(np.logaddexp.reduce([score for _, score in every]))
    found: Counter[Step] = Counter()
    for steps, score in every:
        found.update(dict.fromkeys(steps, np.exp(score - total)))
    return found, total


small = st.integers(1, 4)


@given(small, small, st.integers(0, 99))
def test_the_banded_lattice_sums_all_alignments(n: int, m: int, seed: int) -> None:
    """Every bead's posterior is its share of all alignments, written out one by one."""
    scores = table(n, m, seed)
    wanted, _ = posteriors(scores, Gaps())
    edges = likely_edges(Band.full(n, m), scores, 1e-12)
    found = {
        (*start, *stop): share
        for start, stop, share in zip(edges.start.tolist(), edges.stop.tolist(), edges.posterior, strict=True)
    }
    assert found.keys() == wanted.keys()
    assert all(abs(found[step] - wanted[step]) < 1e-5 for step in wanted)


@given(small, small, st.integers(0, 99), st.builds(Gaps, st.floats(-2, 2), st.floats(-2, 2)))
def test_the_graph_of_candidates_sums_the_same_alignments(n: int, m: int, seed: int, gaps: Gaps) -> None:
    """Affine gap scores included."""
    scores = table(n, m, seed)
    wanted, total = posteriors(scores, gaps)
    steps = np.array(list(wanted))
    edges = Edges.ordered(steps[:, :2], steps[:, 2:], np.ones(len(steps)))
    values = []
    for (i, j), (k, m_) in zip(edges.start.tolist(), edges.stop.tolist(), strict=True):
        if j == m_:
            values.append(scores.source_null[i])
        elif i == k:
            values.append(scores.target_null[j])
        else:
            values.append(scores.pairs_at[SHAPES.index((k - i, m_ - j)), k, m_])
    found = Graph(edges).posterior(np.array(values, dtype=np.float64), gaps)
    assert abs(found.total - total) < 1e-5
    keys = [(*start, *stop) for start, stop in zip(edges.start.tolist(), edges.stop.tolist(), strict=True)]
    assert all(abs(share - wanted[key]) < 1e-5 for key, share in zip(keys, found.edges, strict=True))


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 9), st.integers(1, 12))
def test_a_band_about_a_path_holds_the_path(down: int, right: int, seed: int, radius: int) -> None:
    """The band contains the cells of any path and has its size."""
    steps = np.random.default_rng(seed).permutation([0] * down + [1] * right)
    path = np.concatenate([[[0, 0]], np.cumsum(np.stack([steps == 0, steps == 1], axis=1), axis=0)]).astype(
        np.int64
    )
    cells = Band.around(path, radius)
    assert (cells.n_source, cells.n_target) == (down, right)
    assert all(cells.low[row] <= column <= cells.high[row] for row, column in path)


def test_the_band_of_a_long_text_follows_it() -> None:
    """Of two thousand sentences three hundred are omitted: the band is narrow and holds the truth."""
    vectors = np.random.default_rng(1).normal(size=(2000, 64)).astype(np.float32)
    kept = np.r_[0:900, 1200:2000]
    cells = search_band(vectors, vectors[kept])
    inside = [cells.low[row] <= column <= cells.high[row] for column, row in enumerate(kept)]
    assert np.mean(inside) == 1.0
    assert cells.cells < 2000 * 120
