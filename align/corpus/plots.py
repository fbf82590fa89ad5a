"""Plots of a collection as pictures for a page: their ink is the page's, light or dark."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from align.corpus.distributions import BINS
from align.ocr.channel.report import BLUE, ConfusionEntry, plot_confusions
from align.one_line import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK = "#010203"
"""The colour of text and lines while a plot is drawn; in the picture it is the ink of the page."""
STRAIGHT_LABELS = 8
"""Ranges of numbers that stand beside each other below the axis."""
DARK = "@media screen and (prefers-color-scheme: dark) { svg { color: #eceef1; } }"
SETTINGS: Any = {
    **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), INK),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "font.size": 11,
    "svg.fonttype": "none",
    "svg.hashsalt": "align",
    "text.parse_math": False,
}


@dataclass(frozen=True)
class Plot:
    """A picture.

    Attributes:
        name: Of its file, without suffix.
        alternative: What it shows, for those who do not see it.
        svg: The picture.
    """

    name: str
    alternative: str
    svg: bytes


def bar_plot(name: str, alternative: str, label: str, counts: Mapping[str, int]) -> Plot:
    """Bars that lie, the first on top, each with its label and its number."""
    with _drawing():
        figure = _figure(7.5, 1.0 + 0.32 * len(counts))
        axes = figure.subplots()
        bars = axes.barh(range(len(counts)), list(counts.values()), color=BLUE)
        axes.bar_label(bars, [f"{count:,}" for count in counts.values()], padding=3)
        axes.set_yticks(range(len(counts)), list(counts))
        axes.invert_yaxis()
        axes.margins(x=0.12, y=0.02)
        axes.set_xlabel(label)
        return Plot(name, alternative, _svg(figure))


def confidence_plot(name: str, alternative: str, label: str, bins: Sequence[int]) -> Plot:
    """How many confidences there are from 0 to 1; on a logarithmic scale few are seen beside many."""
    with _drawing():
        figure = _figure(7.5, 2.9)
        axes = figure.subplots()
        axes.bar([at / BINS for at in range(BINS)], bins, width=0.92 / BINS, align="edge", color=BLUE)
        _logarithmic(axes, max(bins))
        axes.set(xlabel="confidence", ylabel=f"{label} (logarithmic)", xlim=(0, 1))
        return Plot(name, alternative, _svg(figure))


def size_plot(name: str, alternative: str, sizes: Mapping[int, int]) -> Plot:
    """How many documents have 0, 1, 2-3, 4-7 ... sentences."""
    with _drawing():
        figure = _figure(7.5, 2.9)
        axes = figure.subplots()
        groups = range(min(sizes), max(sizes) + 1)
        bars = axes.bar(groups, [sizes.get(at, 0) for at in groups], color=BLUE)
        axes.bar_label(bars, [f"{sizes[at]:,}" if sizes.get(at) else "" for at in groups], padding=2)
        axes.set_xticks(groups, list(map(size_label, groups)))
        axes.tick_params(axis="x", rotation=30 if len(groups) > STRAIGHT_LABELS else 0)
        axes.margins(y=0.15)
        axes.set(xlabel="sentences", ylabel="documents")
        return Plot(name, alternative, _svg(figure))


def size_label(group: int) -> str:
    """The sentences of the documents of a group of sizes.

    Example:
        >>> [size_label(group) for group in range(4)]
        ['0', '1', '2–3', '4–7']
    """
    first, last = (1 << group) >> 1, (1 << group) - 1
    return str(first) if first == last else f"{first}–{last}"


def confusion_plot(name: str, alternative: str, entries: Sequence[ConfusionEntry]) -> Plot:
    """The commonest misreadings."""
    shown = [replace(one, typed=one_line(one.typed), read=one_line(one.read)) for one in entries]
    with _drawing():
        return Plot(name, alternative, _svg(plot_confusions(shown)))


def _logarithmic(axes: Axes, most: int) -> None:
    axes.set_yscale("log")
    axes.set_ylim(0.7, max(most * 1.5, 10))
    axes.yaxis.set_major_formatter(lambda value, _place: f"{value:,.0f}")


def _figure(width: float, height: float) -> Figure:
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


@contextmanager
def _drawing() -> Iterator[None]:
    """Draw in the colours of the page; letters that the font of matplotlib lacks need no warning."""
    from matplotlib import rc_context

    with rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from")
        yield


def _svg(figure: Figure) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = stream.getvalue().decode()
    text = text.replace(INK, "currentColor").replace("<svg ", '<svg color="#16191d" ', 1)
    return text.replace("<defs>", f"<style>{DARK}</style>\n <defs>", 1).encode()
