"""Beads -> flags of kinds ``check.…``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from align.alignment.bead import Alignment
from align.check.context import check_context
from align.check.line_builder import LineBuilder
from align.check.registry import CHECKS
from align.check.term import read_glossary
from align.embed.encoder import Encoder
from align.errors import InputError
from align.flag import Flag
from align.text.sentence import Sentence


@dataclass(frozen=True)
class CheckConfig:
    """Settings of the checks.

    Attributes:
        off: Names of checks that do not run, see :data:`align.check.registry.CHECKS`.
        glossary: A table of terms, see :mod:`align.check.term`.
        min_confidence: Flags less sure than this (fraction 0-1) are not reported.

    Raises:
        InputError: ``off`` has an unknown name.
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
) -> Iterator[tuple[Flag, ...]]:
    """What a proof-reader of the translation would mark, check by check.

    Args:
        source: Sentences of the original.
        target: Sentences of the translation.
        alignment: Their beads.
        encoder: Turns text into vectors; without it the checks that compare meaning do less.
        languages: Of the original and of the translation, ISO 639-1.
        flags: Flags of the OCR. What they doubt is compared as it was read and as they would correct it.
        config: Settings.

    Yields:
        The flags of each check that is not off.

    Raises:
        InputError: The glossary cannot be read.
    """
    sides = (
        LineBuilder.of("source", languages[0], source, flags),
        LineBuilder.of("target", languages[1], target, flags),
    )
    terms = read_glossary(config.glossary) if config.glossary else ()
    context = check_context(sides, alignment, terms, encoder)
    for name, check in CHECKS.items():
        if name not in config.off:
            yield tuple(flag for flag in check.run(context) if flag.confidence >= config.min_confidence)
