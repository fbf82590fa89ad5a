"""Word documents, and PDF with a text layer -> text; a form feed stands where a page ends."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from align.errors import ReadError
from align.text.edit import PAGE_BREAK
from align.text.readers.zip_guard import check_archive, damage_reported

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of WordprocessingML, as lxml writes it."""

BREAKS = frozenset({"br", "cr"})


def is_office(path: Path) -> bool:
    """Whether a file's suffix is one of :data:`READERS`."""
    return path.suffix.lower() in READERS


def read_office(path: Path) -> str:
    """The text of a Word document or PDF; headers and footers of Word are left out.

    Raises :class:`ReadError` for a file that cannot be read, or holds no text.
    """
    text = READERS[path.suffix.lower()](path)
    if not any(map(str.isalpha, text)):
        raise ReadError(f"{path}: holds no text, only pictures? run OCR over it first, then give its text")
    return text.encode("utf-8", "replace").decode("utf-8")


def _docx(path: Path) -> str:
    check_archive(path)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    with damage_reported(path, "document", PackageNotFoundError):
        paragraphs = Document(io.BytesIO(path.read_bytes())).element.body.iter(f"{W}p")
        return "\n".join("".join(_pieces(paragraph)) for paragraph in paragraphs) + "\n"


def _pieces(paragraph: Any) -> Iterator[str]:  # noqa: ANN401  # python-docx's element
    """The text of a paragraph. A page end that Word computed is left out behind one that the author set."""
    page_ended = False
    for element in paragraph.iter():
        name = element.tag.removeprefix(W) if isinstance(element.tag, str) else ""
        if name in BREAKS and element.get(f"{W}type") == "page":
            page_ended = True
            yield f"\n{PAGE_BREAK}\n"
        elif name == "lastRenderedPageBreak" and not page_ended:
            yield f"\n{PAGE_BREAK}\n"
        elif name in BREAKS:
            yield "\n"
        elif name == "tab":
            yield "\t"
        elif name == "t" and element.text:
            page_ended = False
            yield element.text


def _pdf(path: Path) -> str:
    from pypdf import PdfReader
    from pypdf.errors import DeprecationError, PyPdfError

    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error
    with damage_reported(path, "PDF", PyPdfError, DeprecationError, RecursionError, NotImplementedError):
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(f"{path}: wants a password; save it without one")
        return f"\n{PAGE_BREAK}\n".join([page.extract_text() for page in reader.pages]) + "\n"


READERS: Mapping[str, Callable[[Path], str]] = MappingProxyType({".docx": _docx, ".pdf": _pdf})
"""Suffix of a file's name -> the function that reads such a file."""
