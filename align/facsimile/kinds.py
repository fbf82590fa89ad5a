"""What a block of a page is, in the words of those who mark pages, and which blocks are no running text.

The words are those of PAGE XML (also of Transkribus), of SegmOnto (eScriptorium; a word may have a part
behind ``:`` or ``#``), of ALTO and of hOCR, and those that this package gives itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MARGINALIA, HANDWRITING, STAMP, NOISE = "marginalia", "handwriting", "stamp", "noise"

_WORDS: Mapping[str, tuple[str, ...]] = {
    "marginal note": (MARGINALIA, "margin", "margintextzone", "leftmargin", "rightmargin", "marginal-note"),
    "handwriting": (HANDWRITING,),
    "stamp": (STAMP, "stampzone", "sealzone", "seal"),
    "page number": ("page-number", "pageno", "ocr-pageno", "page-num", "numberingzone", "folio"),
    "running head": ("header", "runningtitlezone", "topmargin"),
    "page foot": ("footer", "ocr-footer", "bottommargin"),
    "catchword or signature of a sheet": ("catch-word", "signature-mark", "quiremarkszone"),
    "unreadable marks": (NOISE, "noiseregion", "digitizationartefactzone", "damagezone"),
    "picture": ("graphiczone", "imageregion", "graphicregion", "ocr-photo", "ocr-image", "decorationzone"),
}

REASONS: Mapping[str, str] = MappingProxyType(
    {word: reason for reason, words in _WORDS.items() for word in words}
)
"""The kind of a block, in small letters -> why it is no running text, for people."""


def reason_aside(kind: str) -> str | None:
    """Why a block of this kind is no running text; ``None`` where it is running text or unknown.

    Example:
        >>> reason_aside("MarginTextZone:note"), reason_aside("page_number"), reason_aside("heading")
        ('marginal note', 'page number', None)
    """
    word = kind.partition(":")[0].partition("#")[0]
    return REASONS.get(word.strip().lower().replace("_", "-").replace(" ", "-"))
