"""How the engine read one token: a plain value, without places on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class GlyphChoice(NamedTuple):
    """What else a glyph may be, and how sure the engine is of it, 0-1."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadGlyph:
    """One glyph of a token.

    Attributes:
        text: Its characters in the token.
        confidence: Of the engine, 0-1; ``None`` where it gives none.
        choices: What else it may be, the likeliest first; the text itself may be among them.
    """

    text: str
    confidence: float | None = None
    choices: tuple[GlyphChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class TokenReading:
    """How the engine read a token.

    Attributes:
        confidence: Of its least sure word, 0-1; ``None`` where the engine gives none.
        glyphs: Their texts joined are the token; none where the engine gives none.
        others: Other readings of the whole token, one of each further look at the picture.
    """

    confidence: float | None = None
    glyphs: tuple[ReadGlyph, ...] = ()
    others: tuple[str, ...] = ()


SentenceReading = tuple[TokenReading | None, ...]
"""Of each token of a sentence; ``None`` where it stands on no page."""
