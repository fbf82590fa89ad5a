"""What a language gives to read with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from align.embed.encoder import Encoder
from align.lang import lexicon
from align.lang.lexicon import Lexicon
from align.ocr import grammar, lm, reranker
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.grammar import Grammar
from align.ocr.lm import LanguageModel

if TYPE_CHECKING:
    from align.ocr.lm.cloze import ClozeLm
    from align.ocr.translation.matcher import Matcher


@dataclass(frozen=True, eq=False)
class LanguageResources:
    """What a language gives to read with. ``masked``: the user's own model of its context.

    ``matcher``: for the embedded encoder's vectors.
    """

    indexes: FormIndexes
    context: LanguageModel | None
    grammar: Grammar | None
    gap: ClozeLm | None
    matcher: Matcher | None
    languages: tuple[str, str]
    encoder: Encoder | None
    masked: LanguageModel | None = None

    @property
    def lexicon(self) -> Lexicon:
        """The words of the first language."""
        return self.indexes.lexicon


def load(languages: tuple[str, str], encoder: Encoder | None, masked: str | None = None) -> LanguageResources:
    """What there is for the first of two languages, the second being its translation's.

    ``masked``: a masked language model of the first, by name or folder.
    """
    from align.ocr.lm import cloze  # brings torch
    from align.ocr.translation import matcher

    own = languages[0]
    return LanguageResources(
        FormIndexes(lexicon.load(own)),
        lm.load(own),
        grammar.load(own),
        cloze.load(own),
        matcher.load(languages),
        languages,
        encoder,
        None if masked is None else lm.load(own, masked),
    )


@cache
def _alone(languages: tuple[str, str], masked: str | None) -> LanguageResources:
    return load(languages, None, masked)


def load_cached(
    languages: tuple[str, str], encoder: Encoder | None, masked: str | None = None
) -> LanguageResources:
    """As :func:`load`, once in the life of a process: for those that do nothing else."""
    return replace(_alone(languages, masked), encoder=encoder)


def reranker_for(tools: LanguageResources, stage: str) -> reranker.LogLinearReranker:
    """The weights of a stage, fitted apart for languages without a grammar."""
    return reranker.load(stage if tools.grammar is not None else f"{stage}-plain")
