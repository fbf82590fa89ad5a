"""Suggestions against gold errors: was the right reading there, and how far down the list."""

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
    """How many of the errors are corrected by rank; adding two scores pools their documents.

    ``calibration``: every suggestion of the flags that count, its confidence and whether it was right.
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
        """Fraction 0-1 of all errors, found or not, that one of the first ``rank`` suggestions mends."""
        return ratio(self.corrected.get(rank, 0), self.errors)

    def to_json(self) -> dict[str, object]:
        """All of it, ready for ``json.dumps``."""
        return {
            "errors": self.errors,
            "corrected": {
                str(rank): {"count": self.corrected.get(rank, 0), "rate": self.rate(rank)} for rank in RANKS
            },
            "calibration": self.calibration.to_json(),
        }


@dataclass(frozen=True)
class _Group:
    """Flags and the stretches they lie over, such that no other flag lies over these stretches."""

    flags: tuple[Flag, ...]
    stretches: tuple[GoldError, ...]

    @property
    def errors(self) -> int:
        return sum(stretch.counts for stretch in self.stretches)

    @property
    def window(self) -> Span:
        places = [span for flag in self.flags for span in flag.spans]
        places += [stretch.span for stretch in self.stretches]
        return Span(min(place.start for place in places), max(place.stop for place in places))

    def truth(self, raw: str) -> str:
        """What should stand in the window."""
        window = self.window
        edits = truth_edits(self.stretches)
        here = {Span(span.start - window.start, span.stop - window.start): edits[span] for span in edits}
        return rewrite(window.of(raw), here)

    def reaches(self, raw: str, choices: Mapping[Span, Sequence[str]]) -> bool:
        return reaches(raw, self.window, choices, self.truth(raw))


def score_correction(raw: str, flags: Collection[Flag], gold: Sequence[GoldError]) -> CorrectionScore:
    """Flags of kinds ``ocr.…`` and confidence ≥ .5 against the stretches that count.

    A stretch is corrected at rank *k* when every flag over it, read as one of its first *k*
    suggestions, together give the truth there (ё as е, white space folded). Flags that contend for a
    character are resolved as :func:`align.corrections.apply` does. Where a flag lies over several
    stretches they are corrected together or not at all. At rank 1 this is what applying does.
    """
    sure = [touch for touch in flag_overlaps(flags, gold) if touch.flag.confidence >= THRESHOLD]
    groups = list(_groups(sure))
    astray = [touch.flag for touch in sure if not touch.errors and not touch.ignored]
    outcomes = [(suggestion.confidence, False) for flag in astray for suggestion in flag.suggestions]
    outcomes += [outcome for group in groups for outcome in _outcomes(raw, group)]
    return CorrectionScore(
        errors=sum(stretch.counts for stretch in gold),
        corrected={rank: sum(group.errors for group in groups if _mends(raw, group, rank)) for rank in RANKS},
        calibration=Calibration(tuple(outcomes)),
    )


def _groups(sure: Sequence[FlagOverlap]) -> Iterator[_Group]:
    over: dict[GoldError, list[FlagOverlap]] = defaultdict(list)
    for touch in sure:
        for stretch in (*touch.errors, *touch.others):
            over[stretch].append(touch)
    seen: set[GoldError] = set()
    for first in over:
        if first in seen or not first.counts:
            continue
        members: dict[int, Flag] = {}
        edge = [first]
        mine: set[GoldError] = set()
        while edge:
            stretch = edge.pop()
            if stretch not in mine:
                mine.add(stretch)
                members |= {id(touch.flag): touch.flag for touch in over[stretch]}
                edge += [near for touch in over[stretch] for near in (*touch.errors, *touch.others)]
        seen |= mine
        yield _Group(tuple(members.values()), tuple(mine))


def _mends(raw: str, group: _Group, rank: int) -> bool:
    """Whether the flags that hold their ground, each read as one of its first ``rank``, give the truth."""
    choices: dict[Span, Sequence[str]] = {}
    for flag in compatible(group.flags):
        choices |= _choices(flag, [suggestion.text for suggestion in flag.suggestions[:rank]])
    return bool(choices) and group.reaches(raw, choices)


def _outcomes(raw: str, group: _Group) -> Iterator[tuple[float, bool]]:
    """Of each suggestion whether it is right: it gives the truth, given the right readings beside it."""
    standing = compatible(group.flags)
    for flag in group.flags:
        beside: dict[Span, Sequence[str]] = {}
        for other in standing:
            if not any(mine.overlaps(its) for mine in flag.spans for its in other.spans):
                beside |= _or_left(raw, other)
        for suggestion in flag.suggestions:
            yield suggestion.confidence, group.reaches(raw, beside | _choices(flag, [suggestion.text]))


def _choices(flag: Flag, texts: Sequence[str]) -> dict[Span, Sequence[str]]:
    """The readings at the flag's first span, nothing at its others."""
    return {flag.spans[0]: texts} | dict.fromkeys(flag.spans[1:], ("",))


def _or_left(raw: str, flag: Flag) -> dict[Span, Sequence[str]]:
    """Any reading of the flag, or the text as it stands."""
    choices = _choices(flag, [suggestion.text for suggestion in flag.suggestions])
    return {span: (*texts, span.of(raw)) for span, texts in choices.items()}
