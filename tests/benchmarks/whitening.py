"""Whether translations are nearest to each other: ``python tests/benchmarks/whitening.py [DATA]``.

For each set of the development data, of the true beads with both sides, the fraction whose sides are nearer
to each other than to a side of any of the 40 beads before and after: by the vectors as the encoder gives
them, with the mean of each side subtracted, and whitened as the aligner does it
(``align.alignment.whitening``). Nothing is fitted here.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from align.alignment.pooling import Matrix, unit_rows
from align.alignment.whitening import Whitening, whitenings
from align.embed.encoder import load as load_encoder

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from alignment_data import GoldText, load

NEAR = 40
"""Beads before and after, among which the other side has to be the nearest."""


def nearest(sides: tuple[Matrix, Matrix]) -> list[bool]:
    """Of each bead, whether its sides are nearest to each other; ``sides``: shape ``(beads, dim)``."""
    cosines = sides[0] @ sides[1].T
    beads = np.arange(len(cosines))
    near = abs(beads[:, None] - beads) <= NEAR
    others = np.where(near & ~np.eye(len(beads), dtype=bool), cosines, -1.0)
    best = np.maximum(others.max(axis=0), others.max(axis=1))
    return [bool(right) for right in np.diag(cosines) > best]


def of_beads(text: GoldText, vectors: list[Matrix]) -> tuple[Matrix, Matrix]:
    """Unit sums of the vectors of each side of the true beads."""
    whole = [(start, stop) for start, stop in text.path if start[0] < stop[0] and start[1] < stop[1]]
    source, target = (
        unit_rows(np.stack([rows[start[side] : stop[side]].sum(axis=0) for start, stop in whole]))
        for side, rows in enumerate(vectors)
    )
    return source, target


def changed(text: GoldText, plain: list[Matrix]) -> dict[str, list[Matrix]]:
    """The vectors of both sides in each of the three ways."""
    found = whitenings(list(zip((text.source, text.target), plain, strict=True)))
    none = np.zeros(0, dtype=np.float32)
    means = [Whitening(one.mean, one.directions[:0], none) for one in found]
    return {
        "plain": plain,
        "mean": [unit_rows(one.changed(rows)) for one, rows in zip(means, plain, strict=True)],
        "whitened": [unit_rows(one.changed(rows)) for one, rows in zip(found, plain, strict=True)],
    }


def main(data: Path) -> None:
    """Print the table."""
    encoder = load_encoder()
    right: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for text in load(data):
        plain = [encoder.encode(side) for side in (text.source, text.target)]
        for way, vectors in changed(text, plain).items():
            right[text.group][way] += nearest(of_beads(text, vectors))
    ways = ("plain", "mean", "whitened")
    print(f"{'set':26}{'beads':>7}" + "".join(f"{way:>10}" for way in ways))
    for group, found in sorted(right.items()):
        shares = "".join(f"{np.mean(found[way]):10.3f}" for way in ways)
        print(f"{group:26}{len(found['plain']):7}{shares}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/data"))
