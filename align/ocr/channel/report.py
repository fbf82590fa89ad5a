"""A document's habits of error, for people: which character was read for which, and how often.

What was found is in the flags; this counts it, each first reading as much as it is sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from align.flag import Flag
from align.ocr.channel.channel import Edit
from align.ocr.channel.engines import prior_channel

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LONGEST = 40
"""Characters of a reading beyond which it teaches nothing about letters."""
DRAWN = 25
BLUE = "#0072B2"


@dataclass(frozen=True, order=True)
class ConfusionEntry:
    """``typed`` was read as ``read`` ``count`` times (expected), of ``occurrences`` of what was typed.

    One of the two texts may be empty: a character lost, or one that nobody typed. ``occurrences`` is then
    ``None`` for what nobody typed.
    """

    count: float
    typed: str
    read: str
    occurrences: int | None

    @property
    def share(self) -> float | None:
        """Fraction of the occurrences that were misread so."""
        return min(self.count / self.occurrences, 1.0) if self.occurrences else None


def confusion_table(flags: Iterable[Flag], text: str) -> tuple[ConfusionEntry, ...]:
    """The misreadings of one side, the commonest first. ``text``: the side's, as read."""
    edits: Counter[Edit] = Counter()
    for flag in flags:
        best = flag.suggestions[0] if flag.kind.startswith("ocr.") and flag.suggestions else None
        if best is not None:
            for step in misreadings(best.text, flag.text):
                edits[step] += best.confidence  # type: ignore[assignment]  # expected counts
    found = [
        ConfusionEntry(round(count, 2), typed, read, _typed(typed, read, text, count) if typed else None)
        for (typed, read), count in edits.items()
    ]
    return tuple(sorted(found, key=lambda habit: (-habit.count, habit.typed, habit.read)))


@lru_cache(maxsize=1 << 16)
def misreadings(typed: str, read: str) -> tuple[Edit, ...]:
    """The steps by which one became the other, in order; none of a long reading: no matter of letters."""
    if max(len(typed), len(read)) > LONGEST:
        return ()
    return tuple(step for step in prior_channel().best_edits(typed, read) if step[0] != step[1])


def _typed(typed: str, read: str, text: str, count: float) -> int:
    """How often it was typed: as often as it was read, but for the misreadings themselves."""
    return max(text.count(typed) + round(count) * (typed not in read), 1)


def as_text(found: Sequence[ConfusionEntry]) -> str:
    """A table: what was typed, what was read, how often, of how many."""
    lines = ["typed  read  times     of  share"]
    for habit in found:
        of = "—" if habit.occurrences is None else str(habit.occurrences)
        share = "—" if habit.share is None else f"{100 * habit.share:.0f} %"
        lines.append(
            f"{_shown(habit.typed):5}  {_shown(habit.read):4}  {habit.count:5.1f}  {of:>5}  {share:>5}"
        )
    return "\n".join(lines) + "\n"


def _shown(text: str) -> str:
    """Nothing and the space have signs of their own."""
    return text.replace(" ", "␣") or "∅"


def plot_confusions(found: Sequence[ConfusionEntry]) -> Figure:
    """The commonest habits as bars, the longest on top; the figure is not tied to a window."""
    from matplotlib.figure import Figure

    drawn = list(found[:DRAWN])[::-1]
    figure = Figure(figsize=(6, 1.2 + 0.28 * len(drawn)), layout="constrained")
    axes = figure.subplots()
    axes.barh(range(len(drawn)), [habit.count for habit in drawn], color=BLUE)
    axes.set_yticks(range(len(drawn)), [f"{_shown(h.typed)} → {_shown(h.read)}" for h in drawn])
    axes.set_xlabel("times (expected)")
    axes.set_title("typed → read")
    return figure
