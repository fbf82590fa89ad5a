"""Page furniture: stamps, page numbers and running heads, which are no text of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput, TextLine, continues_sentence, ends_sentence

STAMPS = (
    "Wilson Center Digital Archive",
    "Digital Archive",
    "Original Scan",
    "Wilson Center",
    "International History Declassified",
    "digitalarchive.wilsoncenter.org",
)
"""What digital archives print on every page."""

INLINE_STAMPS = STAMPS[:3]
"""Stamps that are also found inside a line of text."""

CELL = re.compile(r"(?:(?!\t|[ \u00a0]{2}).)+")
"""A piece of a line between tabs or wide gaps."""

CLASSIFICATION = re.compile(
    r"[\W\d]*(?:(?:сов(?:ершенно|\.)?\s*)?секретно|особая папка|строго секретно|для служебного пользования"
    r"|(?:top )?secret|confidential|restricted|declassified)[\W\d]*",
    re.IGNORECASE,
)
COPY_NUMBER = re.compile(
    r"[\W_]*(?:экз(?:емпляр)?|copy|экз)[\W_]*(?:№|no|n|#)?[\W_]*\d{1,3}[\W_]*", re.IGNORECASE
)
MARKED_NUMBER = re.compile(
    r"[-–—~]\s*\d{1,4}\s*[-–—~]|(?:page|стр|лист|с)\.?\s*\d{1,4}(?:\s*(?:of|из|/)\s*\d{1,4})?", re.IGNORECASE
)
BARE_NUMBER = re.compile(r"\[?(\d{1,3})[\].)]?")


def page_furniture(given: RuleInput) -> Iterator[TextEdit]:
    """Stamps of digital archives, also misread ones and ones without a space to the next word."""
    for line in given.lines:
        cells = [match.span() for match in CELL.finditer(line.text)]
        stamps = [_is_stamp(line.text[start:stop]) for start, stop in cells]
        if not any(stamps):
            yield from _stamp_in_line(given, line)
        elif all(
            stamp or given.own_letters(line.text[start:stop]) == 0
            for stamp, (start, stop) in zip(stamps, cells, strict=True)
        ):
            yield TextEdit(line.start, line.stop, PAGE_BREAK, "page furniture")
        else:
            for start, stop in (cell for cell, stamp in zip(cells, stamps, strict=True) if stamp):
                yield TextEdit(line.start + start, line.start + stop, PAGE_BREAK, "page furniture")


def _is_stamp(text: str) -> bool:
    """Whether ``text`` is nothing but a stamp, with a few letters misread."""
    plain = text.strip(" \t-–—_|*'\"«»()[]{}.,:;<>\u00a0")
    return len(plain) <= 60 and any(fuzz.ratio(plain, stamp, score_cutoff=84) for stamp in STAMPS)


def _stamp_in_line(given: RuleInput, line: TextLine) -> Iterator[TextEdit]:
    """A stamp at the end or the beginning of a line of text, joined to a word or in another script."""
    for offset in {0, max(0, len(line.text) - 70)}:
        window = line.text[offset : offset + 70]
        for stamp in INLINE_STAMPS:
            found = fuzz.partial_ratio_alignment(stamp, window, score_cutoff=88)
            if found is None or found.dest_end - found.dest_start < len(stamp) - 2:
                continue
            start, stop = offset + found.dest_start, offset + found.dest_end
            if _is_foreign(given, line.text, start, stop):
                start -= len(line.text[:start]) - len(_without_dashes(line.text[:start]))
                yield TextEdit(line.start + start, line.start + stop, PAGE_BREAK, "page furniture")
                return


def _without_dashes(text: str) -> str:
    """The text without the dashes and spaces at its end; the hyphen of a broken word stays."""
    kept = text.rstrip("-–—_ \t\u00a0")
    return text[: len(kept) + 1] if text[len(kept) : len(kept) + 1] == "-" else kept


def _is_foreign(given: RuleInput, text: str, start: int, stop: int) -> bool:
    """Whether a stamp inside a line is no name that the text mentions."""
    if given.script != "latin":
        return stop == len(text.rstrip()) or start == 0
    previous = text[start - 1 : start]
    return previous.isalpha() or (previous in "-–—_ " and _without_dashes(text[:start]).endswith("-"))


def security_stamps(given: RuleInput) -> Iterator[TextEdit]:
    """``СЕКРЕТНО``, ``Экз. № 3`` at a page break; in the head of a letter they are text."""
    lines = given.lines
    first_long = next((n for n, line in enumerate(lines) if len(line.text) > 60), len(lines))
    number = 0
    while number < len(lines):
        stop = number
        while stop < len(lines) and _is_security(lines[stop].text):
            stop += 1
        if stop > number and _is_at_break(lines, number, stop, first_long):
            yield TextEdit(lines[number].start, lines[stop - 1].stop, PAGE_BREAK, "security stamp")
        number = max(stop, number + 1)


def _is_security(text: str) -> bool:
    return len(text) < 60 and (CLASSIFICATION.fullmatch(text) or COPY_NUMBER.fullmatch(text)) is not None


def _is_at_break(lines: Sequence[TextLine], start: int, stop: int, first_long: int) -> bool:
    """Behind the first long line: a stamp with a copy number, or one inside a sentence."""
    if start <= first_long:
        return False
    copy = any(COPY_NUMBER.fullmatch(line.text) for line in lines[start:stop])
    inside = (
        stop < len(lines)
        and not ends_sentence(lines[start - 1].text)
        and continues_sentence(lines[stop].text)
    )
    return copy or inside


def page_numbers(given: RuleInput) -> Iterator[TextEdit]:
    """``- 2 -`` on its own line; ``2.`` where it is not the number of an item or chapter."""
    lines = given.lines
    bare = [n for n, line in enumerate(lines) if BARE_NUMBER.fullmatch(line.text)]
    counted = any(_number(lines[n]) == 1 for n in bare)
    for line in lines:
        if len(line.text) <= 24 and MARKED_NUMBER.fullmatch(line.text):
            yield TextEdit(line.start, line.stop, PAGE_BREAK, "page number")
    for number in bare:
        if (
            _near_furniture(given, number)
            or _interrupts(lines, number)
            or (not counted and _in_prose(lines, number))
        ):
            yield TextEdit(lines[number].start, lines[number].stop, PAGE_BREAK, "page number")


def _number(line: TextLine) -> int:
    found = BARE_NUMBER.fullmatch(line.text)
    return int(found.group(1)) if found else 0


def _near_furniture(given: RuleInput, number: int) -> bool:
    """Whether a page break stands next to this line: other furniture left it."""
    lines = given.lines
    before = given.text[lines[number - 1].stop if number else 0 : lines[number].start]
    after = given.text[
        lines[number].stop : lines[number + 1].start if number + 1 < len(lines) else len(given.text)
    ]
    return PAGE_BREAK in before or PAGE_BREAK in after


def _interrupts(lines: Sequence[TextLine], number: int) -> bool:
    """Whether the line interrupts a sentence."""
    if number == 0 or number + 1 == len(lines):
        return False
    before, after = lines[number - 1].text, lines[number + 1].text
    return not ends_sentence(before) and (
        continues_sentence(after) or (len(before) > 40 and _number(lines[number]) > 1)
    )


def _in_prose(lines: Sequence[TextLine], number: int) -> bool:
    """Whether long lines of prose stand on both sides, as around a page break."""
    if number == 0 or number + 1 == len(lines) or _number(lines[number]) < 2:
        return False
    return min(len(lines[number - 1].text), len(lines[number + 1].text)) > 40


def running_heads(given: RuleInput) -> Iterator[TextEdit]:
    """Short lines that are repeated, in most places at a page break."""
    counts = Counter(line.text for line in given.lines if len(line.text) <= 80)
    places: dict[str, list[int]] = {}
    for number, line in enumerate(given.lines):
        if 3 <= counts[line.text] <= len(given.lines) / 3 and any(map(str.isalpha, line.text)):
            places.setdefault(line.text, []).append(number)
    for numbers in places.values():
        at_break = sum(_near_furniture(given, n) or _splits(given.lines, n) for n in numbers)
        if at_break * 3 >= len(numbers) * 2:
            for number in numbers:
                yield TextEdit(
                    given.lines[number].start, given.lines[number].stop, PAGE_BREAK, "running head"
                )


def _splits(lines: Sequence[TextLine], number: int) -> bool:
    """Whether the line stands inside a sentence that goes on with a small letter."""
    if number == 0 or number + 1 == len(lines):
        return False
    return not ends_sentence(lines[number - 1].text) and continues_sentence(lines[number + 1].text)
