"""Page furniture: what archives print on each page, and classifications at page ends."""

from __future__ import annotations

import re
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
