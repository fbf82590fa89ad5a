"""Raw text of one side -> running text: an ordered list of named rules over traced text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from align.errors import InputError
from align.lang.frequency import WordFrequency
from align.text.document import Document, Side
from align.text.edit import Excluded, Move, Shift, TextEdit, apply, shift
from align.text.page_lines import LineEnds, line_ends
from align.text.rule_input import RuleInput
from align.text.rules.breaks import join_lines, join_pages, join_paragraphs
from align.text.rules.characters import code_points, entities
from align.text.rules.debris import debris
from align.text.rules.footnotes import footnote_heads, footnote_order, footnotes
from align.text.rules.furniture import page_furniture, security_stamps
from align.text.rules.handwriting import handwriting
from align.text.rules.hyphens import close_words
from align.text.rules.letter_spacing import letter_spacing
from align.text.rules.markup import byte_order_mark, markup
from align.text.rules.order import reading_order
from align.text.rules.page_kinds import asides, page_kinds
from align.text.rules.page_marks import page_marks
from align.text.rules.page_numbers import page_numbers
from align.text.rules.page_paragraphs import page_paragraphs
from align.text.rules.running_heads import running_heads
from align.text.rules.space import white_space
from align.text.rules.stamp import numbers_in_words, vertical_stamps
from align.text.trace import TracedText

__all__ = ["RULES", "CleanConfig", "Cleaned", "CleaningRule", "Excluded", "Move", "clean"]


@dataclass(frozen=True)
class CleaningRule:
    """One step of cleaning.

    Attributes:
        name: As ``--off`` and :class:`CleanConfig` take it.
        label: What it does, for people.
        function: The text that the rules before left -> edits and moves of it.
    """

    name: str
    label: str
    function: Callable[[RuleInput], Iterable[TextEdit | Shift]]


RULES: tuple[CleaningRule, ...] = (
    CleaningRule(
        "page-kinds",
        "excludes blocks of a page that its reader marks as marginal notes, stamps, page numbers and such",
        page_kinds,
    ),
    CleaningRule("byte-order-mark", "excludes U+FEFF", byte_order_mark),
    CleaningRule("entities", "reads entities of HTML as the characters that they stand for", entities),
    CleaningRule(
        "code-points",
        "reads decomposed letters, ligatures, hyphens and line breaks in other code points as usual ones, "
        "excludes control characters",
        code_points,
    ),
    CleaningRule("markup", "excludes tags of HTML and marks of Markdown", markup),
    CleaningRule("page-marks", "excludes marks of pages that an editor wrote into the text", page_marks),
    CleaningRule("page-furniture", "excludes what digital archives print on each page", page_furniture),
    CleaningRule("vertical-stamps", "excludes stamps that were read letter by letter", vertical_stamps),
    CleaningRule(
        "security-stamps", "excludes classifications and copy numbers on page ends", security_stamps
    ),
    CleaningRule(
        "running-heads", "excludes lines on page ends that are repeated, also misread", running_heads
    ),
    CleaningRule("page-numbers", "excludes page numbers", page_numbers),
    CleaningRule("debris", "excludes lines that hold no words, as an OCR reads them in pictures", debris),
    CleaningRule("handwriting", "excludes scraps of handwriting and stamps", handwriting),
    CleaningRule("numbers-in-words", "excludes a stamp's number inside a word", numbers_in_words),
    CleaningRule("footnotes", "excludes the signs of footnotes that stand below the text", footnotes),
    CleaningRule("footnote-order", "moves footnotes behind the text", footnote_order),
    CleaningRule("footnote-heads", "excludes the sign before each footnote", footnote_heads),
    CleaningRule("reading-order", "moves a line that was read out of turn back to its place", reading_order),
    CleaningRule(
        "page-paragraphs",
        "parts paragraphs that are indented on a page, closes blank lines inside one",
        page_paragraphs,
    ),
    CleaningRule("letter-spacing", "joins words with a space between all letters", letter_spacing),
    CleaningRule("hyphens", "joins words that were hyphenated at a line's end", close_words),
    CleaningRule("page-breaks", "joins sentences and words across page ends", join_pages),
    CleaningRule("line-breaks", "joins the lines of a paragraph", join_lines),
    CleaningRule("paragraphs", "joins sentences across blank lines", join_paragraphs),
)
"""In this order, each on the text that the rules before it left; white space is always cleaned last."""


@dataclass(frozen=True)
class CleanConfig:
    """``off``: names of rules that do not run. Raises :class:`InputError` for an unknown name."""

    off: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        names = [rule.name for rule in RULES]
        unknown = sorted(self.off - set(names))
        if unknown:
            raise InputError(f"unknown cleaning rule {unknown[0]!r}; the rules are {', '.join(names)}")


@dataclass(frozen=True, eq=False)
class Cleaned:
    """``text``: running text, one newline between paragraphs; what was excluded; what was moved."""

    text: TracedText
    excluded: tuple[Excluded, ...] = ()
    moves: tuple[Move, ...] = ()


def clean(
    document: Document,
    side: Side,
    config: CleanConfig = CleanConfig(),
    frequency: WordFrequency | None = None,
    language: str = "und",
) -> Cleaned:
    r"""The running text of one side of a document.

    Args:
        document: The raw file and its sections.
        side: The side whose sections are cleaned.
        config: Which rules run.
        frequency: A word -> its Zipf frequency. Without it only the document's own words decide whether
            the halves of a broken word belong together.
        language: ISO 639-1; its words with a hyphen keep it at a line's end.

    Returns:
        Each character of the text knows its raw place; the raw text that is not in it is in ``excluded``,
        but for white space.

    Example:
        >>> from align.text.document import Section
        >>> from align.text.span import Span
        >>> raw = "Он ушёл.\n\n- 2 -\n\nОна осталась."
        >>> document = Document("letter.txt", raw, (Section("source", Span(0, len(raw))),))
        >>> clean(document, "source").text.text
        'Он ушёл.\nОна осталась.'
    """
    text = _sections(document, side)
    excluded: list[Excluded] = []
    moves: list[Move] = []
    functions = [rule.function for rule in RULES if rule.name not in config.off]
    ends = line_ends(document.facsimile) if document.facsimile else LineEnds()
    set_aside = asides(document.facsimile, text)
    given = RuleInput(text.text, frequency, language, _places(text, ends), set_aside)
    for function in (*functions, white_space):
        found = list(function(given))
        if found or given.aside:
            text = _edited(text, found, excluded, moves)
            given = RuleInput(text.text, frequency, language, _places(text, ends))
    return Cleaned(text, tuple(sorted(excluded, key=lambda entry: entry.span)), tuple(moves))


def _places(text: TracedText, ends: LineEnds) -> LineEnds:
    """The ends and beginnings of lines in offsets of the text instead of raw ones."""
    full, wrapped = (_offsets(text.stops, text, raw, 1) for raw in (ends.full, ends.wrapped))
    return LineEnds(full, wrapped, _offsets(text.starts, text, ends.indented, 0))


def _offsets(places: NDArray[np.int32], text: TracedText, raw: frozenset[int], step: int) -> frozenset[int]:
    """Where characters stand that begin or end at raw offsets; with ``step`` 1 the offsets behind them."""
    if not raw:
        return frozenset()
    found = np.flatnonzero(np.isin(places, sorted(raw)) & (text.stops > text.starts)) + step
    return frozenset(found.tolist())


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
    text: TracedText, found: list[TextEdit | Shift], excluded: list[Excluded], moves: list[Move]
) -> TracedText:
    """The text after one rule; what it excluded and moved is added to the lists."""
    text, removed = apply(text, [edit for edit in found if isinstance(edit, TextEdit)])
    excluded += removed
    for movement in (one for one in found if isinstance(one, Shift)):
        text, moved = shift(text, movement)
        moves += moved
    return text
