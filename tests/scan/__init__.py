"""Scans: pictures of pages, and what an OCR engine reads on them."""
