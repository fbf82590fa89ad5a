"""What a language gives to read with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from align.embed.encoder import Encoder
from align.ocr import context, fusion, grammar, lexicon
from align.ocr.context import ContextModel
from align.ocr.grammar import Grammar
from align.ocr.lexicon import Lexicon

if TYPE_CHECKING:
    from align.ocr.context.gap import GapModel
    from align.ocr.translation.matcher import Matcher


@dataclass(frozen=True, eq=False)
class Tools:
    """What a language gives to read with. ``masked``: the user's own model of its context.

    ``matcher``: for the embedded encoder's vectors.
    """

    lexicon: Lexicon
    context: ContextModel | None
    grammar: Grammar | None
    gap: GapModel | None
    matcher: Matcher | None
    languages: tuple[str, str]
    encoder: Encoder | None
    masked: ContextModel | None = None


def load(languages: tuple[str, str], encoder: Encoder | None, masked: str | None = None) -> Tools:
    """What there is for the first of two languages, the second being its translation's.

    ``masked``: a masked language model of the first, by name or folder.
    """
    from align.ocr.context import gap  # brings torch
    from align.ocr.translation import matcher

    own = languages[0]
    return Tools(
        lexicon.load(own),
        context.load(own),
        grammar.load(own),
        gap.load(own),
        matcher.load(languages),
        languages,
        encoder,
        None if masked is None else context.load(own, masked),
    )


@cache
def _alone(languages: tuple[str, str], masked: str | None) -> Tools:
    return load(languages, None, masked)


def kept(languages: tuple[str, str], encoder: Encoder | None, masked: str | None = None) -> Tools:
    """As :func:`load`, once in the life of a process: for those that do nothing else."""
    return replace(_alone(languages, masked), encoder=encoder)


def weights(tools: Tools, stage: str) -> fusion.Fusion:
    """The weights of a stage, fitted apart for languages without a grammar."""
    return fusion.load(stage if tools.grammar is not None else f"{stage}-plain")
