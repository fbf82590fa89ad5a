"""Suggestions against gold errors: whether the right one is there, and at which rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from align.corrections import compatible, rewrite
from align.evaluate.calibration import Calibration
from align.evaluate.choice_matching import reaches, truth_edits
from align.evaluate.gold_errors import GoldError
from align.evaluate.overlap import THRESHOLD, FlagOverlap, flag_overlaps
from align.evaluate.prf import ratio
from align.flag import Flag
from align.text.span import Span

RANKS = (1, 3, 5)


@dataclass(frozen=True)
class CorrectionScore:
    """How many errors are corrected by rank; adding two scores pools their documents.

    Attributes:
        errors: Gold errors, found or not.
        corrected: Rank -> errors that one of so many first suggestions corrects.
        calibration: Of every suggestion of the flags that are scored.
    """

    errors: int = 0
    corrected: Mapping[int, int] = field(default_factory=dict)
    calibration: Calibration = Calibration()

    def __add__(self, other: CorrectionScore) -> CorrectionScore:
        return CorrectionScore(
            self.errors + other.errors,
            {rank: self.corrected.get(rank, 0) + other.corrected.get(rank, 0) for rank in RANKS},
            self.calibration + other.calibration,
        )

    def rate(self, rank: int) -> float | None:
        """Fraction 0-1 of all errors that one of the first ``rank`` suggestions corrects."""
        return ratio(self.corrected.get(rank, 0), self.errors)

    def to_json(self) -> dict[str, object]:
        """All figures, as values that ``json.dumps`` takes."""
        return {
            "errors": self.errors,
            "corrected": {
                str(rank): {"count": self.corrected.get(rank, 0), "rate": self.rate(rank)} for rank in RANKS
            },
            "calibration": self.calibration.to_json(),
        }


@dataclass(frozen=True)
class _Group:
    """Flags and the gold errors that they overlap; no other flag overlaps these errors."""

    flags: tuple[Flag, ...]
    gold: tuple[GoldError, ...]

    @property
    def errors(self) -> int:
        """How many of the gold errors are scored."""
        return sum(error.counts for error in self.gold)

    @property
    def window(self) -> Span:
        """The stretch of the raw file that holds all of them."""
        places = [span for flag in self.flags for span in flag.spans]
        places += [error.span for error in self.gold]
        return Span(min(place.start for place in places), max(place.stop for place in places))

    def truth(self, raw: str) -> str:
        """The true text of the window."""
        window = self.window
        edits = truth_edits(self.gold)
        here = {Span(span.start - window.start, span.stop - window.start): edits[span] for span in edits}
        return rewrite(window.of(raw), here)

    def reaches(self, raw: str, choices: Mapping[Span, Sequence[str]]) -> bool:
        """Whether some choice of alternatives gives the true text."""
        return reaches(raw, self.window, choices, self.truth(raw))


def score_correction(raw: str, flags: Collection[Flag], gold: Sequence[GoldError]) -> CorrectionScore:
    """Flags of kinds ``ocr.…`` and confidence .5 or more against the gold errors that are scored.

    An error is corrected at rank *k* where all flags over it, each replaced by one of its first *k*
    suggestions, give the true text there (ё as е, white space folded). Of flags that overlap each other those
    are used that :func:`align.corrections.compatible` keeps, so that rank 1 is what applying the flags does.
    Errors under one flag are corrected together or not at all.

    Args:
        raw: The raw file.
        flags: Flags of this file.
        gold: Its errors.
    """
    certain = [one for one in flag_overlaps(flags, gold) if one.flag.confidence >= THRESHOLD]
    groups = list(_groups(certain))
    false_alarms = [one.flag for one in certain if not one.errors and not one.ignored]
    outcomes = [(suggestion.confidence, False) for flag in false_alarms for suggestion in flag.suggestions]
    outcomes += [outcome for group in groups for outcome in _outcomes(raw, group)]
    corrected = {rank: sum(one.errors for one in groups if _corrects(raw, one, rank)) for rank in RANKS}
    return CorrectionScore(sum(error.counts for error in gold), corrected, Calibration(tuple(outcomes)))


def _groups(overlaps: Sequence[FlagOverlap]) -> Iterator[_Group]:
    """The connected groups of flags and gold errors that hold an error which is scored."""
    flagged: dict[GoldError, list[FlagOverlap]] = defaultdict(list)
    for overlap in overlaps:
        for error in (*overlap.errors, *overlap.others):
            flagged[error].append(overlap)
    seen: set[GoldError] = set()
    for first in flagged:
        if first not in seen and first.counts:
            group = _connected(first, flagged)
            seen.update(group.gold)
            yield group


def _connected(first: GoldError, flagged: Mapping[GoldError, Sequence[FlagOverlap]]) -> _Group:
    """All flags and gold errors that overlap, directly or through others, with ``first``."""
    flags: dict[int, Flag] = {}
    gold: set[GoldError] = set()
    queue = [first]
    while queue:
        error = queue.pop()
        if error not in gold:
            gold.add(error)
            flags |= {id(overlap.flag): overlap.flag for overlap in flagged[error]}
            queue += [near for overlap in flagged[error] for near in (*overlap.errors, *overlap.others)]
    return _Group(tuple(flags.values()), tuple(gold))


def _corrects(raw: str, group: _Group, rank: int) -> bool:
    """Whether the flags, each replaced by one of its first ``rank`` suggestions, give the true text."""
    choices: dict[Span, Sequence[str]] = {}
    for flag in compatible(group.flags):
        choices |= _choices(flag, [suggestion.text for suggestion in flag.suggestions[:rank]])
    return bool(choices) and group.reaches(raw, choices)


def _outcomes(raw: str, group: _Group) -> Iterator[tuple[float, bool]]:
    """Each suggestion's confidence, and whether it gives the true text with some choice for other flags."""
    applied = compatible(group.flags)
    for flag in group.flags:
        others: dict[Span, Sequence[str]] = {}
        for other in applied:
            if not any(one.overlaps(two) for one in flag.spans for two in other.spans):
                others |= _choices_or_text(raw, other)
        for suggestion in flag.suggestions:
            yield suggestion.confidence, group.reaches(raw, others | _choices(flag, [suggestion.text]))


def _choices(flag: Flag, texts: Sequence[str]) -> dict[Span, Sequence[str]]:
    """The texts at the flag's first span, nothing at its others."""
    return {flag.spans[0]: texts} | dict.fromkeys(flag.spans[1:], ("",))


def _choices_or_text(raw: str, flag: Flag) -> dict[Span, Sequence[str]]:
    """Any suggestion of the flag, or the text as the OCR read it."""
    choices = _choices(flag, [suggestion.text for suggestion in flag.suggestions])
    return {span: (*texts, span.of(raw)) for span, texts in choices.items()}
