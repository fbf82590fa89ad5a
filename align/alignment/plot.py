"""Plot an alignment: similarity of all pairs of sentences with the beads, and confidence along the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import DOUBTFUL, Alignment, Bead

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MAX_CELLS = 600
"""Most cells of the matrix on a side; of a longer text each cell is a block of sentences."""

# Okabe and Ito (2008): distinguishable with every kind of colour vision
BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#666666"


def plot_alignment(
    alignment: Alignment,
    source: NDArray[np.float32],
    target: NDArray[np.float32],
) -> Figure:
    """Draw the beads over the cosines of all source sentences with all target sentences.

    Args:
        alignment: the beads; those with a doubtful confidence are drawn in a second colour.
        source: unit vectors of the source sentences, float32, shape ``(n_source, dim)``.
        target: the same of the target, shape ``(n_target, dim)``.

    Returns:
        A figure that no window owns: ``figure.savefig(path)`` writes it, a notebook shows it.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 9), layout="constrained")
    upper, lower = figure.subplots(2, 1, height_ratios=(4, 1))
    _draw_matrix(upper, alignment, source, target)
    _draw_confidence(lower, alignment)
    return figure


def _draw_matrix(
    axes: Axes,
    alignment: Alignment,
    source: NDArray[np.float32],
    target: NDArray[np.float32],
) -> None:
    block = max(1, -(-max(len(source), len(target)) // MAX_CELLS))
    similarity = _block_means(source, block) @ _block_means(target, block).T
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
    _draw_beads(axes, alignment)
    axes.set(xlabel="sentence of the translation", ylabel="sentence of the original")
    axes.legend(loc="upper right")


def _draw_beads(axes: Axes, alignment: Alignment) -> None:
    """A rectangle for each bead, and an entry of the legend for each group of them."""
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    for label, colour, beads in _groups(alignment):
        boxes = [
            Rectangle((bead.target.start + 0.5, bead.source.start + 0.5), len(bead.target), len(bead.source))
            for bead in beads
        ]
        axes.add_collection(PatchCollection(boxes, facecolor="none", edgecolor=colour, linewidth=1.4))
        axes.plot([], [], color=colour, label=f"{label}: {len(beads)}")


def _draw_confidence(axes: Axes, alignment: Alignment) -> None:
    numbers = np.arange(1, len(alignment) + 1)
    confidence = np.array([bead.confidence for bead in alignment])
    axes.vlines(numbers, 0, confidence, color=np.where(confidence < DOUBTFUL, ORANGE, BLUE), linewidth=1.5)
    axes.axhline(DOUBTFUL, color=GREY, linewidth=0.8, linestyle="--")
    axes.set(xlabel="bead", ylabel="confidence", ylim=(0, 1.02), xlim=(0.5, len(numbers) + 0.5))


def _groups(alignment: Alignment) -> list[tuple[str, str, list[Bead]]]:
    """Label, colour and beads of each group."""
    paired = [bead for bead in alignment if bead.source and bead.target]
    return [
        ("sure", BLUE, [bead for bead in paired if not bead.doubtful]),
        ("doubtful", ORANGE, [bead for bead in paired if bead.doubtful]),
        ("without partner", GREY, [bead for bead in alignment if not (bead.source and bead.target)]),
    ]


def _block_means(vectors: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Means of ``size`` adjacent rows; the last block is filled up with copies of its last row."""
    filled = np.pad(vectors, ((0, -len(vectors) % size), (0, 0)), mode="edge")
    means: NDArray[np.float32] = filled.reshape(-1, size, vectors.shape[1]).mean(axis=1)
    return means
