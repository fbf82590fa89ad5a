"""The check of negations: a sentence that denies on one side only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.check.context import CheckContext
from align.check.denial import denial
from align.check.line import Line
from align.embed.encoder import Encoder
from align.flag import Flag
from align.lang import registry
from align.lang.negation import Negation

MIN_LOG_ODDS = -0.1
"""Log-odds of a lost negation from which it is marked."""

CONFIDENCE = 0.7


def lost_negations(context: CheckContext) -> Iterator[Flag]:
    """A sentence that denies on one side and affirms on the other.

    Idioms (``не только``, ``no doubt``) and questions do not deny.
    """
    source, target = (registry.language(code).negation for code in context.languages)
    if source is None or target is None:
        return
    for pair in context.pairs:
        for (line, other), own, others in zip(pair.sides, (source, target), (target, source), strict=True):
            negator = _lost_not_only(line, other, own, others)
            negator = negator or _lost_negator(line, other, own, others, context.encoder)
            if negator is not None:
                side = "translation" if line.side == "source" else "original"
                reason = f"“{negator.group()}” makes this a denial; nothing in the {side} does."
                yield line.flag(negator.start(), negator.end(), "check.negation", CONFIDENCE, reason)


def _lost_not_only(line: Line, other: Line, own: Negation, others: Negation) -> re.Match[str] | None:
    """A *not only* of which the other side has *only*."""
    not_only, text = own.not_only.search(line.certain), other.with_corrections
    return not_only if others.only.search(text) and not others.not_only.search(text) else None


def _lost_negator(
    line: Line, other: Line, own: Negation, others: Negation, encoder: Encoder | None
) -> re.Match[str] | None:
    """The first negator of a line that the other side has probably lost."""
    found = denial(line, other, own, others)
    if found is None:
        return None
    if encoder is None:
        implicit = others.implicit_negation.search(other.with_corrections)
        return None if implicit else found.negators[0]
    return found.negators[0] if found.features(encoder).log_odds() >= MIN_LOG_ODDS else None
