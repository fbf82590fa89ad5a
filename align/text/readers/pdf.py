"""PDF with a text layer -> text; a form feed stands where a page ends."""

from __future__ import annotations

import io
from pathlib import Path

from align.errors import ReadError
from align.text.edit import PAGE_BREAK
from align.text.readers.file_text import FileText
from align.text.readers.text_bound import TextBound
from align.text.readers.zip_guard import damage_reported

UNLOCK = "open it in a viewer, and save or print it to a new PDF without a password"


def read_pdf(path: Path) -> FileText:
    """The text layer of a PDF, page by page.

    Raises:
        ReadError: The file cannot be read, is damaged, or wants a password.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError

    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error
    bound = TextBound(path)
    with damage_reported(path, "PDF", PyPdfError, DeprecationError):
        try:
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise ReadError(f"{path}: a PDF with a password; {UNLOCK}")
            pages = [bound.count(page.extract_text()) for page in reader.pages]
        except DependencyError as error:
            raise ReadError(f"{path}: a PDF encrypted with AES, perhaps with a password; {UNLOCK}") from error
    empty = sum(not page.strip() for page in pages)
    notes = (f"pages without a text layer left out: {empty} of {len(pages)}",) if empty else ()
    return FileText(f"\n{PAGE_BREAK}\n".join(pages) + "\n", notes=notes)
