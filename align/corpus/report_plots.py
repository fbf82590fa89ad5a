"""The plots of the report on a collection, each with a text that says what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from align.corpus.collection_figures import CollectionFigures
from align.corpus.distributions import BINS
from align.corpus.plots import Plot, bar_plot, confidence_plot, confusion_plot, size_label, size_plot
from align.flag import KIND_NAMES
from align.ocr.channel.report import MAX_BARS

PLOT_NAMES = frozenset({"flags", "bead-confidences", "flag-confidences", "sizes", "confusions"})
"""All plots that a report may have."""
NAMED = 3
"""Of the longest bars the alternative text gives the numbers."""


def report_plots(figures: CollectionFigures) -> dict[str, Plot]:
    """Name of each plot -> the plot; those of which there is nothing to draw are left out."""
    distributions, plots = figures.distributions, list[Plot]()
    if figures.summary.flags:
        plots.append(_kinds(figures.summary.flags))
    if sum(distributions.bead_confidences):
        plots.append(_confidences("bead-confidences", "beads", distributions.bead_confidences))
    if sum(distributions.flag_confidences):
        plots.append(_confidences("flag-confidences", "flags", distributions.flag_confidences))
    if distributions.sizes:
        plots.append(_sizes(distributions.sizes))
    if figures.confusions:
        plots.append(_confusions(figures))
    return {plot.name: plot for plot in plots}


def _kinds(flags: Mapping[str, int]) -> Plot:
    counts = {KIND_NAMES.get(kind, kind): count for kind, count in flags.items()}
    shown = "; ".join(f"{name}: {counts[name]:,}" for name in _largest(counts))
    return bar_plot("flags", f"Flags by kind, most of them {shown}.", "flags", counts)


def _largest(counts: Mapping[str, int]) -> Sequence[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))[:NAMED]


def _confidences(name: str, label: str, bins: Sequence[int]) -> Plot:
    low, high = sum(bins[: BINS // 2]), bins[-1]
    alternative = (
        f"Confidences of {sum(bins):,} {label}: {high:,} of .95 and more, {low:,} below .5, "
        f"{sum(bins) - low - high:,} between."
    )
    return confidence_plot(name, alternative, label, bins)


def _sizes(sizes: Mapping[int, int]) -> Plot:
    commonest = max(sizes, key=lambda group: (sizes[group], group))
    alternative = (
        f"Documents by their sentences: most have {size_label(commonest)} ({sizes[commonest]:,} of "
        f"{sum(sizes.values()):,} documents)."
    )
    return size_plot("sizes", alternative, sizes)


def _confusions(figures: CollectionFigures) -> Plot:
    shown = figures.confusions[:MAX_BARS]
    first = "; ".join(f"{one.typed or 'nothing'} read as {one.read or 'nothing'}" for one in shown[:NAMED])
    alternative = f"The {len(shown)} commonest misreadings, first {first}; the table below has the numbers."
    return confusion_plot("confusions", alternative, shown)
