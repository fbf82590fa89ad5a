"""PDF -> text: its text layer with the places of its words; pages that are pictures by an OCR engine."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import ReadError
from align.scan.pdf_file import UNLOCK
from align.scan.read_pdf import letters_of, read_pdf
from align.scan.reading_notes import damage_notes
from align.scan.scan_run import ScanRun
from align.scan.signs import without_halves
from align.text.edit import PAGE_BREAK
from align.text.readers.file_text import FileText
from align.text.readers.quiet_logs import without_logs
from align.text.readers.text_bound import TextBound
from align.text.readers.zip_guard import DAMAGED, damage_reported

if TYPE_CHECKING:
    from pypdf import PdfReader

EXTRA = "pages without a text layer are read where the extra is installed: pip install 'bitext-align[scan]'"


def read_pdf_file(path: Path, run: ScanRun) -> FileText:
    """The text of a PDF, page by page; a form feed stands where a page ends.

    Raises:
        ReadError: The file cannot be read, is damaged, or wants a password.
        ModelError: The OCR engine or one of its languages is missing, and no page has text that need not be
            read again.
    """
    with_places = find_spec("pypdfium2") is not None and find_spec("PIL") is not None
    try:
        texts = layer_texts(path)
    except EncryptedPdfError as error:
        if not with_places:
            raise ReadError(f"{path}: a PDF encrypted with AES, perhaps with a password; {UNLOCK}") from error
        texts = []
    if with_places:
        read = read_pdf(path, texts, run)
        return FileText.of_pages(read.facsimile, read.notes)
    return _plain_text(path, texts)


def _plain_text(path: Path, texts: Sequence[str | None]) -> FileText:
    """The text alone.

    Raises:
        ReadError: There is none.
    """
    known = [text or "" for text in texts]
    if all(text is None for text in texts):
        raise ReadError(f"{path}: a damaged PDF, none of its pages can be read; download or export it again")
    if not any(map(letters_of, known)):
        raise ReadError(f"{path}: holds no text, only pictures of pages (a scan); {EXTRA}")
    notes = damage_notes(["a damaged page" if text is None else "" for text in texts])
    empty = sum(text is not None and not text.strip() for text in texts)
    notes += [f"pages without a text layer left out: {empty} of {len(texts)}"] if empty else []
    return FileText(f"\n{PAGE_BREAK}\n".join(known) + "\n", notes=tuple(notes))


class EncryptedPdfError(ReadError):
    """A PDF is encrypted in a way that pypdf alone does not know."""


@without_logs("pypdf")
def layer_texts(path: Path) -> list[str | None]:
    """The text layer of each page, as pypdf gives it; ``None`` for a page that is damaged.

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
            return [_page_text(reader, number, bound) for number in range(len(reader.pages))]
        except DependencyError as error:
            raise EncryptedPdfError(f"{path}: a PDF encrypted with AES") from error


def _page_text(reader: PdfReader, number: int, bound: TextBound) -> str | None:
    from pypdf.errors import PyPdfError

    text: str | None = None
    with suppress(*DAMAGED, PyPdfError):
        text = without_halves(reader.pages[number].extract_text())
    return None if text is None else bound.count(text)
