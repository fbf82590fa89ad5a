"""Names that every XML format has from XML itself."""

from __future__ import annotations

XML = "http://www.w3.org/XML/1998/namespace"
LANG, SPACE, ID = (f"{{{XML}}}{name}" for name in ("lang", "space", "id"))
"""Attributes as lxml writes them."""
