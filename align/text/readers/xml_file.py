"""XML files: read without entities, DTDs and network; broken ones are refused with their place."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align.errors import ReadError

DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
UNIT = re.compile(r"<(?:\w+:)?(?:tu|trans-unit|unit)(?=[\s>])", re.IGNORECASE)
"""How a translation unit begins in TMX, XLIFF and TTX."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""``xml:lang`` as lxml names it."""

CODES = frozenset({"bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "sc", "ec", "sm", "em", "cp"})
"""Elements of a segment that hold, or stand for, a tool's own codes."""

BREAK_NAMES = frozenset({"lb", "x-lb", "xlf:lb", "br", "<br>", "<br/>", "\n", "tab", "x-tab"})
BREAK_NAMED_IN = ("type", "ctype", "subType", "DisplayText", "equiv-text", "equiv", "disp")
BREAK_CODE = re.compile(r"<br\b|<w:br\b|\\line\b|^\s*\n\s*$", re.IGNORECASE)
"""A code that breaks a line: by the values of its attributes, or by what it holds."""

SPACE = re.compile("[ \t\r\n\f\v\x85\u2028\u2029]+")


def parse_xml(path: Path) -> Any:  # noqa: ANN401  # lxml's element
    """The root of an XML file.

    Raises:
        ReadError: The file cannot be read, is broken, or declares entities.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error
    return parsed_xml(data, path)


def parsed_xml(data: bytes, path: Path | str) -> Any:  # noqa: ANN401
    """The same of bytes; ``path`` says in an error where they come from."""
    from lxml import etree

    try:
        tree = _parsed(data)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "cut short").splitlines()[0]
        number = _units_before(data, error.lineno or 1, error.offset or 0)
        where = (f"unit {number}, " if number else "") + f"line {error.lineno}"
        raise ReadError(
            f"{path}, {where}: broken XML ({reason}); export the file again, or repair this place"
        ) from error
    if tree.docinfo.internalDTD is not None and any(tree.docinfo.internalDTD.entities()):
        raise ReadError(f"{path}: declares entities, which no file of its kind needs; nothing of it was read")
    return tree.getroot()


def _parsed(data: bytes) -> Any:  # noqa: ANN401
    """The tree of a file; where it is not in the encoding that it declares, by the one that it is in."""
    from lxml import etree

    try:
        return etree.fromstring(data.lstrip(), _parser(data)).getroottree()
    except etree.XMLSyntaxError:
        text = decoded(data)
        if text is None or not DECLARATION.match(text):
            raise
        try:
            return etree.fromstring(DECLARATION.sub("", text, count=1).encode(), _parser(data)).getroottree()
        except etree.XMLSyntaxError:
            pass
        raise


def _parser(data: bytes) -> Any:  # noqa: ANN401
    """A long text, such as a file that is kept inside another, is read where no entity can unfold."""
    from lxml import etree

    text = decoded(data[:4096] + b"  "[: len(data) % 2])
    long = text is not None and "<!DOCTYPE" not in text and "<!ENTITY" not in text
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=long)


def decoded(data: bytes) -> str | None:
    """Bytes as UTF-16 where a byte-order mark says so, else as UTF-8; ``None`` where they are neither."""
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return None


def _units_before(data: bytes, line: int, column: int) -> int:
    """How many translation units began before a place."""
    text = decoded(data) or data.decode("latin-1")
    *whole, last = text.split("\n")[:line]
    return len(UNIT.findall("\n".join([*whole, last[:column]])))


def local_name(element: Any) -> str:  # noqa: ANN401
    """An element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def descendants(element: Any, *names: str) -> Iterator[Any]:  # noqa: ANN401
    """The elements below one that have these names, in any namespace."""
    yield from element.iter(*(f"{{*}}{name}" for name in names))


def child_named(element: Any, name: str) -> Any:  # noqa: ANN401
    """The first child of this name, in any namespace; ``None`` where there is none."""
    return None if element is None else element.find(f"{{*}}{name}")


def segment_text(segment: Any) -> str:  # noqa: ANN401
    """The text of a segment on one line, without a tool's own codes.

    Text that a code holds for translation (``sub`` of TMX and XLIFF: a footnote, a title) stands at the end.
    """
    inner: list[str] = []
    text = "".join(_pieces(segment, inner))
    return SPACE.sub(" ", " ".join([text, *inner])).strip(" ")


def _pieces(element: Any, inner: list[str]) -> Iterator[str]:  # noqa: ANN401
    yield element.text or ""
    for part in element:
        name = local_name(part)
        if name in CODES:
            yield " " if _breaks_line(part) else ""
            inner += ["".join(_pieces(sub, inner)) for sub in descendants(part, "sub")]
        elif name:
            yield from _pieces(part, inner)
        elif part.text and part.text.startswith("&"):
            yield html.unescape(part.text)
        yield part.tail or ""


def _breaks_line(code: Any) -> bool:  # noqa: ANN401
    named = any((code.get(name) or "").lower() in BREAK_NAMES for name in BREAK_NAMED_IN)
    return named or BREAK_CODE.search("".join(code.itertext())) is not None
