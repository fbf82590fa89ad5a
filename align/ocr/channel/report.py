"""The confusion table of a document, for people: which character was read as which, and how often.

It is counted over the flags; each first suggestion counts as much as it is sure.
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

MAX_CHARACTERS = 40
"""Characters of a suggestion beyond which its letters are not compared."""
MAX_BARS = 25
BLUE = "#0072B2"


@dataclass(frozen=True, order=True)
class ConfusionEntry:
    """``typed`` was read as ``read`` ``count`` times (expected), of ``occurrences`` of what was typed.

    One of the two texts may be empty: a lost character, or an added one. ``occurrences`` is ``None`` for
    added characters.
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
    """The misreadings of one side, the commonest first. ``text``: of the side, as the OCR gave it."""
    edits: Counter[Edit] = Counter()
    for flag in flags:
        best = flag.suggestions[0] if flag.kind.startswith("ocr.") and flag.suggestions else None
        if best is not None:
            for edit in misreadings(best.text, flag.text):
                edits[edit] += best.confidence  # type: ignore[assignment]  # expected counts
    found = [
        ConfusionEntry(
            round(count, 2), typed, read, _occurrences(typed, read, text, count) if typed else None
        )
        for (typed, read), count in edits.items()
    ]
    return tuple(sorted(found, key=lambda entry: (-entry.count, entry.typed, entry.read)))


@lru_cache(maxsize=1 << 16)
def misreadings(typed: str, read: str) -> tuple[Edit, ...]:
    """The edits that change one text into the other, in order; none for a long text."""
    if max(len(typed), len(read)) > MAX_CHARACTERS:
        return ()
    return tuple(edit for edit in prior_channel().best_edits(typed, read) if edit[0] != edit[1])


def _occurrences(typed: str, read: str, text: str, count: float) -> int:
    """How often a text was typed: as often as it was read, without the misreadings themselves."""
    return max(text.count(typed) + round(count) * (typed not in read), 1)


def as_text(found: Sequence[ConfusionEntry]) -> str:
    """A table: what was typed, what was read, how often, of how many."""
    lines = ["typed  read  times     of  share"]
    for entry in found:
        of = "—" if entry.occurrences is None else str(entry.occurrences)
        share = "—" if entry.share is None else f"{100 * entry.share:.0f} %"
        lines.append(
            f"{_shown(entry.typed):5}  {_shown(entry.read):4}  {entry.count:5.1f}  {of:>5}  {share:>5}"
        )
    return "\n".join(lines) + "\n"


def _shown(text: str) -> str:
    """A text with signs for the space and for no text."""
    return text.replace(" ", "␣") or "∅"


def plot_confusions(found: Sequence[ConfusionEntry]) -> Figure:
    """The commonest confusions as bars, the longest on top; the figure is not tied to a window."""
    from matplotlib.figure import Figure

    drawn = list(found[:MAX_BARS])[::-1]
    figure = Figure(figsize=(6, 1.2 + 0.28 * len(drawn)), layout="constrained")
    axes = figure.subplots()
    axes.barh(range(len(drawn)), [entry.count for entry in drawn], color=BLUE)
    axes.set_yticks(range(len(drawn)), [f"{_shown(h.typed)} → {_shown(h.read)}" for h in drawn])
    axes.set_xlabel("times (expected)")
    axes.set_title("typed → read")
    return figure
