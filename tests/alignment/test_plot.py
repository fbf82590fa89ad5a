"""The plot of an alignment."""

from __future__ import annotations

import io

import numpy as np

from align.alignment.bead import Alignment, Bead
from align.alignment.plot import MAX_CELLS, plot_alignment


def _vectors(count: int) -> np.ndarray:
    vectors = np.random.default_rng(0).normal(size=(count, 8)).astype(np.float32)
    unit: np.ndarray = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _beads(count: int, confidence: float) -> Alignment:
    beads = (Bead(range(i, i + 1), range(i, i + 1), 0.5, confidence) for i in range(count))
    return Alignment(tuple(beads), count, count)


def test_beads_are_counted_by_how_sure_they_are() -> None:
    """The legend counts the beads that are sure, doubtful and without a partner."""
    beads = (
        Bead(range(1), range(1), 0.9, 0.95),
        Bead(range(1, 2), range(1, 3), 0.5, 0.4),
        Bead(range(2, 3), range(3, 3), None, 0.8),
    )
    figure = plot_alignment(Alignment(beads, 3, 3), _vectors(3), _vectors(3))
    legend = figure.axes[0].get_legend()
    assert legend is not None
    labels = [text.get_text() for text in legend.get_texts()]
    assert labels == ["sure: 1", "doubtful: 1", "without partner: 1"]


def test_a_long_text_is_drawn_in_blocks() -> None:
    """The matrix stays small however long the text is, and spans all its sentences."""
    count = 2 * MAX_CELLS + 7
    figure = plot_alignment(_beads(count, 0.9), _vectors(count), _vectors(count))
    [image] = figure.axes[0].get_images()
    cells = image.get_array()
    assert cells is not None
    assert max(cells.shape) <= MAX_CELLS
    assert image.get_extent()[1] >= count


def test_it_can_be_written_without_a_screen() -> None:
    """PNG and SVG come out of the figure itself."""
    figure = plot_alignment(_beads(3, 0.9), _vectors(3), _vectors(3))
    for kind, head in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        stream = io.BytesIO()
        figure.savefig(stream, format=kind)
        assert stream.getvalue().startswith(head)
