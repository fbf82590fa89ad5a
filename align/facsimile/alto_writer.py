"""A page -> ALTO 4.4, a file a page.

ALTO has no place for these, and they are left out: glyphs of several characters (with the other glyphs of
their word), alternatives of a glyph that are longer than three characters, and who read such an alternative.
A page and a block that have no identifier get one, as ALTO demands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from lxml import etree

from align.facsimile.alto_description import add_description, add_provenance
from align.facsimile.box import Box
from align.facsimile.decided import Corrector, corrector, correctors, other_readings
from align.facsimile.identifiers import Identifiers, identifiers_of
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord, Points
from align.facsimile.xml_text import ALTO, SCHEMA_LOCATION, add, legal, number, plain_points

SCHEMA = "http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"
LONGEST_VARIANT = 3
"""Characters that ALTO allows in an alternative of a glyph."""


@dataclass(frozen=True)
class _Context:
    """``corrected``: who corrected -> identifier of the step; ``kinds``: kind of a block -> its tag's."""

    identifiers: Identifiers
    corrected: Mapping[Corrector, str]
    kinds: Mapping[str, str]


def to_alto(
    page: Page, engine: str = "", number_of_page: int = 1, about: Mapping[str, str] = MappingProxyType({})
) -> str:
    """A page as ALTO 4.4.

    Args:
        page: The page.
        engine: What read it, for people.
        number_of_page: In its document, from 1.
        about: Name -> value: where the text comes from; a step of the description names them.

    Returns:
        The text of the file, which is to be stored as UTF-8. Characters that XML forbids are replacement
        characters in it.

    Example:
        >>> line = PageLine((PageWord("Баш", Box(0, 0, 30, 10), 0.96),))
        >>> 'CONTENT="Баш" WC="0.96"' in to_alto(Page(100, 100, (PageBlock((line,)),)))
        True
    """
    root = etree.Element(f"{{{ALTO}}}alto", {SCHEMA_LOCATION: SCHEMA}, nsmap={None: ALTO})
    context = _context(page)
    description = add_description(root, page, engine, context.corrected, context.identifiers)
    add_provenance(description, about, context.identifiers)
    _tags(root, context.kinds)
    _page(etree.SubElement(root, f"{{{ALTO}}}Layout"), page, number_of_page, context)
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _context(page: Page) -> _Context:
    identifiers = Identifiers(identifiers_of(page))
    kinds = dict.fromkeys(block.kind for block in page.blocks if block.kind)
    return _Context(
        identifiers,
        {made: identifiers.of("", "correction") for made in correctors(page)},
        {kind: identifiers.of("", "kind") for kind in kinds},
    )


def _tags(root: Any, kinds: Mapping[str, str]) -> None:  # noqa: ANN401  # lxml's own
    if not kinds:
        return
    tags = add(root, "Tags")
    for kind, ident in kinds.items():
        label = legal(kind)
        add(tags, "OtherTag", ID=ident, LABEL=label, DESCRIPTION=f"block type {label}")


def _page(layout: Any, page: Page, count: int, context: _Context) -> None:  # noqa: ANN401
    size = {"WIDTH": str(page.width), "HEIGHT": str(page.height)}
    ident = context.identifiers.of(page.id, "page")
    element = add(layout, "Page", ID=ident, PHYSICAL_IMG_NR=str(count), **size)
    space = add(element, "PrintSpace", HPOS="0", VPOS="0", **size)
    for block in page.blocks:
        _block(space, block, context)


def _block(space: Any, block: PageBlock, context: _Context) -> None:  # noqa: ANN401
    tag = {"TAGREFS": context.kinds[block.kind]} if block.kind else {}
    ident = context.identifiers.of(block.id, "block")
    element = add(space, "TextBlock", ID=ident, **tag, **_place(block.box))
    _shape(element, block.outline)
    for line in block.lines:
        _line(element, line, context)


def _line(parent: Any, line: PageLine, context: _Context) -> None:  # noqa: ANN401
    baseline = {"BASELINE": plain_points(line.baseline)} if line.baseline else {}
    element = add(parent, "TextLine", **_ident(line.id, "line", context), **baseline, **_place(line.box))
    _shape(element, line.outline)
    for count, word in enumerate(line.words):
        if count:
            add(element, "SP")
        _word(element, word, context)


def _word(parent: Any, word: PageWord, context: _Context) -> None:  # noqa: ANN401
    attributes = {"CONTENT": legal(word.text)}
    if word.confidence is not None:
        attributes["WC"] = number(word.confidence)
    made = corrector(word)
    if made is not None:
        attributes |= {"CS": "true", "PROCESSINGREFS": context.corrected[made]}
    element = add(parent, "String", **_ident(word.id, "word", context), **attributes, **_place(word.box))
    for one in other_readings(word):
        purpose = _purpose(one)
        add(element, "ALTERNATIVE", **purpose).text = legal(one.text)
    if all(len(glyph.text) == 1 for glyph in word.glyphs):
        _glyphs(element, word.glyphs)


def _purpose(alternative: Alternative) -> dict[str, str]:
    """``confidence 0.6; tesseract --psm 8``: ALTO has no other place for either."""
    confidence = alternative.confidence
    parts = [] if confidence is None else [f"confidence {number(confidence)}"]
    parts += [legal(alternative.source)] if alternative.source else []
    return {"PURPOSE": "; ".join(parts)} if parts else {}


def _glyphs(parent: Any, glyphs: Sequence[Glyph]) -> None:  # noqa: ANN401
    for glyph in glyphs:
        sure = {} if glyph.confidence is None else {"GC": number(glyph.confidence)}
        element = add(parent, "Glyph", CONTENT=legal(glyph.text), **sure, **_place(glyph.box))
        for one in glyph.alternatives:
            if len(one.text) <= LONGEST_VARIANT:
                sure = {} if one.confidence is None else {"VC": number(one.confidence)}
                add(element, "Variant", CONTENT=legal(one.text), **sure)


def _ident(wanted: str, kind: str, context: _Context) -> dict[str, str]:
    """Lines and words need no identifier: what had none gets none."""
    return {"ID": context.identifiers.of(wanted, kind)} if wanted else {}


def _place(box: Box | None) -> dict[str, str]:
    if box is None:
        return {}
    values = {"HPOS": box.left, "VPOS": box.top, "WIDTH": box.width, "HEIGHT": box.height}
    return {name: str(value) for name, value in values.items()}


def _shape(parent: Any, outline: Points) -> None:  # noqa: ANN401
    if outline:
        add(add(parent, "Shape"), "Polygon", POINTS=plain_points(outline))
