"""How well the glyphs that an engine saw give another text than the one it settled on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from align.ocr.doubt.token_reading import ReadGlyph

FLOOR = 0.01
"""Confidence that is added to each, so that none is zero."""
FULL = 0.999
"""Confidence beyond which a glyph is no surer."""
UNLISTED, LOST, SPACE = 6.0, 5.0, 1.0
"""Costs of a character that the engine does not name, of a glyph or a character alone, of a space."""
CACHE_SIZE = 1 << 16
"""Pairs of a token and a text that are kept."""


@dataclass(frozen=True, slots=True)
class GlyphFit:
    """What a text changes of the glyphs of a token.

    Attributes:
        chosen: Log odds of the choices that the text takes against what was read, summed, in nats.
        unlisted: Glyphs for which the engine does not name what the text has there.
        lost: Glyphs that the text does not have, and characters that have no glyph; spaces not counted.
        sure: How sure the engine is of the glyphs that the text changes, summed, in nats.
        doubt_left: How unsure it is of the least sure glyph that the text leaves as it is, in nats.
    """

    chosen: float = 0.0
    unlisted: int = 0
    lost: int = 0
    sure: float = 0.0
    doubt_left: float = 0.0


@lru_cache(maxsize=CACHE_SIZE)
def glyph_fit(glyphs: tuple[ReadGlyph, ...], text: str) -> GlyphFit:
    """Align a text with the glyphs of a token by the cheapest changes.

    Example:
        >>> from align.ocr.doubt.token_reading import GlyphChoice
        >>> read = ReadGlyph("г", 0.88, (GlyphChoice("х", 0.94), GlyphChoice("г", 0.6)))
        >>> glyph_fit((ReadGlyph("о", 0.99), read), "ох").unlisted
        0
        >>> glyph_fit((ReadGlyph("о", 0.99), read), "ом").unlisted
        1
    """
    first = _common(glyphs, text)
    rest, wanted = glyphs[first:], text[first:] if first else text
    last = _common(rest[::-1], wanted[::-1])
    kept = (*glyphs[:first], *rest[len(rest) - last :])
    middle = rest[: len(rest) - last]
    changes = _changes(middle, wanted[: len(wanted) - last])
    left = [*kept, *(glyph for glyph, one in changes if glyph is not None and one == glyph.text)]
    changed = [(glyph, one) for glyph, one in changes if glyph is None or one != glyph.text]
    pairs = [(glyph, one) for glyph, one in changed if glyph is not None and one]
    values = [_odds(glyph, one) for glyph, one in pairs]
    return GlyphFit(
        sum(value for value in values if value is not None),
        sum(value is None for value in values),
        sum(not one and glyph is not None and glyph.text != " " for glyph, one in changed)
        + sum(glyph is None and one != " " for glyph, one in changed),
        sum(sureness(glyph) for glyph, _ in changed if glyph is not None and glyph.text != " "),
        max((-sureness(glyph) for glyph in left if glyph.confidence is not None), default=-sureness(None)),
    )


def sureness(glyph: ReadGlyph | None) -> float:
    """How sure the engine is of a glyph: minus the logarithm of its doubt, in nats."""
    if glyph is None or glyph.confidence is None:
        return -log(1 - FULL)
    return -log(1 - min(glyph.confidence, FULL))


def _common(glyphs: Sequence[ReadGlyph], text: str) -> int:
    """How many glyphs of one character the text begins with, as they were read."""
    count = 0
    for glyph, one in zip(glyphs, text, strict=False):
        if glyph.text != one:
            break
        count += 1
    return count


def _confidence(glyph: ReadGlyph, text: str) -> float | None:
    """How sure the engine is that a glyph is a text; ``None`` where it does not name it."""
    return next((choice.confidence for choice in glyph.choices if choice.text == text), None)


def _odds(glyph: ReadGlyph, text: str) -> float | None:
    """Log odds of a choice against what was read; ``None`` where the engine gives it no confidence."""
    confidence, own = _confidence(glyph, text), _confidence(glyph, glyph.text)
    if not confidence:
        return None
    return log((confidence + FLOOR) / ((glyph.confidence or 0.0 if own is None else own) + FLOOR))


def _cost(glyph: ReadGlyph, text: str) -> float:
    if glyph.text == text:
        return 0.0
    if " " in (glyph.text, text):
        return 2 * UNLISTED
    odds = _odds(glyph, text)
    return UNLISTED if odds is None else max(0.5, 1.5 - odds)


def _changes(glyphs: Sequence[ReadGlyph], text: str) -> list[tuple[ReadGlyph | None, str]]:
    """Glyphs with the characters in their place; ``None`` and ``""`` where one of the two has none."""
    if not glyphs or not text:
        return [(glyph, "") for glyph in glyphs] + [(None, one) for one in text]
    if len(glyphs) == len(text) == 1:
        return [(glyphs[0], text)]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(glyphs) + 1):
        for j in range(len(text) + 1):
            if i or j:
                best[i, j] = min(_steps(best, glyphs, text, (i, j)))
    return _way_back(best, glyphs, text)


Best = dict[tuple[int, int], tuple[float, tuple[int, int]]]


def _steps(
    best: Best, glyphs: Sequence[ReadGlyph], text: str, at: tuple[int, int]
) -> list[tuple[float, tuple[int, int]]]:
    """The costs of the ways to a cell, each with the cell before it."""
    i, j = at
    found = []
    if i and j:
        found.append((best[i - 1, j - 1][0] + _cost(glyphs[i - 1], text[j - 1]), (i - 1, j - 1)))
        length = len(glyphs[i - 1].text)
        if 1 < length <= j and text[j - length : j] == glyphs[i - 1].text:
            found.append((best[i - 1, j - length][0], (i - 1, j - length)))
    if i:
        found.append((best[i - 1, j][0] + (SPACE if glyphs[i - 1].text == " " else LOST), (i - 1, j)))
    if j:
        found.append((best[i, j - 1][0] + (SPACE if text[j - 1] == " " else LOST), (i, j - 1)))
    return found


def _way_back(best: Best, glyphs: Sequence[ReadGlyph], text: str) -> list[tuple[ReadGlyph | None, str]]:
    at, found = (len(glyphs), len(text)), list[tuple[ReadGlyph | None, str]]()
    while at != (0, 0):
        i, j = best[at][1]
        found.append((glyphs[i] if i < at[0] else None, text[j : at[1]]))
        at = i, j
    return found[::-1]
