"""hOCR (HTML that an OCR engine writes) -> pages; hOCR 1.2, and what Tesseract and kraken add to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from lxml import etree

from align.facsimile.hocr_glyphs import classes, glyphs_of, is_choices, own_text
from align.facsimile.hocr_own import own_alternatives, own_baseline, own_picture, own_text_of
from align.facsimile.hocr_title import Properties, edges_of, number, properties_of, unquoted
from align.facsimile.number_list import numbers
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture, Points
from align.facsimile.page_frame import PageFrame, fraction
from align.facsimile.page_words import words_of
from align.facsimile.reading_tally import ReadingTally

LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"})
BLOCKS = frozenset({"ocr_par", "ocr_carea", "ocrx_block", "ocr_float", "ocr_table", "ocr_pageno"})
WORDS = frozenset({"ocrx_word", "ocr_word"})
RUNNING = frozenset({"line", "par", "carea", "block", "page", "float"})
"""Names of lines and blocks that are no kind of their own."""

HEADING = "heading"
"""The kind of a line of the class ``ocr_header``: so Tesseract calls a heading in the text."""

FRAMES = (".tif", ".tiff", ".pdf")
"""Ends of names of pictures that may hold several pages."""

PLACE = re.compile(r"\bbbox\b")
"""In a title that gives a box, rather than one with the readings of a character, of which a page is full."""

Piece = tuple[Any, Any]
"""The line or block around it, and an element of a word or a text outside of one."""


def pages_of_hocr(root: Any, tally: ReadingTally | None = None) -> tuple[Page, ...]:  # noqa: ANN401
    """The pages of a file of hOCR.

    A block is a paragraph (``ocr_par``); where there is none, the area around its lines. What is blank is
    left out. A line without words is split at white space. A page in a page is a page of its own.

    Args:
        root: The root of the file, parsed as XML or HTML by lxml.
        tally: Counts what is left out or cut.

    Returns:
        The pages in their order; none where the file has no ``ocr_page``.

    Example:
        >>> from lxml import etree
        >>> line = '<span class="ocr_line" title="bbox 1 1 9 4">Баш ответ</span>'
        >>> page = f'<div class="ocr_page" title="bbox 0 0 10 5">{line}</div>'
        >>> [page.text for page in pages_of_hocr(etree.fromstring(page))]
        ['Баш ответ']
    """
    tally = ReadingTally() if tally is None else tally
    marked = root.xpath("descendant-or-self::*[contains(@class, 'ocr_page')]")
    found = [element for element in marked if _is_page(element) and not _is_around_pages(element)]
    titles = [properties_of(element.get("title")) for element in found]
    pictures = _pictures(titles)
    return tuple(
        _page(element, title, picture, tally)
        for element, title, picture in zip(found, titles, pictures, strict=True)
    )


def engine_of_hocr(root: Any) -> str:  # noqa: ANN401
    """What read the pages, by the head of the file; empty where it is not named."""
    metas = root.iter("{*}meta")
    return next((one.get("content") or "" for one in metas if one.get("name") == "ocr-system"), "").strip()


def _is_page(element: Any) -> bool:  # noqa: ANN401
    return "ocr_page" in classes(element)


def _is_around_pages(page: Any) -> bool:  # noqa: ANN401
    """Whether a page holds nothing but other pages."""
    inner = map(_is_page, page.xpath("descendant::*[contains(@class, 'ocr_page')]"))
    return any(inner) and not any(not isinstance(piece, str) or piece.strip() for _, piece in _pieces(page))


def _pictures(titles: Sequence[Properties]) -> list[Picture | None]:
    """The picture of each page; of a picture of several pages the number that the page gives itself."""
    files = [own_text_of(title, "x_align_image") or unquoted(title.get("image", "")) for title in titles]
    count = Counter(files)
    found: list[Picture | None] = []
    for file, title in zip(files, titles, strict=True):
        several = count[file] > 1 or (len(files) == 1 and file.lower().endswith(FRAMES))
        frame = max(int(number(title, "ppageno") or 0), 0) if several else 0
        named = file and file != "unknown"
        found.append(own_picture(Picture(file, frame) if named else None, title))
    return found


def _page(element: Any, title: Properties, picture: Picture | None, tally: ReadingTally) -> Page:  # noqa: ANN401
    size = numbers(title.get("bbox"))[2:4]
    given = element.xpath("descendant::*/@title[contains(., 'bbox')]", smart_strings=False)
    places = (edges_of(properties_of(one)) for one in given if PLACE.search(one))
    frame = PageFrame.of(size if len(size) == 2 else (None, None), places, tally)
    blocks = tuple(_blocks(element, frame))
    dpi = number(title, "scan_res")
    known = dpi if dpi is not None and dpi > 0 else None
    return Page(frame.width, frame.height, blocks, picture, known, element.get("id") or "")


def _blocks(page: Any, frame: PageFrame) -> Iterator[PageBlock]:  # noqa: ANN401
    lines = (
        (owner, _line(owner, pieces, frame)) for owner, pieces in groupby(_pieces(page), lambda one: one[0])
    )
    found = [(_block_around(owner), owner, line) for owner, line in lines if line is not None]
    for around, group in groupby(found, lambda one: one[0]):
        owners, members = zip(*((owner, line) for _, owner, line in group), strict=True)
        yield _block(around, owners, members, frame)


def _block(around: Any, owners: Iterable[Any], lines: tuple[PageLine, ...], frame: PageFrame) -> PageBlock:  # noqa: ANN401
    if around is None:
        return PageBlock(lines, kind=_kind(owners))
    title = properties_of(around.get("title"))
    outline = frame.points(numbers(title.get("poly")))
    kind = (
        own_text_of(title, "x_align_kind")
        or _kind([around])
        or around.get("data-region-type")
        or _kind(owners)
    )
    return PageBlock(lines, frame.box(edges_of(title)), kind, outline, around.get("id") or "")


def _block_around(owner: Any) -> Any:  # noqa: ANN401
    """The nearest block around a line, or what is both; ``None`` where only the page is around it."""
    above = (one for one in owner.iterancestors() if (BLOCKS | LINES).intersection(classes(one)))
    return owner if BLOCKS.intersection(classes(owner)) else next(above, None)


def _kind(elements: Iterable[Any]) -> str:
    """What the class of all elements is called; empty for running text, and where they differ."""
    names = {name.partition("_")[2] for one in elements for name in classes(one) if name in LINES | BLOCKS}
    if len(names) != 1 or names & RUNNING:
        return ""
    name = next(iter(names))
    return HEADING if name == "header" else name


def _pieces(page: Any) -> Iterator[Piece]:  # noqa: ANN401
    """Words, and text outside of words, each with the nearest line or block around it; of this page alone."""
    owners = []
    walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        names = frozenset(classes(element))
        if event == "start":
            if element is not page and "ocr_page" in names:
                walk.skip_subtree()
                continue
            if element is page or names & (LINES | BLOCKS):
                owners.append(element)
            if names & WORDS or is_choices(element):
                walk.skip_subtree()
            if names & WORDS:
                yield owners[-1], element
            elif not is_choices(element):
                yield owners[-1], element.text or ""
        elif element is not page:
            if event == "end" and element is owners[-1]:
                owners.pop()
            yield owners[-1], element.tail or ""


def _line(owner: Any, pieces: Iterable[Piece], frame: PageFrame) -> PageLine | None:  # noqa: ANN401
    words = tuple(word for _, piece in pieces for word in _words(piece, frame))
    if not words:
        return None
    title = properties_of(owner.get("title"))
    is_line = bool(LINES.intersection(classes(owner)))
    box = edges_of(title) if is_line else None
    outline = frame.points(numbers(title.get("poly"))) if is_line else ()
    baseline = own_baseline(title, frame) or _baseline(title, frame)
    return PageLine(words, frame.box(box), baseline, outline, (owner.get("id") or "") * is_line)


def _baseline(title: Properties, frame: PageFrame) -> Points:
    """What a slope and a height above the lower left corner of the box describe; none of a turned line."""
    edges, given = edges_of(title), numbers(title.get("baseline"))
    if edges is None or len(given) != 2 or number(title, "textangle"):
        return ()
    left, _, right, bottom = edges
    slope, height = given
    return frame.points((left, bottom + height, right, bottom + height + slope * (right - left)))


def _words(piece: Any, frame: PageFrame) -> tuple[PageWord, ...]:  # noqa: ANN401
    if isinstance(piece, str):
        return words_of(piece, frame.tally) if piece.strip() else ()
    title, glyphs = properties_of(piece.get("title")), glyphs_of(piece, frame)
    text, joined = own_text(piece), "".join(one.text for one in glyphs)
    if text.split() != joined.split() and "".join(text.split()) == "".join(joined.split()):
        text = joined  # the white space between the elements of characters is layout
    confidence = fraction(number(title, "x_wconf"), 100)
    unsaid = confidence is None and "x_align_wconf" not in title
    if unsaid and glyphs and None not in (sure := [one.confidence for one in glyphs]):
        confidence = sum(filter(None, sure)) / len(glyphs)
    box = frame.box(edges_of(title))
    others = own_alternatives(title, text)
    return words_of(text, frame.tally, box, confidence, glyphs, others, piece.get("id") or "")
