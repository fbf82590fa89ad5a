"""An alignment as a picture: similarity of all pairs with the path, and confidence along the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import DOUBTFUL, Alignment, Bead

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CELLS = 600
"""Cells of the matrix on the longer side; a longer text is drawn in blocks of sentences."""

# Okabe and Ito (2008): told apart by every kind of colour vision
BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#666666"


def plot_alignment(
    alignment: Alignment,
    source: NDArray[np.float32],
    target: NDArray[np.float32],
) -> Figure:
    """Draw the beads over the cosine of every source sentence with every target sentence.

    ``source``, ``target``: unit vectors, shape ``(n_source, dim)`` and ``(n_target, dim)``. Beads with a
    doubtful confidence are drawn in a second colour. The figure is not tied to a window:
    ``figure.savefig(path)`` writes it, a notebook shows it.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 9), layout="constrained")
    matrix, along = figure.subplots(2, 1, height_ratios=(4, 1))
    _draw_matrix(matrix, alignment, source, target)
    _draw_confidence(along, alignment)
    return figure


def _draw_matrix(
    axes: Axes,
    alignment: Alignment,
    source: NDArray[np.float32],
    target: NDArray[np.float32],
) -> None:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    block = max(1, -(-max(len(source), len(target)) // CELLS))
    similarity = _blocks(source, block) @ _blocks(target, block).T
    n_source, n_target = len(similarity) * block, similarity.shape[1] * block
    image = axes.imshow(
        similarity,
        extent=(0.5, n_target + 0.5, n_source + 0.5, 0.5),
        cmap="Greys",
        vmin=0.0,
        aspect="auto",
        interpolation="nearest",
    )
    axes.figure.colorbar(image, ax=axes, label="cosine", shrink=0.6)
    for label, colour, beads in _groups(alignment):
        boxes = [
            Rectangle((bead.target.start + 0.5, bead.source.start + 0.5), len(bead.target), len(bead.source))
            for bead in beads
        ]
        axes.add_collection(PatchCollection(boxes, facecolor="none", edgecolor=colour, linewidth=1.4))
        axes.plot([], [], color=colour, label=f"{label}: {len(beads)}")
    axes.set(xlabel="sentence of the translation", ylabel="sentence of the original")
    axes.legend(loc="upper right")


def _draw_confidence(axes: Axes, alignment: Alignment) -> None:
    numbers = np.arange(1, len(alignment.beads) + 1)
    confidence = np.array([bead.confidence for bead in alignment.beads])
    axes.vlines(numbers, 0, confidence, color=np.where(confidence < DOUBTFUL, ORANGE, BLUE), linewidth=1.5)
    axes.axhline(DOUBTFUL, color=GREY, linewidth=0.8, linestyle="--")
    axes.set(xlabel="bead", ylabel="confidence", ylim=(0, 1.02), xlim=(0.5, len(numbers) + 0.5))


def _groups(alignment: Alignment) -> list[tuple[str, str, list[Bead]]]:
    paired = [bead for bead in alignment.beads if bead.source and bead.target]
    return [
        ("sure", BLUE, [bead for bead in paired if not bead.doubtful]),
        ("doubtful", ORANGE, [bead for bead in paired if bead.doubtful]),
        ("without partner", GREY, [bead for bead in alignment.beads if not (bead.source and bead.target)]),
    ]


def _blocks(vectors: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Means of ``size`` neighbouring rows, the last block filled up with its own last row."""
    filled = np.pad(vectors, ((0, -len(vectors) % size), (0, 0)), mode="edge")
    means: NDArray[np.float32] = filled.reshape(-1, size, vectors.shape[1]).mean(axis=1)
    return means
