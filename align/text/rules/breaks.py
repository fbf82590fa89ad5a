"""Line, paragraph and page breaks inside a sentence or a word are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput, TextLine, continues_sentence, ends_sentence
from align.text.rules.line_starts import counts_on, ends_before_name, is_item, opens_sentence
from align.text.rules.words import WORD, first_word, is_one_word, last_word

ATTACHED = re.compile(r"[,;:!?)»…]|\.(?!\.)|-(?=[^\W\d_])")
"""What follows a word without a space: closing marks, the hyphen of ``кто-то``."""

MIN_UNFINISHED = 40
"""A longer line without an end of sentence goes on behind a page break."""

SMALL_WORD, MAX_SMALL_WORD = 6.35, 5
"""Zipf frequency and letters of the words that no heading ends with: articles, prepositions, conjunctions."""

MIN_TITLE_WORD, MIN_TITLE_WORDS = 4, 3
"""Letters of a word that has a capital letter in a title, and how many such words show that it is one."""

LONGEST = 1.4
"""How many times as long as most lines the longest is that no word joined to the next."""

MAX_OVER, MAX_RAGGED = 4, 2
"""Code points by which a line is longer than the width; by which a line with a divided word is shorter."""

MIN_PAIRS = 3
"""Pairs of lines from which the width of a text is found."""

MIN_WIDTH = 25
"""Code points of the narrowest column; lines of a head are shorter."""

MAX_SHORT = 5
"""Of so many breaks at most one may stand behind a short line inside a sentence."""


def join_pages(given: RuleInput) -> Iterator[TextEdit]:
    """A sentence or a word that goes on behind a page break."""
    for before, after in _line_pairs(given):
        if PAGE_BREAK not in given.text[before.stop : after.start]:
            continue
        if ATTACHED.match(after.text):
            yield TextEdit(before.stop, after.start, "")
        elif continues_sentence(after.text):
            left, right = last_word(before.text), first_word(after.text)
            inside = is_one_word(given, left, right, prior=-0.5)
            yield TextEdit(before.stop, after.start, "" if inside else " ")
        elif not ends_sentence(before.text) and len(before.text) > MIN_UNFINISHED:
            yield TextEdit(before.stop, after.start, " ")


def join_lines(given: RuleInput) -> Iterator[TextEdit]:
    """Lines of one paragraph: the break stands where the line was full, or inside a sentence."""
    pairs = [pair for pair in _line_pairs(given) if _newlines(given, *pair) == 1]
    width = _width(pairs)
    if width is None and not given.placed.full and _one_a_line(given, pairs):
        return
    margin = None if width is not None else _margin(given, pairs)
    for before, after in pairs:
        is_full = before.stop in given.placed.full or (width is not None and _is_full(before, after, width))
        full = is_full and _is_one_paragraph(given, before, after)
        wraps = margin is not None and _is_wrapped(given, before, after, margin)
        if full or wraps or _runs_on(given, before.text, after.text):
            yield TextEdit(before.stop, after.start, " ")


def _is_one_paragraph(given: RuleInput, before: TextLine, after: TextLine) -> bool:
    """Whether a full line can go on in the next: no item begins there, no heading ends."""
    if is_item(before.text, after.text, given.language) or before.text.isupper() != after.text.isupper():
        return False
    if ends_sentence(before.text) or _is_unfinished(given, before.text):
        return True
    return not (opens_sentence(after.text, given.language) or _is_title(before.text))


def _is_title(text: str) -> bool:
    """Whether all long words of a line have a capital letter: ``Fire Destroys Three Warehouses``."""
    words = [word for word in WORD.findall(text) if len(word) >= MIN_TITLE_WORD]
    several = len(words) >= MIN_TITLE_WORDS and not text.endswith(",")
    return several and all(word[0].isupper() for word in words)


def join_paragraphs(given: RuleInput) -> Iterator[TextEdit]:
    """A sentence that goes on behind a blank line."""
    for before, after in _line_pairs(given):
        if (
            _newlines(given, before, after) > 1
            and not _is_heading(before.text)
            and _continues(given, before, after)
        ):
            yield TextEdit(before.stop, after.start, " ")


def _continues(given: RuleInput, before: TextLine, after: TextLine) -> bool:
    if ends_sentence(before.text):
        return False
    goes_on = continues_sentence(after.text) or _is_unfinished(given, before.text)
    return goes_on and not is_item(before.text, after.text, given.language)


def _is_heading(text: str) -> bool:
    """A line in capitals, as in the head of a telegram: no sentence goes on behind it."""
    return text.isupper()


def _line_pairs(given: RuleInput) -> Iterator[tuple[TextLine, TextLine]]:
    return pairwise(given.lines)


def _newlines(given: RuleInput, before: TextLine, after: TextLine) -> int:
    """Newlines between two lines; 0 across a page break, which :func:`join_pages` handles."""
    between = given.text[before.stop : after.start]
    return 0 if PAGE_BREAK in between else between.count("\n")


def _runs_on(given: RuleInput, before: str, after: str) -> bool:
    """Whether a sentence goes on from the end of ``before`` to ``after``."""
    if is_item(before, after, given.language):
        return False
    goes_on = continues_sentence(after) or _is_dashed(after) or counts_on(before, after, given.language)
    goes_on = goes_on or _is_unfinished(given, before)
    return (
        (goes_on and not ends_sentence(before))
        or ends_before_name(before, after, given.language)
        or _is_bridged(before, after)
    )


def _is_unfinished(given: RuleInput, text: str) -> bool:
    """Whether a line ends with a small word, after which a sentence goes on: ``гостей из``, ``mit dem``."""
    word = last_word(text)
    is_inside = word.islower() or ends_sentence(text.removesuffix(word))
    is_small = is_inside and len(word) <= MAX_SMALL_WORD and len(text) >= MIN_WIDTH
    return is_small and given.frequency is not None and given.zipf(word) >= SMALL_WORD


def _is_bridged(before: str, after: str) -> bool:
    """Whether a bracket opens near the end of ``before`` and closes near the beginning of ``after``."""
    end, head = before[-80:], after[:80]
    return any(
        end.rfind(left) > end.rfind(right) and 0 <= head.find(right) < (head.find(left) % 1000)
        for left, right in ("()", "[]")
    )


def _is_dashed(text: str) -> bool:
    """A hyphen or dash before a small letter."""
    return text[:1] in "-–—" and text[1:].lstrip()[:1].islower()


def _width(pairs: list[tuple[TextLine, TextLine]]) -> int | None:
    """The width that lines were wrapped to, in code points; ``None`` where they were not wrapped.

    Lines are wrapped where at two thirds of the breaks the next word would not have fitted, and most lines
    that are not full end a sentence, as the last line of a paragraph does. Where many words were divided at
    line ends, lines are joined by now that were not the longest.
    """
    if len(pairs) < MIN_PAIRS:
        return None
    lengths = sorted(len(before.text) for before, _ in pairs)
    widths = [lengths[int(len(lengths) * 0.95)]]
    longest = _usual(lengths) * LONGEST
    single = [length for length in lengths if length <= longest]
    if len(lengths) - len(single) >= MIN_PAIRS:
        widths.append(single[int(len(single) * 0.95)])
    return next((width for width in widths if _is_wrapped_to(pairs, width)), None)


def _usual(lengths: Sequence[int]) -> int:
    """The length of lines, of all ascending ones, up to which two fifths of the text stand."""
    so_far = accumulate(lengths)
    return next(length for length, sum_ in zip(lengths, so_far, strict=True) if sum_ * 5 >= sum(lengths) * 2)


def _is_wrapped_to(pairs: list[tuple[TextLine, TextLine]], width: int) -> bool:
    """Whether lines were wrapped to a width."""
    full = [_is_full(before, after, width) for before, after in pairs]
    short = sum(
        not is_full and not ends_sentence(before.text)
        for (before, _), is_full in zip(pairs, full, strict=True)
    )
    wrapped = sum(full) * 3 >= len(pairs) * 2 and short * MAX_SHORT <= len(pairs)
    return wrapped and width >= MIN_WIDTH


def _margin(given: RuleInput, pairs: list[tuple[TextLine, TextLine]]) -> int | None:
    """The width of text that was wrapped between many short lines, as in a letter or a page of news.

    It shows where a sentence certainly goes on: nearly all of those lines are full.
    """
    inside = [(before, after) for before, after in pairs if _is_inside(given, before, after)]
    if len(inside) < MIN_PAIRS:
        return None
    width = max(len(before.text) for before, _ in pairs)
    full = sum(_is_full(before, after, width) for before, after in inside)
    return width if full * MAX_SHORT >= len(inside) * (MAX_SHORT - 1) and width >= MIN_WIDTH else None


def _is_inside(given: RuleInput, before: TextLine, after: TextLine) -> bool:
    """Whether a sentence goes on: with a small letter, or behind a small word."""
    if ends_sentence(before.text):
        return False
    return continues_sentence(after.text) or _is_unfinished(given, before.text)


def _is_wrapped(given: RuleInput, before: TextLine, after: TextLine, width: int) -> bool:
    """Whether a full line without an end goes on in a line of text, one that is long or ends a sentence."""
    if ends_sentence(before.text) or not _is_full(before, after, width):
        return False
    is_text = ends_sentence(after.text) or len(after.text) * 3 > width * 2
    return is_text and _is_one_paragraph(given, before, after)


def _is_full(before: TextLine, after: TextLine, width: int) -> bool:
    """Whether the next word would not have fitted on the line, or on the last of those joined to it."""
    joined = max(-(-len(before.text) // (width + MAX_OVER)), 1) - 1
    next_word = len(after.text.split(None, 1)[0])
    return len(before.text) + 1 + next_word > width * (joined + 1) - MAX_RAGGED * joined


def _one_a_line(given: RuleInput, pairs: list[tuple[TextLine, TextLine]]) -> bool:
    """Whether the text has one sentence a line: of 20 breaks or more, under a tenth are inside a sentence."""
    inside = sum(_runs_on(given, before.text, after.text) for before, after in pairs)
    return len(pairs) >= 20 and inside * 10 < len(pairs)
