"""A result against gold files: all scores, as JSON and as text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.alignment.bead import Alignment
from align.bitext import Bitext
from align.errors import InputError
from align.evaluate.beads import BeadScore, score_alignment, score_anchors
from align.evaluate.characters import CharacterScore, score_characters, truth_of
from align.evaluate.correction import CorrectionScore, score_correction
from align.evaluate.detection import DetectionScore, score_detection
from align.evaluate.gold_beads import check_anchors, read_gold_align, read_gold_anchors, read_text
from align.evaluate.gold_errors import GoldError, check_gold, read_furniture, read_gold_errors
from align.evaluate.table import bead_table, error_table
from align.flag import Flag
from align.text.side_text import SideText
from align.text.span import Span


@dataclass(frozen=True)
class ErrorScore:
    """Scores of flags, of suggestions, and of the text with suggestions applied; adding two pools them."""

    detection: DetectionScore = DetectionScore()
    correction: CorrectionScore = CorrectionScore()
    characters: CharacterScore = CharacterScore()

    def __add__(self, other: ErrorScore) -> ErrorScore:
        return ErrorScore(
            self.detection + other.detection,
            self.correction + other.correction,
            self.characters + other.characters,
        )


@dataclass(frozen=True)
class Report:
    """The scores; ``None`` where there was no gold. ``remarks``: lines on the gold, for people."""

    beads: BeadScore | None = None
    errors: ErrorScore | None = None
    remarks: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """All figures, as values that ``json.dumps`` takes; the caller adds the signature."""
        errors = self.errors
        return {
            "beads": self.beads and self.beads.to_json(),
            "detection": errors and errors.detection.to_json(),
            "correction": errors and errors.correction.to_json(),
            "characters": errors and errors.characters.to_json(),
            "remarks": list(self.remarks),
        }

    def to_text(self) -> str:
        """The tables, one below the other."""
        tables = [bead_table(self.beads)] if self.beads else []
        if self.errors:
            tables.append(error_table(self.errors.detection, self.errors.correction, self.errors.characters))
        if self.remarks:
            tables.append("\n".join(self.remarks))
        return "\n\n".join(tables)


def evaluate_sentences(alignment: Alignment, gold: Path) -> Report:
    """An alignment of two files with one sentence a line, against ``gold.align``.

    Raises:
        ReadError: The gold cannot be read.
        InputError: It is the gold of other files.
    """
    read = read_gold_align(gold, (alignment.n_source, alignment.n_target))
    return Report(beads=score_alignment(read, alignment), remarks=read.remarks)


def evaluate_bitext(
    bitext: Bitext,
    *,
    beads: Path | None = None,
    errors: Path | None = None,
    truth: Path | None = None,
    furniture: Path | None = None,
) -> Report:
    """A bitext against gold for raw files.

    Args:
        bitext: Made with flags of every confidence.
        beads: Anchors (``beads.json``).
        errors: OCR errors (``errors.tsv``) of the source's file; where the target stands in the same file,
            its flags are scored too.
        truth: The text as it was typed, for the character error rate; by default it follows from ``errors``.
        furniture: Places of page furniture (``aside.tsv``), which the character error rate leaves out.

    Raises:
        ReadError: A gold file cannot be read.
        InputError: It is the gold of another file.

    Example:
        >>> report = evaluate_bitext(bitext, beads=Path("beads.json"))  # doctest: +SKIP
        >>> report.beads.strict.f1  # doctest: +SKIP
        1.0
    """
    return Report(
        beads=_beads(bitext, beads) if beads else None,
        errors=_errors(bitext, errors, truth, furniture) if errors else None,
    )


def score_errors(
    raw: str,
    flags: Collection[Flag],
    gold: Sequence[GoldError],
    *,
    words: int,
    truth: str | None = None,
    furniture: Sequence[Span] = (),
) -> ErrorScore:
    """The flags of one raw file against its gold errors; ``words``: how many the file has."""
    check_gold(raw, gold)
    return ErrorScore(
        score_detection(flags, gold, tokens=words),
        score_correction(raw, flags, gold),
        score_characters(raw, flags, truth_of(raw, gold, furniture) if truth is None else truth, furniture),
    )


def _beads(bitext: Bitext, path: Path) -> BeadScore:
    gold = read_gold_anchors(path)
    lengths = [len(text.document.raw) if text else 0 for text in (bitext.source, bitext.target)]
    check_anchors(path, gold, (lengths[0], lengths[1]))
    source, target = (text.sentences if text else () for text in (bitext.source, bitext.target))
    return score_anchors(gold, source, target, bitext.alignment)


def _errors(bitext: Bitext, errors: Path, truth: Path | None, furniture: Path | None) -> ErrorScore:
    if bitext.source is None:
        raise InputError(f"{errors}: gold errors are of the source, and this bitext has only a target")
    document = bitext.source.document
    scored: list[SideText] = [text for text in bitext.texts if text.document is document]
    sides = {text.side for text in scored}
    return score_errors(
        document.raw,
        [flag for flag in bitext.flags if flag.side in sides],
        read_gold_errors(errors),
        words=sum(len(sentence.text.split()) for text in scored for sentence in text.sentences),
        truth=read_text(truth) if truth else None,
        furniture=read_furniture(furniture) if furniture else (),
    )
