"""ALTO 2-4 (XML of libraries and OCR engines) -> pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import inf
from types import MappingProxyType
from typing import Any

from align.facsimile.alto_file import AltoFile, measure
from align.facsimile.alto_words import edges_of, line_words, outline_of
from align.facsimile.box import Box
from align.facsimile.number_list import numbers
from align.facsimile.page import Page, PageBlock, PageLine, Picture, Points
from align.facsimile.page_frame import PageFrame
from align.facsimile.reading_tally import ReadingTally

SPACES: Mapping[str, str] = MappingProxyType(
    {
        "TopMargin": "header",
        "PrintSpace": "",
        "LeftMargin": "marginalia",
        "RightMargin": "marginalia",
        "BottomMargin": "footer",
    }
)
"""Parts of a page in the order of reading -> the kind of their blocks that no tag names."""

TURNS = 0, 90, 180, 270


def pages_of_alto(
    root: Any,  # noqa: ANN401  # lxml's element
    tally: ReadingTally | None = None,
    dpi: float | None = None,
) -> tuple[Page, ...]:
    """The pages of a file of ALTO.

    What is printed is read: a hyphen at the end of a line stays, what a word is said to stand for
    (``SUBS_CONTENT``) is not read. A string of several words is split at white space.

    Args:
        root: The root of the file, parsed by lxml; any name space, or none.
        tally: Counts what is left out or cut.
        dpi: Pixels of the picture to an inch, where the caller knows them: places in parts of a millimetre
            or an inch become pixels by it. Without it they stay what they are.

    Returns:
        The pages in their order.

    Example:
        >>> from lxml import etree
        >>> line = '<TextLine HPOS="1" VPOS="1" WIDTH="8" HEIGHT="3"><String CONTENT="Баш"/></TextLine>'
        >>> space = f"<PrintSpace><TextBlock>{line}</TextBlock></PrintSpace>"
        >>> page = f'<Layout><Page WIDTH="10" HEIGHT="5">{space}</Page></Layout>'
        >>> [page.text for page in pages_of_alto(etree.fromstring(f"<alto>{page}</alto>"))]
        ['Баш']
    """
    tally = ReadingTally() if tally is None else tally
    file = AltoFile.of(root, dpi)
    found = list(root.iterfind("{*}Layout/{*}Page"))
    if file.units and not file.dpi:
        tally["unit"] += len(found)
    if not file.knows_unit:
        tally["unknown unit"] += len(found)
    return tuple(
        _page(element, file, tally, number if len(found) > 1 else None)
        for number, element in enumerate(found)
    )


def _page(element: Any, file: AltoFile, tally: ReadingTally, number: int | None) -> Page:  # noqa: ANN401
    size = measure(element, "WIDTH"), measure(element, "HEIGHT")
    if None in size:
        spaces = [one for name in SPACES if (one := element.find(f"{{*}}{name}")) is not None]
        found = [edges for edges in map(edges_of, spaces) if edges is not None]
        size = max((one[2] for one in found), default=None), max((one[3] for one in found), default=None)
    places = map(edges_of, element.iter("{*}TextLine", "{*}String"))
    turn = round(measure(element, "ROTATION") or 0) % 360
    frame = PageFrame.of(size, places, tally, file.scale, turn if turn in TURNS else 0)
    blocks = tuple(_blocks(element, file, frame))
    picture = _picture(file, frame, number)
    return Page(frame.width, frame.height, blocks, picture, file.resolution, element.get("ID") or "")


def _picture(file: AltoFile, frame: PageFrame, number: int | None) -> Picture | None:
    """The picture of the page; of several pages in one file the number of the page in it."""
    if not file.picture:
        return None
    first = {name: values[0] for name, values in file.settings.items()}
    turn = int(first.get("turn", frame.turn))
    region = file.settings.get("region", ())
    box = (
        Box(*map(int, region))
        if len(region) == 4 and region[0] < region[2] and region[1] < region[3]
        else None
    )
    frames = int(first.get("frame", number or 0))
    return Picture(file.picture, max(frames, 0), box, turn if turn in TURNS else 0)


def _blocks(page: Any, file: AltoFile, frame: PageFrame) -> Iterator[PageBlock]:  # noqa: ANN401
    spaces = {name: page.find(f"{{*}}{name}") for name in SPACES}
    elements = [one for space in spaces.values() if space is not None for one in space.iter("{*}TextBlock")]
    known = set(elements)
    elements += [one for one in page.iter("{*}TextBlock") if one not in known]
    for element in _in_order(elements, file):
        lines = sorted(element.iterchildren("{*}TextLine"), key=lambda one: _rank(one, file))
        read = tuple(line for one in lines if (line := _line(one, file, frame)) is not None)
        if read:
            outline = frame.points(outline_of(element))
            kind = _kind(element, file)
            yield PageBlock(read, frame.box(edges_of(element)), kind, outline, element.get("ID") or "")


def _in_order(elements: list[Any], file: AltoFile) -> list[Any]:
    """The blocks by the order of reading where there is one, else by the next block that each names."""
    if file.ranks:
        return sorted(elements, key=lambda one: _block_rank(one, file))
    following = {one.get("IDNEXT"): one.get("ID") for one in elements if one.get("IDNEXT")}
    if not following:
        return elements
    named = {one.get("ID"): one for one in elements}
    taken: dict[Any, None] = {}
    for first in [one for one in elements if following.get(one.get("ID")) not in named] + elements:
        at = first
        while at is not None and at not in taken:
            taken[at] = None
            at = named.get(at.get("IDNEXT"))
    return list(taken)


def _rank(element: Any, file: AltoFile) -> float:  # noqa: ANN401
    return file.ranks.get(element.get("ID"), inf)


def _block_rank(block: Any, file: AltoFile) -> float:  # noqa: ANN401
    """The first place of the block, of one around it, or of one of its lines; those not named come last."""
    around: Iterable[Any] = block.iterancestors("{*}ComposedBlock")
    own = min([_rank(block, file), *(_rank(one, file) for one in around)])
    return min([own, *(_rank(one, file) for one in block.iterchildren("{*}TextLine"))])


def _kind(block: Any, file: AltoFile) -> str:  # noqa: ANN401
    """The label of the first tag, else what the margin holds."""
    named = (file.labels.get(tag, "") for tag in (block.get("TAGREFS") or "").split())
    spaces = (SPACES.get(one.tag.rpartition("}")[2], "") for one in block.iterancestors())
    return next(filter(None, named), "") or next(filter(None, spaces), "")


def _line(element: Any, file: AltoFile, frame: PageFrame) -> PageLine | None:  # noqa: ANN401
    words = line_words(element, file, frame)
    if not words:
        return None
    edges, outline = edges_of(element), frame.points(outline_of(element))
    return PageLine(words, frame.box(edges), _baseline(element, frame), outline, element.get("ID") or "")


def _baseline(line: Any, frame: PageFrame) -> Points:  # noqa: ANN401
    """The points of the baseline; where one number gives its height, from side to side of the line."""
    given, edges = numbers(line.get("BASELINE")), edges_of(line)
    if len(given) == 1 and edges is not None:
        return frame.points((edges[0], given[0], edges[2], given[0]))
    return frame.points(given)
