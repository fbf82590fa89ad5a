"""The figures of one review for the quality report: counts, which add up to those of the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from rapidfuzz.distance import Levenshtein

from align.export.collect import collect_rows
from align.folder.document_review import DocumentReview
from align.review.doubts import Doubt
from align.review.place import Place
from align.review.row import Row
from align.review.session import Review
from align.review.sureness import sureness
from align.text.document import SIDES, Side


@dataclass(frozen=True)
class QualityFigures:
    """Counts of one document or of several; adding two pools them.

    Attributes:
        sentences: Of the original and the translation together.
        pairs: Rows with both sides, by how sure the pairing is: ``sure``, ``likely``, ``look``.
        unpaired: Rows with one side only.
        found: Doubts by kind.
        open: Those of them that nobody answered.
        corrections: Corrections in force, by who made them.
        characters: Characters of the original's sentences; none of a text that stands alone: without a
            translation beside it, too few of its errors are found for an estimate.
        wrong_before: How many of them were wrong as received, estimated: the edits (Levenshtein, 1966) of all
            corrections of misreadings, and of each open doubt about one as many as its best suggestion makes,
            times its probability.
        wrong_after: The same as it stands: the open doubts' part of it.
        left: Rows that still need review.
        later: Rows that a reviewer put off.
        aside: Passages that were taken for page numbers, stamps and the like, and are not in the table.
    """

    sentences: int = 0
    pairs: Counter[str] = field(default_factory=Counter)
    unpaired: int = 0
    found: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    corrections: Counter[str] = field(default_factory=Counter)
    characters: int = 0
    wrong_before: float = 0.0
    wrong_after: float = 0.0
    left: int = 0
    later: int = 0
    aside: int = 0

    def __add__(self, other: QualityFigures) -> QualityFigures:
        names = [one.name for one in fields(self)]
        return QualityFigures(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def sure(self) -> float | None:
        """Fraction 0-1 of the pairs that are sure; ``None`` without pairs."""
        total = self.pairs.total()
        return self.pairs["sure"] / total if total else None

    @property
    def rate_before(self) -> float | None:
        """Estimated fraction 0-1 of characters that were wrong as received; ``None`` without text."""
        return self.wrong_before / self.characters if self.characters else None

    @property
    def rate_after(self) -> float | None:
        """Likewise as it stands."""
        return self.wrong_after / self.characters if self.characters else None


def quality_figures(found: DocumentReview) -> QualityFigures:
    """The figures of a document; all 0 where it was not read yet."""
    review = found.review
    if review is None:
        return QualityFigures()
    doubts = list(review.doubts.every(review.state))
    paired_texts = len(review.bitext.texts) == len(SIDES)
    corrected = float(sum(_corrected_characters(review, "source"))) if paired_texts else 0.0
    read = [doubt for doubt in doubts if paired_texts and doubt.flag.side == "source"]
    still_wrong = float(sum(map(_expected_edits, read)))
    paired = [row for row in review.rows if row.pairing.source and row.pairing.target]
    return QualityFigures(
        sentences=sum(len(row.side(side)) for row in review.rows for side in SIDES),
        pairs=Counter(map(_sureness, paired)),
        unpaired=len(review.rows) - len(paired),
        found=Counter(doubt.flag.kind for doubt in doubts),
        open=Counter(doubt.flag.kind for doubt in doubts if doubt.open),
        corrections=_correctors(found, review),
        characters=sum(_original_size(review, row) for row in review.rows) if paired_texts else 0,
        wrong_before=corrected + still_wrong,
        wrong_after=still_wrong,
        left=len(review.left),
        later=sum(row.later for row in review.rows),
        aside=sum(len(text.excluded) for text in review.bitext.texts) - len(review.state.restored),
    )


def _original_size(review: Review, row: Row) -> int:
    return len(review.state.text("source", row.side("source")))


def _sureness(row: Row) -> str:
    """``sure`` also where a reviewer confirmed the row; ``look`` where the pairing is in doubt."""
    word = "sure" if row.status == "confirmed" else sureness(row)
    return word if word in {"sure", "likely"} else "look"


def _correctors(found: DocumentReview, review: Review) -> Counter[str]:
    made = collect_rows(review, found.entries)
    return Counter(one.by or "unknown" for row in made.rows for one in row.corrections)


def _corrected_characters(review: Review, side: Side) -> Iterator[int]:
    """Of each correction of a misreading on one side, how many characters it changes."""
    for place, verdict in review.state.verdicts.items():
        if place.side == side and verdict.text is not None and _is_misreading(review, place):
            yield Levenshtein.distance(_folded(review.state.quote(place)), _folded(verdict.text))


def _is_misreading(review: Review, place: Place) -> bool:
    """Whether a correction is of the OCR's errors: a doubt says so, or there is none."""
    kinds = [doubt.flag.kind for doubt in review.doubts.at(review.state, place)]
    return not kinds or any(kind.startswith("ocr.") for kind in kinds)


def _expected_edits(doubt: Doubt) -> float:
    """How many characters are wrong in an open doubt about a misreading, as the program expects; else 0."""
    flag = doubt.flag
    if not doubt.open or not flag.kind.startswith("ocr."):
        return 0.0
    best = flag.suggestions[0].text if flag.suggestions else None
    edits = 1 if best is None else Levenshtein.distance(_folded(flag.text), _folded(best))
    return flag.confidence * edits


def _folded(text: str) -> str:
    return " ".join(text.split())
