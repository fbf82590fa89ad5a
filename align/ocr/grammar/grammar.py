"""The grammar of Russian: dictionary, tagger, tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Self

from align.ocr.grammar.expectation import TagExpectation
from align.ocr.grammar.government import Government
from align.ocr.grammar.morphology import Analyzer, Form, forms
from align.ocr.grammar.tagger import Tagger


@dataclass(frozen=True, eq=False)
class Grammar:
    """``tagger`` and ``expectation`` are ``None`` without the models of the ``natasha`` wheel.

    ``forms``: what a word of the dictionary can be; nothing for other words.
    """

    forms: Callable[[str], tuple[Form, ...]]
    tagger: Tagger | None
    expectation: TagExpectation | None
    government: Government

    @classmethod
    def build(cls, analyzer: Analyzer, tagger: Tagger | None, government: Government, tags: Path) -> Self:
        """``tags``: the table of how often the tagger expects what."""
        expectation = TagExpectation.load(tagger.tags, tags) if tagger is not None else None
        return cls(lru_cache(65536)(partial(forms, analyzer)), tagger, expectation, government)
