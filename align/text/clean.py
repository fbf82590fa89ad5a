"""Raw section -> running text: an ordered list of named rules over traced text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from align.errors import InputError
from align.lang.frequency import WordFrequency
from align.text.document import Document, Side
from align.text.edit import Edit, Excluded, Move, Shift, apply, shift
from align.text.rule_input import RuleInput
from align.text.rules.breaks import close_words, join_lines, join_pages, join_paragraphs
from align.text.rules.furniture import page_furniture, page_numbers, running_heads, security_stamps
from align.text.rules.handwriting import handwriting
from align.text.rules.markup import byte_order_mark, markup
from align.text.rules.order import reading_order
from align.text.rules.space import white_space
from align.text.rules.stamp import numbers_in_words, vertical_stamps
from align.text.trace import TracedText

__all__ = ["RULES", "CleanConfig", "Cleaned", "Excluded", "Move", "clean"]

Rule = Callable[[RuleInput], Iterable[Edit | Shift]]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "byte-order-mark": byte_order_mark,
        "markup": markup,
        "page-furniture": page_furniture,
        "vertical-stamps": vertical_stamps,
        "security-stamps": security_stamps,
        "page-numbers": page_numbers,
        "running-heads": running_heads,
        "handwriting": handwriting,
        "numbers-in-words": numbers_in_words,
        "reading-order": reading_order,
        "hyphens": close_words,
        "page-breaks": join_pages,
        "line-breaks": join_lines,
        "paragraphs": join_paragraphs,
    }
)
"""In this order, each over what the ones before left."""


@dataclass(frozen=True)
class CleanConfig:
    """``off``: names of rules that do not run."""

    off: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        unknown = sorted(self.off - RULES.keys())
        if unknown:
            raise InputError(f"unknown cleaning rule {unknown[0]!r}; the rules are {', '.join(RULES)}")


@dataclass(frozen=True, eq=False)
class Cleaned:
    """Running text, paragraphs separated by one newline; what was set aside; what was moved."""

    text: TracedText
    aside: tuple[Excluded, ...] = ()
    moves: tuple[Move, ...] = ()


def clean(
    document: Document, side: Side, config: CleanConfig = CleanConfig(), familiar: WordFrequency | None = None
) -> Cleaned:
    """The running text of one side of a document.

    ``familiar`` says how common a word is; without it only the document's own words tell whether
    the halves of a broken word belong together.
    """
    text = _sections(document, side)
    aside: list[Excluded] = []
    moves: list[Move] = []
    page = RuleInput(text.text, familiar)
    for rule in (*(rule for name, rule in RULES.items() if name not in config.off), white_space):
        found = list(rule(page))
        if found:
            text = _edited(text, found, aside, moves)
            page = RuleInput(text.text, familiar)
    return Cleaned(text, tuple(sorted(aside, key=lambda entry: entry.span)), tuple(moves))


def _sections(document: Document, side: Side) -> TracedText:
    """All sections of a side, a blank line between two."""
    pieces: list[TracedText] = []
    for span in document.spans(side):
        if pieces:
            nowhere = np.full(2, span.start, dtype=np.int32)
            pieces.append(TracedText("\n\n", nowhere, nowhere.copy()))
        pieces.append(TracedText.of(document.raw, span))
    return TracedText.join(pieces)


def _edited(
    text: TracedText, found: list[Edit | Shift], aside: list[Excluded], moves: list[Move]
) -> TracedText:
    """The text after one rule; what it set aside and moved is added to the lists."""
    text, lost = apply(text, [edit for edit in found if isinstance(edit, Edit)])
    aside += lost
    for movement in (one for one in found if isinstance(one, Shift)):
        text, moved = shift(text, movement)
        moves += moved
    return text
