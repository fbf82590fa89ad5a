"""The text for reading: both sides with their corrections, in paragraphs, without what cleaning set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from align.export.export_set import ExportedFiles, ExportSet
from align.review.place import Place, Spans
from align.review.segments import shown
from align.text.document import SIDE_NAMES, Side
from align.text.paragraphs import paragraph_starts

ReadSentence = tuple[Spans, str]
"""A sentence's raw places, and its text with the corrections."""


def clean(export_set: ExportSet) -> ExportedFiles:
    """``.clean.original.txt`` and ``.clean.translation.txt``: a paragraph a line, a blank line between two.

    Stamps, archive heads, page numbers and markup are left out, lines are joined, and text that was read out
    of turn stands in its place.
    """
    files = {}
    for text in export_set.review.bitext.texts:
        starts = paragraph_starts(text.document, text.side, text.language)
        found = paragraphs(export_set, text.side, starts)
        files[f".clean.{SIDE_NAMES[text.side]}.txt"] = "\n\n".join(found) + "\n" if found else ""
    return ExportedFiles({part: content.encode() for part, content in files.items()})


def paragraphs(export_set: ExportSet, side: Side, starts: Collection[int]) -> list[str]:
    """The paragraphs of one side.

    Args:
        export_set: The rows; their sentences stand in reading order.
        side: Source or target.
        starts: Where the paragraphs of the file begin. A passage that a reviewer brought back is a paragraph.
    """
    restored = export_set.review.state.restored
    numbered: list[tuple[int, str]] = []
    apart = True
    for spans, text in _sentences(export_set, side):
        alone = any(place.overlaps(Place(side, spans)) for place in restored)
        begins = apart or alone or spans[0].start in starts
        numbered.append((len(numbered) if begins else numbered[-1][0], text))
        apart = alone
    groups = groupby(numbered, key=lambda entry: entry[0])
    return [text for text in (_joined([one for _, one in group]) for _, group in groups) if text]


def _sentences(export_set: ExportSet, side: Side) -> Iterator[ReadSentence]:
    for row in export_set.rows:
        for spans, segments in row.cells[side].sentences:
            yield spans, shown(segments)


def _joined(sentences: Sequence[str]) -> str:
    """Sentences in one line; one that a correction emptied leaves no gap."""
    return " ".join(" ".join(sentences).split())
