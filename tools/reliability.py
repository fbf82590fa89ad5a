"""Draw how often beads are right against their confidence: ``python tools/reliability.py [DATA]``.

Writes ``docs/reliability.svg`` from the sets of ``align-dev`` pooled, and prints the expected
calibration error of each set and of all. The weights were fitted on these sets;
``tools/fit_alignment.py`` prints the error of held-out sets.
"""

from __future__ import annotations

import sys
from pathlib import Path

from align.alignment.aligner import align_sentences
from align.embed.encoder import load
from align.evaluate.beads import BeadScore, score_alignment
from align.evaluate.calibration import Calibration
from align.evaluate.gold_beads import read_gold_align

LARGEST = 4000
"""Area of the largest dot, square points."""
PICTURE = Path(__file__).parents[1] / "docs" / "reliability.svg"


def scored(folder: Path) -> BeadScore:
    """One set, aligned and judged."""
    source, target = (
        (folder / name).read_text(encoding="utf-8").removesuffix("\n").split("\n")
        for name in ("source.txt", "target.txt")
    )
    found = align_sentences(source, target, load())
    return score_alignment(read_gold_align(folder / "gold.align", (len(source), len(target))), found)


def draw(calibration: Calibration, path: Path, judged: str = "beads") -> None:
    """The reliability diagram: a dot for each bin, its area by how many were ``judged`` in it."""
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    rcParams["svg.hashsalt"] = "reliability"
    figure = Figure(figsize=(4, 4), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    bins = calibration.bins
    scale = min(1.0, LARGEST / max(bin_.count for bin_ in bins))
    sizes = [20 + scale * bin_.count for bin_ in bins]
    axes.scatter([bin_.confidence for bin_ in bins], [bin_.accuracy for bin_ in bins], sizes, alpha=0.6)
    for bin_ in bins:
        place = (bin_.confidence, bin_.accuracy)
        axes.annotate(str(bin_.count), place, ha="center", va="center", fontsize=8)
    axes.set(xlabel="confidence (mean of a bin)", ylabel="right", xlim=(0, 1.05), ylim=(0, 1.05))
    axes.set_title(f"{len(calibration.outcomes)} {judged}, calibration error {calibration.error or 0:.3f}")
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Print the errors, write the picture."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "align-dev"
    total = Calibration()
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        score = scored(folder)
        total += score.calibration
        print(f"{folder.name:26} {score.calibration.error or 0:.3f}", flush=True)
    print(f"{'all':26} {total.error or 0:.3f}")
    draw(total, PICTURE)


if __name__ == "__main__":
    main()
