"""The first table of a Word document as an editor left it: tracked changes and comments included.

Text of an insertion that is not decided counts, text of a deletion that is not decided does not: a document
that nobody touched reads as it was exported, and an editor's own tracked changes count as made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from align.export.row_digest import DIGITS, FIELDS
from align.export.word_comments import COMMENT_AUTHOR

GONE = frozenset(("del", "moveFrom", "Fallback"))
"""Elements whose text does not count: deleted, moved away, or a second version of the same content."""

CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""Elements that stand for a character."""

HIDDEN = re.compile(rf"([st]\d+) ((?:[0-9a-f]{{{DIGITS}}}\.){{{len(FIELDS) - 1}}}[0-9a-f]{{{DIGITS}}})\s*$")
"""Id and stamp at the end of a row's first cell."""


@dataclass(frozen=True)
class WordLine:
    """A row of a table: the text of each cell, and the comments that an editor wrote on it."""

    cells: tuple[str, ...]
    comments: tuple[str, ...] = ()


def table_lines(document: Any) -> list[WordLine]:  # noqa: ANN401  # python-docx has no types
    """The rows of a document's first table, deleted ones left out; none where it has no table."""
    table = next(iter(document.element.body.iter(_named("tbl"))), None)
    if table is None:
        return []
    remarks = _remarks(document)
    return [
        _line(row, remarks)
        for row in _inner(table, "tr")
        if row.find(f"{_named('trPr')}/{_named('del')}") is None
    ]


def id_and_stamp(cell: str) -> tuple[str, str]:
    """A row's id and stamp from its first cell: ``s916 f002d1.…``, before it perhaps the row's number.

    Example:
        >>> id_and_stamp("3 s955 f002d1.e3b0c4.959991.e3b0c4"), id_and_stamp("s955")
        (('s955', 'f002d1.e3b0c4.959991.e3b0c4'), ('s955', ''))
    """
    found = HIDDEN.search(cell)
    if found:
        return found[1], found[2]
    name, _, stamp = cell.partition(" ")
    return name, stamp.strip()


def number_before_id(cell: str) -> str:
    """The row's number in its first cell, empty where there is none.

    Example:
        >>> number_before_id("3 s955 f002d1.e3b0c4.959991.e3b0c4"), number_before_id("s955")
        ('3', '')
    """
    found = HIDDEN.search(cell)
    return cell[: found.start()].strip() if found else ""


def _line(row: Any, remarks: Mapping[str, str]) -> WordLine:  # noqa: ANN401
    cells = tuple("".join(_text(cell)).strip("\n") for cell in _inner(row, "tc"))
    ids = (one.get(_named("id")) for one in row.iter(_named("commentReference")))
    return WordLine(cells, tuple(remarks[one] for one in ids if one in remarks))


def _remarks(document: Any) -> dict[str, str]:  # noqa: ANN401
    """Id -> text of the comments that are not the export's own."""
    return {
        str(comment.comment_id): " ".join(comment.text.split())
        for comment in document.comments
        if comment.author != COMMENT_AUTHOR and comment.text.strip()
    }


def _inner(parent: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """The rows of a table, or the cells of a row, also those in content controls; none of inner tables."""
    for child in parent:
        if child.tag == _named(name):
            yield child
        elif _local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inner(child, name)


def _text(parent: Any) -> Iterator[str]:  # noqa: ANN401
    """The text of a cell, a newline behind each paragraph."""
    for child in parent:
        name = _local(child)
        if name == "t":
            yield child.text or ""
        elif name in CHARACTERS:
            yield CHARACTERS[name]
        elif name not in GONE and not name.endswith("Pr"):
            yield from _text(child)
        if name == "p":
            yield "\n"


def _local(element: Any) -> str:  # noqa: ANN401
    """The name of an element without its namespace; empty for comments of XML."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _named(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
