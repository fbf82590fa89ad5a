"""Where a line, a paragraph or a page ended inside a sentence or a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from align.text.edit import PAGE, Edit
from align.text.rule_input import RuleInput, TextLine, continues_sentence, ends
from align.text.rules.words import first_word, is_one_word, last_word

HYPHEN = re.compile(r"(?<=[^\W\d_])([-\u2010\u00ad¬])(\s+)(?=[^\W\d_])")
SOFT = re.compile(r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])")
CONJUNCTIONS = re.compile("и|или|либо|а|но|да|and|or|und|oder|bis|et|ou|y|o|e")
"""Before these a hyphen stands for a word's other half: ``пяти- и шестилетний``."""

CLOSES = re.compile(r"[,;:!?)»…]|\.(?!\.)|-(?=[^\W\d_])")
"""What stands close to the word before it: marks that close, the hyphen of ``кто-то``."""

POINT = re.compile(r"(?:[^\W\d_]|[ivx]{2,4}|\d{1,3})[.)]\s|[-–—•*]\s")
"""How a point of a list begins, small letter or not."""


def close_words(page: RuleInput) -> Iterator[Edit]:
    """``япон-`` at a line's end and ``ского``: one word; ``пяти-`` and ``шести``: one with its hyphen."""
    for match in SOFT.finditer(page.text):
        yield Edit(match.start(), match.end(), "", "line-end hyphen")
    for match in HYPHEN.finditer(page.text):
        left = last_word(page.text[max(0, match.start() - 40) : match.start()])
        right = first_word(page.text[match.end() : match.end() + 40])
        if not right[0].islower() or CONJUNCTIONS.fullmatch(right):
            continue
        if is_one_word(page, left, right, prior=2.5):
            yield Edit(match.start(), match.end(), "", "line-end hyphen")
        elif "\n" in match.group(2) or PAGE in match.group(2):
            yield Edit(match.start(2), match.end(2), "")


def join_pages(page: RuleInput) -> Iterator[Edit]:
    """A sentence, or a word, that runs on over a page's border."""
    for before, after in _neighbours(page):
        if PAGE not in page.text[before.stop : after.start]:
            continue
        if CLOSES.match(after.text):
            yield Edit(before.stop, after.start, "")
        elif continues_sentence(after.text):
            left, right = last_word(before.text), first_word(after.text)
            inside = is_one_word(page, left, right, prior=-0.5)
            yield Edit(before.stop, after.start, "" if inside else " ")
        elif not ends(before.text) and len(before.text) > 40:
            yield Edit(before.stop, after.start, " ")


def join_lines(page: RuleInput) -> Iterator[Edit]:
    """Lines of one paragraph: broken where the line was full, or inside a sentence."""
    pairs = [pair for pair in _neighbours(page) if _newlines(page, *pair) == 1]
    width = _width(pairs)
    if width is None and _one_a_line(pairs):
        return
    for before, after in pairs:
        full = width is not None and _is_full(before, after, width) and not POINT.match(after.text)
        if full or _runs_on(before.text, after.text):
            yield Edit(before.stop, after.start, " ")


def join_paragraphs(page: RuleInput) -> Iterator[Edit]:
    """A sentence that runs on over a blank line."""
    for before, after in _neighbours(page):
        if _newlines(page, before, after) > 1 and not _is_heading(before.text) and _continues(before, after):
            yield Edit(before.stop, after.start, " ")


def _continues(before: TextLine, after: TextLine) -> bool:
    return continues_sentence(after.text) and not ends(before.text) and not POINT.match(after.text)


def _is_heading(text: str) -> bool:
    """A line in capitals, as a telegram's head has them: what follows is not its sentence."""
    return text.isupper()


def _neighbours(page: RuleInput) -> Iterator[tuple[TextLine, TextLine]]:
    return pairwise(page.lines)


def _newlines(page: RuleInput, before: TextLine, after: TextLine) -> int:
    """Newlines between two lines; a page's border counts as none of them."""
    between = page.text[before.stop : after.start]
    return 0 if PAGE in between else between.count("\n")


def _runs_on(before: str, after: str) -> bool:
    """Whether the sentence at the end of ``before`` can only go on in ``after``."""
    if POINT.match(after):
        return False
    return (not ends(before) and (continues_sentence(after) or _is_dashed(after))) or _is_bridged(
        before, after
    )


def _is_bridged(before: str, after: str) -> bool:
    """Whether a bracket opens at the end of ``before`` and closes at the head of ``after``."""
    end, head = before[-80:], after[:80]
    return any(
        end.rfind(left) > end.rfind(right) and 0 <= head.find(right) < (head.find(left) % 1000)
        for left, right in ("()", "[]")
    )


def _is_dashed(text: str) -> bool:
    """A hyphen glued to a small letter."""
    return text[:1] in "-–—" and text[1:2].islower()


def _width(pairs: list[tuple[TextLine, TextLine]]) -> int | None:
    """The width that lines were wrapped to, in code points; ``None`` where they were not.

    Wrapped: at most breaks inside a paragraph the next word would not have fitted.
    """
    if len(pairs) < 3:
        return None
    lengths = sorted(len(before.text) for before, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    full = sum(_is_full(before, after, width) for before, after in pairs)
    return width if full * 3 >= len(pairs) * 2 else None


def _is_full(before: TextLine, after: TextLine, width: int) -> bool:
    """Whether the next word would not have fitted on the line."""
    return len(before.text) + 1 + len(after.text.split(None, 1)[0]) > width


def _one_a_line(pairs: list[tuple[TextLine, TextLine]]) -> bool:
    """Whether a text holds one sentence or clause a line: of many breaks hardly one is inside a sentence."""
    inside = sum(_runs_on(before.text, after.text) for before, after in pairs)
    return len(pairs) >= 20 and inside * 10 < len(pairs)
