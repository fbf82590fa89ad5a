"""A saved web page -> its text, a paragraph a line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.text.readers.decoding import codec_name, read_bytes
from align.text.readers.file_text import FileText
from align.text.readers.web.encoding import page_text
from align.text.readers.web.page_lines import PageLines
from align.text.readers.web.tally import WebTally

XML_DECLARATION = re.compile(r"\ufeff?\s*<\?xml\b[^>]*\?>")

TOO_DEEP = "Excessive depth"
"""What libxml2 says of a page whose rest it does not read."""


def read_html(path: Path, encoding: str = "utf-8") -> FileText:
    """The text of a saved web page.

    Args:
        path: The file.
        encoding: What the user names; the usual UTF-8 gives way to what the page declares.

    Raises:
        ReadError: The file cannot be read, or is not in its encoding.
    """
    text = page_text(read_bytes(path), path, codec_name(encoding, path))
    tally = WebTally()
    lines = PageLines(tally).read(parsed_page(text, path))
    return FileText("\n".join(lines) + "\n", notes=tally.notes())


def parsed_page(text: str, path: Path | str) -> Any:  # noqa: ANN401  # lxml's element
    """The root of a page; no entity unfolds, nothing is loaded.

    Args:
        text: The page.
        path: Where it comes from, for an error.

    Raises:
        ReadError: The page holds nothing, binary data, or more elements inside each other than can be read.
    """
    from lxml import etree

    if "\0" in text:
        raise ReadError(f"{path}: expected a web page, found a NUL character: damaged? save the page again")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(XML_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"{path}: expected a web page, it is empty; save the page again") from error
    if root is None or any(TOO_DEEP in entry.message for entry in parser.error_log):
        raise ReadError(f"{path}: the web page cannot be read to its end; save its text as plain text")
    return root
