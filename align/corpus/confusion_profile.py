"""Which letters of the originals of a collection were read as which, and how often."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from align.corpus.collection_part import CollectionPart, groups
from align.corpus.worst_places import SURE
from align.ocr.channel.report import ConfusionEntry, misreadings

FLAGS = 200_000
"""Flags whose letters are compared, at most; they are taken at equal distances from all partitions."""
CODE_POINTS = 0x110000


class ConfusionProfile:
    """Counts misreadings by the flags of originals; each counts as much as its first suggestion is sure.

    Args:
        parts: How many partitions are counted.
    """

    def __init__(self, parts: int) -> None:
        self._quota = max(FLAGS // max(parts, 1), 1)
        self._edits: dict[tuple[str, str], float] = {}
        self._letters = np.zeros(CODE_POINTS, dtype=np.int64)
        self.compared, self.flags = 0, 0

    def add(self, part: CollectionPart) -> None:
        """Count the misreadings and the letters of a partition."""
        self._count_letters(part)
        found = _first_suggestions(part)
        step = -(-len(found) // self._quota)
        taken = found.take(np.arange(0, len(found), step)) if step > 1 else found
        self.flags, self.compared = self.flags + len(found), self.compared + len(taken)
        for row in groups(taken, ["text", "typed"], "confidence"):
            times = row["confidence"] * len(found) / len(taken)
            for edit in misreadings(row["typed"], row["text"]):
                self._edits[edit] = self._edits.get(edit, 0.0) + times

    def entries(self) -> tuple[ConfusionEntry, ...]:
        """The misreadings, the commonest first; only of single letters it is known how often they occur."""
        found = [
            ConfusionEntry(round(count, 2), typed, read, self._occurrences(typed, read, count))
            for (typed, read), count in self._edits.items()
        ]
        return tuple(sorted(found, key=lambda entry: (-entry.count, entry.typed, entry.read)))

    def _count_letters(self, part: CollectionPart) -> None:
        sentences = part.columns("sentences", "side", "text")
        texts = sentences.filter(pc.equal(sentences["side"], "source"))["text"].to_pylist()
        code_points = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32)
        self._letters += np.bincount(code_points, minlength=CODE_POINTS)

    def _occurrences(self, typed: str, read: str, count: float) -> int | None:
        """How often a letter was typed: as often as it was read, and as often as it was misread so."""
        if len(typed) != 1:
            return None
        return max(int(self._letters[ord(typed)]) + round(count) * (typed not in read), 1)


def _first_suggestions(part: CollectionPart) -> pa.Table:
    """``text``, ``typed`` and ``confidence``: what was read, and the first suggestion where it is sure."""
    flags = part.columns("flags", "side", "kind", "text", "suggestions")
    wanted = pc.and_(pc.equal(flags["side"], "source"), pc.starts_with(flags["kind"], "ocr."))
    flags = flags.filter(pc.and_(wanted, pc.greater(pc.list_value_length(flags["suggestions"]), 0)))
    best = pc.list_element(flags["suggestions"], 0)
    found = pa.table(
        {
            "text": flags["text"],
            "typed": pc.struct_field(best, "text"),
            "confidence": pc.struct_field(best, "confidence"),
        }
    )
    return found.filter(pc.greater_equal(found["confidence"], SURE))
