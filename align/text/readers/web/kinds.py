"""What kind of page a file of HTML is."""

from __future__ import annotations

from align.text.readers.file_head import FileHead

SUFFIXES = (".html", ".htm", ".xhtml")
ROOTS = frozenset({"html", "head", "body"})


def is_html(head: FileHead) -> bool:
    """Whether a file is HTML, by its root or, where it has none, by its name."""
    return head.root.lower() in ROOTS or (head.suffix in SUFFIXES and not head.root)


def is_hocr(head: FileHead) -> bool:
    """Whether it is what an OCR engine writes."""
    return is_html(head) and "ocr_page" in head.text


def is_review(head: FileHead) -> bool:
    """Whether it is a review that was exported: it loads nothing, and shows the review's screen."""
    return is_html(head) and "default-src 'none'" in head.text and ".al-desk" in head.text


def is_web_page(head: FileHead) -> bool:
    """Whether it is HTML whose text is read."""
    return is_html(head) and not (is_hocr(head) or is_review(head))
