"""The figures of documents, group by group, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ocr_cases import Case

from align.evaluate.calibration import Calibration
from align.evaluate.report import ErrorScore, score_errors
from align.lang.lexicon import Lexicon
from align.ocr.decoder import DecodingResult
from align.ocr.report.flags import FlagMaker
from align.ocr.reranker import LogLinearReranker

LEAST = 0.02
"""Flags less sure than this are no flags: their calibration would hide that of the others."""
HEAD = (
    "group          documents errors      P      R     F1  first  third  CER cut  worst"
    "  ECE flags  ECE sugg.  false/1000"
)


def scored(case: Case, result: DecodingResult, lexicon: Lexicon, weights: LogLinearReranker) -> ErrorScore:
    """The flags of one document against its errors."""
    maker = FlagMaker(result, case.source, "source", lexicon, weights, case.languages[1])
    raised = list(maker.flags(LEAST))
    words = len(case.raw.split())
    return score_errors(case.raw, raised, case.wrong, words=words, truth=case.truth, furniture=case.aside)


def table(groups: Mapping[str, Sequence[ErrorScore]]) -> str:
    """A line for each group; ``worst``: edits that applying added to the worst of its documents."""
    return "\n".join([HEAD, *(_line(name, groups[name]) for name in sorted(groups))]) + "\n"


def _line(name: str, scores: Sequence[ErrorScore]) -> str:
    whole = sum(scores[1:], start=scores[0])
    counts, correction = whole.detection.counts, whole.correction
    worst = max(score.characters.after - score.characters.before for score in scores)
    figures = (counts.precision, counts.recall, counts.f1, correction.rate(1), correction.rate(3))
    return (
        f"{name:15}{len(scores):9}{correction.errors:7}"
        + "".join(f"{value:7.3f}" if value is not None else "      —" for value in figures)
        + f"{whole.characters.cut or 0:9.3f}{worst:7}"
        + f"{_error(whole.detection.calibration):11.3f}{_error(correction.calibration):11.3f}"
        + f"{whole.detection.false_alarms or 0:12.1f}"
    )


def _error(calibration: Calibration) -> float:
    return calibration.error or 0.0
