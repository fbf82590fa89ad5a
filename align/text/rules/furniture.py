"""Page furniture: what a page carries besides its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from align.text.edit import PAGE, Edit
from align.text.rule_input import RuleInput, TextLine, continues_sentence, ends

STAMPS = (
    "Wilson Center Digital Archive",
    "Digital Archive",
    "Original Scan",
    "Wilson Center",
    "International History Declassified",
    "digitalarchive.wilsoncenter.org",
)
"""What digital archives print on every page."""

CELL = re.compile(r"(?:(?!\t|[ \u00a0]{2}).)+")
"""A piece of a line between tabs or wide gaps."""

SECRET = re.compile(
    r"[\W\d]*(?:(?:сов(?:ершенно|\.)?\s*)?секретно|особая папка|строго секретно|для служебного пользования"
    r"|(?:top )?secret|confidential|restricted|declassified)[\W\d]*",
    re.IGNORECASE,
)
COPY = re.compile(r"[\W_]*(?:экз(?:емпляр)?|copy|экз)[\W_]*(?:№|no|n|#)?[\W_]*\d{1,3}[\W_]*", re.IGNORECASE)
DASHED = re.compile(
    r"[-–—~]\s*\d{1,4}\s*[-–—~]|(?:page|стр|лист|с)\.?\s*\d{1,4}(?:\s*(?:of|из|/)\s*\d{1,4})?", re.IGNORECASE
)
BARE = re.compile(r"\[?(\d{1,3})[\].)]?")


def page_furniture(page: RuleInput) -> Iterator[Edit]:
    """Stamps of digital archives, misread or glued to a word too."""
    for line in page.lines:
        cells = [match.span() for match in CELL.finditer(line.text)]
        stamps = [_is_stamp(line.text[start:stop]) for start, stop in cells]
        if not any(stamps):
            yield from _glued(page, line)
        elif all(
            stamp or page.own(line.text[start:stop]) == 0
            for stamp, (start, stop) in zip(stamps, cells, strict=True)
        ):
            yield Edit(line.start, line.stop, PAGE, "page furniture")
        else:
            for start, stop in (cell for cell, stamp in zip(cells, stamps, strict=True) if stamp):
                yield Edit(line.start + start, line.start + stop, PAGE, "page furniture")


def _is_stamp(text: str) -> bool:
    """Whether ``text`` is nothing but a stamp, a letter or two misread."""
    plain = text.strip(" \t-–—_|*'\"«»()[]{}.,:;<>\u00a0")
    return len(plain) <= 60 and any(fuzz.ratio(plain, stamp, score_cutoff=84) for stamp in STAMPS)


def _glued(page: RuleInput, line: TextLine) -> Iterator[Edit]:
    """A stamp at the end or the beginning of a line of text, without a space or in another script."""
    for offset in {0, max(0, len(line.text) - 70)}:
        window = line.text[offset : offset + 70]
        for stamp in STAMPS[:3]:
            found = fuzz.partial_ratio_alignment(stamp, window, score_cutoff=88)
            if found is None or found.dest_end - found.dest_start < len(stamp) - 2:
                continue
            start, stop = offset + found.dest_start, offset + found.dest_end
            if _is_foreign(page, line.text, start, stop):
                start -= len(line.text[:start]) - len(_before(line.text[:start]))
                yield Edit(line.start + start, line.start + stop, PAGE, "page furniture")
                return


def _before(text: str) -> str:
    """Without the dashes and spaces before a stamp; the hyphen of a broken word stays."""
    kept = text.rstrip("-–—_ \t\u00a0")
    return text[: len(kept) + 1] if text[len(kept) : len(kept) + 1] == "-" else kept


def _is_foreign(page: RuleInput, text: str, start: int, stop: int) -> bool:
    """Whether a stamp inside a line cannot be a name that the text speaks of."""
    if page.script != "latin":
        return stop == len(text.rstrip()) or start == 0
    glued = text[start - 1 : start]
    return glued.isalpha() or (glued in "-–—_ " and _before(text[:start]).endswith("-"))


def security_stamps(page: RuleInput) -> Iterator[Edit]:
    """``СЕКРЕТНО``, ``Экз. № 3``: where they stand on a page's border, not in a letter's head."""
    lines = page.lines
    begun = next((n for n, line in enumerate(lines) if len(line.text) > 60), len(lines))
    number = 0
    while number < len(lines):
        stop = number
        while stop < len(lines) and _is_security(lines[stop].text):
            stop += 1
        if stop > number and _is_border(lines, number, stop, begun):
            yield Edit(lines[number].start, lines[stop - 1].stop, PAGE, "security stamp")
        number = max(stop, number + 1)


def _is_security(text: str) -> bool:
    return len(text) < 60 and (SECRET.fullmatch(text) or COPY.fullmatch(text)) is not None


def _is_border(lines: Sequence[TextLine], start: int, stop: int, begun: int) -> bool:
    """A stamp with a copy's number below the head, or one that stands inside a sentence."""
    if start <= begun:
        return False
    copy = any(COPY.fullmatch(line.text) for line in lines[start:stop])
    inside = stop < len(lines) and not ends(lines[start - 1].text) and continues_sentence(lines[stop].text)
    return copy or inside


def page_numbers(page: RuleInput) -> Iterator[Edit]:
    """``- 2 -`` on its own line; ``2.`` where it is no number of a point or chapter."""
    lines = page.lines
    bare = [n for n, line in enumerate(lines) if BARE.fullmatch(line.text)]
    counted = any(_number(lines[n]) == 1 for n in bare)
    for line in lines:
        if len(line.text) <= 24 and DASHED.fullmatch(line.text):
            yield Edit(line.start, line.stop, PAGE, "page number")
    for number in bare:
        if _at_border(page, number) or _inside(lines, number) or (not counted and _lone(lines, number)):
            yield Edit(lines[number].start, lines[number].stop, PAGE, "page number")


def _number(line: TextLine) -> int:
    found = BARE.fullmatch(line.text)
    return int(found.group(1)) if found else 0


def _at_border(page: RuleInput, number: int) -> bool:
    """Whether page furniture stands next to this line."""
    lines = page.lines
    before = page.text[lines[number - 1].stop if number else 0 : lines[number].start]
    after = page.text[
        lines[number].stop : lines[number + 1].start if number + 1 < len(lines) else len(page.text)
    ]
    return PAGE in before or PAGE in after


def _inside(lines: Sequence[TextLine], number: int) -> bool:
    """Whether the line interrupts a sentence."""
    if number == 0 or number + 1 == len(lines):
        return False
    before, after = lines[number - 1].text, lines[number + 1].text
    return not ends(before) and (
        continues_sentence(after) or (len(before) > 40 and _number(lines[number]) > 1)
    )


def _lone(lines: Sequence[TextLine], number: int) -> bool:
    """Whether long lines of prose stand on both sides, as at a page's border."""
    if number == 0 or number + 1 == len(lines) or _number(lines[number]) < 2:
        return False
    return min(len(lines[number - 1].text), len(lines[number + 1].text)) > 40


def running_heads(page: RuleInput) -> Iterator[Edit]:
    """Short lines that come back, in most places on a page's border."""
    counts = Counter(line.text for line in page.lines if len(line.text) <= 80)
    places: dict[str, list[int]] = {}
    for number, line in enumerate(page.lines):
        if 3 <= counts[line.text] <= len(page.lines) / 3 and any(map(str.isalpha, line.text)):
            places.setdefault(line.text, []).append(number)
    for numbers in places.values():
        at_border = sum(_at_border(page, n) or _splits(page.lines, n) for n in numbers)
        if at_border * 3 >= len(numbers) * 2:
            for number in numbers:
                yield Edit(page.lines[number].start, page.lines[number].stop, PAGE, "running head")


def _splits(lines: Sequence[TextLine], number: int) -> bool:
    """Whether the line stands inside a sentence that goes on in small letters."""
    if number == 0 or number + 1 == len(lines):
        return False
    return not ends(lines[number - 1].text) and continues_sentence(lines[number + 1].text)
