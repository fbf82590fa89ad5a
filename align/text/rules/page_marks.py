"""Marks of pages that an editor or a program wrote into the text: ``[PAGE 41]``, ``<pb n="41"/>``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput, ends_sentence
from align.text.rules.page_borders import longest_count
from align.text.rules.page_numbers import NAMED

BREAK = (
    r"page\s?break|(?:end|bottom|top|beginning) of (?:the )?page|new page|next page"
    r"|blank page|page (?:is )?blank"
    r"|разрыв страницы|конец страницы|новая страница|следующая страница|чистая страница|пустая страница"
    r"|seiten(?:umbruch|wechsel|ende)|leere seite|saut de page|fin de page|page blanche|salto de página"
    r"|koniec strony|konec stran[yk]y?"
)
"""Words for a page's end or for a page without text."""

NAMED_MARK = re.compile(
    r"<pb\b[^<>]{0,200}>|</?page\b[^<>]{0,200}>"
    rf"|(?P<open>\[|\{{|<|\|)(?P=open)?\s*(?:(?:{BREAK})\s*)?(?:(?:end|bottom) of |конец )?"
    rf"(?:{NAMED}|(?:page|pag|p|pg|стр|с|s|seite|l|л)\s?\|\s?\d{{1,4}}|(?<=\[)(?:{BREAK})|(?<=\{{)(?:{BREAK})|(?<=<)(?:{BREAK}))"
    r"\s*(?:\]|\}|>|\|){1,2}",
    re.IGNORECASE,
)
"""A mark that says that it is one."""

BREAK_LINE = re.compile(rf"[\W_]*(?:{BREAK})[\W_]*", re.IGNORECASE)
"""A whole line."""

REFERENCE = re.compile(
    r"(?:\b(?:see|cf|siehe|vgl|voir|см|ср|напр|ibid|там же|цит|vol|bd|т|op\. cit|№)\.?"
    r"|\d[,.;]?|[»”\"])\s*$",
    re.IGNORECASE,
)
"""What stands before a reference to a page of another book."""

COUNTING = tuple(
    re.compile(pattern)
    for pattern in (
        r"\[\[?(\d{1,4})\]?\]",
        r"\{\{?(\d{1,4})\}?\}",
        r"(?<![|\w])\|\|?\s?(\d{1,4})\s?\|\|?(?![|\w])",
        r"(?<![/\w])//?(\d{1,4})//?(?![/\w])",
        r"<(\d{1,4})>",
    )
)
"""Marks that are numbers; only a row of them that counts up shows what they are."""

MIN_COUNT = 3
FIRST_NOTE = 3
"""A row that begins with a number up to this can be one of references to notes or books."""
PAGE_LENGTH = 600
"""Code points from one of those to the next that show pages."""
IN_WORD = re.compile(r"(?<=[^\W\d_]{2})[\[{|]\d{1,4}[\]}|](?=[^\W\d_]{2})")
"""A number in brackets inside a word."""


def page_marks(given: RuleInput) -> Iterator[TextEdit]:
    """Marks of pages on a line, inside a sentence or inside a word; references to other books stay."""
    places = {*_named(given), *_counting(given)}
    places |= {match.span() for match in IN_WORD.finditer(given.text) if given.text[match.end()].islower()}
    places |= {
        (line.start, line.stop)
        for line in given.lines
        if len(line.text) <= 60 and BREAK_LINE.fullmatch(line.text)
    }
    at = 0
    for start, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= at:
            yield _edit(given.text, start, stop)
            at = stop


def _named(given: RuleInput) -> Iterator[tuple[int, int]]:
    found = list(NAMED_MARK.finditer(given.text))
    values = [_value(match.group()) for match in found]
    counted = set(longest_count(values))
    for place, match in enumerate(found):
        sure = len(counted) >= MIN_COUNT and place in counted
        if sure or not _is_reference(given.text, match):
            yield match.span()


def _value(mark: str) -> int | None:
    digits = re.search(r"\d+", mark)
    return int(digits.group()) if digits else None


def _is_reference(text: str, mark: re.Match[str]) -> bool:
    """``«…» [с. 41].``, ``см. [стр. 41]``: a mark in small letters that belongs to the words before it."""
    before = text[max(0, mark.start() - 20) : mark.start()]
    return "\n" not in before[-2:] and REFERENCE.search(before) is not None and mark.group()[1:2].islower()


def _counting(given: RuleInput) -> Iterator[tuple[int, int]]:
    """Numbers in brackets that count up one by one, and are no signs of notes or numbers of paragraphs."""
    for pattern in COUNTING:
        found = list(pattern.finditer(given.text))
        run = [found[place] for place in longest_count([int(match.group(1)) for match in found])]
        if _are_pages(given.text, run) and len(run) * 3 >= len(found) * 2:
            yield from (match.span() for match in run)


def _are_pages(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether numbers that count up are pages: most stand apart from words, some inside a sentence."""
    if len(run) < 2:
        return False
    from_one, length = int(run[0].group(1)) <= FIRST_NOTE, run[-1].start() - run[0].start()
    if from_one and (run[0].group()[0] == "[" or length < PAGE_LENGTH * (len(run) - 1)):
        return False
    inside = sum(_is_inside(text, match) for match in run)
    if len(run) < MIN_COUNT and inside < len(run):
        return False
    attached = sum(_is_attached(text, match) for match in run)
    heads = sum(_is_at_head(text, match) for match in run)
    return attached * 2 < len(run) and heads * 2 < len(run) and inside * 3 >= len(run)


def _is_inside(text: str, mark: re.Match[str]) -> bool:
    """Whether a sentence goes on over the mark with a small letter."""
    before, after = text[max(0, mark.start() - 20) : mark.start()].rstrip(), text[mark.end() :][:20].lstrip()
    return bool(before) and not ends_sentence(before) and after[:1].islower()


def _is_attached(text: str, mark: re.Match[str]) -> bool:
    """``слово[41] и``, ``слово [41].``: the sign of a note, a reference to a book."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (bool(before.strip()) and not after.isalnum()) or (bool(after) and after in ".,;:)")


def _is_at_head(text: str, mark: re.Match[str]) -> bool:
    """The number of a paragraph or of a note: a line begins with it, and goes on behind it."""
    before = text[max(0, mark.start() - 40) : mark.start()].rstrip(" \t")
    behind = text[mark.end() : mark.end() + 40].lstrip(" \t")
    begins = not before or before.endswith(("\n", PAGE_BREAK))
    return (
        begins
        and not behind.startswith(("\n", "\r", PAGE_BREAK))
        and (not before.strip() or ends_sentence(before))
    )


def _edit(text: str, start: int, stop: int) -> TextEdit:
    """A page ends where the mark stands; inside a line the sentence goes on as if it were not there."""
    line_start = max(text.rfind(mark, 0, start) for mark in "\n\f") + 1
    ends = [at for at in (text.find(mark, stop) for mark in "\n\f") if at >= 0]
    before, after = text[line_start:start], text[stop : min(ends, default=len(text))]
    put = PAGE_BREAK
    if before.strip() and after.strip():
        joined = before[-1].isspace() or after[0].isspace()
        in_word = before[-1].isalpha() and after[0].islower()
        put = "" if joined or after[0] in ",.;:!?)»" else PAGE_BREAK if in_word else " "
    return TextEdit(start, stop, put, "page mark")
