"""A page -> PAGE XML 2019-07-15, a file a page.

PAGE demands a place for each region, line, word and glyph: what has none gets that of what is around it, and
``align {box:none;}`` among its ``custom`` values. A box that is not the smallest around its outline stands
there too, and so does what PAGE has no attribute for: the frame, the part and the turn of the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from lxml import etree

from align.facsimile.box import Box, box_around
from align.facsimile.identifiers import Identifiers, identifiers_of
from align.facsimile.page import Page, PageBlock, PageLine, Picture
from align.facsimile.page_xml_metadata import add_metadata
from align.facsimile.page_xml_place import Place, add_coords, custom, points
from align.facsimile.page_xml_words import add_equivalent, add_word
from align.facsimile.xml_text import PAGE_XML, SCHEMA_LOCATION, add, legal, number

KINDS = frozenset(
    {
        "paragraph",
        "heading",
        "caption",
        "header",
        "footer",
        "page-number",
        "drop-capital",
        "credit",
        "floating",
        "signature-mark",
        "catch-word",
        "marginalia",
        "footnote",
        "footnote-continued",
        "endnote",
        "TOC-entry",
        "list-label",
        "other",
    }
)
"""The types of a region that PAGE knows."""


@dataclass(frozen=True)
class _Context:
    identifiers: Identifiers
    whole: Box


def to_page_xml(
    page: Page, made: str, engine: str = "", about: Mapping[str, str] = MappingProxyType({})
) -> str:
    """A page as PAGE XML 2019-07-15.

    Args:
        page: The page.
        made: When the file is made: UTC, ISO 8601.
        engine: What read the page, for people.
        about: Name -> value: where the text comes from; each is a ``MetadataItem``.

    Returns:
        The text of the file, which is to be stored as UTF-8. Characters that XML forbids are replacement
        characters in it.

    Example:
        >>> from align.facsimile.page import PageWord
        >>> line = PageLine((PageWord("Баш", Box(0, 0, 30, 10), 0.96),))
        >>> page = Page(100, 100, (PageBlock((line,)),))
        >>> '<TextEquiv conf="0.96">' in to_page_xml(page, "2026-11-27T10:00:00Z")
        True
    """
    root = etree.Element(
        f"{{{PAGE_XML}}}PcGts",
        {SCHEMA_LOCATION: f"{PAGE_XML} {PAGE_XML}/pagecontent.xsd"},
        nsmap={None: PAGE_XML},
    )
    context = _Context(Identifiers(identifiers_of(page)), Box(0, 0, page.width, page.height))
    if page.id:
        root.set("pcGtsId", context.identifiers.of(page.id, "page"))
    add_metadata(root, page, engine, made, about)
    element = add(root, "Page", **_page_attributes(page))
    regions = [(context.identifiers.of(block.id, "region"), block) for block in page.blocks]
    _order(element, [ident for ident, _ in regions], context)
    for ident, block in regions:
        _region(element, ident, block, context)
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _page_attributes(page: Page) -> dict[str, str]:
    file = legal(page.picture.file) if page.picture is not None else ""
    given = {"imageFilename": file, "imageWidth": str(page.width), "imageHeight": str(page.height)}
    if page.dpi is not None:
        resolution = number(page.dpi)
        given |= {
            "imageXResolution": resolution,
            "imageYResolution": resolution,
            "imageResolutionUnit": "PPI",
        }
    own = {} if page.picture is None else _part(page.picture)
    return given | custom(own)


def _part(picture: Picture) -> dict[str, str]:
    """Which part of the picture is the page."""
    region = picture.region
    edges = () if region is None else (region.left, region.top, region.right, region.bottom)
    values = {
        "frame": str(picture.frame or ""),
        "region": " ".join(map(str, edges)),
        "turn": str(picture.turn or ""),
    }
    return {name: value for name, value in values.items() if value}


def _order(page: Any, regions: list[str], context: _Context) -> None:  # noqa: ANN401  # lxml's own
    if not regions:
        return
    group = add(add(page, "ReadingOrder"), "OrderedGroup", id=context.identifiers.of("", "order"))
    for index, region in enumerate(regions):
        add(group, "RegionRefIndexed", index=str(index), regionRef=region)


def _region(page: Any, ident: str, block: PageBlock, context: _Context) -> None:  # noqa: ANN401
    around = box_around([block.box, *(line.box for line in block.lines)]) or context.whole
    place = Place(block.box, block.outline, around)
    known = {"type": block.kind} if block.kind in KINDS else {}
    structure = block.kind if block.kind and not known else ""
    element = add(page, "TextRegion", id=ident, **known, **custom(place.own, structure))
    add_coords(element, place)
    for line in block.lines:
        _line(element, line, around, context)
    add_equivalent(element, "\n".join(line.text for line in block.lines))


def _line(region: Any, line: PageLine, around: Box, context: _Context) -> None:  # noqa: ANN401
    around = box_around([line.box, *(word.box for word in line.words)]) or around
    place = Place(line.box, line.outline, around)
    element = add(region, "TextLine", id=context.identifiers.of(line.id, "line"), **custom(place.own))
    add_coords(element, place)
    if line.baseline:
        add(element, "Baseline", points=points(line.baseline))
    for word in line.words:
        add_word(element, word, around, context.identifiers)
    add_equivalent(element, line.text)
