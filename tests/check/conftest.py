"""Small bitexts for the checks: pairs of lines, flags as ``kind: text``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from align.alignment.bead import Alignment, Bead
from align.check.run import CheckConfig, find_checks
from align.embed.encoder import Encoder
from align.flag import Flag
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

Pairs = Sequence[tuple[str, str]]


@pytest.fixture
def flags() -> Callable[..., list[Flag]]:
    """Check pairs of lines, an empty one for nothing; ``/`` stands between the sentences of a line."""

    def check(
        pairs: Pairs,
        *,
        off: Sequence[str] = (),
        glossary: Path | None = None,
        languages: tuple[str, str] = ("ru", "en"),
        ocr: Sequence[Flag] = (),
        encoder: Encoder | None = None,
    ) -> list[Flag]:
        beads, counts = [], [0, 0]
        sides: tuple[list[Sentence], list[Sentence]] = ([], [])
        for pair in pairs:
            ranges = []
            for side, line in enumerate(pair):
                texts = [text.strip() for text in line.split("/") if text.strip()]
                ranges.append(range(counts[side], counts[side] + len(texts)))
                for text in texts:
                    sides[side].append(Sentence(counts[side], TracedText.of(text, Span(0, len(text)))))
                    counts[side] += 1
            beads.append(Bead(ranges[0], ranges[1], 0.8, 0.95))
        return [
            flag
            for found in find_checks(
                *sides,
                Alignment(tuple(beads), counts[0], counts[1]),
                encoder,
                languages=languages,
                flags=ocr,
                config=CheckConfig(frozenset(off), glossary),
            )
            for flag in found
        ]

    return check


@pytest.fixture
def marked(flags: Callable[..., list[Flag]]) -> Callable[..., list[str]]:
    """The same as ``kind: text``."""

    def check(*pairs: tuple[str, str], **given: object) -> list[str]:
        return [f"{flag.kind.removeprefix('check.')}: {flag.text}" for flag in flags(pairs, **given)]

    return check
