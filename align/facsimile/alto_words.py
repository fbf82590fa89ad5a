"""Strings of ALTO -> words with their characters, confidences and other readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from align.facsimile.alto_file import AltoFile, measure
from align.facsimile.box import box_around
from align.facsimile.decided import with_corrector
from align.facsimile.number_list import number, numbers
from align.facsimile.page import Alternative, Glyph, PageWord
from align.facsimile.page_frame import Edges, PageFrame, fraction
from align.facsimile.page_words import words_of

HYPHENS = "-\u00ad\u00ac\u2010\u2e17"
UNSURE = 9
"""The number that ``CC`` gives a character that is not sure at all; 0 is sure."""

PURPOSE = re.compile(r"confidence (?P<sure>[\d.]+)(?:; )?|")
"""How the purpose of an alternative begins that records how sure its reader was."""


def line_words(line: Any, file: AltoFile, frame: PageFrame) -> tuple[PageWord, ...]:  # noqa: ANN401  # lxml's
    """The words of a line; a hyphen at its end belongs to the last."""
    found: list[PageWord] = []
    for element in line.iterchildren("{*}String", "{*}HYP"):
        if element.tag.endswith("String"):
            found += _words(element, file, frame)
        elif found:
            found[-1] = _hyphenated(found[-1], element, frame)
        else:
            found += words_of(element.get("CONTENT") or "", frame.tally, frame.box(edges_of(element)))
    return tuple(found)


def edges_of(element: Any) -> Edges | None:  # noqa: ANN401
    """The place of an element; ``None`` where it is not given by four numbers."""
    left, top, width, height = (measure(element, name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    if left is None or top is None or width is None or height is None:
        return None
    return left, top, left + width, top + height


def outline_of(element: Any) -> tuple[float, ...]:  # noqa: ANN401
    """The numbers of the polygon around an element; none where it has none."""
    polygon = element.find("{*}Shape/{*}Polygon")
    return () if polygon is None else numbers(polygon.get("POINTS"))


def _words(element: Any, file: AltoFile, frame: PageFrame) -> tuple[PageWord, ...]:  # noqa: ANN401
    text = element.get("CONTENT") or ""
    glyphs = tuple(_glyphs(element, frame)) or _by_confidences(element, text)
    made = next((one for step in _steps(element) if (one := file.correctors.get(step))), None)
    others = with_corrector(text, made, _alternatives(element))
    sure = fraction(measure(element, "WC"), 1)
    box = frame.box(edges_of(element))
    return words_of(text, frame.tally, box, sure, glyphs, others, element.get("ID") or "")


def _steps(element: Any) -> Sequence[str]:  # noqa: ANN401
    return (element.get("PROCESSINGREFS") or "").split()


def _alternatives(string: Any) -> tuple[Alternative, ...]:  # noqa: ANN401
    """The other readings of a string; those without a text are left out."""
    return tuple(_alternative(one) for one in string.iterchildren("{*}ALTERNATIVE") if one.text)


def _alternative(element: Any) -> Alternative:  # noqa: ANN401
    purpose = element.get("PURPOSE") or ""
    found = PURPOSE.match(purpose)
    sure = number(found["sure"]) if found and found["sure"] else None
    source = purpose[found.end() :] if found and sure is not None else purpose
    return Alternative(element.text, fraction(sure, 1), source)


def _glyphs(element: Any, frame: PageFrame) -> Iterator[Glyph]:  # noqa: ANN401
    for one in element.iterchildren("{*}Glyph"):
        variants = ((other.get("CONTENT") or "", other) for other in one.iterchildren("{*}Variant"))
        others = tuple(
            Alternative(variant, fraction(measure(other, "VC"), 1))
            for variant, other in variants
            if variant.strip()
        )
        sure = fraction(measure(one, "GC"), 1)
        if text := one.get("CONTENT"):
            yield Glyph(text, frame.box(edges_of(one)), sure, others)


def _by_confidences(element: Any, text: str) -> tuple[Glyph, ...]:  # noqa: ANN401
    """The characters with what ``CC`` gives each, from 0 (sure) to 9."""
    digits = re.findall(r"\d", element.get("CC") or "")
    if len(digits) != len(text):
        return ()
    pairs = zip(text, digits, strict=True)
    return tuple(Glyph(sign, None, fraction(UNSURE - int(digit), UNSURE)) for sign, digit in pairs)


def _hyphenated(word: PageWord, element: Any, frame: PageFrame) -> PageWord:  # noqa: ANN401
    """A word with the hyphen that is printed behind it, unless its text ends with one."""
    sign = (element.get("CONTENT") or "-").strip()
    if not sign or sign.split() != [sign] or word.text.endswith(tuple(HYPHENS)):
        return word
    box = frame.box(edges_of(element))
    glyphs = (*word.glyphs, Glyph(sign, box)) if word.glyphs else ()
    others = tuple(replace(one, text=one.text + sign) for one in word.alternatives)
    around = None if word.box is None else box_around([word.box, box])
    return replace(word, text=word.text + sign, box=around, glyphs=glyphs, alternatives=others)
