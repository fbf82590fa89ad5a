"""Beads -> flags of kinds ``check.…``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from align.alignment.bead import Alignment
from align.check.context import CheckContext, LineBuilder, check_context
from align.check.date import days
from align.check.doubled import doubled, renderings
from align.check.glossary import glossary
from align.check.marks import brackets, dashes, quotes
from align.check.name import swapped
from align.check.negation import negations
from align.check.number import numbers
from align.check.omission import additions, lengths, omissions
from align.check.spelling import spellings
from align.check.term import read_glossary
from align.embed.encoder import Encoder
from align.errors import InputError
from align.flag import Flag
from align.text.sentence import Sentence

Check = Callable[[CheckContext], Iterator[Flag]]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "numbers": numbers,
        "dates": days,
        "names": swapped,
        "name-spellings": spellings,
        "omissions": omissions,
        "additions": additions,
        "lengths": lengths,
        "negations": negations,
        "brackets": brackets,
        "quotes": quotes,
        "dashes": dashes,
        "doubled": doubled,
        "renderings": renderings,
        "glossary": glossary,
    }
)
"""Name -> what looks; each alone, in this order."""


@dataclass(frozen=True)
class CheckConfig:
    """``off``: names of checks that do not run. ``glossary``: a table of terms, see :mod:`align.check.term`.

    ``min_confidence``: flags less sure than this (fraction 0-1) are not reported.
    """

    off: frozenset[str] = field(default_factory=frozenset)
    glossary: Path | None = None
    min_confidence: float = 0.5

    def __post_init__(self) -> None:
        unknown = sorted(self.off - CHECKS.keys())
        if unknown:
            raise InputError(f"unknown check {unknown[0]!r}; the checks are {', '.join(CHECKS)}")


def find_checks(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    alignment: Alignment,
    encoder: Encoder | None = None,
    *,
    languages: tuple[str, str],
    flags: Sequence[Flag] = (),
    config: CheckConfig = CheckConfig(),
) -> tuple[Flag, ...]:
    """What a proof-reader would mark; ``flags``: of the OCR, whose doubts count as read and as mended."""
    readers = (
        LineBuilder.of("source", languages[0], source, flags),
        LineBuilder.of("target", languages[1], target, flags),
    )
    terms = read_glossary(config.glossary) if config.glossary else ()
    read = check_context(readers, alignment, terms, encoder)
    found = [flag for name, check in CHECKS.items() if name not in config.off for flag in check(read)]
    return tuple(flag for flag in found if flag.confidence >= config.min_confidence)
