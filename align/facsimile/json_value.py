"""Facsimile <-> a value for JSON; a box is ``[left, top, right, bottom]``, what has no value is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord, Picture, Points

Value = dict[str, Any]

PAGES_SCHEMA = "align/pages-1"
"""What files of pages name as their schema that were written as they were read from a scan."""


def to_value(facsimile: Facsimile) -> Value:
    """The facsimile as a value for ``json.dumps``; :func:`from_value` makes it again, equal."""
    return _filled(engine=facsimile.engine, pages=[_page(page) for page in facsimile.pages])


def from_value(value: Mapping[str, Any]) -> Facsimile:
    """The facsimile that :func:`to_value` wrote.

    Raises:
        KeyError: A key is missing.
        InvariantError: A box has no area, a line no word.
    """
    return Facsimile(tuple(map(_to_page, value.get("pages", ()))), value.get("engine", ""))


def _filled(**values: Any) -> Value:  # noqa: ANN401
    """The values that are there: neither ``None`` nor empty; zero is one."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [])}


def _box(box: Box | None) -> list[int] | None:
    return None if box is None else [box.left, box.top, box.right, box.bottom]


def _points(points: Points) -> list[list[int]]:
    return [list(point) for point in points]


def _page(page: Page) -> Value:
    blocks = [_block(block) for block in page.blocks]
    picture = page.picture and _picture(page.picture)
    return {
        "width": page.width,
        "height": page.height,
        **_filled(id=page.id, dpi=page.dpi, picture=picture, blocks=blocks),
    }


def _picture(picture: Picture) -> Value:
    turned = {"turn": picture.turn} if picture.turn else {}
    return {
        "file": picture.file,
        "frame": picture.frame,
        **_filled(region=_box(picture.region)),
        **turned,
    }


def _block(block: PageBlock) -> Value:
    lines = [_line(line) for line in block.lines]
    outline = _points(block.outline)
    return _filled(id=block.id, kind=block.kind, box=_box(block.box), outline=outline, lines=lines)


def _line(line: PageLine) -> Value:
    words = [_word(word) for word in line.words]
    shapes = {"baseline": _points(line.baseline), "outline": _points(line.outline)}
    return _filled(id=line.id, box=_box(line.box), **shapes, words=words)


def _word(word: PageWord) -> Value:
    return _filled(
        text=word.text,
        id=word.id,
        box=_box(word.box),
        confidence=word.confidence,
        glyphs=[_glyph(glyph) for glyph in word.glyphs],
        alternatives=_alternatives(word.alternatives),
    )


def _glyph(glyph: Glyph) -> Value:
    return _filled(
        text=glyph.text,
        box=_box(glyph.box),
        confidence=glyph.confidence,
        alternatives=_alternatives(glyph.alternatives),
    )


def _alternatives(alternatives: Iterable[Alternative]) -> list[Value]:
    return [_filled(text=one.text, confidence=one.confidence, source=one.source) for one in alternatives]


def _to_box(value: Mapping[str, Any], name: str = "box") -> Box | None:
    return Box(*value[name]) if name in value else None


def _to_points(value: Mapping[str, Any], name: str) -> Points:
    return tuple((x, y) for x, y in value.get(name, ()))


def _to_page(value: Mapping[str, Any]) -> Page:
    return Page(
        value["width"],
        value["height"],
        tuple(map(_to_block, value.get("blocks", ()))),
        _to_picture(value["picture"]) if "picture" in value else None,
        value.get("dpi"),
        value.get("id", ""),
    )


def _to_picture(value: Mapping[str, Any]) -> Picture:
    return Picture(value["file"], value["frame"], _to_box(value, "region"), value.get("turn", 0))


def _to_block(value: Mapping[str, Any]) -> PageBlock:
    lines = tuple(map(_to_line, value["lines"]))
    outline = _to_points(value, "outline")
    return PageBlock(lines, _to_box(value), value.get("kind", ""), outline, value.get("id", ""))


def _to_line(value: Mapping[str, Any]) -> PageLine:
    words = tuple(map(_to_word, value["words"]))
    shapes = _to_points(value, "baseline"), _to_points(value, "outline")
    return PageLine(words, _to_box(value), *shapes, value.get("id", ""))


def _to_word(value: Mapping[str, Any]) -> PageWord:
    return PageWord(
        value["text"],
        _to_box(value),
        value.get("confidence"),
        tuple(map(_to_glyph, value.get("glyphs", ()))),
        _to_alternatives(value),
        value.get("id", ""),
    )


def _to_glyph(value: Mapping[str, Any]) -> Glyph:
    return Glyph(value["text"], _to_box(value), value.get("confidence"), _to_alternatives(value))


def _to_alternatives(value: Mapping[str, Any]) -> tuple[Alternative, ...]:
    given = value.get("alternatives", ())
    return tuple(Alternative(one["text"], one.get("confidence"), one.get("source", "")) for one in given)
